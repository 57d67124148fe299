import TextModel

/// Speakers whom the text mentions without a name.
extension TalkDetails {
    /// Somebody named or not, in a row of those who do one thing together.
    private struct Link {
        let tokens: Range<Int>
        /// Those named, or `nil`.
        var people: [Int] = []
        var phrase: SpeakerNouns.Phrase?
    }

    /// How many, where, and why without a name.
    private struct Found {
        var count = 0
        var range: TextRange
        var isForgotten = false
    }

    func addUnnamed(to talk: inout TalkFinding, draft: TalkDraft, sentences: [Int]) {
        guard let found = unnamed(in: talk, draft: draft, sentences: sentences), found.count > 0 else { return }
        for _ in 0..<found.count {
            talk.speakers.append(
                SpeakerFinding(
                    range: found.range, unnamedReason: found.isForgotten ? .forgotten : .mentionedWithoutName,
                    rule: found.count > 1 ? .counted : .unnamed))
        }
    }

    private func unnamed(in talk: TalkFinding, draft: TalkDraft, sentences: [Int]) -> Found? {
        // “5 lightning talks”.
        if talk.speakers.isEmpty, let section = talk.section, findings.sections[section].role == .group,
            let phrase = words.speakerNouns.phrases(
                in: text.tokens(in: findings.sections[section].range), of: text
            ).first(where: { $0.kind != .forgotten })
        {
            return Found(count: phrase.count, range: text.range(of: phrase.tokens))
        }
        let named = Set(talk.speakers.compactMap(\.person))
        let isNamed = !talk.speakers.isEmpty
        if let phrase = draft.parts?.unnamed, !isNamed {
            return Found(count: phrase.count, range: text.range(of: phrase.tokens))
        }
        for tokens in places(of: draft, sentences) {
            let phrases = words.speakerNouns.phrases(in: tokens, of: text)
            if phrases.isEmpty { continue }
            let isForgotten = phrases.contains { $0.kind == .forgotten }
            let rows = rows(of: phrases, in: tokens)
            for row in rows {
                let unnamed = row.compactMap(\.phrase)
                guard let first = unnamed.first else { continue }
                let count = unnamed.reduce(0) { $0 + $1.count }
                let isJoined = row.contains { !named.isDisjoint(with: $0.people) }
                if isNamed ? isJoined : gives(row, in: tokens, draft: draft) || isForgotten && first.kind == .person {
                    return Found(count: count, range: text.range(of: first.tokens), isForgotten: isForgotten)
                }
            }
            if isNamed, let all = phrases.first(where: { $0.kind == .speaker && $0.count > 2 }), all.count > named.count {
                return Found(count: all.count - named.count, range: text.range(of: all.tokens))
            }
            if let phrase = phrases.first(where: { $0.kind == .forgotten }),
                !isNamed || follows(phrase, named, in: tokens)
            {
                return Found(count: 1, range: text.range(of: phrase.tokens), isForgotten: true)
            }
            if !isNamed, let phrase = phrases.first(where: { $0.kind == .speaker }) {
                return Found(count: phrase.count, range: text.range(of: phrase.tokens))
            }
        }
        return isNamed ? nil : speakerOfBody(sentences)
    }

    /// “L'oratrice”, far into the text on a talk whose speaker nobody names.
    private func speakerOfBody(_ sentences: [Int]) -> Found? {
        for sentence in sentences.prefix(60).dropFirst(3) {
            let tokens = text.tokens(in: text.sentences[sentence].range)
            let phrase = words.speakerNouns.phrases(in: tokens, of: text)
                .first { $0.kind == .speaker && $0.count == 1 }
            if let phrase { return Found(count: 1, range: text.range(of: phrase.tokens)) }
        }
        return nil
    }

    /// The line of names under the heading, the words that introduce the talk, and the first sentences on it.
    private func places(of draft: TalkDraft, _ sentences: [Int]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        if draft.origin == .heading, let first = draft.passages.first, first < text.passages.count,
            sentences.first.map({ text.sentences[$0].range.start > text.passages[first].range.start }) ?? true
        {
            places.append(text.passages[first].tokens)
        }
        var firsts = Array(sentences.prefix(3))
        if let sentence = draft.attribution?.sentence, !firsts.contains(sentence) { firsts.insert(sentence, at: 0) }
        return places + firsts.map { text.tokens(in: text.sentences[$0].range) }
    }

    // MARK: Rows

    /// Those with and without names who stand in a row: “X, coach, et un collègue”, “un avocat, une élue et Y”.
    private func rows(of phrases: [SpeakerNouns.Phrase], in tokens: Range<Int>) -> [[Link]] {
        let groups = NameGroup.groups(in: tokens, of: text, mentions: mentions)
        var links = groups.map { Link(tokens: $0.tokens, people: $0.members.map(\.person)) }
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
            row.count == 1 && row[0].phrase?.kind == .companion ? [] : row
        }
    }

    /// “une avocate, Me X”: the name of the one before.
    private func isNamedByApposition(_ row: [Link]) -> Bool {
        guard row.count == 2, row[0].phrase != nil, row[1].phrase == nil else { return false }
        let between = row[0].tokens.upperBound..<row[1].tokens.lowerBound
        let apposed = ApposedNames(text: text, words: words)
        return !between.contains(where: apposed.isConjunction)
    }

    /// Whether those of a row are said to have given the talk: after “par”, or as who begins the sentence and speaks.
    private func gives(_ row: [Link], in tokens: Range<Int>, draft: TalkDraft) -> Bool {
        guard let first = row.first, let last = row.last else { return false }
        var before = first.tokens.lowerBound - 1
        while before >= tokens.lowerBound, text.tokens[before].kind.isWhiteSpace { before -= 1 }
        if before < tokens.lowerBound {
            return draft.origin == .item || speaks(last.tokens.upperBound..<tokens.upperBound)
        }
        for start in stride(from: before, through: max(tokens.lowerBound, before - 4), by: -1) {
            guard let agent = words.agents.match(at: start, before: first.tokens.lowerBound, in: text),
                agent.end == before + 1
            else { continue }
            return agent.value.isBy || draft.origin == .item
        }
        let isCounted = first.phrase.map { $0.count > 1 } ?? false
        return isCounted && speaks(last.tokens.upperBound..<tokens.upperBound)
    }

    /// Whether a verb of speaking follows, or no verb at all: “Deux devs de chez X présentaient”, “Un vendeur.”
    private func speaks(_ rest: Range<Int>) -> Bool {
        if rest.count(where: { text.tokens[$0].kind.isWord }) <= 2 { return true }
        for position in rest.prefix(40) {
            let word = text.folded(text.tokens[position].range)
            if ["m'", "me", "j'", "je"].contains(word) { return false }
            if words.verbs.match(at: position, before: rest.upperBound, in: text) != nil || word == "nous" { return true }
            if ["a", "ont", "avait", "avaient", "est", "sont"].contains(word) { return true }
        }
        return false
    }

    /// Whether words on a forgotten name stand after a person without a name, and not after the speakers who are named.
    private func follows(_ phrase: SpeakerNouns.Phrase, _ named: Set<Int>, in tokens: Range<Int>) -> Bool {
        let before = tokens.lowerBound..<phrase.tokens.lowerBound
        guard !before.isEmpty else { return false }
        return !mentions.mentions(in: text.range(of: before)).contains { named.contains($0.person) }
            ? true : before.contains { ApposedNames(text: text, words: words).isConjunction($0) }
    }
}
