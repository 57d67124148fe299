import CCmarkGFM
import TextModel

/// Walks cmark's blocks and tells them to the builder.
struct MarkdownBlocks {
    /// Holds the builder, so that neither is copied for a block.
    var inlines: MarkdownInlines
    let prepared: MarkdownPreparation

    var lines: MarkdownLines { prepared.lines }
    private(set) var quoteDepth = 0
    /// Footnotes by place: cmark moves their definitions to the end, in order of reference.
    private var footnotes: ArraySlice<MarkdownNode> = []
    private var insertions: ArraySlice<MarkdownPreparation.Insertion>

    init(_ prepared: MarkdownPreparation, builder: DocumentBuilder) {
        self.prepared = prepared
        inlines = MarkdownInlines(prepared, builder: builder)
        insertions = prepared.insertions[...]
    }

    mutating func read(_ root: MarkdownNode) {
        footnotes =
            root.children.filter { $0.type == CMARK_NODE_FOOTNOTE_DEFINITION }
            .sorted { start(of: $0) < start(of: $1) }[...]
        for child in root.children where child.type != CMARK_NODE_FOOTNOTE_DEFINITION { read(block: child) }
        emitWaiting(before: inlines.builder.source.count + 1)
        inlines.flow.reset(&inlines.builder, at: inlines.builder.source.count)
    }

    mutating func finish(_ format: DocumentFormat, metadata: Metadata) -> Document {
        inlines.builder.finish(format, metadata: metadata)
    }

    func start(of node: MarkdownNode) -> Int {
        lines.offset(line: node.pointee.start_line, column: node.pointee.start_column)
    }

    /// Where a block ends, the line end left out.
    private func end(of node: MarkdownNode) -> Int {
        let (_, lineEnd) = lines.range(of: Int(node.pointee.end_line) - 1)
        let end = lines.offset(line: node.pointee.end_line, column: node.pointee.end_column + 1)
        return max(start(of: node), min(end, lineEnd))
    }

    /// Where a block of HTML ends: for one that ends with its end tag, cmark's last line is one too early.
    private func endOfHTML(_ node: MarkdownNode) -> Int {
        let literal = node.pointee.as.literal
        let count = UnsafeBufferPointer(start: literal.data, count: Int(literal.len)).count { $0 == 0x0A }
        var (start, end) = lines.range(of: Int(node.pointee.start_line) - 2 + max(1, count))
        while end > start, prepared.bytes[end - 1].isLineEnd { end -= 1 }
        return max(end, self.end(of: node))
    }

    /// Blocks that stand before an offset and that cmark's order does not have there.
    private mutating func emitWaiting(before offset: Int) {
        while true {
            let insertion = insertions.first.flatMap { $0.range.start < offset ? $0 : nil }
            let footnote = footnotes.first.flatMap { start(of: $0) < offset ? $0 : nil }
            if let insertion, footnote.map({ insertion.range.start < start(of: $0) }) ?? true {
                insertions.removeFirst()
                inlines.flow.endPiece(&inlines.builder, at: insertion.range.start)
                inlines.builder.begin(insertion.kind, at: insertion.range.start)
                if let text = insertion.text { inlines.builder.text(text.start, text.end) }
                inlines.builder.end(at: insertion.range.end)
            } else if let footnote {
                footnotes.removeFirst()
                readChildren(of: footnote)
            } else {
                return
            }
        }
    }

    private mutating func readChildren(of node: MarkdownNode) {
        for child in node.children { read(block: child) }
    }

    private mutating func read(block node: MarkdownNode) {
        let start = start(of: node)
        emitWaiting(before: start)
        switch node.type {
        case CMARK_NODE_BLOCK_QUOTE:
            inlines.builder.end(at: start)
            let isQuote = !isAdmonition(start)
            if isQuote { inlines.builder.openQuote() }
            quoteDepth += 1
            readChildren(of: node)
            inlines.builder.end(at: end(of: node))
            quoteDepth -= 1
            if isQuote { inlines.builder.closeQuote() }
        case CMARK_NODE_LIST:
            inlines.builder.end(at: start)
            inlines.builder.openList(isOrdered: node.pointee.as.list.list_type == CMARK_ORDERED_LIST)
            readChildren(of: node)
            inlines.builder.closeList()
        case CMARK_NODE_ITEM:
            inlines.builder.openItem(marker: marker(at: start), at: start)
            readChildren(of: node)
            inlines.builder.end(at: max(end(of: node), inlines.builder.sourceEnd))
            inlines.builder.closeItem()
        case CMARK_NODE_PARAGRAPH: readParagraph(node)
        case CMARK_NODE_HEADING: readHeading(node)
        case CMARK_NODE_CODE_BLOCK: readCode(node)
        case CMARK_NODE_HTML_BLOCK:
            var pieceStart = start
            let end = endOfHTML(node)
            while let insertion = insertions.first, insertion.range.start < end {
                readHTML(from: pieceStart, to: insertion.range.start)
                emitWaiting(before: insertion.range.start + 1)
                pieceStart = insertion.range.end
            }
            readHTML(from: pieceStart, to: end)
        case CMARK_NODE_THEMATIC_BREAK: inlines.builder.add(.rule, SourceRange(start, end(of: node)))
        case causerie_cmark_table(): readTable(node)
        case _: readChildren(of: node)
        }
    }

    private mutating func readHTML(from start: Int, to end: Int) {
        guard start < end else { return }
        HTMLFragment.read(prepared.bytes, from: start, to: end, quoteDepth: quoteDepth, &inlines.flow, &inlines.builder)
    }

    /// MkDocs' admonitions became quotations in the preparation; the mark is the first byte of their line.
    private func isAdmonition(_ start: Int) -> Bool { prepared.admonitions.contains(start) }

    private func marker(at start: Int) -> String {
        var end = start
        while end < prepared.bytes.count, end - start < 12, !prepared.bytes[end].isASCIIWhiteSpace { end += 1 }
        return String(decoding: inlines.builder.source[start..<end], as: UTF8.self)
    }

    // Blocks with text

    private mutating func readHeading(_ node: MarkdownNode) {
        // What raw HTML did not close ends with its section.
        inlines.flow.reset(&inlines.builder, at: start(of: node))
        let isUnderlined = node.pointee.as.heading.setext
        let start = start(of: node)
        if readImages(node) { return }
        inlines.builder.begin(
            .heading(level: Int(node.pointee.as.heading.level), mark: isUnderlined ? .underline : .hashes), at: start)
        var textStart = start
        while textStart < prepared.bytes.count, prepared.bytes[textStart] == UInt8(ascii: "#"), !isUnderlined {
            textStart += 1
        }
        while textStart < prepared.bytes.count, prepared.bytes[textStart].isASCIIWhiteSpace { textStart += 1 }
        let textEnd = readInlines(of: node, at: textStart)
        // The line under a title ends the heading; cmark's last line is the one after it.
        let underline = textEnd.map { lines.range(of: lines.line(at: $0) + 1).end }
        inlines.builder.end(at: isUnderlined ? underline.map { trimmedEnd(start, $0) } ?? end(of: node) : end(of: node))
    }

    private mutating func readParagraph(_ node: MarkdownNode) {
        let start = start(of: node)
        if readImages(node) { return }
        if prepared.captions.contains(start) {
            inlines.builder.begin(.caption, at: start)
        } else {
            inlines.builder.beginParagraph(at: start)
        }
        readInlines(of: node, at: start)
        inlines.flow.endPiece(&inlines.builder, at: end(of: node))
    }

    /// - Returns: where the last byte of the content stands in the source.
    @discardableResult
    private mutating func readInlines(of node: MarkdownNode, at start: Int) -> Int? {
        guard node.pointee.content.size > 0 else { return nil }
        let content = MarkdownContent(
            node.pointee.content, at: start, lastLine: Int(node.pointee.end_line) - 1, in: lines, prepared.bytes)
        guard let content else {
            readPlain(start, end(of: node))
            return nil
        }
        readInlines(of: node, content)
        return trimmedEnd(start, content.sourceEnd) - 1
    }

    private mutating func readInlines(of node: MarkdownNode, _ content: MarkdownContent) {
        inlines.read(node, content)
    }

    /// What could not be followed is shown as it stands.
    private mutating func readPlain(_ start: Int, _ end: Int) {
        inlines.builder.diagnostics.append(
            Diagnostic(
                .markupUnclear, "The inline markup of this block could not be followed; it is read as plain text.",
                at: SourceRange(start, max(start, end))))
        inlines.builder.flowingText(start, end)
    }

    /// A paragraph of nothing but images, with or without a link around each: every one is a block.
    private mutating func readImages(_ node: MarkdownNode) -> Bool {
        guard node.pointee.first_child != nil, node.children.allSatisfy({ isImage($0) || isBlank($0) }) else {
            return false
        }
        let images = node.children.filter(isImage)
        guard !images.isEmpty else { return false }
        let start = start(of: node)
        guard
            let content = MarkdownContent(
                node.pointee.content, at: start, lastLine: Int(node.pointee.end_line) - 1, in: lines, prepared.bytes)
        else { return false }
        inlines.readImages(node, content, start: start, end: end(of: node))
        return true
    }

    private func isImage(_ node: MarkdownNode) -> Bool {
        if node.type == CMARK_NODE_IMAGE { return true }
        return node.type == CMARK_NODE_LINK && node.pointee.first_child != nil
            && node.children.allSatisfy { $0.type == CMARK_NODE_IMAGE }
    }

    private func isBlank(_ node: MarkdownNode) -> Bool {
        if node.type == CMARK_NODE_SOFTBREAK || node.type == CMARK_NODE_LINEBREAK { return true }
        guard node.type == CMARK_NODE_TEXT else { return false }
        let literal = node.pointee.as.literal
        return UnsafeBufferPointer(start: literal.data, count: Int(literal.len)).allSatisfy {
            $0.isASCIIWhiteSpace || $0 == MarkdownPreparation.dropped
        }
    }

    // Tables

    private mutating func readTable(_ table: MarkdownNode) {
        inlines.builder.end(at: start(of: table))
        // A table of one cell is a way to frame a paragraph.
        let isFrame = table.children.allSatisfy { $0.children.reduce(0) { count, _ in count + 1 } < 2 }
        let number = isFrame ? 0 : inlines.builder.nextTable()
        for (rowIndex, row) in table.children.enumerated() {
            let (_, lineEnd) = lines.range(of: Int(row.pointee.start_line) - 1)
            let rowStart = start(of: row)
            emitWaiting(before: rowStart)
            var position = rowStart
            while position < lineEnd, prepared.bytes[position].isASCIIWhiteSpace { position += 1 }
            if position < lineEnd, prepared.bytes[position] == UInt8(ascii: "|") { position += 1 }
            for (column, cell) in row.children.enumerated() {
                let cellStart = position
                if isFrame {
                    inlines.builder.beginParagraph(at: cellStart)
                } else {
                    inlines.builder.begin(
                        .cell(TableCell(table: number, row: rowIndex, column: column, isHeader: rowIndex == 0)),
                        at: cellStart)
                }
                if let content = MarkdownContent(
                    cell: cell.pointee.content, at: &position, lineEnd: lineEnd, prepared.bytes)
                {
                    readInlines(of: cell, content)
                } else {
                    readPlain(cellStart, lineEnd)
                    position = lineEnd
                }
                inlines.flow.endPiece(&inlines.builder, at: max(cellStart, trimmedEnd(cellStart, position)))
            }
        }
    }

    /// An end without the white space before it.
    func trimmedEnd(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, prepared.bytes[end - 1].isASCIIWhiteSpace { end -= 1 }
        return end
    }
}
