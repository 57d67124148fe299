import TextModel

/// What a line of reStructuredText may be, told from the line and its neighbours.
struct ReStructuredTextSyntax {
    let source: MarkupSource

    private var utf8: [UInt8] { source.utf8 }

    /// The adornment of a title. Levels go by the order in which the styles appear.
    struct SectionStyle: Equatable {
        let byte: UInt8
        let hasOverline: Bool
    }

    struct Section {
        let style: SectionStyle
        let title: MarkupLine
        /// The line after the section's title and its adornment.
        let next: Int
    }

    /// A marker and where its text begins.
    struct Marker {
        enum Style: Equatable {
            case bullet(String)
            case number(Formatting)
            case letter(Formatting, isCapital: Bool)
        }
        enum Formatting { case period, parenthesis, parentheses }
        let style: Style
        let mark: Range<Int>
        let text: Int
        /// `nil` for a letter and for `#`.
        var ordinal: Int?
        /// Whether it may begin a list: `M.` does not, `a.` does.
        var mayOpen = true

        var isOrdered: Bool {
            switch style {
            case .bullet: false
            case .number, .letter: true
            }
        }
    }

    /// The character of a line of one punctuation character, or `nil`.
    func adornment(_ line: MarkupLine) -> UInt8? {
        guard !line.isBlank else { return nil }
        let byte = utf8[line.contentStart]
        guard byte.isASCIIPunctuation,
            source.run(of: byte, at: line.contentStart, before: line.end) == line.count
        else { return nil }
        return byte
    }

    /// A section title that begins in a line: underlined, or between two lines of the same character. Docutils asks for
    /// an adornment as long as the title, and takes a shorter one of four characters with a warning.
    func section(at index: Int, in lines: [MarkupLine], before limit: Int) -> Section? {
        let line = lines[index]
        guard line.indent == 0, index + 1 < limit else { return nil }
        if let byte = adornment(line) {
            guard index + 2 < limit, !lines[index + 1].isBlank, lines[index + 2].indent == 0,
                adornment(lines[index + 1]) == nil, adornment(lines[index + 2]) == byte
            else { return nil }
            guard isLongEnough(line, for: lines[index + 1]) else { return nil }
            return Section(style: .init(byte: byte, hasOverline: true), title: lines[index + 1], next: index + 3)
        }
        guard !line.isBlank, lines[index + 1].indent == 0, let byte = adornment(lines[index + 1]),
            isLongEnough(lines[index + 1], for: line)
        else { return nil }
        return Section(style: .init(byte: byte, hasOverline: false), title: line, next: index + 2)
    }

    private func isLongEnough(_ adornment: MarkupLine, for title: MarkupLine) -> Bool {
        adornment.count >= 4 || adornment.count >= source.characterCount(title.contentStart, title.end)
    }

    /// `-`, `*`, `+` or one of the bullets that docutils knows, with white space after.
    func bullet(_ line: MarkupLine) -> Marker? {
        guard !line.isBlank else { return nil }
        let start = line.contentStart
        var end = start + 1
        switch utf8[start] {
        case 0x2A, 0x2B, 0x2D: break
        case 0xE2:
            guard
                source.starts("\u{2022}", at: start, before: line.end)
                    || source.starts("\u{2023}", at: start, before: line.end)
                    || source.starts("\u{2043}", at: start, before: line.end)
            else { return nil }
            end = start + 3
        default: return nil
        }
        guard end == line.end || source.isSpace(at: end, before: line.end) else { return nil }
        return Marker(
            style: .bullet(source.string(start, end)), mark: start..<end, text: source.trimmed(end, line.end).lowerBound
        )
    }

    /// `1.`, `(a)`, `#)`. A number of more than three digits is a year.
    func enumerator(_ line: MarkupLine) -> Marker? {
        guard !line.isBlank else { return nil }
        let end = line.end
        let isOpen = utf8[line.contentStart] == 0x28
        let start = line.contentStart + (isOpen ? 1 : 0)
        var position = start
        var ordinal: Int?
        var isLetter = false
        var mayOpen = true
        if position < end, utf8[position] == 0x23 {
            position += 1
        } else {
            while position < end, position - start < 3, utf8[position].isASCIIDigit {
                ordinal = (ordinal ?? 0) * 10 + Int(utf8[position] - 0x30)
                position += 1
            }
            if position == start {
                isLetter = true
                guard position < end, utf8[position].isASCIILetter else { return nil }
                mayOpen = [0x61, 0x69].contains(utf8[position] | 0x20)
                position += 1
                let capitalBit = utf8[start] & 0x20
                while position < end, position - start < 6, "ivxlcdm".utf8.contains(utf8[position] | 0x20),
                    utf8[position] & 0x20 == capitalBit
                {
                    mayOpen = false
                    position += 1
                }
            }
        }
        guard position < end else { return nil }
        let formatting: Marker.Formatting
        switch utf8[position] {
        case 0x29: formatting = isOpen ? .parentheses : .parenthesis
        case 0x2E where !isOpen: formatting = .period
        default: return nil
        }
        position += 1
        guard position == end || source.isSpace(at: position, before: end) else { return nil }
        let style: Marker.Style =
            isLetter ? .letter(formatting, isCapital: utf8[start] & 0x20 == 0) : .number(formatting)
        return Marker(
            style: style, mark: line.contentStart..<position, text: source.trimmed(position, end).lowerBound,
            ordinal: ordinal, mayOpen: mayOpen)
    }

    /// `:name: value`: the ranges of both.
    func field(_ line: MarkupLine) -> (name: Range<Int>, value: Range<Int>)? {
        guard line.count >= 3, utf8[line.contentStart] == 0x3A else { return nil }
        var position = line.contentStart + 1
        guard utf8[position] != 0x3A, !utf8[position].isASCIIWhiteSpace else { return nil }
        while position < line.end {
            if utf8[position] == 0x5C {
                position += 2
                continue
            }
            if utf8[position] == 0x3A {
                let after = position + 1
                if after == line.end || utf8[after].isASCIIWhiteSpace {
                    return (line.contentStart + 1..<position, source.trimmed(after, line.end))
                }
                // ``:role:`text` `` is running text.
                if utf8[after] == 0x60 { return nil }
            }
            position += 1
        }
        return nil
    }

    /// `.. `: where the explicit markup begins, or the line's end for a lone `..`.
    func explicitMarkup(_ line: MarkupLine) -> Int? {
        guard source.starts("..", at: line.contentStart, before: line.end) else { return nil }
        let after = line.contentStart + 2
        guard after == line.end || utf8[after].isASCIIWhiteSpace else { return nil }
        return source.trimmed(after, line.end).lowerBound
    }

    /// `name:: argument` at a position: the name in lower case, and the argument.
    func directive(at start: Int, before end: Int) -> (name: String, argument: Range<Int>)? {
        var position = start
        while position < end,
            utf8[position].isASCIIAlphanumeric
                || position > start && [0x2D, 0x5F, 0x2B, 0x2E].contains(utf8[position])
                || position > start && utf8[position] == 0x3A && position + 1 < end
                    && utf8[position + 1].isASCIIAlphanumeric
        {
            position += 1
        }
        guard position > start else { return nil }
        let name = source.string(start, position).lowercased()
        if source.isSpace(at: position, before: end) { position += 1 }
        guard source.starts("::", at: position, before: end) else { return nil }
        let after = position + 2
        guard after == end || utf8[after].isASCIIWhiteSpace else { return nil }
        return (name, source.trimmed(after, end))
    }

    /// The border of a grid table: `+---+---+`, or `+===+===+` under its header.
    func isGridBorder(_ line: MarkupLine) -> Bool {
        guard line.count >= 3, utf8[line.contentStart] == 0x2B, utf8[line.end - 1] == 0x2B else { return false }
        return utf8[line.contentStart..<line.end].allSatisfy { $0 == 0x2B || $0 == 0x2D || $0 == 0x3D }
            && utf8[line.contentStart + 1] != 0x2B
    }

    /// The border of a simple table: `====  ====`; one column alone is no border.
    func isSimpleBorder(_ line: MarkupLine) -> Bool {
        guard line.count >= 3, utf8[line.contentStart] == 0x3D else { return false }
        let content = utf8[line.contentStart..<line.end]
        return content.allSatisfy { $0 == 0x3D || $0 == 0x20 } && content.contains(0x20)
    }
}
