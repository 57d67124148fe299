import TextModel

/// Reads a text in any of the formats into a ``Document``.
///
/// Text is never an error: what cannot be read as hoped becomes a diagnostic beside the document.
public struct DocumentReader: Sendable {
    public init() {}

    /// - Parameters:
    ///   - format: the format, or `nil` to tell it by the file's name and then by the text.
    ///   - fileName: the file's name, or its path; it may hold a date (`2023-09-07-cloud-alpes.md`).
    /// - Throws: ``FormatError/binary`` for what is no text.
    public func read(
        _ source: SourceText, as format: DocumentFormat? = nil, fileName: String? = nil
    ) throws(FormatError) -> Document {
        if let position = firstNull(in: source) { throw .binary(offset: position) }
        let format = format ?? FormatDetection.format(of: source.utf8, fileName: fileName)
        var document =
            switch format {
            case .markdown: MarkdownReader.read(source)
            case .html: HTMLReader.read(source)
            case .asciidoc: AsciiDocReader.read(source)
            case .rst: ReStructuredTextReader.read(source)
            case .text: PlainTextReader.read(source)
            }
        if format == .markdown || format == .html { UnmarkedSpans.mark(&document) }
        switch format {
        case .markdown, .asciidoc, .rst:
            if document.metadata.authors.isEmpty || document.metadata.published == nil {
                document.metadata = document.metadata.completed(by: BodyByline.metadata(of: document))
            }
        // These look for themselves.
        case .html, .text: break
        }
        HeadingCandidates.mark(&document)
        if document.metadata.title == nil { document.metadata.title = titleHeading(of: document) }
        if let fileName { document.metadata.complete(fromFileName: fileName) }
        if let named = fileName.flatMap(FormatDetection.format(byEndingOf:)), named != format {
            document.diagnostics.append(
                Diagnostic(
                    .formatMismatch, "By its name the file is \(named.rawValue); it is read as \(format.rawValue)."))
        }
        if document.blocks.isEmpty {
            document.diagnostics.append(Diagnostic(.noBlocks, "The document has no visible text."))
        }
        return document
    }

    /// The only heading of the first level, before any other text, is the document's title. It stays a block.
    private func titleHeading(of document: Document) -> Metadata.Value? {
        let tops = document.blocks.filter { if case .heading(level: 1, _) = $0.kind { true } else { false } }
        guard let first = document.blocks.first(where: { !$0.text.isEmpty }), tops == [first] else { return nil }
        return Metadata.Value(document[first.text], at: document.map.sourceRange(of: first.text))
    }

    /// A NUL in the first 8 KB: UTF-16 and UTF-32 are decoded by now, so the bytes are no text.
    private func firstNull(in source: SourceText) -> Int? {
        source.utf8.firstIndex(of: 0, from: 0, before: min(8192, source.utf8.count))
    }
}

/// Why a text could not be read as a document.
public enum FormatError: Error, Equatable, CustomStringConvertible {
    /// The text has a NUL near its start.
    case binary(offset: Int)

    /// What is wrong, in one line.
    public var problem: String {
        switch self {
        case .binary(let offset): "is a binary file (a NUL at byte \(offset)), not text"
        }
    }

    /// What to do about it, in one line.
    public var cure: String {
        switch self {
        case .binary: "name a report in Markdown, HTML, AsciiDoc, reStructuredText or plain text"
        }
    }

    public var description: String { "\(problem); \(cure)" }
}
