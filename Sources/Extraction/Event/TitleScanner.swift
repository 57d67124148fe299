import TextModel

/// The words of a line that stands only in the metadata, cut by the few rules that titles need.
struct TitleScanner {
    private(set) var utf8: [UInt8] = []
    private(set) var tokens: [Token] = []

    /// - Parameter line: as written; apostrophes and spaces become those of the matching form.
    init(_ line: String) {
        for scalar in line.unicodeScalars {
            switch scalar.value {
            case 0x2019, 0x2BC: utf8.append(0x27)
            case 0x09, 0x0A, 0x0D, 0xA0, 0x2009, 0x202F: utf8.append(0x20)
            default: utf8.append(contentsOf: String(scalar).utf8)
            }
        }
        scan()
    }

    private mutating func scan() {
        var index = 0
        while index < utf8.count {
            let start = index
            if utf8[index] == 0x20 {
                index += 1
                tokens.append(Token(.space, TextRange(start, index)))
                continue
            }
            if isMark(index) {
                index += 1
                while index < utf8.count, utf8[index] & 0xC0 == 0x80 { index += 1 }
                // `#tag` and `@handle` keep their mark.
                let opens = (utf8[start] == 0x23 || utf8[start] == 0x40) && index < utf8.count
                if opens, !isMark(index), utf8[index] != 0x20, !isDigit(utf8[index]) {
                    index = endOfWord(from: index)
                    tokens.append(Token(utf8[start] == 0x23 ? .hashtag : .handle, TextRange(start, index)))
                } else {
                    tokens.append(Token(.punctuation, TextRange(start, index)))
                }
                continue
            }
            index = endOfWord(from: index)
            // “n° 4”
            if isNumberSign(start, index) {
                index += 2
                tokens.append(Token(.abbreviation, TextRange(start, index)))
                continue
            }
            // “12 sept. 2019”: before a number the full stop belongs to the word.
            if index + 2 < utf8.count, utf8[index] == 0x2E, utf8[index + 1] == 0x20, isDigit(utf8[index + 2]),
                kind(of: start..<index) == .word
            {
                index += 1
                tokens.append(Token(.abbreviation, TextRange(start, index)))
            } else {
                append(start, index)
            }
        }
    }

    /// Cuts elisions off and tells numbers and dates from words.
    private mutating func append(_ start: Int, _ end: Int) {
        if let apostrophe = (start..<end).first(where: { utf8[$0] == 0x27 }), apostrophe - start <= 2,
            apostrophe + 1 < end
        {
            tokens.append(Token(.elidedWord, TextRange(start, apostrophe + 1)))
            append(apostrophe + 1, end)
            return
        }
        var end = end
        let whole = end
        while end > start + 1, utf8[end - 1] == 0x2E || utf8[end - 1] == 0x27 || utf8[end - 1] == 0x2D { end -= 1 }
        tokens.append(Token(kind(of: start..<end), TextRange(start, end)))
        for mark in end..<whole { tokens.append(Token(.punctuation, TextRange(mark, mark + 1))) }
    }

    private func kind(of range: Range<Int>) -> TokenKind {
        var digits = 0
        var separators = 0
        var other = 0
        var hyphens = 0
        for index in range {
            if isDigit(utf8[index]) {
                digits += 1
            } else if utf8[index] == 0x2D {
                hyphens += 1
                separators += 1
            } else if utf8[index] == 0x2F || utf8[index] == 0x2E {
                separators += 1
            } else {
                other += 1
            }
        }
        if digits == 0 { return hyphens > 0 && other > 0 ? .hyphenatedWord : .word }
        if other > 0 {
            let rest = utf8[range].drop { isDigit($0) }
            let endings: [[UInt8]] = [
                Array("er".utf8), Array("e".utf8), Array("è".utf8), Array("ème".utf8), Array("eme".utf8),
            ]
            return separators == 0 && digits + rest.count == range.count && endings.contains(Array(rest))
                ? .ordinal : .code
        }
        return separators == 0 ? .number : .date
    }

    private func endOfWord(from index: Int) -> Int {
        var index = index
        while index < utf8.count, utf8[index] != 0x20, !isMark(index) { index += 1 }
        return index
    }

    /// Whether a word is the “n” of “n°”, whatever sign the small ring is.
    private func isNumberSign(_ start: Int, _ end: Int) -> Bool {
        end == start + 1 && utf8[start] | 0x20 == 0x6E && end + 1 < utf8.count && utf8[end] == 0xC2
            && (utf8[end + 1] == 0xB0 || utf8[end + 1] == 0xBA)
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether a mark stands here: ASCII but letters, digits and what words contain, or a sign beyond Latin letters.
    private func isMark(_ index: Int) -> Bool {
        let byte = utf8[index]
        if byte < 0x80 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x27, 0x5F: return false
            // `Node.js`, `I/O`, `C++` within a word; a hyphen or slash that stands alone is a mark.
            case 0x2D, 0x2E, 0x2F, 0x2B:
                guard index > 0, index + 1 < utf8.count else { return true }
                return utf8[index - 1] == 0x20 || utf8[index + 1] == 0x20
            default: return true
            }
        }
        // General punctuation, symbols and emoji; also « and ».
        if byte >= 0xE2, byte & 0xC0 == 0xC0 { return byte == 0xE2 || byte >= 0xF0 }
        return byte == 0xC2
    }
}
