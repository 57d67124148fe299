import TextModel

// Lists and paragraphs

extension AsciiDocBlocks {
    /// The marker of a line, where it may begin an item: some only go on with a list.
    func marker(at index: Int) -> AsciiDocListMarker? {
        guard let marker = AsciiDocListMarker.read(lines[index], source) else { return nil }
        return marker.mayOpen || lists.contains { $0.style == marker.style } ? marker : nil
    }

    mutating func closeLists(downTo count: Int) {
        while lists.count > count {
            lists.removeLast()
            builder.closeItem()
            builder.closeList()
        }
    }

    /// A block that is no item ends the lists, unless it is attached with `+`, indented, or stands right below an item
    /// and is code, an image or a table: those interrupt a list whose author forgot the `+`.
    mutating func settleLists(before index: Int, _ limit: Int) {
        guard !lists.isEmpty, !isAttached else { return }
        let line = lines[index]
        if line.indent > 0 { return }
        if blankLines == 0, isFigure(index, limit) { return }
        closeLists(downTo: 0)
    }

    /// Code, an image, a video or a table, or a title over one.
    private func isFigure(_ index: Int, _ limit: Int) -> Bool {
        let line = lines[index]
        if let kind = syntax.delimiter(line)?.kind {
            switch kind {
            case .listing, .literal, .fence, .passthrough, .table: return true
            case .example, .sidebar, .quote, .open, .comment: return false
            }
        }
        if syntax.blockMacro(line) != nil { return true }
        return syntax.blockTitle(line) != nil && isTitledFigure(after: index, limit)
    }

    mutating func readItem(_ index: Int, _ marker: AsciiDocListMarker, _ limit: Int) -> Int {
        let line = lines[index]
        if let level = lists.lastIndex(where: { $0.style == marker.style }) {
            // An attribute line after a blank line begins a list of its own.
            if pending.isPresent, blankLines > 0 {
                closeLists(downTo: level)
                openList(marker)
            } else {
                closeLists(downTo: level + 1)
                builder.closeItem()
            }
        } else {
            // Another marker nests; right below a paragraph of text no list is open.
            openList(marker)
        }
        pending = Pending()
        isAttached = false
        let mark = source.string(marker.mark.lowerBound, marker.mark.upperBound)
        builder.openItem(marker: mark, at: line.contentStart)
        if let term = marker.term { return readLabelled(index, term, marker, limit) }
        let end = endOfText(from: index, limit)
        inline.write(marker.text..<lines[end - 1].end, into: &builder)
        builder.end(at: lines[end - 1].end)
        return end
    }

    private mutating func openList(_ marker: AsciiDocListMarker) {
        builder.openList(isOrdered: marker.style.isOrdered)
        lists.append(OpenList(style: marker.style))
    }

    /// The term is the item's text, what is said of it a paragraph in the item. It may begin on a line below, after
    /// blank lines even.
    private mutating func readLabelled(
        _ index: Int, _ term: Range<Int>, _ marker: AsciiDocListMarker, _ limit: Int
    ) -> Int {
        inline.write(term, into: &builder)
        builder.end(at: marker.mark.upperBound)
        if marker.text < lines[index].end {
            let end = endOfText(from: index, limit)
            paragraph(marker.text..<lines[end - 1].end, from: marker.text)
            return end
        }
        var next = index + 1
        while next < limit, lines[next].isBlank { next += 1 }
        guard next < limit, lines[next].indent > 0 || next == index + 1, !startsBlock(next, limit),
            self.marker(at: next) == nil
        else { return index + 1 }
        let end = endOfText(from: next, limit)
        paragraph(lines[next].contentStart..<lines[end - 1].end, from: lines[next].contentStart)
        return end
    }

    private mutating func paragraph(_ text: Range<Int>, from start: Int, flow: AsciiDocInline.Flow = .prose) {
        builder.beginParagraph(at: start)
        inline.write(text, flow: flow, into: &builder)
        builder.end(at: text.upperBound)
    }

    mutating func readParagraph(_ index: Int, _ limit: Int) -> Int {
        let line = lines[index]
        let isVerbatim = ["source", "listing", "literal", "comment", "pass", "stem"].contains(pending.style)
        if isVerbatim || line.indent > 0 && pending.style.isEmpty {
            // An indented paragraph is literal, and so is one whose attribute line says so.
            var end = index + 1
            while end < limit, !lines[end].isBlank, isVerbatim || !startsBlock(end, limit) { end += 1 }
            guard pending.style != "comment" else { return end }
            builder.begin(.code(language: pending.language), at: line.contentStart)
            builder.text(line.start, lines[end - 1].end)
            builder.end(at: lines[end - 1].end)
            return end
        }
        let end = endOfText(from: index, limit)
        let textEnd = lines[end - 1].end
        let isQuoted =
            source.starts(">", at: line.contentStart, before: line.end)
            && (line.count == 1 || source.isSpace(at: line.contentStart + 1, before: line.end))
        if isQuoted || pending.style == "quote" || pending.style == "verse" {
            builder.openQuote()
            let flow: AsciiDocInline.Flow = isQuoted ? .quoted : pending.style == "verse" ? .verse : .prose
            builder.beginParagraph(at: line.contentStart)
            inline.write(line.contentStart + (isQuoted ? 1 : 0)..<textEnd, flow: flow, into: &builder)
            builder.end(at: textEnd)
            builder.closeQuote()
            return end
        }
        let start = syntax.admonitionText(line) ?? line.contentStart
        builder.beginParagraph(at: line.contentStart)
        inline.write(start..<textEnd, flow: pending.breaksLines ? .verse : .prose, into: &builder)
        builder.end(at: textEnd)
        return end
    }

    /// The line after the running text that a line begins.
    private func endOfText(from index: Int, _ limit: Int) -> Int {
        var end = index + 1
        while end < limit, !lines[end].isBlank, !interrupts(end, limit) { end += 1 }
        // A comment at the end belongs to no block.
        while end > index + 1, syntax.isComment(lines[end - 1]) { end -= 1 }
        return end
    }

    /// Whether a line ends the running text above it without a blank line between.
    private func interrupts(_ index: Int, _ limit: Int) -> Bool {
        if startsBlock(index, limit) { return true }
        let line = lines[index]
        if !lists.isEmpty {
            if line.count == 1, line.indent == 0, source.utf8[line.start] == 0x2B { return true }
            return marker(at: index) != nil
        }
        guard let marker = marker(at: index) else { return false }
        switch marker.style {
        case .star, .dot, .bullet, .callout: return true
        case .number:
            return marker.mark.count == 2 && source.utf8[marker.mark.lowerBound] == 0x31
        case .dash:
            // A dash in running text that is broken by hand is no list.
            if source.utf8[lines[index - 1].end - 1] == 0x3A { return true }
            guard index + 1 < limit else { return false }
            return AsciiDocListMarker.read(lines[index + 1], source)?.style == .dash
        case .letter, .roman, .label: return false
        }
    }

    /// Whether a line begins something that cannot be running text. Asciidoctor ends a paragraph at attribute lines and
    /// delimiters only; authors rely on no blank line before sections, images and their titles as well.
    private func startsBlock(_ index: Int, _ limit: Int) -> Bool {
        let line = lines[index]
        if syntax.delimiter(line) != nil || syntax.blockAttributes(line) != nil || syntax.blockMacro(line) != nil {
            return true
        }
        if let title = syntax.sectionTitle(line), title.level >= 2 { return true }
        return syntax.blockTitle(line) != nil && isTitledFigure(after: index, limit)
    }
}
