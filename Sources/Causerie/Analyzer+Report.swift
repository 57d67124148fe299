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
    public func analysis(
        of input: DocumentInput, stages: Set<Stage.Name> = Set(Stage.Name.allCases)
    ) throws(AnalysisError) -> Analysis {
        let source: SourceText
        do throws(DecodingError) {
            source = try decoder.decode(input.bytes, declared: input.encoding)
        } catch {
            throw .decoding(error)
        }
        var document: Document
        do throws(FormatError) {
            document = try DocumentReader().read(source, as: input.format, fileName: input.fileName)
        } catch {
            throw .format(error)
        }
        if let day = input.published { document.metadata.published = Metadata.Dated(day, from: .caller, at: nil) }
        let text: ReportText
        do throws(ICUError) { text = try reportText(of: document) } catch { throw .icu(error) }
        let findings = extractor.findings(in: text, stages: stages)
        let report = ReportAssembly(text: text, findings: findings).report(
            recordID: input.sourceID.map { String(SHA256.hexadecimal(of: Array($0.utf8)).prefix(32)) },
            producer: producer,
            source: Report.Source(
                id: input.sourceID, uri: input.uri, mediaType: document.format.mediaType, encoding: source.encoding,
                bytes: input.bytes.count, sha256: SHA256.hexadecimal(of: input.bytes), extra: input.extra),
            diagnostics: source.diagnostics, stages: stages)
        return Analysis(source: source, text: text, findings: findings, report: report)
    }

    private var producer: Report.Producer {
        Report.Producer(
            name: "causerie", version: Self.version, lexiconsDigest: lexiconsDigest,
            icuVersion: ICUVersion.library.description, unicodeVersion: ICUVersion.unicode.description)
    }
}
