import Decoding
import Extraction
import Formats
import FrenchText
import ICUText
import Lexicons
import TextModel

/// The front door of the library: from the bytes of a document to what Causerie finds in it.
///
/// ```swift
/// let analyzer = try Analyzer()
/// let report = try analyzer.report(on: "# Le port à midi – Maud Tessier\n\nUn talk très clair.")
/// let text = try analyzer.text(of: Array("L’été, dit-il.".utf8))
/// text.analyzed.tokens.count  // 7: L’ été , ␣ dit -il .
/// ```
///
/// Make one and keep it: it reads the word lists once, does no I/O, and may be used from several threads at once.
public struct Analyzer: Sendable {
    /// The version of the library and of the command.
    public static let version = "0.1.0"

    /// A document's text and what the text layer says of it.
    public struct Text: Sendable {
        public let source: SourceText
        public let analyzed: AnalyzedText
    }

    public let texts: TextAnalyzer
    public let extractor: Extractor
    let decoder = Decoder()
    /// A hash of all word lists.
    let lexiconsDigest: String

    /// - Parameter lexicons: the word lists, those of a caller's own included.
    /// - Throws: `TextAnalyzerError` when ICU lacks data or a word list is faulty.
    public init(lexicons: LexiconSet = .embedded) throws(TextAnalyzerError) {
        do throws(TextAnalyzerError) {
            texts = try TextAnalyzer(lexicons: lexicons)
            do throws(LexiconError) { extractor = try Extractor(lexicons: lexicons) } catch { throw .lexicon(error) }
        } catch {
            guard case .lexicon(let fault) = error else { throw error }
            throw .lexicon(lexicons.located(fault))
        }
        lexiconsDigest = lexicons.digest
    }

    /// Decodes a document and finds its tokens and sentences.
    ///
    /// - Parameters:
    ///   - bytes: the document as it comes.
    ///   - encoding: the encoding that the container declares, or `nil`; see `Decoder`.
    /// - Throws: `DecodingError` for a document that is too long, and when ICU runs out of memory.
    public func text(of bytes: [UInt8], encoding: String? = nil) throws(DecodingError) -> Text {
        let source = try decoder.decode(bytes, declared: encoding)
        do throws(ICUError) {
            return Text(source: source, analyzed: try texts.analyze(source))
        } catch {
            throw .icu(error)
        }
    }

    /// A document's decoded source, and its blocks.
    public struct ReadDocument: Sendable {
        public let source: SourceText
        public let document: Document
    }

    /// Decodes a document and reads its structure.
    ///
    /// - Parameters:
    ///   - bytes: the document as it comes.
    ///   - encoding: the encoding that the container declares, or `nil`; see `Decoder`.
    ///   - format: the format, or `nil` to tell it by the file's name and then by the text.
    ///   - fileName: the file's name or path, which may tell the format and the day of publication.
    /// - Throws: `DecodingError`, and `FormatError` for a binary file.
    public static func document(
        of bytes: [UInt8], encoding: String? = nil, format: DocumentFormat? = nil, fileName: String? = nil
    ) throws -> ReadDocument {
        let source = try Decoder().decode(bytes, declared: encoding)
        return ReadDocument(source: source, document: try DocumentReader().read(source, as: format, fileName: fileName))
    }

    /// The visible text of a document, as the stages read it.
    ///
    /// - Throws: `ICUError` when ICU runs out of memory.
    public func reportText(of document: Document) throws(ICUError) -> ReportText {
        ReportText(
            document: document, analyzed: try texts.analyze(utf8: document.utf8),
            metadata: try matchingForm(of: document.metadata))
    }

    /// Metadata whose texts can be compared with those of a ``ReportText``.
    private func matchingForm(of metadata: Metadata) throws(ICUError) -> Metadata {
        func matching(_ value: Metadata.Value?) throws(ICUError) -> Metadata.Value? {
            guard let value else { return nil }
            let text = try texts.normalizer.normalize(utf8: Array(value.text.utf8))
            return Metadata.Value(String(decoding: text.utf8, as: UTF8.self), at: value.range)
        }
        func matching(_ values: [Metadata.Value]) throws(ICUError) -> [Metadata.Value] {
            var result: [Metadata.Value] = []
            for value in values { if let form = try matching(value) { result.append(form) } }
            return result
        }
        var result = metadata
        result.title = try matching(metadata.title)
        result.authors = try matching(metadata.authors)
        result.tags = try matching(metadata.tags)
        result.site = try matching(metadata.site)
        result.event = try matching(metadata.event)
        result.speakers = try matching(metadata.speakers)
        result.summaries = try matching(metadata.summaries)
        return result
    }

    /// All that the stages find in a document.
    public func findings(in document: Document) throws(ICUError) -> Findings {
        extractor.findings(in: try reportText(of: document))
    }
}
