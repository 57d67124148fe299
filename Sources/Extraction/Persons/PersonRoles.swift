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
        for passage in text.passages {
            let named = index.mentions(in: passage.range)
            if named.isEmpty { continue }
            for sentence in text.sentences[passage.sentences] {
                let inSentence = index.mentions(in: sentence.range)
                if !inSentence.isEmpty { read(sentence, inSentence, in: text, &findings) }
            }
        }
        for person in findings.people.indices {
            if isAuthor(findings.people[person], in: text) { findings.people[person].roles.insert(.author) }
            if isFictional(findings.people[person]) { findings.people[person].roles = [.fictional] }
            if findings.people[person].roles.isEmpty { findings.people[person].roles.insert(.mentioned) }
        }
    }

    /// One pass over a sentence: what its words say holds for the names that follow, and some for the name before.
    private func read(
        _ sentence: Sentence, _ mentions: ArraySlice<PeopleIndex.Entry>, in text: ReportText, _ findings: inout Findings
    ) {
        let tokens = tokens(of: sentence, in: text)
        var next = mentions.startIndex
        var last: PeopleIndex.Entry?
        var hasSelf = false
        var hasPanel = false
        var meeting = false
        var role: PersonRole?
        var agent = false
        for position in tokens {
            let token = text.tokens[position]
            while next < mentions.endIndex, mentions[next].range.start <= token.range.start {
                let mention = mentions[next]
                if meeting, hasSelf { findings.people[mention.person].roles.insert(.met) }
                if let role { findings.people[mention.person].roles.insert(role) }
                last = mention
                next += 1
            }
            switch token.kind {
            case .word, .elidedWord, .hyphenatedWord: break
            case .punctuation:
                // A clause of its own ends what the words before said.
                if text.utf8[token.range.start] == 0x3B { (meeting, role) = (false, nil) }
                continue
            default: continue
            }
            if let last, token.range.start < last.range.end { continue }
            let key = NameKey.key(of: text.utf8[token.range.start..<token.range.end])
            guard let kind = words.kind(of: key) else { continue }
            switch kind {
            case .speakerOfText: hasSelf = true
            case .panel: hasPanel = true
            case .met: meeting = true
            case .organizer: role = .organizer
            case .host:
                // A talk is animated by its speaker, a round table by its host.
                if hasPanel || key.starts(with: "moder".utf8) || key.starts(with: "animat".utf8) { role = .host }
            case .author:
                agent = true
                if let last, key.count > 5 { findings.people[last.person].roles.insert(.author) }
            case .fictional: break
            }
        }
        _ = agent
    }

    private func tokens(of sentence: Sentence, in text: ReportText) -> Range<Int> {
        let first = text.firstToken(from: sentence.range.start)
        return first..<max(first, text.firstToken(from: sentence.range.end))
    }

    private func isAuthor(_ person: PersonFinding, in text: ReportText) -> Bool {
        let keys = Set(([person.name] + person.handles.map { $0.first == "@" ? String($0.dropFirst()) : $0 }).map(NameKey.key(of:)))
        if person.mentions.isEmpty { return true }
        return text.document.metadata.authors.contains { author in
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
