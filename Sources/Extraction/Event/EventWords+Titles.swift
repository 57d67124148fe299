extension EventWords {
    /// What parts a title into pieces that are each about something.
    func isSeparator(_ index: Int) -> Bool {
        guard kind(index) == .punctuation || kind(index) == .ellipsis || kind(index) == .emoji else { return false }
        return !isMark(index, "&") && !isMark(index, "#") && !isMark(index, "'") && !isMark(index, "@")
    }

    func isFullStop(_ index: Int) -> Bool {
        isMark(index, ".") || isMark(index, "!") || isMark(index, "?")
    }

    /// What may stand between a verb or noun and the name.
    func isArticleOrPreposition(_ index: Int) -> Bool {
        has(index, [.article, .preposition]) || isMark(index, "#") || facts(index).ordinal > 0
            || kind(index) == .ordinal
    }

    /// “à”, “au”; “à l'”.
    func isPlacePreposition(_ index: Int) -> Bool {
        has(index, .to) || has(index, .definite) && has(index - 1, .at)
    }

    func isAllCapitals(_ index: Int) -> Bool {
        guard kind(index) == .word, startsWithCapital(index) else { return false }
        let range = words[index].range
        return !utf8[range.start..<range.end].contains { $0 >= 0x61 && $0 <= 0x7A }
    }

    /// `ng-europe 2016`, `phptour 2016`: in a title a year tells the name, whatever its case.
    func plainNameWithYear(at index: Int, upTo limit: Int) -> NamePhrase? {
        guard index + 1 < limit, year(index + 1) != nil, kind(index) != .number, words[index].facts == 0,
            words[index].range.count > 2
        else { return nil }
        return singleWordPhrase(at: index, upTo: limit)
    }
}
