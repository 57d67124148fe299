/// An address that stands in running text without markup, such as `https://example.org/slides` or `www.example.org`.
struct BareLink {
    let start: Int
    let end: Int
    /// The address; `http://` is put before one without a scheme.
    let target: String

    /// The first address in a range, or `nil`.
    ///
    /// It ends before white space, quotes and angle brackets; punctuation at its end, and a closing bracket that was
    /// not opened in it, belong to the sentence.
    static func first(in source: [UInt8], from start: Int, to end: Int) -> BareLink? {
        var position = start
        while let (prefixStart, prefixEnd) = prefix(in: source, from: position, to: end) {
            let linkEnd = trimmedEnd(source, prefixStart, addressEnd(source, prefixEnd, end))
            if linkEnd > prefixEnd {
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
                            position - length == start || !isWord(bytes[position - length - 1])
                        {
                            return (position - length, position + 3)
                        }
                    }
                } else if byte | 0x20 == UInt8(ascii: "w"), position + 4 <= end, source.hasWord("www.", at: position),
                    position == start || !isWord(bytes[position - 1])
                {
                    return (position, position + 4)
                }
                position += 1
            }
            return nil
        }
    }

    /// Letters, digits and the bytes of other characters than ASCII's.
    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
    }

    private static func addressEnd(_ source: [UInt8], _ start: Int, _ end: Int) -> Int {
        var position = start
        while position < end {
            let (scalar, length) = source.scalarRead(at: position)
            switch scalar {
            case "<", ">", "\"", "«", "»", "“", "”", "`", "|": return position
            default: if scalar.isLineSpace { return position }
            }
            position += length
        }
        return end
    }

    private static func trimmedEnd(_ source: [UInt8], _ start: Int, _ end: Int) -> Int {
        var end = end
        var open = 0
        for byte in source[start..<end] {
            if byte == UInt8(ascii: "(") { open += 1 } else if byte == UInt8(ascii: ")") { open -= 1 }
        }
        while end > start {
            let (scalar, length) = source.scalarRead(before: end)
            switch scalar {
            case ".", ",", ";", ":", "!", "?", "'", "’", "*", "_", "~", "]", "}", "…": break
            case ")" where open < 0: open += 1
            default: return end
            }
            end -= length
        }
        return end
    }
}
