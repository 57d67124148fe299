import RecordWriters
import TextModel

/// Prints the blocks of a document, as a tree or as NDJSON.
struct BlockWriter {
    let document: Document
    let offsets: OffsetConverter

    func write(_ format: BlockFormat, to output: StandardOutput) {
        switch format {
        case .tree: writeTree(to: output)
        case .ndjson: writeLines(to: output)
        }
    }

    private func range(of span: InlineSpan) -> SourceRange { document.map.sourceRange(of: span.range) }

    // One block a line

    private func writeLines(to output: StandardOutput) {
        var line = JSONWriter()
        for block in document.blocks where !output.isClosed {
            line.removeAll()
            line.beginObject()
            line.add("kind", block.kind.name)
            add(block.source, to: &line)
            line.add("text", utf8: document.utf8[block.text.start..<block.text.end])
            for property in block.kind.properties {
                switch property.value {
                case .number(let number): line.add(property.key, number)
                case .text(let text): line.add(property.key, text)
                case .flag(let flag): line.add(property.key, flag)
                }
            }
            line.add("quote_depth", block.quoteDepth)
            if let parent = block.parent { line.add("parent", parent) }
            if let candidate = block.candidate { line.add("candidate", candidate.names) }
            line.key("spans")
            line.beginArray()
            for span in document.spans(of: block) {
                line.beginObject()
                line.add("kind", span.kind.name)
                add(range(of: span), to: &line)
                line.add("text", utf8: document.utf8[span.range.start..<span.range.end])
                if let target = span.kind.target { line.add("target", target) }
                line.endObject()
            }
            line.endArray()
            line.endObject()
            line.endLine()
            output.write(utf8: line.bytes)
        }
    }

    private func add(_ range: SourceRange, to line: inout JSONWriter) {
        line.add("start", offsets.offset(ofByte: range.start))
        line.add("end", offsets.offset(ofByte: range.end))
    }

    // For people

    private func writeTree(to output: StandardOutput) {
        writeMetadata(to: output)
        let width = String(offsets.offset(ofByte: document.map.sourceEnd)).count
        func padded(_ offset: Int) -> String {
            let digits = String(offsets.offset(ofByte: offset))
            return String(repeating: " ", count: width - digits.count) + digits
        }
        for block in document.blocks where !output.isClosed {
            let indent = String(repeating: "  ", count: depth(of: block))
            let quote = String(repeating: "> ", count: block.quoteDepth)
            var line = padded(block.source.start) + "–" + padded(block.source.end) + "  " + indent + quote
            line += label(of: block)
            let text = shown(block)
            if !text.isEmpty { line += "  " + text }
            output.write(line + "\n")
        }
    }

    private func writeMetadata(to output: StandardOutput) {
        let metadata = document.metadata
        var rows: [(String, String)] = [("format", document.format.rawValue)]
        func add(_ name: String, _ value: String?) {
            if let value { rows.append((name, oneLine(value))) }
        }
        func dated(_ value: Metadata.Dated?) -> String? { value.map { "\($0.date) (\($0.source.rawValue))" } }
        add("title", metadata.title?.text)
        for author in metadata.authors { add("author", author.text) }
        add("published", dated(metadata.published))
        add("updated", dated(metadata.updated))
        add("url", metadata.url?.text)
        add("language", metadata.language?.text)
        if !metadata.tags.isEmpty { add("tags", metadata.tags.map(\.text).joined(separator: ", ")) }
        add("site", metadata.site?.text)
        for (name, value) in rows { output.write("\(name): \(value)\n") }
        output.write("\n")
    }

    /// How far a block is indented: an item by its list's depth, other blocks by the item that they stand in.
    private func depth(of block: Block) -> Int {
        if case .item(let item) = block.kind { return item.depth - 1 }
        guard let parent = block.parent, case .item(let item) = document.blocks[parent].kind else { return 0 }
        return item.depth
    }

    private func label(of block: Block) -> String {
        var label = block.kind.name
        switch block.kind {
        case .heading(let level, let mark): label += "(\(level), \(mark.rawValue))"
        case .item(let item): label += "(list \(item.list)) \(item.marker)"
        case .cell(let cell): label += "(table \(cell.table), row \(cell.row), column \(cell.column))"
        case .code(let language?): label += "(\(language))"
        case .image(let target), .embed(let target?): label += "(\(target))"
        case .paragraph, .quote, .caption, .rule, .code(nil), .embed(nil): break
        }
        if let candidate = block.candidate { label += " candidate[\(candidate.names.joined(separator: " "))]" }
        return label
    }

    /// The visible text with its inline markup written as in Markdown.
    private func shown(_ block: Block) -> String {
        var marks: [(offset: Int, order: Int, text: String)] = []
        for (order, span) in document.spans(of: block).enumerated() {
            let (opening, closing) = span.kind.marks
            marks.append((span.range.start, order, opening))
            marks.append((span.range.end, -order - 1, closing))
        }
        marks.sort { ($0.offset, $0.order) < ($1.offset, $1.order) }
        var line = ""
        var position = block.text.start
        for mark in marks {
            line += document[TextRange(position, mark.offset)] + mark.text
            position = mark.offset
        }
        return oneLine(line + document[TextRange(position, block.text.end)])
    }

    private func oneLine(_ text: String) -> String {
        text.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? "⏎" : $0 }) : text
    }
}

extension Block.Kind {
    enum Property {
        case number(Int)
        case text(String)
        case flag(Bool)
    }

    var name: String {
        switch self {
        case .heading: "heading"
        case .paragraph: "paragraph"
        case .item: "item"
        case .quote: "quote"
        case .code: "code"
        case .cell: "cell"
        case .image: "image"
        case .caption: "caption"
        case .embed: "embed"
        case .rule: "rule"
        }
    }

    /// What a kind says beside its name, in the order of output.
    var properties: [(key: StaticString, value: Property)] {
        switch self {
        case .heading(let level, let mark): [("level", .number(level)), ("mark", .text(mark.rawValue))]
        case .item(let item):
            [
                ("list", .number(item.list)), ("depth", .number(item.depth)), ("marker", .text(item.marker)),
                ("ordered", .flag(item.isOrdered)),
            ]
        case .cell(let cell):
            [
                ("table", .number(cell.table)), ("row", .number(cell.row)), ("column", .number(cell.column)),
                ("header", .flag(cell.isHeader)),
            ]
        case .code(let language?): [("language", .text(language))]
        case .image(let target), .embed(let target?): [("target", .text(target))]
        case .paragraph, .quote, .caption, .rule, .code(nil), .embed(nil): []
        }
    }
}

extension InlineSpan.Kind {
    var name: String {
        switch self {
        case .link: "link"
        case .emphasis: "emphasis"
        case .strong: "strong"
        case .code: "code"
        case .strikethrough: "strikethrough"
        case .image: "image"
        case .footnote: "footnote"
        case .emoji: "emoji"
        }
    }

    var target: String? {
        switch self {
        case .link(let target), .image(let target): target
        case .emphasis, .strong, .code, .strikethrough, .footnote, .emoji: nil
        }
    }

    fileprivate var marks: (String, String) {
        switch self {
        case .link(let target): ("[", "](\(target))")
        case .image(let target): ("![", "](\(target))")
        case .emphasis: ("_", "_")
        case .strong: ("**", "**")
        case .code: ("`", "`")
        case .strikethrough: ("~~", "~~")
        case .footnote(let label): ("[^\(label)]", "")
        case .emoji: ("", "")
        }
    }
}
