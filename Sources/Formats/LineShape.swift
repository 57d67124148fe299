import TextModel

/// What a short text looks like from the outside: how long it is, and how it begins and ends.
struct LineShape {
    enum End {
        /// A letter, a digit, a bracket or a quote after one.
        case open
        case fullStop
        case ellipsis
        /// `?` or `!`, with which titles may end.
        case mark
        case colon
        /// A comma or semicolon: something must follow.
        case comma
    }

    private(set) var scalars = 0
    private(set) var words = 0
    /// Words that begin with a capital.
    private(set) var capitalizedWords = 0
    private(set) var end = End.open
    private(set) var hasLetters = false
    private(set) var isCapitals = false
    private(set) var beginsLowercase = false
    private(set) var hasOrnament = false
    private(set) var isNumbered = false
    private(set) var hasTime = false
    /// Whether it begins with a quotation, or ends with one and a full stop: a title and its speaker.
    private(set) var isQuoted = false
    /// How often a sentence ends inside, before another begins.
    private(set) var innerSentences = 0
    /// Where the text begins behind ornaments and a number.
    private(set) var textStart: Int

    /// Longer texts are not looked at, in bytes.
    static let maximumCount = 600

    init(_ utf8: [UInt8], _ range: TextRange) {
        textStart = range.start
        passOrnaments(utf8, range)
        let first = textStart
        hasTime = Self.hasTime(utf8, first, range.end)
        if let number = Numbering(utf8, first, range.end) {
            isNumbered = true
            textStart = number.contentStart
            hasTime = hasTime || Self.hasTime(utf8, textStart, range.end)
        }
        readCharacters(utf8, range)
        end = Self.end(utf8, textStart, range.end)
        if textStart < range.end {
            isQuoted = Self.isQuote(utf8.scalarRead(at: textStart).scalar)
            if end == .fullStop, range.end - 1 > textStart {
                isQuoted = isQuoted || Self.isQuote(utf8.scalarRead(before: range.end - 1).scalar)
            }
        }
    }

    /// Passes emoji, dingbats and what blog engines show as one (`:tada:`).
    private mutating func passOrnaments(_ utf8: [UInt8], _ range: TextRange) {
        while textStart < range.end {
            let (scalar, length) = utf8.scalarRead(at: textStart)
            if scalar.isOrnament {
                hasOrnament = true
            } else if scalar == ":" {
                var close = textStart + 1
                while close < range.end, close - textStart < 32, Self.isShortcodeByte(utf8[close]) { close += 1 }
                guard close - textStart > 2, close < range.end, utf8[close] == UInt8(ascii: ":") else { return }
                hasOrnament = true
                textStart = close + 1
                continue
            } else if !(hasOrnament && (scalar.isLineSpace || scalar.isOrnamentPart)) {
                return
            }
            textStart += length
        }
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "“", "”", "«", "»", "„", "‟": true
        default: false
        }
    }

    private static func isShortcodeByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }

    private mutating func readCharacters(_ utf8: [UInt8], _ range: TextRange) {
        var position = textStart
        var isFirst = true
        var letters = 0
        var capitals = 0
        var wordLetters = 0
        var sentenceMayEnd = false
        while position < range.end {
            let byte = utf8[position]
            if (0x61...0x7A).contains(byte), !isFirst {
                // A small letter, as most are.
                scalars += 1
                letters += 1
                wordLetters += 1
                sentenceMayEnd = false
                position += 1
                continue
            }
            if byte == 0x20 {
                scalars += 1
                if wordLetters > 0 { words += 1 }
                wordLetters = 0
                position += 1
                continue
            }
            let (scalar, length) = utf8.scalarRead(at: position)
            // A decomposed letter is as long as a composed one.
            if scalar.isCombiningAccent {
                position += length
                continue
            }
            scalars += 1
            if scalar.isLineSpace || scalar == "\n" {
                if wordLetters > 0 { words += 1 }
                wordLetters = 0
            } else if scalar.isLetter {
                letters += 1
                wordLetters += 1
                if scalar.isUppercaseLetter {
                    capitals += 1
                    if wordLetters == 1 { capitalizedWords += 1 }
                    // eBPF, iOS
                    if words == 0, wordLetters == 2 { beginsLowercase = false }
                    if sentenceMayEnd { innerSentences += 1 }
                }
                if isFirst { beginsLowercase = scalar.isLowercaseLetter }
                isFirst = false
                sentenceMayEnd = false
            } else {
                // The stop of an initial or of a version ends no sentence.
                if scalar == ".", wordLetters >= 3, position + 1 < range.end, utf8[position + 1] == 0x20 {
                    sentenceMayEnd = true
                } else if scalar != "\"" && scalar != "“" && scalar != "«" && scalar != "(" {
                    sentenceMayEnd = false
                }
                if scalar.isDigit {
                    isFirst = false
                    wordLetters += 1
                }
            }
            position += length
        }
        if wordLetters > 0 { words += 1 }
        hasLetters = letters > 0
        isCapitals = letters > 1 && capitals == letters
    }

    private static func end(_ utf8: [UInt8], _ start: Int, _ end: Int) -> End {
        var position = end
        while position > start {
            let (scalar, length) = utf8.scalarRead(before: position)
            switch scalar {
            case "…": return .ellipsis
            case "!", "?": return .mark
            case ":": return .colon
            case ",", ";": return .comma
            case ".":
                guard position - 1 > start else { return .fullStop }
                let previous = utf8.scalarRead(before: position - 1)
                if previous.scalar == "." { return .ellipsis }
                // `par Maud T.` ends with a name.
                let letter = position - 1 - previous.length
                let isInitial = previous.scalar.isUppercaseLetter && letter > start && utf8[letter - 1] == 0x20
                return isInitial ? .open : .fullStop
            case "\"", "”", "’", "'", "»", ")", "]": break
            default:
                guard scalar.isLineSpace || scalar.isOrnament || scalar.isOrnamentPart else { return .open }
            }
            position -= length
        }
        return .open
    }

    /// Whether a time of day stands at an offset, perhaps in a bracket: `10h30`, `9 h`, `14:00`.
    private static func hasTime(_ utf8: [UInt8], _ start: Int, _ end: Int) -> Bool {
        var position = start
        func digits() -> Int {
            let first = position
            while position < end, (0x30...0x39).contains(utf8[position]), position - first < 3 { position += 1 }
            return position - first
        }
        if position < end, utf8[position] == UInt8(ascii: "[") || utf8[position] == UInt8(ascii: "(") { position += 1 }
        let hours = digits()
        guard hours == 1 || hours == 2, position < end else { return false }
        if utf8[position] == UInt8(ascii: ":") {
            position += 1
            return digits() == 2
        }
        if utf8[position] == 0x20 { position += 1 }
        guard position < end, utf8[position] | 0x20 == UInt8(ascii: "h") else { return false }
        position += 1
        if position == end || digits() == 2 { return true }
        let next = utf8.scalarRead(at: position).scalar
        return !next.isLetter && !next.isDigit
    }
}
