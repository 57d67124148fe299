/// What begins an item of a list: `*`, `..`, `1.`, `<2>`, `Term::`.
struct AsciiDocListMarker {
    /// Two items are of one list when their styles are the same; another style nests.
    enum Style: Hashable {
        case star(Int)
        case dash
        case bullet
        case dot(Int)
        case number
        /// `a.` or `A.`
        case letter(isCapital: Bool)
        /// `i)` or `I)`
        case roman(isCapital: Bool)
        case callout
        /// `::`, `:::`, `::::` or `;;`, by its number of marks; 1 is `;;`.
        case label(Int)

        var isOrdered: Bool {
            switch self {
            case .dot, .number, .letter, .roman, .callout: true
            case .star, .dash, .bullet, .label: false
            }
        }
    }

    let style: Style
    /// The marker itself.
    let mark: Range<Int>
    /// The term of a labelled item.
    let term: Range<Int>?
    /// Where the item's text begins in the line.
    let text: Int
    /// Whether it may begin a list: `M. Dupont` does not, `a. le contenu` does.
    let mayOpen: Bool

    /// Asciidoctor's patterns: up to five stars or dots; white space may stand before the marker and must follow it.
    static func read(_ line: MarkupLine, _ source: MarkupSource) -> Self? {
        guard !line.isBlank else { return nil }
        let utf8 = source.utf8
        let start = line.contentStart
        let end = line.end
        func made(_ style: Style, to markEnd: Int, mayOpen: Bool = true) -> Self? {
            guard markEnd < end, utf8[markEnd].isASCIIWhiteSpace else { return nil }
            var text = source.trimmed(markEnd, end).lowerBound
            if case .star = style { text = afterCheckbox(text) }
            if case .dash = style { text = afterCheckbox(text) }
            return Self(style: style, mark: start..<markEnd, term: nil, text: text, mayOpen: mayOpen)
        }
        func afterCheckbox(_ text: Int) -> Int {
            guard text + 3 < end, utf8[text] == 0x5B, utf8[text + 2] == 0x5D, utf8[text + 3] == 0x20,
                [0x20, 0x2A, 0x58, 0x78].contains(utf8[text + 1])
            else { return text }
            return source.trimmed(text + 3, end).lowerBound
        }

        switch utf8[start] {
        case 0x2A, 0x2E:
            let byte = utf8[start]
            let run = source.run(of: byte, at: start, before: end)
            if run <= 5, let marker = made(byte == 0x2A ? .star(run) : .dot(run), to: start + run) { return marker }
        case 0x2D: if let marker = made(.dash, to: start + 1) { return marker }
        case 0xE2 where source.starts("\u{2022}", at: start, before: end):
            if let marker = made(.bullet, to: start + 3) { return marker }
        case 0x3C:
            var position = start + 1
            while position < end, utf8[position].isASCIIDigit { position += 1 }
            if position == start + 1, position < end, utf8[position] == 0x2E { position += 1 }
            if position > start + 1, position < end, utf8[position] == 0x3E,
                let marker = made(.callout, to: position + 1)
            {
                return marker
            }
        case let byte where byte.isASCIIDigit:
            var position = start
            while position < end, utf8[position].isASCIIDigit { position += 1 }
            // `2019.` at the start of a line is a year, not the two thousand and nineteenth item.
            if position - start <= 3, position < end, utf8[position] == 0x2E,
                let marker = made(.number, to: position + 1)
            {
                return marker
            }
        case let byte where byte.isASCIILetter:
            let isCapital = byte & 0x20 == 0
            var position = start
            while position < end, position - start < 8, [0x69, 0x76, 0x78].contains(utf8[position] | 0x20),
                (utf8[position] & 0x20 == 0) == isCapital
            {
                position += 1
            }
            if position > start, position < end, utf8[position] == 0x29,
                let marker = made(
                    .roman(isCapital: isCapital), to: position + 1,
                    mayOpen: position == start + 1 && byte | 0x20 == 0x69)
            {
                return marker
            }
            if start + 1 < end, utf8[start + 1] == 0x2E,
                let marker = made(.letter(isCapital: isCapital), to: start + 2, mayOpen: byte | 0x20 == 0x61)
            {
                return marker
            }
        default: break
        }
        return labelled(line, source)
    }

    /// `Term:: text`: the first mark that white space or the end follows.
    private static func labelled(_ line: MarkupLine, _ source: MarkupSource) -> Self? {
        let utf8 = source.utf8
        var position = line.contentStart + 1
        while position + 1 < line.end {
            let byte = utf8[position]
            guard byte == 0x3A || byte == 0x3B else {
                position += 1
                continue
            }
            let run = source.run(of: byte, at: position, before: line.end)
            let markEnd = position + run
            let isMark = byte == 0x3A ? (2...4).contains(run) : run == 2
            if isMark, markEnd == line.end || utf8[markEnd].isASCIIWhiteSpace {
                let term = source.trimmed(line.contentStart, position)
                guard !term.isEmpty, utf8[term.lowerBound] != 0x3A else { return nil }
                return Self(
                    style: .label(byte == 0x3A ? run : 1), mark: position..<markEnd, term: term,
                    text: source.trimmed(markEnd, line.end).lowerBound, mayOpen: true)
            }
            position = markEnd
        }
        return nil
    }
}
