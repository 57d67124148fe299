import Lexicons
import TextModel

/// Reads what speaks for each heading of a text introducing a talk: its own words, and the text under it.
struct HeadingEvidenceReader {
    let text: ReportText
    let mentions: PeopleIndex
    /// What sentences say of who gave talks, by passage.
    let attributions: [Int: [Attribution]]
    /// The titles that a programme gives, by the positions of those who spoke.
    let listed: [Int: TextRange]
    /// Titles that prose sets apart in one way throughout.
    let setApart: [Attribution]
    let sessionLinks: SessionLinks
    let words: TalkWords
    let sectionWords: SectionWords
    let reportTitle: ReportTitle
    /// Where the text names the event, in order.
    let eventMentions: [TextRange]

    func evidence(of outline: Outline) -> [HeadingTalkEvidence] {
        var all = outline.entries.map { evidence(of: $0) }
        markSoleNames(&all, outline)
        // What the speaker of a talk does under a heading within it is no other talk.
        for index in all.indices where all[index].opensWithGivenName {
            guard let parent = outline.entries[index].parent else { continue }
            if all[index].speakers.isSubset(of: all[parent].speakers) { all[index].opensWithGivenName = false }
        }
        // A byline that is a heading of its own is that of the heading just above.
        for index in all.indices.dropFirst() where all[index].isByline {
            let entry = outline.entries[index]
            guard entry.parent == index - 1, outline.entries[index - 1].passage + 1 == entry.passage else { continue }
            all[index - 1].hasByline = true
            all[index - 1].speakers.formUnion(all[index].speakers)
        }
        return all
    }

    /// Headings of one word with a capital, which the introduction has as well.
    private func markSoleNames(_ all: inout [HeadingTalkEvidence], _ outline: Outline) {
        let soleWords = all.indices.compactMap { index in
            soleWord(of: text.passages[outline.entries[index].passage]).map { (index, text.keys[$0]) }
        }
        guard let first = outline.entries.first, !soleWords.isEmpty else { return }
        let introduced = capitalized(before: first.passage)
        for (index, word) in soleWords where introduced.contains(word) { all[index].isOneName = true }
    }

    private func evidence(of entry: Outline.Entry) -> HeadingTalkEvidence {
        let tokens = text.tokens(in: entry.range)
        let parts = HeadingParts(of: tokens, in: text, mentions: mentions, words: words)
        var evidence = HeadingTalkEvidence()
        readRole(of: tokens, parts, into: &evidence)
        readParts(parts, of: entry, into: &evidence)
        readBody(of: entry, into: &evidence)
        // “Jour 2 : Des feux sur la mer” over one talk is its title, and a day's over several.
        let first = entry.passage + 1
        if parts.isDay, evidence.words == nil,
            !entry.children.isEmpty || first < entry.ownEnd && text.passages[first].block.kind.isItem
                || max(evidence.toldTalks, evidence.listedTalks, evidence.attributedTalks) >= 2
        {
            evidence.words = .group
        }
        return evidence
    }

    /// What the words of a heading say of its role.
    private func readRole(
        of heading: Range<Int>, _ parts: HeadingParts, into evidence: inout HeadingTalkEvidence
    ) {
        // A title may hold any word, so beside a time or number only what remains is judged.
        let judged = parts.speakers.isEmpty ? parts.title.map(text.tokens(in:)) ?? heading : heading
        let isAlone = !parts.hasTime && parts.kind == nil
        var told = sectionWords.strongestRole(of: judged, in: text, alone: isAlone)
        if parts.isNumberedPart || parts.isDay {
            if told?.isWhole == false { told = nil }
            if told == nil { told = roleOfDay(parts, heading, alone: isAlone) }
        } else {
            told = told ?? sectionWords.strongestRole(of: heading, in: text, alone: isAlone)
        }
        if told == nil, words.onlyCountTalks(judged, in: text) { told = (.group, false, true) }
        evidence.words = told?.role
        evidence.wordsStandWithin = told?.isWithin ?? false
        evidence.wordsAreAll = told?.isWhole ?? false
        // “Pour finir « Des feux sur la mer »”
        if told?.role == .conclusion, told?.isWhole == false, endsWithTitle(heading) {
            (evidence.words, evidence.isQuoted) = (nil, true)
        }
        evidence.opensComments = sectionWords.opensComments(heading, in: text)
        if words.announceReading(heading, in: text) { (evidence.words, evidence.wordsAreAll) = (.other, true) }
    }

    /// What the parts of a heading and its marks say.
    private func readParts(
        _ parts: HeadingParts, of entry: Outline.Entry, into evidence: inout HeadingTalkEvidence
    ) {
        let tokens = text.tokens(in: entry.range)
        evidence.namesTwoTalks = parts.hasSecondTalk
        evidence.namesSpeakers = !parts.speakers.isEmpty || parts.isByAuthor || parts.unnamed != nil
        evidence.isByline =
            parts.startsWithAgent && !parts.speakers.isEmpty || parts.reporters != nil && parts.title == nil
        evidence.isReportersPart =
            evidence.isByline && parts.speakers.isEmpty && text.passages[entry.passage].block.kind.headingLevel != nil
            && mentions.mentions(in: entry.range).first.map { $0.form == .given } ?? false
        evidence.namesAuthor =
            text.metadata.authors.count > 1 && parts.speakers.isEmpty
            && mentions.mentions(in: entry.range).contains { mentions.reporters.contains($0.person) }
        evidence.isReported = parts.reporters != nil && parts.title != nil
        evidence.isLinked = text.marks(in: entry.range).contains { mark in
            mark.isLink && mark.range.count * 2 >= parts.title?.count ?? 0
        }
        evidence.isQuoted = evidence.isQuoted || parts.isQuoted
        evidence.readsAsTitle =
            parts.title.map { title in
                text.tokens(in: title).contains { text.sign($0) == UInt8(ascii: ":") }
            } ?? false
        evidence.namesFormat =
            parts.kind != nil && parts.kind != .demo || words.onlyNumberTalk(tokens, in: text)
        evidence.isParted = text.isParted(tokens)
        evidence.hasTime = parts.hasTime
        evidence.isOnlyTime = parts.hasTime && parts.title == nil && parts.speakers.isEmpty && parts.kind == nil
        evidence.isInReportTitle = parts.title.map { reportTitle.holds($0, in: text) } ?? false
        evidence.isNumberedPart = parts.isNumberedPart
        evidence.isDay =
            parts.title.flatMap { sectionWords.strongestRole(of: text.tokens(in: $0), in: text) }
            .map { $0.role == .group && $0.isWhole } ?? parts.isDay
        evidence.describesTalk = words.describeTalk(tokens, in: text)
        evidence.isEvent = isEvent(tokens)
        if case .unmarked(let look) = entry.look, look.isEmpty {
            evidence.isExclaimed = text.utf8[entry.range.end - 1] == UInt8(ascii: "!")
        }
        evidence.speakers = Set(parts.speakers.map(\.person))
    }
}
