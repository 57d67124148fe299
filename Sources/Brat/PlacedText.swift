import TextModel

/// A report with the places of its visible text: what writing and reading stand-off annotations share.
struct PlacedText {
    let source: SourceText
    let document: Document

    /// The visible text of a source range, or the source itself where nothing of it is visible, such as front matter;
    /// runs of white space are one space.
    func text(of range: SourceRange) -> String {
        let visible = document.map.textRange(of: range)
        return Self.squeezed(visible.isEmpty ? source[range] : document[visible])
    }

    static func squeezed(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }

    /// The first words that are visible in a range, without leaving the block in which they stand; `nil` where nothing
    /// is.
    func opening(of range: SourceRange, words: Int) -> SourceRange? {
        let visible = document.map.textRange(of: range)
        var start = visible.start
        while start < visible.end, Self.isSpace(document.utf8[start]) { start += 1 }
        let block = document.blocks.first { $0.text.start <= start && start < $0.text.end }
        let limit = min(visible.end, block?.text.end ?? visible.end)
        var end = start
        var count = 0
        var position = start
        while position < limit, count < words {
            while position < limit, Self.isSpace(document.utf8[position]) { position += 1 }
            let wordStart = position
            while position < limit, !Self.isSpace(document.utf8[position]) { position += 1 }
            if position > wordStart {
                end = position
                count += 1
            }
        }
        return end > start ? document.map.sourceRange(of: TextRange(start, end)) : nil
    }

    /// The first line of the source that is not blank.
    var firstLine: SourceRange? {
        let utf8 = source.utf8
        let hasMark = utf8.starts(with: [0xEF, 0xBB, 0xBF])
        guard let start = utf8[(hasMark ? 3 : 0)...].firstIndex(where: { !Self.isSpace($0) }) else { return nil }
        var end = utf8[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? utf8.count
        while end > start, Self.isSpace(utf8[end - 1]) { end -= 1 }
        return SourceRange(start, end)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
