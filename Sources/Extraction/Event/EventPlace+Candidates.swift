import TextModel

// The phrases that may name a place.

extension EventPlace {
    /// A place behind a preposition.
    func candidate(at index: Int, in sentence: Range<Int>, _ mentions: [Bool]) -> Found? {
        let limit = sentence.upperBound
        if let found = subject(at: index, limit, mentions) { return Found(found, .townAndVenue) }
        if let found = piece(at: index, limit, mentions) ?? townOfSomething(at: index, in: sentence, mentions) {
            return found
        }
        let isHost = words.has(index, .by) && words.isHolding(index - 1)
        let isWay = words.has(index, .toward) && isOfGoing(before: index, in: sentence)
        guard isHost || isWay || words.has(index, [.to, .inside, .region]) else { return nil }
        var start = index + 1
        // The article of “La Rochelle” is part of the town.
        if words.has(index, [.at, .region]), let end = words.town(at: start, upTo: limit, in: towns) {
            // “rentrés à Sète” are who live there.
            guard !mentions[start], !mentions[end] || words.kind(end) == .punctuation, !words.has(index - 1, .back)
            else { return nil }
            if let venueEnd = endOfSite(from: end, limit, mentions) { return Found(start..<venueEnd, .townAndVenue) }
            let opens = isDays(index - 1) && index - 2 == sentence.lowerBound
            if !words.isNameWord(end) { return Found(start..<end, .town, bonus: opens ? 2 : 0) }
            // “à Lille Grand Palais”
            guard isHeld(before: index, in: sentence) else { return nil }
            return venueName(from: start, limit, mentions).map { Found($0, .bare) }
        }
        guard !words.has(index, .region) else { return nil }
        if words.has(start, .definite) { start += 1 }
        start = behindRoom(start)
        guard start < limit, !mentions[start] else { return nil }
        let isVenue = words.has(start, .venue) || words.has(start, .venueQuality) && words.has(start + 1, .venue)
        guard isVenue || words.isNameWord(start), let found = venueName(from: start, limit, mentions) else {
            return nil
        }
        if isVenue, isWay || isOfGoing(before: index, in: sentence) {
            // “direction la salle Zola” is on the way to a talk.
            return words.hasInnerCapital(start) ? Found(found, .venue, bonus: 3) : isWay ? nil : Found(found, .venue)
        }
        if isWay { return nil }
        if isVenue { return Found(found, .venue) }
        let isRoom = start > index + 2
        // “se déroulait à CPE”
        if words.has(index, .at), words.isHolding(index - 1), words.hasInnerCapital(start) {
            return Found(found, .bare, bonus: 4)
        }
        let isHere = isHeld(before: index, in: sentence) || isAttended(before: index, in: sentence) && isTownLast(found)
        return words.has(index, .to) && isHere || isRoom ? Found(found, .bare) : nil
    }

    /// “rentrée de Sète”, “sous le soleil de Sète”, “le X de Sète”: a town behind “de”.
    private func townOfSomething(at index: Int, in sentence: Range<Int>, _ mentions: [Bool]) -> Found? {
        guard words.has(index, .of), index > sentence.lowerBound else { return nil }
        let isSetting = words.has(index - 1, .setting)
        // “en direction de Sète”
        let isWay = words.has(index - 1, .back) || words.has(index - 1, .toward) && words.has(index - 1, .going)
        guard isWay || isSetting || mentions[index - 1] else { return nil }
        let start = index + 1
        let limit = sentence.upperBound
        let town = words.town(at: start, upTo: limit, in: towns)
        guard let end = town ?? (isSetting ? compound(at: start, limit) : nil),
            !mentions[start], !mentions[end], !words.isNameWord(end), words.number(end) == nil
        else { return nil }
        return Found(start..<end, .town, bonus: isWay ? 3 : 0)
    }

    /// “Trifouilly sur Mer”: a small town by its form.
    private func compound(at index: Int, _ limit: Int) -> Int? {
        guard index + 2 < limit, words.isNameWord(index), words.has(index + 1, .titleLink),
            words.has(index + 1, .inside),
            words.startsWithCapital(index + 2)
        else { return nil }
        return index + 3
    }

    /// “nous nous dirigeons vers”
    private func isOfGoing(before index: Int, in sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 3)..<index + 1).contains { words.has($0, .going) }
    }

    /// “le théâtre du Phare accueillait”, “ont rempli l'auditorium des Pins”: a venue without a preposition.
    private func subject(at index: Int, _ limit: Int, _ mentions: [Bool]) -> Range<Int>? {
        guard words.has(index, .definite), !words.has(index - 1, [.to, .inside, .of, .region, .by]) else { return nil }
        let start = behindGenericRoom(index + 1)
        var noun = words.has(start, .venueQuality) ? start + 1 : start
        // “le gigantesque Palais des Arbres”
        let isPlain = words.kind(start) == .word && words.words[start].facts == 0 && !words.startsWithCapital(start)
        if isPlain, words.has(start + 1, .venue), words.startsWithCapital(start + 1) {
            noun = start + 1
            return mentions[noun] ? nil : venueName(from: noun, limit, mentions)
        }
        guard words.has(noun, .venue), !mentions[min(start, mentions.count - 1)] else { return nil }
        return venueName(from: start, limit, mentions)
    }

    /// “la salle de la Grande Halle de Sète”: the hall has the name.
    private func behindGenericRoom(_ start: Int) -> Int {
        guard words.has(start, .venue), !words.startsWithCapital(start), words.has(start + 1, .of) else { return start }
        let next = words.has(start + 2, .definite) ? start + 3 : start + 2
        return words.has(next, .venue) && words.startsWithCapital(next) && words.startsWithCapital(next + 1)
            ? next : start
    }

    /// “Mardi 3 mai, X, Sète, salle des Voiles”: a town or venue between commas.
    private func piece(at index: Int, _ limit: Int, _ mentions: [Bool]) -> Found? {
        // “X Sète du 3 au 5 mai”
        if index > 0, index < limit, mentions[index - 1], !mentions[index],
            let end = words.town(at: index, upTo: limit, in: towns), words.has(end, [.of, .definite]),
            isOfDate(end + 1)
        {
            return Found(index..<end, .town)
        }
        guard words.isMark(index, ","), index > 0, mentions[index - 1] || isOfDate(index - 1) else { return nil }
        let start = index + 1
        guard start < limit, !mentions[start] else { return nil }
        if let end = words.town(at: start, upTo: limit, in: towns), end >= limit || words.isSeparator(end) {
            return Found(start..<end, .town)
        }
        // “X, Trifouilly, mardi 3 mai”
        if words.isNameWord(start), words.isMark(start + 1, ","), words.facts(start + 2).weekday > 0 {
            return Found(start..<start + 1, .town)
        }
        guard words.has(start, .venue) else { return nil }
        return venueName(from: start, limit, mentions).map { Found($0, .venue) }
    }

    /// “…, à Sète”, “…, dans l'auditorium de la médiathèque”, “… (VD)”: a venue and its town are one place.
    func endOfWholePlace(_ found: Range<Int>, _ limit: Int, _ mentions: [Bool]) -> Int {
        let end = found.upperBound
        if words.isMark(end, "("), words.isMark(end + 2, ")"), end + 2 < limit, isCode(end + 1) { return end + 3 }
        let isTown = words.town(at: found.lowerBound, upTo: end, in: towns) == end
        var next = words.isMark(end, ",") ? end + 1 : end
        let hasPreposition = words.has(next, [.to, .inside])
        guard next > end || hasPreposition, next < limit else { return end }
        if hasPreposition { next += 1 }
        if !isTown {
            // What follows the town must not make it the name of something else.
            let last = words.town(at: next, upTo: limit, in: towns) ?? unlistedTown(at: next, limit)
            guard let last, !mentions[next], !words.isNameWord(last) else { return end }
            return last
        }
        if hasPreposition, words.has(next, .definite) { next += 1 }
        if hasPreposition { next = behindRoom(next) }
        guard next < limit, !mentions[next] else { return end }
        let isRoom = words.has(next - 1, .definite) && words.has(next - 2, .of) || words.has(next - 1, .of)
        let isVenue = words.has(next, .venue) || words.has(next, .venueQuality) && words.has(next + 1, .venue)
        guard isVenue || isRoom && words.isNameWord(next) else { return end }
        return venueName(from: next, limit, mentions)?.upperBound ?? end
    }

    /// “…, à Trifouilly”: a word with a capital behind a venue and “à” is a town, even a small one.
    private func unlistedTown(at index: Int, _ limit: Int) -> Int? {
        guard index < limit, words.has(index - 1, .at), words.isNameWord(index) else { return nil }
        return words.words[index].facts == 0 ? index + 1 : nil
    }

    /// `VD`, `35`: what stands in brackets behind a town.
    private func isCode(_ index: Int) -> Bool {
        guard let kind = words.kind(index), kind == .word || kind == .number, words.words[index].range.count <= 3 else {
            return false
        }
        let range = words.words[index].range
        return words.utf8[range.start..<range.end].allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A }
    }

    /// “nous étions trente à”
    private func isAttended(before index: Int, in sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 6)..<index).contains { words.has($0, .attend) }
    }

    private func isTownLast(_ found: Range<Int>) -> Bool {
        found.dropFirst(2).contains {
            words.has($0 - 1, .of) && words.town(at: $0, upTo: found.upperBound, in: towns) == found.upperBound
        }
    }

    /// “se tenait au”, “organisé par l'X à”, “avait lieu le 12 mai dernier à”.
    private func isHeld(before index: Int, in sentence: Range<Int>) -> Bool {
        var index = index - 1
        while index >= sentence.lowerBound, isOfDate(index) { index -= 1 }
        return (max(sentence.lowerBound, index - 4)..<index + 1).contains { words.isHolding($0) }
    }

    private func isOfDate(_ index: Int) -> Bool {
        let facts = words.facts(index)
        let isNumber = [.number, .date, .ordinal].contains(words.kind(index))
        return isNumber || facts.month > 0 || facts.weekday > 0
            || words.has(index, [.yesterday, .beforeYesterday, .today, .last, .also, .through, .definite])
    }

    /// “dans les locaux de l'X”: the position of X.
    private func behindRoom(_ start: Int) -> Int {
        guard words.has(start, .room), words.has(start + 1, .of) else { return start }
        let next = words.has(start + 2, .definite) ? start + 3 : start + 2
        return words.isNameWord(next) || words.has(next, .venue) ? next : start
    }

    /// “sur le site de X”, “dans les locaux de X”, “au X” right behind a town: the position after it.
    private func endOfSite(from index: Int, _ limit: Int, _ mentions: [Bool]) -> Int? {
        guard words.has(index, [.inside, .to]), index + 1 < limit else { return nil }
        var start = index + 1
        let last = words.has(index, .inside) ? index + 5 : index + 2
        while start < limit, start < last, !words.startsWithCapital(start) { start += 1 }
        guard start < limit, words.isNameWord(start), !mentions[start] else { return nil }
        return venueName(from: start, limit, mentions)?.upperBound
    }

    /// A common noun between “de” and what goes on.
    private func isLinked(_ index: Int) -> Bool {
        guard words.kind(index) == .word || words.kind(index) == .hyphenatedWord, !words.has(index, .function),
            words.has(index - 1, .of) || words.has(index - 1, .definite) && words.has(index - 2, .of)
        else { return false }
        return words.has(index + 1, .of) || words.startsWithCapital(index + 1)
    }

    /// “INSA Lyon”, “Théâtre des Variétés”, “centre de congrès de Lyon”: to the last word with a capital.
    private func venueName(from start: Int, _ limit: Int, _ mentions: [Bool]) -> Range<Int>? {
        var end = start
        var lastCapital: Int?
        while end < limit, end < start + 10 {
            if mentions[end] { return nil }
            let isCapital = words.startsWithCapital(end) || words.hasInnerCapital(end)
            let isNumber = words.number(end) != nil && words.year(end) == nil
            if isCapital || isNumber && (lastCapital == end - 1 || words.has(end - 1, .venue)) {
                if words.facts(end).weekday > 0 || words.facts(end).month > 0 { break }
                lastCapital = end
            } else if isLinked(end) {
                // “maison des sciences de l'homme de Sète”
            } else if words.has(end, .frenchLink) {
                // “la Grande Crypte de Paris et …”: links only count between words of the name.
            } else if !words.has(end, [.venue, .part, .kind, .venueQuality]) || words.kind(end) == .punctuation {
                break
            }
            end += 1
        }
        return lastCapital.map { start..<$0 + 1 }
    }
}
