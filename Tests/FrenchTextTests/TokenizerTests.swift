import Testing
import TextModel

/// What is cut and what is not: each case has a near miss beside it.
struct TokenizerTests {
    @Test(arguments: [
        // Elisions, and words with an apostrophe inside
        "l'|INSA", "d'|Ormesson", "D'|ANGÉLIQUE", "jusqu'|à", "JUSQU'|À", "lorsqu'|il", "qu'|est|-ce", "n'|y", "y'|a",
        "aujourd'hui", "AUJOURD'HUI", "prud'homme", "O'Brian", "quelqu'un", "Quelqu'une", "quoiqu'|un", "presqu'île",
        "presqu'|ici", "rock'n'roll", "'|mot|'", "'|chouette|'", "c'|est", "c'est-à-dire", "l'|Île-de-France",
        "qu'|Angular.js",
        "lorsqu'|aujourd'hui", "Saint-Nicolas-d'Acy", "the 90's", "O'Brian-Smith",
        // Hyphens
        "Haïm-Lubczanski", "Jean-Baptiste", "peut-être", "rendez-vous", "ceux-ci", "celui-là", "lui-même", "week-end",
        "dit|-il", "DIT|-IL", "Jong-Il", "a|-t-on", "A|-T-ON", "va|-t'|en", "vas|-y", "donne|-moi", "donne|-le|-moi",
        "est|-ce",
        "est|-ce|-que", "Objective-C", "vitamine-E", "add-on", "peut|-on", "tête-à-tête", "prêt-à-porter",
        "Vaux-le-Vicomte",
        "Covid-19", "kube-proxy", "UTF-8", "oui -- non", "étudiant-e-s", "- dit",
        // Abbreviations
        "M.| Dupont".replacing("|", with: ""), "cf. infra", "etc.", "p. ex.", "p.|ex", "M.|Dupont", "J.-P. Roy",
        "S.N.C.F.",
        "i.e. là", "c.-à-d.", "n° 5", "art. 12", "de l'|art|.", "un cap|.", "Mme. Roy", "c'|est moi|.",
        // Numbers, times, dates, units
        "24h", "10h30", "10H30", "14:05", "1_234,5", "12_000 km", "12 3456", "en 2010 200 ans", "1er", "2e", "3ème",
        "XXIe", "Ve",
        "Ce", "Ver", "Le", "8/10e", "20 %", "20|%", "5 €", "12|km", "10|Go", "3D", "4x4", "2FA", "19|°C", "-3", "5-0",
        "1,5", "1.5",
        "192.168.0.1", "06/09/2023", "2023-09-06", "2007-2008", "10_000 000".replacing(" ", with: "_"), "m²", "3|°",
        "10 Go", "3 m", "10|ans", "5G", "2éme", "8h|/|semaine", "100|/|500|ms", "+100|ms", "1:2500", "1:25",
        "1.000.000.000", "2013-10-19T11:44:00+02:00", "2013-10-19|.", "n°. 1", "n° 1",
        // Inclusive writing
        "intervenant·e·s", "développeur.euse.s", "tou(te)s", "content(e)", "main|(|args|)", "Titre|(|Nom|)", "le.s",
        "fin.es", "(re)voir", "(|voir|)|Ici",
        // Code, addresses
        "Node.js", "README.md", "C++", "C#", "F#", ".NET", "k8s", "v1.28", "1.28.3", "CI/CD", "et|/|ou", "km/h",
        "src/main.c",
        "/etc/hosts", "|/|ou", ".gitignore", ".|Ensuite", "doc|.|Ensuite", "doc.ensuite", "std::vector", "main()",
        "https://exemple.fr/a_(b)?c=d#e".replacing("_", with: "-"), "(|http://exemple.fr/a|)|.", "http://exemple.fr|.",
        "exemple.fr", "exemple.fr/page?id=3", "exemple.fin", "ana.b+c@exemple.fr", "ana|@exemple", "@zwin",
        "@ana@framapiaf.org", "#conf2024", "# conf", "#|1", "R&D",
        "java.util.Set", "RetentionPolicy.RUNTIME", "M.|DUPONT", "l'|ONU|.|Il", "min.insync.replica", "HTML/CSS/JS",
        // Emoticons, emoji, ellipses, marks
        ":-)", ";)", ":D", "Note|:|Dans", "mot |:|*", "em|;|*", ";-)", "nbsp|;|patron", ":'(", "<3", "^^", "\\o/",
        ":tada:", "10:30:45", "😀", "👩‍💻", "🇫🇷|🇧🇪", "1⃣", "👍🏽",
        "©",
        "bon|...", "(...)", "quoi|?!", "super|!!!", "->", "«| mot »".replacing("|", with: ""), "a|,|b",
    ])
    func cuts(drawing: String) throws {
        let drawn = Drawn(drawing)
        #expect(try TextLayer().tokens(drawn.text).map(\.text) == drawn.tokens)
    }

    @Test(arguments: [
        ("mot", TokenKind.word), ("l’", .elidedWord), ("qu'", .elidedWord), ("peut-être", .hyphenatedWord),
        ("etc.", .abbreviation),
        ("J.-P.", .abbreviation), ("1 234,5", .number), ("-3", .number), ("2e", .ordinal), ("XXIe", .ordinal),
        ("10h30", .time),
        ("14:05", .time), ("06/09/2023", .date), ("2007-2008", .date), ("%", .unit), ("2éme", .ordinal),
        ("1:2500", .number), ("2013-10-19T11:44Z", .date), ("(re)voir", .word), ("€", .unit), ("km/h", .unit),
        ("Node.js", .code), ("C++", .code), ("v1.28", .code), ("k8s", .code), ("src/main.c", .code),
        ("http://exemple.fr/a", .url), ("exemple.fr", .url), ("a@exemple.fr", .email), ("@ana", .handle),
        ("#tag", .hashtag),
        (":-)", .emoticon), ("😀", .emoji), (":tada:", .emoji), ("...", .ellipsis), ("…", .ellipsis),
        (",", .punctuation),
        ("•", .listMark), ("intervenant·e·s", .word), ("tou(te)s", .word), ("développeur.euse.s", .word), ("3D", .code),
        ("snake_case", .code), ("4x4", .code),
    ])
    func tellsTheKind(text: String, kind: TokenKind) throws {
        let found = try TextLayer().tokens(text)
        #expect(found.map(\.kind) == [kind])
    }

    @Test func partsOfACutHaveKindsOfTheirOwn() throws {
        let layer = try TextLayer()
        #expect(try layer.tokens("dit-il").map(\.kind) == [.word, .encliticPronoun])
        #expect(try layer.tokens("12km").map(\.kind) == [.number, .unit])
        #expect(try layer.tokens("20 %").map(\.kind) == [.number, .unit])
        #expect(try layer.tokens("qu'il").map(\.kind) == [.elidedWord, .word])
        // A unit behind a space, but not one letter, and not without a number.
        #expect(try layer.tokens("10 Go").map(\.kind) == [.number, .unit])
        #expect(try layer.tokens("les 3 V").map(\.kind) == [.word, .number, .word])
        #expect(try layer.tokens("le Go").map(\.kind) == [.word, .word])
        #expect(try layer.tokens("8h/semaine").map(\.kind) == [.time, .punctuation, .word])
    }

    @Test(arguments: [
        ("- a\n* b\n• c\n1. d\n2) e\n– f\n  - g", 7), ("a - b\nc * d", 0), ("-a\n*b", 0), ("2010. a", 0), ("1.5 a", 0),
        ("M. Roy", 0),
    ])
    func listMarksStandAtTheStartOfALine(text: String, count: Int) throws {
        #expect(try TextLayer().tokens(text).count { $0.kind == .listMark } == count)
    }

    /// `'` and its family, NFC and NFD, spaces and line ends of every sort: the same tokens.
    @Test func everyByteIsInOneTokenAndNoneCrossesALine() throws {
        let layer = try TextLayer()
        let text = "\u{FEFF}L’été,\r\n— dit-il… «\u{A0}œuvre\u{A0}»\u{200B}\n"
        let found = try layer.analyzer.text(of: Array(text.utf8))
        let ranges = found.analyzed.tokens.map { found.analyzed.matching.map.sourceRange(of: $0.range) }
        #expect(ranges.map { found.source[$0] }.joined() == text)
        for token in found.analyzed.tokens where token.kind != .newline {
            #expect(!found.analyzed.matching[token.range].contains("\n"))
        }
    }
}
