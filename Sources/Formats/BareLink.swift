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
        while position < end {
            let byte = source[position] | 0x20
            if byte == UInt8(ascii: "h") || byte == UInt8(ascii: "w"),
                position == start || !isWord(source[position - 1])
            {
                let prefix = prefixLength(source, position)
                if prefix > 0 {
                    let linkEnd = trimmedEnd(source, position, addressEnd(source, position + prefix, end))
                    if linkEnd > position + prefix {
                        let address = source.string(position, linkEnd)
                        let isComplete = byte == UInt8(ascii: "h")
                        return BareLink(
                            start: position, end: linkEnd, target: isComplete ? address : "http://" + address)
                    }
                    position += prefix
                    continue
                }
            }
            position += 1
        }
        return nil
    }

    private static func prefixLength(_ source: [UInt8], _ position: Int) -> Int {
        if source.hasWord("https://", at: position) { return 8 }
        if source.hasWord("http://", at: position) { return 7 }
        return source.hasWord("www.", at: position) ? 4 : 0
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
