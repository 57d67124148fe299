import Formats
import TestSupport
import Testing
import TextModel

/// Lines below the title that say who wrote a text and when.
struct BylineTests {
    /// A line of the body says who wrote and when, where front matter does not.
    @Test(
        arguments: [
            ("# Le phare\n\n*Par Léa Roy, le 3 mai 2019*\n\nTexte.", "Léa Roy", "2019-05-03"),
            ("# Le phare\n\nPublié le vendredi 3 mai 2019 par [Léa Roy](lea.html)\n\nTexte.", "Léa Roy", "2019-05-03"),
            ("# Le phare\n\nPar Léa Roy\n\nTexte.", "Léa Roy", nil),
            ("---\ndate: 2020-01-01\n---\n\nPar Léa Roy, le 3 mai 2019\n\nTexte.", "Léa Roy", "2020-01-01"),
            // The event's day, who spoke, a sentence.
            ("# Le phare\n\n3 mai 2019\n\nTexte.", nil, nil),
            ("# Le phare\n\n## Le vent\n\nPar Léa Roy\n\nTexte.", nil, nil),
            ("# Le phare\n\nPar Léa Roy, le 3 mai 2019, on a appris à voir.\n\nTexte.", nil, nil),
        ] as [(String, String?, String?)])
    func bylinesOfTheBody(_ text: String, _ author: String?, _ day: String?) throws {
        let source = SourceText(text)
        let document = try DocumentReader().read(source, as: .markdown)
        #expect(document.metadata.authors.map(\.text) == (author.map { [$0] } ?? []))
        #expect(document.metadata.published?.date.description == day)
        if let place = document.metadata.authors.first?.range, let author { #expect(source[place] == author) }
    }

    /// What stands beside the name: what somebody does, who helped.
    @Test(
        arguments: [
            (
                "# Le phare\n\nPar Léa Roy, UX designer · 3 mai 2019 · 6 min de lecture\n\nTexte.", ["Léa Roy"],
                "2019-05-03"
            ),
            ("# Le phare\n\n*3 mai 2019 — par Léa Roy, gardienne de phare*\n\nTexte.", ["Léa Roy"], "2019-05-03"),
            ("# Le phare\n\n*par Léa, avec l'aide de Yann et d'Ana — 3 mai 2019*\n\nTexte.", ["Léa"], "2019-05-03"),
            ("# Le phare\n\nPar Léa Roy (gardienne), le 3 mai 2019\n\nTexte.", ["Léa Roy"], "2019-05-03"),
            (
                "# Le phare\n\nPar Léa Roy, Yann Kerdoncuff, gardiens, le 3 mai 2019\n\nTexte.",
                ["Léa Roy", "Yann Kerdoncuff"], "2019-05-03"
            ),
            (
                "# Le phare\n\n*Léa Roy, Ana Sol et Yann Kerdoncuff, master 2 Feux. Mis en ligne le 3 mai 2019.*\n\nTexte.",
                ["Léa Roy", "Ana Sol", "Yann Kerdoncuff"], "2019-05-03"
            ),
            ("# Le phare\n\nLéa Roy | Publié le 3 mai 2019\n\nTexte.", ["Léa Roy"], "2019-05-03"),
            ("# Le phare\n\npar Léa R., le vendredi 3 mai 2019 à 22:41 :: Mer\n\nTexte.", ["Léa R."], "2019-05-03"),
            (
                "# Le phare\n\nPublié le 3 mai 2019 par Léa Roy dans [Mer](mer.html)\n\nTexte.", ["Léa Roy"],
                "2019-05-03"
            ),
            // Sentences, who spoke, what a name of one word does.
            ("# Le phare\n\nPar Léa Roy, on apprend à voir\n\nTexte.", [], nil),
            ("# Le phare\n\nLe 3 mai 2019, par Léa Roy, on apprend à voir.\n\nTexte.", [], nil),
            ("# Le phare\n\nPar Léa Roy, gardienne de phare\n\nTexte.", [], nil),
            ("# Le phare\n\n## Le vent\n\nPar Léa Roy, gardienne de phare\n\nTexte.", [], nil),
            ("# Le phare\n\nLéa Roy, gardienne, a publié le 3 mai 2019 un livre.\n\nTexte.", [], nil),
            ("# Le phare\n\nLéa Roy et Ana Sol, le 3 mai 2019\n\nTexte.", [], nil),
            ("# Le phare\n\nMer. Publié le 3 mai 2019.\n\nTexte.", [], nil),
        ] as [(String, [String], String?)])
    func namesWithMore(_ text: String, _ authors: [String], _ day: String?) throws {
        let metadata = try DocumentReader().read(SourceText(text), as: .markdown).metadata
        #expect(metadata.authors.map(\.text) == authors)
        #expect(metadata.published?.date.description == day)
        for author in metadata.authors { #expect(author.range.map { SourceText(text)[$0] } == author.text) }
    }

    @Test(
        arguments: [
            ("= Le phare\n\n_3 mai 2019 — par Léa Roy, gardienne_\n\nTexte.", DocumentFormat.asciidoc),
            ("Le phare\n========\n\n*3 mai 2019 — par Léa Roy, gardienne*\n\nTexte.", .rst),
            ("Le phare\n3 mai 2019 — par Léa Roy, gardienne\nTexte.", .text),
        ])
    func bylinesOfOtherFormats(_ text: String, _ format: DocumentFormat) throws {
        let metadata = try DocumentReader().read(SourceText(text), as: format).metadata
        #expect(metadata.authors.map(\.text) == ["Léa Roy"])
        #expect(metadata.published?.date.description == "2019-05-03")
    }

    /// Where no heading is, the line over a byline with a day is the title.
    @Test(
        arguments: [
            ("Le phare, la nuit\n\npar Léa R., le 3 mai 2019\n\nTexte.", "Le phare, la nuit"),
            ("---\ntitle: Le vent\n---\n\nLe phare\n\npar Léa R., le 3 mai 2019\n\nTexte.", "Le vent"),
            ("Il pleut.\n\npar Léa R., le 3 mai 2019\n\nTexte.", nil),
            ("Le phare\n\npar Léa R.\n\nTexte.", nil),
            ("Le phare\n\nDu vent.\n\npar Léa R., le 3 mai 2019\n\nTexte.", nil),
        ] as [(String, String?)])
    func theTitleOverAByline(_ text: String, _ title: String?) throws {
        #expect(try DocumentReader().read(SourceText(text), as: .markdown).metadata.title?.text == title)
    }
}
