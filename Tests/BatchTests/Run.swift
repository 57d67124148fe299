import Archives
import Batch
import Causerie
import Foundation
import Logging
import RecordWriters
import Synchronization
import TestSupport
import TextModel

/// A run over documents that the test invents, with an analysis of the test's own.
struct Run {
    var options = RunOptions()
    private let temporary: TemporaryFolder
    var folder: URL { temporary.url }
    let producer = Report.Producer(
        name: "causerie", version: "9", lexiconsDigest: "0", icuVersion: "1", unicodeVersion: "1")

    init() throws {
        temporary = try TemporaryFolder()
        options.outputPath = folder.appending(path: "out").path
        options.errorsPath = folder.appending(path: "errors").path
    }

    func file(_ name: String) -> String? { try? String(contentsOf: folder.appending(path: name), encoding: .utf8) }

    var output: [String]? { file("out")?.split(separator: "\n").map(String.init) }
    var unfinished: [String]? { file("out.partial")?.split(separator: "\n").map(String.init) }
    /// `id code` of each dead letter.
    var deadLetters: [String] {
        (file("errors") ?? "").split(separator: "\n").compactMap { line in
            let letter = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return letter.map { "\($0["id"] as? String ?? "-") \($0["code"] as? String ?? "-")" }
        }
    }

    /// What tells records of this producer.
    var stamp: [UInt8] { RecordHeader(line: Array(record("a", "").utf8)[...])?.stamp ?? [] }

    /// The record of a document, on one line without its end.
    func record(_ id: String, _ body: String, by version: String = "9") -> String {
        let input = DocumentInput(Array(body.utf8), id: id)
        var producer = producer
        producer.version = version
        let report = Report(
            recordID: input.recordID, producer: producer,
            source: Report.Source(
                id: id, mediaType: "text/plain", encoding: "utf-8", bytes: body.utf8.count, sha256: input.sha256))
        var writer = RecordWriter()
        let source = SourceText(utf8: Array(body.utf8), encoding: "utf-8", evidence: .valid)
        let bytes = writer.bytes(of: report, offsets: OffsetConverter(source, unit: .utf8))
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }

    /// - Parameter names: ids, each with its text after a colon if it has one; `!` refuses the item.
    func start(
        _ names: [String], control: RunControl = RunControl(),
        analyze: DocumentAnalysis<[UInt8]>? = nil
    ) throws(OutputFailure) -> RunOutcome {
        var rest = names[...]
        let source = DocumentSource { rest.popFirst().map(Self.item) }
        return try start(source, control: control, analyze: analyze)
    }

    private func sink() throws(OutputFailure) -> sending RecordOutput {
        try RecordOutput(options.outputPath, keepsRecords: options.resumes)
    }

    func start(
        _ source: sending DocumentSource, control: RunControl = RunControl(), analyze: DocumentAnalysis<[UInt8]>? = nil
    ) throws(OutputFailure) -> RunOutcome {
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let recorded: DocumentAnalysis<[UInt8]> = { input, _, _ throws(DeadLetter) in
            let line = record(input.id ?? "", String(decoding: input.bytes, as: UTF8.self)) + "\n"
            return AnalyzedDocument(Array(line.utf8))
        }
        return try BatchRun(options, stamp: stamp, log: log, messages: MessageStream())
            .run(source, into: sink(), control: control, analyze: analyze ?? recorded)
    }

    static func item(_ name: String) -> InputItem {
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        let place = InputPlace("input", entry: parts[0])
        if parts[0].hasPrefix("!") {
            return .refused(
                RefusedInput(
                    id: parts[0], place: place, code: .invalidUTF8, message: "is not UTF-8", hint: "convert it"))
        }
        return .document(ArchivedDocument(Array((parts.count > 1 ? parts[1] : "").utf8), id: parts[0], place: place))
    }

    /// An analysis that writes the id alone.
    static let identity: DocumentAnalysis<[UInt8]> = { input, _, _ throws(DeadLetter) in
        AnalyzedDocument(Array("\(input.id ?? "")\n".utf8))
    }
}
