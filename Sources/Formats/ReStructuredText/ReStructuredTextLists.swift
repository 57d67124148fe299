import TextModel

// Lists, paragraphs and literal blocks

extension ReStructuredTextBlocks {
    /// The marker that begins an item in a line. Docutils: below a line with an enumerator stands a blank line, an
    /// indented line or another item; otherwise it is text, `1. Titre` over a line of dashes for one.
    func marker(at index: Int, _ limit: Int, _ indent: Int) -> ReStructuredTextSyntax.Marker? {
        let line = lines[index]
        if let bullet = syntax.bullet(line) { return bullet }
        guard let marker = syntax.enumerator(line), marker.mayOpen, isEnumerated(index, limit, indent) else {
            return nil
        }
        return marker
    }

    private func isEnumerated(_ index: Int, _ limit: Int, _ indent: Int) -> Bool {
        guard index + 1 < limit else { return true }
        let next = lines[index + 1]
        return next.isBlank || next.indent > indent || syntax.enumerator(next) != nil
    }

    mutating func readList(
        _ first: Int, _ marker: ReStructuredTextSyntax.Marker, _ limit: Int, _ indent: Int
    ) -> Int {
        builder.openList(isOrdered: marker.isOrdered)
        var index = first
        var item = marker
        while true {
            let end = endOfIndented(after: index, limit, indent)
            builder.openItem(
                marker: source.string(item.mark.lowerBound, item.mark.upperBound), at: lines[index].contentStart)
            readMoved(index, to: item.text, end, indent)
            builder.end(at: lines[index].end)
            builder.closeItem()
            index = end
            var next = end
            while next < limit, lines[next].isBlank { next += 1 }
            guard next < limit, lines[next].indent == indent, let following = following(item, next, limit, indent)
            else {
                break
            }
            item = following
            index = next
        }
        builder.closeList()
        return index
    }

    /// The next item of the same list: the same bullet, or the next number.
    private func following(
        _ item: ReStructuredTextSyntax.Marker, _ index: Int, _ limit: Int, _ indent: Int
    ) -> ReStructuredTextSyntax.Marker? {
        guard item.isOrdered else {
            return syntax.bullet(lines[index]).flatMap { $0.style == item.style ? $0 : nil }
        }
        guard let next = syntax.enumerator(lines[index]), next.style == item.style, isEnumerated(index, limit, indent)
        else { return nil }
        if let ordinal = next.ordinal, let last = item.ordinal, ordinal != last + 1 { return nil }
        return next
    }

    /// A line with an indented one right below is a term, unless `::` announces a literal block.
    func isTerm(_ index: Int, _ limit: Int, _ indent: Int) -> Bool {
        guard index + 1 < limit, !lines[index].isBlank, lines[index].indent == indent, !lines[index + 1].isBlank,
            lines[index + 1].indent > indent
        else { return false }
        return !source.starts("::", at: max(lines[index].contentStart, lines[index].end - 2), before: lines[index].end)
    }

    mutating func readDefinitions(_ first: Int, _ limit: Int, _ indent: Int) -> Int {
        builder.openList(isOrdered: false)
        var index = first
        while true {
            let line = lines[index]
            let end = endOfIndented(after: index, limit, indent)
            builder.openItem(marker: "", at: line.contentStart)
            inline.write(line.contentStart..<line.end, into: &builder)
            builder.end(at: line.end)
            read(index + 1, end, indent: leastIndent(index + 1, end) ?? indent + 1)
            builder.closeItem()
            index = end
            var next = end
            while next < limit, lines[next].isBlank { next += 1 }
            guard next < limit, isTerm(next, limit, indent), isText(next, limit, indent) else { break }
            index = next
        }
        builder.closeList()
        return index
    }

    /// Whether nothing but running text begins in a line.
    private func isText(_ index: Int, _ limit: Int, _ indent: Int) -> Bool {
        let line = lines[index]
        return syntax.explicitMarkup(line) == nil && marker(at: index, limit, indent) == nil
            && syntax.field(line) == nil
            && !isLineOfBlock(line) && syntax.adornment(line) == nil && !syntax.isGridBorder(line)
    }

    func isLineOfBlock(_ line: MarkupLine) -> Bool {
        guard source.starts("|", at: line.contentStart, before: line.end) else { return false }
        return line.count == 1 || source.isSpace(at: line.contentStart + 1, before: line.end)
    }

    /// `| Vers` after `| Vers`: the line ends count.
    mutating func readLineBlock(_ first: Int, _ limit: Int, _ indent: Int) -> Int {
        builder.beginParagraph(at: lines[first].contentStart)
        var index = first
        while index < limit, !lines[index].isBlank, lines[index].indent > indent || isLineOfBlock(lines[index]) {
            let line = lines[index]
            // A line that is indented goes on with the one above.
            let isContinued = line.indent > indent && !isLineOfBlock(line)
            if isContinued { builder.space(at: nil) } else if index > first { builder.lineBreak() }
            inline.write(line.contentStart + (isContinued ? 0 : 1)..<line.end, into: &builder)
            index += 1
        }
        builder.end(at: lines[index - 1].end)
        return index
    }

    mutating func readParagraph(_ index: Int, _ limit: Int, _ indent: Int) -> Int {
        var end = index + 1
        while end < limit, !lines[end].isBlank, lines[end].indent == indent, !interrupts(end, limit) { end += 1 }
        let start = lines[index].contentStart
        var textEnd = lines[end - 1].end
        let isLiteral = source.starts("::", at: max(start, textEnd - 2), before: textEnd)
        if isLiteral {
            // `Texte::` keeps one colon, `Texte ::` and a lone `::` none.
            let before = textEnd - 2
            textEnd = before == start || source.utf8[before - 1].isASCIIWhiteSpace ? before : before + 1
        }
        if textEnd > start {
            builder.beginParagraph(at: start)
            inline.write(start..<textEnd, into: &builder)
            builder.end(at: lines[end - 1].end)
        }
        return isLiteral ? readLiteral(end, limit, indent) : end
    }

    /// A list that the author began without a blank line, which docutils reads as text: after a colon, or with two
    /// items.
    private func interrupts(_ index: Int, _ limit: Int) -> Bool {
        guard let bullet = syntax.bullet(lines[index]), bullet.text < lines[index].end else { return false }
        if source.utf8[lines[index - 1].end - 1] == 0x3A { return true }
        return index + 1 < limit && syntax.bullet(lines[index + 1])?.style == bullet.style
    }

    /// The indented lines after `::`; or lines that all begin with the same punctuation.
    private mutating func readLiteral(_ index: Int, _ limit: Int, _ indent: Int) -> Int {
        var first = index
        while first < limit, lines[first].isBlank { first += 1 }
        guard first < limit else { return first }
        if lines[first].indent > indent {
            let end = endOfIndented(after: first, limit, indent)
            code(first, end, language: nil, from: lines[first].contentStart)
            return end
        }
        let byte = source.utf8[lines[first].contentStart]
        guard byte.isASCIIPunctuation, syntax.explicitMarkup(lines[first]) == nil else { return first }
        var end = first
        while end < limit, !lines[end].isBlank, source.utf8[lines[end].contentStart] == byte { end += 1 }
        code(first, end, language: nil, from: lines[first].contentStart)
        return end
    }
}
