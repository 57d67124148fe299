import TextModel

/// Finds inline spans that have no markup of their own: bare addresses, and emoji by name (`:tada:`).
///
/// In Markdown and HTML both are the blog engine's doing. cmark's own extension for addresses is not used, see
/// ``MarkdownReader``.
enum UnmarkedSpans {
    static func mark(_ document: inout Document) {
        var found: [InlineSpan] = []
        for block in document.blocks {
            switch block.kind {
            case .code, .embed, .rule: continue
            case .heading, .paragraph, .item, .quote, .cell, .image, .caption: break
            }
            guard document.utf8[block.text.start..<block.text.end].contains(where: isSign) else { continue }
            let taken = document.spans(of: block).filter { isClosed($0.kind) }.map(\.range)
            addLinks(in: block.text, of: document, taken, &found)
            if document.format == .markdown { addEmoji(in: block.text, of: document, taken, &found) }
        }
        guard !found.isEmpty else { return }
        found.sort { $0.range.start < $1.range.start }
        document.spans = merged(document.spans, found)
    }

    /// A byte without which there is neither an address nor an emoji.
    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte | 0x20 == UInt8(ascii: "w") }

    /// Whether what stands in a span is no running text.
    private static func isClosed(_ kind: InlineSpan.Kind) -> Bool {
        switch kind {
        case .link, .code, .image: true
        case .emphasis, .strong, .strikethrough, .footnote, .emoji: false
        }
    }

    private static func addLinks(
        in text: TextRange, of document: Document, _ taken: [TextRange], _ found: inout [InlineSpan]
    ) {
        var position = text.start
        while let link = BareLink.first(in: document.utf8, from: position, to: text.end) {
            let range = TextRange(link.start, link.end)
            if !taken.contains(where: { $0.overlaps(range) }) {
                found.append(InlineSpan(.link(target: link.target), range))
            }
            position = link.end
        }
    }

    private static func addEmoji(
        in text: TextRange, of document: Document, _ taken: [TextRange], _ found: inout [InlineSpan]
    ) {
        let bytes = document.utf8
        var position = text.start
        while let colon = bytes[position..<text.end].firstIndex(of: UInt8(ascii: ":")) {
            position = colon + 1
            // A time or an address has a letter or digit before its colon.
            if colon > text.start, isNamePart(bytes[colon - 1]) || bytes[colon - 1] == UInt8(ascii: ":") { continue }
            var end = position
            while end < text.end, isNamePart(bytes[end]) { end += 1 }
            guard end - position > 1, end < text.end, bytes[end] == UInt8(ascii: ":"),
                // `:12:` is a time, `:+1:` a thumb.
                bytes[position..<end].contains(where: { !$0.isASCIIDigit }),
                end + 1 == text.end || !isNamePart(bytes[end + 1])
            else { continue }
            let range = TextRange(colon, end + 1)
            if !taken.contains(where: { $0.overlaps(range) }) { found.append(InlineSpan(.emoji, range)) }
            position = end + 1
        }
    }

    /// `:+1:`, `:man_technologist:`, `:flag-fr:`.
    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+")
    }

    /// Of spans with the same start, those of the markup are the outer ones.
    private static func merged(_ marked: [InlineSpan], _ found: [InlineSpan]) -> [InlineSpan] {
        var result: [InlineSpan] = []
        result.reserveCapacity(marked.count + found.count)
        var rest = found[...]
        for span in marked {
            while let next = rest.first, next.range.start < span.range.start { result.append(rest.removeFirst()) }
            result.append(span)
        }
        return result + rest
    }
}
