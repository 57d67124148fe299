import Causerie
import Extraction
import Lexicons
import Testing
import TextModel

struct SmallWordsTests {
    private func analyzer(_ entry: String) throws -> Analyzer {
        var lexicons = LexiconSet.embedded
        let list = "# source: s\n# licence: l\n# columns: word\troles\n\(entry)\n"
        try lexicons.change(.smallWords, by: Array(list.utf8), file: "my.tsv")
        return try Analyzer(lexicons: lexicons)
    }

    /// “Zoé garde un phare. Elle nous a montré …” introduces a talk by any word for the third person.
    @Test(arguments: [("icelle\tpronoun third", ["introduced"]), ("icelle\tpronoun", [])])
    func aWordMayBeSeveralThings(_ entry: String, _ rules: [String]) throws {
        let source = "Zoé Martin garde un phare au large de Brest. Icelle nous a présenté ses lampes à éclats."
        let analyzer = try analyzer(entry)
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        let text = try analyzer.reportText(of: read.document)
        let findings = analyzer.extractor.findings(in: text, stages: [.names, .attributions])
        #expect(findings.attributions.map(\.rule.rawValue) == rules)
    }

    /// The first role of the line is sound, the second is not.
    @Test func aRoleThatIsNoneIsNamedWithItsLine() throws {
        let error = #expect(throws: (any Error).self) { try analyzer("icelle\tthird noun") }
        let message = String(describing: error)
        #expect(message.contains("my.tsv"))
        #expect(message.contains("“noun” is none of alone, article, author"))
    }
}
