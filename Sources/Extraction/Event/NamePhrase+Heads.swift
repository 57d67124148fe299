import Lexicons
import TextModel

// Names that open with a common noun or a day of the week.

extension EventWords {
    /// A noun that opens names, with its capital.
    func isHead(_ index: Int) -> Bool { has(index, [.head, .capitalHead]) && startsWithCapital(index) }

    func isCapitalWeekday(_ index: Int) -> Bool { facts(index).weekday > 0 && startsWithCapital(index) }

    /// A noun or day with its capital that more words make a name; “Ateliers Baobab” may be what a programme has.
    func isNounOfName(_ index: Int) -> Bool { isHead(index) && !has(index, .session) || isCapitalWeekday(index) }

    func isCapitalHead(_ index: Int) -> Bool { has(index, .capitalHead) && startsWithCapital(index) }

    /// “Journée du Pin”, “Matinée bibliothèques de Sète”: the position after what completes a noun with a capital.
    func endOfComplement(of start: Int, upTo limit: Int, _ towns: SpellingTable) -> Int? {
        if let end = endOfWeekdayName(from: start, upTo: limit, towns) { return end }
        if let end = endOfSmallComplement(of: start, upTo: limit, towns) { return end }
        guard isHead(start) else { return nil }
        var index = start + 1
        let isTopic = kind(index) == .word && facts(index).roles.isEmpty && !startsWithCapital(index)
        if isTopic { index += 1 }
        let first = index
        // “Journée technique Baobab”
        if isTopic, words[first - 1].facts == 0, isJoined(first), isNameWord(first), startsWithCapital(first) {
            return first + 1
        }
        while index < first + 2, has(index, .frenchLink) { index += 1 }
        // “Journée la Pinède” has no “de”.
        guard index > first, has(first, .of), index < limit, isNameWord(index), year(index) == nil else { return nil }
        return index + 1
    }

    /// “à la Semaine du bois flotté”, “la Journée mondiale de la forêt”: a noun with a capital within a sentence opens a
    /// name though all that completes it is small, up to a mark or what tells of place and time.
    private func endOfSmallComplement(of start: Int, upTo limit: Int, _ towns: SpellingTable) -> Int? {
        guard isHead(start), !has(start, .session), isJoined(start) || kind(start - 1) == .elidedWord,
            has(start - 1, [.article, .preposition]) || isOrdinal(start - 1)
        else { return nil }
        var index = isPlainSmall(start + 1) ? start + 2 : start + 1
        guard index < limit, has(index, .of) else { return nil }
        index += has(index + 1, .definite) ? 2 : 1
        let first = index
        while index < limit, index < first + 5, isPlainSmall(index) {
            index += 1
            if index + 1 < limit, has(index, .frenchLink), isPlainSmall(index + 1) || has(index + 1, .definite) {
                index += has(index + 1, .definite) ? 2 : 1
            }
        }
        guard index > first, isPlainSmall(index - 1) else { return nil }
        let isEnded =
            index >= limit || kind(index) == .punctuation || isHolding(index) || year(index) != nil
            || facts(index).weekday > 0 || has(index, .function) && !has(index, .pair)
            || has(index, [.to, .inside, .copula, .reflexive, .has, .definite, .toward, .yesterday])
            || has(index, .of) && town(at: index + 1, upTo: limit, in: towns) != nil
        return isEnded ? index : nil
    }

    /// “Jeudi du Pin”, “Mardi de la menuiserie”, “Mardis Lierre de Sète”: French writes a day small unless it names a
    /// series of evenings.
    private func endOfWeekdayName(from start: Int, upTo limit: Int, _ towns: SpellingTable) -> Int? {
        guard isCapitalWeekday(start) else { return nil }
        if let end = endOfDaysOfSomething(from: start, upTo: limit, towns) { return end }
        guard has(start + 1, .of) else { return nil }
        var index = start + 2
        if has(index, .frenchLink) { index += 1 }
        guard index < limit, isJoined(index) || kind(index - 1) == .elidedWord, kind(index) == .word,
            words[index].facts == 0 || isPlainSmall(index) || isNameWord(index)
        else { return nil }
        // “Jeudis de l'École buissonnière”
        let isLast = index + 2 >= limit || kind(index + 2) == .punctuation || year(index + 2) != nil
        return startsWithCapital(index) && isPlainSmall(index + 1) && isLast ? index + 2 : index + 1
    }

    /// “Mardis Lierre de Sète”, “du Samedi Vert”: a capital behind that of the day, where the day opens no sentence.
    private func endOfDaysOfSomething(from start: Int, upTo limit: Int, _ towns: SpellingTable) -> Int? {
        let isPlural = folded[words[start].range.end - 1] == 0x73
        let isWithin = isJoined(start) && (has(start - 1, [.article, .preposition]) || kind(start - 1) == .elidedWord)
        guard isPlural || isWithin, start + 1 < limit, isJoined(start + 1), startsWithCapital(start + 1),
            kind(start + 1) == .word, facts(start + 1).month == 0, facts(start + 1).weekday == 0
        else { return nil }
        var end = start + 2
        while end < limit, isJoined(end), isNameWord(end), startsWithCapital(end) { end += 1 }
        guard isPlural, has(end, .of), let town = town(at: end + 1, upTo: limit, in: towns) else { return end }
        return town
    }

    /// A common word in small letters that the lists do not have, or have for another sense: “données”.
    func isPlainSmall(_ index: Int) -> Bool {
        kind(index) == .word && (words[index].facts == 0 || facts(index).roles == .given)
            && !startsWithCapital(index) && !hasInnerCapital(index)
    }

    /// “Journées du logiciel scientifique 2021”, “Rencontres de la forêt #3”: behind a noun with a capital small letters
    /// go on up to the edition.
    func headBeforeEdition(_ start: Int, upTo limit: Int) -> NamePhrase? {
        guard isHead(start) || isCapitalWeekday(start), start + 1 < limit, year(start + 1) == nil else { return nil }
        var end = start + 1
        while end < limit, end < start + 9, year(end) == nil, !isNumberMark(end) {
            let isWithin = isPlainSmall(end) || isNameWord(end) || has(end, [.frenchLink, .pair, .titleLink])
            guard isJoined(end) || kind(end - 1) == .elidedWord, isWithin else { return nil }
            end += 1
        }
        let isEnded = end < limit && (year(end) != nil || isNumberMark(end) && number(end + 1) != nil)
        guard isEnded, end > start + 2, isPlainSmall(end - 1) || isNameWord(end - 1) else { return nil }
        return name(start..<end, upTo: limit)
    }

    /// “Apéro PHP de Rennes”, “BarCamp de Sète”: where nouns of events and tools are all the name, its town is part of it.
    func withTown(
        _ phrase: NamePhrase, upTo limit: Int, towns: SpellingTable, technologies: SpellingTable
    ) -> NamePhrase? {
        let next = phrase.words.upperBound
        guard isHead(phrase.words.lowerBound), phrase.edition == nil, has(next, .of), !has(next, .contracted),
            phrase.words.dropFirst().allSatisfy({ technologies.contains(words[$0].range, in: folded) }),
            let end = town(at: next + 1, upTo: limit, in: towns)
        else { return nil }
        return name(phrase.words.lowerBound..<end, upTo: limit)
    }

    /// “#”, “n°”
    func isNumberMark(_ index: Int) -> Bool { isMark(index, "#") || has(index, .number) }
}
