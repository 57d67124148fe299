import ArgumentParser
import Causerie
import Extraction
import RecordWriters
import TextModel

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read reports and print a record of each: event, talks, speakers, lists, how they were received.",
        discussion: """
            One record a line (NDJSON), in the order of the paths; “causerie schema” prints what is in it. A report that \
            cannot be read is named on standard error and never stops the others: the status is 3 then, or 4 when \
            nothing could be read.

              causerie extract report.md
              causerie extract --format pretty --published 2023-09-07 notes.txt
              causerie extract --from html < page.html | jq '.talks[].title'
            """
    )

    @Argument(help: "Reports; standard input when none is named, or for “-”.", completion: .file())
    var paths: [String] = []

    @Option(name: .customLong("from"), help: "The format of the reports: markdown, html, asciidoc, rst or text.")
    var inputFormat: DocumentFormat?

    @Option(help: "ndjson (one record a line), json (indented), or pretty, a summary for people.")
    var format = RecordFormat.ndjson

    @Option(help: "The day of publication, such as 2023-09-07: stronger than what a report says of itself.")
    var published: CalendarDate?

    @Option(help: "The encoding of reports that are not in UTF-8, such as iso-8859-15; guessed when not given.")
    var encoding: String?

    @Option(help: "What offsets count: utf8 (bytes), utf16 (code units) or scalar (Unicode scalar values).")
    var offsetUnit = OffsetUnit.utf8

    @Option(
        help: """
            Run only these stages, separated by commas: \
            \(Stage.Name.allCases.map(\.rawValue).joined(separator: ", ")). What the others would find is empty.
            """)
    var stages = StageSelection()

    @Option(help: "A folder of word lists that add to the embedded ones, or replace entries; see “causerie lexicon”.")
    var lexicons: String?

    func run() throws {
        let inputs = (paths.isEmpty ? ["-"] : paths).map { Input($0) }
        let analyzer = try Analyzer(lexiconFolder: lexicons)
        let output = StandardOutput()
        var writer = RecordWriter(format == .json ? .indented : .line)
        let summary = ReportSummary(style: output.showsColors ? .colored : .plain)
        var failures: [CommandFailure] = []
        for input in inputs where !output.isClosed {
            do throws(CommandFailure) {
                let analysis = try analysis(of: input, by: analyzer)
                switch format {
                case .ndjson, .json:
                    let offsets = OffsetConverter(analysis.source, unit: offsetUnit)
                    output.write(utf8: writer.bytes(of: analysis.report, offsets: offsets))
                case .pretty:
                    for warning in analysis.report.warnings { Messages.warn("\(input.name): \(warning.message)") }
                    if inputs.count > 1 { output.write("\(input.name)\n") }
                    output.write(summary.text(of: analysis.report) + "\n")
                }
            } catch {
                if inputs.count == 1 { throw error }
                Messages.complain(error.description)
                failures.append(error)
            }
        }
        try output.flush()
        guard !failures.isEmpty else { return }
        throw CommandFailure(
            failures.count == inputs.count ? .nothingProcessed : .someFailed,
            "\(failures.count) of \(inputs.count) reports could not be read")
    }

    private func analysis(of input: Input, by analyzer: Analyzer) throws(CommandFailure) -> Analysis {
        let document = DocumentInput(
            try input.read(), fileName: input.path, format: inputFormat, encoding: encoding, published: published)
        do throws(AnalysisError) {
            return try analyzer.analysis(of: document, stages: stages.names)
        } catch {
            throw CommandFailure(.nothingProcessed, "\(input.name): \(error)")
        }
    }
}

enum RecordFormat: String, ExpressibleByArgument, CaseIterable {
    case ndjson
    case json
    case pretty
}

/// The stages that the command line names; all when it names none.
struct StageSelection: ExpressibleByArgument {
    let names: Set<Stage.Name>

    init() { names = Set(Stage.Name.allCases) }

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        let names = parts.compactMap { Stage.Name(rawValue: String($0)) }
        guard names.count == parts.count else { return nil }
        self.names = Set(names)
    }

    var defaultValueDescription: String { "all" }
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads ISO 8601 and nothing else: `2023-09-07`.
    public init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }
}
