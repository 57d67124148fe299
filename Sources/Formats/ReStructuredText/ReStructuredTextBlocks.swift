import TextModel

/// Reads the blocks of a reStructuredText document.
struct ReStructuredTextBlocks {
    let source: MarkupSource
    let syntax: ReStructuredTextSyntax
    /// The first line of an item or a directive is moved to where its content begins, so that content can be read
    /// like any other.
    var lines: [MarkupLine]
    var builder: DocumentBuilder
    var inline: ReStructuredTextInline
    var metadata = Metadata()

    /// In order of first appearance: the position is the level.
    private var styles: [ReStructuredTextSyntax.SectionStyle] = []
    /// Whether the first section is the document's title: the only one of its style (docutils' `doctitle`).
    private let hasTitle: Bool
    private var mayHaveFields = true
    private var noSimpleBorder = Int.max
    var depth = 0

    /// How deep blocks may nest, so that no text exhausts the stack.
    static let maximumDepth = 64

    init(source: MarkupSource, lines: [MarkupLine]) {
        self.source = source
        self.lines = lines
        syntax = ReStructuredTextSyntax(source: source)
        builder = DocumentBuilder(source: source.utf8)
        inline = ReStructuredTextInline(source: source, targets: ReStructuredTextTargets(syntax, lines))
        hasTitle = Self.hasLoneFirstSection(syntax, lines)
    }

    private static func hasLoneFirstSection(_ syntax: ReStructuredTextSyntax, _ lines: [MarkupLine]) -> Bool {
        var first: ReStructuredTextSyntax.SectionStyle?
        var index = 0
        var mayBegin = true
        while index < lines.count {
            if mayBegin, let section = syntax.section(at: index, in: lines, before: lines.count) {
                if section.style == first { return false }
                first = first ?? section.style
                index = section.next
            } else {
                mayBegin = lines[index].isBlank
                index += 1
            }
        }
        return first != nil
    }

    /// Reads the lines of a stretch, all of which are blank or indented by `indent` columns at least.
    mutating func read(_ first: Int, _ limit: Int, indent: Int) {
        guard depth < Self.maximumDepth else { return readPlain(first, limit) }
        depth += 1
        var index = first
        while index < limit { index = readBlock(index, limit, indent) }
        depth -= 1
    }

    private mutating func readPlain(_ first: Int, _ limit: Int) {
        guard first < limit else { return }
        let range = SourceRange(lines[first].contentStart, lines[limit - 1].end)
        builder.diagnostics.append(Diagnostic(.boundExceeded, "Blocks nest too deep.", at: range))
        builder.beginParagraph(at: range.start)
        builder.flowingText(range.start, range.end)
        builder.end(at: range.end)
    }

    /// Reads what begins in a line and returns the line after it.
    private mutating func readBlock(_ index: Int, _ limit: Int, _ indent: Int) -> Int {
        let line = lines[index]
        if line.isBlank { return index + 1 }
        if line.indent > indent { return readQuote(index, limit, indent) }
        if let start = syntax.explicitMarkup(line) { return readExplicit(index, start, limit, indent) }
        if source.starts("__ ", at: line.contentStart, before: line.end) {
            return endOfIndented(after: index, limit, indent)
        }
        if let marker = marker(at: index, limit, indent) { return readList(index, marker, limit, indent) }
        if let field = syntax.field(line) { return readFields(index, field, limit, indent) }
        if depth == 1, let section = syntax.section(at: index, in: lines, before: limit) {
            readSection(section, at: index)
            return section.next
        }
        mayHaveFields = false
        if syntax.isGridBorder(line) {
            var end = index + 1
            while end < limit, !lines[end].isBlank { end += 1 }
            return skipped("A table is not read.", index, end)
        }
        if let end = simpleTableEnd(index, limit) { return skipped("A table is not read.", index, end) }
        if source.starts(">>> ", at: line.contentStart, before: line.end) { return readDoctest(index, limit) }
        if isLineOfBlock(line) { return readLineBlock(index, limit, indent) }
        if let byte = syntax.adornment(line), line.count >= 4, byte != 0x3A,
            index + 1 == limit || lines[index + 1].isBlank
        {
            builder.add(.rule, SourceRange(line.contentStart, line.end))
            return index + 1
        }
        if isTerm(index, limit, indent) { return readDefinitions(index, limit, indent) }
        return readParagraph(index, limit, indent)
    }

    private mutating func readSection(_ section: ReStructuredTextSyntax.Section, at index: Int) {
        let level =
            styles.firstIndex(of: section.style)
            ?? {
                styles.append(section.style)
                return styles.count - 1
            }()
        let text = section.title.contentStart..<section.title.end
        if hasTitle, builder.blocks.isEmpty, level == 0, metadata.title == nil {
            var scratch = DocumentBuilder(source: source.utf8)
            scratch.begin(.paragraph, at: text.lowerBound)
            inline.write(text, into: &scratch)
            let visible = scratch.finish(.rst, metadata: Metadata())
            let name = visible.blocks.first.map { visible[$0.text] } ?? source.string(text.lowerBound, text.upperBound)
            metadata.title = Metadata.Value(name, at: SourceRange(text.lowerBound, text.upperBound))
            return
        }
        if !builder.blocks.isEmpty { mayHaveFields = false }
        builder.begin(.heading(level: level + 1, mark: .underline), at: lines[index].contentStart)
        inline.write(text, into: &builder)
        builder.end(at: lines[section.next - 1].end)
    }

    /// The line after the blank lines and those indented by more than `indent` columns below a line; blank lines at the
    /// end are not counted in.
    func endOfIndented(after index: Int, _ limit: Int, _ indent: Int) -> Int {
        var end = index + 1
        var next = end
        while next < limit, lines[next].isBlank || lines[next].indent > indent {
            next += 1
            if !lines[next - 1].isBlank { end = next }
        }
        return end
    }

    /// The least indentation of the lines with text in a stretch, or `nil`.
    func leastIndent(_ first: Int, _ end: Int) -> Int? {
        var least: Int?
        for index in first..<max(first, end) where !lines[index].isBlank {
            least = min(least ?? Int.max, lines[index].indent)
        }
        return least
    }

    private mutating func readQuote(_ index: Int, _ limit: Int, _ indent: Int) -> Int {
        mayHaveFields = false
        let end = endOfIndented(after: index, limit, indent)
        builder.openQuote()
        read(index, end, indent: leastIndent(index, end) ?? indent)
        builder.closeQuote()
        return end
    }

    mutating func skipped(_ message: String, _ index: Int, _ end: Int) -> Int {
        let range = SourceRange(lines[index].contentStart, lines[end - 1].end)
        builder.diagnostics.append(Diagnostic(.constructSkipped, message, at: range))
        return end
    }

    /// Docutils: a simple table ends at its third border, or at one that a blank line follows.
    private mutating func simpleTableEnd(_ index: Int, _ limit: Int) -> Int? {
        guard syntax.isSimpleBorder(lines[index]), index < noSimpleBorder else { return nil }
        var borders = 0
        var next = index + 1
        while next < limit {
            let isBorder =
                syntax.isSimpleBorder(lines[next]) || syntax.adornment(lines[next]) == 0x3D
            if isBorder {
                borders += 1
                if borders == 2 || next + 1 == limit || lines[next + 1].isBlank { return next + 1 }
            }
            next += 1
        }
        noSimpleBorder = index
        return nil
    }

    private mutating func readDoctest(_ index: Int, _ limit: Int) -> Int {
        var end = index + 1
        while end < limit, !lines[end].isBlank { end += 1 }
        code(index, end, language: nil, from: lines[index].contentStart)
        return end
    }

    mutating func code(_ first: Int, _ end: Int, language: String?, from start: Int) {
        builder.begin(.code(language: language), at: start)
        if first < end { builder.text(lines[first].contentStart, lines[end - 1].end) }
        builder.end(at: first < end ? lines[end - 1].end : start)
    }
}

// Fields

extension ReStructuredTextBlocks {
    /// Fields before any text are the document's own. In the body, a field is an item: its name, and what is said of it.
    private mutating func readFields(
        _ first: Int, _ field: (name: Range<Int>, value: Range<Int>), _ limit: Int, _ indent: Int
    ) -> Int {
        let isMetadata = mayHaveFields && depth == 1
        if !isMetadata { builder.openList(isOrdered: false) }
        var index = first
        while index < limit {
            while index < limit, lines[index].isBlank { index += 1 }
            guard index < limit, lines[index].indent == indent, let field = syntax.field(lines[index]) else { break }
            let end = endOfIndented(after: index, limit, indent)
            if isMetadata {
                note(field, before: lines[end - 1].end)
            } else {
                builder.openItem(marker: "", at: lines[index].contentStart)
                inline.write(field.name, into: &builder)
                builder.end(at: field.name.upperBound + 1)
                readMoved(index, to: field.value.lowerBound, end, indent)
                builder.closeItem()
            }
            index = end
        }
        if isMetadata { mayHaveFields = false } else { builder.closeList() }
        return index
    }

    /// Reads the content of an item or a directive that begins within a line.
    mutating func readMoved(_ index: Int, to start: Int, _ end: Int, _ indent: Int) {
        let line = lines[index]
        let body = leastIndent(index + 1, end)
        guard start < line.end else {
            read(index + 1, end, indent: body ?? indent + 1)
            return
        }
        let column = line.indent + source.characterCount(line.contentStart, start)
        let content = min(column, body ?? column)
        lines[index].contentStart = start
        lines[index].indent = content
        read(index, end, indent: content)
    }

    private mutating func note(_ field: (name: Range<Int>, value: Range<Int>), before end: Int) {
        let name = source.string(field.name.lowerBound, field.name.upperBound).lowercased()
        note(name, field.value.lowerBound..<max(end, field.value.lowerBound))
    }

    /// Notes what a field or a comment of Nikola's says of the document.
    mutating func note(_ name: String, _ range: Range<Int>) {
        guard var value = source.value(range.lowerBound, range.upperBound) else { return }
        value.text = value.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch name {
        case "title": if metadata.title == nil { metadata.title = value }
        case "author", "authors", "auteur", "auteurs", "autrice", "autrices":
            if metadata.authors.isEmpty {
                metadata.authors = split(range, at: name.hasSuffix("s") ? [0x2C, 0x3B] : [0x3B])
            }
        case "date", "published", "pubdate", "created":
            if metadata.published == nil { metadata.published = dated(value) }
        case "modified", "updated": if metadata.updated == nil { metadata.updated = dated(value) }
        case "tags", "keywords": metadata.tags += split(range, at: [0x2C, 0x3B])
        case "summary", "description", "abstract", "résumé": metadata.summaries.append(value)
        case "lang", "language": if metadata.language == nil { metadata.language = value }
        default: break
        }
    }

    private mutating func dated(_ value: Metadata.Value) -> Metadata.Dated? {
        if let date = MetadataDate.day(in: value.text) {
            return Metadata.Dated(date, from: .attribute, at: value.range)
        }
        builder.diagnostics.append(.unreadableDate(value))
        return nil
    }

    private func split(_ range: Range<Int>, at separators: [UInt8]) -> [Metadata.Value] {
        var values: [Metadata.Value] = []
        var start = range.lowerBound
        for position in range.lowerBound...range.upperBound
        where position == range.upperBound || separators.contains(source.utf8[position]) {
            if let value = source.value(start, position) { values.append(value) }
            start = position + 1
        }
        return values
    }
}
