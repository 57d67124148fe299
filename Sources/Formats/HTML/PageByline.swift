import TextModel

/// What the lines around a title say of author and day: `Par Camille Hervé, le 3 mai 2019`.
struct PageByline {
    private(set) var author: Metadata.Value?
    private(set) var published: Metadata.Dated?

    private struct Word {
        let text: String
        let range: SourceRange
    }

    init() {}

    /// - Parameter lines: the texts of each line, without tags.
    init(_ lines: [[SourceRange]], in source: [UInt8]) {
        for line in lines {
            let words = line.flatMap { Self.words($0, source) }
            guard let first = words.first, let last = words.last else { continue }
            let text = words.map(\.text).joined(separator: " ")
            if published == nil, let day = day(in: text) {
                published = Metadata.Dated(day, from: .text, at: SourceRange(first.range.start, last.range.end))
            }
            if author == nil { author = Self.author(in: words) }
        }
    }

    /// `Date : 2019-05-03` as well: a label before a date of numbers ends with a colon.
    private func day(in text: String) -> CalendarDate? {
        if let day = MetadataDate.day(in: text) { return day }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        return MetadataDate.day(in: String(text[text.index(after: colon)...].drop(while: \.isWhitespace)))
    }

    private static func words(_ range: SourceRange, _ source: [UInt8]) -> [Word] {
        var words: [Word] = []
        var start = range.start
        for index in range.start...range.end where index == range.end || source[index].isASCIIWhiteSpace {
            if start < index {
                let range = SourceRange(start, index)
                words.append(Word(text: decodedText(source, range), range: range))
            }
            start = index + 1
        }
        return words
    }

    /// The name after “par”: words with a capital, and short words between two of them.
    private static func author(in words: [Word]) -> Metadata.Value? {
        let labels = PageLabels.embedded
        guard let label = words.firstIndex(where: { labels.beginning(of: FoldedWords(Array($0.text.utf8))) == .author })
        else {
            return nil
        }
        var end: Int?
        for index in words.indices[(label + 1)...].prefix(6) {
            let word = words[index].text
            if word.first?.isUppercase == true {
                end = index
            } else if end == nil, word.allSatisfy({ !$0.isLetter && !$0.isNumber }) {
                // “Écrit par : …”
                continue
            } else if word.utf8.count > 3 || end == nil || word.first?.isLetter != true {
                break
            }
            if let last = word.last, !last.isLetter, last != "." { break }
        }
        guard let end, let start = words[(label + 1)...end].firstIndex(where: { $0.text.first?.isLetter == true })
        else {
            return nil
        }
        var name = words[start...end].map(\.text).joined(separator: " ")
        while let last = name.last, !last.isLetter, !last.isNumber { name.removeLast() }
        return Metadata.Value(name, at: SourceRange(words[start].range.start, words[end].range.end))
    }
}
