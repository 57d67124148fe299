import Archives
import Batch
import Causerie
import Decoding
import ICUText
import RecordWriters
import TextModel

/// Makes what `extract` writes of one document.
struct ReportAnalysis: Sendable {
    let analyzer: Analyzer
    let flags: RecordFlags
    let published: CalendarDate?
    /// Whether a summary begins with the name of its document.
    let showsNames: Bool
    let style: TextStyle

    /// - Parameter shouldStop: see ``DocumentAnalysis``.
    func document(
        _ input: DocumentInput, at place: InputPlace, _ shouldStop: () -> Bool
    ) throws(DeadLetter) -> AnalyzedDocument {
        var input = input
        if let published { input.published = published }
        let analysis: Analysis
        do throws(AnalysisError) {
            analysis = try analyzer.analysis(of: input, stages: flags.stages.names, shouldStop: shouldStop)
        } catch {
            throw DeadLetter(error, id: input.sourceID, place: place)
        }
        switch flags.format {
        case .ndjson, .json:
            var writer = RecordWriter(flags.format == .json ? .indented : .line)
            let offsets = OffsetConverter(analysis.source, unit: flags.offsetUnit)
            return AnalyzedDocument(bytes: writer.bytes(of: analysis.report, offsets: offsets))
        case .pretty:
            let name = showsNames || place.entry != nil || place.line != nil ? "\(place)\n" : ""
            let summary = ReportSummary(style: style).text(of: analysis.report)
            return AnalyzedDocument(
                bytes: Array("\(name)\(summary)\n".utf8), warnings: analysis.report.warnings.map(\.message))
        }
    }

    /// What tells a record of this analysis from those of another program, word list or unit.
    var stamp: [UInt8] {
        var writer = RecordWriter()
        let source = Report.Source(mediaType: "", encoding: "", bytes: 0, sha256: "")
        let line = writer.bytes(
            of: Report(producer: analyzer.producer, source: source),
            offsets: OffsetConverter(SourceText(utf8: [], encoding: "utf-8", evidence: .valid), unit: flags.offsetUnit))
        return RecordHeader(line: line[...])?.stamp ?? []
    }
}

extension DeadLetter {
    fileprivate init(_ error: AnalysisError, id: String?, place: InputPlace) {
        switch error {
        case .decoding(.tooLong(let byteCount)):
            self.init(
                id: id, place: place, stage: .decoding, code: .tooLong,
                message: "the document has \(byteCount) bytes, more than can be analysed", hint: "split it")
        case .decoding(.icu(let error)): self.init(error, stage: .decoding, id: id, place: place)
        case .format(let error):
            self.init(
                id: id, place: place, stage: .format, code: .binaryFile, message: error.problem, hint: error.cure)
        case .icu(let error): self.init(error, stage: .extraction, id: id, place: place)
        case .stopped(let step):
            self.init(
                id: id, place: place, stage: .extraction, code: .timedOut,
                message: "took too long; it was given up before “\(step.name)”",
                hint: "split it, or give it more time (--timeout)")
        }
    }

    private init(_ error: ICUError, stage: Stage, id: String?, place: InputPlace) {
        self.init(
            id: id, place: place, stage: stage, code: .outOfMemory, message: error.description,
            hint: "try again with fewer documents at once (--jobs 1)")
    }
}
