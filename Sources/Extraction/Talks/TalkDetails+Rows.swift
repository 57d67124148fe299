import TextModel

/// Those with and without names who stand in a row, and whether they are said to have given the talk.
extension TalkDetails {
    /// Somebody named or not, in a row of those who do one thing together.
    struct Link {
        let tokens: Range<Int>
        var members: [NameGroup.Member] = []
        /// Those without a name.
        var phrase: SpeakerNouns.Phrase?

        var count: Int { phrase?.count ?? members.count }
    }

    /// Those in brackets in the heading or at the start of the item: “(un RSSI, anonyme)”, “(X et une collègue)”.
    func rowInBrackets(of draft: TalkDraft) -> [Link]? {
        let tokens: Range<Int>
        switch draft.origin {
        case .heading:
            guard let section = draft.section else { return nil }
            tokens = text.tokens(in: findings.sections[section].range)
        case .item:
            guard let first = draft.passages.first, first < text.passages.count else { return nil }
            let passage = text.passages[first]
            let end = min(passage.tokens.upperBound, passage.tokens.lowerBound + 80)
            tokens = passage.tokens.lowerBound..<end
        case .attribution, .report: return nil
        }
        let phrases = words.speakerNouns.phrases(in: tokens, of: text)
        guard !phrases.isEmpty else { return nil }
        return rows(of: phrases, in: tokens).first { row in
            guard let first = row.first, row.contains(where: { $0.phrase != nil }),
                let bracket = text.previousWord(before: first.tokens.lowerBound, from: tokens.lowerBound)
            else { return false }
            return text.utf8[text.tokens[bracket].range.start] == 0x28
                && text.previousWord(before: bracket, from: tokens.lowerBound) != nil
        }
    }

    /// Those with and without names who stand in a row: “X, coach, et un collègue”, “un avocat, une élue et Y”.
    func rows(of phrases: [SpeakerNouns.Phrase], in tokens: Range<Int>) -> [[Link]] {
        let groups = NameGroup.groups(in: tokens, of: text, mentions: mentions)
        var links = groups.map { Link(tokens: $0.tokens, members: $0.members) }
        for phrase in phrases where phrase.kind == .person || phrase.kind == .companion {
            // “son collègue X”: the name follows.
            let next = text.nextWord(from: phrase.tokens.upperBound, before: tokens.upperBound)
            if let next, groups.contains(where: { $0.tokens.lowerBound == next }) { continue }
            if groups.contains(where: { $0.tokens.overlaps(phrase.tokens) }) { continue }
            links.append(Link(tokens: phrase.tokens, phrase: phrase))
        }
        links.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        let apposed = ApposedNames(text: text, words: words)
        var rows: [[Link]] = []
        for link in links {
            if let last = rows.last?.last {
                let between = last.tokens.upperBound..<link.tokens.lowerBound
                if NameGroup.joins(between, of: text) || apposed.joins(between) || apposed.lists(between) {
                    rows[rows.count - 1].append(link)
                    continue
                }
            }
            rows.append([link])
        }
        return rows.filter { !isNamedByApposition($0) }.map { row in
            // “sa collègue” alone belongs to nobody.
            if row.count == 1, row[0].phrase?.kind == .companion { return [] }
            // “son chef, un monsieur très grand”: the same, said twice.
            if let last = row.last, row.count >= 2, last.phrase?.kind == .person,
                row[row.count - 2].phrase?.kind == .companion,
                !(row[row.count - 2].tokens.upperBound..<last.tokens.lowerBound).contains(where: apposed.isConjunction)
            {
                return row.dropLast()
            }
            return row
        }
    }

    /// “une avocate, Me X”, “X, un des membres”: one person, named and told of.
    private func isNamedByApposition(_ row: [Link]) -> Bool {
        guard row.count == 2, (row[0].phrase == nil) != (row[1].phrase == nil) else { return false }
        let between = row[0].tokens.upperBound..<row[1].tokens.lowerBound
        let apposed = ApposedNames(text: text, words: words)
        return !between.contains(where: apposed.isConjunction)
    }

    /// Whether those of a row are said to have given the talk: after “par”, or as who begins the sentence and speaks.
    func gives(_ row: [Link], in tokens: Range<Int>, draft: TalkDraft) -> Bool {
        guard let first = row.first, let last = row.last else { return false }
        let rest = last.tokens.upperBound..<tokens.upperBound
        let introductions = TalkIntroductions(text: text, mentions: mentions, words: words)
        if begins(first.tokens, tokens) || introductions.opens(first.tokens.lowerBound, in: tokens) {
            return draft.origin == .item || isLineOfSpeakers(tokens, of: draft) || speaks(rest)
                || draft.attribution?.range == text.range(of: first.tokens)
        }
        // “Titre par une étudiante”, “Titre avec deux consultants”
        if draft.origin == .item,
            let word = text.previousWord(before: first.tokens.lowerBound, from: tokens.lowerBound),
            let agent = words.agents.match(at: word, before: first.tokens.lowerBound, in: text)?.value,
            agent.isBy || (first.phrase.map { $0.count > 1 } ?? false)
        {
            return true
        }
        // “*Titre* : deux étudiantes ont parcouru …”
        if draft.origin == .item, speaks(rest),
            text.previousWord(before: first.tokens.lowerBound, from: tokens.lowerBound)
                .map({ text.sign($0) == UInt8(ascii: ":") }) ?? false
        {
            return true
        }
        if isGiven(by: first.tokens, in: tokens) { return true }
        guard first.phrase.map({ $0.count > 1 }) ?? false else { return false }
        return rest.prefix(30).contains { words.verbs.match(at: $0, before: rest.upperBound, in: text) != nil }
    }

    /// Whether the tokens are a short line under the heading that no full stop ends.
    private func isLineOfSpeakers(_ tokens: Range<Int>, of draft: TalkDraft) -> Bool {
        guard draft.origin == .heading, let passage = draft.passages.first, passage < text.passages.count,
            text.passages[passage].tokens == tokens, text.passages[passage].range.count <= 120,
            text.passages[passage].sentences.count == 1, text.passages[passage].range.count > 0
        else { return false }
        return text.utf8[text.passages[passage].range.end - 1] != 0x2E
    }
}
