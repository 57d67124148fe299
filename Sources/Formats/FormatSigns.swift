/// What the lines of a text show of its format, counted in one pass.
struct FormatSigns {
    private var lines = 0
    private var firstLineIsTitle = false
    private var firstLineIsHash = false
    private var firstLineIsAttribute = false
    private var startsWithTag = false
    private var hasFrontMatter = false
    private var blockTags = 0
    private var attributes = 0
    private var equalsHeadings = 0
    private var hashHeadings = 0
    private var underlines = 0
    private var directives = 0
    private var roles = 0
    private var links = 0
    private var bold = 0
    private var fences = 0

    init(_ utf8: [UInt8], _ maximumCount: Int) {
        let end = min(utf8.count, maximumCount)
        var position = Self.contentStart(utf8)
        var previous = position..<position
        var front = Self.frontMatterMark(utf8, position, end)
        var frontEntries = 0
        var fenceMark: UInt8?
        while position < end {
            var lineEnd = position
            while lineEnd < end, utf8[lineEnd] != 0x0A, utf8[lineEnd] != 0x0D { lineEnd += 1 }
            let line = position..<lineEnd
            position = lineEnd + 1
            if let mark = front {
                // The first line is the opening mark.
                if lines > 0, Self.isRun(utf8, line, of: mark, atLeast: 3) {
                    hasFrontMatter = frontEntries > 0
                    front = nil
                } else if Self.isEntry(utf8, line) {
                    frontEntries += 1
                }
                lines += 1
                continue
            }
            if let mark = Self.fenceMark(utf8, line) {
                fences += mark == UInt8(ascii: "`") ? 1 : 0
                fenceMark = fenceMark == nil ? mark : fenceMark == mark ? nil : fenceMark
                previous = line
                continue
            }
            // What stands in a code block says nothing.
            if fenceMark == nil { read(utf8, line, previous) }
            if !Self.isBlank(utf8, line) { lines += 1 }
            previous = line
        }
    }

    private mutating func read(_ utf8: [UInt8], _ line: Range<Int>, _ previous: Range<Int>) {
        let isFirst = lines == 0
        guard let first = utf8[line].first else { return }
        switch first {
        case UInt8(ascii: "="):
            let level = Self.runLength(utf8, line)
            guard level <= 6, level < line.count, utf8[line.lowerBound + level] == 0x20 else { break }
            if level == 1 { firstLineIsTitle = firstLineIsTitle || isFirst } else { equalsHeadings += 1 }
        case UInt8(ascii: "#"):
            let level = Self.runLength(utf8, line)
            guard level <= 6, level < line.count, utf8[line.lowerBound + level] == 0x20 else { break }
            hashHeadings += 1
            if isFirst { firstLineIsHash = true }
        case UInt8(ascii: ":"):
            guard Self.isAttribute(utf8, line) else { break }
            attributes += 1
            if isFirst { firstLineIsAttribute = true }
        case UInt8(ascii: "."):
            if Self.isDirective(utf8, line) { directives += 1 }
        case UInt8(ascii: "<"):
            if isFirst, Self.isBlockTag(utf8, line.lowerBound, line.upperBound) { startsWithTag = true }
        default: break
        }
        if Self.isUnderline(utf8, line, under: previous) { underlines += 1 }
        readInline(utf8, line)
    }

    private mutating func readInline(_ utf8: [UInt8], _ line: Range<Int>) {
        var position = line.lowerBound
        func byte(_ offset: Int) -> UInt8 {
            offset >= line.lowerBound && offset < line.upperBound ? utf8[offset] : 0x20
        }
        var boldMarks = 0
        while position < line.upperBound {
            switch utf8[position] {
            case UInt8(ascii: "]") where byte(position + 1) == UInt8(ascii: "("):
                links += byte(position + 2) > 0x20 && byte(position + 2) != UInt8(ascii: ")") ? 1 : 0
            case UInt8(ascii: "*") where byte(position + 1) == UInt8(ascii: "*"):
                if byte(position + 2) > 0x20 || byte(position - 1) > 0x20 { boldMarks += 1 }
                position += 1
            case UInt8(ascii: "`"):
                // :role:`text` and `text <address>`_
                let isRole = byte(position - 1) == UInt8(ascii: ":") && Self.isWord(byte(position - 2))
                let isLink = byte(position - 1) == UInt8(ascii: ">") && byte(position + 1) == UInt8(ascii: "_")
                if isRole || isLink { roles += 1 }
            case UInt8(ascii: "<"):
                if Self.isBlockTag(utf8, position, line.upperBound) { blockTags += 1 }
            default: break
            }
            position += 1
        }
        bold += boldMarks / 2
    }
}

// Conclusions

extension FormatSigns {
    /// Text that begins with a block's tag and has more of them than other formats' signs.
    var isHTML: Bool { startsWithTag && blockTags >= 4 && hashHeadings + links + fences == 0 && !hasFrontMatter }

    /// A title with attributes or sections, sections alone, or attributes alone at the start; a field list of
    /// reStructuredText looks like these, but underlined titles or directives follow.
    var isAsciiDoc: Bool {
        if firstLineIsTitle { return attributes + equalsHeadings > 0 }
        if firstLineIsAttribute, attributes >= 2, underlines + directives + roles == 0 { return true }
        return equalsHeadings >= 2 || equalsHeadings == 1 && attributes > 0
    }

    var isReStructuredText: Bool {
        underlines > 0 && directives + roles > 0 || directives >= 2 && hashHeadings == 0
            || underlines >= 2 && attributes >= 2
    }

    /// One hash may be a comment or a hash tag, one pair of stars a footnote; a link or front matter is enough.
    var isMarkdown: Bool {
        hasFrontMatter || links > 0 || firstLineIsHash || hashHeadings >= 2 || fences >= 2 || bold >= 2
            || hashHeadings == 1 && bold == 1
    }
}

// Lines

extension FormatSigns {
    /// Whether a text begins as a whole page of HTML does.
    static func isPage(_ utf8: [UInt8]) -> Bool {
        var position = contentStart(utf8)
        let limit = min(utf8.count, 1 << 16)
        // A declaration of XML, comments and white space may stand before.
        while position < limit {
            if utf8[position] <= 0x20 {
                position += 1
            } else if utf8.hasWord("<?xml", at: position) || utf8.hasWord("<!--", at: position) {
                guard let close = utf8[position..<limit].firstIndex(of: UInt8(ascii: ">")) else { return false }
                position = close + 1
            } else {
                break
            }
        }
        guard position < limit else { return false }
        if utf8.hasWord("<!doctype html", at: position) { return true }
        guard utf8.hasWord("<html", at: position), position + 5 < utf8.count else { return false }
        return utf8[position + 5] <= 0x20 || utf8[position + 5] == UInt8(ascii: ">")
    }

    private static func contentStart(_ utf8: [UInt8]) -> Int { utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    private static func isBlank(_ utf8: [UInt8], _ line: Range<Int>) -> Bool { utf8[line].allSatisfy { $0 <= 0x20 } }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    private static func runLength(_ utf8: [UInt8], _ line: Range<Int>) -> Int {
        let first = utf8[line.lowerBound]
        return utf8[line].prefix { $0 == first }.count
    }

    private static func isRun(_ utf8: [UInt8], _ line: Range<Int>, of byte: UInt8, atLeast count: Int) -> Bool {
        let trimmed = utf8[line].reversed().drop { $0 <= 0x20 }
        return trimmed.count >= count && trimmed.allSatisfy { $0 == byte }
    }

    private static func frontMatterMark(_ utf8: [UInt8], _ start: Int, _ end: Int) -> UInt8? {
        guard start + 3 < end, utf8[start] == UInt8(ascii: "-") || utf8[start] == UInt8(ascii: "+"),
            utf8[start + 1] == utf8[start], utf8[start + 2] == utf8[start],
            utf8[start + 3] == 0x0A || utf8[start + 3] == 0x0D || utf8[start + 3] == 0x20
        else { return nil }
        return utf8[start]
    }

    /// `title: …` or `title = …`.
    private static func isEntry(_ utf8: [UInt8], _ line: Range<Int>) -> Bool {
        var position = line.lowerBound
        while position < line.upperBound, isWord(utf8[position]) { position += 1 }
        guard position > line.lowerBound else { return false }
        while position < line.upperBound, utf8[position] == 0x20 { position += 1 }
        guard position < line.upperBound else { return false }
        return utf8[position] == UInt8(ascii: ":") || utf8[position] == UInt8(ascii: "=")
    }

    /// `:name:` or `:name: value`.
    private static func isAttribute(_ utf8: [UInt8], _ line: Range<Int>) -> Bool {
        var position = line.lowerBound + 1
        if position < line.upperBound, utf8[position] == UInt8(ascii: "!") { position += 1 }
        let start = position
        while position < line.upperBound, isWord(utf8[position]) { position += 1 }
        guard position > start else { return false }
        if position < line.upperBound, utf8[position] == UInt8(ascii: "!") { position += 1 }
        guard position < line.upperBound, utf8[position] == UInt8(ascii: ":") else { return false }
        return position + 1 == line.upperBound || utf8[position + 1] == 0x20
    }

    /// `.. name::` or `.. _target:`.
    private static func isDirective(_ utf8: [UInt8], _ line: Range<Int>) -> Bool {
        guard utf8[line].starts(with: [0x2E, 0x2E, 0x20]) else { return false }
        var position = line.lowerBound + 3
        let isTarget = position < line.upperBound && utf8[position] == UInt8(ascii: "_")
        while position < line.upperBound, isWord(utf8[position]) { position += 1 }
        guard position < line.upperBound, utf8[position] == UInt8(ascii: ":") else { return false }
        return isTarget || position + 1 < line.upperBound && utf8[position + 1] == UInt8(ascii: ":")
    }

    /// A line of one mark under a title that is not longer than it.
    private static func isUnderline(_ utf8: [UInt8], _ line: Range<Int>, under title: Range<Int>) -> Bool {
        guard let mark = utf8[line].first, line.count >= 3, line.count < 200, !isBlank(utf8, title) else {
            return false
        }
        switch mark {
        case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "*"),
            UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "'"), UInt8(ascii: "`"):
            break
        default: return false
        }
        guard isRun(utf8, line, of: mark, atLeast: 3) else { return false }
        return utf8[title].count { $0 & 0xC0 != 0x80 } <= line.count
    }

    private static func fenceMark(_ utf8: [UInt8], _ line: Range<Int>) -> UInt8? {
        guard line.count >= 3, let mark = utf8[line].first else { return nil }
        guard mark == UInt8(ascii: "`") else { return nil }
        return runLength(utf8, line) >= 3 ? mark : nil
    }

    /// An opening or closing tag of a block.
    private static func isBlockTag(_ utf8: [UInt8], _ start: Int, _ end: Int) -> Bool {
        var position = start + 1
        if position < end, utf8[position] == UInt8(ascii: "/") { position += 1 }
        let nameStart = position
        while position < end, position - nameStart < 12, isWord(utf8[position]) { position += 1 }
        guard position == end || utf8[position] <= 0x20 || utf8[position] == UInt8(ascii: ">") else { return false }
        switch String(decoding: utf8[nameStart..<position], as: UTF8.self).lowercased() {
        case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "article", "section", "header", "body",
            "main", "table", "tr", "td", "blockquote", "figure", "pre", "head", "title", "meta":
            return true
        default: return false
        }
    }
}
