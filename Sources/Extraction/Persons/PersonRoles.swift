import Lexicons
import TextModel

/// Roles by what the talks, the metadata and the sentences around a name say; mentioned where nothing says more.
struct PersonRoles {
    let words: PersonRoleWords

    func assign(in text: ReportText, _ findings: inout Findings) {
        for talk in findings.talks {
            for speaker in talk.speakers {
                if let person = speaker.person, findings.people.indices.contains(person) {
                    findings.people[person].roles.insert(.speaker)
                }
            }
        }
        let index = PeopleIndex(findings.people)
        // What the line before a list says of those it names: Merci aux organisateurs :
        var announced = State()
        for passage in text.passages {
            let isItem = if case .item = passage.block.kind { true } else { false }
            if case .heading = passage.block.kind { announced = State() }
            var state = State()
            for sentence in text.sentences[passage.sentences] {
                state = isItem ? announced : State()
                read(sentence, index.mentions(in: sentence.range), in: text, &findings, &state)
            }
            guard !isItem else { continue }
            if passage.range.count > 0, text.utf8[passage.range.end - 1] == 0x3A {
                if state.role != nil || (state.isMeeting && state.hasSelf) { announced = state }
            } else if index.mentions(in: passage.range).isEmpty,
                state.role == .organizer || (state.isMeeting && state.hasSelf)
            {
                // C'est aussi l'occasion de rencontrer du monde: the list below tells whom.
                announced = state
            } else {
                announced = State()
            }
        }
        for person in findings.people.indices {
            if isAuthor(findings.people[person], in: text) { findings.people[person].roles.insert(.author) }
            if isFictional(findings.people[person]) { findings.people[person].roles = [.fictional] }
            if findings.people[person].roles.isEmpty { findings.people[person].roles.insert(.mentioned) }
        }
    }

    /// What a sentence has said up to a place.
    private struct State {
        var hasSelf = false
        var hasPanel = false
        var isMeeting = false
        var role: PersonRole?
        var isTeam = false
    }

    /// One pass over a sentence: what its words say holds for the names that follow, and some for the name before.
    private func read(
        _ sentence: Sentence, _ mentions: ArraySlice<PeopleIndex.Entry>, in text: ReportText,
        _ findings: inout Findings,
        _ state: inout State
    ) {
        var next = mentions.startIndex
        var last: PeopleIndex.Entry?
        var wordsSinceLast = 0
        for token in text.tokens[tokens(of: sentence, in: text)] {
            while next < mentions.endIndex, mentions[next].range.start <= token.range.start {
                let mention = mentions[next]
                if state.isMeeting, state.hasSelf { findings.people[mention.person].roles.insert(.met) }
                if let role = state.role { findings.people[mention.person].roles.insert(role) }
                last = mention
                wordsSinceLast = 0
                next += 1
            }
            switch token.kind {
            case .word, .elidedWord, .hyphenatedWord: break
            case .punctuation:
                switch text.utf8[token.range.start] {
                // A clause of its own ends what the words before said.
                case 0x3B: (state.isMeeting, state.role) = (false, nil)
                // toute l'équipe de l'événement : Zoé, Léo
                case 0x3A: if state.isTeam { state.role = .organizer }
                default: break
                }
                continue
            default: continue
            }
            if let last, token.range.start < last.range.end { continue }
            wordsSinceLast += 1
            guard let kind = words.kind(of: NameKey.key(of: text.utf8[token.range.start..<token.range.end])) else {
                continue
            }
            switch kind {
            case .speakerOfText: state.hasSelf = true
            case .coauthor:
                state.hasSelf = true
                // Zoé Martin et moi
                if let last, wordsSinceLast == 2 { findings.people[last.person].roles.insert(.author) }
            case .panel: state.hasPanel = true
            case .team: state.isTeam = true
            case .met: if isParticiple(token, in: text) { state.isMeeting = true }
            case .meeting: (state.isMeeting, state.hasSelf) = (true, true)
            case .organizer:
                if let last, wordsSinceLast <= 4 { findings.people[last.person].roles.insert(.organizer) }
                state.role = .organizer
            // A talk is animated by its speaker, a round table by its host.
            case .host: if state.hasPanel { state.role = .host }
            case .moderator: state.role = .host
            case .author: if last == nil { state.role = .author }
            case .fictional: break
            }
        }
    }

    /// `rencontré`, but not the noun `rencontre`.
    private func isParticiple(_ token: Token, in text: ReportText) -> Bool {
        let last = text.utf8[token.range.end - 1]
        let beforeLast = token.range.count > 1 ? text.utf8[token.range.end - 2] : 0
        return last != 0x65 && !(last == 0x73 && beforeLast == 0x65)
    }

    private func tokens(of sentence: Sentence, in text: ReportText) -> Range<Int> {
        let first = text.firstToken(from: sentence.range.start)
        return first..<max(first, text.firstToken(from: sentence.range.end))
    }

    private func isAuthor(_ person: PersonFinding, in text: ReportText) -> Bool {
        let keys = Set(
            ([person.name] + person.handles.map { $0.first == "@" ? String($0.dropFirst()) : $0 }).map(NameKey.key(of:))
        )
        if person.mentions.isEmpty { return true }
        return text.metadata.authors.contains { author in
            guard let name = MetadataAuthors.name(author.text) else { return false }
            return keys.contains(NameKey.key(of: name[...].utf8.first == 0x40 ? String(name.dropFirst()) : name))
        }
    }

    /// `Père Castor`, `Mister Robot`: a title that no human bears.
    private func isFictional(_ person: PersonFinding) -> Bool {
        person.mentions.contains { $0.rule == "epithet" } && !person.roles.contains(.speaker)
    }
}

extension ReportText {
    /// The position of the first token that begins at an offset or after it.
    func firstToken(from offset: Int) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].range.start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
