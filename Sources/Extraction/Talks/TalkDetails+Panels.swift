import TextModel

/// Who hosts a panel, and who sits on it.
extension TalkDetails {
    /// Who hosts a panel is none of its speakers: “une table ronde animée par X”, “Animée par X” under the heading, “trois
    /// responsables répondaient aux questions de X”.
    func setHosts(of talk: inout TalkFinding, draft: TalkDraft, _ sentences: [Int]) {
        guard talk.kind == .panel else { return }
        var hosts: Set<Int> = []
        for tokens in linesOfNames(of: draft) + sentences.prefix(5).map({ text.tokens(in: text.sentences[$0].range) }) {
            for group in NameGroup.groups(in: tokens, of: text, mentions: mentions)
            where followsHosting(group.tokens.lowerBound, in: tokens) {
                hosts.formUnion(group.members.map(\.person))
            }
        }
        for sentence in sentences.prefix(5) {
            for attribution in attributions(ofSentence: sentence) where attribution.isHosting {
                hosts.formUnion(attribution.speakers.map(\.person))
            }
        }
        talk.hosts = hosts.sorted()
        talk.speakers.removeAll { speaker in speaker.person.map(hosts.contains) ?? false }
    }

    /// The heading, and the line of names under it.
    private func linesOfNames(of draft: TalkDraft) -> [Range<Int>] {
        guard draft.origin == .heading, let section = draft.section else { return [] }
        let heading = text.tokens(in: findings.sections[section].range)
        guard draft.byline != nil, let byline = draft.passages.first else { return [heading] }
        return [heading, text.passages[byline].tokens]
    }

    /// In a panel all speak who are named in a row, but its host: “autour de la table un avocat, X et Y”.
    func addPanel(
        to talk: TalkFinding, _ sentences: [Int], _ add: ([(person: Int, range: TextRange)], SpeakerRule) -> Void
    ) {
        guard talk.kind == .panel, talk.speakers.count <= 1 else { return }
        for sentence in sentences.prefix(3) {
            let tokens = text.tokens(in: text.sentences[sentence].range)
            if let guests = guestsBesideHost(in: tokens), let named = named(in: guests, of: talk) {
                add(named, .talkWith)
                return
            }
            if tokens.contains(where: { words.panels.match(at: $0, before: tokens.upperBound, in: text) != nil }) {
                if let named = named(in: tokens, of: talk) {
                    add(named, .talkWith)
                    return
                }
            }
            let phrases = words.speakerNouns.phrases(in: tokens, of: text)
            for row in rows(of: phrases, in: tokens) where row.reduce(0, { $0 + $1.count }) >= 2 {
                let named = row.flatMap(\.members).filter {
                    !talk.hosts.contains($0.person) && !findings.reporters.contains($0.person)
                }
                guard named.count == row.flatMap(\.members).count, !named.isEmpty else { continue }
                add(named.map { ($0.person, $0.range) }, .talkWith)
                return
            }
        }
    }

    /// Those whom a stretch names beside hosts and reporters; `nil` for none.
    private func named(in tokens: Range<Int>, of talk: TalkFinding) -> [(person: Int, range: TextRange)]? {
        guard !tokens.isEmpty else { return nil }
        let named = mentions.mentions(in: text.range(of: tokens)).filter {
            !talk.hosts.contains($0.person) && !findings.reporters.contains($0.person)
        }
        return named.isEmpty ? nil : named.map { ($0.person, $0.range) }
    }

    /// “animée par X, avec Y, un avocat et le patron d'une PME”: what follows “avec” behind who hosts.
    func guestsBesideHost(in tokens: Range<Int>) -> Range<Int>? {
        for position in tokens {
            guard let agent = words.agents.match(at: position, before: tokens.upperBound, in: text),
                agent.value == .hosting
            else { continue }
            let with = (agent.end..<min(agent.end + 40, tokens.upperBound)).first { text.isWord($0, "avec") }
            if let with { return with + 1..<tokens.upperBound }
        }
        return nil
    }
}
