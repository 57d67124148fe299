import TextModel

/// Where front matter stands, by its fences alone; whether its lines are any is for the readers of the lines.
struct FrontMatterBlock {
    enum Syntax { case yaml, toml }

    var syntax = Syntax.yaml
    /// Where the first line begins, a fence or not.
    var fenceStart: Int
    /// The bytes between the fences.
    var contentStart: Int
    var contentEnd: Int
    /// After the closing fence; `nil` where there is none.
    var bodyStart: Int?
    /// Whether an empty line follows the opening fence, as it does a thematic break.
    private(set) var startsEmpty = false

    /// `nil` where the first line that is not empty opens no front matter.
    init?(_ utf8: [UInt8]) {
        var start = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = SourceLine(utf8, at: start, before: utf8.count)
        while line.contentStart(utf8) == line.end, line.next > line.start {
            start = line.next
            line = SourceLine(utf8, at: start, before: utf8.count)
        }
        fenceStart = start
        contentStart = line.next
        contentEnd = utf8.count
        if line.isFence(utf8, of: 0x2D) {
            findClosing(in: utf8) { $0.isFence(utf8, of: 0x2D) || $0.isFence(utf8, of: 0x2E) }
        } else if line.isFence(utf8, of: 0x2B) {
            syntax = .toml
            findClosing(in: utf8) { $0.isFence(utf8, of: 0x2B) }
        } else if MappingLine(utf8, line)?.known != nil {
            contentStart = start
            guard findClosingOfHeadless(in: utf8) else { return nil }
        } else {
            return nil
        }
        let first = SourceLine(utf8, at: contentStart, before: contentEnd)
        startsEmpty = first.contentStart(utf8) == first.end && first.next < contentEnd
    }

    private mutating func findClosing(in utf8: [UInt8], where isClosing: (SourceLine) -> Bool) {
        var position = contentStart
        while position < utf8.count {
            let line = SourceLine(utf8, at: position, before: utf8.count)
            if isClosing(line) {
                contentEnd = line.start
                bodyStart = line.next
                return
            }
            position = line.next
        }
    }

    /// Without an opening fence every line must be a `key: value`, or belong to one. A single such line above `---` is a
    /// heading of Markdown, and one above an empty line a sentence: at least a title and a second known key are asked for,
    /// and before an empty line a date.
    private mutating func findClosingOfHeadless(in utf8: [UInt8]) -> Bool {
        var fields: [FrontMatterKey.Field] = []
        var position = contentStart
        while position < utf8.count {
            let line = SourceLine(utf8, at: position, before: utf8.count)
            if line.isFence(utf8, of: 0x2D) {
                contentEnd = line.start
                bodyStart = line.next
                return fields.count >= 2 && fields.contains(.title)
            }
            let first = line.contentStart(utf8)
            if first == line.end {
                contentEnd = line.start
                bodyStart = line.next
                return fields.contains(.title) && fields.contains(.published)
            }
            if let key = MappingLine(utf8, line) {
                if let known = key.known { fields.append(known.field) }
            } else if first == line.start, !(utf8[first] == 0x2D && first + 1 < line.end && utf8[first + 1] == 0x20) {
                return false
            }
            position = line.next
        }
        return false
    }
}

/// A line `key: value` that begins in the first column.
struct MappingLine {
    /// Without quotes.
    let key: String
    /// After the colon.
    let valueStart: Int
    let known: FrontMatterKey?
    /// Whether the key is one that only a machine writes: ASCII without spaces, a small letter first, the colon right
    /// after it.
    let isIdentifier: Bool
    /// Whether YAML has no other reading of the key.
    let isPlain: Bool

    /// Longer keys, and such of more than three words, are prose: `La morale de l'histoire : …`.
    private static let longestKey = 40
    private static let mostWords = 3

    /// `nil` for a line of any other kind.
    init?(_ utf8: [UInt8], _ line: SourceLine, from start: Int? = nil) {
        let start = start ?? line.start
        guard start < line.end else { return nil }
        var position = start
        var keyEnd = start
        var words = 1
        let quote = utf8[start]
        let isQuoted = quote == 0x22 || quote == 0x27
        if isQuoted { position += 1 }
        let limit = min(line.end, start + Self.longestKey)
        var isEnded = false
        while position < limit, !isEnded {
            let byte = utf8[position]
            if isQuoted, byte == quote {
                keyEnd = position
                position += 1
                isEnded = true
            } else if MetadataDate.isLetter(byte) || byte.isASCIIDigit || byte == 0x5F {
                position += 1
                keyEnd = position
            } else if position > start, byte == 0x2D || byte == 0x2E {
                position += 1
                keyEnd = position
            } else if position > start, byte == 0x20 {
                if utf8[position - 1] != 0x20 { words += 1 }
                position += 1
            } else {
                isEnded = true
            }
        }
        // A space that only stands before the colon begins no word.
        if keyEnd < position, !isQuoted { words -= 1 }
        while isQuoted, position < line.end, utf8[position] == 0x20 { position += 1 }
        let keyStart = isQuoted ? start + 1 : start
        guard keyStart < keyEnd, position < line.end, utf8[position] == 0x3A, words <= Self.mostWords else {
            return nil
        }
        key = String(decoding: utf8[keyStart..<keyEnd], as: UTF8.self)
        known = FrontMatterKey(FrontMatterKey.normalized(key))
        valueStart = position + 1
        let isSpaced = valueStart == line.end || utf8[valueStart] == 0x20 || utf8[valueStart] == 0x09
        // “title:Devoxx” is no YAML, and is meant so all the same; “https://” is not.
        guard isSpaced || known != nil && utf8[valueStart] != 0x2F else { return nil }
        isPlain = isSpaced && !isQuoted
        isIdentifier =
            keyEnd == position && words == 1 && (0x61...0x7A).contains(utf8[start])
            && utf8[keyStart..<keyEnd].allSatisfy { $0 < 0x80 }
    }
}
