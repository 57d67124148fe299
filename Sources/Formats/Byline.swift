import TextModel

/// What a line beside the title of a text says of who wrote it and when: `Par Maud Tessier le 7 septembre 2023`,
/// `Publié le 12/10/2023`.
struct Byline {
    private(set) var authors: [Metadata.Value] = []
    private(set) var published: Metadata.Dated?
    private(set) var updated: Metadata.Dated?

    private var isFound: Bool { !authors.isEmpty || published != nil || updated != nil }
}

// In a text without markup

extension Byline {
    /// A line with more words is a sentence.
    private static let maximumWords = 24

    /// The byline that a line is and nothing else; `nil` where it is none.
    ///
    /// Every word of the line must have its place in that, up to a separator behind the date; so `Le 7 septembre 2023 a
    /// eu lieu …` is none.
    init?(_ source: [UInt8], _ start: Int, _ end: Int) {
        let words = BylineWord.words(source, start, end, most: Self.maximumWords)
        guard let first = words.first, words.count <= Self.maximumWords else { return nil }
        if first.role == nil, first.initial?.isUppercaseLetter == true {
            guard let named = Self.withNamesFirst(words, source, end) else { return nil }
            self = named
            return
        }
        var index = 0
        var isUpdate = false
        var isDescribed = false
        while index < words.count {
            let word = words[index]
            if let date = FrenchDate(source, at: word.range.start, end: end) {
                let dated = Metadata.Dated(date.date, from: .text, at: SourceRange(word.range.start, date.end))
                if isUpdate { updated = updated ?? dated } else { published = published ?? dated }
                isUpdate = false
                while index < words.count, words[index].range.start < date.end { index += 1 }
                continue
            }
            index += 1
            switch word.role {
            case .agent:
                authors += Self.names(in: words, &index, isWhole: true)
                if authors.isEmpty { return nil }
                if Self.passDescription(in: words, &index, source, end) {
                    // “Par Zoé Martin, on apprend à voir”
                    if index == words.count, published == nil || source[end - 1] == UInt8(ascii: ".") { return nil }
                    isDescribed = true
                }
            case .update: isUpdate = true
            case .rest:
                guard isFound, published != nil else { return nil }
                return
            case .passed, .particle: break
            case nil:
                if word.isSeparator {
                    // What follows a separator, such as a time to read, is of no interest.
                    if isFound, index < words.count, !Self.isExpected(words[index], source, end) {
                        if isDescribed, published == nil { return nil }
                        return
                    }
                } else if !isFound || !(0x30...0x39).contains(source[word.range.start]) {
                    // Behind the day only the time of day may follow.
                    return nil
                }
            }
        }
        guard isFound, !isDescribed || published != nil else { return nil }
    }

    /// `Maud Tessier et Léo Roy, master 2 Design. Mis en ligne le 7 septembre 2023.`: names in full, and when they
    /// published.
    private static func withNamesFirst(_ words: [BylineWord], _ source: [UInt8], _ end: Int) -> Byline? {
        var index = 0
        let authors = names(in: words, &index, isWhole: true)
        guard !authors.isEmpty, authors.allSatisfy({ $0.text.contains(" ") }) else { return nil }
        _ = passDescription(in: words, &index, source, end)
        let isApart = index > 0 && words[index - 1].endsName
        guard index < words.count, isApart || words[index].isSeparator else { return nil }
        while index < words.count, words[index].isSeparator { index += 1 }
        guard index < words.count, words[index].role == .passed,
            BylineWord.opens(source[words[index].range.start..<end], as: .passed),
            var byline = Byline(source, words[index].range.start, end), byline.published != nil, byline.authors.isEmpty
        else { return nil }
        byline.authors = authors
        return byline
    }

    /// More words say more than what somebody does.
    private static let maximumDescription = 8

    /// Moves past what a comma or a parenthesis says of those just named: `, UX designer ·`, `, avec l'aide de Léo —`.
    ///
    /// - Returns: whether there is such a description; it goes up to a separator, a date, words of publication behind a
    ///   comma or full stop, or the end of the line.
    private static func passDescription(
        in words: [BylineWord], _ index: inout Int, _ source: [UInt8], _ end: Int
    ) -> Bool {
        guard index > 0, index < words.count, !isExpected(words[index], source, end) else { return false }
        guard words[index - 1].endsName && !words[index].isSeparator || words[index].initial == "(" else {
            return false
        }
        var next = index
        while next < words.count, !words[next].isSeparator {
            let word = words[next]
            if FrenchDate(source, at: word.range.start, end: end) != nil { break }
            if next > index, words[next - 1].endsName, word.role == .passed || word.role == .update { break }
            next += 1
            if next - index > maximumDescription { return false }
        }
        index = next
        return true
    }

    private static func isExpected(_ word: BylineWord, _ source: [UInt8], _ end: Int) -> Bool {
        word.role != nil || FrenchDate(source, at: word.range.start, end: end) != nil
    }
}

// Around the title of a page

extension Byline {
    /// What the lines around the title of a page say, each in the texts between its tags. They may say other things as
    /// well: the first names behind an agent count, and the first day.
    init(pageLines lines: [[SourceRange]], in source: [UInt8]) {
        for line in lines {
            let words = line.flatMap { BylineWord.words(source, $0.start, $0.end, most: Self.maximumWords * 2) }
            guard let first = words.first, let last = words.last else { continue }
            if published == nil, let day = Self.day(in: line, source) {
                published = Metadata.Dated(day, from: .text, at: SourceRange(first.range.start, last.range.end))
            }
            if authors.isEmpty, let agent = words.firstIndex(where: { $0.role == .agent }) {
                var index = agent + 1
                authors = Self.names(in: words, &index, isWhole: false)
            }
        }
    }

    /// `Date : 2019-05-03` as well: a label before a date of numbers ends with a colon.
    private static func day(in line: [SourceRange], _ source: [UInt8]) -> CalendarDate? {
        var text: [UInt8] = []
        for range in line {
            appendDecoded(source, range, to: &text)
            text.append(0x20)
        }
        let words = Array(collapsed(text).utf8)
        if let day = MetadataDate.day(in: words[...]) { return day }
        guard let colon = words.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return MetadataDate.day(in: words[(colon + 1)...].drop { $0 == 0x20 })
    }
}

// Names

extension Byline {
    /// A longer row of names and joiners is none.
    private static let maximumNameWords = 12

    /// The names behind an agent, up to a word that cannot be part of one.
    ///
    /// - Parameters:
    ///   - index: of the first word behind the agent; it is moved past the names.
    ///   - isWhole: whether the line is nothing but a byline. Then a name that stands alone may be in lower case, and
    ///     a comma stands between two names; on a page something else may follow it.
    private static func names(
        in words: [BylineWord], _ index: inout Int, isWhole: Bool
    ) -> [Metadata.Value] {
        var names: [Metadata.Value] = []
        var name: [BylineWord] = []
        func close() {
            guard let first = name.first, let last = name.last else { return }
            let text = name.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: " ")
            names.append(Metadata.Value(text, at: SourceRange(first.range.start, last.range.end)))
            name = []
        }
        // “Écrit par : …”
        while index < words.count, words[index].text.isEmpty { index += 1 }
        let first = index
        var nameStart = index
        while index < words.count {
            let word = words[index]
            guard !word.isSeparator, let initial = word.initial, !initial.isDigit else { break }
            let standsAlone = index + 1 == words.count || words[index + 1].role == .passed || word.endsName
            let isPenName = isWhole && index == first && standsAlone
            if word.isJoiner {
                close()
            } else if initial.isUppercaseLetter || initial == "@" || isPenName
                || !name.isEmpty && word.role == .particle
            {
                if name.isEmpty { nameStart = index }
                name.append(word)
                if word.endsName {
                    close()
                    if !isWhole { return names }
                }
            } else {
                if isWhole, !name.isEmpty, !names.isEmpty, word.role == nil, words[nameStart - 1].endsName {
                    // “Par Maud Tessier, UX designer”
                    name = []
                    index = nameStart
                }
                break
            }
            index += 1
            if index - first > maximumNameWords { return [] }
        }
        close()
        return names
    }
}
