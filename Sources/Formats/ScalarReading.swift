/// Reading characters out of bytes that are known to be valid UTF-8.
extension [UInt8] {
    /// The scalar that begins at `offset`, and how many bytes it takes.
    func scalarRead(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = UInt32(self[offset])
        let (length, bits): (Int, UInt32) =
            switch first {
            case 0xF0...: (4, first & 0x07)
            case 0xE0...: (3, first & 0x0F)
            case 0xC0...: (2, first & 0x1F)
            default: (1, first)
            }
        guard length > 1, offset + length <= count else { return (Unicode.Scalar(first) ?? "\u{FFFD}", 1) }
        var value = bits
        for index in offset + 1..<offset + length { value = value << 6 | UInt32(self[index] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The scalar that ends just before `offset`, and how many bytes it takes.
    func scalarRead(before offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        var start = offset - 1
        while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
        return scalarRead(at: start)
    }

    /// Whether the bytes at `offset` are those of an ASCII word in lower case; the text may have capitals.
    func hasWord(_ word: StaticString, at offset: Int) -> Bool {
        guard offset + word.utf8CodeUnitCount <= count else { return false }
        return word.withUTF8Buffer { letters in
            for (index, letter) in letters.enumerated() {
                let byte = self[offset + index]
                let isCapital = (0x41...0x5A).contains(byte)
                if (isCapital ? byte | 0x20 : byte) != letter { return false }
            }
            return true
        }
    }

    /// The bytes of a range as text.
    func string(_ start: Int, _ end: Int) -> String { String(decoding: self[start..<end], as: UTF8.self) }
}

extension Unicode.Scalar {
    /// Unicode's White_Space.
    var isWhiteSpace: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// White space within a line, the spaces that do not break included.
    var isLineSpace: Bool {
        switch value {
        case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0x2002...0x200A, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    var isDigit: Bool { (0x30...0x39).contains(value) }

    var isLetter: Bool {
        switch value {
        case ..<0x80: (0x41...0x5A).contains(value & ~0x20)
        case 0xC0...0xFF: value != 0xD7 && value != 0xF7
        case _: properties.isAlphabetic
        }
    }

    var isLowercaseLetter: Bool {
        switch value {
        case ..<0x80: (0x61...0x7A).contains(value)
        case 0xC0...0xFF: value >= 0xDF && value != 0xF7
        case _: properties.isLowercase
        }
    }

    var isUppercaseLetter: Bool {
        switch value {
        case ..<0x80: (0x41...0x5A).contains(value)
        case 0xC0...0xFF: value < 0xDF && value != 0xD7
        case _: properties.isUppercase
        }
    }

    /// What stands before a title or an item for show: an emoji, an arrow, a dingbat, a geometric shape.
    var isOrnament: Bool {
        switch value {
        case ..<0xA9: false
        case 0x2190...0x21FF, 0x2300...0x23FF, 0x25A0...0x27BF, 0x27F0...0x27FF, 0x2900...0x297F, 0x2B00...0x2BFF,
            0x1F000...0x1FAFF:
            true
        default: properties.isEmojiPresentation
        }
    }

    /// What joins or colours the parts of one emoji.
    var isOrnamentPart: Bool {
        value == 0x200D || value == 0xFE0F || value == 0xFE0E || value == 0x20E3 || (0xE0020...0xE007F).contains(value)
            || properties.isEmojiModifier
    }
}
