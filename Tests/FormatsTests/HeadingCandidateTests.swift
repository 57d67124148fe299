import Formats
import TestSupport
import Testing
import TextModel

/// Which blocks are marked, drawn `text ← evidence`.
struct HeadingCandidateTests {
    private func candidatesDrawn(_ text: String, _ format: DocumentFormat = .text) throws -> [String] {
        let document = try DocumentReader().read(SourceText(text), as: format)
        return document.blocks.compactMap { block in
            block.candidate.map { document[block.text] + " ← " + $0.names.joined(separator: " ") }
        }
    }

    private static let prose = "La salle était pleine et tout le monde a beaucoup appris de cet exposé."

    @Test(arguments: [
        ("Les files d'attente", "open_end before_paragraph"),
        ("Et après ?", "before_paragraph"),
        ("Et puis...", "before_paragraph"),
        ("Première journée :", "colon open_end before_paragraph"),
        ("CONCLUSION", "capitals open_end before_paragraph"),
        ("2. Les files d'attente", "numbered open_end before_paragraph"),
        ("II) Les files d'attente", "numbered open_end before_paragraph"),
        ("2.1 Les files d'attente", "numbered open_end before_paragraph"),
        ("10h30 - Les files d'attente", "time_slot open_end before_paragraph"),
        ("9:00–9:45 Ouverture", "time_slot open_end before_paragraph"),
        ("🎤 Les files d'attente", "open_end before_paragraph ornament"),
        (":coffee: Les files d'attente", "open_end before_paragraph ornament"),
        ("Les files d'attente par Maud T.", "open_end before_paragraph"),
        ("Les files d'attente par Maud Tessier - 45 min", "open_end before_paragraph"),
        ("par Maud Tessier [Valbrume]", "open_end before_paragraph"),
        ("« Attendre. » – par Maud Tessier.", "before_paragraph"),
        ("- 9h30 : Ouverture", "time_slot open_end before_paragraph"),
        ("- Les files d'attente", "open_end before_paragraph"),
        ("en vrac", "open_end before_paragraph"),
    ])
    func aLineOverAParagraphMayBeAHeading(line: String, evidence: String) throws {
        let text = line.hasPrefix("- ") ? String(line.dropFirst(2)) : line
        #expect(try candidatesDrawn("\(Self.prose)\n\(line)\n\(Self.prose)") == ["\(text) ← \(evidence)"])
    }

    @Test(arguments: [
        "Il pleuvait.", "Il pleuvait,", "et la suite de la phrase que personne n'avait attendue ce jour-là",
        "Voir https://exemple.fr/supports", "Un premier fait. Un autre fait. Encore un", "…", "12", "🎉", ":tada:",
        "> Les files",
        "Il pleuvait très fort ce matin-là et chacun cherchait la bonne salle avec un plan qui datait de l'année "
            + "d'avant, sans oublier les sacs, les affiches, les badges et le café que personne ne trouvait jamais à temps",
        "- un point.", "| |",
    ])
    func otherLinesMayNot(line: String) throws {
        #expect(try candidatesDrawn("\(Self.prose)\n\(line)\n\(Self.prose)") == [])
    }

    @Test func onlyWhatStandsOverSomethingIsMarked() throws {
        #expect(try candidatesDrawn("\(Self.prose)\nÀ l'année prochaine") == [])
        #expect(try candidatesDrawn("Les files\n- un\n- deux") == ["Les files ← open_end before_list"])
        #expect(
            try candidatesDrawn("Les files\nMaud Tessier\n\(Self.prose)")
                == ["Les files ← open_end before_paragraph", "Maud Tessier ← open_end before_paragraph"])
    }

    @Test func aLineThatReturnsIsTheCaptionOfALink() throws {
        let text = (1...3).map { "Exposé \($0)\n\(Self.prose)\nVoir la vidéo" }.joined(separator: "\n") + "\nFin."
        #expect(try candidatesDrawn(text).filter { $0.hasPrefix("Voir") } == [])
        #expect(try candidatesDrawn(text).count == 3)
    }

    @Test func itemsOfAListAreNone() throws {
        #expect(try candidatesDrawn("- 9h30 : Ouverture\n- 10h30 : Exposé\n- 12h : Repas\n\(Self.prose)").count == 1)
        #expect(
            try candidatesDrawn("- 9h30 : Ouverture\n  - un\n- 10h30 : Exposé\n  - deux\n  - trois")
                == [
                    "9h30 : Ouverture ← time_slot open_end before_list",
                    "10h30 : Exposé ← time_slot open_end before_list",
                ])
        #expect(try candidatesDrawn("- Un\n  - deux\n- Trois\n  - quatre") == [])
    }

    @Test func blankLinesCountWhereThereAreLinesWithout() throws {
        let lines = [Self.prose, Self.prose, "", "Les files", Self.prose]
        #expect(
            try candidatesDrawn(lines.joined(separator: "\n")) == ["Les files ← open_end blank_before before_paragraph"]
        )
        #expect(
            try candidatesDrawn(lines.joined(separator: "\n\n")) == ["Les files ← open_end before_paragraph"])
    }

    @Test func anUnclearUnderlineIsEvidence() throws {
        #expect(
            try candidatesDrawn("Les files d'attente du matin\n---\nCourt.")
                == ["Les files d'attente du matin ← underlined open_end"])
    }

    @Test func aBylineIsNone() throws {
        #expect(try candidatesDrawn("Par Maud Tessier le 2031-03-07\n\(Self.prose)") == [])
    }

    private static let marked = "# Un\n\n## Deux\n\n## Trois\n\n"

    /// Markdown with marked headings, where a bare line is none.
    @Test(
        arguments: [
            ("**Les files d'attente**", "Les files d'attente ← bold open_end"),
            ("**Les files d'attente :**", "Les files d'attente : ← bold colon open_end"),
            ("**Attendre. Ou pas.** [Supports](https://exemple.fr)", "Attendre. Ou pas. Supports ← bold open_end"),
            ("**[Attendre](https://exemple.fr)**", "Attendre ← bold linked open_end"),
            ("[Attendre](https://exemple.fr)", "Attendre ← linked open_end"),
            ("**Les files d'attente** – Maud Tessier", "Les files d'attente – Maud Tessier ← open_end"),
            ("10h30 : attendre", "10h30 : attendre ← time_slot open_end"),
            ("Les files d'attente", nil),
            ("Les **files** d'attente", nil),
            ("**Note** : il faudra revenir sur ce point", nil),
            ("_Les files d'attente_", nil),
        ] as [(String, String?)])
    func boldLinesStandBesideMarkedHeadings(line: String, drawn: String?) throws {
        let expected = drawn.map { "\($0) before_paragraph" }
        let text = "\(Self.marked)\(Self.prose)\n\n\(line)\n\n\(Self.prose)"
        #expect(try candidatesDrawn(text, .markdown) == [expected].compactMap(\.self))
    }

    @Test func aLineWithinAnItemIsNoneUnlessItIsSetOff() throws {
        #expect(try candidatesDrawn("- Un point.\n\n  Les files\n\n  \(Self.prose)", .markdown) == [])
        #expect(
            try candidatesDrawn("- Un point.\n\n  **Les files**\n\n  \(Self.prose)", .markdown)
                == ["Les files ← bold open_end before_paragraph"])
    }
}
