import TextModel

/// Reads the body of an AsciiDoc document, block by block.
struct AsciiDocBlocks {
    let syntax: AsciiDocSyntax
    let lines: [MarkupLine]
    var header: AsciiDocHeader
    var builder: DocumentBuilder
    var inline: AsciiDocInline

    /// For a line that is a delimiter, the next line that is the same one.
    let closings: [Int: Int]
    /// From the outermost list in.
    var lists: [OpenList] = []
    /// `+` attaches the next block to the item.
    var isAttached = false
    /// The blank lines just above.
    var blankLines = 0
    var pending = Pending()
    var depth = 0

    /// How deep delimited blocks may nest, so that no text exhausts the stack.
    static let maximumDepth = 64

    struct OpenList {
        let style: AsciiDocListMarker.Style
    }

    /// The attribute lines above a block.
    struct Pending {
        var isPresent = false
        var style = ""
        var language: String?
        var breaksLines = false
    }

    var source: MarkupSource { syntax.source }

    init(syntax: AsciiDocSyntax, lines: [MarkupLine], header: AsciiDocHeader) {
        self.syntax = syntax
        self.lines = lines
        self.header = header
        builder = DocumentBuilder(source: syntax.source.utf8)
        inline = AsciiDocInline(source: syntax.source)
        inline.attributes = header.attributes
        var closings: [Int: Int] = [:]
        var following: [AsciiDocSyntax.Delimiter: Int] = [:]
        for index in lines.indices.reversed() {
            guard var delimiter = syntax.delimiter(lines[index]) else { continue }
            // A fence with a language opens only; it is closed by one without.
            closings[index] = following[delimiter]
            if delimiter.kind == .fence, lines[index].count > 3 { delimiter = .init(kind: .fence, length: 0) }
            following[delimiter] = index
        }
        self.closings = closings
    }

    /// Reads the lines of a stretch; lists that it opens are closed at its end.
    mutating func read(_ first: Int, _ limit: Int) {
        let outer = (lists, isAttached, blankLines, pending)
        lists = []
        isAttached = false
        blankLines = 0
        pending = Pending()
        var index = first
        while index < limit { index = readBlock(index, limit) }
        closeLists(downTo: 0)
        (lists, isAttached, blankLines, pending) = outer
    }

    /// Reads what begins in a line and returns the line after it.
    private mutating func readBlock(_ index: Int, _ limit: Int) -> Int {
        let line = lines[index]
        if line.isBlank {
            blankLines += 1
            return index + 1
        }
        if let next = readInvisible(index, limit) { return next }
        if !lists.isEmpty, line.count == 1, line.indent == 0, source.utf8[line.start] == 0x2B {
            // Every blank line above the mark but the first leaves one level of lists.
            if blankLines > 1 { closeLists(downTo: max(1, lists.count - blankLines + 1)) }
            isAttached = true
            blankLines = 0
            return index + 1
        }
        if !isParagraphStyle, let marker = marker(at: index) {
            defer { blankLines = 0 }
            return readItem(index, marker, limit)
        }
        settleLists(before: index, limit)
        let next = readContent(index, limit)
        isAttached = false
        blankLines = 0
        pending = Pending()
        return next
    }

    /// An attribute line that says what the paragraph below it is, so that `* ` in it is no list item.
    private var isParagraphStyle: Bool {
        ["source", "listing", "literal", "verse", "pass", "comment"].contains(pending.style)
    }

    /// Comments, attribute entries and lines, and directives of the preprocessor.
    private mutating func readInvisible(_ index: Int, _ limit: Int) -> Int? {
        let line = lines[index]
        if syntax.isComment(line), syntax.delimiter(line) == nil {
            // Between blank lines, a comment separates two lists.
            if blankLines > 0, index + 1 == limit || lines[index + 1].isBlank { closeLists(downTo: 0) }
            return index + 1
        }
        if let entry = syntax.attributeEntry(line) {
            let next = header.declare(entry, at: index)
            inline.attributes = header.attributes
            return min(next, limit)
        }
        if let inside = syntax.blockAttributes(line) {
            note(inside)
            return index + 1
        }
        guard let macro = syntax.blockMacro(line) else { return nil }
        switch source.string(macro.name.lowerBound, macro.name.upperBound) {
        case "include":
            skipped("An included file is not read.", SourceRange(line.start, line.end))
            return index + 1
        case "ifdef", "ifndef":
            if !macro.attributes.isEmpty {
                skipped("A conditional line is not read.", SourceRange(line.start, line.end))
            }
            return index + 1
        case "ifeval", "endif", "toc": return index + 1
        default: return nil
        }
    }

    private mutating func note(_ inside: Range<Int>) {
        pending.isPresent = true
        if let first = source.utf8[inside].first, first == 0x5B { return }
        let attributes = AsciiDocAttributes(source, inside)
        let style = attributes.style(source)
        if !style.isEmpty { pending.style = style }
        let language = attributes.named["language"] ?? attributes.positional.dropFirst().first
        if style == "source" || style.isEmpty, let language, !language.isEmpty {
            pending.language = source.string(language.lowerBound, language.upperBound)
            pending.style = "source"
        }
        if attributes.hasOption("hardbreaks", source) { pending.breaksLines = true }
    }

    mutating func skipped(_ message: String, _ range: SourceRange) {
        builder.diagnostics.append(Diagnostic(.constructSkipped, message, at: range))
    }

    private mutating func readContent(_ index: Int, _ limit: Int) -> Int {
        let line = lines[index]
        if let title = syntax.blockTitle(line) {
            readBlockTitle(title, index, limit)
            return index + 1
        }
        if let title = syntax.sectionTitle(line) {
            heading(title, from: line, to: line)
            return index + 1
        }
        if let delimiter = syntax.delimiter(line) { return readDelimited(delimiter, index, limit) }
        if index + 1 < limit, let title = syntax.underlinedTitle(line, under: lines[index + 1]) {
            heading(title, from: line, to: lines[index + 1])
            return index + 2
        }
        if let macro = syntax.blockMacro(line) {
            readMacro(macro, line)
            return index + 1
        }
        if syntax.isThematicBreak(line) {
            builder.add(.rule, SourceRange(line.contentStart, line.end))
            return index + 1
        }
        if syntax.isPageBreak(line) { return index + 1 }
        return readParagraph(index, limit)
    }

    private mutating func heading(_ title: AsciiDocSyntax.Title, from first: MarkupLine, to last: MarkupLine) {
        builder.begin(.heading(level: title.level, mark: title.mark), at: first.start)
        inline.write(title.text, into: &builder)
        builder.end(at: last.end)
    }

    /// A title over an image, a video, code or a table is its caption. Over running text or a list it does the work of
    /// a heading below all sections.
    private mutating func readBlockTitle(_ title: Range<Int>, _ index: Int, _ limit: Int) {
        let isCaption = isTitledFigure(after: index, limit)
        builder.begin(isCaption ? .caption : .heading(level: 6, mark: .blockTitle), at: lines[index].start)
        inline.write(title, into: &builder)
        builder.end(at: lines[index].end)
    }

    /// Whether the block below a title is an image, a video, code or a table.
    func isTitledFigure(after index: Int, _ limit: Int) -> Bool {
        var next = index + 1
        while next < limit {
            let line = lines[next]
            if let inside = syntax.blockAttributes(line) {
                let style = AsciiDocAttributes(source, inside).style(source)
                if style == "source" || style == "listing" || style == "literal" { return true }
            } else if !syntax.isComment(line) || syntax.delimiter(line) != nil {
                break
            }
            next += 1
        }
        guard next < limit else { return false }
        if syntax.blockMacro(lines[next]) != nil { return true }
        guard let kind = syntax.delimiter(lines[next])?.kind else { return false }
        switch kind {
        case .listing, .literal, .fence, .passthrough, .table: return true
        case .example, .sidebar, .quote, .open, .comment: return false
        }
    }
}
