import TextModel

/// What stands around a name in the text, each from 0 to 4 by how clearly it tells of an event.
struct NameContexts: Sendable {
    var attended = 0
    var named = 0
    var held = 0
    var edition = 0
    var described = 0
    var year = 0

    var isEmpty: Bool { best == 0 }
    var best: Int { max(attended, named, held, edition, described, year) }
    var sum: Int { attended + named + held + edition + described + year }

    /// Of two places the better for each.
    mutating func merge(_ other: Self) {
        attended = max(attended, other.attended)
        named = max(named, other.named)
        held = max(held, other.held)
        edition = max(edition, other.edition)
        described = max(described, other.described)
        year = max(year, other.year)
    }
}

extension NameCandidates {
    /// What the words around a name say for its being an event's, each from 1 to 4.
    ///
    /// - Parameter rank: how many passages of some length stand before; what comes late says less.
    func contexts(of phrase: NamePhrase, in range: Range<Int>, rank: Int) -> NameContexts {
        var found = NameContexts()
        func weighted(_ score: Int) -> Int { rank < 4 ? score : rank < 12 ? (score + 1) / 2 : 1 }
        let first = phrase.words.lowerBound
        var before = first
        while before > range.lowerBound, before > first - 4, words.isArticleOrPreposition(before - 1) { before -= 1 }
        // “mon premier X”
        let isCounted = (before..<first).contains { words.kind($0) == .ordinal || words.facts($0).ordinal > 0 }
        if isCounted, (before..<first).contains(where: { words.has($0, .possessive) }) {
            found.attended = weighted(4)
        }
        // “le Pr X”
        if words.has(first - 1, .civility), words.startsWithCapital(first - 1) { return NameContexts() }
        if isBeforeBracketedDate(phrase.end) {
            found.held = weighted(4)
        } else if before > range.lowerBound {
            if words.has(before - 1, .by) { return NameContexts() }
            let isOf = (before..<first).contains { words.has($0, .of) }
            let isEdition = words.has(before - 1, .edition)
            // “le talk de X”, “la conférence de X”: X is who gave it.
            let isCountedNoun =
                words.isOrdinal(before - 2) && !words.has(before - 3, .possessive)
                && !words.has(before - 1, [.session, .talkToo])
            if words.has(before - 1, [.kind, .session]), isOf, !isEdition, !isCountedNoun, !words.hasEventWord(phrase) {
                return NameContexts()
            }
            // “la troisième rencontre de X”
            if isOf, isCountedNoun, words.has(before - 1, [.kind, .evening]) { found.edition = weighted(4) }
            // “mon récit du X”: with its article X is neither a person nor a tool.
            let isReported =
                words.has(before - 1, .lead) || words.has(before - 1, .attend) && words.has(before - 2, .lead)
            if isReported, isOf, words.has(first - 1, .definite) || words.has(first - 1, .contracted) {
                found.named = max(found.named, weighted(3))
            }
            if isNamedSo(first, in: range), words.hasEventWord(phrase) || hasKind(in: before - 8..<before) {
                found.named = weighted(4)
            }
            if isEdition || isOneOf(first) && words.hasEventWord(phrase) { found.edition = weighted(4) }
            if let noun = apposition(before: first, in: range) {
                if noun.isCounted || noun.isOfEdition { found.edition = weighted(4) }
                if isOfDay(noun.start, in: range) { found.attended = weighted(4) }
            }
            if !isOf, words.has(before - 1, .kind) {
                found.named = weighted(words.has(before - 1, .evening) ? 2 : 4)
            }
            if isOfDay(before, in: range) || isBehindDay(before, phrase, in: range)
                || isOfToldDay(phrase, in: range)
            {
                found.attended = weighted(4)
            }
            if words.isPlacePreposition(first - 1), words.hasEventWord(phrase) { found.attended = weighted(2) }
            var around = contexts(before: before, first, in: range)
            // “à X, à Sète”
            let isThere = around.attended > 0 || isOfStay(before: first, in: range)
            if isThere, isBeforeTown(phrase.end, in: range) { around.attended = 4 }
            around.attended = around.attended == 0 ? 0 : weighted(around.attended)
            around.held = around.held == 0 ? 0 : weighted(around.held)
            around.edition = around.edition == 0 ? 0 : weighted(around.edition)
            found.merge(around)
        }
        // “l'association des amis de X organisait”
        let isOrganiser =
            words.has(first - 1, .of) && words.isPlainSmall(first - 2) && words.has(first - 3, .of)
            && !words.hasEventWord(phrase)
        for ahead in 0..<5 where phrase.end + ahead < range.upperBound {
            let index = phrase.end + ahead
            if words.isFullStop(index) { break }
            // “X a ouvert la matinée” tells of who spoke first.
            let isOfSpeaker = words.has(index, .open) && words.has(index + 1, .definite)
            if words.isHolding(index), !isOfSpeaker, !isOrganiser { found.held = weighted(4) }
            if words.has(index, .edition), ahead < 2 { found.edition = weighted(3) }
            // “X, troisième édition”
            if words.has(index, .edition), ahead == 2, words.isMark(phrase.end, ",") { found.edition = weighted(3) }
        }
        if rank < 3, isNamedByItsNoun(phrase, in: range) { found.named = max(found.named, 2) }
        if isBack(phrase.end), isSentenceOpening(phrase), isDistinctive(phrase, of: words) { found.held = weighted(4) }
        if isOfVisit(phrase, in: range) { found.attended = weighted(4) }
        if rank < 3, isOfTitle(phrase) { found.named = max(found.named, 3) }
        if isPresented(phrase, in: range) { found.held = weighted(4) }
        // “X, samedi et dimanche derniers”
        if words.hasEventWord(phrase), words.isMark(phrase.end, ","), words.facts(phrase.end + 1).weekday > 0 {
            found.held = max(found.held, weighted(3))
        }
        if isDescribed(phrase.end, in: range) { found.described = weighted(isSentenceOpening(phrase) ? 4 : 3) }
        if rank < 3, isCommunity(phrase.end, in: range) { found.described = weighted(4) }
        if isEveningOfCommunity(before: before, in: range) { found.edition = weighted(4) }
        if isBetweenDateAndPlace(phrase, in: range) { found.held = weighted(4) }
        return found
    }

    /// “X, c'était mardi”, “X, 2 et 3 mai”
    private func isPresented(_ phrase: NamePhrase, in range: Range<Int>) -> Bool {
        var end = words.isMark(phrase.end, ",") || words.isMark(phrase.end, ":") ? phrase.end + 1 : phrase.end
        if words.has(end, .copula), words.has(end + 1, .copula) {
            return (end + 2..<min(end + 6, max(range.upperBound, end + 2))).contains { isOfDayOrPlace($0) }
        }
        guard end > phrase.end, phrase.words.lowerBound == range.lowerBound else { return false }
        if words.has(end, .to), end + 1 < range.upperBound {
            let place = words.has(end + 1, .definite) ? end + 2 : end + 1
            return words.has(place, .venue) || words.town(at: place, upTo: range.upperBound, in: towns) != nil
        }
        if words.has(end, .definite) { end += 1 }
        if words.facts(end).weekday > 0 { return true }
        return words.number(end) != nil && (end + 1..<end + 4).contains { words.facts($0).month > 0 }
    }

    private func isOfDayOrPlace(_ index: Int) -> Bool {
        words.facts(index).weekday > 0 || words.facts(index).month > 0
            || words.has(index, [.yesterday, .weekend, .week, .kind, .day, .partOfDay]) || words.isHolding(index)
            || words.has(index, .to) && hasTown(in: index + 1..<index + 2)
    }

    /// “Samedi, c'était X”, “Hier c'était la X”
    func isOfDay(_ before: Int, in range: Range<Int>) -> Bool {
        guard before - 3 >= range.lowerBound, words.has(before - 1, .copula), words.has(before - 2, .copula) else {
            return false
        }
        let mark = words.isMark(before - 3, ",") ? before - 4 : before - 3
        return (max(range.lowerBound, mark - 3)...max(range.lowerBound, mark)).contains {
            words.facts($0).weekday > 0 || words.facts($0).month > 0
                || words.has($0, [.yesterday, .weekend, .week])
        }
    }

    /// “Jeudi soir, X, …”, “Mardi 3 mai, X à Sète”: no verb follows.
    private func isBehindDay(_ before: Int, _ phrase: NamePhrase, in range: Range<Int>) -> Bool {
        guard words.isMark(before - 1, ","), before - 1 > range.lowerBound,
            words.isMark(phrase.end, ",") || words.isMark(phrase.end, ".") || words.has(phrase.end, [.to, .inside])
        else { return false }
        var hasDay = false
        for index in stride(from: before - 2, through: max(range.lowerBound, before - 7), by: -1) {
            if words.isFullStop(index) { break }
            let facts = words.facts(index)
            let isOfDate =
                facts.weekday > 0 || facts.month > 0 || words.number(index) != nil || words.kind(index) == .ordinal
                || words.has(index, [.yesterday, .last, .definite, .this, .partOfDay])
            guard isOfDate else { return false }
            hasDay = hasDay || facts.weekday > 0 || facts.month > 0 || words.has(index, .yesterday)
        }
        return hasDay
    }

    /// “, à Sète”, “à Sète”
    func isBeforeTown(_ end: Int, in range: Range<Int>) -> Bool {
        let next = words.isMark(end, ",") ? end + 1 : end
        return words.has(next, .at) && next + 1 < range.upperBound
            && words.town(at: next + 1, upTo: range.upperBound, in: towns) != nil
    }

    private func isSentenceOpening(_ phrase: NamePhrase) -> Bool {
        let first = phrase.words.lowerBound
        let before = words.has(first - 1, .definite) ? first - 2 : first - 1
        return before < 0 || words.isFullStop(before)
            || words.words[before].range.end + 1 < words.words[before + 1].range.start
    }

    /// “Mardi 3 mai, X, Sète, …”
    private func isBetweenDateAndPlace(_ phrase: NamePhrase, in range: Range<Int>) -> Bool {
        let first = phrase.words.lowerBound
        guard first - 3 >= range.lowerBound, words.isMark(first - 1, ","), words.isMark(phrase.end, ",") else {
            return false
        }
        let isDate = (first - 3..<first - 1).contains { words.facts($0).month > 0 }
        let next = phrase.end + 1
        let isPlace =
            words.town(at: next, upTo: range.upperBound, in: towns) != nil || words.has(next, [.venue, .to])
        return isDate && isPlace
    }

    /// What the words before say, back to the start of the sentence.
    ///
    /// - Parameters:
    ///   - before: the first of the articles and prepositions in front of the name.
    ///   - first: the name's first word.
    private func contexts(before: Int, _ first: Int, in range: Range<Int>) -> NameContexts {
        var found = NameContexts()
        // “j'ai assisté à X”, “j'étais à la conférence X”; not “assisté au talk sur X”.
        if before < first {
            for back in 1...4 where before - back >= range.lowerBound {
                if words.has(before - back, .session) || words.isFullStop(before - back) { break }
                // “un nouveau venu, X”
                if back == 1, words.isMark(before - back, ","),
                    !(before..<first).contains(where: { words.has($0, .to) })
                {
                    break
                }
                guard words.has(before - back, .attend) else { continue }
                // “je reviens tout juste de X”
                found.attended = back <= 2 || words.has(before - back, .back) ? 4 : 3
                break
            }
        }
        // “je suis à Bruxelles pour le X”
        if (before..<first).contains(where: { words.has($0, .toward) }),
            hasTown(in: max(range.lowerBound, before - 5)..<before)
        {
            found.attended = 4
        }
        for back in 1...6 where before - back >= range.lowerBound {
            if words.isFullStop(before - back) || words.has(before - back, .session) { break }
            // “avait lieu à Lyon le X”, not “s'est réuni pour écouter X”
            let isPlain = words.words[before - back].facts == 0 && words.kind(before - back) == .word
            if isPlain, !words.startsWithCapital(before - back) { break }
            if words.isHolding(before - back) { found.held = 3 }
            if words.has(before - back, .edition), back <= 4 { found.edition = 4 }
        }
        return found
    }

    /// “X est une conférence”, “X, la première conférence …”, “X (une journée de conférences)”.
    private func isDescribed(_ end: Int, in range: Range<Int>) -> Bool {
        let opens = words.has(end, .copula) || words.isMark(end, ",") || words.isMark(end, "(")
        guard opens else { return false }
        for index in end + 1..<min(end + 6, max(range.upperBound, end + 1)) {
            if words.has(index, .kind) { return true }
            // “Zoé Martin est venue au meetup”
            if words.has(end, .copula), words.has(index, .to) { return false }
        }
        return false
    }

    private func hasTown(in range: Range<Int>) -> Bool {
        range.contains { words.town(at: $0, upTo: range.upperBound, in: towns) != nil }
    }
}
