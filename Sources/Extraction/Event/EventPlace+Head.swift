import TextModel

// Lines that give place and day without a verb, and other signs of where people were.

extension EventPlace {
    /// “Sète, le Phare, vendredi 24 juin”, “Le Phare, Sète, hier.”: a town and a venue in front of a day.
    func placeOfHead(_ sentence: Range<Int>, _ mentions: [Bool]) -> Range<Int>? {
        let start = sentence.lowerBound
        guard sentence.count > 4, !mentions[start], words.startsWithCapital(start),
            let first = comma(from: start + 1, in: sentence), let second = comma(from: first + 2, in: sentence),
            isDay(second + 1)
        else { return nil }
        let isTownFirst = words.town(at: start, upTo: first, in: towns) == first
        let isTownLast = words.town(at: first + 1, upTo: second, in: towns) == second
        guard isTownFirst != isTownLast else { return nil }
        let venue = isTownFirst ? first + 1..<second : start..<first
        // “X, Sète, mardi” opens with the event.
        guard isTownFirst || isVenue(venue.lowerBound) || words.has(venue.lowerBound, .definite),
            venue.contains(where: { words.startsWithCapital($0) }),
            venue.allSatisfy({
                !mentions[$0] && (words.startsWithCapital($0) || words.has($0, [.frenchLink, .plural, .venue]))
            })
        else { return nil }
        return start..<second
    }

    private func comma(from start: Int, in sentence: Range<Int>) -> Int? {
        (start..<max(start, min(start + 7, sentence.upperBound))).first { words.isMark($0, ",") }
    }

    private func isDay(_ index: Int) -> Bool {
        words.facts(index).weekday > 0 || words.has(index, [.yesterday, .today])
            || words.number(index) != nil && words.facts(index + 1).month > 0
    }

    /// “on était trente-deux”, “nous étions une quarantaine”
    func isCount(_ index: Int) -> Bool {
        words.has(index, .copula) && words.has(index - 1, .oneself)
            && (words.facts(index + 1).cardinal > 0 || words.number(index + 1) != nil)
    }

    /// “nos bureaux du Vieux Port”, “nos nouveaux locaux de la rue du Port à Sète”
    func ownRooms(at start: Int, _ limit: Int, _ mentions: [Bool]) -> Range<Int>? {
        guard words.has(start, .possessive) else { return nil }
        let room = words.isPlainSmall(start + 1) ? start + 2 : start + 1
        guard words.has(room, .room), words.has(room + 1, .of) else { return nil }
        var first = words.has(room + 2, .definite) ? room + 3 : room + 2
        // “de la rue du Port”
        if words.isPlainSmall(first), words.has(first + 1, .of) {
            first = words.has(first + 2, .definite) ? first + 3 : first + 2
        }
        var end = first
        while end < limit, end < first + 4, words.isNameWord(end), words.startsWithCapital(end), !mentions[end] {
            end += 1
        }
        guard end > first else { return nil }
        if words.has(end, .at), end + 1 < limit, let town = words.town(at: end + 1, upTo: limit, in: towns) {
            return start..<town
        }
        return start..<end
    }

    /// “les locaux de Dupont accueillaient X”
    func hostRooms(at start: Int, _ limit: Int, _ mentions: [Bool]) -> Range<Int>? {
        guard words.has(start, .plural), words.has(start, .definite), words.has(start + 1, .room),
            words.has(start + 2, .of)
        else { return nil }
        let first = words.has(start + 3, .definite) ? start + 4 : start + 3
        var end = first
        while end < limit, end < first + 4, words.isNameWord(end), words.startsWithCapital(end), !mentions[end] {
            end += 1
        }
        return end > first && words.isHolding(end) ? start + 1..<end : nil
    }

    /// “dans un ancien séminaire, à Sète”: with “ancien” any noun is a building, where its town follows.
    func formerBuilding(at start: Int, _ limit: Int, _ mentions: [Bool]) -> Range<Int>? {
        let first = words.has(start, [.article, .definite]) || words.facts(start).cardinal == 1 ? start + 1 : start
        guard words.has(first, .former), first + 2 < limit, words.kind(first + 1) == .word,
            !words.startsWithCapital(first + 1), !words.has(first + 1, .venue),
            words.facts(first + 1).roles.isDisjoint(with: [.function, .hold])
        else { return nil }
        let found = first..<first + 2
        return endOfWholePlace(found, limit, mentions) > found.upperBound ? found : nil
    }

    /// “dans un gîte de Sète”: a venue with “un” has no name, and the town is all that is told.
    func townOfUnnamedVenue(at start: Int, _ limit: Int, _ mentions: [Bool]) -> Range<Int>? {
        guard words.facts(start).cardinal == 1, words.has(start + 1, .venue), !words.startsWithCapital(start + 1),
            words.has(start + 2, .of), start + 3 < limit, !mentions[start + 3],
            let end = words.town(at: start + 3, upTo: limit, in: towns), !words.isNameWord(end)
        else { return nil }
        return start + 3..<end
    }
}
