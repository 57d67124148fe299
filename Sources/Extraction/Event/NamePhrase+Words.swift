import TextModel

// What a word may be in a name.

extension EventWords {
    /// A word that looks like part of a name, and that the lists do not say is another.
    func isNameWord(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        let word = words[index]
        switch word.kind {
        case .word, .hyphenatedWord, .abbreviation, .code, .url:
            guard word.range.count <= 40, word.facts == 0 || isNameFacts(index) else { return false }
            guard startsWithCapital(index) || hasInnerCapital(index) else { return hasSureEnding(index) }
            // `Scala.io` is read as an address; one with a path or scheme is no name.
            if word.kind == .url || word.kind == .code {
                for offset in word.range.start..<word.range.end
                where utf8[offset] == 0x3A || utf8[offset] == 0x40 || word.kind == .url && utf8[offset] == 0x2F {
                    return false
                }
            }
            return true
        case .hashtag:
            return word.range.count > 3
        case .space, .newline, .punctuation, .ellipsis, .listMark, .elidedWord, .encliticPronoun, .number, .ordinal,
            .time, .date, .unit, .email, .handle, .emoticon, .emoji:
            return false
        }
    }

    /// Whether the lists leave open that a word is part of a name.
    private func isNameFacts(_ index: Int) -> Bool {
        let facts = facts(index)
        if facts.roles.contains(.part) { return true }
        return facts.month == 0 && facts.weekday == 0 && facts.ordinal == 0 && facts.cardinal == 0
            && facts.roles.isDisjoint(with: Self.noNames)
    }

    private static let noNames: WordRoles = [
        .function, .lead, .sequel, .session, .edition, .by, .kind, .evening,
    ]

    func startsWithCapital(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        let start = words[index].range.start
        // Where lower case differs the letter is a capital.
        return utf8[start] != folded[start]
            || utf8[start] >= 0xC3 && words[index].range.count > 1 && utf8[start + 1] != folded[start + 1]
    }

    /// `dotScale`, `nCrafts`, `PHP`: a capital after the first letter.
    func hasInnerCapital(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        let range = words[index].range
        for offset in range.start + 1..<max(range.end, range.start + 1) where utf8[offset] != folded[offset] {
            // The second byte of a capital with an accent is no second letter.
            if offset > range.start + 1 || utf8[range.start] < 0x80 { return true }
        }
        return false
    }

    /// Whether only white space or nothing stands before a word.
    func isJoined(_ index: Int) -> Bool {
        guard index > 0, words.indices.contains(index) else { return false }
        return words[index].range.start <= words[index - 1].range.end + 1
            && !utf8[words[index - 1].range.end..<words[index].range.start].contains(0x0A)
            || words[index].range.start - words[index - 1].range.end == 1
    }

    func isEventWord(_ index: Int) -> Bool { has(index, .part) || hasEventEnding(index) }

    func hasEventWord(_ phrase: NamePhrase) -> Bool {
        let first = phrase.words.lowerBound
        return phrase.words.contains { isEventWord($0) }
            || phrase.words.count > 1 && isNounOfName(first)
    }
}
