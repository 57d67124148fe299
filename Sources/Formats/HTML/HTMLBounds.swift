import TextModel

/// A page made fit for libxml2: the same offsets, without NUL, front matter, and tags that nest too deep.
struct HTMLBounds {
    private(set) var bytes: [UInt8]
    private(set) var diagnostics: [Diagnostic] = []
    /// Tags that were taken out, in order.
    private var removed: [SourceRange] = []

    /// Elements nested deeper than this are read as if their tags were not there.
    static let maximumDepth = 500

    init(_ source: [UInt8], from start: Int) {
        bytes = source
        for index in 0..<start where !bytes[index].isLineEnd { bytes[index] = 0x20 }
        var position = start
        while let null = bytes.firstIndex(of: 0, from: position, before: bytes.count) {
            bytes[null] = 0x20
            position = null + 1
        }
        bound(from: start)
    }

    /// Elements that another of their kind ends do not count: they cannot nest by being left open.
    private mutating func bound(from start: Int) {
        var depth = 0
        var position = start
        let last = bytes.count - 1
        while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: position, before: last) {
            position = open
            let isEnd = bytes[position + 1] == UInt8(ascii: "/")
            let nameStart = position + (isEnd ? 2 : 1)
            guard nameStart < bytes.count, bytes[nameStart].isASCIILetter else {
                position += 1
                continue
            }
            // A tag's end is only looked for where it matters.
            if isEnd {
                depth = max(0, depth - 1)
            } else if nests(nameStart) {
                depth += 1
            }
            if depth > Self.maximumDepth {
                guard let tag = HTMLTag(bytes, at: position, limit: bytes.count) else { return }
                removed.append(tag.range)
                for index in tag.range.start..<tag.range.end where !bytes[index].isLineEnd { bytes[index] = 0x20 }
                if isEnd || nests(nameStart) { depth -= 1 }
                position = tag.range.end
            } else {
                position = nameStart
            }
        }
        guard let first = removed.first, let last = removed.last else { return }
        diagnostics = [
            Diagnostic(
                .boundExceeded,
                "Elements nest deeper than \(Self.maximumDepth); the tags of the inner ones are left out.",
                at: SourceRange(first.start, last.end))
        ]
    }

    private func nests(_ nameStart: Int) -> Bool {
        var end = nameStart
        while end < bytes.count, end - nameStart < 12, bytes[end].isASCIILetter || bytes[end].isASCIIDigit { end += 1 }
        let element = HTMLElement(name: bytes[nameStart..<end])
        if element.isVoid { return false }
        switch element {
        case .paragraph, .item, .row, .cell: return false
        case .inline, .hidden:
            return !Self.isVoid(bytes[nameStart..<end])
        case .heading, .list, .quote, .preformatted, .table, .caption, .figure, .container, .link, .strong, .emphasis,
            .code, .strikethrough, .superscript, .image, .lineBreak, .rule, .embed:
            return true
        }
    }

    /// Elements that no end tag ends, beside those of ``HTMLElement/isVoid``, or that another of their kind ends.
    private static func isVoid(_ name: ArraySlice<UInt8>) -> Bool {
        switch name.count {
        case 3: isEqual(name, "wbr")
        case 4: isEqual(name, "meta") || isEqual(name, "link") || isEqual(name, "base") || isEqual(name, "area")
        case 5: isEqual(name, "input") || isEqual(name, "param") || isEqual(name, "track")
        case 6: isEqual(name, "source") || isEqual(name, "option")
        case _: false
        }
    }

    /// The stretches of a text without the tags that were taken out.
    func forEachVisible(_ start: Int, _ end: Int, _ body: (_ start: Int, _ end: Int) -> Void) {
        guard !removed.isEmpty else { return body(start, end) }
        var low = 0
        var high = removed.count
        while low < high {
            let middle = (low + high) / 2
            if removed[middle].end <= start { low = middle + 1 } else { high = middle }
        }
        var position = start
        while low < removed.count, removed[low].start < end {
            if position < removed[low].start { body(position, removed[low].start) }
            position = removed[low].end
            low += 1
        }
        if position < end { body(position, end) }
    }
}
