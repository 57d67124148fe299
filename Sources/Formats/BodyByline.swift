import TextModel

/// What the first lines of a body say of who wrote it and when, where markup has no place for it:
/// `*Par Maud Tessier, le 7 septembre 2023*` below the title of a text in Markdown.
enum BodyByline {
    /// Further down, a date is the event's and a name a speaker's.
    private static let maximumBlocks = 4
    /// A longer block is text.
    private static let maximumLength = 160

    /// Authors, and a day of publication, and the title over both where no heading has it; nothing where the lines say
    /// neither.
    ///
    /// A line that is only a day is the event's as often as that of publication, so a day counts beside an author's name
    /// or a word such as `Publié`.
    static func metadata(of document: Document) -> Metadata {
        var metadata = Metadata()
        // Of several headings of the highest level none is the title: below them stands who spoke.
        var isBelowTitle = document.blocks.count(where: isOfTopLevel) <= 1
        for (position, block) in document.blocks.prefix(maximumBlocks).enumerated() {
            switch block.kind {
            case .heading(let level, _):
                isBelowTitle = isBelowTitle && level == 1
                continue
            case .paragraph where block.text.count <= maximumLength && !block.text.isEmpty: break
            case .image where block.text.count <= maximumLength: continue
            case .paragraph, .item, .quote, .code, .cell, .image, .caption, .embed, .rule: return metadata
            }
            guard let byline = Byline(document.utf8, block.text.start, block.text.end) else { continue }
            let isDated = byline.published != nil || byline.updated != nil
            // “Par Zoé Martin” alone names who spoke where it stands below the title of a talk.
            let counts =
                byline.authors.isEmpty
                ? BylineWord.opens(document.utf8[block.text.start..<block.text.end]) : isDated || isBelowTitle
            guard counts else { continue }
            if position == 1, isDated { metadata.title = title(of: document) }
            metadata.authors = byline.authors.map { located($0, in: document) }
            metadata.published = byline.published.map { located($0, in: document) }
            metadata.updated = byline.updated.map { located($0, in: document) }
            return metadata
        }
        return metadata
    }

    private static func isOfTopLevel(_ block: Block) -> Bool {
        if case .heading(1, _) = block.kind { true } else { false }
    }

    /// The line over a byline with a day, in a text whose first line is no marked heading.
    private static func title(of document: Document) -> Metadata.Value? {
        guard let first = document.blocks.first, case .paragraph = first.kind, first.text.count <= maximumLength,
            !first.text.isEmpty, document.utf8[first.text.end - 1] != UInt8(ascii: "."),
            !document.utf8[first.text.start..<first.text.end].contains(0x0A)
        else { return nil }
        return located(
            Metadata.Value(document[first.text], at: SourceRange(first.text.start, first.text.end)), in: document)
    }

    private static func located(_ value: Metadata.Value, in document: Document) -> Metadata.Value {
        Metadata.Value(value.text, at: value.range.map { source(of: $0, in: document) })
    }

    private static func located(_ dated: Metadata.Dated, in document: Document) -> Metadata.Dated {
        Metadata.Dated(dated.date, from: dated.source, at: dated.range.map { source(of: $0, in: document) })
    }

    /// A byline reads the visible text, whose offsets it takes for those of a source.
    private static func source(of range: SourceRange, in document: Document) -> SourceRange {
        document.map.sourceRange(of: TextRange(range.start, range.end))
    }
}
