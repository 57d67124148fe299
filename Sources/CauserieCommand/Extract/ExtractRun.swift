import Archives
import Batch
import Brat
import Causerie
import RecordDatabase
import RecordWriters

/// The run of `extract`: what is written of each document, and where it goes.
struct ExtractRun {
    private let options: ExtractOptions
    private let analysis: ReportAnalysis

    init(_ options: ExtractOptions, _ analysis: ReportAnalysis) {
        self.options = options
        self.analysis = analysis
    }

    /// - Throws: ``OutputFailure`` when the output cannot be begun.
    func outcome() throws(OutputFailure) -> RunOutcome {
        let analysis = analysis
        let path = options.run.output
        switch options.record.format {
        case .ndjson, .json:
            let layout: RecordWriter.Layout = options.record.format == .json ? .indented : .line
            return try run(into: try bytes(resumes: options.run.resume)) { found, _ in
                var writer = RecordWriter(layout)
                return writer.bytes(of: found.report, offsets: analysis.offsets(of: found))
            }
        case .pretty:
            let style: TextStyle = path == nil && StandardOutput.showsColors ? .colored : .plain
            let hasSeveral = options.input.inputs.count > 1
            return try run(into: try bytes()) { found, place in
                let name = hasSeveral || place.entry != nil || place.line != nil ? "\(place)\n" : ""
                return Array("\(name)\(ReportSummary(style: style).text(of: found.report))\n".utf8)
            }
        case .talks, .talksCSV:
            let writer = TalkTableWriter(options.record.format == .talks ? .lines : .csv)
            return try run(into: try bytes(header: writer.header)) { found, _ in
                writer.bytes(of: found.report, offsets: analysis.offsets(of: found))
            }
        case .jsonld:
            return try run(into: try bytes()) { found, _ in LinkedDataWriter().bytes(of: found.report) }
        case .sqlite:
            return try run(into: try DatabaseOutput(path ?? "", keepsRecords: options.run.resume)) { found, _ in
                ReportRows(found.report, offsets: analysis.offsets(of: found))
            }
        case .brat:
            let configuration = FolderFile(BratConfiguration.fileName, BratConfiguration.bytes)
            return try run(into: try FolderOutput(path ?? "", with: [configuration])) { found, _ in
                let files = BratWriter().files(of: found.report, source: found.source, document: found.text.document)
                return [
                    FolderFile(files.path + ".txt", files.text), FolderFile(files.path + ".ann", files.annotations),
                ]
            }
        }
    }

    private func bytes(resumes: Bool = false, header: [UInt8] = []) throws(OutputFailure) -> RecordOutput {
        try RecordOutput(options.run.output, keepsRecords: resumes, header: header)
    }

    private func run<Sink: RecordSink>(
        into sink: sending Sink, content: @escaping @Sendable (Analysis, InputPlace) -> Sink.Content
    ) throws(OutputFailure) -> RunOutcome {
        let messages = MessageStream()
        let control = RunControl()
        let signals = SignalWatch { control.stop(.signal($0)) }
        defer { withExtendedLifetime(signals) {} }
        let source = DocumentSource(InputReader(options.input.inputs, options: options.input.options))
        let analysis = analysis
        return try BatchRun(
            options.run.options, stamp: analysis.stamp, log: options.run.logger(messages), messages: messages
        ).run(source, into: sink, control: control) { input, place, shouldStop throws(DeadLetter) in
            try analysis.document(input, at: place, shouldStop) { content($0, place) }
        }
    }
}
