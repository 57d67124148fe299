import TextModel

/// Reads TOML 1.0 as front matter has it, with the place of every value.
///
/// No parser is asked: toml++ (TOMLKit) tells no places, and ends the program at an assertion for texts as short as
/// `[:]`. What is no TOML is passed over, line by line, and told as a fault; numbers and times are not checked.
struct TOMLValues {
    private(set) var values: [FrontMatterPair] = []
    private(set) var keyCount = 0
    /// Offset in the first line that is no TOML, and why.
    private(set) var fault: (offset: Int, problem: String)?

    private let utf8: [UInt8]
    private let end: Int
    private var position: Int
    /// A string of several lines is not closed, and then none after it is either: the text is searched once.
    private var isOpenToTheEnd = false
    /// Lists and tables in one another, since they are read by recursion.
    private static let deepest = 50

    init(_ utf8: [UInt8], _ start: Int, _ end: Int) {
        self.utf8 = utf8
        self.end = end
        position = start
        readLines()
    }

    private mutating func readLines() {
        var section = ""
        var keys: Set<String> = []
        while position < end {
            skipSpaces()
            let start = position
            if position < end, utf8[position] == 0x5B {
                // The keys of each `[[table]]` are its own.
                if position + 1 < end, utf8[position + 1] == 0x5B { keys.removeAll() }
                while position < end, utf8[position] == 0x5B { position += 1 }
                let name = key(until: 0x5D)
                section = name ?? "?"
                if name == nil { report(start, "a table without a name") }
                while position < end, utf8[position] == 0x5D { position += 1 }
            } else if !isAtLineEnd {
                if let name = key(until: 0x3D) {
                    keyCount += 1
                    if !keys.insert("\(section).\(name)").inserted { report(start, "the key “\(name)” stands twice") }
                    position += 1
                    skipSpaces()
                    if let value = value(depth: 0) {
                        add(value, name, under: section)
                    } else {
                        report(start, "no value")
                    }
                } else {
                    report(start, "no key with an equals sign")
                }
            }
            skipSpaces()
            if !isAtLineEnd { report(position, "text after a value") }
            position = max(position, SourceLine(utf8, at: position, before: end).next)
        }
    }

    private mutating func report(_ offset: Int, _ problem: String) { if fault == nil { fault = (offset, problem) } }

    /// Whether only a comment can follow in the line.
    private var isAtLineEnd: Bool {
        position >= end || utf8[position] == 0x23 || utf8[position] == 0x0A || utf8[position] == 0x0D
    }

    /// In a table such as `[params]` or `[[authors]]` the key is its parent's.
    private mutating func add(_ value: FrontMatterNode, _ key: String, under section: String) {
        if !section.isEmpty {
            values.append(FrontMatterPair(section, .mapping([FrontMatterPair(key, value)])))
        } else if let dot = key.firstIndex(of: ".") {
            let child = FrontMatterPair(String(key[key.index(after: dot)...]), value)
            values.append(FrontMatterPair(String(key[..<dot]), .mapping([child])))
        } else {
            values.append(FrontMatterPair(key, value))
        }
    }

    /// A bare, quoted or dotted key, if `closing` stands after it; the position is then there.
    private mutating func key(until closing: UInt8) -> String? {
        var bytes: [UInt8] = []
        while position < end {
            let byte = utf8[position]
            if byte == 0x22 || byte == 0x27 {
                guard let range = string() else { return nil }
                bytes += utf8[range.start..<range.end]
                continue
            }
            let isBare =
                MetadataDate.isLetter(byte) || byte.isASCIIDigit || byte == 0x2D || byte == 0x5F
                || byte == 0x2E
            guard isBare || byte == 0x20 || byte == 0x09 else { break }
            if isBare { bytes.append(byte) }
            position += 1
        }
        guard position < end, utf8[position] == closing, !bytes.isEmpty else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func value(depth: Int) -> FrontMatterNode? {
        guard position < end, depth <= Self.deepest else { return nil }
        switch utf8[position] {
        case 0x22, 0x27:
            let isBasic = utf8[position] == 0x22
            guard let range = string() else { return nil }
            return .scalar(scalar(range, isBasic: isBasic))
        case 0x5B: return .list(list(depth: depth))
        case 0x7B: return .mapping(table(depth: depth))
        default:
            let start = position
            while position < end, !isBareEnd(utf8[position]) { position += 1 }
            var last = position
            while last > start, utf8[last - 1] <= 0x20 { last -= 1 }
            guard last > start else { return nil }
            let text = String(decoding: utf8[start..<last], as: UTF8.self)
            if !Self.isBare(text) { report(start, "a text without quotes") }
            return .scalar(FrontMatterScalar(text: text, range: SourceRange(start, last), isPlain: true))
        }
    }

    private func isBareEnd(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x5D || byte == 0x7D || byte == 0x23 || byte == 0x0A || byte == 0x0D
    }

    /// Numbers, times and truth values.
    private static func isBare(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return first.isASCIIDigit || first == 0x2B || first == 0x2D
            || ["true", "false", "inf", "nan"].contains(text)
    }

    private mutating func scalar(_ range: SourceRange, isBasic: Bool) -> FrontMatterScalar {
        let slice = utf8[range.start..<range.end]
        var text = String(decoding: slice, as: UTF8.self)
        if isBasic, slice.contains(0x5C) {
            if let unescaped = TOMLEscapes.resolved(slice) {
                text = unescaped
            } else {
                report(range.start, "no escape")
            }
        }
        return FrontMatterScalar(text: text, range: range, isPlain: false)
    }

    /// The text of a string, quotes left out; `nil` for one that is not closed. The position is then past it.
    private mutating func string() -> SourceRange? {
        let quote = utf8[position]
        let isLong = position + 2 < end && utf8[position + 1] == quote && utf8[position + 2] == quote
        if isLong, isOpenToTheEnd { return nil }
        let width = isLong ? 3 : 1
        var index = position + width
        var start = index
        while index < end {
            let byte = utf8[index]
            if byte == 0x5C, quote == 0x22 {
                index += 2
                continue
            }
            if !isLong, byte == 0x0A || byte == 0x0D { return nil }
            let isClosing =
                byte == quote && (!isLong || index + 2 < end && utf8[index + 1] == quote && utf8[index + 2] == quote)
            if isClosing {
                position = index + width
                // A quote may stand before the closing three.
                if isLong { while position < end, utf8[position] == quote, position - index < 5 { position += 1 } }
                var last = position - width
                if isLong {
                    while start < last, utf8[start] <= 0x20 { start += 1 }
                    while last > start, utf8[last - 1] <= 0x20 { last -= 1 }
                }
                return SourceRange(start, last)
            }
            index += 1
        }
        if isLong { isOpenToTheEnd = true }
        return nil
    }

    private mutating func list(depth: Int) -> [FrontMatterNode] {
        var items: [FrontMatterNode] = []
        position += 1
        while position < end {
            skipSpaceAndComments()
            guard position < end, utf8[position] != 0x5D else { break }
            let start = position
            if utf8[position] != 0x2C, let item = value(depth: depth + 1) { items.append(item) }
            if position == start { position += 1 }
        }
        if position >= end { report(end, "a list without an end") }
        position = min(position + 1, end)
        return items
    }

    private mutating func table(depth: Int) -> [FrontMatterPair] {
        var pairs: [FrontMatterPair] = []
        position += 1
        while position < end {
            skipSpaceAndComments()
            guard position < end, utf8[position] != 0x7D else { break }
            let start = position
            if utf8[position] != 0x2C, let name = key(until: 0x3D) {
                position += 1
                skipSpaces()
                if let value = value(depth: depth + 1) { pairs.append(FrontMatterPair(name, value)) }
            }
            if position == start { position += 1 }
        }
        if position >= end { report(end, "a table without an end") }
        position = min(position + 1, end)
        return pairs
    }

    private mutating func skipSpaces() {
        while position < end, utf8[position] == 0x20 || utf8[position] == 0x09 { position += 1 }
    }

    private mutating func skipSpaceAndComments() {
        while position < end {
            if utf8[position] == 0x23 {
                while position < end, utf8[position] != 0x0A, utf8[position] != 0x0D { position += 1 }
            } else if utf8[position] <= 0x20 {
                position += 1
            } else {
                return
            }
        }
    }
}
