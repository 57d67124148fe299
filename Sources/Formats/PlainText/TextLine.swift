/// A line of a plain text that is not blank.
///
/// The marks of a quotation (`>`) are read off; everything else of the line is its content.
struct TextLine {
    /// Where the line's first mark or letter stands, the marks of a quotation included.
    var start: Int
    /// Where the content begins, behind marks of quotation and white space.
    var content: Int
    /// Where the content ends, white space at the end left out.
    var end: Int
    /// The columns before the content; a tab reaches to the next multiple of four.
    var indent = 0
    /// The columns up to ``end``, a scalar each but for accents of their own, the indentation included.
    var width = 0
    /// The columns of the first word.
    var firstWord = 0
    var quoteDepth = 0
    /// Whether a blank line stands before it, or the text begins.
    var followsBlank: Bool

    /// Deeper quotation is read as text.
    private static let maximumQuoteDepth = 16

    /// All lines of a text that are not blank, a byte order mark at the start left out. Lines end with LF, CRLF or CR.
    static func lines(of source: [UInt8]) -> [TextLine] {
        var lines: [TextLine] = []
        var position = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var followsBlank = true
        while position < source.count {
            var end = position
            while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
            if let line = TextLine(source, position, end, followsBlank: followsBlank) {
                lines.append(line)
                followsBlank = false
            } else {
                followsBlank = true
            }
            position = end + 1
            if end + 1 < source.count, source[end] == 0x0D, source[end + 1] == 0x0A { position += 1 }
        }
        return lines
    }

    /// `nil` for a blank line, and for one with nothing but marks of quotation.
    private init?(_ source: [UInt8], _ lineStart: Int, _ lineEnd: Int, followsBlank: Bool) {
        var end = lineEnd
        while end > lineStart {
            let (scalar, length) = source.scalarRead(before: end)
            guard scalar.isLineSpace else { break }
            end -= length
        }
        var position = lineStart
        var column = 0
        var quoteDepth = 0
        var start: Int?
        while position < end {
            let (scalar, length) = source.scalarRead(at: position)
            if scalar == ">" && quoteDepth < Self.maximumQuoteDepth {
                start = start ?? position
                quoteDepth += 1
                column = 0
            } else if scalar.isLineSpace {
                column = scalar == "\t" ? (column / 4 + 1) * 4 : column + 1
            } else {
                break
            }
            position += length
        }
        guard position < end else { return nil }
        self.start = start ?? position
        self.content = position
        self.end = end
        self.quoteDepth = quoteDepth
        // The space behind the mark belongs to the mark.
        self.indent = quoteDepth > 0 ? max(0, column - 1) : column
        self.followsBlank = followsBlank
        measure(source)
    }

    private mutating func measure(_ source: [UInt8]) {
        var count = 0
        for position in content..<end {
            let byte = source[position]
            if byte & 0xC0 == 0x80 || isCombining(byte, source, at: position) { continue }
            if firstWord == 0, byte <= 0x20 || Self.isSpace(source, at: position) { firstWord = count }
            count += 1
        }
        if firstWord == 0 { firstWord = count }
        width = indent + count
    }

    /// U+0300 to U+036F, which stand on the letter before.
    private func isCombining(_ byte: UInt8, _ source: [UInt8], at position: Int) -> Bool {
        byte == 0xCC || byte == 0xCD && position + 1 < end && source[position + 1] < 0xB0
    }

    /// A no-break space, wide or narrow, which pages give for any space when their text is copied.
    private static func isSpace(_ source: [UInt8], at position: Int) -> Bool {
        source[position...].starts(with: [0xC2, 0xA0]) || source[position...].starts(with: [0xE2, 0x80, 0xAF])
    }
}

extension TextLine {
    /// Whether the content ends as a sentence does, closing quotes and brackets aside.
    func endsSentence(in source: [UInt8]) -> Bool {
        var position = end
        while position > content {
            let (scalar, length) = source.scalarRead(before: position)
            switch scalar {
            case ".", "!", "?", "…", ":", ";": return true
            case "\"", "'", "”", "’", "»", ")", "]", " ", "\u{A0}", "\u{202F}": position -= length
            default: return false
            }
        }
        return false
    }

    /// Whether the content begins as nothing but the middle of a sentence does.
    func beginsInSentence(in source: [UInt8]) -> Bool {
        let first = source.scalarRead(at: content).scalar
        switch first {
        case "»", "!", "?", ":", ";", ",", ")", "&", "=": return true
        default: return first.isLowercaseLetter
        }
    }

    /// A line of one character over and over, with or without spaces between: `-----`, `* * *`.
    ///
    /// - Returns: the character, and how often it stands there if there are no spaces between, else 0.
    func repeated(in source: [UInt8]) -> (character: Unicode.Scalar, solid: Int)? {
        let character = source.scalarRead(at: content).scalar
        switch character {
        case "-", "*", "_", "=", "~", "^", "#", "+", "–", "—", "─", "━", "═", "•", "·": break
        default: return nil
        }
        var position = content
        var count = 0
        var hasSpace = false
        while position < end {
            let (scalar, length) = source.scalarRead(at: position)
            if scalar == character {
                count += 1
            } else if scalar.isLineSpace {
                hasSpace = true
            } else {
                return nil
            }
            position += length
        }
        guard count >= 3 else { return nil }
        return (character, hasSpace ? 0 : count)
    }
}
