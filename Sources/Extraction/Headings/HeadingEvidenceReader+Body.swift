import TextModel

/// What the text under a heading says of talks, up to the next heading.
extension HeadingEvidenceReader {
    func readBody(of entry: Outline.Entry, into evidence: inout HeadingTalkEvidence) {
        let isTheme = evidence.isTheme && text.wordCount(entry.range) <= 4
        var told = ToldTalks()
        var sentencesBefore = 0
        for index in body(of: entry) {
            let passage = text.passages[index]
            guard passage.block.kind.isProse, !passage.range.isEmpty else { continue }
            if index == entry.passage + 1 { readByline(passage, into: &evidence) }
            evidence.people.formUnion(mentions.mentions(in: passage.range).map(\.person))
            if passage.block.kind.isItem {
                if passage.block.parent == nil, listsTalk(passage) { evidence.listedTalks += 1 }
            } else {
                readOpening(of: passage, index, &told)
            }
            let own = attributions[index] ?? []
            // “C'était mon tour.”
            if index <= entry.passage + 2, own.first?.rule == .author { evidence.isAttributed = true }
            if isTheme, tellsListedTalk(passage, own, besides: entry.range) { evidence.holdsTitledTalk = true }
            for attribution in own where !attribution.speakers.isEmpty {
                if sentencesBefore + attribution.sentence - passage.sentences.lowerBound < 4 {
                    evidence.isAttributed = true
                    evidence.speakers.formUnion(attribution.speakers.map(\.person))
                }
                read(attribution, of: passage, under: entry.range, &told, into: &evidence)
            }
            readFirstSentences(of: passage, behind: sentencesBefore, into: &evidence)
            evidence.toldTalks += passage.sentences.count { passesOn(text.tokens(in: text.sentences[$0].range)) }
            sentencesBefore += passage.sentences.count
        }
        evidence.opensAsTalk = body(of: entry).first.map { opensAsTalk(text.passages[$0]) } ?? false
        evidence.listedTalks += rowsOfTalks(in: entry)
        evidence.setApartTitles = setApart.within(body(of: entry)).count
        evidence.linkedSessions = linkedSessions(under: entry)
        evidence.attributedTalks = told.speakerSets.count
        evidence.isToldInProse = told.isInProse
        evidence.openedTalks = told.openings
        evidence.toldTalks +=
            told.openings + told.speakerSets.count { $0.isDisjoint(with: told.opened) && !$0.isEmpty }
    }

    private func linkedSessions(under entry: Outline.Entry) -> Int {
        let paragraphs = body(of: entry).map { text.passages[$0] }.filter(\.isUnquotedParagraph)
        let pages = paragraphs.flatMap { text.marks(in: $0.range) }.compactMap { mark -> String? in
            guard case .link(let page) = mark.kind, sessionLinks.holds(mark) else { return nil }
            return page
        }
        return Set(pages).count
    }

    private func opensAsTalk(_ passage: Passage) -> Bool {
        if ItemHead.beginsWithTitle(passage, in: text) { return true }
        guard let subject = words.speakerNouns.phrases(in: passage.tokens, of: text).first else { return false }
        return subject.kind == .person && subject.tokens.lowerBound == passage.tokens.lowerBound
    }

    /// How many rows of tables under a heading give a talk.
    private func rowsOfTalks(in entry: Outline.Entry) -> Int {
        let body = body(of: entry)
        guard body.contains(where: { text.passages[$0].block.kind.isCell }) else { return 0 }
        return Set(
            listed.values.filter { title in
                text.passage(at: title.start).map { body.contains($0) && text.passages[$0].block.kind.isCell } ?? false
            }
        ).count
    }

    private func body(of entry: Outline.Entry) -> Range<Int> {
        entry.passage + 1..<entry.ownEnd
    }

    /// The talks that the text under a heading has recounted so far.
    private struct ToldTalks {
        /// Those who gave one together.
        var speakerSets: [Set<Int>] = []
        /// Those with whom a paragraph opens.
        var opened: Set<Int> = []
        /// How many paragraphs open with somebody new.
        var openings = 0
        /// Prose said who gave one.
        var isInProse = false
    }

    /// A line of names right under a heading. A day is no talk, though the first item under it may be such a line.
    private func readByline(_ passage: Passage, into evidence: inout HeadingTalkEvidence) {
        let names = mentions.mentions(in: passage.range)
        guard !(passage.block.kind.isItem && evidence.words == .group), !names.isEmpty,
            HeadingParts(bylineOf: passage, in: text, mentions: mentions, words: words) != nil
        else { return }
        evidence.hasByline = true
        evidence.speakers.formUnion(names.map(\.person))
    }

    private func readOpening(of passage: Passage, _ index: Int, _ told: inout ToldTalks) {
        if opensWithSomebody(passage, attributions[index] ?? []) { told.openings += 1 }
        if let new = text.leadingNames(of: passage, mentions)?.members.first, !told.opened.contains(new.person) {
            told.opened.insert(new.person)
            told.openings += 1
        }
    }

    private func read(
        _ attribution: Attribution, of passage: Passage, under heading: TextRange, _ told: inout ToldTalks,
        into evidence: inout HeadingTalkEvidence
    ) {
        let isItem = passage.block.kind.isItem
        let named = attribution.speakers.first { mentions.namesInFull($0.range) }
        if !isItem, let named, attribution.sentence <= passage.sentences.lowerBound + 1,
            [.tells, .givesTalk, .introduced].contains(attribution.rule),
            told.opened.isDisjoint(with: attribution.speakers.map(\.person))
        {
            told.opened.insert(named.person)
            told.openings += 1
        }
        guard attribution.rule != .introduced else { return }
        let title = QuotedTitle(text: text, mentions: mentions, words: words).find(
            in: text.tokens(in: text.sentences[attribution.sentence].range), of: passage, near: attribution.range)
        // “Dans « Titre », Maud Tessier a raconté …”
        guard attribution.rule != .tells || title != nil && named != nil else { return }
        // After prose that tells of a talk, what items name are books, or talks of which this one speaks.
        if isItem, told.isInProse { return }
        told.isInProse = told.isInProse || !isItem
        if let title, !sharesWords(title, heading) { evidence.holdsTitledTalk = true }
        let people = Set(attribution.speakers.map(\.person))
        if told.speakerSets.allSatisfy({ $0.isDisjoint(with: people) }) { told.speakerSets.append(people) }
    }

    private func readFirstSentences(
        of passage: Passage, behind sentencesBefore: Int, into evidence: inout HeadingTalkEvidence
    ) {
        // “Achille s'occupe de lampes.”
        if sentencesBefore == 0, let name = mentions.mentions(in: passage.range).first, name.form == .given,
            name.range.start == passage.range.start, !mentions.reporters.contains(name.person)
        {
            evidence.opensWithGivenName = true
            evidence.speakers.insert(name.person)
        }
        for (offset, sentence) in passage.sentences.prefix(max(0, 3 - sentencesBefore)).enumerated() {
            let range = text.sentences[sentence].range
            let tokens = text.tokens(in: range)
            if sentencesBefore + offset < 2 {
                evidence.introduced.formUnion(
                    mentions.mentions(in: range).filter { $0.form == .full || $0.form == .initials }.map(\.person))
            }
            if tokens.contains(where: { words.speakers.match(at: $0, before: tokens.upperBound, in: text) != nil }) {
                evidence.mentionsSpeaker = true
            }
            if tokens.contains(where: { words.oneTalk(at: $0, before: tokens.upperBound, in: text) != nil }) {
                evidence.mentionsTalk = true
            }
        }
    }
}
