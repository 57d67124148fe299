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
    private let reportTitle: ReportTitle
    private let titleWords: ReportTitleWords
    /// What the title of the report says of all its talks: “Une conf en replay”.
    private let attendanceOfReport: Attendance?
    /// Whether the headings of the report's talks are mostly of one word or two.
    private let hasShortHeadings: Bool

    /// - Parameters:
    ///   - mentions: those of the people of `findings`.
    ///   - attributions: those of `findings`, by passage.
    init(
        text: ReportText, findings: Findings, words: TalkWords, attendance: AttendanceWords, speakerNouns: SpeakerNouns,
        titleWords: ReportTitleWords, mentions: PeopleIndex, attributions: [Int: [Attribution]]
    ) {
        self.text = text
        self.findings = findings
        self.words = words
        self.attendance = attendance
        self.speakerNouns = speakerNouns
        self.titleWords = titleWords
        self.mentions = mentions
        self.attributions = attributions
        reportTitle = ReportTitle(of: text, passage: findings.titlePassage)
        attendanceOfReport = attendance.attendance(in: reportTitle.words[...])
        let lengths = findings.sections.filter { $0.role == .talk }.map { text.wordCount($0.range) }.sorted()
        hasShortHeadings = lengths.count >= 3 && lengths[lengths.count / 2] <= 3
    }

    func talk(of draft: TalkDraft) -> TalkFinding {
        var talk = TalkFinding(rule: draft.origin.rawValue)
        talk.section = draft.section
        let sentences = self.sentences(of: draft)
        setTitle(of: &talk, draft: draft, sentences: sentences)
        if let first = sentences.first, let last = sentences.last {
            talk.body = TextRange(text.sentences[first].range.start, text.sentences[last].range.end)
        }
        setAttendance(of: &talk, draft: draft, sentences: sentences)
        setSpeakers(of: &talk, draft: draft, sentences: sentences)
        setKind(of: &talk, draft: draft, sentences: sentences)
        return talk
    }

    /// The sentences that recount the talk, a byline and a line of names left out.
    private func sentences(of draft: TalkDraft) -> [Int] {
        let told = sentences(of: draft) { $0.isProse && $0.headingLevel == nil }
        // A talk of which the report only quotes the announcement.
        return told.isEmpty && draft.origin == .heading ? sentences(of: draft) { $0 == .quote } : told
    }

    private func sentences(of draft: TalkDraft, in isWanted: (Block.Kind) -> Bool) -> [Int] {
        var result: [Int] = []
        for index in draft.passages {
            let passage = text.passages[index]
            guard isWanted(passage.block.kind) else { continue }
            if draft.origin == .heading, index == draft.passages.lowerBound,
                !mentions.mentions(in: passage.range).isEmpty,
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
        if let parts = draft.parts, let title = parts.title, !isTopic(title, draft: draft) {
            talk.title = title
            talk.titleSource = draft.origin == .heading ? .heading : .text
            return
        }
        if let title = draft.attribution?.title {
            talk.title = title
            talk.titleSource = .text
            return
        }
        switch draft.origin {
        case .report:
            setTitleOfReport(of: &talk)
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

    /// A single word over a talk names its topic, where the headings of the report's talks are mostly that short.
    private func isTopic(_ title: TextRange, draft: TalkDraft) -> Bool {
        draft.origin == .heading && draft.parts?.speakers.isEmpty == true && draft.parts?.isQuoted == false
            && text.wordCount(title) <= 3
            && hasShortHeadings
    }

    /// The title of a report on one talk, without what is the report's: the event, those who spoke.
    private func setTitleOfReport(of talk: inout TalkFinding) {
        if let passage = findings.titlePassage {
            let range = text.passages[passage].range
            guard let title = titleOfTalk(Array(text.utf8[range.start..<range.end])) else { return }
            talk.title = TextRange(range.start + title.lowerBound, range.start + title.upperBound)
            talk.titleSource = .documentTitle
        } else if let whole = text.document.metadata.title {
            let matching = text.metadata.title?.text ?? whole.text
            guard let part = titleOfTalk(Array(matching.utf8)),
                let title = Self.place(of: part, in: matching, as: whole.text)
            else { return }
            let bytes = Array(whole.text.utf8)
            // A value that front matter writes with escapes is no slice of the source: then its whole place is given.
            let place = whole.range.map { range in
                range.end - range.start == bytes.count
                    ? SourceRange(range.start + title.lowerBound, range.start + title.upperBound) : range
            }
            talk.metadataTitle = Metadata.Value(String(decoding: bytes[title], as: UTF8.self), at: place)
            talk.titleSource = .documentTitle
        }
    }

    /// Where a part of a text in matching form stands in the text as written, which has the same words between its spaces.
    ///
    /// - Returns: half-open, in UTF-8 bytes of `written`.
    private static func place(of part: Range<Int>, in matching: String, as written: String) -> Range<Int>? {
        let own = matching.split(whereSeparator: \.isWhitespace)
        let theirs = written.split(whereSeparator: \.isWhitespace)
        let start = matching.utf8.index(matching.startIndex, offsetBy: part.lowerBound)
        let end = matching.utf8.index(matching.startIndex, offsetBy: part.upperBound)
        guard own.count == theirs.count, let first = own.firstIndex(where: { $0.endIndex > start }),
            let last = own.lastIndex(where: { $0.startIndex < end })
        else { return nil }
        // What is cut off within a word is a mark or two, the same in both.
        let before = matching.distance(from: own[first].startIndex, to: max(start, own[first].startIndex))
        let after = matching.distance(from: min(end, own[last].endIndex), to: own[last].endIndex)
        let from = written.index(theirs[first].startIndex, offsetBy: before, limitedBy: theirs[first].endIndex)
        let to = written.index(theirs[last].endIndex, offsetBy: -after, limitedBy: theirs[last].startIndex)
        guard let from, let to, from < to else { return nil }
        return written.utf8.distance(
            from: written.startIndex, to: from)..<written.utf8.distance(from: written.startIndex, to: to)
    }

    private func titleOfTalk(_ title: [UInt8]) -> Range<Int>? {
        let people = findings.people.indices.filter { !findings.reporters.contains($0) }
            .map { text.matchingName(of: findings.people[$0]) }
        return ReportTitleParts(
            title, event: findings.event, people: people, words: words, titleWords: titleWords
        ).title
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
        if draft.origin == .report {
            add(speakersOfTitle, .documentTitle)
            for person in speakersOfMetadata where !talk.speakers.contains(where: { $0.person == person }) {
                talk.speakers.append(SpeakerFinding(person: person, range: nil, rule: .frontMatter))
            }
        }
        if talk.speakers.isEmpty { add(byline(of: draft).map { ($0.person, $0.range) }, .byline) }
        if talk.attendance == .given, talk.speakers.isEmpty {
            addAuthor(to: &talk)
            return
        }
        if talk.speakers.isEmpty || draft.origin == .report {
            let reach = draft.origin == .report ? sentences : Array(sentences.prefix(5))
            var found = reach.flatMap { attributions(ofSentence: $0) }
            if draft.origin == .report { found = Self.surest(of: found) }
            if let first = found.first, talk.speakers.isEmpty {
                add(first.speakers.map { ($0.person, $0.range) }, first.rule)
            }
        }
        add(talk.speakers.isEmpty ? draft.listedSpeakers.map { ($0.person, $0.range) } : [], .item)
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

    /// Attributions of a whole report without those that others outdo: who tells something by who gave the talk, who is
    /// only introduced by who is said to have spoken.
    private static func surest(of attributions: [Attribution]) -> [Attribution] {
        let told = attributions.filter { $0.rule != .tells }
        if told.isEmpty { return attributions }
        let stated = told.filter { $0.rule != .introduced }
        return stated.isEmpty ? told : stated
    }

    /// Those whom a line of names under the heading names.
    private func byline(of draft: TalkDraft) -> [NameGroup.Member] {
        guard draft.origin == .heading, let first = draft.passages.first,
            !mentions.mentions(in: text.passages[first].range).isEmpty
        else { return [] }
        let parts = HeadingParts(of: text.passages[first], in: text, mentions: mentions, words: words)
        return parts.isByline ? parts.speakers : []
    }

    /// The author gave the talk: the one whom the report names as such, or somebody without a name.
    private func addAuthor(to talk: inout TalkFinding) {
        let names = text.metadata.authors.map { $0.text.lowercased() }
        if names.count == 1,
            let author = findings.people.firstIndex(where: { names.contains(text.matchingName(of: $0)) })
        {
            talk.speakers = [SpeakerFinding(person: author, range: nil, rule: .author)]
        } else {
            talk.speakers = [SpeakerFinding(range: nil, unnamedReason: .author, rule: .author)]
        }
    }

    private func attributions(ofSentence sentence: Int) -> [Attribution] {
        guard let passage = text.passage(at: text.sentences[sentence].range.start) else { return [] }
        let all = attributions[passage] ?? []
        return Array(all[all.firstPosition { $0.sentence >= sentence }...].prefix { $0.sentence == sentence })
    }

    /// In a report on one talk the names of its title are those of the speakers.
    private var speakersOfTitle: [(person: Int, range: TextRange)] {
        findings.people.indices.compactMap { person in
            guard reportTitle.names(anyOf: [findings.people[person]], in: text) else { return nil }
            return findings.people[person].mentions.first.map { (person, $0.range) }
        }
    }

    /// Those whom front matter names as speakers; they need not stand in the text.
    private var speakersOfMetadata: [Int] {
        text.metadata.speakers.compactMap { speaker in
            findings.people.firstIndex { text.matchingName(of: $0) == speaker.text.lowercased() }
        }
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
        // “5 lightning talks”.
        if talk.speakers.isEmpty, let section = talk.section, findings.sections[section].role == .group,
            let found = speakerNouns.unnamed(in: text.tokens(in: findings.sections[section].range), of: text)
        {
            talk.speakers = Array(
                repeating: SpeakerFinding(
                    range: found.range, unnamedReason: found.reason, rule: .counted), count: found.count)
            return
        }
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
            let kind = firstKind(in: text.tokens(in: findings.sections[heading].range))
        {
            talk.kind = kind
            return
        }
        for sentence in sentences.prefix(2) {
            if let kind = firstKind(in: text.tokens(in: text.sentences[sentence].range)) {
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
            if above.role == .group, let kind = firstKind(in: text.passages[above.passage].tokens) {
                return kind
            }
            next = above.parent
        }
        return nil
    }

    /// The first word for a talk that tells more than that it is one.
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
        let isBare = draft.origin == .item && isOnlyHead(draft)
        if sentences.isEmpty || isBare {
            talk.attendance = .listed
            talk.body = nil
            return
        }
        if draft.parts?.isByAuthor == true {
            talk.attendance = .given
            return
        }
        for sentence in sentences.prefix(3) {
            if let found = attendance.attendance(in: text.tokens(in: text.sentences[sentence].range), of: text),
                found != .given || !namesOthers(draft, sentences)
            {
                talk.attendance = found
                return
            }
        }
        if let found = attendanceOfReport {
            talk.attendance = found
            return
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

    /// Whether the talk has speakers: “ma conférence” is then one that the author chose.
    private func namesOthers(_ draft: TalkDraft, _ sentences: [Int]) -> Bool {
        draft.parts?.speakers.isEmpty == false || !byline(of: draft).isEmpty
            || sentences.prefix(3).contains { sentence in
                attributions(ofSentence: sentence).contains { !$0.speakers.isEmpty && $0.rule != .tells }
            }
    }

    /// Whether an item says no more than title and names.
    private func isOnlyHead(_ draft: TalkDraft) -> Bool {
        guard draft.passages.count == 1 else { return false }
        let passage = text.passages[draft.passages.lowerBound]
        var head = draft.attribution.map { [$0.range] } ?? []
        if let title = draft.parts?.title { head.append(title) }
        head += draft.parts?.speakers.map(\.range) ?? []
        guard let end = head.map(\.end).max(), let start = head.map(\.start).min(),
            text.wordCount(TextRange(passage.range.start, max(start, passage.range.start))) < 5
        else { return false }
        return text.wordCount(TextRange(min(end, passage.range.end - 1), passage.range.end)) < 3
    }
}
