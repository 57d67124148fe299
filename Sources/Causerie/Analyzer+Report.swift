import Decoding
import Extraction
import Formats
import ICUText
import TextModel

extension Analyzer {
    /// The record of a report.
    ///
    /// ```swift
    /// let report = try Analyzer().report(on: "# Le port à midi – Maud Tessier\n\nUn talk très clair.")
    /// ```
    ///
    /// - Parameters:
    ///   - text: the report with its markup.
    ///   - format: `nil` to tell it by the file's name and then by the text.
    ///   - fileName: the file's name or path, which may tell the format and the day of publication.
    ///   - published: the day of publication, stronger than what the report says.
    /// - Throws: ``AnalysisError`` for a binary file or one too long, and when ICU runs out of memory.
    public func report(
        on text: String, format: DocumentFormat? = nil, fileName: String? = nil, published: CalendarDate? = nil
    ) throws(AnalysisError) -> Report {
        try report(
            on: DocumentInput(
                Array(text.utf8), fileName: fileName, format: format, encoding: "utf-8", published: published))
    }

    /// The record of a report as it comes: in any encoding, with what its container knows of it.
    public func report(on input: DocumentInput) throws(AnalysisError) -> Report { try analysis(of: input).report }

    /// The record of a report together with everything that it was made from.
    ///
    /// - Parameters:
    ///   - input: the report as it comes, with what its container knows of it.
    ///   - stages: the stages to run; what a stage left out would have found is empty.
    ///   - shouldStop: asked between two steps; `true` ends the work with ``AnalysisError/stopped(before:)``, for a
    ///     caller whose time is up. It should be cheap.
    /// - Throws: ``AnalysisError``.
    public func analysis(
        of input: DocumentInput, stages: Set<Stage.Name> = Set(Stage.Name.allCases),
        shouldStop: () -> Bool = { false }
    ) throws(AnalysisError) -> Analysis {
        func check(_ step: AnalysisStep) throws(AnalysisError) {
            if shouldStop() { throw .stopped(before: step) }
        }
        let source: SourceText
        do throws(DecodingError) {
            source = try decoder.decode(input.bytes, declared: input.encoding)
        } catch {
            throw .decoding(error)
        }
        try check(.reading)
        var document: Document
        do throws(FormatError) {
            document = try DocumentReader().read(source, as: input.format, fileName: input.fileName)
        } catch {
            throw .format(error)
        }
        addKnown(of: input, to: &document.metadata)
        try check(.tokenizing)
        let text: ReportText
        do throws(ICUError) { text = try reportText(of: document) } catch { throw .icu(error) }
        let findings = try extractor.findings(in: text, stages: stages) { stage throws(AnalysisError) in
            try check(.stage(stage))
        }
        try check(.assembly)
        let report = ReportAssembly(text: text, findings: findings).report(
            recordID: input.recordID,
            producer: producer,
            source: Report.Source(
                id: input.sourceID, uri: input.uri, mediaType: document.format.mediaType, encoding: source.encoding,
                bytes: input.bytes.count, sha256: input.sha256, extra: input.extra),
            diagnostics: source.diagnostics + input.diagnostics, stages: stages)
        return Analysis(source: source, text: text, findings: findings, report: report)
    }

    private func addKnown(of input: DocumentInput, to metadata: inout Metadata) {
        if let day = input.published { metadata.published = Metadata.Dated(day, from: .caller, at: nil) }
        if let url = input.url { metadata.url = Metadata.Value(url, at: nil) }
        if let title = input.title, metadata.title == nil { metadata.title = Metadata.Value(title, at: nil) }
    }

    /// What this analyser writes of itself into every record.
    public var producer: Report.Producer {
        Report.Producer(
            name: "causerie", version: Self.version, lexiconsDigest: lexiconsDigest,
            icuVersion: ICUVersion.library.description, unicodeVersion: ICUVersion.unicode.description)
    }
}
