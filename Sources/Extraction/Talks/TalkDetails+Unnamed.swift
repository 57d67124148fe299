import TextModel

/// Speakers whom the text mentions without a name.
extension TalkDetails {
    /// Somebody named or not, in a row of those who do one thing together.
    struct Link {
        let tokens: Range<Int>
        var members: [NameGroup.Member] = []
        /// Those without a name.
        var phrase: SpeakerNouns.Phrase?

        var count: Int { phrase?.count ?? members.count }
    }

    /// How many, where, and why without a name.
    private struct Found {
        var count = 0
        var range: TextRange
        var isForgotten = false
    }

    func addUnnamed(to talk: inout TalkFinding, draft: TalkDraft, sentences: [Int]) {
        talk.speakers.removeAll { $0.range.map(isReplaced) ?? false }
        // “Titre (X et une collègue)”
        if talk.speakers.isEmpty, let row = rowInBrackets(of: draft) {
            let rule: SpeakerRule = draft.origin == .item ? .item : .heading
            for member in row.flatMap(\.members) {
                talk.speakers.append(SpeakerFinding(person: member.person, range: member.range, rule: rule))
            }
        }
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
            ).first(where: { ![.forgotten, .team, .definite].contains($0.kind) })
        {
            return Found(count: phrase.count, range: text.range(of: phrase.tokens))
        }
        let named = Set(talk.speakers.compactMap(\.person))
        let isNamed = !talk.speakers.isEmpty
        if let phrase = draft.parts?.unnamed, !isNamed {
            return Found(count: phrase.count, range: text.range(of: phrase.tokens))
        }
        if let row = rowInBrackets(of: draft), let first = row.lazy.compactMap(\.phrase).first,
            row.allSatisfy({ $0.members.allSatisfy { named.contains($0.person) } }), !isNamed || row.count > 1
        {
            return Found(
                count: row.compactMap(\.phrase).reduce(0) { $0 + $1.count }, range: text.range(of: first.tokens))
        }
        for tokens in places(of: draft, sentences) {
            let phrases = words.speakerNouns.phrases(in: tokens, of: text).filter {
                !isOfAudience($0, in: tokens) && !(talk.kind == .panel && hosts($0, in: tokens))
            }
            if phrases.isEmpty { continue }
            if talk.kind == .panel, !isNamed, let found = panelists(phrases, beside: 0, in: tokens) { return found }
            if let found = isNamed
                ? others(than: named, phrases, in: tokens) : speakers(phrases, in: tokens, draft: draft)
            {
                return found
            }
            if talk.kind == .panel, let found = panelists(phrases, beside: named.count, in: tokens) { return found }
        }
        return isNamed ? nil : speakerOfBody(sentences)
    }

    /// Further speakers beside those who are named.
    private func others(than named: Set<Int>, _ phrases: [SpeakerNouns.Phrase], in tokens: Range<Int>) -> Found? {
        let forgotten = phrases.first { $0.kind == .forgotten }
        for row in rows(of: phrases, in: tokens) {
            let unnamed = row.compactMap(\.phrase)
            guard let first = unnamed.first else { continue }
            let count = unnamed.reduce(0) { $0 + $1.count }
            if row.contains(where: { $0.members.contains { named.contains($0.person) } }) {
                return Found(count: count, range: text.range(of: first.tokens), isForgotten: forgotten != nil)
            }
            // “Un fondateur, un architecte et un développeur d'Acme nous ont présenté”, two of whom the heading names.
            if count > named.count, unnamed.count == row.count, begins(first.tokens, tokens),
                speaks(row[row.count - 1].tokens.upperBound..<tokens.upperBound)
            {
                return Found(count: count - named.count, range: text.range(of: first.tokens))
            }
        }
        if let all = phrases.first(where: { $0.kind == .speaker && $0.count > 2 }), all.count > named.count {
            return Found(count: all.count - named.count, range: text.range(of: all.tokens))
        }
        guard let forgotten, follows(forgotten, named, in: tokens) else { return nil }
        return Found(count: 1, range: text.range(of: forgotten.tokens), isForgotten: true)
    }

    /// The speakers of a talk for which nobody is named.
    private func speakers(_ phrases: [SpeakerNouns.Phrase], in tokens: Range<Int>, draft: TalkDraft) -> Found? {
        let forgotten = phrases.first { $0.kind == .forgotten }
        for row in rows(of: phrases, in: tokens) {
            let unnamed = row.compactMap(\.phrase)
            guard let first = unnamed.first, gives(row, in: tokens, draft: draft) || forgotten != nil else { continue }
            return Found(
                count: unnamed.reduce(0) { $0 + $1.count }, range: text.range(of: first.tokens),
                isForgotten: forgotten != nil)
        }
        let isAlone = mentions.mentions(in: text.range(of: tokens)).isEmpty
        for phrase in phrases {
            switch phrase.kind {
            case .forgotten: return Found(count: 1, range: text.range(of: phrase.tokens), isForgotten: true)
            case .pair: if !isAlone { continue }
            case .team:
                guard
                    isGiven(by: phrase.tokens, in: tokens)
                        || begins(phrase.tokens, tokens) && speaksToUs(phrase.tokens.upperBound..<tokens.upperBound)
                else { continue }
            case .definite:
                guard
                    isGiven(by: phrase.tokens, in: tokens)
                        || begins(phrase.tokens, tokens) && tells(phrase.tokens.upperBound..<tokens.upperBound)
                else { continue }
            case .person, .companion: continue
            case .speaker: break
            }
            return Found(count: phrase.count, range: text.range(of: phrase.tokens))
        }
        return nil
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

    /// “pour remplacer X”, “à la place de X”
    private func isReplaced(_ name: TextRange) -> Bool {
        let end = text.token(at: name.start)
        let start = text.passage(at: name.start).map { text.passages[$0].tokens.lowerBound } ?? end
        var position = end
        for _ in 0..<6 {
            guard let before = text.previousWord(before: position, from: start), text.tokens[before].kind.isWord else {
                return false
            }
            if words.speakerNouns.isReplacing(before, before: end, in: text) { return true }
            position = before
        }
        return false
    }

    /// “Table ronde avec trois responsables”, “X, face à trois responsables”; “quatre panélistes, dont X” are three more.
    private func panelists(_ phrases: [SpeakerNouns.Phrase], beside named: Int, in tokens: Range<Int>) -> Found? {
        guard let all = phrases.first(where: { $0.count > 1 && ($0.kind == .person || $0.kind == .speaker) }) else {
            return nil
        }
        var count = all.count
        if named > 0 {
            let before = text.previousWord(before: all.tokens.lowerBound, from: tokens.lowerBound)
            let isBeside = before.map { text.tokens[$0].kind.isWord && text.tokens[$0].range.count <= 4 } ?? false
            if !isBeside { count -= named }
        }
        return count > 0 ? Found(count: count, range: text.range(of: all.tokens)) : nil
    }

    /// Those in brackets in the heading or at the start of the item: “(un RSSI, anonyme)”, “(X et une collègue)”.
    private func rowInBrackets(of draft: TalkDraft) -> [Link]? {
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

    /// “Une étudiante dans le public”
    private func isOfAudience(_ phrase: SpeakerNouns.Phrase, in tokens: Range<Int>) -> Bool {
        var position = phrase.tokens.upperBound
        for _ in 0..<3 {
            guard let next = text.nextWord(from: position, before: tokens.upperBound) else { return false }
            if words.speakerNouns.isAudience(next, before: tokens.upperBound, in: text) { return true }
            guard text.tokens[next].range.count <= 4 else { return false }
            position = next + 1
        }
        return false
    }

    /// “animée par un journaliste”
    private func hosts(_ phrase: SpeakerNouns.Phrase, in tokens: Range<Int>) -> Bool {
        guard let last = text.previousWord(before: phrase.tokens.lowerBound, from: tokens.lowerBound) else {
            return false
        }
        return (max(tokens.lowerBound, last - 4)...last).contains { start in
            words.agents.match(at: start, before: phrase.tokens.lowerBound, in: text).map {
                $0.end == last + 1 && $0.value == .hosting
            } ?? false
        }
    }

    // MARK: Rows

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
    private func gives(_ row: [Link], in tokens: Range<Int>, draft: TalkDraft) -> Bool {
        guard let first = row.first, let last = row.last else { return false }
        let rest = last.tokens.upperBound..<tokens.upperBound
        if begins(first.tokens, tokens) {
            return draft.origin == .item || isLineOfSpeakers(tokens, of: draft) || speaks(rest)
        }
        // “Titre par une étudiante”, “Titre avec deux consultants”
        if draft.origin == .item,
            let word = text.previousWord(before: first.tokens.lowerBound, from: tokens.lowerBound),
            let agent = words.agents.match(at: word, before: first.tokens.lowerBound, in: text)?.value,
            agent.isBy || (first.phrase.map { $0.count > 1 } ?? false)
        {
            return true
        }
        if isGiven(by: first.tokens, in: tokens) { return true }
        guard first.phrase.map({ $0.count > 1 }) ?? false else { return false }
        return rest.prefix(30).contains { words.verbs.match(at: $0, before: rest.upperBound, in: text) != nil }
    }

    private func begins(_ phrase: Range<Int>, _ tokens: Range<Int>) -> Bool {
        tokens.first { !text.tokens[$0].kind.isWhiteSpace && text.tokens[$0].kind != .emoji } == phrase.lowerBound
    }

    /// Whether the tokens are a short line under the heading that no full stop ends.
    private func isLineOfSpeakers(_ tokens: Range<Int>, of draft: TalkDraft) -> Bool {
        guard draft.origin == .heading, let passage = draft.passages.first, passage < text.passages.count,
            text.passages[passage].tokens == tokens, text.passages[passage].range.count <= 120,
            text.passages[passage].sentences.count == 1, text.passages[passage].range.count > 0
        else { return false }
        return text.utf8[text.passages[passage].range.end - 1] != 0x2E
    }

    /// Whether a talk or title and “par” stand before.
    private func isGiven(by phrase: Range<Int>, in tokens: Range<Int>) -> Bool {
        AttributionScanner(words: words).attributes(to: phrase, in: tokens, of: text) != nil
    }

    /// Whether a verb of speaking follows, or no verb at all: “Deux devs de chez X présentaient”, “Un vendeur.”
    private func speaks(_ rest: Range<Int>) -> Bool {
        if rest.count(where: { text.tokens[$0].kind.isWord }) <= 2 { return true }
        for position in rest.prefix(40) {
            let word = text.folded(text.tokens[position].range)
            if ["m'", "me", "j'", "je"].contains(word) { return false }
            if words.verbs.match(at: position, before: rest.upperBound, in: text) != nil || word == "nous" {
                return true
            }
            if ["a", "ont", "avait", "avaient", "est", "sont"].contains(word) { return true }
        }
        return false
    }

    /// Whether a verb of speaking follows, before a comma: “Le maire de la ville est venu raconter”.
    private func tells(_ rest: Range<Int>) -> Bool {
        for position in rest.prefix(24) {
            if words.verbs.match(at: position, before: rest.upperBound, in: text) != nil { return true }
            if text.isWord(position, ",") || text.isWord(position, "qui") { return false }
        }
        return false
    }

    /// Whether “nous” and a verb of speaking follow.
    private func speaksToUs(_ rest: Range<Int>) -> Bool {
        guard let audience = rest.prefix(50).first(where: { text.isWord($0, "nous") }) else { return false }
        return (audience + 1..<min(rest.upperBound, audience + 8)).contains {
            words.verbs.match(at: $0, before: rest.upperBound, in: text) != nil
        }
    }

    /// Whether words on a forgotten name stand after a person without a name, and not after the speakers who are named.
    private func follows(_ phrase: SpeakerNouns.Phrase, _ named: Set<Int>, in tokens: Range<Int>) -> Bool {
        let before = tokens.lowerBound..<phrase.tokens.lowerBound
        guard !before.isEmpty else { return false }
        return !mentions.mentions(in: text.range(of: before)).contains { named.contains($0.person) }
            ? true : before.contains { ApposedNames(text: text, words: words).isConjunction($0) }
    }
}
