import Formats
import TestSupport
import Testing
import TextModel

/// Plain text, drawn a line a block: `p` a paragraph, the mark an item (indented by depth), `h2` a heading, `>` a
/// quotation, `rule`.
struct PlainTextTests {
    private func plainDrawn(_ text: String) throws -> [String] {
        let document = try DocumentReader().read(SourceText(text), as: .text)
        return document.blocks.map { block in
            let text = document[block.text]
            switch block.kind {
            case .heading(let level, _): return "h\(level) \(text)"
            case .paragraph: return String(repeating: "  ", count: plainDepth(of: block, document)) + "p \(text)"
            case .item(let item):
                return String(repeating: "  ", count: item.depth - 1) + "\(item.marker) \(text)"
            case .quote: return String(repeating: ">", count: block.quoteDepth) + " \(text)"
            case .rule: return "rule"
            case .code, .cell, .image, .caption, .embed: return "?"
            }
        }
    }

    private func plainDepth(of block: Block, _ document: Document) -> Int {
        guard let parent = block.parent, case .item(let item) = document.blocks[parent].kind else { return 0 }
        return item.depth
    }

    private func plainLists(_ text: String) throws -> [Int] {
        try DocumentReader().read(SourceText(text), as: .text).blocks.compactMap {
            if case .item(let item) = $0.kind { item.list } else { nil }
        }
    }

    @Test(
        arguments: [
            ("Un.\nDeux.", ["p Un.", "p Deux."]),
            ("\u{FEFF}Un.\r\n\r\nDeux.\rTrois.", ["p Un.", "p Deux.", "p Trois."]),
            ("  Un  mot\tde plus \u{A0}\n", ["p Un mot de plus"]),
            (" \u{A0}\n\t\n", []),
            ("Un.\n---\n\n***\n* * *\n____\nDeux.", ["p Un.", "rule", "rule", "rule", "rule", "p Deux."]),
            ("--\nMaud\n..", ["p --", "p Maud", "p .."]),
        ] as [(String, [String])])
    func linesAreParagraphs(text: String, blocks: [String]) throws {
        #expect(try plainDrawn(text) == blocks)
    }

    @Test(
        arguments: [
            ("- un\n- deux", ["- un", "- deux"]),
            ("* seul", ["* seul"]),
            ("•\tun\n•deux", ["• un", "• deux"]),
            ("▪ un\n✓ vu\n✓ lu", ["▪ un", "  ✓ vu", "  ✓ lu"]),
            ("- un\n  - deux\n      * trois\n- quatre", ["- un", "  - deux", "    * trois", "- quatre"]),
            ("\t• un\n\t\to deux\n\t• trois", ["• un", "  o deux", "• trois"]),
            ("• un\no deux\no trois\n• quatre", ["• un", "  o deux", "  o trois", "• quatre"]),
            ("1. un\n2. deux", ["1. un", "2. deux"]),
            ("1) un\n\n2) deux", ["1) un", "2) deux"]),
            ("1/ un\n2/ deux", ["1/ un", "2/ deux"]),
            ("a) un\nb) deux", ["a) un", "b) deux"]),
            ("(1) un\n(2) deux", ["(1) un", "(2) deux"]),
            ("1. un\n1. deux\n1. trois", ["1. un", "1. deux", "1. trois"]),
            ("1. un\n   - a\n   - b\n2. deux", ["1. un", "  - a", "  - b", "2. deux"]),
            ("👉 un\n👉 deux", ["👉 un", "👉 deux"]),
            ("👩‍🏫 un\n👩‍🏫 deux", ["👩‍🏫 un", "👩‍🏫 deux"]),
            ("→ un\n→ deux", ["→ un", "→ deux"]),
            ("— un\n— deux", ["— un", "— deux"]),
            ("-un\n-deux", ["- un", "- deux"]),
            ("- un\n  suite\n- deux", ["- un suite", "- deux"]),
            ("- un\n\n  suite\n\nFin.", ["- un", "  p suite", "p Fin."]),
            ("- un\nFin.", ["- un", "p Fin."]),
        ] as [(String, [String])])
    func marksMakeItems(text: String, blocks: [String]) throws {
        #expect(try plainDrawn(text) == blocks)
    }

    @Test(arguments: [
        "— Bonjour, dit-elle.", "-5 °C ce matin", "1.5 Go de journaux", "2023 est une belle année", "10) ",
        "o combien de marins", "1. Ouvrir la salle", "👉 Les supports", "→ La vidéo", "10h30 - Le café", "+ 3 %",
        "A. Martin a parlé", "- ", "-", "*gras*", "#1 du classement", "3,5 tonnes", "1er prix", "2e partie",
        "12:30 Repas", "-v montre la version",
    ])
    func noItem(line: String) throws {
        let trimmed = line.last == " " ? String(line.dropLast()) : line
        #expect(try plainDrawn("Un.\n\(line)\nDeux.") == ["p Un.", "p \(trimmed)", "p Deux."])
    }

    @Test(
        arguments: [
            // Numbers far apart are titles, and so are numbers over bullets that are not below them.
            (
                "1. Ouvrir\nIl pleut.\n2. Fermer\nIl vente.",
                ["p 1. Ouvrir", "p Il pleut.", "p 2. Fermer", "p Il vente."]
            ),
            ("1. Ouvrir\n- a\n2. Fermer\n- b", ["p 1. Ouvrir", "- a", "p 2. Fermer", "- b"]),
            ("1. Ouvrir\n3. Fermer", ["p 1. Ouvrir", "p 3. Fermer"]),
            ("🎙️ Maud\n📝 Notes\n🎙️ Léo", ["p 🎙️ Maud", "p 📝 Notes", "p 🎙️ Léo"]),
            ("— Bonjour.\nElle rit.\n— Bonsoir.", ["p — Bonjour.", "p Elle rit.", "p — Bonsoir."]),
        ] as [(String, [String])])
    func marksApartMakeNoList(text: String, blocks: [String]) throws {
        #expect(try plainDrawn(text) == blocks)
    }

    @Test(
        arguments: [
            ("- a\n- b\n\n- c", [0, 0, 0]),
            ("- a\n- b\nUn.\n- c", [0, 0, 1]),
            ("1. a\n2. b\n1. c\n2. d", [0, 0, 1, 1]),
            ("- a\n\n* b", [0, 1]),
            ("- a\n---\n- b", [0, 1]),
        ] as [(String, [Int])])
    func itemsShareAList(text: String, lists: [Int]) throws {
        #expect(try plainLists(text) == lists)
    }

    @Test(
        arguments: [
            ("> Bonjour,\n>\n> à demain.\nOui.", ["> Bonjour,", "> à demain.", "p Oui."]),
            ("> > Bonjour\n>> Salut\n> Oui", [">> Bonjour", ">> Salut", "> Oui"]),
            ("> - un\n> - deux", ["- un", "- deux"]),
            ("a > b\n-> c", ["p a > b", "p -> c"]),
        ] as [(String, [String])])
    func angleBracketsQuote(text: String, blocks: [String]) throws {
        #expect(try plainDrawn(text) == blocks)
    }

    @Test(
        arguments: [
            ("Le matin\n========\nIl pleut.", ["h1 Le matin", "p Il pleut."]),
            ("Le matin\n--------\n\nIl pleut.", ["h2 Le matin", "p Il pleut."]),
            ("Le matin\n~~~~~~~~~~", ["h3 Le matin"]),
            ("========\nLe matin\n========", ["h1 Le matin"]),
            // Too short to be sure of, but no rule either.
            ("Les ateliers du matin\n---\nIl pleut.", ["p Les ateliers du matin", "p Il pleut."]),
            ("Il a plu toute la journée.\n---\nEt puis.", ["p Il a plu toute la journée.", "rule", "p Et puis."]),
            ("Le matin\n\n--------", ["p Le matin", "rule"]),
            ("- un\n-----", ["- un", "rule"]),
            ("Le matin\n- - - -", ["p Le matin", "rule"]),
        ] as [(String, [String])])
    func underlines(text: String, blocks: [String]) throws {
        #expect(try plainDrawn(text) == blocks)
    }

    @Test func aHeadingHasItsUnderlineInItsSource() throws {
        let document = try DocumentReader().read(SourceText("=====\nMatin\n=====\nOui."), as: .text)
        #expect(document.blocks[0].source == SourceRange(0, 17))
        #expect(document[document.blocks[0].text] == "Matin")
        #expect(document.map.sourceRange(of: document.blocks[0].text) == SourceRange(6, 11))
    }

    @Test(
        arguments: [
            ("Voir https://exemple.fr/a.", ["https://exemple.fr/a"], ["https://exemple.fr/a"]),
            ("(http://exemple.fr/a_(b))", ["http://exemple.fr/a_(b)"], ["http://exemple.fr/a_(b)"]),
            ("www.exemple.fr, oui", ["www.exemple.fr"], ["http://www.exemple.fr"]),
            ("« https://exemple.fr/ »", ["https://exemple.fr/"], ["https://exemple.fr/"]),
            ("HTTPS://exemple.fr/é !", ["HTTPS://exemple.fr/é"], ["HTTPS://exemple.fr/é"]),
            ("http:// et awww.b.fr et https", [], []),
        ] as [(String, [String], [String])])
    func addressesAreLinks(text: String, texts: [String], targets: [String]) throws {
        let document = try DocumentReader().read(SourceText(text), as: .text)
        #expect(document.spans.map { document[$0.range] } == texts)
        #expect(document.spans.map(\.kind) == targets.map { .link(target: $0) })
    }

    private static let wrapped = """
        La salle était pleine dès l'ouverture, et les organisateurs avaient
        prévu assez de chaises pour tout le monde. Le premier exposé portait
        sur les files d'attente, que beaucoup croient simples alors qu'elles
        cachent bien des pièges.

        Les files

        - on mesure d'abord le temps d'attente, puis le nombre de demandes en
          cours, et enfin le débit
        - on ne devine jamais rien, même quand la réponse a l'air évidente et
        que le temps presse
        """

    @Test func linesBrokenAtAWidthAreJoined() throws {
        let blocks = [
            "p La salle était pleine dès l'ouverture, et les organisateurs avaient prévu assez de chaises pour tout le "
                + "monde. Le premier exposé portait sur les files d'attente, que beaucoup croient simples alors "
                + "qu'elles cachent bien des pièges.",
            "p Les files",
            "- on mesure d'abord le temps d'attente, puis le nombre de demandes en cours, et enfin le débit",
            "- on ne devine jamais rien, même quand la réponse a l'air évidente et que le temps presse",
        ]
        #expect(try plainDrawn(Self.wrapped) == blocks)
        // Without blank lines the short last line ends the paragraph.
        #expect(try plainDrawn(Self.wrapped.replacing("\n\n", with: "\n")) == blocks)
        // Beside paragraphs of one line each.
        let long = "Un long paragraphe d'une ligne : " + String(repeating: "encore un mot et ", count: 12) + "fin."
        #expect(try plainDrawn(long + "\n\n" + Self.wrapped + "\n\n" + long) == ["p " + long] + blocks + ["p " + long])
    }

    @Test func shortLinesAreNotJoined() throws {
        let lines = [
            "Retour sur les Rencontres de Valbrume", "par Maud Tessier et Léo Garnier",
            "Les files d'attente expliquées",
            "Une belle démonstration.", "Le café", "Tout le monde en a repris.",
        ]
        #expect(try plainDrawn(lines.joined(separator: "\n")) == lines.map { "p " + $0 })
    }

    @Test func aCompoundCutAtALineEndIsOneWord() throws {
        let text = """
            Les exposés du matin étaient longs mais très utiles, et l'on y était peut-
            être mieux préparé que la veille, quand personne ne savait quel sujet
            choisir ni par quelle salle commencer.
            """
        #expect(try plainDrawn(text)[0].contains("y était peut-être mieux"))
    }

    @Test(
        arguments: [
            ("Les Rencontres de Valbrume\nPar Maud Tessier le 2031-03-07\nIl pleut.", ["Maud Tessier"], "2031-03-07"),
            ("Titre\nle 2031-03-07", [], "2031-03-07"),
            ("Titre\nPublié le vendredi 7 mars 2031 par Maud T.", ["Maud T."], "2031-03-07"),
            ("Titre\n12/10/2031", [], "2031-10-12"),
            ("Titre\nle 1er févr. 2031 · 5 min de lecture", [], "2031-02-01"),
            (
                "Titre\nPar Maud Tessier, Léo de Garnier et @nina\n7 AOÛT 2031",
                ["Maud Tessier", "Léo de Garnier", "@nina"], "2031-08-07"
            ),
            ("Titre\nPosté par Maud Tessier le 7 mars 2031 dans Phares. 3 lettres", ["Maud Tessier"], "2031-03-07"),
            ("Titre\nPosté dans Phares par Maud Tessier", [], nil),
            ("Titre\nPar maudt", ["maudt"], nil), ("Titre\nAuteur : Maud Tessier", ["Maud Tessier"], nil),
            // Near misses: the event's day, a speaker, a day that is none.
            ("Titre\nLe 7 mars 2031 a eu lieu la première édition.", [], nil),
            ("Titre\nValbrume, 7 mars 2031", [], nil),
            ("Titre\nPar ailleurs il pleuvait.", [], nil),
            ("Titre\n31/02/2031", [], nil),
            ("Titre\n7 mar ou 8 mai", [], nil),
        ] as [(String, [String], String?)])
    func firstLinesAreMetadata(text: String, authors: [String], date: String?) throws {
        let document = try DocumentReader().read(SourceText(text), as: .text)
        #expect(document.metadata.authors.map(\.text) == authors)
        #expect(document.metadata.published?.date.description == date)
        for author in document.metadata.authors {
            #expect(author.range.map { SourceText(text)[$0] } == author.text)
        }
        #expect(document.blocks.count == text.split(separator: "\n").count, "the lines stay blocks")
    }

    @Test(
        arguments: [
            ("Une journée à Valbrume\nIl pleut.", "Une journée à Valbrume"),
            ("Une journée\n===========\n", "Une journée"),
            ("le 2031-03-07\nUne journée à Valbrume", "Une journée à Valbrume"),
            ("Et puis...\nIl pleut.", "Et puis..."),
            ("Accueil     Articles     Contact\nUne journée à Valbrume\nIl pleut.", "Une journée à Valbrume"),
            ("Phares | Feux | Lampes\nUne journée", "Une journée"),
            ("Accueil\nContact\n\nLes phares\n\nUne journée\n\nPublié le 2031-03-07\n\nIl pleut.", "Une journée"),
            ("Phares et feux | Le blog\nUne journée", "Phares et feux | Le blog"),
            ("Il a plu toute la journée.\nDeux.", nil),
            ("- Un\nDeux", nil),
            ("https://exemple.fr\nDeux", nil),
        ] as [(String, String?)])
    func theFirstLineMayBeTheTitle(text: String, title: String?) throws {
        #expect(try DocumentReader().read(SourceText(text), as: .text).metadata.title?.text == title)
    }

    /// Lines that a page has around a post are no part of the text that was copied.
    @Test(
        arguments: [
            (
                "Vous êtes ici : Accueil > Carnet > Phares\n\nUne nuit\n\nPosté le 7 mars 2031 par Maud T.\n\nIl pleut.",
                ["p Une nuit", "p Posté le 7 mars 2031 par Maud T.", "p Il pleut."]
            ),
            ("Accueil » Blog\nUne nuit\nIl pleut.\nIl vente.", ["p Une nuit", "p Il pleut.", "p Il vente."]),
            ("Vous êtes ici : Accueil\nUne nuit\nIl pleut.", ["p Une nuit", "p Il pleut."]),
            (
                "Une nuit\nPublié le 7 mars 2031\nCatégorie : Phares\nTemps de lecture : 5 minutes\nIl pleut.\nIl vente.",
                ["p Une nuit", "p Publié le 7 mars 2031", "p Il pleut.", "p Il vente."]
            ),
            (
                "Une nuit\nIl pleut.\nIl vente.\nClassé dans : Phares | Mots-clés : mer\nBillet précédent : Le jour",
                ["p Une nuit", "p Il pleut.", "p Il vente."]
            ),
            // Near misses: a programme, prose, a title, a list, furniture alone.
            ("Accueil\nUne nuit\nIl pleut.", ["p Accueil", "p Une nuit", "p Il pleut."]),
            ("Accueil : 9h\nUne nuit\nIl pleut.", ["p Accueil : 9h", "p Une nuit", "p Il pleut."]),
            (
                "Accueil « Phares » et café\nUne nuit\nIl pleut.",
                ["p Accueil « Phares » et café", "p Une nuit", "p Il pleut."]
            ),
            (
                "Les phares > les feux\nUne nuit\nIl pleut.", ["p Les phares > les feux", "p Une nuit", "p Il pleut."]
            ),
            (
                "Catégorie reine : les phares de nuit\nUne nuit\nRubrique à part\nIl pleut.",
                ["p Catégorie reine : les phares de nuit", "p Une nuit", "p Rubrique à part", "p Il pleut."]
            ),
            ("Catégorie : Phares\nIl pleut.", ["p Catégorie : Phares", "p Il pleut."]),
        ] as [(String, [String])])
    func whatAPageHasAroundIsLeftOut(text: String, blocks: [String]) throws {
        #expect(try plainDrawn(text) == blocks)
    }

    /// Whatever the text, blocks and their texts follow one another, and each text comes from its block's source.
    @Test(arguments: 0..<8 as Range<UInt64>) func anyTextIsRead(seed: UInt64) throws {
        let pieces = [
            "\n", "\n\n", " ", "\t", "- ", "1. ", "2) ", "(a", "> ", "===", "---", "👉", "\u{FE0F}", "mot", "Mot.", ":",
            "é", "https://", ")", "10h", "12/3/2031", "par ", "«\u{A0}", "\r\n", ".", "I", "\u{FEFF}", "o ", "–", "2.1",
        ]
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let count = Int.random(in: 1...24, using: &generator)
            let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let document = try DocumentReader().read(SourceText(text), as: .text)
            #expect(document.map.textCount == document.utf8.count && document.map.sourceEnd == text.utf8.count)
            for (block, next) in zip(document.blocks, document.blocks.dropFirst()) {
                #expect(block.source.end <= next.source.start, "\(text.debugDescription)")
                #expect(block.text.end <= next.text.start, "\(text.debugDescription)")
            }
            for block in document.blocks where !block.text.isEmpty {
                #expect(block.source.contains(document.map.sourceRange(of: block.text)), "\(text.debugDescription)")
            }
        }
    }

    @Test(
        arguments: [
            ("-", 200_000, ""), ("- ", 100_000, ""), ("> ", 100_000, ""), ("- a\n", 50_000, ""), ("mot ", 250_000, ""),
            ("\n", 500_000, ""), ("http://(", 25_000, ""), ("a\n---\n", 33_000, ""), ("1. a\n", 40_000, ""),
            ("👉\u{200D}", 28_000, ""), (" ", 200_000, "a"),
        ] as [(String, Int, String)])
    func hostileTextsEndQuickly(part: String, count: Int, rest: String) throws {
        let source = SourceText(String(repeating: part, count: count) + rest)
        let elapsed = try ContinuousClock().measure { _ = try DocumentReader().read(source, as: .text) }
        #expect(elapsed < .seconds(2))
    }
}
