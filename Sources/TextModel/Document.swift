/// A report without its markup: metadata, and its blocks in reading order, each with its place in the source.
///
/// The visible text of all blocks stands in ``utf8``, in source order, one line end between two blocks; ``map`` leads
/// from there to the source. Front matter is metadata and has no block; scripts, comments and the menus of a page have
/// neither. Nothing is made up: every byte of ``utf8`` comes from bytes of the source.
public struct Document: Equatable, Sendable {
    public var format: DocumentFormat
    public var metadata: Metadata
    /// The visible text of all blocks; valid UTF-8.
    public var utf8: [UInt8]
    /// From ``utf8`` to the source. The text of a range is tight: markup at its edges is outside.
    public var map: OffsetMap
    /// In source order. Neither sources nor texts of two blocks overlap.
    public var blocks: [Block]
    /// Links, emphasis and other inline markup, by start and then from the outside in.
    public var spans: [InlineSpan]
    public var diagnostics: [Diagnostic]

    public init(
        format: DocumentFormat, metadata: Metadata = Metadata(), utf8: [UInt8] = [],
        map: OffsetMap = OffsetMap(verbatim: 0), blocks: [Block] = [], spans: [InlineSpan] = [],
        diagnostics: [Diagnostic] = []
    ) {
        self.format = format
        self.metadata = metadata
        self.utf8 = utf8
        self.map = map
        self.blocks = blocks
        self.spans = spans
        self.diagnostics = diagnostics
    }

    /// The visible text of a range; a range that cuts a character gives U+FFFD for the part.
    public subscript(range: TextRange) -> String {
        String(decoding: utf8[range.start..<range.end], as: UTF8.self)
    }

    /// The inline spans of a block, in order.
    public func spans(of block: Block) -> ArraySlice<InlineSpan> {
        let first = firstSpan(from: block.text.start)
        // An empty span, such as the mark of a footnote, may stand at the very end; a line end follows.
        let last = firstSpan(from: block.text.end + 1)
        return spans[first..<max(first, last)]
    }

    private func firstSpan(from offset: Int) -> Int {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].range.start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
