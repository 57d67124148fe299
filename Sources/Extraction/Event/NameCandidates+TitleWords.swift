import TextModel

// What the words of a title say around a name.

extension NameCandidates {
    /// “Sève : les notes” may have the topic in front, unless the text has the word as well.
    func isNoTopic(_ phrase: NamePhrase, _ title: EventWords) -> Bool {
        guard phrase.words.count == 1, phrase.edition == nil, !title.hasEventWord(phrase),
            !title.hasInnerCapital(phrase.words.lowerBound)
        else { return true }
        let sought = title.folded[phrase.range.start..<phrase.range.end]
        let start = repeated?.isTitleInText == true ? title.count : 0
        return words.words.dropFirst(start).contains {
            $0.hasCapital && $0.range.count == sought.count
                && words.folded[$0.range.start..<$0.range.end].elementsEqual(sought)
        }
    }

    /// “la rencontre mensuelle X”: an adjective behind the noun.
    func isOfKind(_ index: Int, _ title: EventWords) -> Bool {
        title.kind(index) == .word && title.words[index].facts == 0 && !title.startsWithCapital(index)
            && title.has(index - 1, [.kind, .evening])
    }

    /// “12 mai 2009 --” in front of a name.
    func isDate(_ words: Range<Int>, of title: EventWords) -> Bool {
        guard words.count > 2, words.count < 12 else { return false }
        let hasMonth = words.contains { title.facts($0).month > 0 } || title.kind(words.lowerBound) == .date
        return hasMonth
            && words.allSatisfy { index in
                let facts = title.facts(index)
                let isNumber = [.number, .ordinal, .date, .punctuation].contains(title.kind(index))
                return isNumber || facts.month > 0 || facts.weekday > 0
                    || title.has(index, [.definite, .through, .also])
            }
    }
}
