import TextModel

/// Talks that the author of the report gave, alone or with others.
extension TalkDetails {
    /// “Le grand moment : ma conférence” over the talk.
    func isOwnByHeading(_ draft: TalkDraft) -> Bool {
        guard draft.origin == .heading, let section = draft.section else { return false }
        return attendance.attendance(in: text.tokens(in: findings.sections[section].range), of: text) == .given
    }

    /// Whether the talk has speakers: “ma conférence” is then one that the author chose.
    func namesOthers(_ draft: TalkDraft, _ sentences: [Int]) -> Bool {
        let reach = draft.origin == .report ? 12 : 3
        return draft.parts?.speakers.isEmpty == false || draft.byline?.speakers.isEmpty == false
            || sentences.prefix(reach).contains { sentence in
                attributions(ofSentence: sentence).contains { !$0.speakers.isEmpty && $0.rule != .tells }
            }
    }

    /// “moi-même, et X” under the heading.
    func isBylineOfAuthor(_ draft: TalkDraft) -> Bool {
        draft.byline?.isByAuthor ?? false
    }

    /// The author gave the talk: the one whom the report names as such, or somebody without a name.
    func addAuthor(to talk: inout TalkFinding) {
        let names = text.metadata.authors.map(\.text)
        var author =
            names.count == 1 ? findings.people.firstIndex { text.isCalled($0, names[0]) } : nil
        if author == nil, findings.reporters.count == 1 { author = findings.reporters.first }
        // Moi c'est Zoé
        if author == nil {
            author = findings.people.firstIndex { person in
                person.mentions.contains { $0.rule == "introduces_oneself" }
            }
        }
        if author == nil, names.isEmpty { author = mentions.signature(of: text) }
        if let author, talk.speakers.contains(where: { $0.person == author }) { return }
        talk.speakers.append(
            author.map { SpeakerFinding(person: $0, range: nil, rule: .author) }
                ?? SpeakerFinding(range: nil, unnamedReason: .author, rule: .author))
    }

    /// Those with whom the author gave the talk, as its first sentences tell: “Avec Maud et Zoé, nous avons animé …”,
    /// “Maud et moi avons présenté …”.
    func partners(in sentences: [Int]) -> [NameGroup.Member] {
        for sentence in sentences.prefix(3) {
            let tokens = text.tokens(in: text.sentences[sentence].range)
            // “J'animais la table ronde avec Maud”: who hosts a panel gave no talk.
            guard attendance.attendance(in: tokens, of: text) == .given, firstKind(in: tokens) != .panel else {
                continue
            }
            let groups = NameGroup.groups(in: tokens, of: text, mentions: mentions)
            let partners = groups.filter { group in
                let before = (tokens.lowerBound..<group.tokens.lowerBound).last { text.tokens[$0].kind.isWord }
                return before.map { text.isWord($0, "avec") } ?? false || isBeforeAuthor(group, in: tokens)
            }
            if !partners.isEmpty { return partners.flatMap(\.members) }
        }
        return []
    }

    /// “Maud et moi”.
    private func isBeforeAuthor(_ group: NameGroup, in tokens: Range<Int>) -> Bool {
        let next = (group.tokens.upperBound..<tokens.upperBound).filter { text.tokens[$0].kind.isWord }.prefix(2)
        guard next.count == 2, text.isWord(next[0], "et") else { return false }
        return words.author.match(at: next[1], before: tokens.upperBound, in: text) != nil
    }
}
