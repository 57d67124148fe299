import TextModel

/// Turns the tags and texts of HTML, in source order, into blocks and spans.
///
/// It serves whole pages and the HTML inside Markdown, so that it trusts no nesting: an end tag without a start tag
/// does nothing, and what is never closed ends with ``reset(_:at:)``.
struct HTMLFlow {
    /// How many elements around are not shown.
    private var hiddenDepth = 0
    private var preformattedDepth = 0
    private var listDepth = 0
    private var quoteDepth = 0
    private var tables: [Table] = []
    /// Images before any text of their block: blocks of their own if no text follows.
    var heldImages: [HTMLTag] = []
    /// Whether the last thing seen, white space aside, was a line break.
    private var isAfterBreak = false
    /// How many quotations are open from an embedded post on; what is in them is the text of one embed.
    private var embeddedQuotes = 0

    private struct Table {
        var number: Int?
        var row = -1
        var column = 0
    }

    /// Whether text is shown.
    var isHidden: Bool { hiddenDepth > 0 }

    mutating func start(_ tag: HTMLTag, _ structure: HTMLStructure, _ builder: inout DocumentBuilder) {
        let start = tag.range.start
        let isClosed = (tag.element == .hidden || tag.element == .embed) && structure.closed.contains(start)
        if isHidden {
            if isClosed { hiddenDepth += 1 }
            return
        }
        if embeddedQuotes > 0 { return startInEmbeddedPost(tag, isClosed: isClosed, &builder) }
        if tag.element != .lineBreak, tag.element != .image { isAfterBreak = false }
        switch tag.element {
        case .paragraph:
            breakBlock(at: start, &builder)
            builder.beginParagraph(at: start)
        case .heading(let level):
            breakBlock(at: start, &builder)
            builder.begin(.heading(level: level, mark: .element), at: start)
        case .list(let isOrdered):
            breakBlock(at: start, &builder)
            builder.end(at: start)
            builder.openList(isOrdered: isOrdered)
            listDepth += 1
        case .item:
            breakBlock(at: start, &builder)
            builder.openItem(marker: "", at: start)
        case .quote:
            breakBlock(at: start, &builder)
            builder.end(at: start)
            if isEmbeddedPost(tag, builder.source) {
                builder.begin(.embed(target: tag.text(of: "cite", in: builder.source)), at: start)
                embeddedQuotes = 1
            } else {
                builder.openQuote()
                quoteDepth += 1
            }
        case .preformatted:
            breakBlock(at: start, &builder)
            builder.begin(.code(language: language(of: tag, builder.source)), at: start)
            preformattedDepth += 1
        case .table:
            breakBlock(at: start, &builder)
            let isLayout = structure.layoutTables.contains(start)
            tables.append(Table(number: isLayout ? nil : builder.nextTable()))
        case .row:
            breakBlock(at: start, &builder)
            if !tables.isEmpty {
                tables[tables.count - 1].row += 1
                tables[tables.count - 1].column = 0
            }
        case .cell(let isHeader):
            breakBlock(at: start, &builder)
            guard let table = tables.last, let number = table.number else { return }
            let cell = TableCell(table: number, row: max(0, table.row), column: table.column, isHeader: isHeader)
            tables[tables.count - 1].column += 1
            builder.begin(.cell(cell), at: start)
        case .caption:
            breakBlock(at: start, &builder)
            builder.begin(.caption, at: start)
        case .figure, .container: breakBlock(at: start, &builder)
        case .link:
            if let target = tag.text(of: "href", in: builder.source) { builder.openSpan(.link(target: target)) }
        case .strong: builder.openSpan(.strong)
        case .emphasis: builder.openSpan(.emphasis)
        case .code: if preformattedDepth == 0 { builder.openSpan(.code) }
        case .strikethrough: builder.openSpan(.strikethrough)
        case .image:
            if builder.hasText, !isAfterBreak { showInline(tag, &builder) } else { heldImages.append(tag) }
        case .lineBreak:
            if !heldImages.isEmpty {
                let isSplit = builder.hasText
                if isSplit { builder.split(at: start) }
                releaseImages(&builder)
            } else if isAfterBreak {
                builder.split(at: start)
            } else {
                builder.lineBreak()
            }
            isAfterBreak = true
        case .rule:
            breakBlock(at: start, &builder)
            builder.add(.rule, tag.range)
        case .embed:
            // The name of an element in the prose of a report, unescaped.
            guard isClosed || tag.value(of: "src", in: builder.source) != nil else { return }
            breakBlock(at: start, &builder)
            let target = tag.text(of: "src", in: builder.source) ?? tag.text(of: "data", in: builder.source)
            builder.add(.embed(target: target), tag.range)
            if isClosed { hiddenDepth += 1 }
        case .hidden: if isClosed { hiddenDepth += 1 }
        case .superscript, .inline: break
        }
    }

    /// The text of an embedded post is one block, whatever stands in it; its last link leads to the post.
    private mutating func startInEmbeddedPost(_ tag: HTMLTag, isClosed: Bool, _ builder: inout DocumentBuilder) {
        switch tag.element {
        case .quote: embeddedQuotes += 1
        case .link:
            if let target = tag.text(of: "href", in: builder.source) { builder.setEmbedTarget(target) }
        case .paragraph, .lineBreak, .container, .item: builder.lineBreak()
        case .hidden: if isClosed { hiddenDepth += 1 }
        case .heading, .list, .preformatted, .table, .row, .cell, .caption, .figure, .strong, .emphasis, .code,
            .strikethrough, .superscript, .image, .rule, .embed, .inline:
            break
        }
    }

    /// The end of an element, whose end tag stands from `tagStart` to `end`; it is empty where the source has none.
    mutating func end(_ element: HTMLElement, from tagStart: Int, to end: Int, _ builder: inout DocumentBuilder) {
        if isHidden {
            switch element {
            case .hidden where tagStart < end: hiddenDepth -= 1
            case .embed where tagStart < end:
                hiddenDepth -= 1
                if !isHidden { builder.extendLast(to: end) }
            case _: break
            }
            return
        }
        if embeddedQuotes > 0 {
            if element == .paragraph || element == .container { builder.lineBreak() }
            guard element == .quote else { return }
            embeddedQuotes -= 1
            if embeddedQuotes == 0 { builder.end(at: end) }
            return
        }
        switch element {
        case .paragraph, .heading, .cell, .caption:
            breakBlock(at: end, &builder)
            if element != .paragraph { builder.end(at: end) }
        case .list:
            breakBlock(at: end, &builder)
            guard listDepth > 0 else { return }
            builder.end(at: end)
            builder.closeList()
            listDepth -= 1
        case .item:
            breakBlock(at: end, &builder)
            builder.end(at: end)
            builder.closeItem()
        case .quote:
            breakBlock(at: end, &builder)
            guard quoteDepth > 0 else { return }
            builder.end(at: end)
            builder.closeQuote()
            quoteDepth -= 1
        case .preformatted:
            preformattedDepth = max(0, preformattedDepth - 1)
            builder.end(at: end)
        case .table:
            breakBlock(at: end, &builder)
            _ = tables.popLast()
        case .row, .figure, .container: breakBlock(at: end, &builder)
        case .link: builder.closeSpan(.link(target: ""))
        case .strong: builder.closeSpan(.strong)
        case .emphasis: builder.closeSpan(.emphasis)
        case .code: if preformattedDepth == 0 { builder.closeSpan(.code) }
        case .strikethrough: builder.closeSpan(.strikethrough)
        case .image, .lineBreak, .rule, .embed, .hidden, .superscript, .inline: break
        }
    }

    /// Text between tags, with character references.
    mutating func text(_ start: Int, _ end: Int, _ builder: inout DocumentBuilder) {
        guard !isHidden, start < end else { return }
        let source = builder.source
        if !source[start..<end].allSatisfy(\.isASCIIWhiteSpace) {
            for image in heldImages { showInline(image, &builder) }
            heldImages.removeAll()
            isAfterBreak = false
        }
        emit(start, end, &builder)
    }

    /// Text of a page, and of an attribute's value.
    func emit(_ start: Int, _ end: Int, _ builder: inout DocumentBuilder) {
        let isPreformatted = preformattedDepth > 0
        var position = start
        var plainStart = start
        func flush(_ builder: inout DocumentBuilder) {
            guard plainStart < position else { return }
            if isPreformatted {
                builder.verbatimText(plainStart, position)
            } else {
                builder.flowingText(plainStart, position)
            }
        }
        while let ampersand = builder.source.firstIndex(of: UInt8(ascii: "&"), from: position, before: end) {
            position = ampersand
            let reference = builder.source[position..<end].withUnsafeBufferPointer { CharacterReference($0) }
            guard let reference else {
                position += 1
                continue
            }
            flush(&builder)
            builder.text(position, position + reference.count, standingFor: reference.bytes)
            position += reference.count
            plainStart = position
        }
        position = end
        flush(&builder)
    }

    /// Ends the open block if it has text; images that stand alone become blocks.
    private mutating func breakBlock(at position: Int, _ builder: inout DocumentBuilder) {
        if builder.hasText { builder.end(at: position) }
        releaseImages(&builder)
    }

    /// `class="language-swift"`, as the standard suggests, or `lang="swift"`.
    private func language(of tag: HTMLTag, _ source: [UInt8]) -> String? {
        if let language = tag.text(of: "lang", in: source) { return language }
        for word in (tag.text(of: "class", in: source) ?? "").split(separator: " ") {
            for prefix in ["language-", "lang-"] where word.hasPrefix(prefix) {
                return String(word.dropFirst(prefix.count))
            }
        }
        return nil
    }

    /// Posts of social networks are embedded as quotations with a class of the network's script.
    private func isEmbeddedPost(_ tag: HTMLTag, _ source: [UInt8]) -> Bool {
        guard let names = tag.text(of: "class", in: source) else { return false }
        return names.split(separator: " ").contains { name in
            EmbeddedPosts.beginnings.contains { name.hasPrefix($0) }
        }
    }

    /// Leaves all elements: what a page or a part of it did not close ends here.
    mutating func reset(_ builder: inout DocumentBuilder, at position: Int) {
        endPiece(&builder, at: position)
        while listDepth > 0 {
            builder.closeList()
            listDepth -= 1
        }
        while quoteDepth > 0 {
            builder.closeQuote()
            quoteDepth -= 1
        }
        tables.removeAll()
    }

    /// The end of a piece of HTML inside Markdown: text and spans end, lists and tables may go on in the next piece.
    mutating func endPiece(_ builder: inout DocumentBuilder, at position: Int) {
        hiddenDepth = 0
        embeddedQuotes = 0
        preformattedDepth = 0
        breakBlock(at: position, &builder)
        builder.end(at: position)
        builder.closeAllSpans()
        isAfterBreak = false
    }
}
