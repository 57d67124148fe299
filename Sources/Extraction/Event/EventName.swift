import TextModel

/// The event's name with its edition, chosen among the candidates, and where the text has it.
struct EventName {
    var name: String
    var edition: String?
    /// The year among the edition, if it is one.
    var year: Int?
    var rule: String
    /// Every place where the text has the name or a shorter form of it.
    var mentions: [NamePhrase]
    var editionRange: TextRange?
    var isInTitle: Bool

    /// - Returns: `nil` when nothing speaks clearly enough for any name.
    init?(_ found: NameCandidates, published: CalendarDate?) {
        let candidates = found.candidates
        var shorterForms: Set<UInt64> = []
        for candidate in candidates.values where candidate.titleScore > 2 {
            shorterForms.formUnion(candidate.partKeys)
        }
        var best: (key: UInt64, candidate: NameCandidates.Candidate, score: Int)?
        for (key, candidate) in candidates {
            if candidate.titleScore == 0, shorterForms.contains(key) { continue }
            let score = Self.score(candidate, among: candidates, titleCount: found.titleWords?.count ?? 0)
            if let current = best {
                if score < current.score { continue }
                if score == current.score, candidate.order >= current.candidate.order { continue }
            }
            best = (key, candidate, score)
        }
        guard let best, best.score >= 4 else { return nil }
        let candidate = best.candidate
        let shorter = candidate.partKeys.compactMap { candidates[$0] }
        let longer = candidates.values.filter { $0.partKeys.contains(best.key) }
        mentions = candidate.mentions + shorter.flatMap(\.mentions) + longer.flatMap(\.mentions)
        mentions.sort { $0.range < $1.range }
        isInTitle = candidate.titleScore > 0
        let isStronger = candidate.titleScore > 0 || candidate.mentions.isEmpty
        if isStronger, let written = candidate.title, let words = found.titleWords {
            let title = Self.shortened(written, candidate, candidates, words, found.towns) ?? written
            name = String(decoding: words.utf8[title.range.start..<title.range.end], as: UTF8.self)
            rule = candidate.textScore > 0 ? "title_and_text" : "title"
            if let plural = Self.plural(of: name, candidates), let first = plural.mentions.first {
                name = String(decoding: found.words.utf8[first.range.start..<first.range.end], as: UTF8.self)
                mentions = (mentions + plural.mentions).sorted { $0.range < $1.range }
            }
        } else if let first = candidate.mentions.first {
            name = String(decoding: found.words.utf8[first.range.start..<first.range.end], as: UTF8.self)
            rule = "text"
        } else {
            return nil
        }
        addPlainMentions(found.words)
        readEdition(candidate, found, published)
    }

    /// “Camp des Voile” in the title where the text keeps saying “Camp des Voiles”.
    private static func plural(
        of name: String, _ all: [UInt64: NameCandidates.Candidate]
    ) -> NameCandidates.Candidate? {
        guard name.utf8.count > 4, name.utf8.last != 0x73 else { return nil }
        var hash = ByteHash()
        for byte in lowercased(Array(name.utf8)) where isLetterOrDigit(byte) { hash.add(byte) }
        hash.add(UInt8(ascii: "s"))
        return all[hash.mixed].flatMap { $0.mentions.count >= 2 ? $0 : nil }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39
    }

    /// Adds where the text has the name in whatever case, or with small words that the reading of names breaks at.
    private mutating func addPlainMentions(_ words: EventWords) {
        let known = Set(mentions.map { $0.range.start })
        let added = plainMentions(in: words, but: known)
        guard !added.isEmpty else { return }
        mentions = (mentions + added).sorted { $0.range < $1.range }
    }

    /// Where a text or a line has the name in whatever case.
    func plainMentions(in words: EventWords, but known: Set<Int> = []) -> [NamePhrase] {
        let sought = lowercased(Array(name.utf8))
        guard let first = sought.first, let last = sought.last, sought.count > 3 else { return [] }
        var added: [NamePhrase] = []
        for index in 0..<words.count where words.folded[words.words[index].range.start] == first {
            let start = words.words[index].range.start
            guard words.folded.count - start >= sought.count, words.folded[start + sought.count - 1] == last,
                !known.contains(start), words.folded[start..<start + sought.count].elementsEqual(sought)
            else { continue }
            let end = words.firstWord(from: start + sought.count)
            guard end > index, words.words[end - 1].range.end == start + sought.count,
                let phrase = words.singleName(index..<end)
            else { continue }
            added.append(phrase)
        }
        return added
    }

    /// What speaks for a candidate, all in all; 0 for one that nothing says to be an event.
    static func score(
        _ candidate: NameCandidates.Candidate, among all: [UInt64: NameCandidates.Candidate], titleCount: Int
    ) -> Int {
        var text = candidate.textScore
        var mentions = candidate.mentions.count
        var isLinked = candidate.isLinkedToOwnSite
        var isTag = candidate.isTag
        // The text may use a shorter form of what the title has in full.
        for part in candidate.partKeys {
            guard candidate.titleScore > 0, let shorter = all[part] else { continue }
            text = max(text, shorter.textScore - 1)
            mentions += shorter.mentions.count
            isLinked = isLinked || shorter.isLinkedToOwnSite
            isTag = isTag || shorter.isTag
        }
        // A title that is the text's first line is no second mention.
        let isRecounted =
            candidate.isWholeTitle
            && (candidate.mentions.contains { $0.words.lowerBound >= titleCount }
                || mentions > candidate.mentions.count)
        let isEvent = candidate.isEventInTitle || candidate.hasEventWord || text >= 3 || isRecounted
        guard isEvent else { return 0 }
        // 1 for two mentions, 2 for four, 3 for eight and more.
        let repeated = mentions >= 8 ? 3 : mentions >= 4 ? 2 : mentions >= 2 ? 1 : 0
        return candidate.titleScore + text + repeated + (isLinked ? 3 : 0) + (isTag ? 2 : 0)
            + (candidate.hasEventWord ? 3 : 0)
    }

    /// “dotX Paris 2017” where the text only says “dotX”: the town is the place.
    private static func shortened(
        _ title: NamePhrase, _ candidate: NameCandidates.Candidate,
        _ all: [UInt64: NameCandidates.Candidate], _ words: EventWords, _ towns: SpellingTable
    ) -> NamePhrase? {
        guard candidate.mentions.isEmpty, let short = words.withoutTown(title, towns),
            let shorter = all[short.key], shorter.mentions.count >= 2
        else { return nil }
        return short
    }

    /// What front matter calls the event, apart from a year behind it; the text only says where it is mentioned.
    init?(_ metadata: EventWords, _ found: NameCandidates) {
        guard metadata.count > 0, metadata.count < 12 else { return nil }
        let last = metadata.count - 1
        let named = metadata.count > 1 && metadata.year(last) != nil ? 0..<last : 0..<last + 1
        let range = metadata.range(named)
        name = String(decoding: metadata.utf8[range.start..<range.end], as: UTF8.self)
        rule = "front_matter"
        isInTitle = false
        let key = metadata.singleName(named).map { [$0.key] + $0.partKeys } ?? []
        mentions = key.flatMap { found.candidates[$0]?.mentions ?? [] }.sorted { $0.range < $1.range }
        guard named.upperBound == last else { return }
        year = metadata.year(last)
        edition = year.map { String($0) }
    }

    // MARK: Edition

    /// The year beside the name, in the title first; else “10e édition”.
    private mutating func readEdition(
        _ candidate: NameCandidates.Candidate, _ found: NameCandidates, _ published: CalendarDate?
    ) {
        if let range = candidate.title?.edition, let words = found.titleWords {
            edition = String(decoding: words.utf8[range.start..<range.end], as: UTF8.self)
            // “#3” is no year.
            year = edition.flatMap { Int($0) }.flatMap { $0 >= 1970 ? $0 : nil }
            return
        }
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
        let words = found.words
        let beside = mentions.prefix(20).lazy.compactMap { Self.ordinalEdition(beside: $0, in: words) }.first
        guard let range = beside ?? Self.editionOfItsOwn(in: words, mentions) else { return }
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
        // “la première du X”
        if isOrdinal(first - 2, in: words), words.has(first - 1, .of), words.has(first - 3, .definite) {
            return words.words[first - 2].range
        }
        // “la troisième X”; “mon premier X” tells of who went there.
        if isOrdinal(first - 1, in: words), !words.has(first - 2, .possessive) {
            return words.words[first - 1].range
        }
        // “X, septième du nom”
        for index in mention.end..<mention.end + 8 {
            if words.isFullStop(index) { break }
            if isOrdinal(index, in: words), words.has(index + 1, .of), words.has(index + 2, .numbered) {
                return words.words[index].range
            }
        }
        return nil
    }

    /// “la cinquième soirée du X”, “la 4e rencontre de la communauté X”, “X organisait son 9e séminaire”: the number alone,
    /// since what is counted is not called an edition.
    private static func numberedMeeting(around mention: NamePhrase, in words: EventWords) -> TextRange? {
        let first = mention.words.lowerBound
        for index in stride(from: first - 3, through: first - 8, by: -1) {
            if words.isFullStop(index + 2) { break }
            guard isOrdinal(index, in: words), isMeeting(index + 1, in: words), words.has(index + 2, [.of, .by]) else {
                continue
            }
            return words.words[index].range
        }
        for index in mention.end..<mention.end + 5 {
            if words.isFullStop(index) { break }
            guard words.isHolding(index) else { continue }
            for next in index + 1..<index + 4
            where words.has(next, .possessive) && isOrdinal(next + 1, in: words) && isMeeting(next + 2, in: words) {
                return words.words[next + 1].range
            }
        }
        return nil
    }

    /// A noun that says a meeting, neither a talk of it nor a part.
    private static func isMeeting(_ index: Int, in words: EventWords) -> Bool {
        words.has(index, [.kind, .evening]) && !words.has(index, [.talkToo, .day, .session, .edition])
    }

    private static func isOrdinal(_ index: Int, in words: EventWords) -> Bool {
        words.kind(index) == .ordinal || words.facts(index).ordinal > 0
    }

    /// “X de Sète, troisième”
    private static func ordinalAtEnd(of title: EventWords) -> TextRange? {
        let last = title.count - 1
        guard last > 1, isOrdinal(last, in: title), title.isMark(last - 1, ",") else { return nil }
        return title.words[last].range
    }

    /// “C'était la 3e édition.”, “l'affiche de l'édition 2016”: near the start, and of nothing else.
    private static func editionOfItsOwn(in words: EventWords, _ mentions: [NamePhrase]) -> TextRange? {
        for index in 0..<min(words.count, 250) where words.has(index, .edition) {
            let isOfOther =
                words.has(index + 1, .of)
                && !mentions.contains {
                    (index + 2...index + 4).contains($0.words.lowerBound)
                        || isOrganiser($0, behind: index, in: words)
                }
            let isToCome = (max(0, index - 8)..<index).contains { words.has($0, [.future, .next]) }
            if isOfOther || isToCome { continue }
            if isOrdinal(index - 1, in: words) { return words.range(index - 1..<index + 1) }
            if words.year(index + 1) != nil { return words.words[index + 1].range }
        }
        return nil
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
        for index in range where index > 0 && words.has(index, .edition) {
            let isOrdinal = words.kind(index - 1) == .ordinal || words.facts(index - 1).ordinal > 0
            if isOrdinal { return words.range(index - 1..<index + 1) }
        }
        return nil
    }
}
