import TextModel

/// Fills in a talk that was found: title, speakers, kind, attendance, extent.
struct TalkDetails {
    private let text: ReportText
    private let findings: Findings
    private let words: TalkWords
    private let attendance: AttendanceWords
    private let speakerNouns: SpeakerNouns
    private let mentions: PeopleIndex
    private let attributions: [Int: [Attribution]]

    init(
        text: ReportText, findings: Findings, words: TalkWords, attendance: AttendanceWords, speakerNouns: SpeakerNouns
    ) {
        self.text = text
        self.findings = findings
        self.words = words
        self.attendance = attendance
        self.speakerNouns = speakerNouns
        mentions = PeopleIndex(findings.people)
        attributions = Dictionary(grouping: findings.attributions, by: \.passage)
    }

    func talk(of draft: TalkDraft) -> TalkFinding {
        var talk = TalkFinding(rule: draft.origin.rawValue)
        talk.section = draft.section
        let sentences = self.sentences(of: draft)
        setTitle(of: &talk, draft: draft, sentences: sentences)
        setSpeakers(of: &talk, draft: draft, sentences: sentences)
        setKind(of: &talk, draft: draft, sentences: sentences)
        if let first = sentences.first, let last = sentences.last {
            talk.body = TextRange(text.sentences[first].range.start, text.sentences[last].range.end)
        }
        setAttendance(of: &talk, draft: draft, sentences: sentences)
        return talk
    }

    /// The sentences that recount the talk, a byline and a line of names left out.
    private func sentences(of draft: TalkDraft) -> [Int] {
        var result: [Int] = []
        for index in draft.passages {
            let passage = text.passages[index]
            guard passage.block.kind.isProse, passage.block.kind.headingLevel == nil else { continue }
            if draft.origin == .heading, index == draft.passages.lowerBound,
                HeadingParts(of: passage, in: text, mentions: mentions, words: words).isByline
            {
                continue
            }
            for sentence in passage.sentences {
                let range = text.sentences[sentence].range
                if let start = draft.start, range.start < start { continue }
                if let end = draft.end, range.start >= end { return result }
                result.append(sentence)
            }
        }
        return result
    }

    // MARK: Title

    private func setTitle(of talk: inout TalkFinding, draft: TalkDraft, sentences: [Int]) {
        if let parts = draft.parts, let title = parts.title {
            talk.title = title
            talk.titleSource = draft.origin == .heading ? .heading : .text
            return
        }
        switch draft.origin {
        case .report:
            if let title = findings.sections.isEmpty || draft.section == nil ? titlePassage() : nil {
                let parts = HeadingParts(of: title, in: text, mentions: mentions, words: words)
                talk.title = parts.title
                talk.titleSource = .documentTitle
            } else if let title = text.document.metadata.title {
                talk.metadataTitle = title
                talk.titleSource = .documentTitle
            }
        case .heading, .item, .attribution:
            let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
            for sentence in draft.attribution.map({ [$0.sentence] }) ?? Array(sentences.prefix(2)) {
                let range = text.sentences[sentence].range
                guard let passage = text.passage(at: range.start),
                    let title = quoted.find(
                        in: text.tokens(in: range), of: text.passages[passage], near: draft.attribution?.range)
                else { continue }
                talk.title = title
                talk.titleSource = .text
                return
            }
        }
    }

    private func titlePassage() -> Passage? {
        Outline(of: text).titlePassage.map { text.passages[$0] }
    }

    // MARK: Speakers

    private func setSpeakers(of talk: inout TalkFinding, draft: TalkDraft, sentences: [Int]) {
        func add(_ members: [(person: Int, range: TextRange)], _ rule: SpeakerRule) {
            for member in members where !talk.speakers.contains(where: { $0.person == member.person }) {
                talk.speakers.append(SpeakerFinding(person: member.person, range: member.range, rule: rule))
            }
        }
        if let parts = draft.parts, !parts.speakers.isEmpty {
            add(parts.speakers.map { ($0.person, $0.range) }, draft.origin == .item ? .item : .heading)
        }
        if let attribution = draft.attribution {
            add(attribution.speakers.map { ($0.person, $0.range) }, attribution.rule)
        }
        if draft.origin == .report { addSpeakersOfReport(add) }
        if talk.speakers.isEmpty, let first = draft.passages.first, draft.origin == .heading {
            let parts = HeadingParts(of: text.passages[first], in: text, mentions: mentions, words: words)
            if parts.isByline { add(parts.speakers.map { ($0.person, $0.range) }, .byline) }
        }
        if talk.speakers.isEmpty || draft.origin == .report {
            let reach = draft.origin == .report ? sentences : Array(sentences.prefix(5))
            var found = reach.flatMap { attributions(ofSentence: $0) }
            if draft.origin == .report, found.contains(where: { $0.rule != .tells }) {
                found.removeAll { $0.rule == .tells }
            }
            if let first = found.first, talk.speakers.isEmpty {
                add(first.speakers.map { ($0.person, $0.range) }, first.rule)
            }
        }
        if talk.speakers.isEmpty, let first = sentences.first { addFirstSubject(of: first, add) }
        if talk.speakers.isEmpty, draft.origin == .heading { addOnlyPerson(in: sentences.prefix(3), add) }
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
        addUnnamed(to: &talk, sentences: sentences)
    }

    private func attributions(ofSentence sentence: Int) -> [Attribution] {
        guard let passage = text.passage(at: text.sentences[sentence].range.start) else { return [] }
        return (attributions[passage] ?? []).filter { $0.sentence == sentence }
    }

    /// In a report on one talk the names of its title are those of the speakers.
    private func addSpeakersOfReport(_ add: ([(person: Int, range: TextRange)], SpeakerRule) -> Void) {
        let title = ReportTitle(of: text, outline: Outline(of: text))
        let named = findings.people.indices.filter { title.names(anyOf: [findings.people[$0]]) }
        add(
            named.compactMap { person in findings.people[person].mentions.first.map { (person, $0.range) } },
            .documentTitle)
    }

    /// “X est développeuse chez Acme. Elle…”: the names that begin the first sentence.
    private func addFirstSubject(of sentence: Int, _ add: ([(person: Int, range: TextRange)], SpeakerRule) -> Void) {
        let tokens = text.tokens(in: text.sentences[sentence].range)
        guard let group = NameGroup.groups(in: tokens, of: text, mentions: mentions).first,
            text.nextWord(from: tokens.lowerBound, before: group.tokens.lowerBound) == nil
        else { return }
        add(group.members.map { ($0.person, $0.range) }, .firstSubject)
    }

    /// The one person whom the first sentences under a heading name.
    private func addOnlyPerson(
        in sentences: ArraySlice<Int>, _ add: ([(person: Int, range: TextRange)], SpeakerRule) -> Void
    ) {
        var found: PeopleIndex.Entry?
        for sentence in sentences {
            for mention in mentions.mentions(in: text.sentences[sentence].range) {
                if let found, found.person != mention.person { return }
                found = found ?? mention
            }
        }
        if let found { add([(found.person, found.range)], .onlyPerson) }
    }

    private func addUnnamed(to talk: inout TalkFinding, sentences: [Int]) {
        for sentence in sentences.prefix(talk.speakers.isEmpty ? 3 : 2) {
            let tokens = text.tokens(in: text.sentences[sentence].range)
            guard let found = speakerNouns.unnamed(in: tokens, of: text) else { continue }
            let missing = found.reason == .forgotten ? found.count : found.count - talk.speakers.count
            guard missing > 0, talk.speakers.isEmpty || found.reason == .forgotten || found.count > 2 else { return }
            for _ in 0..<missing {
                talk.speakers.append(
                    SpeakerFinding(
                        range: found.range, unnamedReason: found.reason,
                        rule: found.count > 1 ? .counted : .unnamed))
            }
            return
        }
    }

    // MARK: Kind and attendance

    private func setKind(of talk: inout TalkFinding, draft: TalkDraft, sentences: [Int]) {
        if let kind = draft.parts?.kind {
            talk.kind = kind
            return
        }
        if let kind = draft.attribution?.kind, kind != .talk {
            talk.kind = kind
            return
        }
        if let section = draft.section, let kind = groupKind(around: section, isOwn: draft.origin != .heading) {
            talk.kind = kind
            return
        }
        if let heading = draft.origin == .heading ? draft.section : nil,
            let kind = firstKind(in: text.passages[findings.sections[heading].passage].tokens),
            kind == .testimony || kind == .panel
        {
            talk.kind = kind
            return
        }
        for sentence in sentences.prefix(2) {
            if let kind = firstKind(in: text.tokens(in: text.sentences[sentence].range)) {
                if kind == .talk { continue }
                talk.kind = kind
                return
            }
        }
    }

    /// The kind that a heading over several talks tells: “Quickies”, “Les ateliers”.
    private func groupKind(around section: Int, isOwn: Bool) -> TalkKind? {
        var next = isOwn ? section : findings.sections[section].parent
        while let index = next {
            let above = findings.sections[index]
            if above.role == .group, let kind = firstKind(in: text.passages[above.passage].tokens), kind != .talk {
                return kind
            }
            next = above.parent
        }
        return nil
    }

    private func firstKind(in tokens: Range<Int>) -> TalkKind? {
        var position = tokens.lowerBound
        while position < tokens.upperBound {
            if let match = words.nouns.match(at: position, before: tokens.upperBound, in: text) {
                if match.value != .talk, match.value != .demo, match.value != .other { return match.value }
                position = match.end
            } else {
                position += 1
            }
        }
        return nil
    }

    private func setAttendance(of talk: inout TalkFinding, draft: TalkDraft, sentences: [Int]) {
        let isBare = draft.origin == .item && isOnlyHead(draft, sentences: sentences)
        if sentences.isEmpty || isBare {
            talk.attendance = .listed
            talk.body = nil
            return
        }
        for sentence in sentences.prefix(3) {
            if let found = attendance.attendance(in: text.tokens(in: text.sentences[sentence].range), of: text) {
                talk.attendance = found
                return
            }
        }
        var next = draft.section
        while let index = next {
            let section = findings.sections[index]
            if section.role == .group,
                let found = attendance.attendance(in: text.passages[section.passage].tokens, of: text)
            {
                talk.attendance = found
                return
            }
            next = section.parent
        }
    }

    /// Whether an item says no more than title and names.
    private func isOnlyHead(_ draft: TalkDraft, sentences: [Int]) -> Bool {
        guard sentences.count <= 1, draft.passages.count == 1 else { return false }
        let passage = text.passages[draft.passages.lowerBound]
        let names = draft.attribution?.range.count ?? 0
        let title = draft.parts?.title?.count ?? 0
        return passage.range.count <= names + title + 40
    }
}
