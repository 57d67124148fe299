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

    /// Analyses a document, and writes what is found.
    ///
    /// - Parameters:
    ///   - shouldStop: see ``DocumentAnalysis``.
    ///   - content: of the finished analysis.
    func document<Content>(
        _ input: DocumentInput, at place: InputPlace, _ shouldStop: () -> Bool, content: (Analysis) -> Content
    ) throws(DeadLetter) -> AnalyzedDocument<Content> {
        var input = input
        if let published { input.published = published }
        let analysis: Analysis
        do throws(AnalysisError) {
            analysis = try analyzer.analysis(of: input, stages: flags.stages.names, shouldStop: shouldStop)
        } catch {
            throw DeadLetter(error, id: input.sourceID, place: place)
        }
        // In all other formats the record itself has them.
        let warnings = flags.format == .pretty ? analysis.report.warnings.map(\.message) : []
        return AnalyzedDocument(content(analysis), warnings: warnings)
    }

    /// For places in the record's text, in the unit that was asked for.
    func offsets(of analysis: Analysis) -> OffsetConverter { OffsetConverter(analysis.source, unit: flags.offsetUnit) }

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
