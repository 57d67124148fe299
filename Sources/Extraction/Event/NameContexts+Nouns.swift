import TextModel

// What a noun in front of a name, or at its head, tells.

extension NameCandidates {
    /// “la septième rencontre X”: the words in front of a name that say what it is.
    struct Apposition {
        /// The first of them, article and number included.
        var start: Int
        /// “la septième rencontre X”
        var isCounted = false
        /// “la 4e édition de l'atelier X”: alone the noun would be that of a talk.
        var isOfEdition = false
    }

    func apposition(before first: Int, in range: Range<Int>) -> Apposition? {
        let noun = isAdjective(first - 1) ? first - 2 : first - 1
        guard noun > range.lowerBound, words.has(noun, [.kind, .evening]), !words.has(noun, .edition) else {
            return nil
        }
        var start = noun
        while start > range.lowerBound, start > noun - 4, words.isArticleOrPreposition(start - 1) { start -= 1 }
        var found = Apposition(start: start)
        if words.has(noun, .session) {
            found.isOfEdition = words.has(start, .of) && words.has(start - 1, .edition)
            return found
        }
        found.isCounted =
            !words.has(noun, .talkToo)
            && (start..<noun).contains { words.kind($0) == .ordinal || words.facts($0).ordinal > 0 }
            && !(start..<noun).contains { words.has($0, .possessive) }
        return found
    }

    /// “Mardi soir c'était le 5 à 7 de X, à Sète”
    func isOfToldDay(_ phrase: NamePhrase, in range: Range<Int>) -> Bool {
        guard isBeforeTown(phrase.end, in: range) else { return false }
        let first = phrase.words.lowerBound
        for index in stride(from: first - 1, to: max(range.lowerBound, first - 9), by: -1) {
            if words.isFullStop(index) || words.has(index, .session) { return false }
            if words.has(index, .copula), words.has(index - 1, .copula) { return isOfDay(index + 1, in: range) }
        }
        return false
    }

    /// “sa « Journée technique » interne” where the title opens with it.
    func isNounOfTitle(_ quoted: Range<Int>) -> Bool {
        guard let title = titleWords, quoted.count > 1, quoted.count < title.count, title.isSeparator(quoted.count),
            words.has(quoted.lowerBound, [.kind, .evening]), !words.has(quoted.lowerBound, [.talkToo, .session])
        else { return false }
        return zip(quoted, 0...).allSatisfy { words.isEqual($0, title, $1) }
    }

    /// “nous étions trois de l'équipe à X”
    func isOfStay(before first: Int, in range: Range<Int>) -> Bool {
        guard words.isPlacePreposition(first - 1) else { return false }
        for index in stride(from: first - 2, through: max(range.lowerBound, first - 10), by: -1) {
            if words.isFullStop(index) || words.has(index, [.session, .to]) { return false }
            if words.has(index, .attend) { return true }
        }
        return false
    }

    /// “le troisième des X”, “le sixième et dernier des X”
    func isOneOf(_ first: Int) -> Bool {
        guard words.has(first - 1, .of) else { return false }
        let ordinal = words.has(first - 3, .pair) ? first - 4 : first - 2
        return words.isOrdinal(ordinal) && words.has(ordinal - 1, .definite)
    }

    /// “ça s'appelait X”, “une rencontre baptisée X”
    func isNamedSo(_ first: Int, in range: Range<Int>) -> Bool {
        let before = words.has(first - 1, .article) ? first - 1 : first
        guard before - 2 >= range.lowerBound else { return false }
        return words.has(before - 1, .call) && words.has(before - 2, .reflexive)
            || words.has(before - 1, .called)
                && nounOfName(before: before, from: range.lowerBound, in: words).map {
                    !words.has($0, [.talkToo, .session])
                } ?? false
    }

    /// “les Rencontres du logiciel”, “trois Mardis du Pin”: a noun of events with a capital that no sentence owes it.
    func isNamedByItsNoun(_ phrase: NamePhrase, in range: Range<Int>) -> Bool {
        let first = phrase.words.lowerBound
        guard phrase.words.count > 1, first > range.lowerBound, words.isNounOfName(first) else { return false }
        return words.has(first - 1, [.article, .preposition]) || words.isOrdinal(first - 1)
            || words.facts(first - 1).cardinal > 1
    }

    /// A word that says an event, and no talk.
    func hasKind(in range: Range<Int>) -> Bool {
        range.contains { words.has($0, .kind) && !words.has($0, [.talkToo, .session]) }
    }

    /// “les soirées X. C'est un groupe né en 2019”, “X, une association qui réunit”.
    func isCommunity(_ end: Int, in range: Range<Int>) -> Bool {
        var noun = end + 1
        if words.isMark(end, "."), words.kind(end + 1) == .elidedWord, words.has(end + 2, .copula) {
            noun = end + 3
        } else if !words.isMark(end, ",") {
            return false
        }
        guard words.has(noun, .article), noun + 1 < range.upperBound, words.has(noun + 1, .community) else {
            return false
        }
        return noun > end + 1 || (noun + 2..<min(noun + 8, range.upperBound)).contains { words.has($0, .hold) }
    }

    /// “la onzième soirée du groupe X”
    func isEveningOfCommunity(before: Int, in range: Range<Int>) -> Bool {
        let noun = before - 3
        return noun > range.lowerBound && words.has(before - 1, .community) && words.has(before - 2, .of)
            && words.has(noun, [.kind, .evening]) && words.isOrdinal(noun - 1)
    }
}
