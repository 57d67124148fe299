import TextModel

/// Admonitions of MkDocs, whose indented text becomes a quotation, and abbreviations of PHP Markdown Extra.
extension TemplateTags {
    /// `!!! note "Titre"`, `??? tip`, `???+ tip`: returns the indentation that its text has.
    mutating func readAdmonition(_ lineStart: Int, _ start: Int, _ end: Int) -> Int? {
        guard end - start > 4, source[start] == UInt8(ascii: "!") || source[start] == UInt8(ascii: "?") else {
            return nil
        }
        var position = start
        while position < end, source[position] == source[start] { position += 1 }
        guard position - start == 3 else { return nil }
        if source[position] == UInt8(ascii: "+") { position += 1 }
        guard position < end, source[position] == 0x20 else { return nil }
        let words = skipBlanks(position, end)
        guard words < end, source[words].isASCIILetter else { return nil }
        if let quote = source[words..<end].firstIndex(of: UInt8(ascii: "\"")),
            let closing = source[(quote + 1)..<end].lastIndex(of: UInt8(ascii: "\""))
        {
            replace(start, quote + 1, by: MarkdownPreparation.dropped)
            replace(closing, end, by: MarkdownPreparation.dropped)
        } else {
            guard source[words..<end].allSatisfy({ $0.isASCIILetter || $0.isASCIIWhiteSpace }) else { return nil }
            replace(start, end, by: 0x20)
        }
        return start - lineStart + 4
    }

    /// The text of an admonition is indented like code; a quotation's mark in the place of the first blank prevents it.
    mutating func quote(_ lineStart: Int) {
        guard source[lineStart] == 0x20 else { return }
        replace(lineStart, lineStart + 1, by: UInt8(ascii: ">"))
        admonitions.insert(lineStart)
    }

    /// `*[WFS]: Web Feature Service`
    func isAbbreviation(_ start: Int, _ end: Int) -> Bool {
        guard end - start > 5, source[start] == UInt8(ascii: "*"), source[start + 1] == UInt8(ascii: "["),
            let closing = source[start..<end].firstIndex(of: UInt8(ascii: "]"))
        else { return false }
        return closing + 1 < end && source[closing + 1] == UInt8(ascii: ":")
    }
}
