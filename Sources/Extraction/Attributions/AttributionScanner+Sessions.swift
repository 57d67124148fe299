import TextModel

/// Names beside the talk during which somebody said something.
extension AttributionScanner {
    /// “X, dans sa conférence, …”: a talk of theirs right behind the names; “X démonte tout lors de la conférence *Titre*”:
    /// names that open the sentence, and a talk with its title that has no other speaker.
    func session(
        of group: NameGroup, in sentence: Range<Int>, _ text: ReportText, mentions: PeopleIndex
    ) -> Reason? {
        let end = sentence.upperBound
        // “X répond aux questions de Y pendant son talk”: it is not that of Y.
        let before = text.previousWord(before: group.tokens.lowerBound, from: sentence.lowerBound)
        let isOf = before.map { words.smallWords.has($0, .of, in: text) } ?? false
        if !isOf, let noun = ownTalk(after: group, before: end, text) {
            return Reason(rule: .givesTalk, kind: noun.value, start: group.tokens.lowerBound, end: noun.end)
        }
        guard text.nextWord(from: sentence.lowerBound, before: end) == group.tokens.lowerBound else { return nil }
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        for position in group.tokens.upperBound..<end where words.smallWords.has(position, .during, in: text) {
            guard let article = behindOf(position, before: end, text), words.smallWords.isArticle(article, in: text),
                let noun = words.oneTalk(behindArticle: article, before: end, in: text),
                let title = quoted.next(from: noun.end, before: end),
                text.wordCount(TextRange(text.tokens[noun.end - 1].range.end, title.start)) == 0
            else { continue }
            let last = text.token(at: title.end - 1) + 1
            guard quoted.speakers(after: title, before: end) == nil else { continue }
            return Reason(rule: .givesTalk, kind: noun.value, start: group.tokens.lowerBound, end: last, title: title)
        }
        return nil
    }

    /// “X (Acme), dans sa conférence”, “X lors de son talk”: the word for a talk behind names, with at most brackets and a
    /// comma between.
    private func ownTalk(
        after group: NameGroup, before end: Int, _ text: ReportText
    ) -> (value: TalkKind, end: Int)? {
        var position = group.tokens.upperBound
        while let next = text.nextWord(from: position, before: end) {
            if let close = text.endOfBrackets(at: next, before: end) {
                position = close
            } else if text.sign(next) == UInt8(ascii: ",") {
                position = next + 1
            } else {
                guard words.smallWords.has(next, .during, in: text), let owner = behindOf(next, before: end, text),
                    words.smallWords.has(owner, .theirs, in: text),
                    let noun = text.nextWord(from: owner + 1, before: end)
                else { return nil }
                return words.oneTalk(at: noun, before: end, in: text)
            }
        }
        return nil
    }

    /// The word behind “dans”, or behind “lors de”.
    private func behindOf(_ position: Int, before end: Int, _ text: ReportText) -> Int? {
        guard let next = text.nextWord(from: position + 1, before: end) else { return nil }
        return words.smallWords.has(next, .of, in: text) ? text.nextWord(from: next + 1, before: end) : next
    }
}
