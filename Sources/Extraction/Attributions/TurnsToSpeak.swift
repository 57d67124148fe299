import TextModel

/// Paragraphs in which one speaker after the other takes the floor: “Maud commence par …”, “Karim enchaîne avec …”.
///
/// Whoever shares a talk takes turns too; but then one of them comes back, or one paragraph tells of both.
struct TurnsToSpeak {
    enum Place: String { case first, next, any }

    let text: ReportText
    let mentions: PeopleIndex
    let words: TalkWords

    /// One for each who takes the floor, in order; none where nobody does after somebody else, or where somebody does twice.
    func all() -> [Attribution] {
        var turns: [(attribution: Attribution, place: Place)] = []
        for passage in text.passages where passage.isUnquotedParagraph {
            guard let turn = turn(in: passage) else { continue }
            turns.append(turn)
        }
        let people = turns.flatMap { $0.attribution.speakers.map(\.person) }
        guard turns.count >= 2, turns[0].place != .next, turns.dropFirst().allSatisfy({ $0.place != .first }),
            Set(people).count == people.count
        else { return [] }
        return turns.map(\.attribution)
    }

    /// “Maud commence”, “Ensuite, Maud prend la parole”, “C'est Maud qui ouvre”, at the start of a paragraph.
    private func turn(in passage: Passage) -> (attribution: Attribution, place: Place)? {
        guard let sentence = passage.sentences.first else { return nil }
        let tokens = text.tokens(in: text.sentences[sentence].range)
        guard let group = NameGroup.groups(in: tokens, of: text, mentions: mentions).first,
            var verb = text.nextWord(from: group.tokens.upperBound, before: tokens.upperBound)
        else { return nil }
        var lead = tokens.lowerBound..<group.tokens.lowerBound
        if text.isWord(verb, "qui") {
            guard let copula = text.previousWord(before: lead.upperBound, from: lead.lowerBound),
                text.isWord(copula, "est") || text.isWord(copula, "était"),
                let this = text.previousWord(before: copula, from: lead.lowerBound), text.isWord(this, "c'"),
                let next = text.nextWord(from: verb + 1, before: tokens.upperBound)
            else { return nil }
            lead = lead.lowerBound..<this
            verb = next
        }
        guard opens(lead), let turn = words.turns.match(at: verb, before: tokens.upperBound, in: text) else {
            return nil
        }
        return (
            Attribution(
                speakers: group.members.map { .init(person: $0.person, range: $0.range) }, sentence: sentence,
                passage: passage.index, range: text.range(of: group.tokens.lowerBound..<turn.end), rule: .introduced),
            turn.value
        )
    }

    /// Whether nothing stands before the name, or words that pass on: “Ensuite, …”.
    private func opens(_ lead: Range<Int>) -> Bool {
        guard let first = text.nextWord(from: lead.lowerBound, before: lead.upperBound) else { return true }
        guard let opener = words.openers.match(at: first, before: lead.upperBound, in: text), opener.value == .name
        else { return false }
        return !(opener.end..<lead.upperBound).contains { text.tokens[$0].kind.isWord }
    }
}

extension Attribution {
    /// “Maud et Karim sont venus parler du gaz”: whether the words name two of those who then take the floor one by one.
    func announcesTurns(_ turns: [Attribution]) -> Bool {
        turns.count { turn in turn.speakers.contains { own in speakers.contains { $0.person == own.person } } } >= 2
    }
}
