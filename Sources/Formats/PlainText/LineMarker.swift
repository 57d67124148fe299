import TextModel

/// The mark at the start of a line that may make it an item of a list.
struct LineMarker {
    /// What items of one list have in common: the bullet itself, or the form of the number (`1.`, `(a)`).
    let key: String
    /// The number of an ordered item, or `nil`.
    let value: Int?
    /// The mark as written.
    let text: String
    /// Where the item's text begins.
    let contentStart: Int
    /// Whether the mark makes an item even where it stands alone. Others, such as a dash that may open a line of
    /// dialogue or a number that may open a title, need a second line with the same mark.
    let isStrong: Bool

    var isOrdered: Bool { value != nil }

    /// The mark at the start of a line's content, or `nil`; a mark with no text after it is none.
    init?(_ source: [UInt8], _ line: TextLine) {
        let first = source.scalarRead(at: line.content)
        if let bullet = Self.bullet(first.scalar) {
            let end = line.content + first.length
            guard let contentStart = Self.textStart(source, end, line.end, needsSpace: bullet.needsSpace) else {
                // `-Texte`, as hurried notes have it; `-5` is a number and `--` a dash or an option.
                guard first.scalar == "-", end < line.end, source.scalarRead(at: end).scalar.isLetter else {
                    return nil
                }
                self.init(source, line.content, end, key: "-", value: nil, contentStart: end, isStrong: false)
                return
            }
            self.init(
                source, line.content, end, key: source.string(line.content, end), value: nil,
                contentStart: contentStart, isStrong: bullet.isStrong)
        } else if first.scalar.isOrnament {
            var end = line.content + first.length
            while end < line.end {
                let (scalar, length) = source.scalarRead(at: end)
                // Two flags' letters, and the people of a family, are one emoji.
                let previous = source.scalarRead(before: end).scalar
                let isJoined = previous.value == 0x200D || (0x1F1E6...0x1F1FF).contains(scalar.value)
                guard scalar.isOrnamentPart || isJoined else { break }
                end += length
            }
            guard let contentStart = Self.textStart(source, end, line.end, needsSpace: false) else { return nil }
            self.init(
                source, line.content, end, key: source.string(line.content, end), value: nil,
                contentStart: contentStart, isStrong: false)
        } else if let number = Numbering(source, line.content, line.end), number.isListMark {
            self.init(
                source, line.content, number.end, key: number.form, value: number.value,
                contentStart: number.contentStart, isStrong: false)
        } else {
            return nil
        }
    }

    private init(
        _ source: [UInt8], _ start: Int, _ end: Int, key: String, value: Int?, contentStart: Int, isStrong: Bool
    ) {
        self.key = key
        self.value = value
        self.text = source.string(start, end)
        self.contentStart = contentStart
        self.isStrong = isStrong
    }

    private static func bullet(_ scalar: Unicode.Scalar) -> (isStrong: Bool, needsSpace: Bool)? {
        switch scalar {
        case "-", "*": (true, true)
        case "•", "▪", "▫", "■", "□", "●", "○", "◦", "‣", "⁃", "·": (true, false)
        case "→", "⇒", "➔", "➜", "➤", "►", "▶", "✓", "✔", "✗", "✘": (false, false)
        case "–", "—", "+", "o": (false, true)
        default: nil
        }
    }

    /// Where text begins after a mark, or `nil` where there is none or a space is missing.
    static func textStart(_ source: [UInt8], _ end: Int, _ lineEnd: Int, needsSpace: Bool) -> Int? {
        var position = end
        while position < lineEnd {
            let (scalar, length) = source.scalarRead(at: position)
            guard scalar.isLineSpace || position > end && scalar.value == 0xFE0F else { break }
            position += length
        }
        return position < lineEnd && (position > end || !needsSpace) ? position : nil
    }
}

/// A number, letter or Roman numeral at the start of a line, set off by punctuation: `1.`, `2)`, `3/`, `(4)`, `a)`,
/// `1.2`, `IV.`, `3 -`.
struct Numbering {
    let value: Int
    /// The number's form with `1` or `a` in its place.
    let form: String
    /// Just past the number and its punctuation.
    let end: Int
    let contentStart: Int
    /// Whether lists are numbered like this; `1.2` and `IV.` stand before titles only.
    let isListMark: Bool

    /// `nil` for a number that is a part of the text: `1.5 Go`, `2023 est`, `10h30`, `1re`.
    init?(_ source: [UInt8], _ start: Int, _ lineEnd: Int) {
        guard start < lineEnd else { return nil }
        var position = start
        let isBracketed = source[position] == UInt8(ascii: "(")
        if isBracketed { position += 1 }
        let wordStart = position
        while position < lineEnd, position - wordStart < 8, Self.isWordByte(source[position]) { position += 1 }
        let word = source[wordStart..<position]
        guard let last = word.last, position < lineEnd else { return nil }
        // A section number of several levels: `2.1`, `2.1.`, `2.1.3)`.
        var isSection = false
        if word.allSatisfy({ (0x30...0x39).contains($0) }), word.count <= 2 {
            while position + 1 < lineEnd, source[position] == UInt8(ascii: "."),
                (0x30...0x39).contains(source[position + 1])
            {
                position += 2
                while position < lineEnd, (0x30...0x39).contains(source[position]) { position += 1 }
                isSection = true
                if position - wordStart > 12 { return nil }
            }
        }
        var form: String
        var isListMark = true
        if word.count <= 3, let number = Self.decimal(word) {
            value = number
            form = "1"
        } else if word.count == 1, (0x41...0x5A).contains(last & ~0x20) {
            value = Int(last & ~0x20) - 0x40
            form = "a"
            isListMark = last & 0x20 != 0
        } else if let number = Self.roman(word) {
            value = number
            form = "i"
            isListMark = false
        } else {
            return nil
        }
        guard position < lineEnd else { return nil }
        let mark = source[position]
        var needsSpace = true
        if isBracketed {
            guard mark == UInt8(ascii: ")") else { return nil }
            form = "(\(form))"
            position += 1
        } else {
            switch mark {
            case UInt8(ascii: ")"):
                needsSpace = false
                position += 1
            case UInt8(ascii: "."), UInt8(ascii: "/"):
                // A letter with a full stop is an initial (`A. Martin`), lower case or not.
                guard form != "a" || mark == UInt8(ascii: "/") else { return nil }
                position += 1
                if mark == UInt8(ascii: "."), position < lineEnd, source[position] == UInt8(ascii: "-") {
                    position += 1
                }
            case UInt8(ascii: "-"):
                guard form != "a" else { return nil }
                position += 1
            case UInt8(ascii: " "):
                // `3 - Titre`; the number before another number is a range or a subtraction.
                let dash = Self.dash(source, position + 1, lineEnd)
                guard dash > 0 || isSection, form == "1" else { return nil }
                position += dash > 0 ? 1 + dash : 0
            default: return nil
            }
            if isSection {
                isListMark = false
            } else {
                form += String(decoding: source[(position - 1)..<position], as: UTF8.self)
            }
        }
        guard let contentStart = LineMarker.textStart(source, position, lineEnd, needsSpace: needsSpace) else {
            return nil
        }
        if !needsSpace, contentStart == position, !source.scalarRead(at: position).scalar.isLetter { return nil }
        if mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-") {
            // `3 - Titre` and `10 - 12 mai` differ in what follows.
            guard !source.scalarRead(at: contentStart).scalar.isDigit else { return nil }
        }
        self.form = form
        self.end = position
        self.contentStart = contentStart
        self.isListMark = isListMark
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
    }

    /// How many bytes a dash at `position` has, with a space after it; 0 where there is none.
    private static func dash(_ source: [UInt8], _ position: Int, _ end: Int) -> Int {
        guard position < end else { return 0 }
        let (scalar, length) = source.scalarRead(at: position)
        guard scalar == "-" || scalar == "–" || scalar == "—" || scalar == ":" else { return 0 }
        return position + length < end && source[position + length] == 0x20 ? length : 0
    }

    private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    /// A Roman numeral up to XXXIX.
    private static func roman(_ letters: ArraySlice<UInt8>) -> Int? {
        var value = 0
        var previous = 0
        for letter in letters.reversed() {
            let digit: Int
            switch letter {
            case UInt8(ascii: "I"): digit = 1
            case UInt8(ascii: "V"): digit = 5
            case UInt8(ascii: "X"): digit = 10
            default: return nil
            }
            value += digit < previous ? -digit : digit
            previous = max(previous, digit)
        }
        return value
    }
}
