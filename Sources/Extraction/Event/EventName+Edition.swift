import TextModel

extension EventName {
    /// The year beside the name, in the title first; else “10e édition”.
    mutating func readEdition(
        _ candidate: NameCandidates.Candidate, _ found: NameCandidates, _ published: CalendarDate?
    ) {
        if let range = candidate.title?.edition, let words = found.titleWords {
            edition = String(decoding: words.utf8[range.start..<range.end], as: UTF8.self)
            // “#3” is no year.
            year = edition.flatMap { Int($0) }.flatMap { $0 >= 1970 ? $0 : nil }
            // “X13” in the title where the text has “la 13e édition”.
            if year == nil, let range = Self.edition(numbered: edition, in: found.words) {
                edition = String(decoding: found.words.utf8[range.start..<range.end], as: UTF8.self)
                editionRange = range
            }
            return
        }
        let words = found.words
        var best: (range: TextRange, year: Int)?
        for mention in mentions {
            guard let range = mention.edition ?? Self.yearBeside(mention, in: found.words) else { continue }
            let written = String(decoding: found.words.utf8[range.start..<range.end], as: UTF8.self)
            guard let value = Int(written) else {
                if edition == nil {
                    edition = written
                    editionRange = range
                }
                continue
            }
            if let published, value > published.year || value < published.year - 1 { continue }
            if value != published?.year, Self.isOfOther(words.firstWord(from: range.start), in: words) { continue }
            if best.map({ value > $0.year }) ?? true { best = (range, value) }
        }
        if let best {
            year = best.year
            edition = String(best.year)
            editionRange = best.range
            return
        }
        guard edition == nil else { return }
        if let words = found.titleWords,
            let range = Self.ordinalEdition(in: 0..<words.count, of: words) ?? Self.ordinalAtEnd(of: words)
        {
            edition = String(decoding: words.utf8[range.start..<range.end], as: UTF8.self)
            return
        }
        if let title = candidate.title, let words = found.titleWords, let range = Self.first(of: title, in: words) {
            edition = String(decoding: words.utf8[range.start..<range.end], as: UTF8.self)
            return
        }
        let beside = mentions.prefix(20).lazy.compactMap { Self.ordinalEdition(beside: $0, in: words) }.first
        guard let range = beside ?? Self.editionOfItsOwn(in: words, mentions, published) else { return }
        edition = String(decoding: words.utf8[range.start..<range.end], as: UTF8.self)
        editionRange = range
        year = edition.flatMap { Int($0) }
    }

    /// The year or number that a summary has beside the name.
    mutating func readEdition(of summaries: EventSummaries) {
        for words in summaries.words {
            let mentions = plainMentions(in: words)
            guard
                let range = mentions.lazy.compactMap({ Self.yearBeside($0, in: words) }).first
                    ?? mentions.lazy.compactMap({ Self.ordinalEdition(beside: $0, in: words) }).first
            else { continue }
            edition = String(decoding: words.utf8[range.start..<range.end], as: UTF8.self)
            year = year ?? edition.flatMap { Int($0) }
            return
        }
    }

    /// “X (édition 2010)”, “X édition 2023”, “l'édition 2022 du X”, “X de Lyon 2017”.
    private static func yearBeside(_ mention: NamePhrase, in words: EventWords) -> TextRange? {
        for ahead in 0..<4 {
            let index = mention.end + ahead
            if words.isFullStop(index) { break }
            guard words.year(index) != nil else { continue }
            let isBehindTown = ahead == 2 && words.has(index - 2, [.of, .at])
            if ahead == 0 || words.has(index - 1, .edition) || isBehindTown { return words.words[index].range }
        }
        let first = mention.words.lowerBound
        for back in 1..<5 where words.year(first - back) != nil && words.has(first - back - 1, .edition) {
            return words.words[first - back].range
        }
        return nil
    }

    /// “la 3e édition de X”, “X, dixième édition”.
    private static func ordinalEdition(beside mention: NamePhrase, in words: EventWords) -> TextRange? {
        let first = mention.words.lowerBound
        if let range = ordinalEdition(in: first - 4..<first, of: words)
            ?? ordinalEdition(in: mention.end..<mention.end + 3, of: words)
        {
            return range
        }
        if let range = numberedMeeting(around: mention, in: words) { return range }
        if let range = Self.first(of: mention, in: words) { return range }
        // “la troisième X”; “mon premier X” tells of who went there.
        if words.isOrdinal(first - 1), !words.has(first - 2, .possessive), !isOfTheYear(mention.end, in: words) {
            return words.words[first - 1].range
        }
        // “X, septième du nom”
        for index in mention.end..<mention.end + 8 {
            if words.isFullStop(index) { break }
            if words.isOrdinal(index), words.has(index + 1, .of), words.has(index + 2, .numbered) {
                return words.words[index].range
            }
        }
        return nil
    }

    /// “le premier meetup X de l'année”
    private static func isOfTheYear(_ end: Int, in words: EventWords) -> Bool {
        let noun = words.has(end + 1, .definite) ? end + 2 : end + 1
        return words.has(end, .of) && words.has(noun, [.year, .month])
    }

    /// “la première du X”
    private static func first(of mention: NamePhrase, in words: EventWords) -> TextRange? {
        let first = mention.words.lowerBound
        guard words.has(first - 1, .of) else { return nil }
        // “le sixième et dernier des X”
        let ordinal = words.has(first - 3, .pair) ? first - 4 : first - 2
        guard words.isOrdinal(ordinal), words.has(ordinal - 1, .definite) else { return nil }
        return words.words[ordinal].range
    }

    /// “13e édition” for the number 13.
    private static func edition(numbered number: String?, in words: EventWords) -> TextRange? {
        guard let number, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        for index in 1..<max(1, min(words.count, 250))
        where words.has(index, .edition) && words.kind(index - 1) == .ordinal {
            let range = words.words[index - 1].range
            let digits = words.utf8[range.start..<range.end].prefix { (0x30...0x39).contains($0) }
            if digits.elementsEqual(number.utf8) { return words.range(index - 1..<index + 1) }
        }
        return nil
    }

    /// “la septième rencontre X”, “la cinquième soirée du X”, “la 4e rencontre de la communauté X”, “X organisait son 9e séminaire”: the number alone,
    /// since what is counted is not called an edition.
    private static func numberedMeeting(around mention: NamePhrase, in words: EventWords) -> TextRange? {
        let first = mention.words.lowerBound
        for index in stride(from: first - 2, through: first - 8, by: -1) {
            if index + 2 < first, words.isFullStop(index + 2) { break }
            guard words.isOrdinal(index), isMeeting(index + 1, in: words), !words.has(index - 1, .possessive),
                !isOfTheYear(mention.end, in: words),
                index + 2 == first || words.has(index + 2, .of) || words.isHolding(index + 2),
                !(max(0, index - 8)..<mention.end + 6).contains(where: { words.isOfFuture($0) })
            else { continue }
            return words.words[index].range
        }
        for index in mention.end..<mention.end + 5 {
            if words.isFullStop(index) { break }
            guard words.isHolding(index) else { continue }
            for next in index + 1..<index + 4
            where words.has(next, .possessive) && words.isOrdinal(next + 1) && isMeeting(next + 2, in: words) {
                return words.words[next + 1].range
            }
        }
        return nil
    }

    /// A noun that says a meeting, neither a talk of it nor a part.
    private static func isMeeting(_ index: Int, in words: EventWords) -> Bool {
        words.has(index, [.kind, .evening]) && !words.has(index, [.talkToo, .day, .session, .edition])
    }

    /// “X de Sète, troisième”
    private static func ordinalAtEnd(of title: EventWords) -> TextRange? {
        let last = title.count - 1
        guard last > 1, title.isOrdinal(last), title.isMark(last - 1, ",") else { return nil }
        return title.words[last].range
    }

    /// “C'était la 3e édition.”, “l'affiche de l'édition 2016”: near the start, and of nothing else.
    private static func editionOfItsOwn(
        in words: EventWords, _ mentions: [NamePhrase], _ published: CalendarDate?
    ) -> TextRange? {
        for index in 0..<min(words.count, 250) where words.has(index, .edition) {
            let isOfOther =
                words.has(index + 1, .of)
                && !mentions.contains {
                    (index + 2...index + 4).contains($0.words.lowerBound)
                        || isOrganiser($0, behind: index, in: words)
                }
            let isToCome = (max(0, index - 8)..<index).contains { words.has($0, [.future, .next]) }
            if isOfOther || isToCome { continue }
            if words.isOrdinal(index - 1) { return words.range(index - 1..<index + 1) }
            guard let year = words.year(index + 1) else { continue }
            if let published, year > published.year { continue }
            if year == published?.year || !Self.isOfOther(index + 1, in: words) { return words.words[index + 1].range }
        }
        return nil
    }

    /// “après une édition 2021 en ligne”, “j'avais raté l'édition 2021”, “l'an dernier, l'édition 2016”: a year beside what
    /// tells of another edition.
    private static func isOfOther(_ year: Int, in words: EventWords) -> Bool {
        for index in stride(from: year - 1, through: max(0, year - 8), by: -1) {
            if words.isFullStop(index) { break }
            if words.has(index, .otherEdition) || words.has(index, .last) && words.has(index - 1, .year) { return true }
        }
        for index in year + 1..<year + 6 {
            if words.isFullStop(index) || words.isMark(index, ",") { break }
            if words.has(index, .otherEdition) { return true }
        }
        return false
    }

    /// “la 3e édition du séminaire organisé par l'association X”
    private static func isOrganiser(_ mention: NamePhrase, behind index: Int, in words: EventWords) -> Bool {
        let first = mention.words.lowerBound
        guard first > index, first <= index + 12, !(index..<first).contains(where: { words.isFullStop($0) }) else {
            return false
        }
        return (max(index, first - 4)..<first).contains { words.has($0, .by) && words.isHolding($0 - 1) }
    }

    private static func ordinalEdition(in range: Range<Int>, of words: EventWords) -> TextRange? {
        for index in range where index > 0 && words.has(index, .edition) && words.isOrdinal(index - 1) {
            return words.range(index - 1..<index + 1)
        }
        return nil
    }
}
