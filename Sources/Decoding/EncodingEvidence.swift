import ICUText

/// How far bytes are from being UTF-8 (Unicode Standard, table 3-7).
struct UTF8Damage {
    /// Sequences of two to four bytes that are well formed.
    private(set) var wellFormed = 0
    /// Bytes above 0x7F that belong to no such sequence.
    private(set) var malformed = 0

    var isNone: Bool { malformed == 0 }

    /// A Latin text holds hardly any well-formed sequence by chance, so a majority of them means UTF-8 with a fault.
    var looksLikeUTF8: Bool { wellFormed > malformed }

    /// Eight bytes at a time where all are ASCII.
    init(_ bytes: [UInt8]) {
        let eight = bytes.span.bytes
        var index = 0
        while index < bytes.count {
            if index + 8 <= bytes.count {
                let word = eight.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                let others = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
                if others == 0 {
                    index += 8
                    continue
                }
                index += others.trailingZeroBitCount / 8
            } else if bytes[index] < 0x80 {
                index += 1
                continue
            }
            if let length = Self.sequenceLength(bytes, at: index) {
                wellFormed += 1
                index += length
            } else {
                malformed += 1
                index += 1
            }
        }
    }

    private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int? {
        let lead = bytes[index]
        let length =
            switch lead {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        guard length > 0, index + length <= bytes.count else { return nil }
        let second = bytes[index + 1]
        let secondIsAllowed =
            switch lead {
            case 0xE0: second >= 0xA0
            case 0xED: second < 0xA0
            case 0xF0: second >= 0x90
            case 0xF4: second < 0x90
            default: true
            }
        guard secondIsAllowed, second & 0xC0 == 0x80 else { return nil }
        for further in index + 2..<index + length where bytes[further] & 0xC0 != 0x80 { return nil }
        return length
    }
}

/// Whether ICU can convert a charset of this name.
func isKnownCharset(_ name: String) -> Bool {
    guard !name.isEmpty else { return false }
    do throws(ICUError) {
        _ = try CharsetConverter(name)
        return true
    } catch {
        return false
    }
}

/// Whether single-byte text is ISO-8859-15 rather than Windows-1252: its `œ`, `Œ`, `Ÿ`, `š`, `ž` bytes stand beside
/// letters, or its `€` after a digit or a space, where Windows-1252 has `½ ¼ ¾ ¨ ¸ ¤`; and no byte that only
/// Windows-1252 uses (0x80 to 0x9F) occurs.
func looksLikeLatin9(_ bytes: [UInt8]) -> Bool {
    guard !bytes.contains(where: { (0x80...0x9F).contains($0) }) else { return false }
    func isLetter(at index: Int) -> Bool {
        guard bytes.indices.contains(index) else { return false }
        let byte = bytes[index]
        return (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 || byte >= 0xC0 && byte != 0xD7 && byte != 0xF7
    }
    for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0xBC, 0xBD, 0xBE, 0xA8, 0xB8:
            if isLetter(at: index - 1) || isLetter(at: index + 1) { return true }
        case 0xA4:
            let before = index > 0 ? bytes[index - 1] : 0
            if (0x30...0x39).contains(before) || before == 0x20 || before == 0xA0 { return true }
        default: break
        }
    }
    return false
}
