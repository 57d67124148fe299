import TextModel

/// Finds inline spans that have no markup of their own: bare addresses, and emoji by name (`:tada:`).
///
/// In Markdown and HTML both are the blog engine's doing. cmark's own extension for addresses is not used, see
/// ``MarkdownReader``.
enum UnmarkedSpans {
    static func mark(_ document: inout Document) {
        let signs = signs(in: document.utf8)
        guard !signs.isEmpty else { return }
        var found: [InlineSpan] = []
        var rest = signs[...]
        for block in document.blocks {
            while let sign = rest.first, sign < block.text.start { rest.removeFirst() }
            guard let sign = rest.first else { break }
            guard sign < block.text.end else { continue }
            switch block.kind {
            case .code, .embed, .rule: continue
            case .heading, .paragraph, .item, .quote, .cell, .image, .caption: break
            }
            let taken = document.spans(of: block).filter { isClosed($0.kind) }.map(\.range)
            addLinks(in: block.text, of: document, taken, &found)
            if document.format == .markdown { addEmoji(in: block.text, of: document, taken, &found) }
        }
        guard !found.isEmpty else { return }
        found.sort { $0.range.start < $1.range.start }
        document.spans = merged(document.spans, found)
    }

    /// Where there is what neither an address nor an emoji is without: `://`, `www.`, a colon before a letter.
    private static func signs(in utf8: [UInt8]) -> [Int] {
        utf8.withUnsafeBytes { bytes in
            var signs: [Int] = []
            var index = 0
            while index + 3 < bytes.count {
                if index + 8 <= bytes.count {
                    let word = ByteWord(bytes, at: index)
                    if !word.mayHold(UInt8(ascii: ":")), !word.mayHold(letter: UInt8(ascii: "w")) {
                        index += 8
                        continue
                    }
                }
                switch bytes[index] {
                case UInt8(ascii: ":"):
                    let next = bytes[index + 1]
                    if next == UInt8(ascii: "/") || isNamePart(next) { signs.append(index) }
                case UInt8(ascii: "w"), UInt8(ascii: "W"):
                    if bytes[index + 1] | 0x20 == UInt8(ascii: "w"), bytes[index + 3] == UInt8(ascii: ".") {
                        signs.append(index)
                    }
                case _: break
                }
                index += 1
            }
            return signs
        }
    }

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
