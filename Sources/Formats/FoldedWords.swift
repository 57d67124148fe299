/// The words of a text in lower case, without accents and punctuation, one space between two.
struct FoldedWords: Equatable {
    private(set) var utf8: [UInt8] = []

    /// - Parameter text: valid UTF-8.
    init(_ text: [UInt8]) {
        utf8.reserveCapacity(text.count)
        var isSeparated = false
        var position = 0
        while position < text.count {
            let byte = text[position]
            var letter = byte
            switch byte {
            case 0x30...0x39, 0x61...0x7A: position += 1
            case 0x41...0x5A:
                letter = byte | 0x20
                position += 1
            case 0..<0x80:
                isSeparated = !utf8.isEmpty
                position += 1
                continue
            default:
                let (scalar, length) = text.scalarRead(at: position)
                position += length
                if scalar.isCombiningAccent { continue }
                guard let folded = scalar.folded else {
                    isSeparated = !utf8.isEmpty
                    continue
                }
                if isSeparated { utf8.append(0x20) }
                isSeparated = false
                utf8.append(contentsOf: UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter)
                continue
            }
            if isSeparated { utf8.append(0x20) }
            isSeparated = false
            utf8.append(letter)
        }
    }

    var isEmpty: Bool { utf8.isEmpty }

    /// How many words there are.
    var count: Int { utf8.isEmpty ? 0 : utf8.reduce(1) { $1 == 0x20 ? $0 + 1 : $0 } }

    /// The words from the one that begins at `start` on: the first alone, the first two, and so on.
    func forEachRun(from start: Int = 0, upTo most: Int, _ body: (ArraySlice<UInt8>) -> Void) {
        guard start < utf8.count else { return }
        var words = 0
        for index in start...utf8.count where index == utf8.count || utf8[index] == 0x20 {
            words += 1
            guard words <= most else { return }
            body(utf8[start..<index])
        }
    }

    /// Whether one of the words is a number.
    var hasNumber: Bool {
        utf8.split(separator: 0x20).contains { $0.allSatisfy(\.isASCIIDigit) }
    }

    /// The words that are no numbers.
    var withoutNumbers: [UInt8] {
        Array(utf8.split(separator: 0x20).filter { !$0.allSatisfy(\.isASCIIDigit) }.joined(separator: [0x20]))
    }

    /// Whether other words are the last ones of these, with some before them.
    func hasSuffix(_ other: FoldedWords) -> Bool {
        let start = utf8.count - other.utf8.count
        return start > 0 && utf8[start - 1] == 0x20 && utf8[start...].elementsEqual(other.utf8)
    }

    /// The words before the last ones.
    ///
    /// - Parameter suffix: with which they end, see ``hasSuffix(_:)``.
    func dropping(_ suffix: FoldedWords) -> FoldedWords {
        var rest = self
        rest.utf8.removeLast(min(utf8.count, suffix.utf8.count + 1))
        return rest
    }

    /// Whether some folded text stands in this one, in whatever place.
    func contains(_ part: FoldedWords) -> Bool {
        let count = part.utf8.count
        guard count <= utf8.count else { return false }
        return (0...(utf8.count - count)).contains { utf8[$0..<($0 + count)].elementsEqual(part.utf8) }
    }
}

extension Unicode.Scalar {
    /// The letter under an accent in lower case; `nil` for what is neither a letter nor a number.
    ///
    /// It is for scalars outside ASCII.
    var folded: Unicode.Scalar? {
        switch value {
        case 0xC0...0xFF where value != 0xD7 && value != 0xF7: return baseLetter
        // Punctuation, as French has it: quotes, dashes, spaces that do not break.
        case 0x80..<0xAA, 0xAB, 0x2000...0x206F: return nil
        default: return properties.isAlphabetic || properties.numericType != nil ? baseLetter : nil
        }
    }

    /// The letter under an accent of French in lower case, or else the letter in lower case.
    var baseLetter: Unicode.Scalar {
        switch self {
        case "à", "â", "ä", "À", "Â", "Ä": "a"
        case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": "e"
        case "î", "ï", "Î", "Ï": "i"
        case "ô", "ö", "Ô", "Ö": "o"
        case "ù", "û", "ü", "Ù", "Û", "Ü": "u"
        case "ç", "Ç": "c"
        default: properties.lowercaseMapping.unicodeScalars.first ?? self
        }
    }

    /// An accent of its own, behind its letter.
    var isCombiningAccent: Bool { (0x300...0x36F).contains(value) }
}
