import TextModel

/// Who gave a talk, by all that the report says of it.
extension TalkDetails {
    func setSpeakers(of talk: inout TalkFinding, draft: TalkDraft, sentences: [Int]) {
        func add(_ members: [(person: Int, range: TextRange)], _ rule: SpeakerRule) {
            for member in members where !talk.speakers.contains(where: { $0.person == member.person }) {
                talk.speakers.append(SpeakerFinding(person: member.person, range: member.range, rule: rule))
            }
        }
        if let parts = draft.parts, !parts.speakers.isEmpty {
            add(parts.speakers.map { ($0.person, $0.range) }, draft.origin == .item ? .item : .heading)
        }
        // “Maud Tessier ouvre le bal” over “Titre : …”: whom the heading names gave the talk.
        if talk.speakers.isEmpty, let section = draft.section, draft.labelledTitle != nil {
            let named = NameGroup.groups(
                in: text.tokens(in: findings.sections[section].range), of: text, mentions: mentions)
            if let only = named.first, named.count == 1 { add(only.members.map { ($0.person, $0.range) }, .heading) }
        }
        if let attribution = draft.attribution {
            add(attribution.speakers.map { ($0.person, $0.range) }, attribution.rule)
        }
        if draft.origin == .report {
            for (person, range) in speakersOfTitle where !talk.speakers.contains(where: { $0.person == person }) {
                talk.speakers.append(SpeakerFinding(person: person, range: range, rule: .documentTitle))
            }
            for person in speakersOfMetadata where !talk.speakers.contains(where: { $0.person == person }) {
                talk.speakers.append(SpeakerFinding(person: person, range: nil, rule: .frontMatter))
            }
        }
        if talk.speakers.isEmpty { add(draft.byline?.speakers.map { ($0.person, $0.range) } ?? [], .byline) }
        addLabelled(of: draft, add)
        if talk.attendance == .given || isBylineOfAuthor(draft) {
            talk.attendance = .given
            let isAlone = talk.speakers.isEmpty
            addAuthor(to: &talk)
            add(draft.partners.map { ($0.person, $0.range) }, .givesTalk)
            if isAlone { return }
        }
        if talk.speakers.isEmpty || draft.origin == .report {
            let reach = draft.origin == .report ? sentences : Array(sentences.prefix(5))
            var found = reach.flatMap { attributions(ofSentence: $0) }
            if draft.origin == .report { found = Self.surest(of: found) }
            // “X et Y travaillent chez Acme. X explique”: the subject of the first sentence says more.
            if draft.origin == .heading, let first = found.first, first.rule == .tells,
                first.sentence != sentences.first,
                let opening = sentences.first
            {
                addFirstSubject(of: opening, add)
            }
            if let first = found.first, talk.speakers.isEmpty {
                add(first.speakers.map { ($0.person, $0.range) }, first.rule)
            }
        }
        add(talk.speakers.isEmpty ? draft.listedSpeakers.map { ($0.person, $0.range) } : [], .item)
        if talk.speakers.isEmpty, let first = sentences.first { addFirstSubject(of: first, add) }
        // “« Titre » ouvrait la journée. Maud Tessier, meunière, …”.
        if talk.speakers.isEmpty, draft.origin == .item, draft.parts != nil || beginsWithTitle(draft),
            let second = sentences.dropFirst().first
        {
            addFirstSubject(of: second, add)
        }
        if talk.speakers.isEmpty, draft.origin == .heading || draft.attribution == nil && draft.origin == .attribution {
            addOnlyPerson(in: sentences.prefix(3), add)
        }
        // Far into the text, only who is said to have given a talk.
        if talk.speakers.isEmpty, draft.origin == .heading,
            let given = sentences.prefix(40).dropFirst(5).lazy.compactMap({ sentence in
                attributions(ofSentence: sentence).first { $0.rule == .givesTalk }
            }).first
        {
            add(given.speakers.map { ($0.person, $0.range) }, given.rule)
        }
        // Others who give the talk together with a speaker who is known.
        for sentence in sentences.prefix(8) {
            for attribution in attributions(ofSentence: sentence)
            where attribution.rule != .tells
                && attribution.speakers.contains(where: { speaker in
                    talk.speakers.contains { $0.person == speaker.person }
                })
            {
                add(attribution.speakers.map { ($0.person, $0.range) }, attribution.rule)
            }
        }
        setHosts(of: &talk, draft: draft, sentences)
        addPanel(to: talk, sentences, add)
        addUnnamed(to: &talk, draft: draft, sentences: sentences)
    }

    /// Attributions of a whole report without those that others outdo: who tells something by who gave the talk, who is
    /// only introduced by who is said to have spoken.
    private static func surest(of attributions: [Attribution]) -> [Attribution] {
        let told = attributions.filter { $0.rule != .tells }
        if told.isEmpty { return attributions }
        let stated = told.filter { $0.rule != .introduced }
        return stated.isEmpty ? told : stated
    }

    /// “Speaker : X”, “Invitée : Y” in the lines under the heading.
    private func addLabelled(of draft: TalkDraft, _ add: ([(person: Int, range: TextRange)], SpeakerRule) -> Void) {
        guard draft.origin == .heading else { return }
        for passage in draft.passages.prefix(3) {
            for attribution in attributions[passage] ?? [] where attribution.rule == .label {
                add(attribution.speakers.map { ($0.person, $0.range) }, .label)
                // “Speakers : Maud Tessier, gardienne ⏎ Zoé Martin, peintre” as lines of pasted text.
                if draft.passages.contains(passage + 1), text.passages[passage + 1].block.candidate != nil,
                    let next = text.nameBeforeComma(in: text.passages[passage + 1], mentions: mentions)
                {
                    add([(next.person, next.range)], .label)
                }
            }
        }
    }

    func attributions(ofSentence sentence: Int) -> [Attribution] {
        guard let passage = text.passage(at: text.sentences[sentence].range.start) else { return [] }
        let all = attributions[passage] ?? []
        return Array(all[all.firstPosition { $0.sentence >= sentence }...].prefix { $0.sentence == sentence })
    }

    /// In a report on one talk the names of its title are those of the speakers; they need not stand in the text.
    private var speakersOfTitle: [(person: Int, range: TextRange?)] {
        findings.people.indices.filter { person in
            !findings.reporters.contains(person) && reportTitle.names(anyOf: [findings.people[person]], in: text)
        }.map { ($0, findings.people[$0].mentions.first?.range) }
    }

    /// Those whom front matter names as speakers; they need not stand in the text.
    private var speakersOfMetadata: [Int] {
        text.metadata.speakers.compactMap { speaker in
            findings.people.firstIndex { text.isCalled($0, speaker.text) }
        }
    }

    /// “X est développeuse chez Acme. Elle…”, “Changement de ton : X …”: the names that begin the first sentence, or stand
    /// right behind a colon in it.
    private func addFirstSubject(of sentence: Int, _ add: ([(person: Int, range: TextRange)], SpeakerRule) -> Void) {
        let tokens = text.tokens(in: text.sentences[sentence].range)
        guard let group = NameGroup.groups(in: tokens, of: text, mentions: mentions).first,
            text.previousWord(before: group.tokens.lowerBound, from: tokens.lowerBound)
                .map({ text.sign($0) == UInt8(ascii: ":") }) ?? true
        else { return }
        add(group.members.map { ($0.person, $0.range) }, .firstSubject)
    }

    /// Whether somebody is rather cited: by the family name alone, or known to all.
    private func isCited(_ mention: PeopleIndex.Entry) -> Bool {
        let mentions = findings.people[mention.person].mentions
        return !mentions.contains { $0.form == .full || $0.form == .given || $0.form == .handle }
            || mentions.contains { $0.rule == "citation" || $0.rule == "well_known_person" }
    }

    private func beginsWithTitle(_ draft: TalkDraft) -> Bool {
        ItemHead.beginsWithTitle(text.passages[draft.passages.lowerBound], in: text)
    }

    private func isAuthor(_ person: Int) -> Bool {
        findings.reporters.contains(person)
            || text.metadata.authors.contains { text.isCalled(findings.people[person], $0.text) }
    }

    /// The one person whom the first sentences under a heading name, or name in full; or the only two, joined by “et”.
    private func addOnlyPerson(
        in sentences: ArraySlice<Int>, _ add: ([(person: Int, range: TextRange)], SpeakerRule) -> Void
    ) {
        let named = sentences.flatMap { mentions.mentions(in: text.sentences[$0].range) }
            .filter { !isCited($0) && !isAuthor($0.person) }
        let inFull = named.filter { mentions.namesInFull($0.range) }
        let all = inFull.isEmpty ? named : inFull
        guard let found = all.first else { return }
        let others = all.filter { $0.person != found.person }
        if others.isEmpty {
            add([(found.person, found.range)], .onlyPerson)
        } else if let other = others.first, others.allSatisfy({ $0.person == other.person }),
            found.form == .full, other.form == .full, areJoined(found, other)
        {
            add([(found.person, found.range), (other.person, other.range)], .onlyPerson)
        }
    }

    /// “C'est le point de vue de X et de Y”
    private func areJoined(_ first: PeopleIndex.Entry, _ second: PeopleIndex.Entry) -> Bool {
        guard first.range.end < second.range.start else { return false }
        let between = text.token(at: first.range.end - 1) + 1..<text.token(at: second.range.start)
        let words = between.filter { text.tokens[$0].kind.isWord }
        return between.count <= 6 && !words.isEmpty
            && words.allSatisfy { text.isWord($0, "et") || self.words.smallWords.has($0, .of, in: text) }
    }
}
