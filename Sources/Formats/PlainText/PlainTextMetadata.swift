import TextModel

/// What the first lines of a plain text say of it: its title, its author, its day. The lines stay blocks.
enum PlainTextMetadata {
    /// Further down, a date is the event's and a name a speaker's.
    private static let maximumPassages = 5
    private static let maximumTitleWidth = 200

    static func metadata(of passages: [Passage], _ lines: [TextLine], in source: [UInt8]) -> Metadata {
        var metadata = Metadata()
        let first = titleBeforeByline(passages, lines, source) ?? 0
        for (position, passage) in passages.enumerated().dropFirst(first).prefix(maximumPassages) {
            guard passage.quoteDepth == 0 else { break }
            let (start, end) = (lines[passage.lines.lowerBound].content, lines[passage.lines.upperBound - 1].end)
            switch passage.role {
            case .rule: continue
            case .item: return metadata
            case .text, .heading, .underlined: break
            }
            if isMenu(source[start..<end]) { continue }
            let isOneLine = passage.lines.count == 1
            if isOneLine, let byline = Byline(source, start, end) {
                if metadata.authors.isEmpty { metadata.authors = byline.authors }
                metadata.published = metadata.published ?? byline.published
                metadata.updated = metadata.updated ?? byline.updated
            } else if isOneLine, metadata.title != nil, metadata.authors.isEmpty, position + 1 < passages.count,
                isDay(passages[position + 1], lines, source), isName(source[start..<end])
            {
                metadata.authors = [Metadata.Value(source.string(start, end), at: SourceRange(start, end))]
            } else if metadata.title == nil, isTitle(passage, lines, source) {
                metadata.title = Metadata.Value(title(passage, lines, source), at: SourceRange(start, end))
            } else {
                // A deck or a first sentence may stand before the byline; a real paragraph does not.
                let isLong = !isOneLine || lines[passage.lines.lowerBound].width > maximumTitleWidth
                if isLong || metadata.title == nil { return metadata }
            }
        }
        return metadata
    }

    /// Below what a page says of itself, lines such as `Accueil` and `Contact`, the title stands over the byline.
    private static func titleBeforeByline(_ passages: [Passage], _ lines: [TextLine], _ source: [UInt8]) -> Int? {
        let byline = passages.prefix(maximumFurniture).firstIndex { passage in
            guard passage.lines.count == 1, passage.quoteDepth == 0 else { return false }
            let line = lines[passage.lines.lowerBound]
            return Byline(source, line.content, line.end).map { $0.published != nil } ?? false
        }
        guard let byline, byline >= 3, isTitle(passages[byline - 1], lines, source),
            passages[..<byline].allSatisfy({ $0.lines.reduce(0) { $0 + lines[$1].width } <= maximumTitleWidth })
        else { return nil }
        return byline - 1
    }

    /// Passages.
    private static let maximumFurniture = 16

    /// A line that is only a day: what stands between it and the title is who wrote.
    private static func isDay(_ passage: Passage, _ lines: [TextLine], _ source: [UInt8]) -> Bool {
        guard passage.lines.count == 1, passage.quoteDepth == 0 else { return false }
        let line = lines[passage.lines.lowerBound]
        return Byline(source, line.content, line.end).map { $0.authors.isEmpty && $0.published != nil } ?? false
    }

    /// `Maud Tessier`, `Jean-Luc de Brie`: two to four words of letters, the first and last with a capital.
    private static func isName(_ line: ArraySlice<UInt8>) -> Bool {
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard (2...4).contains(words.count), let first = words.first?.first, let last = words.last?.first else {
            return false
        }
        return first.isUppercase && last.isUppercase
            && words.allSatisfy { word in word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "." } }
    }

    private static func isTitle(_ passage: Passage, _ lines: [TextLine], _ source: [UInt8]) -> Bool {
        let last = lines[passage.lines.upperBound - 1]
        guard passage.lines.reduce(0, { $0 + lines[$1].width }) <= maximumTitleWidth else { return false }
        if source.hasWord("http", at: lines[passage.lines.lowerBound].content) { return false }
        guard source[last.end - 1] == UInt8(ascii: ".") else { return true }
        // “Et puis...” is a title, “Il pleut.” is a sentence.
        return last.end - last.content > 3 && source[last.end - 2] == UInt8(ascii: ".")
    }

    /// `Accueil     Articles     Contact`: what a page offers, parted twice or more by three spaces, bars or dots.
    private static func isMenu(_ line: ArraySlice<UInt8>) -> Bool {
        let parts = String(decoding: line, as: UTF8.self).replacing("·", with: "|").replacing("   ", with: "|")
            .split(separator: "|").filter { $0.contains { $0.isLetter } }
        return parts.count >= 3 && parts.allSatisfy { $0.split(whereSeparator: \.isWhitespace).count <= 3 }
    }

    private static func title(_ passage: Passage, _ lines: [TextLine], _ source: [UInt8]) -> String {
        passage.lines.map { source.string(lines[$0].content, lines[$0].end) }.joined(separator: " ")
    }
}
