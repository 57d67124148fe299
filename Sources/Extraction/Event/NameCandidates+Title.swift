import TextModel

extension NameCandidates {
    mutating func readTitle(_ title: EventWords, _ tags: [Metadata.Value]) {
        var segmentStart = 0
        while segmentStart < title.count {
            var segmentEnd = segmentStart
            while segmentEnd < title.count, !title.isSeparator(segmentEnd) || isWithinRun(segmentEnd) {
                segmentEnd += 1
            }
            readSegment(segmentStart..<segmentEnd, of: title, tags)
            segmentStart = segmentEnd + 1
        }
    }

    /// “Plus d'Arbres, plus d'Oiseaux”: a mark within a name parts nothing.
    private func isWithinRun(_ index: Int) -> Bool { repeated?.runs.contains { $0.contains(index) } ?? false }

    private mutating func readSegment(_ segment: Range<Int>, of title: EventWords, _ tags: [Metadata.Value]) {
        // “séminaire « Arbres et oiseaux »”: a word that says an event, and no talk, tells the whole of it.
        if segment.count > 1, segment.count < 10, title.kind(segment.upperBound) == .punctuation,
            title.startsWithCapital(segment.lowerBound), segment.lowerBound > 0,
            !title.isMark(segment.lowerBound - 1, ":"), !title.isMark(segment.lowerBound - 1, ","),
            let noun = nounOfName(before: segment.lowerBound - 1, from: 0, in: title), title.has(noun, .kind),
            !title.has(noun, .talkToo), let phrase = title.nameWithMark(segment)
        {
            update(phrase, of: title) {
                $0.title = phrase
                $0.titleScore = 8
                $0.isEventInTitle = true
            }
            return
        }
        var index = segment.lowerBound
        while index < segment.upperBound {
            let run = repeated?.runs.first { $0.lowerBound == index && $0.upperBound <= segment.upperBound }
            let found =
                run.flatMap { title.name($0, upTo: segment.upperBound) }
                ?? longName(at: index, in: segment, of: title)
                ?? title.namePhrase(at: index, upTo: segment.upperBound, towns: towns)
                ?? title.plainNameWithYear(at: index, upTo: segment.upperBound)
            guard let found else {
                index += 1
                continue
            }
            var phrase = withoutNumber(found, of: title, tags) ?? withoutTownBeforeDate(found, title) ?? found
            if phrase.edition == nil { phrase.edition = yearBehind(phrase, of: title) }
            index = max(found.end, index + 1)
            // “Causettes de Sète #3”, not “Retour de Sète 2019”
            let isOf = title.has(phrase.words.lowerBound - 1, .of) && !title.has(phrase.words.lowerBound - 2, .lead)
            if phrase.edition == nil || isOf, title.isTown(phrase, towns) { continue }
            let score = titleScore(of: phrase, in: segment, of: title)
            update(phrase, of: title) {
                if $0.title == nil || $0.titleScore < score.sum { $0.title = phrase }
                $0.titleScore = max($0.titleScore, score.sum)
                $0.isEventInTitle = $0.isEventInTitle || score.isEvent
                $0.isWholeTitle = phrase.words.lowerBound == 0 && phrase.end == title.count
                $0.hasSmallWords = $0.hasSmallWords || run != nil
                $0.isKindAlone = phrase.words.count == 1 && title.has(phrase.words.lowerBound, [.kind, .evening])
                $0.hasEventWord = $0.hasEventWord || title.hasEventWord(phrase)
            }
        }
    }

    /// “X, édition 2018”, “X (2018)”, “« X » 2018”, “X, cru 2018”
    private func yearBehind(_ phrase: NamePhrase, of title: EventWords) -> TextRange? {
        var index = phrase.end
        while index < phrase.end + 2, title.isSeparator(index), !title.isMark(index, ":"), !title.isFullStop(index) {
            index += 1
        }
        // “BaobabCamp Sète 3”
        if index == phrase.end, let number = title.number(index), (2..<100).contains(number),
            title.hasEventWord(phrase),
            index + 1 >= title.count || title.isSeparator(index + 1)
        {
            return title.words[index].range
        }
        // “Apéro Baobab, vol. 3”
        if index > phrase.end, title.isNumberMark(index), title.number(index + 1) != nil {
            return title.range(index..<index + 2)
        }
        let isEdition = title.has(index, .edition) || title.has(index, .vintage)
        guard index > phrase.end || isEdition else { return nil }
        if isEdition { index += 1 }
        guard title.year(index) != nil, index + 1 >= title.count || title.isSeparator(index + 1) else { return nil }
        return title.words[index].range
    }

    /// “BaobabT13” where a tag or the text has “BaobabT”: the number is that of the edition.
    private func withoutNumber(_ phrase: NamePhrase, of title: EventWords, _ tags: [Metadata.Value]) -> NamePhrase? {
        guard phrase.words.count == 1, phrase.edition == nil, let short = title.withoutAttachedNumber(phrase) else {
            return nil
        }
        let name = title.folded[short.range.start..<short.range.end]
        let isTag = tags.contains { lowercased(Array($0.text.utf8)).elementsEqual(name) }
        return isTag
            || (title.count..<max(words.count, title.count)).contains { index in
                let range = words.words[index].range
                return range.count == name.count && words.folded[range.start..<range.end].elementsEqual(name)
            } ? short : nil
    }

    /// “X Paris du 24 au 26 octobre”: the town is the place.
    private func withoutTownBeforeDate(_ phrase: NamePhrase, _ title: EventWords) -> NamePhrase? {
        guard phrase.edition == nil, isBeforeDate(phrase.end, title) else { return nil }
        var short = title.withoutTown(phrase, towns)
        short?.end = phrase.end
        return short
    }

    /// “X du 24 au 26 octobre”, “X le 3 mai”, “X de mai”
    private func isBeforeDate(_ end: Int, _ title: EventWords) -> Bool {
        var index = end
        while index < end + 2, title.has(index, [.of, .definite]) { index += 1 }
        guard index > end else { return false }
        if title.facts(index).month > 0, !title.facts(index).isShortMonth { return true }
        var last = index
        while last < index + 5,
            title.number(last) != nil || title.has(last, [.through, .also]) || title.facts(last).weekday > 0
        {
            last += 1
        }
        return last > index && title.facts(last).month > 0
    }

    /// “Capitole du Libre 2018”: what opens a title and ends with a year, or comes again in the text, is one name.
    private func longName(at index: Int, in segment: Range<Int>, of title: EventWords) -> NamePhrase? {
        guard (segment.lowerBound..<index).allSatisfy({ title.has($0, [.article, .preposition, .lead]) }) else {
            return nil
        }
        let opens = index == segment.lowerBound
        // “les Gabares de Cahors”: a French plural or common noun has its town in the name.
        let isPlural = index > 0 && title.has(index - 1, .plural) && title.has(index + 1, .of)
        let isNoun =
            isPlural && title.words[index].facts == 0 || title.isCapitalHead(index)
        let limit = segment.upperBound
        if opens, let found = repeatedBeforeYear(index, limit, of: title) ?? capitalsBeforeYear(index, limit, of: title)
        {
            return found
        }
        if opens, let found = nounBeforeDate(index, of: title) { return found }
        // “Journées Bois de Sète 2019”
        if title.isHead(index),
            let found = title.namePhrase(at: index, upTo: limit, towns: towns, links: .french, allowsTown: true),
            found.edition != nil
        {
            return found
        }
        if let found = title.headBeforeEdition(index, upTo: limit) { return found }
        for links in [NameLinks.any, .french] {
            let found = title.namePhrase(at: index, upTo: limit, towns: towns, links: links, allowsTown: isNoun)
            guard let found, found.words.count > 1 else { continue }
            if opens && found.edition != nil || isRepeated(found, of: title) { return found }
            if opens, isBeforePlaceOrDate(found.end, title) { return found }
            if links == .french, opens && isBeforeLead(found.end, segment, title) || isNoun && found.end == limit {
                return found
            }
        }
        return nil
    }

    /// “Baobab sous les étoiles 2023” where the text has the words before the year again, small ones among them.
    private func repeatedBeforeYear(_ start: Int, _ limit: Int, of title: EventWords) -> NamePhrase? {
        // “Retour sur X 2023” opens with what a report is.
        guard title.startsWithCapital(start), !title.has(start, [.lead, .sequel, .session, .article, .preposition]),
            let last = (start + 2..<max(start + 2, min(limit, start + 9))).first(where: { title.year($0) != nil })
        else { return nil }
        guard var phrase = title.singleName(start..<last), isRepeated(phrase, of: title) else { return nil }
        phrase.edition = title.words[last].range
        phrase.end = last + 1
        return phrase
    }

    /// “SÈVE AU VERT 2022”: where all is in capitals small words are no end of the name.
    private func capitalsBeforeYear(_ start: Int, _ limit: Int, of title: EventWords) -> NamePhrase? {
        guard !title.has(start, [.lead, .sequel, .session, .article, .preposition]),
            let last = (start + 2..<max(start + 2, min(limit, start + 8))).first(where: { title.year($0) != nil }),
            (start..<last).allSatisfy({ title.isAllCapitals($0) }), var phrase = title.singleName(start..<last)
        else { return nil }
        phrase.edition = title.words[last].range
        phrase.end = last + 1
        return phrase
    }

    /// “Rencontre mensuelle du 14 avril 2016”: a noun with its adjective is all the name that there is.
    private func nounBeforeDate(_ index: Int, of title: EventWords) -> NamePhrase? {
        guard title.isCapitalHead(index), title.kind(index + 1) == .word, title.words[index + 1].facts == 0,
            !title.startsWithCapital(index + 1), title.has(index + 2, .of), isBeforeDate(index + 2, title)
        else { return nil }
        return title.singleName(index..<index + 2)
    }

    /// Whether the text has the words of the title again, in the same order.
    private func isRepeated(_ phrase: NamePhrase, of title: EventWords) -> Bool {
        guard phrase.words.count > 2 else { return false }
        let sought = phrase.words.map { title.folded[title.words[$0].range.start..<title.words[$0].range.end] }
        // A title that is the text's first line is no repetition.
        for index in min(title.count, words.count)..<max(words.count - sought.count, min(title.count, words.count)) {
            let isHere = sought.indices.allSatisfy {
                let range = words.words[index + $0].range
                return range.count == sought[$0].count
                    && words.folded[range.start..<range.end].elementsEqual(sought[$0])
            }
            if isHere { return true }
        }
        return false
    }

    /// Whether the next piece of a title is a town or a day: “X, Sète, mardi 3 mai”.
    func isBeforePlaceOrDate(_ end: Int, _ title: EventWords) -> Bool {
        guard title.isSeparator(end) else { return false }
        if let next = title.town(at: end + 1, upTo: title.count, in: towns) {
            return next == title.count || title.isSeparator(next)
        }
        // A town of no list stands before a day.
        if title.isNameWord(end + 1), title.isSeparator(end + 2), title.facts(end + 3).weekday > 0 { return true }
        return (end + 2..<end + 5).contains { title.facts($0).month > 0 && title.number($0 - 1) != nil }
    }

    /// Whether a piece of the title ends here and the next begins as titles of reports do: “: retour sur”, “: le bilan”.
    private func isBeforeLead(_ end: Int, _ segment: Range<Int>, _ title: EventWords) -> Bool {
        guard end == segment.upperBound, end < title.count else { return false }
        // “: j'y étais”
        if title.kind(end + 1) == .elidedWord, title.has(end + 2, .there), title.has(end + 3, .attend) { return true }
        return title.has(end + 1, .lead) || title.has(end + 1, .article) && title.has(end + 2, .lead)
    }

    private func titleScore(
        of phrase: NamePhrase, in segment: Range<Int>, of title: EventWords
    ) -> (sum: Int, isEvent: Bool) {
        let first = phrase.words.lowerBound
        var before = first
        while before > segment.lowerBound, before > first - 8,
            title.isArticleOrPreposition(before - 1) || title.has(before - 1, .kind) || isOfKind(before - 1, title)
        {
            before -= 1
        }
        let opens = before == segment.lowerBound
        // “par X” names who wrote or spoke.
        if !opens, title.has(before - 1, .by) { return (0, false) }
        let isDated = isDate(0..<segment.lowerBound, of: title)
        let hasEventWord = title.hasEventWord(phrase)
        // “React 18”, “Java 21” are versions, but for “27 mars 2009 -- X 9”.
        if phrase.edition == nil, title.number(phrase.end) != nil, !hasEventWord, !isDated { return (0, false) }
        // “Conférence de X” names who spoke.
        let isOf = (before..<first).contains { title.has($0, .of) }
        let isKind = (before..<first).contains { title.has($0, .kind) }
        if isOf, isKind, !hasEventWord { return (0, false) }
        let fills = opens && phrase.end == segment.upperBound
        var event = 0
        // “Angular2” has a version, and only “BaobabT13” beside a day an edition.
        let isAttached = phrase.edition.map { $0.start == phrase.range.end && $0.count < 4 } ?? false
        if phrase.edition != nil, !isAttached { event += 5 }
        // “mon X”, “notre X” have their word among the articles.
        let isOwn = (before..<first).contains { title.has($0, .lead) }
        if isOwn || !opens && title.has(before - 1, [.lead, .attend]) { event += 4 }
        if title.has(phrase.end, .sequel), phrase.end < segment.upperBound {
            event += 3
        } else if phrase.end == segment.upperBound, opens,
            title.has(phrase.end + 1, .sequel) || title.has(phrase.end + 2, .sequel)
        {
            event += 3
        }
        if isDated, opens { event += 4 }
        // “X : retour sur la 3e édition”
        if opens, isBeforeLead(phrase.end, segment, title), isNoTopic(phrase, title) { event += 4 }
        if opens, isBeforeDate(phrase.end, title) { event += 4 }
        let isDistinct = isDistinctive(phrase, of: title)
        if isDistinct, opens, isToldBehind(phrase.end, of: title) { event += 4 }
        // “[CR] X, 3 mai”
        if isDistinct, opens, isBehindLabel(segment.lowerBound, phrase.end, of: title) { event += 4 }
        if isDistinct, phrase.end == segment.upperBound, isGist(before: before, first, in: segment, of: title) {
            event += 4
        }
        // “X, édition d'automne”
        if fills, segment.lowerBound == 0, title.isMark(phrase.end, ","), title.has(phrase.end + 1, .edition) {
            event += 4
        }
        // “X : la conf qui”
        if fills, segment.lowerBound == 0, title.has(phrase.end + 1, .article), title.has(phrase.end + 2, .kind) {
            event += 4
        }
        if fills, segment.lowerBound == 0, isBeforePlaceOrDate(phrase.end, title) { event += 4 }
        // “la conférence X”
        for index in before..<first where title.has(index, .kind) { event += title.has(index, .evening) ? 2 : 4 }
        // “Une soirée à X”
        if !opens || before < first, title.isPlacePreposition(first - 1) { event += 3 }
        let plain = (fills ? (segment.lowerBound == 0 ? 4 : 2) : 0) + 1
        return (min(plain + event, 10), event > 0)
    }
}
