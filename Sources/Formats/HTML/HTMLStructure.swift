import TextModel

/// What must be known of tags before the text between them is shown.
///
/// A layout table only arranges a page: it has no header cell, and a single column, or cells that hold blocks (headings,
/// paragraphs, lists, tables). A frame, video or script is closed when its end tag stands somewhere; without it, it is
/// the name of an element in prose, unescaped.
struct HTMLStructure {
    /// The offsets of the start tags of layout tables.
    private(set) var layoutTables: Set<Int> = []
    /// The offsets of the start tags of embeds and hidden elements that are closed.
    private(set) var closed: Set<Int> = []

    private struct Table {
        var start: Int
        var hasHeader = false
        var hasBlocks = false
        var columns = 0
        var maximumColumns = 0
    }

    private var tables: [Table] = []
    private var hiding: [(element: HTMLElement, start: Int)] = []

    init() {}

    /// The structure of a piece of HTML.
    init(_ bytes: [UInt8], from start: Int, to end: Int) {
        var position = start
        while position < end {
            guard bytes[position] == UInt8(ascii: "<"), let tag = HTMLTag(bytes, at: position, limit: end) else {
                position += 1
                continue
            }
            switch tag.kind {
            case .start: self.start(tag)
            case .end: self.end(tag.element)
            case .comment: break
            }
            position = tag.range.end
        }
        finish()
    }

    /// A start tag; the tags are told in order.
    mutating func start(_ tag: HTMLTag) {
        let last = tables.count - 1
        switch tag.element {
        case .embed, .hidden: hiding.append((tag.element, tag.range.start))
        case .table:
            if last >= 0 { tables[last].hasBlocks = true }
            tables.append(Table(start: tag.range.start))
        case .row: if last >= 0 { tables[last].columns = 0 }
        case .cell(let isHeader):
            guard last >= 0 else { return }
            tables[last].columns += 1
            tables[last].maximumColumns = max(tables[last].maximumColumns, tables[last].columns)
            if isHeader { tables[last].hasHeader = true }
        case .heading, .list, .quote, .paragraph: if last >= 0 { tables[last].hasBlocks = true }
        case .item, .preformatted, .caption, .figure, .container, .link, .strong, .emphasis, .code, .strikethrough,
            .superscript, .image, .lineBreak, .rule, .inline:
            break
        }
    }

    /// An end tag.
    mutating func end(_ element: HTMLElement) {
        switch element {
        case .table: endTable()
        case .embed, .hidden:
            guard let index = hiding.lastIndex(where: { $0.element == element }) else { return }
            closed.insert(hiding[index].start)
            hiding.removeSubrange(index...)
        case .paragraph, .heading, .list, .item, .quote, .preformatted, .row, .cell, .caption, .figure, .container,
            .link, .strong, .emphasis, .code, .strikethrough, .superscript, .image, .lineBreak, .rule, .inline:
            break
        }
    }

    /// Tables that are not closed end here.
    mutating func finish() { while !tables.isEmpty { endTable() } }

    private mutating func endTable() {
        guard let table = tables.popLast() else { return }
        if !table.hasHeader, table.hasBlocks || table.maximumColumns < 2 { layoutTables.insert(table.start) }
    }
}
