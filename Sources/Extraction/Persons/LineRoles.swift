import TextModel

/// Roles by the line in which a name stands: a byline under the title, a line of names under the heading of a talk, lines
/// that several authors begin in turn.
struct LineRoles {
    let text: ReportText
    let index: PeopleIndex

    func assign(_ findings: inout Findings) {
        let isAnonymous = text.metadata.authors.isEmpty
        if isAnonymous { assignByline(&findings) }
        assignUnderHeadings(&findings)
        dropHosts(&findings)
        if findings.reporters.isEmpty, !findings.people.contains(where: { $0.roles.contains(.author) }) {
            assignTurns(&findings)
        }
    }

    /// A short line near the top with a name and a date, which nothing else follows.
    private func assignByline(_ findings: inout Findings) {
        for passage in text.passages.prefix(4) {
            guard case .paragraph = passage.block.kind, passage.range.count <= 100 else { continue }
            let mentions = index.mentions(in: passage.range)
            guard let mention = mentions.first, mentions.count == 1, passage.sentences.count <= 1,
                text.tokens[passage.tokens].contains(where: { $0.kind == .date || isYear($0) }),
                mention.range.end + 2 >= passage.range.end || mention.range.start - passage.range.start <= 4
            else { continue }
            findings.people[mention.person].roles.insert(.author)
            let isSpeakerHereOnly = findings.talks.contains { talk in
                talk.speakers.contains { $0.person == mention.person && $0.range == mention.range }
            }
            if isSpeakerHereOnly { findings.people[mention.person].roles.remove(.speaker) }
            return
        }
    }

    private func isYear(_ token: Token) -> Bool {
        guard token.kind == .number, token.range.count == 4 else { return false }
        let first = text.utf8[token.range.start]
        return first == 0x31 || first == 0x32
    }

    /// A short paragraph right under the heading of a talk, which a name begins and in which little follows.
    private func assignUnderHeadings(_ findings: inout Findings) {
        for section in findings.sections where section.role == .talk {
            let position = section.passage + 1
            guard position < text.passages.count else { continue }
            let passage = text.passages[position]
            guard case .paragraph = passage.block.kind, passage.range.count <= 80, let last = passage.tokens.last,
                text.utf8[text.tokens[last].range.start] != 0x2E
            else { continue }
            let mentions = index.mentions(in: passage.range)
            guard let first = mentions.first, first.range.start - passage.range.start <= 8 else { continue }
            // A signature, or a byline
            let isByline = text.tokens[passage.tokens].contains { $0.kind == .date || isYear($0) }
            for mention in mentions
            where !isByline && !findings.reporters.contains(mention.person)
                && !findings.people[mention.person].roles.contains(.author)
            {
                findings.people[mention.person].roles.insert(.speaker)
            }
        }
    }

    /// Who hosts the only panel in which they are named as a speaker does not speak.
    private func dropHosts(_ findings: inout Findings) {
        for person in findings.people.indices
        where findings.people[person].roles.isSuperset(of: [.host, .speaker]) {
            let talks = findings.talks.filter { talk in talk.speakers.contains { $0.person == person } }
            if talks.count == 1, talks[0].kind == .panel { findings.people[person].roles.remove(.speaker) }
        }
    }

    /// Zoé : … and Léo : … in turn, each twice and more, in a report by nobody else: they wrote it.
    private func assignTurns(_ findings: inout Findings) {
        var turns: [Int: Int] = [:]
        for passage in text.passages {
            guard case .paragraph = passage.block.kind, let mention = index.mentions(in: passage.range).first,
                mention.range.start == passage.range.start, mention.form == .given
            else { continue }
            let next = text.tokens[text.firstToken(from: mention.range.end)...].first { !$0.kind.isWhiteSpace }
            guard let next, text.utf8[next.range.start] == 0x3A else { continue }
            turns[mention.person, default: 0] += 1
        }
        let authors = turns.filter { $0.value >= 2 }.keys
        guard authors.count >= 2 else { return }
        for person in authors where findings.people[person].roles.isDisjoint(with: [.speaker, .host]) {
            findings.people[person].roles.insert(.author)
        }
    }
}
