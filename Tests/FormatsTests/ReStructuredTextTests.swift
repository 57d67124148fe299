import Formats
import TestSupport
import Testing
import TextModel

struct ReStructuredTextTests {
    private func read(_ text: String) throws -> Document {
        try DocumentReader().read(SourceText(text), as: .rst)
    }

    @Test(arguments: [
        ("Un\n==\n\nTexte.\n\nDeux\n----\n\nTrois\n=====\n", ["h1 Un", "p Texte.", "h2 Deux", "h1 Trois"]),
        ("==\nUn\n==\n\nDeux\n====\n\n==\n A\n==\n", ["h1 Un", "h2 Deux", "h1 A"]),
        ("Un titre\n====\nTexte.\n\nB\n=\n", ["h1 Un titre", "p Texte.", "h1 B"]),
        ("Un titre\n---\n", ["p Un titre ---"]),
        ("Un\ndeux\n----\n\nx", ["p Un deux ----", "p x"]),
        ("1. Le port\n==========\n\n2. Le quai\n==========\n", ["h1 1. Le port", "h1 2. Le quai"]),
        ("a\n\n----\n\nb", ["p a", "rule", "p b"]),
        ("a\n\n...\n\nb", ["p a", "p ...", "p b"]),
        (".. rubric:: À *part*\n\nTexte.", ["h6 À _part_", "p Texte."]),
    ])
    func headings(_ text: String, _ expected: [String]) throws {
        #expect(drawn(try read(text)) == expected)
    }

    @Test(arguments: [
        ("* un\n* deux\n  suite\n\n* trois", ["* un", "* deux suite", "* trois"]),
        ("* un\n\n  Encore.\n\n  - a\n  - b\n\n* deux", ["* un", "  p Encore.", "  - a", "  - b", "* deux"]),
        ("* - a\n  - b", ["*", "  - a", "  - b"]),
        ("*un* mot\n-deux", ["p _un_ mot -deux"]),
        ("* un\n- deux", ["* un", "- deux"]),
        ("1. un\n2. deux\n#. trois", ["1. un", "2. deux", "#. trois"]),
        ("a) un\nb) deux\n\n(1) trois", ["a) un", "b) deux", "(1) trois"]),
        ("2013. Une année", ["p 2013. Une année"]),
        ("M. Kermadec", ["p M. Kermadec"]),
        ("1. un\ndeux", ["p 1. un deux"]),
        (
            "phare\n  une lampe\nport\n  des bateaux\n\nfin",
            ["• phare", "  p une lampe", "• port", "  p des bateaux", "p fin"]
        ),
        ("x\n\n:lieu: Brest\n:quand:\n  demain", ["p x", "• lieu", "  p Brest", "• quand", "  p demain"]),
        ("Voici :\n* un\n* deux", ["p Voici :", "* un", "* deux"]),
        ("Un calcul\n* entre deux", ["p Un calcul * entre deux"]),
        ("Texte\n\n  cité\n\n    plus loin\n\nfin", ["p Texte", ">q cité", ">>q plus loin", "p fin"]),
        ("| un\n| deux\n  suite\n|\n| trois", ["p un⏎deux suite⏎trois"]),
    ])
    func lists(_ text: String, _ expected: [String]) throws {
        #expect(drawn(try read(text)) == expected)
    }

    @Test func numbersThatDoNotFollowBeginAList() throws {
        let document = try read("1. un\n2. deux\n\n1. trois")
        let lists = document.blocks.map { block -> Int? in
            guard case .item(let item) = block.kind else { return nil }
            return item.list
        }
        #expect(lists == [0, 0, 1])
    }

    @Test(arguments: [
        ("*a* et **b c** et ``d*e``", "_a_ et **b c** et `d*e`"),
        ("2 * 3 * 4, a*b*c, *ouvert", "2 * 3 * 4, a*b*c, *ouvert"),
        ("l'*or* et « *a* » et d’*ambre*", "l'_or_ et « _a_ » et d’_ambre_"),
        ("\"*\" et (*) et '*'", "\"*\" et (*) et '*'"),
        ("\\*a* et b\\ *c*\\ d et \\\\", "*a* et b_c_d et \\"),
        ("**a \\** b**", "**a ** b**"),
        ("``c:\\d``", "`c:\\d`"),
        (":code:`x` et :abbr:`AB (a b)` et `y`:strong: et `z`", "`x` et AB (a b) et **y** et _z_"),
        (":ref:`le port <port>`", "le port"),
        ("à 10:30:`", "à 10:30:`"),
        ("mot [1]_ et [#n]_ et [1] et [a b]_", "mot[^1] et[^#n] et [1] et [a b]_"),
        ("_`une cible` ici", "une cible ici"),
        ("a_b_c et d__ et __init__", "a_b_c et d__ et __init__"),
        ("|inconnu| et a | b", "|inconnu| et a | b"),
    ])
    func marks(_ text: String, _ expected: String) throws {
        #expect(drawn(try read(text)) == ["p " + expected])
    }

    @Test(arguments: [
        ("`Le cap <https://cap.example>`_", "[Le cap](https://cap.example)"),
        ("`Le\ncap <https://cap.example/\na>`__", "[Le cap](https://cap.example/a)"),
        ("`<https://cap.example>`_", "[https://cap.example](https://cap.example)"),
        ("`Anna <anna@cap.example>`_", "[Anna](mailto:anna@cap.example)"),
        (
            "`Le Cap`_ et cap_, cap_x\n\n.. _le cap: https://a.example\n.. _Cap: https://b.example",
            "[Le Cap](https://a.example) et [cap](https://b.example), cap_x"
        ),
        ("`a: b`_\n\n.. _`a: b`: https://a.example", "[a: b](https://a.example)"),
        ("`l’abri`_\n\n.. _l'abri: https://a.example", "[l’abri](https://a.example)"),
        ("`perdu`_ et perdu_", "perdu et perdu_"),
        (
            "un__ et `deux`__\n\n__ https://a.example\n.. __: https://b.example",
            "[un](https://a.example) et [deux](https://b.example)"
        ),
        ("un_\n\n.. _un: deux_\n.. _deux: https://a.example", "[un](https://a.example)"),
        ("un_\n\n.. _un: un_", "un_"),
        ("un_\n\n.. _un:\n.. _deux: https://a.example", "[un](https://a.example)"),
        ("(https://cap.example/a_b_), fin", "([https://cap.example/a_b](https://cap.example/a_b)_), fin"),
        ("|cap|\n\n.. |cap| replace:: Le Cap", "Le Cap"),
        ("un |cap| ici\n\n.. |cap| image:: a.png\n   :alt: plan", "un ![plan](a.png) ici"),
    ])
    func links(_ text: String, _ expected: String) throws {
        #expect(drawn(try read(text)) == ["p " + expected])
    }

    @Test(arguments: [
        ("Voici::\n\n  x = 1\n\n  y\n\nfin", ["p Voici:", "code x = 1⏎⏎  y", "p fin"]),
        ("Voici ::\n\n  x", ["p Voici", "code x"]),
        ("::\n\n  x", ["code x"]),
        ("Voici::\n\n> a\n> b\n\nfin", ["p Voici:", "code > a⏎> b", "p fin"]),
        (".. code-block:: python\n   :linenos:\n\n   a = 1\n\nfin", ["code(python) a = 1", "p fin"]),
        (">>> 1 + 1\n2\n\nfin", ["code >>> 1 + 1⏎2", "p fin"]),
        (".. image:: a.png\n   :alt: Un plan\n   :width: 20", ["image(a.png) Un plan"]),
        (
            ".. figure:: a.png\n   :alt: Plan\n\n   Le *port*\n\n   Encore.",
            ["image(a.png) Plan", "caption Le _port_", "p Encore."]
        ),
        (".. note:: Le texte\n   suit.\n\n   Encore.", ["p Le texte suit.", "p Encore."]),
        (".. note::\n   :class: x\n\n   Le texte.", ["p Le texte."]),
        (".. warning::\n\n   * un\n   * deux", ["* un", "* deux"]),
        (".. topic:: À retenir\n\n   Le texte.", ["h6 À retenir", "p Le texte."]),
        (".. container:: boite\n\n   Le texte.", ["p Le texte."]),
        (".. epigraph::\n\n   Cité.", [">q Cité."]),
        (
            ".. youtube:: abc\n\n.. vimeo:: 12",
            ["embed(https://www.youtube.com/embed/abc)", "embed(https://player.vimeo.com/video/12)"]
        ),
        (".. raw:: html\n\n   <iframe src='https://cap.example/v'></iframe>", ["embed(https://cap.example/v)"]),
        (".. un commentaire\n   sur deux lignes\n\nvisible", ["p visible"]),
        ("..\n\n   cité", [">q cité"]),
        ("..pas un commentaire", ["p ..pas un commentaire"]),
        (".. contents::\n   :depth: 2\n\nx", ["p x"]),
        ("mot [1]_\n\n.. [1] La note\n   suit.", ["p mot[^1]", "p La note suit."]),
    ])
    func blocks(_ text: String, _ expected: [String]) throws {
        #expect(drawn(try read(text)) == expected)
    }

    @Test(arguments: [
        (
            "+---+---+\n| a | b |\n+---+---+\n\nfin", ["p fin"], Diagnostic.Code.constructSkipped,
            "+---+---+\n| a | b |\n+---+---+"
        ),
        (
            "==  ==\na   b\n==  ==\n1   2\n==  ==\n\nfin", ["p fin"], .constructSkipped,
            "==  ==\na   b\n==  ==\n1   2\n==  =="
        ),
        ("a\n\n.. inconnu:: x\n\n   y\n\nb", ["p a", "p b"], .constructSkipped, ".. inconnu:: x\n\n   y"),
        (".. raw:: latex\n\n   <p>x</p>\n", [], .constructSkipped, ".. raw:: latex\n\n   <p>x</p>"),
        (":date: hier\n\nx", ["p x"], .dateUnreadable, "hier"),
    ])
    func diagnostics(_ text: String, _ expected: [String], _ code: Diagnostic.Code, _ place: String) throws {
        let document = try read(text)
        #expect(drawn(document) == expected)
        let diagnostic = try #require(document.diagnostics.first { $0.code == code })
        #expect(diagnostic.range.map { SourceText(text)[$0] } == place)
    }

    @Test func theTitleAndItsFieldsAreMetadata() throws {
        let text = """
            .. un commentaire

            #########
            Le *cap*
            #########

            :date: 2023-09-07 10:00
            :tags: phare, port
            :author: Anna Kermadec
            :lang: fr
            :slug: le-cap

            Le port
            =======

            Texte.
            """
        let document = try read(text)
        let metadata = document.metadata
        #expect(drawn(document) == ["h2 Le port", "p Texte."])
        #expect(metadata.title?.text == "Le cap")
        #expect(metadata.title?.range.map { SourceText(text)[$0] } == "Le *cap*")
        #expect(metadata.authors.map(\.text) == ["Anna Kermadec"])
        #expect(metadata.published?.date.description == "2023-09-07")
        #expect(metadata.published?.source == .attribute)
        #expect(metadata.tags.map(\.text) == ["phare", "port"])
        #expect(metadata.language?.text == "fr")
    }

    @Test(arguments: [
        // Nikola's comments, Tinkerer's directives.
        (".. title: Le cap\n.. date: 2023-09-07\n.. tags: a, b\n\nx", "Le cap", "2023-09-07", ["a", "b"], ["p x"]),
        ("Le cap\n======\n\n.. author:: Anna\n.. tags:: a\n\nx", "Le cap", nil, ["a"], ["p x"]),
        // Two sections of a style: none is the document's title.
        ("Un\n==\n\nx\n\nDeux\n====\n", nil, nil, [], ["h1 Un", "p x", "h1 Deux"]),
        // Text stands before the section.
        ("x\n\nUn\n==\n", nil, nil, [], ["p x", "h1 Un"]),
        // Fields below text are text.
        ("x\n\n:date: 2023-09-07", nil, nil, [], ["p x", "• date", "  p 2023-09-07"]),
    ])
    func metadata(
        _ text: String, _ title: String?, _ date: String?, _ tags: [String], _ expected: [String]
    ) throws {
        let document = try read(text)
        #expect(drawn(document) == expected)
        #expect(document.metadata.title?.text == title)
        #expect(document.metadata.published?.date.description == date)
        #expect(document.metadata.tags.map(\.text) == tags)
    }

    @Test func sourcesHoldTheMarkup() throws {
        let text =
            "==\r\nUn\r\n==\r\n\r\n* un\r\n  deux\r\n\r\n.. image:: a.png\r\n   :alt: b\r\n\r\n==\r\nB\r\n==\r\nFin *ici*\r\n"
        let source = SourceText(text)
        #expect(
            try read(text).blocks.map { source[$0.source] } == [
                "==\r\nUn\r\n==", "* un\r\n  deux", ".. image:: a.png\r\n   :alt: b", "==\r\nB\r\n==", "Fin *ici*",
            ])
    }

    @Test(arguments: [
        "*", "**", "`", "``", "|", "_", "[", "[a]_", ":", ":a:`", "*a ", "`a ", "``a ", "|a ", "a_ ", "a-", "a.b_",
        "\\",
        "====\n", "= =\n", "=\n", "x\n=\n", "* ", "* a\n", "- \n", "1. ", "1. a\n", ":a: b\n", "a\n b\n", "x::\n\n",
        ".. a\n",
        ".. _a: b_\n", ".. |a| replace:: b\n", ".. note::\n", "+-+\n", "> ", "| a\n", "https://", "<", "__ a\n",
        ".. _a:\n",
        "`a <b>`_ ", "\u{e9}_ ", " \n", ">>> a\n", "x\n----\n\n",
    ])
    func hostileTextIsReadQuickly(_ piece: String) throws {
        let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
        let clock = ContinuousClock()
        var document = Document(format: .rst)
        let time = try clock.measure { document = try read(text) }
        #expect(time < .seconds(3))
        #expect(isSound(document))
    }

    @Test(arguments: [" a\n", "* a\n", ".. note:: a\n", "a\n"])
    func nestingIsBounded(_ piece: String) throws {
        let text = (0..<600).map { String(repeating: " ", count: $0) + piece }.joined()
        let document = try read(text)
        #expect(document.diagnostics.contains { $0.code == .boundExceeded })
        #expect(isSound(document))
    }

    @Test func anyTextIsSound() throws {
        var generator = SeededGenerator(seed: 2)
        let pieces = [
            "*", "**", "`", "``", "|", "_", "[1]_", ":a:", "\\", "\n", "\n\n", "\n  ", "\n   ", "====", "----", "* ",
            "- ", "1. ",
            ".. ", ".. note:: ", ".. image:: a\n   :alt: b", ".. _a: b", "::", "a", "é", " ", "https://a.fr", "<b>`_",
            "a_",
            ".. |a| replace:: c", "|a|", "\r\n", "\t", "’", ">>> ", "+-+", "== ==", ":a: b", "__",
        ]
        for _ in 0..<3000 {
            let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let document = try read(text)
            #expect(isSound(document), "\(text)")
        }
    }
}
