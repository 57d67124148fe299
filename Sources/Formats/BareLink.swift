/// An address that stands in running text without markup, such as `https://example.org/slides` or `www.example.org`.
struct BareLink {
    let start: Int
    let end: Int
    /// The address; `http://` is put before one without a scheme.
    let target: String

    /// The first address in a range, or `nil`.
    ///
    /// It ends before quotes and where ``addressEnd(in:from:before:stops:)`` says.
    static func first(in source: [UInt8], from start: Int, to end: Int) -> BareLink? {
        var position = start
        while let (prefixStart, prefixEnd) = prefix(in: source, from: position, to: end) {
            if let linkEnd = addressEnd(in: source, from: prefixEnd, before: end, stops: isStop) {
                let address = source.string(prefixStart, linkEnd)
                let isComplete = source[prefixStart] | 0x20 == UInt8(ascii: "h")
                return BareLink(start: prefixStart, end: linkEnd, target: isComplete ? address : "http://" + address)
            }
            position = prefixEnd
        }
        return nil
    }

    /// The next `http://`, `https://` or `www.` that begins a word. The colon and the `w` are rare in French.
    private static func prefix(in source: [UInt8], from start: Int, to end: Int) -> (start: Int, end: Int)? {
        source.withUnsafeBufferPointer { bytes in
            var position = start
            while position + 2 < end {
                let byte = bytes[position]
                if byte == UInt8(ascii: ":"), bytes[position + 1] == UInt8(ascii: "/"),
                    bytes[position + 2] == UInt8(ascii: "/")
                {
                    for length in [4, 5] where position - length >= start {
                        let word: StaticString = length == 4 ? "http" : "https"
                        if source.hasWord(word, at: position - length),
                            position - length == start || !endsWord(bytes, before: position - length)
                        {
                            return (position - length, position + 3)
                        }
                    }
                } else if byte | 0x20 == UInt8(ascii: "w"), position + 4 <= end, source.hasWord("www.", at: position),
                    position == start || !endsWord(bytes, before: position)
                {
                    return (position, position + 4)
                }
                position += 1
            }
            return nil
        }
    }

    /// Whether a letter or digit stands just before a position. Of other characters than ASCII's, the signs of Latin-1
    /// and general punctuation (U+0080 to U+00BF, U+2000 and on), such as spaces that do not break, are none.
    private static func endsWord(_ bytes: UnsafeBufferPointer<UInt8>, before position: Int) -> Bool {
        var lead = position - 1
        while lead > 0, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
        return bytes[lead] >= 0x80 ? bytes[lead] != 0xC2 && bytes[lead] != 0xE2 : isWord(bytes[lead])
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
    }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "«", "»", "“", "”", "`", "|", "\u{FEFF}": true
        default: false
        }
    }

    /// The longest address that is looked for, so that a text without white space is not read again and again.
    static let maximumCount = 2048

    /// The end of an address in running text; `nil` when nothing is left of it.
    ///
    /// It ends before white space, angle brackets and straight double quotes. Punctuation at its end belongs to the
    /// sentence, and so does a parenthesis that the address does not open.
    ///
    /// - Parameters:
    ///   - start: just past the scheme, or past the `www.` of one without.
    ///   - stops: what else ends an address in the format at hand.
    static func addressEnd(
        in utf8: [UInt8], from start: Int, before end: Int, stops: (Unicode.Scalar) -> Bool
    ) -> Int? {
        let limit = min(end, start + maximumCount)
        var position = start
        var parentheses = 0
        while position < limit {
            let (scalar, length) = utf8.scalarRead(at: position)
            if scalar.isWhiteSpace || scalar == "<" || scalar == ">" || scalar == "\"" || stops(scalar) { break }
            if scalar == "(" { parentheses += 1 }
            if scalar == ")" { parentheses -= 1 }
            position += length
        }
        while position > start {
            let (scalar, length) = utf8.scalarRead(before: position)
            switch scalar {
            case ".", ",", ";", ":", "!", "?", "'", "’", "*", "_", "~", "]", "}", "`", "…": break
            case ")" where parentheses < 0: parentheses += 1
            default: return position
            }
            position -= length
        }
        return nil
    }
}
