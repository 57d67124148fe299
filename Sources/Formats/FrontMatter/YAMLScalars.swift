import TextModel

/// Reads a value of YAML that ends with its line: a plain or quoted scalar, or a flow list of such.
struct YAMLScalars {
    /// Whether YAML has no other reading of what was read.
    private(set) var isPlain = true
    /// Whether the value is the head of a block scalar, `|` or `>`.
    private(set) var isBlockHeader = false

    private let utf8: [UInt8]
    private let line: SourceLine

    init(_ utf8: [UInt8], _ line: SourceLine) {
        self.utf8 = utf8
        self.line = line
    }

    func skipSpaces(from position: Int) -> Int {
        var position = position
        while position < line.end, utf8[position] == 0x20 || utf8[position] == 0x09 { position += 1 }
        return position
    }

    /// The value that stands between a position and the end of the line; `nil` for none.
    mutating func value(from position: Int) -> FrontMatterNode? {
        let start = skipSpaces(from: position)
        let end = max(start, line.contentEnd(utf8))
        guard start < end else { return nil }
        if hasUnclearByte(position, end) { isPlain = false }
        switch utf8[start] {
        case 0x23:
            // A comment, or a hashtag without quotes.
            if start + 1 < end, utf8[start + 1] != 0x20, utf8[start + 1] != 0x23 { return unclear(start, end) }
            return nil
        case 0x22, 0x27: return quoted(start, end)
        case 0x5B: return list(start, end)
        case 0x7C, 0x3E:
            let isHeader = utf8[(start + 1)..<end].allSatisfy {
                $0 == 0x2B || $0 == 0x2D || $0 == 0x20 || $0.isASCIIDigit
            }
            isBlockHeader = isHeader
            if isHeader { isPlain = false }
            return isHeader ? nil : unclear(start, end)
        // Indicators of YAML 1.2, 5.3, and `=` and `<`, which YAML 1.1 has types for.
        case 0x2D, 0x3F, 0x3A, 0x2C, 0x5D, 0x7B, 0x7D, 0x26, 0x2A, 0x21, 0x25, 0x40, 0x60, 0x3D, 0x3C:
            return unclear(start, end)
        default:
            if isInterrupted(start, end) { isPlain = false }
            return .scalar(scalar(start, end, isPlain: true))
        }
    }

    /// The text as it stands, where YAML has another reading or none.
    private mutating func unclear(_ start: Int, _ end: Int) -> FrontMatterNode {
        isPlain = false
        return .scalar(scalar(start, end, isPlain: true))
    }

    private func scalar(_ start: Int, _ end: Int, isPlain: Bool) -> FrontMatterScalar {
        FrontMatterScalar(
            text: String(decoding: utf8[start..<end], as: UTF8.self), range: SourceRange(start, end), isPlain: isPlain)
    }

    /// A tab, a control character, or the first byte of a line end or mark that YAML 1.1 knows outside ASCII: U+0085,
    /// U+2028, U+2029, U+FEFF.
    func hasUnclearByte(_ start: Int, _ end: Int) -> Bool {
        for position in start..<end {
            let byte = utf8[position]
            if byte < 0x20 || byte == 0x7F { return true }
            guard byte >= 0xC2, position + 2 < utf8.count else { continue }
            if byte == 0xC2, utf8[position + 1] < 0xA0 { return true }
            if byte == 0xE2, utf8[position + 1] == 0x80, utf8[position + 2] | 1 == 0xA9 { return true }
            if byte == 0xEF, utf8[position + 1] >= 0xBB { return true }
        }
        return false
    }

    /// Whether a plain scalar has a colon or a number sign that YAML takes for more: `: `, ` #`, `:` at the end.
    private func isInterrupted(_ start: Int, _ end: Int) -> Bool {
        for position in start..<end {
            if utf8[position] == 0x3A, position + 1 == end || utf8[position + 1] == 0x20 { return true }
            if utf8[position] == 0x23, position > start, utf8[position - 1] == 0x20 { return true }
        }
        return false
    }

    private mutating func quoted(_ start: Int, _ end: Int) -> FrontMatterNode {
        let quote = utf8[start]
        if let close = closing(start, end) {
            let rest = skipSpaces(from: close + 1)
            if rest >= end || utf8[rest] == 0x23 && rest > close + 1 {
                return .scalar(scalar(start + 1, close, isPlain: false))
            }
        }
        // `"a "b" c"`, or a quote that is closed on another line.
        isPlain = false
        let isClosed = end - start > 1 && utf8[end - 1] == quote
        return .scalar(scalar(isClosed ? start + 1 : start, isClosed ? end - 1 : end, isPlain: false))
    }

    /// The place of the quote that closes the one at `start`. An escape needs a parser.
    private mutating func closing(_ start: Int, _ end: Int) -> Int? {
        let quote = utf8[start]
        var position = start + 1
        while position < end {
            if utf8[position] == 0x5C, quote == 0x22 {
                isPlain = false
                position += 1
            } else if utf8[position] == quote {
                guard quote == 0x27, position + 1 < end, utf8[position + 1] == quote else { return position }
                isPlain = false
                position += 1
            }
            position += 1
        }
        return nil
    }

    private mutating func list(_ start: Int, _ end: Int) -> FrontMatterNode {
        var items: [FrontMatterNode] = []
        var position = start + 1
        while true {
            position = skipSpaces(from: position)
            guard position < end else {
                isPlain = false
                break
            }
            if utf8[position] == 0x5D {
                let rest = skipSpaces(from: position + 1)
                // `[Live] Devoxx` is no YAML, and is no list to whoever wrote it.
                if rest < end, utf8[rest] != 0x23 || rest == position + 1 { return unclear(start, end) }
                break
            }
            let itemEnd: Int
            if utf8[position] == 0x22 || utf8[position] == 0x27, let close = closing(position, end) {
                items.append(.scalar(scalar(position + 1, close, isPlain: false)))
                itemEnd = skipSpaces(from: close + 1)
            } else {
                let item = plainItem(position, end)
                if let scalar = item.scalar { items.append(.scalar(scalar)) }
                itemEnd = item.end
            }
            if itemEnd < end, utf8[itemEnd] == 0x2C {
                position = itemEnd + 1
            } else if itemEnd < end, utf8[itemEnd] == 0x5D {
                position = itemEnd
            } else {
                isPlain = false
                position = max(itemEnd, position + 1)
            }
        }
        return .list(items)
    }

    /// An item without quotes. Only letters, digits and a few marks between them are beyond doubt: in a flow list a colon,
    /// a bracket or a mark at the start may mean something.
    private mutating func plainItem(_ start: Int, _ limit: Int) -> (end: Int, scalar: FrontMatterScalar?) {
        var end = start
        var isClear = true
        while end < limit, utf8[end] != 0x2C, utf8[end] != 0x5D {
            let byte = utf8[end]
            let isWord = MetadataDate.isLetter(byte) || byte.isASCIIDigit
            if !isWord, end == start || !(byte == 0x20 || (0x2D...0x2F).contains(byte) || byte == 0x5F || byte == 0x2B)
            {
                isClear = false
            }
            end += 1
        }
        if !isClear { isPlain = false }
        var last = end
        while last > start, utf8[last - 1] == 0x20 || utf8[last - 1] == 0x09 { last -= 1 }
        guard last > start else {
            isPlain = false
            return (end, nil)
        }
        return (end, scalar(start, last, isPlain: true))
    }
}
