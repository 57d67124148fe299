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
        if let rooms = hostRooms(at: index, limit, mentions) { return Found(rooms, .bare, bonus: 3) }
        if let rooms = ownRooms(at: index, limit, mentions),
            (rooms.upperBound..<limit).contains(where: { words.isHolding($0) }),
            (rooms.upperBound..<limit).contains(where: { mentions[$0] })
        {
            return Found(rooms, .venue)
        }
        // “Sète accueillait X”
        if let end = words.town(at: index, upTo: limit, in: towns), words.isHolding(end), !mentions[index],
            (end + 1..<min(end + 4, limit)).contains(where: { mentions[$0] })
        {
            return Found(index..<end, .town, bonus: 2)
        }
        // “une salle prêtée par la fac de Sète”
        let isLent = words.has(index, .by) && words.has(index - 1, .lent) && words.has(index - 2, .venue)
        let isHost = isLent || words.has(index, .by) && words.isHolding(index - 1)
        let isWay = words.has(index, .toward) && isOfGoing(before: index, in: sentence)
        guard isHost || isWay || words.has(index, [.to, .inside, .region]) else { return nil }
        var start = index + 1
        // The article of “La Rochelle” is part of the town.
        if words.has(index, [.at, .region]) || isWay, let end = words.town(at: start, upTo: limit, in: towns) {
            // “rentrés à Sète” are who live there.
            guard !mentions[start], !mentions[end] || words.kind(end) == .punctuation, !words.has(index - 1, .back)
            else { return nil }
            if let venueEnd = endOfSite(from: end, limit, mentions) { return Found(start..<venueEnd, .townAndVenue) }
            let opens = words.isCountedDay(index - 1) && index - 2 == sentence.lowerBound
            let isGrand =
                words.has(end, .venueQuality) && words.startsWithCapital(end) && words.startsWithCapital(end + 1)
            guard isGrand || words.isNameWord(end) else { return Found(start..<end, .town, bonus: opens ? 2 : 0) }
            // “à Lille Grand Palais”
            let isBehindDay = words.isMark(index - 1, ",") && isOfDate(index - 2)
            guard isHeld(before: index, in: sentence) || isBehindDay else { return nil }
            return venueName(from: start, limit, mentions).map { Found($0, .bare) }
        }
        // “vendredi 2 juin au Havre”
        if words.has(index, .to), isOfDate(index - 1), !words.has(index - 1, .definite),
            let end = words.town(at: start, upTo: limit, in: towns), !words.has(start, .venue), !words.isNameWord(end)
        {
            return Found(start..<end, .town)
        }
        guard !words.has(index, .region) else { return nil }
        if let former = formerBuilding(at: start, limit, mentions) { return Found(former, .venue) }
        if let rooms = ownRooms(at: start, limit, mentions) { return Found(rooms, .venue) }
        if let town = townOfUnnamedVenue(at: start, limit, mentions) { return Found(town, .town) }
        if words.has(start, .definite) || words.has(start, .article) && isVenue(start + 1) { start += 1 }
        // “dans le magnifique auditorium”
        if isPlainAdjective(start), isVenue(start + 1) { start += 1 }
        start = behindRoom(start)
        guard start < limit, !mentions[start] else { return nil }
        let isVenue = isVenue(start)
        guard isVenue || words.isNameWord(start), let found = venueName(from: start, limit, mentions) else {
            return nil
        }
        if isVenue, isWay || isOfGoing(before: index, in: sentence) {
            // “direction la salle Zola” is on the way to a talk.
            if words.hasInnerCapital(start) { return Found(found, .venue, bonus: 3) }
            // “direction le Stade des Pins pour X”
            let isNamed = words.startsWithCapital(start) && sentence.contains { mentions[$0] }
            return isWay && !isNamed ? nil : Found(found, .venue)
        }
        // “hier soir, direction les locaux de Dupont”
        if isWay {
            let isRooms = words.has(index + 1, .plural) && words.has(index + 2, .room) && words.has(start - 1, .of)
            return isRooms ? Found(index + 2..<found.upperBound, .bare, bonus: 3) : nil
        }
        // “j'ai filé au Quai 22, à Sète”
        let isWithTown = endOfWholePlace(found, limit, mentions) > found.upperBound
        if !isVenue, isWithTown, words.has(index, .to), !words.has(index, .at) || words.has(start - 1, .definite),
            isOfGoing(before: index, in: sentence)
        {
            return Found(found, .bare, bonus: 2)
        }
        // “C'était au Cinéma des Pins.”
        let isTold = words.has(index - 1, .copula) && words.has(index - 2, .copula)
        if isVenue { return Found(found, .venue, bonus: isTold ? 1 : 0) }
        let isRoom = start > index + 2
        // “se déroulait à CPE”
        if words.has(index, .at), words.isHolding(index - 1), words.hasInnerCapital(start) {
            return Found(found, .bare, bonus: 4)
        }
        let isInTown = isTownLast(found) || endOfWholePlace(found, limit, mentions) > found.upperBound
        // “trois jours au Phare de Sète pour X”
        let isOfNamed =
            words.has(start - 1, [.definite, .to]) && isTownLast(found) && sentence.contains { mentions[$0] }
        if isOfNamed, words.has(index, .to) { return Found(found, .bare, bonus: 1) }
        let isHere = isHeld(before: index, in: sentence) || isAttended(before: index, in: sentence) && isInTown
        // “dans les locaux de Dupont”: without an article it is who lives there.
        if isRoom, words.has(index + 1, .plural), words.has(start - 1, .of), words.has(index + 2, .room) {
            return Found(index + 2..<found.upperBound, .bare)
        }
        guard words.has(index, .to) && isHere || isRoom else { return nil }
        // “à La Roche-des-Pins”: the article of a small town
        let isArticle = start == index + 2 && words.has(start - 1, .definite) && words.startsWithCapital(start - 1)
        return Found(isArticle ? start - 1..<found.upperBound : found, .bare)
    }

    /// “la conf mobile de Sète”, “le meetup Python de Sète” beside the event's name.
    func townOfKind(at index: Int, in sentence: Range<Int>, _ mentions: [Bool]) -> Found? {
        guard words.has(index, .of), index > sentence.lowerBound else { return nil }
        let isPlain =
            words.words[index - 1].facts == 0 && words.kind(index - 1) == .word
            && !words.startsWithCapital(index - 1)
        let isOfTool = words.isNameWord(index - 1) && !mentions[index - 1] && words.has(index - 2, .kind)
        guard words.has(index - 1, .kind) || isOfTool || isPlain && isOfKind(index - 1, in: sentence) else {
            return nil
        }
        let start = index + 1
        guard let end = words.town(at: start, upTo: sentence.upperBound, in: towns), !mentions[start],
            !mentions[end], !words.isNameWord(end), words.number(end) == nil
        else { return nil }
        return Found(start..<end, .town)
    }

    /// “la conf mobile”, “le festival du logiciel libre”
    private func isOfKind(_ last: Int, in sentence: Range<Int>) -> Bool {
        for index in stride(from: last - 1, through: max(sentence.lowerBound, last - 4), by: -1) {
            if words.has(index, .kind) { return true }
            let isPlain =
                words.words[index].facts == 0 && words.kind(index) == .word && !words.startsWithCapital(index)
            guard isPlain || words.has(index, .of) else { return false }
        }
        return false
    }

    /// “rendu les clés de la salle des Voiles, à Sète”: with its town a venue needs no verb.
    func venueOfTown(at index: Int, in sentence: Range<Int>, _ mentions: [Bool]) -> Found? {
        guard words.has(index, .of), !words.startsWithCapital(index - 1), !words.has(index - 1, [.venue, .room]) else {
            return nil
        }
        let start = words.has(index + 1, .definite) ? index + 2 : index + 1
        let limit = sentence.upperBound
        guard start < limit, isVenue(start), !mentions[start], let found = venueName(from: start, limit, mentions),
            endOfWholePlace(found, limit, mentions) > found.upperBound
        else { return nil }
        return Found(found, .venue, bonus: 1)
    }

    func isVenue(_ index: Int) -> Bool {
        words.has(index, .venue) || words.has(index, .venueQuality) && words.has(index + 1, .venue)
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
        // “X (Sète, 3-5 mai)”
        if index > 0, words.isMark(index, "("), mentions[index - 1],
            let end = words.town(at: index + 1, upTo: limit, in: towns),
            words.isMark(end, ",") || words.isMark(end, ")")
        {
            return Found(index + 1..<end, .town)
        }
        // “X, 2e édition, Sète, …”
        let isBehindEdition = words.has(index - 1, .edition) && words.isOrdinal(index - 2)
        guard words.isMark(index, ","), index > 0 else { return nil }
        // “« X », Sète, …”
        let isBehindName =
            mentions[index - 1] || index > 1 && words.kind(index - 1) == .punctuation && mentions[index - 2]
        guard isBehindName || isOfDate(index - 1) || isBehindEdition else { return nil }
        // “Samedi 29 mai, un amphi de la faculté de Sète”
        let start = words.has(index + 1, .article) && words.has(index + 2, .venue) ? index + 2 : index + 1
        guard start < limit, !mentions[start] else { return nil }
        if let end = words.town(at: start, upTo: limit, in: towns), end >= limit || words.isSeparator(end) {
            return Found(start..<end, .town)
        }
        // “X, Trifouilly, mardi 3 mai”
        if words.isNameWord(start), words.isMark(start + 1, ","), words.facts(start + 2).weekday > 0 {
            return Found(start..<start + 1, .town)
        }
        // “X (10 juin 2017, Ancien Manège, Sète)”
        let isFormer = words.has(start, .former) && words.startsWithCapital(start) && words.startsWithCapital(start + 1)
        guard words.has(start, .venue) || isFormer else { return nil }
        return venueName(from: start, limit, mentions).map { Found($0, .venue) }
    }
}
