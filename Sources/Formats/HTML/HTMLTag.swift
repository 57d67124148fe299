import TextModel

/// A tag, comment or declaration in the source, read from its bytes (HTML Living Standard, 13.2.5).
struct HTMLTag {
    enum Kind { case start, end, comment }

    let kind: Kind
    let name: SourceRange
    let range: SourceRange
    let element: HTMLElement

    /// - Parameters:
    ///   - start: the offset of the `<`.
    ///   - limit: the tag ends before it.
    /// - Returns: `nil` where no complete tag begins.
    init?(_ bytes: [UInt8], at start: Int, limit: Int) {
        guard start + 2 < limit, bytes[start] == UInt8(ascii: "<") else { return nil }
        if bytes[start + 1] == UInt8(ascii: "!") || bytes[start + 1] == UInt8(ascii: "?") {
            kind = .comment
            name = SourceRange(start, start)
            element = .inline
            guard let end = Self.commentEnd(bytes, start, limit) else { return nil }
            range = SourceRange(start, end)
            return
        }
        let isEnd = bytes[start + 1] == UInt8(ascii: "/")
        let nameStart = start + (isEnd ? 2 : 1)
        guard nameStart < limit, bytes[nameStart].isASCIILetter else { return nil }
        var position = nameStart
        while position < limit, !bytes[position].isASCIIWhiteSpace, bytes[position] != UInt8(ascii: ">"),
            bytes[position] != UInt8(ascii: "/")
        {
            position += 1
        }
        name = SourceRange(nameStart, position)
        guard let end = Self.tagEnd(bytes, position, limit) else { return nil }
        range = SourceRange(start, end)
        kind = isEnd ? .end : .start
        element = HTMLElement(name: bytes[nameStart..<position])
    }

    /// The value of an attribute, quotes left out; `nil` if the tag does not have it.
    ///
    /// - Parameter name: in lower case.
    func value(of name: StaticString, in bytes: [UInt8]) -> SourceRange? {
        guard range.end > self.name.end + 1 else { return nil }
        var position = self.name.end
        while let attribute = attribute(in: bytes, from: &position) {
            if isEqual(bytes[attribute.name.start..<attribute.name.end], name) { return attribute.value }
        }
        return nil
    }

    /// Tells every attribute in order, with its value, quotes left out; the value is empty where there is none.
    func forEachAttribute(in bytes: [UInt8], _ body: (_ name: SourceRange, _ value: SourceRange) -> Void) {
        var position = self.name.end
        while let attribute = attribute(in: bytes, from: &position) { body(attribute.name, attribute.value) }
    }

    /// The next attribute; `position` is moved past it.
    private func attribute(in bytes: [UInt8], from position: inout Int) -> (name: SourceRange, value: SourceRange)? {
        let end = range.end - 1
        while position < end {
            while position < end, bytes[position].isASCIIWhiteSpace || bytes[position] == UInt8(ascii: "/") {
                position += 1
            }
            let nameStart = position
            while position < end, !bytes[position].isASCIIWhiteSpace, bytes[position] != UInt8(ascii: "="),
                bytes[position] != UInt8(ascii: "/") || position == nameStart
            {
                position += 1
            }
            let nameEnd = position
            guard nameEnd > nameStart else {
                position += 1
                continue
            }
            while position < end, bytes[position].isASCIIWhiteSpace { position += 1 }
            guard position < end, bytes[position] == UInt8(ascii: "=") else {
                return (SourceRange(nameStart, nameEnd), SourceRange(nameEnd, nameEnd))
            }
            position += 1
            while position < end, bytes[position].isASCIIWhiteSpace { position += 1 }
            var valueStart = position
            if position < end, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") {
                let quote = bytes[position]
                valueStart += 1
                position += 1
                while position < end, bytes[position] != quote { position += 1 }
                let value = SourceRange(min(valueStart, end), position)
                position += 1
                return (SourceRange(nameStart, nameEnd), value)
            }
            while position < end, !bytes[position].isASCIIWhiteSpace { position += 1 }
            return (SourceRange(nameStart, nameEnd), SourceRange(valueStart, position))
        }
        return nil
    }

    /// The value of an attribute with its character references decoded.
    func text(of name: StaticString, in bytes: [UInt8]) -> String? {
        value(of: name, in: bytes).map { decodedText(bytes, $0) }
    }

    private static func tagEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
        var position = start
        var quote: UInt8 = 0
        while position < limit {
            let byte = bytes[position]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                return position + 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
                bytes[..<position].last(where: { !$0.isASCIIWhiteSpace }) == UInt8(ascii: "=")
            {
                quote = byte
            }
            position += 1
        }
        return nil
    }

    private static func commentEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
        let isComment =
            start + 3 < limit && bytes[start + 2] == UInt8(ascii: "-") && bytes[start + 3] == UInt8(ascii: "-")
        var position = start + (isComment ? 4 : 2)
        while position < limit {
            if bytes[position] == UInt8(ascii: ">"),
                !isComment || bytes[position - 1] == UInt8(ascii: "-") && bytes[position - 2] == UInt8(ascii: "-")
            {
                return position + 1
            }
            position += 1
        }
        return nil
    }
}
