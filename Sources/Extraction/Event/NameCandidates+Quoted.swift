import TextModel

// Names that quotation marks or emphasis set apart.

extension NameCandidates {
    /// « X » or “X” behind a word that says an event and no talk: the phrase without its quotation marks, and the
    /// position after them.
    func quotedName(at index: Int, in range: Range<Int>) -> NamePhrase? {
        guard isQuotation(index), index > range.lowerBound, words.startsWithCapital(index + 1),
            let close = (index + 2..<max(index + 2, min(index + 11, range.upperBound))).first(where: { isQuotation($0) }
            )
        else { return nil }
        let noun = nounOfName(before: index, from: range.lowerBound, in: words)
        let isOfKind = noun.map { !words.has($0, [.talkToo, .session]) } ?? false
        // “« X », une conf de”: behind it the word may say a talk only elsewhere.
        let isKindBehind =
            words.isMark(close + 1, ",") && words.has(close + 2, .article) && words.has(close + 3, .kind)
        // “« X », la conférence des jardiniers”, not “la conférence de Zoé Martin”
        let isTheirs = words.has(close + 2, .definite) && words.has(close + 4, [.of]) && words.has(close + 4, .plural)
        let isAttended = (max(range.lowerBound, index - 4)..<index).contains { words.has($0, .attend) }
        let isDescribed = isKindBehind && (isTheirs || isAttended)
        guard isOfKind && !words.has(index - 1, .by) || isDescribed || isNounOfTitle(index + 1..<close) else {
            return nil
        }
        var phrase = words.nameWithMark(index + 1..<close)
        phrase?.end = close + 1
        return phrase
    }

    /// The noun that says what a name set apart is: “journée « X »”, “journée d'étude intitulée « X »”.
    ///
    /// - Parameter index: the position of the mark or word that opens the name.
    func nounOfName(before index: Int, from lowerBound: Int, in words: EventWords) -> Int? {
        var before = index
        func isNoun(_ index: Int) -> Bool { words.has(index, [.kind, .evening]) }
        while before > lowerBound, before > index - 5 {
            if isNoun(before - 1) { return before - 1 }
            let isAdjective = words.isPlainSmall(before - 1) && isNoun(before - 2)
            // “journée d'étude”
            let isComplement = words.isPlainSmall(before - 1) && words.has(before - 2, .of) && isNoun(before - 3)
            guard
                words.has(before - 1, [.article, .of]) || words.has(before - 1, .called) || isAdjective || isComplement
            else { return nil }
            before -= isComplement ? 2 : 1
        }
        return nil
    }

    /// “pour _Toiles à l'envers_, conférence d'un jour”, “les vidéos de **Toiles du soir** (Sète, mai 2019)”: what is
    /// emphasised is the whole name where what stands around it tells an event.
    func emphasizedName(at index: Int, upTo limit: Int, in text: ReportText) -> NamePhrase? {
        guard words.startsWithCapital(index) || words.hasInnerCapital(index) else { return nil }
        let start = words.words[index].range.start
        for mark in text.marks(in: TextRange(start, start + 1)) where mark.range.count < 60 {
            switch mark.kind {
            case .emphasis, .strong: break
            case .link, .code, .strikethrough, .image, .footnote, .emoji: continue
            }
            var end = words.firstWord(from: mark.range.end)
            if end > index + 1, words.year(end - 1) != nil { end -= 1 }
            guard end > index + 1, end <= min(limit, index + 9),
                (index..<end).contains(where: { !words.isNameWord($0) }),
                !(index..<end - 1).contains(where: { words.isSeparator($0) }),
                let phrase = words.nameWithMark(index..<end), isToldEvent(phrase, upTo: limit)
            else { continue }
            return phrase
        }
        return nil
    }

    /// “la conf *Sèves et pins*”: what is emphasised behind a noun is one thing, were it a talk's title.
    func isPartOfEmphasized(_ phrase: NamePhrase, in text: ReportText) -> Bool {
        let first = phrase.words.lowerBound
        let start = words.words[first].range.start
        for mark in text.marks(in: TextRange(start, start + 1)) where mark.range.count < 60 {
            guard mark.kind == .emphasis || mark.kind == .strong, !words.hasEventWord(phrase) else { continue }
            let last = words.firstWord(from: mark.range.end) - 1
            if last > phrase.end, words.has(first - 1, [.kind, .session]), !words.isSeparator(phrase.end) {
                return true
            }
        }
        return false
    }

    /// Whether the words beside something emphasised say an event, and neither a talk nor a book.
    private func isToldEvent(_ phrase: NamePhrase, upTo limit: Int) -> Bool {
        let first = phrase.words.lowerBound
        let lowest = max(0, first - 12)
        if isBeforeBracketedDate(phrase.end) { return true }
        if let noun = nounOfName(before: first, from: lowest, in: words), !words.has(noun, .by) {
            if words.has(noun, .edition) { return true }
            // “le meetup X”, “troisième rendez-vous de X”; “rencontre de X” may name who came.
            let isCounted = words.isOrdinal(noun - 1) && !words.has(noun - 2, .possessive)
            if !words.has(noun, [.talkToo, .session]) { return isCounted || !words.has(first - 1, .of) }
        }
        let found = contexts(of: phrase, in: lowest..<limit, rank: 0)
        if max(found.held, found.edition) >= 3 || found.attended >= 3 && isBeforeTown(phrase.end, in: first..<limit) {
            return true
        }
        // “j'étais à X”, where it is no talk “de” or “par” somebody.
        let next = words.isMark(phrase.end, ",") ? phrase.end + 1 : phrase.end
        let isByPerson = words.has(next, .by) || words.has(next, .of) && words.startsWithCapital(next + 1)
        if found.attended >= 4, words.isPlacePreposition(first - 1), !isByPerson { return true }
        // “pour X, conférence d'un jour”, not “X, une conférence de Zoé Martin”.
        guard found.described >= 3, found.attended > 0,
            let noun = (phrase.end..<phrase.end + 6).first(where: { words.has($0, .kind) })
        else { return false }
        return !words.has(noun + 1, .by) && !(words.has(noun + 1, .of) && words.startsWithCapital(noun + 2))
    }

    /// “X (Sète, mai 2019)”, “X (10 juin 2017, Sète)”
    func isBeforeBracketedDate(_ end: Int) -> Bool {
        guard words.isMark(end, "("),
            let close = (end + 1..<end + 14).first(where: { words.isMark($0, ")") || words.isFullStop($0) })
        else { return false }
        return (end + 1..<close).contains { index in
            words.facts(index).month > 0 && (words.number(index - 1) != nil || words.year(index + 1) != nil)
        }
    }

    func isAdjective(_ index: Int) -> Bool {
        words.kind(index) == .word && words.facts(index).roles.isEmpty && !words.startsWithCapital(index)
            && words.has(index - 1, [.kind, .evening])
    }

    func isQuotation(_ index: Int) -> Bool {
        guard words.kind(index) == .punctuation else { return false }
        let range = words.words[index].range
        return QuotationMark(range, in: words.utf8) != nil
    }
}

extension EventWords {
    /// Words that are known to be one name, with the question or exclamation mark at their end: “À quoi bon ?”.
    func nameWithMark(_ words: Range<Int>) -> NamePhrase? {
        var phrase = singleName(words)
        let next = words.upperBound
        let mark = isEndMark(next - 1) ? next - 1 : isEndMark(next) && kind(next + 1) == .punctuation ? next : nil
        guard let mark, let range = phrase?.range, range.start < self.words[mark].range.start else { return phrase }
        phrase?.range = TextRange(range.start, self.words[mark].range.end)
        phrase?.end = mark + 1
        return phrase
    }

    private func isEndMark(_ index: Int) -> Bool { isMark(index, "?") || isMark(index, "!") }
}
