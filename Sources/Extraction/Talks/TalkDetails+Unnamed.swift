import TextModel

/// Speakers whom the text mentions without a name.
extension TalkDetails {
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
            if talk.kind == .panel, let guests = guestsBesideHost(in: tokens),
                let found = unnamed(among: guests, beside: named.count)
            {
                return found
            }
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

    /// “un avocat et le patron d'une PME” among the guests of a panel; “quatre invités : X, Y …” are four in all.
    private func unnamed(among guests: Range<Int>, beside named: Int) -> Found? {
        let phrases = words.speakerNouns.phrases(in: guests, of: text).filter { $0.kind != .forgotten }
        guard let first = phrases.first else { return nil }
        let next = text.nextWord(from: first.tokens.upperBound, before: guests.upperBound)
        let isTotal = first.count > 1 && next.map { text.sign($0) == UInt8(ascii: ":") } ?? false
        let count = isTotal ? first.count - named : phrases.reduce(0) { $0 + $1.count }
        return Found(count: count, range: text.range(of: first.tokens))
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
        guard let forgotten, follows(forgotten, named, in: tokens) || isOfPerson(forgotten, phrases) else { return nil }
        return Found(count: 1, range: text.range(of: forgotten.tokens), isForgotten: true)
    }

    /// “une juriste d'Acme dont je n'ai pas noté le nom”: whether somebody without a name stands just before, and no name
    /// between.
    private func isOfPerson(_ forgotten: SpeakerNouns.Phrase, _ phrases: [SpeakerNouns.Phrase]) -> Bool {
        guard let person = phrases.last(where: { $0.tokens.upperBound <= forgotten.tokens.lowerBound }),
            person.kind == .person, person.count == 1
        else { return false }
        let between = person.tokens.upperBound..<forgotten.tokens.lowerBound
        return between.count <= 16 && mentions.mentions(in: text.range(of: between)).isEmpty
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
        // “un adjoint, une secrétaire de mairie et un informaticien”
        if named == 0, let row = rows(of: phrases, in: tokens).first(where: { $0.count >= 2 }),
            let first = row.first?.phrase, row.allSatisfy({ $0.phrase != nil })
        {
            return Found(count: row.reduce(0) { $0 + $1.count }, range: text.range(of: first.tokens))
        }
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
        followsHosting(phrase.tokens.lowerBound, in: tokens)
    }

    /// Whether “animée par” or “aux questions de” stands just before a position.
    func followsHosting(_ position: Int, in tokens: Range<Int>) -> Bool {
        guard let last = text.previousWord(before: position, from: tokens.lowerBound) else { return false }
        return (max(tokens.lowerBound, last - 6)...last).contains { start in
            words.agents.match(at: start, before: position, in: text).map {
                $0.end == last + 1 && ($0.value == .hosting || $0.value == .asking)
            } ?? false
        }
    }

    // MARK: What is said of them

    func begins(_ phrase: Range<Int>, _ tokens: Range<Int>) -> Bool {
        tokens.first { !text.tokens[$0].kind.isWhiteSpace && text.tokens[$0].kind != .emoji } == phrase.lowerBound
    }

    /// Whether a talk or title and “par” stand before.
    func isGiven(by phrase: Range<Int>, in tokens: Range<Int>) -> Bool {
        AttributionScanner(words: words).attributes(to: phrase, in: tokens, of: text) != nil
    }

    /// Whether a verb of speaking follows, or no verb at all: “Deux devs de chez X présentaient”, “Un vendeur.”
    func speaks(_ rest: Range<Int>) -> Bool {
        if rest.count(where: { text.tokens[$0].kind.isWord }) <= 2 { return true }
        for position in rest.prefix(40) {
            if words.smallWords.has(position, .alone, in: text) { return false }
            if words.verbs.match(at: position, before: rest.upperBound, in: text) != nil
                || text.isWord(position, "nous") || words.smallWords.has(position, .verb, in: text)
            {
                return true
            }
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
