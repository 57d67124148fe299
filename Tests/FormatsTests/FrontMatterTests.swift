import Decoding
import Formats
import TestSupport
import Testing
import TextModel

struct FrontMatterTests {
    private func read(_ text: String) throws -> (source: SourceText, document: Document) {
        let source = SourceText(text)
        return (source, try DocumentReader().read(source, as: .markdown))
    }

    /// All of the metadata, one field a line; each value by what its range names in the source.
    private func drawn(_ metadata: Metadata, in source: SourceText) -> [String] {
        func slice(_ value: Metadata.Value) -> String { value.range.map { source[$0] } ?? "(no place)" }
        func one(_ name: String, _ value: Metadata.Value?) -> [String] { value.map { ["\(name): \(slice($0))"] } ?? [] }
        func many(_ name: String, _ values: [Metadata.Value]) -> [String] {
            values.isEmpty ? [] : ["\(name): \(values.map(slice).joined(separator: "|"))"]
        }
        func dated(_ name: String, _ date: Metadata.Dated?) -> [String] { date.map { ["\(name): \($0.date)"] } ?? [] }
        return one("title", metadata.title) + many("authors", metadata.authors) + dated("published", metadata.published)
            + dated("updated", metadata.updated) + one("url", metadata.url) + one("language", metadata.language)
            + many("tags", metadata.tags) + one("site", metadata.site)
    }

    private func texts(_ metadata: Metadata) -> [String] {
        let single = [metadata.title, metadata.url, metadata.language, metadata.site].compactMap { $0 }
        return (single + metadata.authors + metadata.tags).map(\.text)
    }

    private func slices(_ metadata: Metadata, in source: SourceText) -> [String] {
        let single = [metadata.title, metadata.url, metadata.language, metadata.site].compactMap { $0 }
        return (single + metadata.authors + metadata.tags).map { $0.range.map { source[$0] } ?? "(no place)" }
    }

    /// Lines of YAML and the metadata in them. A line that only a parser reads is put before them the second time.
    @Test(arguments: [
        ("title: Devoxx", ["title: Devoxx"]), ("TITLE: \"Devoxx\"  ", ["title: Devoxx"]), ("title: ''", []),
        ("title:", []), ("title: ~", []), ("title: null", []), ("title: 'null'", ["title: null"]),
        ("title: True", ["title: True"]), ("title: L’été, à Évreux", ["title: L’été, à Évreux"]),
        ("author: Alice Martin", ["authors: Alice Martin"]), ("author: [alice, \"bob\"]", ["authors: alice|bob"]),
        ("authors:\n  - alice\n  - '@bob'", ["authors: alice|@bob"]),
        ("authors:\n- alice\n- bob", ["authors: alice|bob"]),
        ("by: Alice, Bob & Chloé et David", ["authors: Alice|Bob|Chloé|David"]),
        ("writer: Étienne Bernadette", ["authors: Étienne Bernadette"]), ("author: A&B", ["authors: A&B"]),
        ("author: Alice and Bob", ["authors: Alice|Bob"]),
        ("author: Alice <alice@a.fr>", ["authors: Alice"]), ("author: false", []),
        ("author:\n  name: Alice\n  url: https://a.fr", ["authors: Alice"]),
        ("authors:\n  - name: Alice\n    role: x\n  - name: Bob", ["authors: Alice|Bob"]),
        ("authors: [{name: Alice}, {name: Bob}]", ["authors: Alice|Bob"]),
        ("author: alice\nauthors: [bob, alice]", ["authors: alice|bob"]),
        ("author_username: al\nco_authors: [bob]", ["authors: al|bob"]),
        ("author: Alice\nauthor_username: al", ["authors: Alice"]),
        ("date: 2023-09-07", ["published: 2023-09-07"]), ("publishDate: 2023-09-07", ["published: 2023-09-07"]),
        ("published: true\npubdate: 2023-09-07", ["published: 2023-09-07"]),
        ("created: 2020-01-01\ndate: 2023-09-07", ["published: 2023-09-07"]),
        ("post_date: 2023-09-07", ["published: 2023-09-07"]),
        ("last_modified_at: 2023-09-07", ["updated: 2023-09-07"]), ("lastmod: 2023-09-07", ["updated: 2023-09-07"]),
        ("permalink: /a/b/", ["url: /a/b/"]), ("canonical_url: https://a.fr/b\nlink: /c", ["url: https://a.fr/b"]),
        ("permalink: pretty", []), ("permalink: /:year/:title/", []), ("lang: fr-FR", ["language: fr-FR"]),
        ("tags: java, swift", ["tags: java|swift"]), ("tags: développement web", ["tags: développement web"]),
        ("tags: \"#java, #swift\"", ["tags: java|swift"]), ("tags: ['#java', \"C#\", a/b]", ["tags: java|C#|a/b"]),
        ("tags:\n  - \"Java, JVM\"\ncategories: [web]", ["tags: Java, JVM|web"]),
        ("tags: [a, a]\nkeywords: a", ["tags: a"]), ("tags: []", []), ("taxonomies:\n  tags: [a]", ["tags: a"]),
        ("site_name: Le blog", ["site: Le blog"]), ("tags: a:2:{i:0;s:4:\"Java\";}", []), ("tags: 's:4:\"Java\";'", []),
        ("title: a # b", ["title: a"]), ("title: 'a # b'", ["title: a # b"]), ("title: C#", ["title: C#"]),
        ("\"title\": x", ["title: x"]), ("title : x", ["title: x"]),
        ("title: &t x\nsite: *t", ["title: x", "site: x"]),
        ("title: !!str x", ["title: x"]), ("tags: [a,\n  b]", ["tags: a|b"]), ("# title: y\ntitle: x", ["title: x"]),
        ("tags:\n  # deux\n  - a\n\n  - b", ["tags: a|b"]), ("{title: x, tags: [a]}", ["title: x", "tags: a"]),
        ("subtitle: x", []), ("summary: |\n  title: x\n  - y", []), ("nested:\n  title: x", []),
    ])
    func metadataOfYAML(lines: String, expected: [String]) throws {
        let isFlow = lines.hasPrefix("{")
        for text in [lines, isFlow ? lines : "zz: \"\\u0041é\"\n" + lines] {
            for end in ["\n", "\r\n", "\r"] {
                let head = ["---", text, "---", "", ""].joined(separator: "\n")
                let (source, document) = try read(head.replacing("\n", with: end) + "Corps.")
                #expect(drawn(document.metadata, in: source) == expected)
                #expect(texts(document.metadata) == slices(document.metadata, in: source))
                #expect(document[document.blocks[0].text] == "Corps.")
                #expect(document.diagnostics.isEmpty)
            }
        }
    }

    /// Escapes and lines make the text another than its place.
    @Test(arguments: [
        ("title: \"L\\u2019été \\\"x\\\"\"", "L’été \"x\"", "L\\u2019été \\\"x\\\""),
        ("title: 'l''été'", "l'été", "l''été"),
        ("title: un\n  titre", "un titre", "un\n  titre"),
        ("title: >-\n  un\n  titre\ntags: x", "un titre", "un\n  titre"),
        ("title: |\n  un\n  titre\n", "un titre", "un\n  titre"), ("title: \"un\n  titre\"", "un titre", "un\n  titre"),
        ("title: !x &y 'é'", "é", "é"), ("é: è\ntitle: >\n\n   é\n", "é", "é"),
    ])
    func textsThatAreWrittenOtherwise(lines: String, text: String, slice: String) throws {
        let (source, document) = try read("\u{FEFF}\n---\n\(lines)\n---\nCorps.")
        #expect(document.metadata.title?.text == text)
        #expect(document.metadata.title?.range.map { source[$0] } == slice)
        #expect(document.diagnostics.isEmpty)
    }

    /// What the parser refuses is read line by line.
    @Test(arguments: [
        ("title: Devoxx : le retour\ntags: [a]", 2, ["title: Devoxx : le retour", "tags: a"]),
        ("date: 2023-09-07\ntitle: \"a \"b\" c\"", 3, ["title: a \"b\" c", "published: 2023-09-07"]),
        ("title: @alice\nlang: fr", 2, ["title: @alice", "language: fr"]), ("title: `x`", 2, ["title: `x`"]),
        ("title:\tx\n\ttags: y\nlang: fr", 3, ["title: x\n\ttags: y", "language: fr"]),
        ("title: a\ntitle: b\nlang: fr", 2, ["title: a", "language: fr"]), ("title: *inconnu", 2, ["title: *inconnu"]),
        (
            "title:Devoxx\nlang: fr", 3,
            ["title:Devoxx", "language: fr"].map { $0.replacing("title:D", with: "title: D") }
        ),
        (
            "title: [Live] Devoxx\nauthors:\n  - name: Alice\n  - Bob", 2,
            ["title: [Live] Devoxx", "authors: Alice|Bob"]
        ),
        ("title: x\nsuite sans clé\nlang: fr", 4, ["title: x", "language: fr"]),
    ])
    func metadataOfBrokenYAML(lines: String, line: Int, expected: [String]) throws {
        let (source, document) = try read("---\n\(lines)\n---\nCorps.")
        let found = drawn(document.metadata, in: source)
        #expect(expected.allSatisfy(found.contains), "\(found)")
        #expect(document.diagnostics.map(\.code) == [.frontMatterInvalid])
        #expect(document.diagnostics.first?.message.hasPrefix("Line \(line) ") == true, "\(document.diagnostics)")
        #expect(document[document.blocks[0].text] == "Corps.")
    }

    @Test(arguments: [
        ("title = \"Devoxx\"", ["title: Devoxx"]), ("title = 'a\\b'", ["title: a\\b"]), ("Title=\"x\"", ["title: x"]),
        ("date = 2023-09-07T10:00:00Z # hier", ["published: 2023-09-07"]),
        ("date = \"2023-09-07\"", ["published: 2023-09-07"]),
        ("tags = [\"a\", 'b', # c\n  \"d\",\n]", ["tags: a|b|d"]),
        ("authors = [{name = \"Alice\", x = 1}]", ["authors: Alice"]),
        ("[taxonomies]\ntags = [\"a\"]\n[extra]\nauthor = \"Alice\"", ["authors: Alice", "tags: a"]),
        ("[[authors]]\nname = \"Alice\"\n[[authors]]\nname = \"Bob\"", ["authors: Alice|Bob"]),
        ("taxonomies.tags = [\"a\"]", ["tags: a"]), ("title = \"\"\"\nun titre\"\"\"", ["title: un titre"]),
        ("\"title\" = \"x\"\n\n# y\ndraft = false", ["title: x"]), ("[menu]\ntitle = \"x\"", []), ("title = \"\"", []),
    ])
    func metadataOfTOML(lines: String, expected: [String]) throws {
        for end in ["\n", "\r\n"] {
            let (source, document) = try read("+++\n\(lines)\n+++\n".replacing("\n", with: end) + "Corps.")
            #expect(drawn(document.metadata, in: source) == expected)
            #expect(texts(document.metadata) == slices(document.metadata, in: source))
            #expect(document[document.blocks[0].text] == "Corps.")
            #expect(document.diagnostics.isEmpty)
        }
    }

    @Test func escapesAndFaultsOfTOML() throws {
        let escaped = try read("+++\ntitle = \"l\\u00e9\"\n+++\n")
        #expect(escaped.document.metadata.title?.text == "lé")
        #expect(escaped.document.metadata.title?.range.map { escaped.source[$0] } == "l\\u00e9")
        let broken = try read("+++\ntitle = \"x\"\ndate: 2023\nlang = \"fr\"\n+++\nCorps.")
        #expect(drawn(broken.document.metadata, in: broken.source) == ["title: x", "language: fr"])
        #expect(broken.document.diagnostics.map(\.code) == [.frontMatterInvalid])
        #expect(broken.document.diagnostics.first?.message.hasPrefix("Line 3 ") == true)
    }

    /// Texts, what of them is front matter, and where the text begins.
    @Test(arguments: [
        ("---\ntitle: x\n---\nCorps.", "x", "Corps."), ("---\ntitle: x\n...\nCorps.", "x", "Corps."),
        ("\u{FEFF}---  \ntitle: x\n--- \nCorps.", "x", "Corps."), ("\n \n---\ntitle: x\n---\nCorps.", "x", "Corps."),
        ("---\n---\nCorps.", nil, "Corps."), ("---\n\n---\nCorps.", nil, "Corps."),
        ("---\nfoo: bar\n---\nCorps.", nil, "Corps."),
        ("---\n\ntitle: x\n\n---\nCorps.", "x", "Corps."),
        ("title: x\ndate: 2023-09-07\n---\nCorps.", "x", "Corps."),
        ("Title: x\nDate: 2023-09-07\n\nCorps.", "x", "Corps."),
        ("title: x\ntags:\n- a\n- b\n---\nCorps.", "x", "Corps."),
        // Near misses.
        ("---\nUne phrase.\n---\nCorps.", nil, "---"), ("---\n\nUne phrase.\n\n---\n\nCorps.", nil, "---"),
        ("---\n\nAlice: bonjour\n\n---\nCorps.", nil, "---"),
        ("---\nNote : une phrase.\nUne autre.\n---\n", nil, "---"),
        ("---\nLa morale de cette histoire : rien.\n---\n", nil, "---"), ("---\n# Titre\n---\nCorps.", "Titre", "---"),
        ("---\n- a\n- b\n\n---\nCorps.", nil, "---"), ("---\n\n- a\n---\nCorps.", nil, "---"),
        ("----\ntitle: x\n----\n", nil, "----"), (" ---\ntitle: x\n---\n", nil, "---"),
        ("Corps.\n---\ntitle: x\n---\n", nil, "Corps."),
        ("title: x\n---\nCorps.", nil, "title: x"), ("title: x\n\nCorps.", nil, "title: x"),
        ("Title: x\nTags: y\n\nCorps.", nil, "Title: x"), ("title: x\nUne phrase.\ndate: y\n---\n", nil, "title: x"),
        ("+++\nUne phrase.\n+++\nCorps.", nil, "+++"), ("++++\ntitle = 1\n++++\n", nil, "++++"), ("", nil, nil),
        ("---", nil, "---"),
    ])
    func whereFrontMatterEnds(text: String, title: String?, start: String?) throws {
        let (source, document) = try read(text)
        #expect(document.metadata.title?.text == title)
        let first = document.blocks.first.flatMap { source[$0.source].split(separator: "\n").first }
        #expect(first == start.map { $0[...] })
        #expect(document.diagnostics.allSatisfy { $0.code == .noBlocks || $0.code == .dateUnreadable })
    }

    @Test(arguments: ["---\n- a\n- b\n---\nCorps.", "---\n\"a\"\n---\nCorps.", "---\n[a, b]\n---\nCorps."])
    func frontMatterThatIsNoMapping(text: String) throws {
        let document = try read(text).document
        #expect(document.metadata == Metadata())
        #expect(document.diagnostics.map(\.code) == [.frontMatterInvalid])
        #expect(document[document.blocks[0].text] == "Corps.")
    }

    @Test(arguments: [
        ("---\ntitle: x\n\nCorps.", true), ("+++\ntitle = \"x\"\n\nCorps.", true), ("---\n\ntitle: x", false),
        ("---\nUne phrase.\n", false), ("---\n\nUne phrase : oui.", false), ("+++\nUne phrase.", false),
    ])
    func frontMatterWithoutAnEnd(text: String, isReported: Bool) throws {
        let document = try read(text).document
        #expect(document.metadata == Metadata())
        #expect(document.diagnostics.map(\.code) == (isReported ? [.frontMatterUnclosed] : []))
        #expect(document.blocks.first?.text.start == 0)
    }

    /// Aliases that unfold to billions, nesting that would exhaust the stack, and sheer length are read in no time.
    @Test func bombs() throws {
        let laughs = (1..<40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
        let heads = [
            "a0: &a0 x\n\(laughs)\n? *a39\n: y", "x: " + String(repeating: "[", count: 100_000),
            "x: " + String(repeating: "{a: ", count: 10_000), "x:\n  " + String(repeating: "- ", count: 10_000) + "y",
            String(repeating: "? ", count: 20_000),
            (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
            "x: \"" + String(repeating: "é ", count: 1 << 20) + "\"",
            "tags: " + String(repeating: "a, ", count: 200_000),
            "tags: [" + String(repeating: "a, ", count: 200_000) + "]",
            "author: " + String(repeating: "a et ", count: 100_000),
            (0..<50_000).map { "k\($0): v" }.joined(separator: "\n"),
            String(repeating: "title: x\n  y\n", count: 20_000), "x: a\n" + String(repeating: "  y\n", count: 100_000),
            "tags:\n" + String(repeating: "  - a\n", count: 100_000),
        ]
        for head in heads {
            let document = try read("---\ntitle: Devoxx\nlang: fr\n\(head)\n---\nCorps.").document
            #expect(document.metadata.title?.text.hasPrefix("Devoxx") == true)
            // Plain lines need no parser, however many they are.
            #expect(document.diagnostics.allSatisfy { $0.code == .boundExceeded })
        }
        for head in [
            String(repeating: "[", count: 50_000), String(repeating: "a.", count: 30_000) + "a = 1",
            "x = " + String(repeating: "\"\"\"\\", count: 30_000), "x = [" + String(repeating: "{a = ", count: 30_000),
        ] {
            #expect(try read("+++\ntitle = \"Devoxx\"\n\(head)\n+++\nCorps.").document.metadata.title?.text == "Devoxx")
        }
    }

    /// The lines that are read without a parser have the same values with one.
    @Test func realFrontMatterIsReadTheSameByAParser() throws {
        for file in try Texts.corpus() + Texts.sharedReports() {
            let source = try Decoder().decode(file.bytes)
            try expectTheSameOfAParser(source[SourceRange(0, source.utf8.count)])
        }
    }

    /// A first line that is not plain sends the whole to the parser.
    private func expectTheSameOfAParser(_ text: String) throws {
        guard text.hasPrefix("---\n") else { return }
        let fast = try read(text)
        guard fast.document.metadata != Metadata(), fast.document.diagnostics.isEmpty else { return }
        let slow = try read("---\nzz: \"\\u0041\"" + text.dropFirst(3))
        #expect(
            drawn(fast.document.metadata, in: fast.source) == drawn(slow.document.metadata, in: slow.source),
            "\(text.debugDescription)")
        #expect(texts(fast.document.metadata) == texts(slow.document.metadata), "\(text.debugDescription)")
        #expect(
            fast.document.diagnostics.map(\.code) == slow.document.diagnostics.map(\.code), "\(text.debugDescription)")
    }

    private static let seeds = [
        "---\ntitle: \"Été\"\nauthor: [a, b]\ndate: 2023-09-07\ntags:\n  - x\n  - \"y\"\n---\nCorps.",
        "---\nauthors:\n  - name: A\nsummary: |\n  a\n  b\ntitle: 'l''été'\nlang: fr # x\n---\n",
        "+++\ntitle = \"x\"\ndate = 2023-09-07\ntags = [\"a\", 'b']\n[extra]\nauthor = \"\"\"a\"\"\"\n+++\n",
        "Title: x\nDate: 7 septembre 2023\nTags: a, b\n\nCorps.", "title: x\ntags: [a]\n---\nCorps.",
    ]

    @Test func mutatedFrontMatterIsRead() throws {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "\n", "\r\n", "---\n", "+++\n", "...\n", ": ", ":", "\"", "'", "\\", "[", "]", "{", "}", "- ", "? ", "&a ",
            "*a",
            "| ", ">\n", "# ", "!!x ", "%", "@", "`", ",", " et ", " & ", "  ", "\t", "é", "\u{85}", "\u{2028}",
            "\u{FEFF}",
            "\u{7F}", "=", "\"\"\"", "'''", "\\u00e9", "\\xff", "2023-09-07", "31/02/2023", "mai", "null", "title",
            "a:2:{", "<<: ",
            "0", "\u{FFFF}", "\u{1}", "😀", "tags", "author.name", "\n  ",
        ]
        for _ in 0..<40_000 {
            var text = Array((Self.seeds.randomElement(using: &random) ?? "").unicodeScalars)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0...text.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: text.removeSubrange(place..<min(text.count, place + Int.random(in: 0...6, using: &random)))
                case 1: text.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").unicodeScalars, at: place)
                default:
                    let end = min(text.count, place + Int.random(in: 0...20, using: &random))
                    text.insert(contentsOf: text[place..<end], at: place)
                }
            }
            var string = String.UnicodeScalarView()
            string.append(contentsOf: text)
            let (source, document) = try read(String(string))
            try expectTheSameOfAParser(String(string))
            let metadata = document.metadata
            let single = [metadata.title, metadata.url, metadata.language, metadata.site].compactMap { $0 }
            for value in single + metadata.authors + metadata.tags {
                let range = try #require(value.range)
                let slice = source[range]
                let isCut = slice.contains("\u{FFFD}") || value.text.isEmpty || range.isEmpty
                if isCut || range.end > source.utf8.count {
                    Issue.record("\(value) in \(String(string).debugDescription)")
                }
            }
        }
    }

    @Test func frenchKeysAreRead() throws {
        let lines = """
            ---
            titre: Retour du phare
            auteur: Léa Roy
            date de publication: 3 mai 2019
            mots-clés: mer, vent
            résumé: Deux jours en mer.
            chapo: Du vent.
            auteurice-invitée: Yann
            ---

            Texte.
            """
        let (source, document) = try read(lines)
        let metadata = document.metadata
        #expect(
            drawn(metadata, in: source) == [
                "title: Retour du phare", "authors: Léa Roy", "published: 2019-05-03", "tags: mer|vent",
            ])
        #expect(metadata.summaries.map(\.text) == ["Deux jours en mer.", "Du vent."])
    }
}
