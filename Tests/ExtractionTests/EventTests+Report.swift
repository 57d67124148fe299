import Causerie
import Extraction
import TextModel

extension EventTests {
    /// The event of a report with a talk, published on Monday 16 October 2023.
    static func event(_ title: String, _ body: String) throws -> EventFinding {
        let source = """
            ---
            title: '\(title.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'
            date: 2023-10-16
            ---

            \(body)

            Une belle journée, un public curieux.

            ## Les racines, par Zoé Martin

            Zoé nous a présenté les racines. Très bon talk.
            """
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        return try analyzer.get().findings(in: read.document).event
    }
}
