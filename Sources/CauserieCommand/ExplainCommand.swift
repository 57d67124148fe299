import ArgumentParser
import Causerie
import TextModel

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell why a report's record is as it is: for every field its rule and place.",
        discussion: """
            Ends with the candidates that were turned down, each with the rule that did so. Offsets are half-open, in \
            bytes of UTF-8.

              causerie explain report.md
              causerie explain report.md --talk 2
            """
    )

    @Argument(help: "A report; standard input for “-”.", completion: .file())
    var path: String

    @Option(help: "Only this talk, by its number in the record.")
    var talk: Int?

    @Option(name: .customLong("from"), help: "The format of the report: markdown, html, asciidoc, rst or text.")
    var inputFormat: DocumentFormat?

    @Option(help: "The day of publication, such as 2023-09-07: stronger than what the report says of itself.")
    var published: CalendarDate?

    @Option(help: "The encoding of a report that is not in UTF-8, such as iso-8859-15; guessed when not given.")
    var encoding: String?

    @Option(help: "A folder of word lists that add to the embedded ones, or replace entries; see “causerie lexicon”.")
    var lexicons: String?

    func run() throws {
        let input = Input(path)
        let document = DocumentInput(
            try input.read(), fileName: input.path, format: inputFormat, encoding: encoding, published: published)
        let analyzer = try Analyzer(lexiconFolder: lexicons)
        let analysis: Analysis
        do throws(AnalysisError) {
            analysis = try analyzer.analysis(of: document)
        } catch {
            throw CommandFailure(.nothingProcessed, "\(input.name): \(error)")
        }
        let output = StandardOutput()
        let explanation = Explanation(of: analysis, style: StandardOutput.showsColors ? .colored : .plain)
        if let talk {
            guard analysis.report.talks.indices.contains(talk - 1) else {
                throw CommandFailure(
                    .usage, "\(input.name): there is no talk \(talk); the record has \(analysis.report.talks.count)")
            }
            output.write(explanation.text(ofTalk: talk - 1))
        } else {
            output.write(explanation.text)
        }
        try output.flush()
    }
}
