import TextModel

/// Fills in a talk that was found: title, speakers, kind, attendance, extent.
struct TalkDetails {
    let text: ReportText
    let findings: Findings
    let words: TalkWords
    let attendance: AttendanceWords
    let mentions: PeopleIndex
    let attributions: [Int: [Attribution]]
    let reportTitle: ReportTitle
    let titleWords: ReportTitleWords
    /// What the title of the report says of all its talks: “Une conf en replay”.
    let attendanceOfReport: Attendance?
    /// Whether the headings of the report's talks are mostly of one word or two.
    let hasShortHeadings: Bool
    /// No other talk was found.
    let isOnlyTalk: Bool

    /// - Parameters:
    ///   - mentions: those of the people of `findings`.
    ///   - attributions: those of `findings`, by passage.
    init(
        text: ReportText, findings: Findings, words: TalkWords, attendance: AttendanceWords,
        titleWords: ReportTitleWords, mentions: PeopleIndex, attributions: [Int: [Attribution]], isOnlyTalk: Bool
    ) {
        self.text = text
        self.findings = findings
        self.words = words
        self.attendance = attendance
        self.titleWords = titleWords
        self.mentions = mentions
        self.attributions = attributions
        self.isOnlyTalk = isOnlyTalk
        reportTitle = ReportTitle(of: text, passage: findings.titlePassage)
        attendanceOfReport = attendance.attendance(inTitle: reportTitle.words)
        let lengths = findings.sections.filter { $0.role == .talk }.map { text.wordCount($0.range) }.sorted()
        hasShortHeadings = lengths.count >= 3 && lengths[lengths.count / 2] <= 3
    }

    func talk(of draft: TalkDraft) -> TalkFinding {
        var draft = draft
        if let first = passageUnderHeading(of: draft), first < text.passages.count,
            !mentions.mentions(in: text.passages[first].range).isEmpty,
            partners(in: Array(text.passages[first].sentences)).isEmpty
        {
            draft.byline = HeadingParts(bylineOf: text.passages[first], in: text, mentions: mentions, words: words)
        }
        draft.labelledTitle = labelledTitle(of: draft)
        var talk = TalkFinding(rule: draft.origin.rawValue)
        talk.section = draft.section
        let sentences = self.sentences(of: draft)
        draft.partners = partners(in: sentences)
        setTitle(of: &talk, draft: draft, sentences: sentences)
        if let first = sentences.first, let last = sentences.last {
            talk.body = TextRange(text.sentences[first].range.start, text.sentences[last].range.end)
        }
        setAttendance(of: &talk, draft: draft, sentences: sentences)
        setKind(of: &talk, draft: draft, sentences: sentences)
        setSpeakers(of: &talk, draft: draft, sentences: sentences)
        return talk
    }

    /// The sentences that recount the talk, a byline and a line of names left out.
    private func sentences(of draft: TalkDraft) -> [Int] {
        let told = sentences(of: draft) { passage in
            let kind = passage.block.kind
            return kind.isProse && kind.headingLevel == nil
                || kind == .quote && text.opens(passage, with: words.viewLabels)
        }
        // A talk of which the report only quotes the announcement.
        return told.isEmpty && draft.origin == .heading ? sentences(of: draft) { $0.block.kind == .quote } : told
    }

    private func sentences(of draft: TalkDraft, in isWanted: (Passage) -> Bool) -> [Int] {
        var result: [Int] = []
        for index in draft.passages {
            let passage = text.passages[index]
            guard isWanted(passage) else { continue }
            let byline = index == draft.passages.lowerBound ? draft.byline : nil
            if byline != nil, passage.sentences.count == 1 { continue }
            // “Par Maud Tessier. Une belle histoire de phares.”
            let named = byline?.speakers.last?.range.end ?? 0
            for sentence in passage.sentences {
                let range = text.sentences[sentence].range
                if range.start < named { continue }
                // Of two talks that a sentence names, each has it.
                if let start = draft.start, range.end <= start { continue }
                if let end = draft.end, range.start >= end { return result }
                result.append(sentence)
            }
        }
        return result
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
        // “[Des lampes aux feux : notre retour d'expérience](…)”
        if let title = talk.title, draft.origin != .heading, let kind = firstKind(in: text.tokens(in: title)) {
            talk.kind = kind
            return
        }
        if let kind = draft.announcedKind {
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
    func firstKind(in tokens: Range<Int>) -> TalkKind? {
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

    /// Where a line of names may stand.
    private func passageUnderHeading(of draft: TalkDraft) -> Int? {
        switch draft.origin {
        case .heading: draft.passages.first
        case .report: draft.section.map { findings.sections[$0].passage + 1 }
        case .item, .attribution: nil
        }
    }

    private func setAttendance(of talk: inout TalkFinding, draft: TalkDraft, sentences: [Int]) {
        let isBare = draft.origin == .item && (isOnlyHead(draft) || isOnlyTitle(draft))
        if sentences.isEmpty || isBare {
            talk.attendance = .listed
            talk.body = nil
            return
        }
        if draft.parts?.isByAuthor == true || draft.attribution?.rule == .author
            || isOwnByHeading(draft) && !namesOthers(draft, sentences) || !draft.partners.isEmpty
        {
            talk.attendance = .given
            return
        }
        let told = sentences.prefix(3).compactMap { sentence in
            attendance.attendance(in: text.tokens(in: text.sentences[sentence].range), of: text, words.smallWords)
        }.filter { $0 != .given || !namesOthers(draft, sentences) }
        if let first = told.first {
            // “La salle était déjà pleine. Je l'ai regardé en vidéo.”
            talk.attendance = first == .notAttended && told.contains(.replay) ? .replay : first
            // “J'ai manqué celle de Maud Tessier sur les phares.” is all that is said.
            if talk.attendance == .notAttended, draft.origin == .attribution, sentences.count == 1 {
                talk.attendance = .listed
                talk.body = nil
            }
            return
        }
        let isPartial = sentences.contains { sentence in
            attendance.isPartial(in: text.tokens(in: text.sentences[sentence].range), of: text, words.smallWords)
        }
        if isPartial {
            talk.attendance = .partial
            return
        }
        if let found = attendanceOfReport, found != .given || isOnlyTalk {
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

    /// “- Table ronde de clôture”: whether an item that names nobody is a few words without a full stop.
    private func isOnlyTitle(_ draft: TalkDraft) -> Bool {
        guard draft.parts == nil, draft.attribution == nil, draft.passages.count == 1 else { return false }
        let passage = text.passages[draft.passages.lowerBound]
        return passage.sentences.count == 1 && text.wordCount(passage.range) <= 10
            && text.startsWithCapital(passage.range)
            && passage.tokens.allSatisfy {
                ![UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "!")].contains(text.sign($0))
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
        let rest = TextRange(min(end, passage.range.end - 1), passage.range.end)
        // “Titre par X : débat intéressant”.
        let isTold =
            text.nextWord(from: text.token(at: rest.start), before: passage.tokens.upperBound)
            .map { text.sign($0) == UInt8(ascii: ":") } ?? false
        return text.wordCount(rest) < (isTold ? 2 : 3)
    }
}
