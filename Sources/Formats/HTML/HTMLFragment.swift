/// Reads the pieces of HTML inside Markdown: not documents, which a parser would complete with elements that are not
/// there, but runs of tags that may be closed in another piece.
enum HTMLFragment {
    /// A piece in a format whose other markup has nothing to do with it.
    static func read(_ bytes: [UInt8], from start: Int, to end: Int, _ builder: inout DocumentBuilder) {
        var flow = HTMLFlow()
        builder.end(at: start)
        read(bytes, from: start, to: end, quoteDepth: 0, &flow, &builder)
        flow.reset(&builder, at: end)
    }

    /// - Parameters:
    ///   - bytes: the source, with the markup of blog engines taken out.
    ///   - quoteDepth: how many marks of quotations may begin a line.
    static func read(
        _ bytes: [UInt8], from start: Int, to end: Int, quoteDepth: Int, _ flow: inout HTMLFlow,
        _ builder: inout DocumentBuilder
    ) {
        let structure = HTMLStructure(bytes, from: start, to: end)
        var position = start
        var textStart = start
        func showText(to textEnd: Int, _ flow: inout HTMLFlow, _ builder: inout DocumentBuilder) {
            forEachVisible(bytes, textStart, textEnd, quoteDepth) { flow.text($0, $1, &builder) }
        }
        while position < end {
            guard bytes[position] == UInt8(ascii: "<"), let tag = HTMLTag(bytes, at: position, limit: end) else {
                position += 1
                continue
            }
            showText(to: position, &flow, &builder)
            apply(tag, structure, &flow, &builder)
            position = tag.range.end
            textStart = position
        }
        showText(to: end, &flow, &builder)
        flow.endPiece(&builder, at: end)
    }

    static func apply(
        _ tag: HTMLTag, _ structure: HTMLStructure, _ flow: inout HTMLFlow, _ builder: inout DocumentBuilder
    ) {
        switch tag.kind {
        case .start: flow.start(tag, structure, &builder)
        case .end: flow.end(tag.element, from: tag.range.start, to: tag.range.end, &builder)
        case .comment: break
        }
    }

    /// The stretches of a text that are visible: no marks of quotations, no bytes that were taken out.
    private static func forEachVisible(
        _ bytes: [UInt8], _ start: Int, _ end: Int, _ quoteDepth: Int, _ body: (Int, Int) -> Void
    ) {
        var stretchStart = start
        var position = start
        while position < end {
            let byte = bytes[position]
            if byte == MarkdownPreparation.dropped {
                body(stretchStart, position)
                position += 1
                stretchStart = position
            } else if byte == 0x0A, quoteDepth > 0 {
                position += 1
                body(stretchStart, position)
                var marks = quoteDepth
                while position < end, bytes[position] == 0x20 || bytes[position] == UInt8(ascii: ">") && marks > 0 {
                    if bytes[position] == UInt8(ascii: ">") { marks -= 1 }
                    position += 1
                }
                stretchStart = position
            } else {
                position += 1
            }
        }
        body(stretchStart, end)
    }
}
