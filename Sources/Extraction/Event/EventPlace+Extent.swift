import TextModel

// How far the phrase of a place goes.

extension EventPlace {
    /// “…, à Sète”, “…, dans l'auditorium de la médiathèque”, “… (VD)”: a venue and its town are one place.
    func endOfWholePlace(_ found: Range<Int>, _ limit: Int, _ mentions: [Bool]) -> Int {
        let end = found.upperBound
        if words.isMark(end, "("), words.isMark(end + 2, ")"), end + 2 < limit, isCode(end + 1) { return end + 3 }
        let isTown = words.town(at: found.lowerBound, upTo: end, in: towns) == end
        // “Parc des Pins (Sète)”
        if !isTown, words.isMark(end, "("), let last = words.town(at: end + 1, upTo: limit, in: towns),
            words.isMark(last, ")")
        {
            return last + 1
        }
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
        let isBehindComma = hasPreposition && words.isMark(end, ",")
        guard isVenue(next) || (isRoom || isBehindComma) && words.isNameWord(next) else { return end }
        return venueName(from: next, limit, mentions)?.upperBound ?? endOfPlainVenue(from: next, limit) ?? end
    }

    /// “ancienne criée”, “chambre de commerce”, where nothing else follows: the position after it.
    func endOfPlainVenue(from start: Int, _ limit: Int) -> Int? {
        let isDefinite = words.has(start - 1, [.definite, .to]) || words.startsWithCapital(start)
        guard isVenue(start), isDefinite else { return nil }
        var index = words.has(start, .venue) ? start + 1 : start + 2
        while index < limit, index < start + 7, !words.isSeparator(index) {
            let isPlain = words.kind(index) == .word && !words.has(index, .function)
            let isPair = words.has(index, .pair) && words.has(index + 1, .of)
            guard isPlain || isPair || words.has(index, .frenchLink) else { return nil }
            index += 1
        }
        guard index >= limit || words.isSeparator(index), index > start else { return nil }
        return words.has(index - 1, .frenchLink) ? nil : index
    }

    /// “…, à Trifouilly”: a word with a capital behind a venue and “à” is a town, even a small one.
    func unlistedTown(at index: Int, _ limit: Int) -> Int? {
        guard index < limit, words.has(index - 1, .at), words.isNameWord(index) else { return nil }
        return words.words[index].facts == 0 ? index + 1 : nil
    }

    /// `VD`, `35`: what stands in brackets behind a town.
    func isCode(_ index: Int) -> Bool {
        guard let kind = words.kind(index), kind == .word || kind == .number, words.words[index].range.count <= 3 else {
            return false
        }
        let range = words.words[index].range
        return words.utf8[range.start..<range.end].allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A }
    }

    /// “nous étions trente à”
    func isAttended(before index: Int, in sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 6)..<index).contains { words.has($0, .attend) }
    }

    func isTownLast(_ found: Range<Int>) -> Bool {
        found.dropFirst(2).contains {
            words.has($0 - 1, .of) && words.town(at: $0, upTo: found.upperBound, in: towns) == found.upperBound
        }
    }

    /// “se tenait au”, “organisé par l'X à”, “avait lieu le 12 mai dernier à”.
    func isHeld(before index: Int, in sentence: Range<Int>) -> Bool {
        var index = index - 1
        while index >= sentence.lowerBound, isOfDate(index) { index -= 1 }
        return (max(sentence.lowerBound, index - 4)..<index + 1).contains { words.isHolding($0) }
    }

    func isOfDate(_ index: Int) -> Bool {
        let facts = words.facts(index)
        let isNumber = [.number, .date, .ordinal].contains(words.kind(index))
        return isNumber || facts.month > 0 || facts.weekday > 0
            || words.has(index, [.yesterday, .beforeYesterday, .today, .last, .also, .through, .definite])
    }

    /// “dans les locaux de l'X”: the position of X.
    func behindRoom(_ start: Int) -> Int {
        // “la salle du premier étage de la Maison des arts”
        if words.has(start, .venue), words.has(start + 1, .of), words.facts(start + 2).ordinal > 0,
            words.has(start + 3, .room)
        {
            let next = behindRoom(start + 3)
            return next > start + 3 ? next : start
        }
        // “l'arrière-salle du X”, “l'arrière salle du X”
        let start = words.has(start, .room) && words.has(start + 1, .venue) ? start + 1 : start
        guard words.has(start, .room) || words.has(start - 1, .room), words.has(start + 1, .of) else { return start }
        let next = words.has(start + 2, .definite) ? start + 3 : start + 2
        return words.isNameWord(next) || words.has(next, .venue) ? next : start
    }

    /// “sur le site de X”, “dans les locaux de X”, “au X” right behind a town: the position after it.
    func endOfSite(from index: Int, _ limit: Int, _ mentions: [Bool]) -> Int? {
        guard words.has(index, [.inside, .to]), index + 1 < limit else { return nil }
        var start = index + 1
        let last = words.has(index, .inside) ? index + 5 : index + 2
        while start < limit, start < last, !words.startsWithCapital(start) { start += 1 }
        guard start < limit, words.isNameWord(start), !mentions[start] else { return nil }
        return venueName(from: start, limit, mentions)?.upperBound
    }

    /// A common noun between “de” and what goes on.
    func isLinked(_ index: Int) -> Bool {
        guard words.kind(index) == .word || words.kind(index) == .hyphenatedWord, !words.has(index, .function),
            words.has(index - 1, .of) || words.has(index - 1, .definite) && words.has(index - 2, .of)
        else { return false }
        let isPair = words.has(index + 1, .pair) && words.has(index + 2, .of)
        return words.has(index + 1, .of) || isPair || words.startsWithCapital(index + 1)
    }

    /// “INSA Lyon”, “Théâtre des Variétés”, “centre de congrès de Lyon”: to the last word with a capital.
    func venueName(from start: Int, _ limit: Int, _ mentions: [Bool]) -> Range<Int>? {
        var end = start
        var lastCapital: Int?
        while end < limit, end < start + 10 {
            if mentions[end] {
                // “aux Arènes de Sète X”
                guard lastCapital == end - 1, isTownLast(start..<end) else { return nil }
                break
            }
            let isCapital = words.startsWithCapital(end) || words.hasInnerCapital(end)
            let isNumber = words.number(end) != nil && words.year(end) == nil
            if isCapital || isNumber && (lastCapital == end - 1 || words.has(end - 1, .venue)) {
                if words.facts(end).weekday > 0 || words.facts(end).month > 0 { break }
                lastCapital = end
            } else if isPlainAdjective(end), words.startsWithCapital(start), words.has(start, .venue), end < start + 3 {
                // “École normale supérieure de Sète”
            } else if isLinked(end) {
                // “maison des sciences de l'homme de Sète”
            } else if words.has(end, .pair), words.has(end + 1, .of), end > start + 1 {
                // “Palais de la musique et des congrès de Sète”
            } else if words.has(end, .plural), words.has(end, .to),
                words.startsWithCapital(end + 1) || end == start + 1 && words.isPlainSmall(end + 1) && isVenue(start)
            {
                // “halle aux Grains”, “Halle aux grains de Sète”
            } else if words.has(end, .definite), !words.has(end - 1, .of), !words.startsWithCapital(end + 1) {
                // “avait lieu à Sète la conférence X”
                break
            } else if words.has(end, .frenchLink) {
                // “la Grande Crypte de Paris et …”: links only count between words of the name.
            } else if !words.has(end, [.venue, .part, .kind, .venueQuality]) || words.kind(end) == .punctuation {
                break
            }
            end += 1
        }
        guard let lastCapital else { return nil }
        // “Cité musicale”, “Centre de conférences”: the venue's word alone is no name.
        if lastCapital == start, words.has(start, .venue), start + 1 < limit {
            if let plain = endOfPlainVenue(from: start, limit) { return start..<plain }
            if isPlainAdjective(start + 1) { return start..<start + 2 }
        }
        return start..<lastCapital + 1
    }

    func isPlainAdjective(_ index: Int) -> Bool {
        words.kind(index) == .word && words.words[index].facts == 0 && !words.startsWithCapital(index)
            && !words.hasInnerCapital(index) && words.words[index].range.count > 4
    }
}
