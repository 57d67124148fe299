import TextModel

/// Collects the blocks of a document in source order, and the visible text with its map in the same pass.
///
/// White space is settled here for all formats: a block neither begins nor ends with any. A source position never goes
/// back: text at a place already passed is left out, which keeps the map monotone whatever the markup.
struct DocumentBuilder {
    let source: [UInt8]
    private(set) var blocks: [Block] = []
    var diagnostics: [Diagnostic] = []

    var spans = SpanCollector()
    var utf8: [UInt8] = []
    var map = OffsetMap.Builder()

    var open: OpenBlock?
    /// White space that counts only if more text follows in the block.
    var pending: Pending?

    private var quoteDepth = 0
    private var lists: [OpenList] = []
    private var listCount = 0
    private var tableCount = 0

    struct OpenBlock {
        var block: Block
        /// `nil` while there is no text.
        var textStart: Int?
        /// Where the image leads that is all the text so far.
        var picture: String?
    }

    private struct OpenList {
        let number: Int
        let isOrdered: Bool
        /// The positions in `blocks` of the items that are open; one at most, but for markup that is broken.
        var items: [Int] = []
    }

    enum Pending {
        /// - Parameter at: where a space stands that can be kept as it is, or `nil`.
        case space(at: Int?)
        case line
    }

    init(source: [UInt8], diagnostics: [Diagnostic] = []) {
        self.source = source
        self.diagnostics = diagnostics
        utf8.reserveCapacity(source.count)
    }

    /// The source offset that text has reached.
    var sourceEnd: Int { map.sourceEnd }
    /// Whether a block is open and has text.
    var hasText: Bool { open?.textStart != nil }

    /// The document of all that was told.
    mutating func finish(_ format: DocumentFormat, metadata: Metadata) -> Document {
        end(at: source.count)
        if map.sourceEnd < source.count { map.replace(source: source.count - map.sourceEnd, text: 0) }
        return Document(
            format: format, metadata: metadata, utf8: utf8, map: map.map, blocks: blocks, spans: spans.spans,
            diagnostics: diagnostics)
    }
}

// Blocks

extension DocumentBuilder {
    /// Begins a block whose first byte, markup included, stands at `start`. A block that is open ends there.
    mutating func begin(_ kind: Block.Kind, at start: Int) {
        end(at: start)
        let place = max(start, blocks.last?.source.end ?? 0)
        open = OpenBlock(
            block: Block(
                kind, source: SourceRange(place, place), text: TextRange(0, 0), quoteDepth: quoteDepth,
                parent: lists.last(where: { !$0.items.isEmpty })?.items.last))
    }

    /// Begins a paragraph; in a block that has no text yet, such as an item or a cell, the paragraph is its own text.
    mutating func beginParagraph(at start: Int) {
        if let open, open.textStart == nil { return }
        begin(quoteDepth > 0 ? .quote : .paragraph, at: start)
    }

    /// The text of the open block stands before the place at which the block was told to begin: the block before it,
    /// whose text is behind, ends earlier than was told.
    mutating func moveStart(to start: Int) {
        if let last = blocks.last, last.source.end > start {
            blocks[blocks.count - 1].source = SourceRange(min(last.source.start, start), start)
        }
        open?.block.source = SourceRange(start, start)
    }

    /// Ends the open block, if there is one, just before `end`. Nothing is left of a block that should have text and
    /// has none.
    mutating func end(at end: Int) {
        pending = nil
        guard var closed = open else { return }
        open = nil
        spans.suspendAll(at: utf8.count)
        // A parser may name an end too early; the text counts.
        let sourceEnd = max(end, closed.block.source.start, closed.textStart == nil ? 0 : map.sourceEnd)
        closed.block.source = SourceRange(closed.block.source.start, sourceEnd)
        if let start = closed.textStart {
            closed.block.text = TextRange(start, utf8.count)
        } else {
            switch closed.block.kind {
            case .paragraph, .quote, .caption, .heading, .cell: return
            case .item, .code, .image, .embed, .rule: closed.block.text = TextRange(utf8.count, utf8.count)
            }
        }
        blocks.append(closed.block)
    }

    /// Keeps what the reader saw around the open block that speaks for a heading; whether it makes a candidate is for
    /// ``HeadingCandidates`` to say.
    mutating func note(_ evidence: HeadingEvidence) {
        let known = open?.block.candidate ?? []
        open?.block.candidate = known.union(evidence)
    }

    /// Adds a block that has no visible text.
    mutating func add(_ kind: Block.Kind, _ range: SourceRange) {
        begin(kind, at: range.start)
        end(at: range.end)
    }

    /// The open embed leads to an address.
    mutating func setEmbedTarget(_ target: String) {
        if case .embed? = open?.block.kind { open?.block.kind = .embed(target: target) }
    }

    /// The last block reaches to `end`: what follows it is hidden and belongs to it.
    mutating func extendLast(to end: Int) {
        guard open == nil, let last = blocks.last, last.source.end < end else { return }
        blocks[blocks.count - 1].source = SourceRange(last.source.start, end)
    }

    /// Ends the open block at `position` and goes on with one of the same kind; the rest of an item is a paragraph in it.
    mutating func split(at position: Int) {
        guard let kind = open?.block.kind else { return }
        guard hasText else { return }
        end(at: position)
        if case .item = kind { beginParagraph(at: position) } else { begin(kind, at: position) }
    }

    mutating func openQuote() { quoteDepth += 1 }
    mutating func closeQuote() { quoteDepth = max(0, quoteDepth - 1) }

    mutating func openList(isOrdered: Bool) {
        lists.append(OpenList(number: listCount, isOrdered: isOrdered))
        listCount += 1
    }

    mutating func closeList() { _ = lists.popLast() }

    /// Begins an item of the innermost list; without a list, one is opened.
    ///
    /// - Parameter marker: as the source has it, white space left out.
    mutating func openItem(marker: String, at start: Int) {
        if lists.isEmpty { openList(isOrdered: false) }
        end(at: start)
        let list = lists[lists.count - 1]
        begin(
            .item(ListItem(list: list.number, depth: lists.count, marker: marker, isOrdered: list.isOrdered)),
            at: start)
        lists[lists.count - 1].items.append(blocks.count)
    }

    mutating func closeItem() {
        guard !lists.isEmpty else { return }
        _ = lists[lists.count - 1].items.popLast()
    }

    /// The number of a new table.
    mutating func nextTable() -> Int {
        tableCount += 1
        return tableCount - 1
    }
}

// Inline spans

extension DocumentBuilder {
    /// The text from here on belongs to a span. The alternative text of an image is no part of a word beside it.
    mutating func openSpan(_ kind: InlineSpan.Kind) {
        if case .image = kind { space(at: nil) }
        spans.open(kind)
    }

    /// Closes the innermost open span that is of the same kind, whatever its target. A span without text is dropped,
    /// unless it is an image.
    mutating func closeSpan(_ kind: InlineSpan.Kind) {
        guard let closed = spans.close(kind, at: utf8.count, isInText: hasText) else { return }
        guard case .image(let target) = closed else { return }
        space(at: nil)
        if case .paragraph? = open?.block.kind, let start = open?.textStart, spans.spans.last?.range.start == start {
            open?.picture = target
        }
    }

    /// An image before the text of a paragraph is a block of its own, as it is where nothing follows: the text begins behind it.
    mutating func splitPicture(at position: Int) {
        guard let target = open?.picture, let start = open?.textStart else { return }
        open?.block.kind = .image(target: target)
        spans.removeImage(at: start)
        end(at: position)
        begin(.paragraph, at: position)
    }

    /// The innermost open link or image leads to another address than was known when it opened.
    mutating func retarget(_ target: String) { spans.retarget(target) }

    /// The mark of a footnote, which has no visible text: a number would be read as part of the word before it.
    mutating func addFootnote(_ label: String) {
        guard hasText else { return }
        spans.append(InlineSpan(.footnote(label: label), TextRange(utf8.count, utf8.count)))
    }

    /// The spans of all open kinds are left at a place where their element cannot reach.
    mutating func closeAllSpans() { spans.closeAll(at: utf8.count) }

    /// Adds a span over text that is already there. Spans over the same block are put in order.
    mutating func addSpan(_ kind: InlineSpan.Kind, _ range: TextRange) { spans.insert(InlineSpan(kind, range)) }
}
