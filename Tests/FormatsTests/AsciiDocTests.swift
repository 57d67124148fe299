import Formats
import TestSupport
import Testing
import TextModel

struct AsciiDocTests {
    private func read(_ text: String) throws -> Document {
        try DocumentReader().read(SourceText(text), as: .asciidoc)
    }

    @Test(arguments: [
        ("== Le port\n\nTexte.", ["h2 Le port", "p Texte."]),
        ("== Le port ==\nTexte.", ["h2 Le port", "p Texte."]),
        ("## Le *port*\n", ["h2 Le **port**"]),
        ("==Le port", ["p ==Le port"]),
        ("======= Sept", ["p ======= Sept"]),
        ("Le port\n-------\n\nTexte.", ["h2 Le port", "p Texte."]),
        ("Le port\n~~~~~~~~\n", ["h3 Le port"]),
        ("Le port de Brest\n----\nx = 1\n----", ["p Le port de Brest", "code x = 1"]),
        ("Texte.\n== Le port\nSuite.", ["p Texte.", "h2 Le port", "p Suite."]),
        (".À retenir\n* un\n* deux", ["h6 À retenir", "* un", "* deux"]),
        (".Le schéma\nimage::a.png[Un plan]", ["caption Le schéma", "image(a.png) Un plan"]),
        (".Le code\n[source,java]\n----\nx\n----", ["caption Le code", "code(java) x"]),
        (". un\n. deux", [". un", ". deux"]),
        ("...et puis rien", ["p ...et puis rien"]),
    ])
    func headings(_ text: String, _ expected: [String]) throws {
        #expect(drawn(try read(text)) == expected)
    }

    @Test(arguments: [
        ("* un\n** deux\n* trois", ["* un", "  ** deux", "* trois"]),
        ("- un\n- deux\nsuite", ["- un", "- deux suite"]),
        ("* un\n. a\n. b\n* deux", ["* un", "  . a", "  . b", "* deux"]),
        ("1. un\n2. deux", ["1. un", "2. deux"]),
        ("<1> un\n<2> deux", ["<1> un", "<2> deux"]),
        ("* [x] fait\n* [ ] à faire", ["* fait", "* à faire"]),
        ("* [a] texte\n", ["* [a] texte"]),
        ("*un* mot", ["p **un** mot"]),
        ("****** six", ["p ****** six"]),
        ("2023. Une année", ["p 2023. Une année"]),
        ("M. Kermadec parle.", ["p M. Kermadec parle."]),
        ("a. un\nb. deux", ["a. un", "b. deux"]),
        ("* un\n+\nSuite.\n\n* deux", ["* un", "  p Suite.", "* deux"]),
        ("* un\n\nSuite.\n\n* deux", ["* un", "p Suite.", "* deux"]),
        ("* un\n** deux\n\n\n+\nDu premier.", ["* un", "  ** deux", "  p Du premier."]),
        ("* un\n----\nx\n----\n* deux", ["* un", "  code x", "* deux"]),
        ("* un\n\n  littéral\n\n* deux", ["* un", "  code littéral", "* deux"]),
        (
            "* un\n+\n====\nDans l'exemple.\n\n* dedans\n====\n* deux",
            ["* un", "  p Dans l'exemple.", "  * dedans", "* deux"]
        ),
        ("Voici :\n* un\n* deux", ["p Voici :", "* un", "* deux"]),
        ("Un mot\n- entre tirets - puis\nla suite", ["p Un mot - entre tirets - puis la suite"]),
        ("Voici :\n- un\n- deux", ["p Voici :", "- un", "- deux"]),
        ("Phare:: une lampe\nPort::\n  des bateaux", [":: Phare", "  p une lampe", ":: Port", "  p des bateaux"]),
        ("L'espace std::vec est vaste", ["p L'espace std::vec est vaste"]),
    ])
    func lists(_ text: String, _ expected: [String]) throws {
        #expect(drawn(try read(text)) == expected)
    }

    @Test func listsAreCountedAndOrdered() throws {
        let document = try read("* un\n\n//-\n\n* deux\n\n. trois")
        let items = document.blocks.compactMap { block -> ListItem? in
            guard case .item(let item) = block.kind else { return nil }
            return item
        }
        #expect(items.map(\.list) == [0, 1, 2])
        #expect(items.map(\.isOrdered) == [false, false, true])
        #expect(items.map(\.depth) == [1, 1, 2])
    }

    @Test(arguments: [
        ("*gras* et _penché_ et `mono`", "**gras** et _penché_ et `mono`"),
        ("un**mili**eu, __a__b, ``c``d", "un**mili**eu, _a_b, `c`d"),
        ("un*mili*eu et snake_case_name", "un*mili*eu et snake_case_name"),
        ("2 * 3 * 4 et * seul", "2 * 3 * 4 et * seul"),
        ("*pas fermé", "*pas fermé"),
        ("\\*pas gras* et \\_non_", "*pas gras* et _non_"),
        ("C:\\dossier \\ seul", "C:\\dossier \\ seul"),
        ("#marqué# et [.rouge]#rôle# et [line-through]#barré#", "marqué et rôle et ~~barré~~"),
        ("le C# et #sujet", "le C# et #sujet"),
        ("`_[a=b]_` puis `*x*`", "`_[a=b]_` puis `**x**`"),
        ("+*brut*+ et ++_brut_++ et `+*x*+`", "*brut* et _brut_ et `*x*`"),
        ("C++ ou C++, 1 + 2 + 3", "C++ ou C++, 1 + 2 + 3"),
        ("+++<u>souligné</u>+++ et pass:[<b>gras</b>]", "souligné et gras"),
        ("E=mc^2^ et H~2~O, ~/a et ~/b", "E=mc2 et H2O, ~/a et ~/b"),
        ("\"`cité`\" et '`cité`'", "\"cité\" et 'cité'"),
        ("l'`attribut` et d'*or*", "l'`attribut` et d'**or**"),
        ("Ligne une +\nligne deux", "Ligne une⏎ligne deux"),
        ("`a +` et `+ b +`", "`a +` et `+ b +`"),
        ("Ligne une\nligne + deux", "Ligne une ligne + deux"),
        ("un {nbsp}{empty}! &#8217; &amp; {nom}", "un \u{A0}! ’ & {nom}"),
        ("a & b; {pas fermé", "a & b; {pas fermé"),
        ("avant [[ancre]]après [1] [[]]", "avant après [1] [[]]"),
        ("((visible)) (((caché)))fin ((ouvert", "visible fin ((ouvert"),
        ("un\n// caché\ndeux", "un deux"),
    ])
    func marks(_ text: String, _ expected: String) throws {
        #expect(drawn(try read(text)) == ["p " + expected])
    }

    @Test(arguments: [
        ("https://cap.example[Le *cap*] !", "[Le **cap**](https://cap.example) !"),
        ("https://cap.example/a_b_c.", "[https://cap.example/a_b_c](https://cap.example/a_b_c)."),
        ("(http://cap.example/x(y))", "([http://cap.example/x(y)](http://cap.example/x(y)))"),
        ("<https://cap.example>", "[https://cap.example](https://cap.example)"),
        ("\\https://cap.example", "https://cap.example"),
        ("xhttps://cap.example", "xhttps://cap.example"),
        ("https://", "https://"),
        ("link:notes.pdf[Notes, window=_blank]", "[Notes](notes.pdf)"),
        ("https://cap.example[\"Un, deux\", role=x]", "[Un, deux](https://cap.example)"),
        ("https://cap.example[Ici^]", "[Ici](https://cap.example)"),
        ("link:notes.pdf[]", "[notes.pdf](notes.pdf)"),
        ("un link: vers [rien]", "un link: vers [rien]"),
        ("mailto:anna@cap.example[Anna]", "[Anna](mailto:anna@cap.example)"),
        ("<<port,le port>> et <<quai>>", "[le port](#port) et [quai](#quai)"),
        ("a << b >> c", "a << b >> c"),
        ("xref:autre.adoc#x[L'autre]", "[L'autre](autre.adoc#x)"),
        ("un image:a.png[plan, 20] ici", "un ![plan](a.png) ici"),
        ("https://cap.example[image:a.png[plan]]", "[![plan](a.png)](https://cap.example)"),
        ("mot footnote:[Une https://cap.example[note].] fin", "mot [^Une [note](https://cap.example).] fin"),
        ("kbd:[Ctrl+C] et btn:[OK] et icon:ancre[]", "`Ctrl+C` et OK et"),
    ])
    func links(_ text: String, _ expected: String) throws {
        #expect(drawn(try read(text)) == ["p " + expected])
    }

    @Test func declaredAttributesStandInAddressesOnly() throws {
        let document = try read(":site: https://cap.example\n\nVoir link:{site}/a[la page] de {site}.")
        #expect(drawn(document) == ["p Voir [la page](https://cap.example/a) de {site}."])
    }

    @Test(arguments: [
        ("[source,swift]\n----\nlet a\n\n  b\n----", ["code(swift) let a⏎⏎  b"]),
        ("[,java]\n----\na\n----", ["code(java) a"]),
        ("```rust\na\n```\nTexte.", ["code(rust) a", "p Texte."]),
        ("....\n*a*\n....", ["code *a*"]),
        ("[source]\n* a\n* b\n\nTexte.", ["code * a⏎* b", "p Texte."]),
        (" littéral\n suite", ["code littéral⏎ suite"]),
        ("____\nCité.\n\nEncore.\n____", [">q Cité.", ">q Encore."]),
        ("[quote, Anna]\nCité.", [">q Cité."]),
        ("> Cité\n> encore", [">q Cité encore"]),
        ("[verse]\nun\ndeux", [">q un⏎deux"]),
        ("[%hardbreaks]\nun\ndeux", ["p un⏎deux"]),
        ("====\nExemple.\n\n* un\n====", ["p Exemple.", "* un"]),
        ("****\nÀ côté.\n****\n\n--\nOuvert.\n--", ["p À côté.", "p Ouvert."]),
        ("NOTE: Le texte.", ["p Le texte."]),
        ("[NOTE]\n====\nLe texte.\n====", ["p Le texte."]),
        ("NOTER: Le texte.", ["p NOTER: Le texte."]),
        ("////\ncaché\n////\nTexte.\n// caché", ["p Texte."]),
        ("/// visible", ["p /// visible"]),
        ("un\n\n'''\n\n---\n\ndeux\n\n<<<", ["p un", "rule", "rule", "p deux"]),
        ("[[ancre]]\n[.lead]\nTexte.", ["p Texte."]),
        ("[…]", ["p […]"]),
        ("ifdef::web[]\nTexte.\nendif::[]", ["p Texte."]),
        ("image::a.png[Un plan, 200, title=\"Le port\"]", ["image(a.png) Un plan", "caption Le port"]),
        ("image::a.png[]", ["image(a.png)"]),
        ("video::abc[youtube]\n\nvideo::a.mp4[]", ["embed(https://www.youtube.com/embed/abc)", "embed(a.mp4)"]),
        ("Texte.\nimage::a.png[Plan]", ["p Texte.", "image(a.png) Plan"]),
        ("image:: a.png[Plan]", [":: image", "  p a.png[Plan]"]),
        ("++++\n<p>un <b>mot</b></p>\n++++", ["p un **mot**"]),
        ("++++\n<iframe src=\"https://cap.example/v\"></iframe>\n++++", ["embed(https://cap.example/v)"]),
    ])
    func blocks(_ text: String, _ expected: [String]) throws {
        #expect(drawn(try read(text)) == expected)
    }

    @Test(arguments: [
        ("a\n\n|===\n|x |y\n|===\n\nb", ["p a", "p b"], Diagnostic.Code.constructSkipped, "|===\n|x |y\n|==="),
        ("a\n\ninclude::b.adoc[]\n\nb", ["p a", "p b"], .constructSkipped, "include::b.adoc[]"),
        ("a\n\n----\nx\n", ["p a", "code x"], .markupTruncated, "----"),
        (":date: hier\n\na", ["p a"], .dateUnreadable, "hier"),
    ])
    func diagnostics(_ text: String, _ expected: [String], _ code: Diagnostic.Code, _ place: String) throws {
        let document = try read(text)
        #expect(drawn(document) == expected)
        let diagnostic = try #require(document.diagnostics.first { $0.code == code })
        #expect(diagnostic.range.map { SourceText(text)[$0] } == place)
    }

    @Test func theHeaderIsMetadata() throws {
        let text = """
            // note
            :tags: phare, port

            = Le *cap* des phares
            Anna Kermadec <anna@cap.example>; Yann Le Goff
            v1.0, 2023-09-07: relu
            :lang: fr
            :keywords: mer

            Texte.
            """
        let document = try read(text)
        let metadata = document.metadata
        #expect(drawn(document) == ["p Texte."])
        #expect(metadata.title?.text == "Le cap des phares")
        #expect(metadata.title?.range.map { SourceText(text)[$0] } == "Le *cap* des phares")
        #expect(metadata.authors.map(\.text) == ["Anna Kermadec", "Yann Le Goff"])
        #expect(metadata.published?.date == CalendarDate(year: 2023, month: 9, day: 7))
        #expect(metadata.published?.source == .attribute)
        #expect(metadata.tags.map(\.text) == ["phare", "port", "mer"])
        #expect(metadata.language?.text == "fr")
    }

    @Test(arguments: [
        ("= Titre\n:jbake-date: 2020-01-02\n:jbake-tags: a,b\n\nx", "Titre", "2020-01-02", ["a", "b"]),
        (":doctitle: Titre\n:revdate: 02/01/2020\n:author: Anna\n\nx", "Titre", "2020-01-02", []),
        ("Titre\n=====\nAnna Kermadec\n2020-01-02\n\nx", "Titre", "2020-01-02", []),
        (":doctitle: Un titre \\\nsur deux lignes\n\nx", "Un titre sur deux lignes", nil, []),
        (":doctitle: Titre\n\n= Autre\n\nx", "Titre", nil, []),
        (":!doctitle: non\n\nx", nil, nil, []),
    ])
    func attributes(_ text: String, _ title: String?, _ date: String?, _ tags: [String]) throws {
        let document = try read(text)
        #expect(drawn(document) == ["p x"])
        #expect(document.metadata.title?.text == title)
        #expect(document.metadata.published?.date.description == date)
        #expect(document.metadata.tags.map(\.text) == tags)
    }

    @Test(arguments: [
        ("= Titre\nUn texte collé au titre, sans ligne vide.", ["p Un texte collé au titre, sans ligne vide."]),
        ("= Titre\n\nAnna Kermadec\n\n= Encore", ["p Anna Kermadec", "h1 Encore"]),
        ("Bonjour :phare: ici", ["p Bonjour :phare: ici"]),
        ("= Titre\nAnna Kermadec\nTexte collé.", ["p Texte collé."]),
    ])
    func whatIsNoHeader(_ text: String, _ expected: [String]) throws {
        #expect(drawn(try read(text)) == expected)
    }

    @Test func sourcesHoldTheMarkup() throws {
        let text = "== Le port ==\r\n\r\n* un\r\n* deux\r\n\r\n----\r\nx\r\n----\r\n\r\nFin *ici*\r\n"
        let source = SourceText(text)
        #expect(
            try read(text).blocks.map { source[$0.source] }
                == ["== Le port ==", "* un", "* deux", "----\r\nx\r\n----", "Fin *ici*"])
    }

    @Test(arguments: [
        "*", "_", "`", "#", "^", "~", "+", "[", "]", "[[", "<<", "((", "(((", "{", "\\*a ", "*a _b ", "`a \"`b ",
        "====\n",
        "= ", "== x\n", "* ", "* a\n", "** a\n* b\n", "+\n", "----\n", "____\n", "[a]\n", ".a\n", "a::\n", "a:: ",
        "https://", "https://a[", "link:a[", "image:a[", "footnote:[", "menu:a[", "pass:[<", ":a: \\\n", "//\n",
        "////\n",
        "|===\n", "> ", "&#1;", "[.a]#", "x\n=\n", "a +\n", "ifdef::a[]\n", "\u{e9}*", "<", "\"`", "'`", "+++", "++",
    ])
    func hostileTextIsReadQuickly(_ piece: String) throws {
        let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
        let clock = ContinuousClock()
        var document = Document(format: .asciidoc)
        let time = try clock.measure { document = try read(text) }
        #expect(time < .seconds(3))
        #expect(isSound(document))
    }

    @Test func nestingIsBounded() throws {
        let opening = (4..<200).map { String(repeating: "=", count: $0) + "\n" }
        let document = try read(opening.joined() + "texte\n" + opening.reversed().joined())
        #expect(document.diagnostics.contains { $0.code == .boundExceeded })
        #expect(isSound(document))
    }

    @Test func anyTextIsSound() throws {
        var generator = SeededGenerator(seed: 1)
        let pieces = [
            "*", "_", "`", "#", "+", "[", "]", "<<", ">>", "{nbsp}", "\\", "=", "== ", "\n", "\n\n", "----", "====",
            "____",
            "* ", "** ", ". ", "::", " ", "a", "é", "https://a.fr", "[a]", "image::a[b]", "image:a[b]", "//", "|===",
            ".T\n",
            ":a: b\n", "\r\n", "\"`", "`\"", "+\n", "[quote]\n", "footnote:[", "> ", "\t", "’", "((", "))", "&amp;",
            "1. ",
        ]
        for _ in 0..<3000 {
            let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let document = try read(text)
            #expect(isSound(document), "\(text)")
        }
    }
}
