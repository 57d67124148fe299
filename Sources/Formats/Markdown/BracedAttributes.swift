/// Attributes in braces, as kramdown and Pandoc have them: `{: .class}`, `{.class #id}`, `{lang=en}`.
struct BracedAttributes {
    /// Just past the closing brace.
    let end: Int

    /// - Parameter start: the offset of the opening brace.
    /// - Returns: `nil` for other braces.
    init?(_ source: [UInt8], at start: Int, lineEnd: Int) {
        guard let close = source[start..<min(lineEnd, start + 200)].firstIndex(of: UInt8(ascii: "}")) else {
            return nil
        }
        var position = start + 1
        if position < close, source[position] == UInt8(ascii: ":") { position += 1 }
        let hasColon = position > start + 1
        var count = 0
        while true {
            while position < close, source[position] == 0x20 || source[position] == 0x09 { position += 1 }
            guard position < close else { break }
            guard let end = Self.attributeEnd(source, position, close) else { return nil }
            position = end
            count += 1
        }
        guard count > 0 || hasColon else { return nil }
        end = close + 1
    }

    /// One `.class`, `#id`, `key=value` or, after a colon, a bare word such as `toc`.
    private static func attributeEnd(_ source: [UInt8], _ start: Int, _ end: Int) -> Int? {
        var position = start
        let isMarked = source[start] == UInt8(ascii: ".") || source[start] == UInt8(ascii: "#")
        if isMarked { position += 1 }
        let nameStart = position
        while position < end, source[position].isNameByte { position += 1 }
        guard position > nameStart else { return nil }
        if isMarked { return position == end || source[position] == 0x20 ? position : nil }
        guard position < end, source[position] == UInt8(ascii: "=") else {
            return source[start - 1] == UInt8(ascii: ":") && position == end ? position : nil
        }
        position += 1
        if position < end, source[position] == UInt8(ascii: "\"") {
            guard let quote = source[(position + 1)..<end].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            return quote + 1
        }
        while position < end, source[position] != 0x20 { position += 1 }
        return position
    }
}

extension UInt8 {
    /// A byte of a name of an attribute, a class, a tag: letters, digits, `-`, `_`, `:`, `.`, and all that is not ASCII.
    var isNameByte: Bool {
        isASCIILetter || isASCIIDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
            || self == UInt8(ascii: ":") || self == UInt8(ascii: ".") || self >= 0x80
    }
}
