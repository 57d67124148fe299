import Causerie
import Testing
import TextModel

struct ReportTextTests {
    /// The offsets of three texts (source, visible text, matching form) stay apart.
    @Test func spansLeadBackToTheSource() throws {
        let source = "# L’**été** À\n\nUn mot.\n"
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        let text = try Analyzer().reportText(of: read.document)
        #expect(text.passages.count == 2)
        let heading = text.passages[0].range
        #expect(text[heading] == "L'été À")
        #expect(text.folded(heading) == "l'été à")
        #expect(text.span(heading).text == "L’été À")
        #expect(read.source[text.sourceRange(of: heading)] == "L’**été** À")
        #expect(text.passages[1].sentences.count == 1)
        #expect(text.tokens[text.passages[1].tokens].map { text[$0.range] } == ["Un", " ", "mot", "."])
    }
}
