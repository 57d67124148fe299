import TextModel

/// Reads text pasted out of a page or typed as notes.
///
/// What the form has lost is told from the lines: paragraphs are lines, or runs of lines that were broken at a width;
/// lists have marks at line starts, and indentation is their depth; `>` is a quotation; addresses are links. Titles are
/// bare lines and stay paragraphs, marked by ``HeadingCandidates``; only an underlined title is a heading.
enum PlainTextReader {
    static func read(_ source: SourceText) -> Document {
        let lines = TextLine.lines(of: source.utf8)
        let passages = PastedFurniture.removed(
            from: Passage.passages(of: lines, in: source.utf8), lines, in: source.utf8)
        let metadata = PlainTextMetadata.metadata(of: passages, lines, in: source.utf8)
        var writer = PassageWriter(source: source.utf8, lines: lines)
        // A blank line says something only where there are lines without.
        let tight = passages.count { !$0.followsBlank }
        writer.notesBlankLines = tight * 5 >= passages.count && tight > 1
        for passage in passages { writer.write(passage) }
        return writer.finish(metadata)
    }
}

/// Writes passages as blocks, and keeps the lists that are open.
private struct PassageWriter {
    let source: [UInt8]
    let lines: [TextLine]
    var notesBlankLines = false

    private var builder: DocumentBuilder
    /// The lists around the place, from the outside in; each has an open item.
    private var open: [OpenList] = []
    private var quoteDepth = 0

    private struct OpenList {
        var key: String
        var indent: Int
        var value: Int?
    }

    /// Deeper nesting is read as the deepest.
    private static let maximumDepth = 16

    init(source: [UInt8], lines: [TextLine]) {
        self.source = source
        self.lines = lines
        builder = DocumentBuilder(source: source)
    }

    mutating func finish(_ metadata: Metadata) -> Document {
        closeLists(downTo: 0)
        return builder.finish(.text, metadata: metadata)
    }

    mutating func write(_ passage: Passage) {
        if passage.quoteDepth != quoteDepth {
            closeLists(downTo: 0)
            while quoteDepth < passage.quoteDepth {
                builder.openQuote()
                quoteDepth += 1
            }
            while quoteDepth > passage.quoteDepth {
                builder.closeQuote()
                quoteDepth -= 1
            }
        }
        switch passage.role {
        case .item(let marker):
            place(marker, passage)
            builder.openItem(marker: marker.text, at: passage.start)
            writeText(of: passage, from: marker.contentStart)
        case .text, .underlined:
            leaveLists(for: passage)
            builder.beginParagraph(at: passage.start)
            if case .underlined = passage.role { builder.note(.underlined) }
            if notesBlankLines, passage.followsBlank, passage.lines.lowerBound > 0 { builder.note(.blankBefore) }
            writeText(of: passage, from: lines[passage.lines.lowerBound].content)
        case .heading(let level):
            leaveLists(for: passage)
            builder.begin(.heading(level: level, mark: .underline), at: passage.start)
            writeText(of: passage, from: lines[passage.lines.lowerBound].content)
        case .rule:
            leaveLists(for: passage)
            builder.add(.rule, SourceRange(passage.start, passage.end))
            return
        }
        builder.end(at: passage.end)
    }

    // Lists

    /// Opens and closes lists so that the item can follow.
    private mutating func place(_ marker: LineMarker, _ passage: Passage) {
        while let last = open.last, last.indent > passage.indent + 1 { closeLists(downTo: open.count - 1) }
        if let last = open.last, passage.indent <= last.indent + 1 {
            // Marks that differ at one depth are two levels: copied lists have lost their indentation.
            let level = open.lastIndex { $0.key == marker.key && abs($0.indent - passage.indent) <= 1 }
            if let level, continues(open[level].value, marker.value) {
                closeLists(downTo: level + 1)
                builder.closeItem()
                open[level].value = marker.value
                return
            }
            if let level { closeLists(downTo: level) } else if passage.followsBlank { closeLists(at: passage.indent) }
        }
        if open.count == Self.maximumDepth { closeLists(downTo: open.count - 1) }
        builder.openList(isOrdered: marker.isOrdered)
        open.append(OpenList(key: marker.key, indent: passage.indent, value: marker.value))
    }

    /// Whether a number goes on a list; one that begins anew begins another list.
    private func continues(_ previous: Int?, _ value: Int?) -> Bool {
        guard let previous, let value else { return true }
        return value > previous || value == 1 && previous == 1
    }

    /// Closes the lists that a passage without a mark does not belong to: those not indented less than it.
    private mutating func leaveLists(for passage: Passage) {
        closeLists(at: passage.indent - 1)
    }

    /// Closes the lists whose marks stand at a column or further in.
    private mutating func closeLists(at indent: Int) {
        while let last = open.last, last.indent >= indent { closeLists(downTo: open.count - 1) }
    }

    private mutating func closeLists(downTo count: Int) {
        while open.count > count {
            open.removeLast()
            builder.closeItem()
            builder.closeList()
        }
    }

    // Text

    private mutating func writeText(of passage: Passage, from start: Int) {
        for index in passage.lines {
            let line = lines[index]
            if index > passage.lines.lowerBound, !isCompoundCut(lines[index - 1], line) {
                builder.space(at: lines[index - 1].end)
            }
            write(from: index == passage.lines.lowerBound ? start : line.content, to: line.end)
        }
    }

    /// `peut-` at a line's end and `être` on the next are one word.
    private func isCompoundCut(_ line: TextLine, _ next: TextLine) -> Bool {
        guard line.end - line.content >= 2, source[line.end - 1] == UInt8(ascii: "-") else { return false }
        return source.scalarRead(before: line.end - 1).scalar.isLetter
            && source.scalarRead(at: next.content).scalar.isLetter
    }

    private mutating func write(from start: Int, to end: Int) {
        var position = start
        while let link = BareLink.first(in: source, from: position, to: end) {
            builder.flowingText(position, link.start)
            let kind = InlineSpan.Kind.link(target: link.target)
            builder.openSpan(kind)
            builder.text(link.start, link.end)
            builder.closeSpan(kind)
            position = link.end
        }
        builder.flowingText(position, end)
    }
}
