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
        // Who gave a talk that is only named spoke all the same; a title alone may be that of a book.
        for attribution in findings.attributions where !attribution.isHosting && attribution.kind != nil {
            guard [.by, .talkOf].contains(attribution.rule) else { continue }
            for speaker in attribution.speakers where !findings.reporters.contains(speaker.person) {
                findings.people[speaker.person].roles.insert(.speaker)
            }
        }
        let index = PeopleIndex(findings)
        let sentences = SentenceRoles(text: text, words: words)
        // What the line before a list says of those it names: Merci aux organisateurs :
        var announced = SentenceRoles.State()
        for passage in text.passages {
            let isItem = if case .item = passage.block.kind { true } else { false }
            if case .heading = passage.block.kind { announced = SentenceRoles.State() }
            var state = SentenceRoles.State()
            for position in passage.sentences {
                let sentence = text.sentences[position]
                let mentions = index.mentions(in: sentence.range)
                // Where nobody is named, only the end of a passage may tell something: of the list below.
                if mentions.isEmpty, isItem || position + 1 < passage.sentences.upperBound { continue }
                state = isItem ? announced : SentenceRoles.State()
                sentences.read(sentence, mentions, &findings.people, &state)
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
                announced = SentenceRoles.State()
            }
        }
        setHosts(&findings)
        LineRoles(text: text, words: words, index: index).assign(&findings)
        let authors = MetadataAuthors.keys(of: text.metadata.authors.map { $0.text })
        for person in findings.people.indices {
            if findings.reporters.contains(person) || MetadataAuthors.isAuthor(findings.people[person], authors) {
                findings.people[person].roles.insert(.author)
            }
            if isFictional(findings.people[person]) { findings.people[person].roles = [.fictional] }
            if findings.people[person].roles.isEmpty { findings.people[person].roles.insert(.mentioned) }
        }
    }

    /// Who hosts a panel gave no talk by that.
    private func setHosts(_ findings: inout Findings) {
        let speakers = Set(findings.talks.flatMap(\.speakers).compactMap(\.person))
        for host in Set(findings.talks.flatMap(\.hosts)) {
            findings.people[host].roles.insert(.host)
            if !speakers.contains(host) { findings.people[host].roles.remove(.speaker) }
        }
    }

    /// `Père Phare`, `Mister Robot`: a title that no human bears; or somebody whom readers know from fiction.
    private func isFictional(_ person: PersonFinding) -> Bool {
        person.mentions.contains { $0.rule == "epithet" || $0.rule == "fictional_character" }
            && !person.roles.contains(.speaker)
    }
}
