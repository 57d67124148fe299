import TextModel

/// What a line of AsciiDoc may be, told from the line alone.
struct AsciiDocSyntax {
    let source: MarkupSource

    private var utf8: [UInt8] { source.utf8 }

    struct Delimiter: Hashable {
        enum Kind { case listing, literal, fence, example, sidebar, quote, open, passthrough, table, comment }
        let kind: Kind
        let length: Int
    }

    struct Title {
        let level: Int
        let mark: HeadingMark
        let text: Range<Int>
    }

    /// `name::target[attributes]`, alone on its line.
    struct BlockMacro {
        let name: Range<Int>
        let target: Range<Int>
        let attributes: Range<Int>
    }

    struct AttributeEntry {
        let name: Range<Int>
        let value: Range<Int>
    }

    /// The line that opens or closes a delimited block. Asciidoctor: four characters or more, `--` and three backticks
    /// exactly, `|===` with three `=` or more; a fence may name a language.
    func delimiter(_ line: MarkupLine) -> Delimiter? {
        guard line.indent == 0, line.count >= 2 else { return nil }
        let first = utf8[line.start]
        let length = line.count
        if first == 0x60 {
            guard source.run(of: 0x60, at: line.start, before: line.end) == 3 else { return nil }
            for position in line.start + 3..<line.end {
                let byte = utf8[position]
                // The language, which may have a comma before it; anything else is inline code.
                guard byte.isASCIIAlphanumeric || byte == 0x2C || byte == 0x2B || byte == 0x2D || byte == 0x23
                else { return nil }
            }
            return Delimiter(kind: .fence, length: 3)
        }
        let isTable = [0x7C, 0x2C, 0x3A, 0x21].contains(first) && utf8[line.start + 1] == 0x3D
        let repeated = isTable ? utf8[line.start + 1] : first
        let from = line.start + (isTable ? 1 : 0)
        guard source.run(of: repeated, at: from, before: line.end) == line.end - from else { return nil }
        if isTable { return length >= 4 ? Delimiter(kind: .table, length: length) : nil }
        if first == 0x2D, length == 2 { return Delimiter(kind: .open, length: 2) }
        guard length >= 4 else { return nil }
        let kind: Delimiter.Kind
        switch first {
        case 0x2D: kind = .listing
        case 0x2E: kind = .literal
        case 0x3D: kind = .example
        case 0x2A: kind = .sidebar
        case 0x5F: kind = .quote
        case 0x7E: kind = .open
        case 0x2B: kind = .passthrough
        case 0x2F: kind = .comment
        default: return nil
        }
        return Delimiter(kind: kind, length: length)
    }

    /// `// comment`; `///` is text.
    func isComment(_ line: MarkupLine) -> Bool {
        line.indent == 0 && source.starts("//", at: line.start, before: line.end)
            && !source.starts("///", at: line.start, before: line.end)
    }

    /// `== Title`, or `## Title` in Markdown's style; the marks may be repeated after the title.
    func sectionTitle(_ line: MarkupLine) -> Title? {
        guard line.indent == 0, line.count >= 3 else { return nil }
        let byte = utf8[line.start]
        guard byte == 0x3D || byte == 0x23 else { return nil }
        let level = source.run(of: byte, at: line.start, before: line.end)
        guard level <= 6, source.isSpace(at: line.start + level, before: line.end) else { return nil }
        var text = source.trimmed(line.start + level, line.end)
        var closing = text.upperBound
        while closing > text.lowerBound, utf8[closing - 1] == byte { closing -= 1 }
        if text.upperBound - closing == level, closing > text.lowerBound, utf8[closing - 1].isASCIIWhiteSpace {
            text = source.trimmed(text.lowerBound, closing)
        }
        return text.isEmpty ? nil : Title(level: level, mark: byte == 0x3D ? .equals : .hashes, text: text)
    }

    /// A title with a line of `=`, `-`, `~`, `^` or `+` under it, of the same length but for one character.
    func underlinedTitle(_ line: MarkupLine, under: MarkupLine) -> Title? {
        guard line.indent == 0, under.indent == 0, under.count >= 2, !line.isBlank else { return nil }
        let byte = utf8[under.start]
        guard let level = [0x3D, 0x2D, 0x7E, 0x5E, 0x2B].firstIndex(of: byte),
            source.run(of: byte, at: under.start, before: under.end) == under.count,
            abs(source.characterCount(line.start, line.end) - under.count) <= 1,
            (line.start..<line.end).contains(where: { source.isWord(at: $0, before: line.end) })
        else { return nil }
        return Title(level: level + 1, mark: .underline, text: line.start..<line.end)
    }

    /// `.Title` over a block. A space or two more dots after the dot make it a list item or a literal block.
    func blockTitle(_ line: MarkupLine) -> Range<Int>? {
        guard line.indent == 0, line.count >= 2, utf8[line.start] == 0x2E else { return nil }
        let second = utf8[line.start + 1]
        guard second != 0x2E, !second.isASCIIWhiteSpace else { return nil }
        return line.start + 1..<line.end
    }

    /// The inside of `[source,java]`, `[[anchor]]` or `[.lead]`. Asciidoctor's pattern: a letter, a digit or one of
    /// `_.#%{,"'` follows the bracket, or another bracket.
    func blockAttributes(_ line: MarkupLine) -> Range<Int>? {
        guard line.indent == 0, line.count >= 2, utf8[line.start] == 0x5B, utf8[line.end - 1] == 0x5D else {
            return nil
        }
        let inside = line.start + 1..<line.end - 1
        guard let first = source.scalar(at: inside.lowerBound, before: inside.upperBound) else { return inside }
        if MarkupSource.isWord(first) || ".#%{,\"'".unicodeScalars.contains(first) { return inside }
        guard first == "[", inside.count >= 2, utf8[inside.upperBound - 1] == 0x5D else { return nil }
        return source.first(0x20, from: inside.lowerBound, before: inside.upperBound) == nil ? inside : nil
    }

    /// `image::file.png[Alt]`.
    func blockMacro(_ line: MarkupLine) -> BlockMacro? {
        guard line.indent == 0, line.count >= 5, utf8[line.end - 1] == 0x5D, utf8[line.start].isASCIILetter
        else { return nil }
        var position = line.start
        while position < line.end,
            utf8[position].isASCIIAlphanumeric || utf8[position] == 0x5F || utf8[position] == 0x2D
        {
            position += 1
        }
        let name = line.start..<position
        guard source.starts("::", at: position, before: line.end) else { return nil }
        let targetStart = position + 2
        guard let bracket = source.first(0x5B, from: targetStart, before: line.end),
            !source.isSpace(at: targetStart, before: line.end)
        else { return nil }
        return BlockMacro(name: name, target: targetStart..<bracket, attributes: bracket + 1..<line.end - 1)
    }

    /// `:name: value`, `:name!:`.
    func attributeEntry(_ line: MarkupLine) -> AttributeEntry? {
        guard line.indent == 0, line.count >= 3, utf8[line.start] == 0x3A else { return nil }
        var position = line.start + 1
        if utf8[position] == 0x21 { position += 1 }
        guard source.isWord(at: position, before: line.end) else { return nil }
        while position < line.end, utf8[position] != 0x3A {
            guard
                source.isWord(at: position, before: line.end) || utf8[position] & 0xC0 == 0x80
                    || utf8[position] == 0x2D || utf8[position] == 0x21
            else { return nil }
            position += 1
        }
        guard position < line.end else { return nil }
        let after = position + 1
        guard after == line.end || source.isSpace(at: after, before: line.end) else { return nil }
        return AttributeEntry(name: line.start + 1..<position, value: source.trimmed(after, line.end))
    }

    /// `'''`, and Markdown's `---`, `***` and `- - -`.
    func isThematicBreak(_ line: MarkupLine) -> Bool {
        guard line.count >= 3 else { return false }
        let byte = utf8[line.contentStart]
        let run = source.run(of: byte, at: line.contentStart, before: line.end)
        if byte == 0x27 { return line.indent == 0 && run == line.count }
        guard byte == 0x2D || byte == 0x2A || byte == 0x5F else { return false }
        if run == line.count { return run == 3 }
        guard line.count == 5 else { return false }
        let start = line.contentStart
        return utf8[start + 1] == 0x20 && utf8[start + 2] == byte && utf8[start + 3] == 0x20 && utf8[start + 4] == byte
    }

    /// `<<<`
    func isPageBreak(_ line: MarkupLine) -> Bool {
        line.indent == 0 && line.count >= 3 && source.run(of: 0x3C, at: line.start, before: line.end) == line.count
    }

    /// `NOTE: ` and its like at the start of a paragraph: where the text begins.
    func admonitionText(_ line: MarkupLine) -> Int? {
        guard line.indent == 0 else { return nil }
        let labels: [StaticString] = ["NOTE:", "TIP:", "IMPORTANT:", "WARNING:", "CAUTION:"]
        for label in labels where source.starts(label, at: line.start, before: line.end) {
            let text = line.start + label.utf8CodeUnitCount
            return source.isSpace(at: text, before: line.end) ? text + 1 : nil
        }
        return nil
    }
}
