import TextModel

/// A document as lines, one block each, with its inline spans drawn as in Markdown: `h2 Titre`, `p Un **mot**`,
/// `- item`. What stands in an item is indented by two spaces a level; `>` stands for each quotation around.
func drawn(_ document: Document) -> [String] {
    document.blocks.map { block in
        let indent = String(repeating: "  ", count: depth(of: block, in: document))
        let text = drawnText(block, in: document)
        return indent + (text.isEmpty ? label(of: block) : label(of: block) + " " + text)
    }
}

private func depth(of block: Block, in document: Document) -> Int {
    if case .item(let item) = block.kind { return item.depth - 1 }
    guard let parent = block.parent, case .item(let item) = document.blocks[parent].kind else { return 0 }
    return item.depth
}

private func label(of block: Block) -> String {
    let quotes = String(repeating: ">", count: block.quoteDepth)
    let name =
        switch block.kind {
        case .heading(let level, _): "h\(level)"
        case .paragraph: "p"
        case .item(let item): item.marker.isEmpty ? "•" : item.marker
        case .quote: "q"
        case .code(let language): language.map { "code(\($0))" } ?? "code"
        case .cell(let cell): "cell(\(cell.table),\(cell.row),\(cell.column))"
        case .image(let target): "image(\(target))"
        case .caption: "caption"
        case .embed(let target): "embed(\(target ?? ""))"
        case .rule: "rule"
        }
    return quotes + name
}

private func drawnText(_ block: Block, in document: Document) -> String {
    var marks: [(offset: Int, order: Int, text: String)] = []
    for (order, span) in document.spans(of: block).enumerated() {
        let (opening, closing) = marksAround(span.kind)
        marks.append((span.range.start, order, opening))
        // An empty span closes after it opened.
        marks.append((span.range.end, span.range.isEmpty ? order : -order - 1, closing))
    }
    marks.sort { ($0.offset, $0.order) < ($1.offset, $1.order) }
    var line = ""
    var position = block.text.start
    for mark in marks {
        line += document[TextRange(position, mark.offset)] + mark.text
        position = mark.offset
    }
    line += document[TextRange(position, block.text.end)]
    return String(line.map { $0.isNewline ? "⏎" : $0 })
}

private func marksAround(_ kind: InlineSpan.Kind) -> (String, String) {
    switch kind {
    case .link(let target): ("[", "](\(target))")
    case .image(let target): ("![", "](\(target))")
    case .emphasis: ("_", "_")
    case .strong: ("**", "**")
    case .code: ("`", "`")
    case .strikethrough: ("~~", "~~")
    case .footnote(""): ("[^", "]")
    case .footnote(let label): ("[^\(label)]", "")
    case .emoji: ("{", "}")
    }
}

/// Whether the laws of a document hold: blocks in order without overlap, every text within its block's source, every
/// span within a block.
func isSound(_ document: Document) -> Bool {
    var sourceEnd = 0
    var textEnd = 0
    for block in document.blocks {
        guard block.source.start >= sourceEnd, block.text.start >= textEnd else { return false }
        sourceEnd = block.source.end
        textEnd = block.text.end
        guard !block.text.isEmpty else { continue }
        let place = document.map.sourceRange(of: block.text)
        guard place.start >= block.source.start, place.end <= block.source.end else { return false }
        for span in document.spans(of: block) where span.range.end > block.text.end { return false }
    }
    return document.map.textCount == document.utf8.count
}
