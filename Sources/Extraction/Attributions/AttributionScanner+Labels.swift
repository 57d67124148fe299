import TextModel

/// Lines and labels that name who gave a talk.
extension AttributionScanner {
    /// “Speaker : X”, or “Par X” at the start of a line.
    func label(before group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        // Lines that are one sentence have a label each.
        let line = (sentence.lowerBound..<group.tokens.lowerBound).last { text.tokens[$0].kind == .newline }
        var position = line ?? sentence.lowerBound
        while position < group.tokens.lowerBound,
            text.tokens[position].kind.isWhiteSpace || text.tokens[position].kind == .emoji
        {
            position += 1
        }
        guard
            let (_, end) = words.labels.match(at: position, before: group.tokens.lowerBound, in: text)
                ?? words.endOfNounAndAgent(at: position, before: group.tokens.lowerBound, in: text).map({ (true, $0) })
        else { return nil }
        var next = end
        var hasColon = false
        while next < group.tokens.lowerBound {
            let token = text.tokens[next]
            if text.utf8[token.range.start] == UInt8(ascii: ":") {
                hasColon = true
            } else if !token.kind.isWhiteSpace {
                return nil
            }
            next += 1
        }
        let agent = words.agents.match(at: position, before: group.tokens.lowerBound, in: text)
        guard hasColon || agent?.value.isBy == true else { return nil }
        return Reason(
            rule: .label, start: position, end: group.tokens.upperBound, isHosting: agent?.value == .hosting)
    }

    /// “Speaker : X Invitée : Y”: lines that are joined, each with a label that has a capital.
    func innerLabel(before group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        guard
            let colon = (sentence.lowerBound..<group.tokens.lowerBound).last(where: {
                !text.tokens[$0].kind.isWhiteSpace
            }), text.sign(colon) == UInt8(ascii: ":")
        else { return nil }
        for start in max(sentence.lowerBound, colon - 5)..<colon {
            guard let label = words.labels.match(at: start, before: colon, in: text),
                text.nextWord(from: label.end, before: colon) == nil, text.startsWithCapital(text.tokens[start].range)
            else { continue }
            return Reason(rule: .label, start: start, end: group.tokens.upperBound)
        }
        return nil
    }

    /// “L'oratrice suivante, X, …”, “le conférencier, un certain X, …”, “l'invitée, X, …”: a word for one who gives a talk,
    /// or a label behind an article, two words more at most, and a comma before the name.
    func apposition(before group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        let last = group.tokens.lowerBound - 1
        guard last >= sentence.lowerBound else { return nil }
        if let verb = text.previousWord(before: last + 1, from: sentence.lowerBound),
            words.smallWords.has(verb, .copula, in: text)
        {
            return subject(before: verb, of: group, in: sentence, of: text)
        }
        let lead = startOfLead(endingAt: last, from: sentence.lowerBound, in: text) ?? last
        guard let comma = text.previousWord(before: lead + 1, from: sentence.lowerBound),
            text.sign(comma) == UInt8(ascii: ",")
        else { return nil }
        for start in max(sentence.lowerBound, comma - 8)..<comma {
            guard
                let noun = words.speakers.match(at: start, before: comma, in: text)
                    ?? labelBehindArticle(at: start, before: comma, from: sentence.lowerBound, in: text),
                (noun.end..<comma).count(where: { text.tokens[$0].kind.isWord }) <= 2
            else { continue }
            return Reason(rule: .label, start: start, end: group.tokens.upperBound)
        }
        return nil
    }

    private func labelBehindArticle(
        at position: Int, before end: Int, from start: Int, in text: ReportText
    ) -> (value: Bool, end: Int)? {
        guard let article = text.previousWord(before: position, from: start),
            words.smallWords.isArticle(article, in: text)
        else { return nil }
        return words.labels.match(at: position, before: end, in: text)
    }

    /// “Les intervenantes étaient X et Y”, “L'intervenant du soir était X”: an article, a word for speakers and at most two
    /// words more are all that stands before the verb.
    private func subject(
        before verb: Int, of group: NameGroup, in sentence: Range<Int>, of text: ReportText
    ) -> Reason? {
        guard let article = text.nextWord(from: sentence.lowerBound, before: verb),
            words.smallWords.isArticle(article, in: text),
            let noun = text.nextWord(from: article + 1, before: verb),
            let label = words.labels.match(at: noun, before: verb, in: text),
            (label.end..<verb).allSatisfy({ text.tokens[$0].kind.isWord || text.tokens[$0].kind.isWhiteSpace }),
            (label.end..<verb).count(where: { text.tokens[$0].kind.isWord }) <= 2
        else { return nil }
        return Reason(rule: .label, start: article, end: group.tokens.upperBound)
    }

    /// “Avec X, Y et Z.” as the first words under a heading: who takes part, unless the sentence goes on with its author;
    /// after a sentence on a panel too.
    func opening(
        with group: NameGroup, in sentence: Range<Int>, of passage: Passage, _ text: ReportText
    ) -> Reason? {
        guard let agent = words.agents.match(at: sentence.lowerBound, before: group.tokens.lowerBound, in: text),
            agent.value == .with,
            text.nextWord(from: agent.end, before: group.tokens.lowerBound + 1) == group.tokens.lowerBound
        else { return nil }
        let before: Range<Int>
        if sentence.lowerBound > passage.tokens.lowerBound {
            before = max(passage.tokens.lowerBound, sentence.lowerBound - Self.reach)..<sentence.lowerBound
        } else if passage.index > 0, text.passages[passage.index - 1].mayBeHeading {
            before = text.passages[passage.index - 1].tokens
        } else {
            return nil
        }
        let isPanel = before.contains {
            words.nouns.match(at: $0, before: before.upperBound, in: text)?.value == .panel
        }
        guard isPanel || sentence.lowerBound == passage.tokens.lowerBound else { return nil }
        var position = group.tokens.upperBound
        while position < sentence.upperBound {
            let isComma = text.sign(position) == UInt8(ascii: ",")
            if text.tokens[position].kind.isWhiteSpace || isComma || text.sign(position) == UInt8(ascii: ".") {
                position += 1
            } else if let end = text.endOfBrackets(at: position, before: sentence.upperBound) {
                position = end
            } else {
                break
            }
        }
        guard
            position >= sentence.upperBound || isPanel
                || words.agents.match(at: position, before: sentence.upperBound, in: text)?.value == .hosting
        else { return nil }
        return Reason(
            rule: .talkWith, kind: isPanel ? .panel : nil, start: agent.end - 1, end: group.tokens.upperBound)
    }
}
