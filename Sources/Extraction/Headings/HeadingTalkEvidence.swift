import TextModel

/// What speaks for a heading introducing a talk.
struct HeadingTalkEvidence {
    /// The role that its words tell.
    var words: SectionRole?
    /// Its words tell a role only by a phrase in the middle, which may as well stand in a title.
    var wordsStandWithin = false
    /// The words that tell its role are all it has.
    var wordsAreAll = false
    /// It names people at its start, at its end or after “par”.
    var namesSpeakers = false
    /// A short line under it names people and little else.
    var hasByline = false
    /// It is itself such a line.
    var isByline = false
    /// It names who attended and wrote: “vu par Maud”.
    var isReported = false
    /// It is a marked heading that is only the name of who wrote what stands under it.
    var isReportersPart = false
    /// One word with a capital that the introduction has, as a given name that no list knows.
    var isOneName = false
    /// It names one of several authors: “Le regard de Maud”.
    var namesAuthor = false
    var isLinked = false
    /// It holds a word for a talk, in the singular.
    var namesFormat = false
    var hasTime = false
    /// It says which part of the event it is: “Première partie : Titre”.
    var isNumberedPart = false
    /// It begins with an article and a word for a talk: “La session où j'ai ri”.
    var describesTalk = false
    /// An unmarked line that ends as an exclamation does.
    var isExclaimed = false
    var isQuoted = false
    /// It holds two titles with their speakers.
    var namesTwoTalks = false
    /// Those whom it names as speakers, or the first sentences do.
    var speakers: Set<Int> = []
    /// Those whose full names stand in the first two sentences under it.
    var introduced: Set<Int> = []
    /// The first sentences under it say who gave the talk.
    var isAttributed = false
    /// The text under it begins with somebody's given name.
    var opensWithGivenName = false
    /// The first sentences under it speak of a talk.
    var mentionsTalk = false
    /// The first sentences under it speak of who spoke without a name: “l'oratrice”.
    var mentionsSpeaker = false
    /// How many talks of different speakers the text under it recounts.
    var attributedTalks = 0
    /// How many paragraphs under it open with somebody new, named in full, who tells of something.
    var openedTalks = 0
    /// Of how many people or groups of people in all the two before tell.
    var toldTalks = 0
    /// How many items of lists under it begin with a title in italics or quotation marks and name who gave the talk.
    var listedTalks = 0
    /// Prose under it says who gave a talk.
    var isToldInProse = false
    /// The title of the report holds it.
    var isInReportTitle = false
    /// A sentence under it gives the title of a talk, and the heading is another.
    var holdsTitledTalk = false
    /// A dash with spaces around stands within it, as between a title and who spoke.
    var isParted = false
    /// A colon stands within it, which no heading but a title is apt to have.
    var readsAsTitle = false

    /// Two points or more are enough for a talk.
    var points: Int {
        (namesSpeakers ? 3 : 0) + (hasByline ? 3 : 0) + (isReported ? 2 : 0) + (isLinked ? 1 : 0)
            + (namesFormat || isNumberedPart ? 2 : 0)
            + (isInReportTitle ? 2 : 0)
            + (hasTime && (isAttributed || !introduced.isEmpty) ? 1 : 0)
            + (isQuoted ? 2 : 0) + (isAttributed ? 2 : 0)
            + (opensWithGivenName && !isAttributed ? 2 : 0)
            + (mentionsSpeaker && !isAttributed ? 2 : mentionsTalk ? 1 : 0)
    }

    /// It has some sign of a talk, however weak.
    var saysSomething: Bool {
        points > 0 || hasTime || !introduced.isEmpty
    }

    /// The first sentences under it speak of a talk, or name somebody in full.
    var tellsOfTalk: Bool { words == nil && (mentionsTalk || !introduced.isEmpty) }

    /// “Ils en parlent ailleurs”: the names under it are of those who wrote elsewhere.
    var isAboutOthers: Bool { wordsAreAll && words == .other }

    /// It has no sign of its own: what speaks for a talk stands under it.
    var isTheme: Bool {
        !namesSpeakers && !hasByline && !isReported && !namesFormat && !isNumberedPart && !hasTime && !isQuoted
            && !isLinked && !isInReportTitle && !readsAsTitle
    }

    static func all(
        of outline: Outline, in text: ReportText, mentions: PeopleIndex, attributions: [Attribution],
        listed: [Int: TextRange], words: TalkWords, sectionWords: SectionWords, reportTitle: ReportTitle
    ) -> [HeadingTalkEvidence] {
        let attributions = Dictionary(grouping: attributions, by: \.passage)
        var all = outline.entries.map { entry in
            evidence(
                of: entry, in: text, mentions: mentions, attributions: attributions, listed: listed, words: words,
                sectionWords: sectionWords, reportTitle: reportTitle)
        }
        let soleWords = all.indices.compactMap { index in
            soleWord(of: text.passages[outline.entries[index].passage], in: text).map { (index, text.keys[$0]) }
        }
        if let first = outline.entries.first, !soleWords.isEmpty {
            let introduced = capitalized(before: first.passage, in: text)
            for (index, word) in soleWords where introduced.contains(word) { all[index].isOneName = true }
        }
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

    private static func evidence(
        of entry: Outline.Entry, in text: ReportText, mentions: PeopleIndex, attributions: [Int: [Attribution]],
        listed: [Int: TextRange], words: TalkWords, sectionWords: SectionWords, reportTitle: ReportTitle
    ) -> HeadingTalkEvidence {
        var evidence = HeadingTalkEvidence()
        let tokens = text.tokens(in: entry.range)
        let parts = HeadingParts(of: tokens, in: text, mentions: mentions, words: words)
        // A title may hold any word, so beside a time or number only what remains is judged.
        let judged = parts.speakers.isEmpty ? parts.title.map(text.tokens(in:)) ?? tokens : tokens
        let isAlone = !parts.hasTime && parts.kind == nil
        var told = sectionWords.strongestRole(of: judged, in: text, alone: isAlone)
        if parts.isNumberedPart || parts.isOfDay {
            if told?.isWhole == false { told = nil }
            if told == nil { told = roleOfDay(parts, tokens, in: text, words: sectionWords, alone: isAlone) }
        } else {
            told = told ?? sectionWords.strongestRole(of: tokens, in: text, alone: isAlone)
        }
        evidence.words = told?.role
        evidence.wordsStandWithin = told?.isWithin ?? false
        evidence.wordsAreAll = told?.isWhole ?? false
        // “Pour finir « Des feux sur la mer »”
        if told?.role == .conclusion, told?.isWhole == false, endsWithTitle(tokens, in: text) {
            (evidence.words, evidence.isQuoted) = (nil, true)
        }
        if words.announceReading(tokens, in: text) { (evidence.words, evidence.wordsAreAll) = (.other, true) }
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
            parts.kind != nil && parts.kind != .demo || isNumberedTalk(tokens, in: text, words: words)
        evidence.isParted = isParted(tokens, in: text)
        evidence.hasTime = parts.hasTime
        evidence.isInReportTitle = parts.title.map { reportTitle.holds($0, in: text) } ?? false
        evidence.isNumberedPart = parts.isNumberedPart
        evidence.describesTalk = words.describeTalk(tokens, in: text)
        if case .unmarked(let look) = entry.look, look.isEmpty {
            evidence.isExclaimed = text.utf8[entry.range.end - 1] == UInt8(ascii: "!")
        }
        evidence.speakers = Set(parts.speakers.map(\.person))
        let isTheme = evidence.isTheme && text.wordCount(entry.range) <= 4
        let body = (entry.passage + 1)..<entry.ownEnd
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        var speakerSets: [Set<Int>] = []
        var opened: Set<Int> = []
        var sentencesSeen = 0
        var isTold = false
        for index in body {
            let under = text.passages[index]
            guard under.block.kind.isProse, !under.range.isEmpty else { continue }
            // A day is no talk, though the first item under it may be a line of names.
            if index == entry.passage + 1, !(under.block.kind.isItem && told?.role == .group),
                !mentions.mentions(in: under.range).isEmpty,
                HeadingParts(bylineOf: under, in: text, mentions: mentions, words: words) != nil
            {
                evidence.hasByline = true
                evidence.speakers.formUnion(mentions.mentions(in: under.range).map(\.person))
            }
            if under.block.kind.isItem, under.block.parent == nil,
                listsTalk(under, in: text, mentions: mentions, words: words)
            {
                evidence.listedTalks += 1
            }
            if !under.block.kind.isItem, opensWithSomebody(under, attributions[index] ?? [], in: text) {
                evidence.openedTalks += 1
            }
            if !under.block.kind.isItem,
                let new = text.leadingNames(of: under, mentions)?.members.first, !opened.contains(new.person)
            {
                opened.insert(new.person)
                evidence.openedTalks += 1
            }
            // “C'était mon tour.”
            if index <= entry.passage + 2, attributions[index]?.first?.rule == .author { evidence.isAttributed = true }
            if isTheme,
                tellsListedTalk(under, attributions[index] ?? [], listed, besides: entry.range, in: text, mentions)
            {
                evidence.holdsTitledTalk = true
            }
            for attribution in attributions[index] ?? [] where !attribution.speakers.isEmpty {
                let isEarly = sentencesSeen + attribution.sentence - under.sentences.lowerBound < 4
                if isEarly {
                    evidence.isAttributed = true
                    evidence.speakers.formUnion(attribution.speakers.map(\.person))
                }
                if attribution.sentence <= under.sentences.lowerBound + 1, !under.block.kind.isItem,
                    attribution.rule == .tells || attribution.rule == .givesTalk || attribution.rule == .introduced,
                    let new = attribution.speakers.first(where: { mentions.namesInFull($0.range) }),
                    opened.isDisjoint(with: attribution.speakers.map(\.person))
                {
                    opened.insert(new.person)
                    evidence.openedTalks += 1
                }
                let title = quoted.find(
                    in: text.tokens(in: text.sentences[attribution.sentence].range), of: under,
                    near: attribution.range)
                // “Dans « Titre », Maud Tessier a raconté …”
                guard attribution.rule != .introduced,
                    attribution.rule != .tells
                        || title != nil && attribution.speakers.contains(where: { mentions.namesInFull($0.range) })
                else { continue }
                // After prose that tells of a talk, what items name are books, or talks of which this one speaks.
                if under.block.kind.isItem, isTold { continue }
                isTold = isTold || !under.block.kind.isItem
                if let title, !sharesWords(title, entry.range, in: text) { evidence.holdsTitledTalk = true }
                let people = Set(attribution.speakers.map(\.person))
                if speakerSets.allSatisfy({ $0.isDisjoint(with: people) }) { speakerSets.append(people) }
            }
            // “Achille s'occupe de lampes.”
            if sentencesSeen == 0, let name = mentions.mentions(in: under.range).first, name.form == .given,
                name.range.start == under.range.start, !mentions.reporters.contains(name.person)
            {
                evidence.opensWithGivenName = true
                evidence.speakers.insert(name.person)
            }
            for sentence in under.sentences.prefix(max(0, 2 - sentencesSeen)) {
                evidence.introduced.formUnion(
                    mentions.mentions(in: text.sentences[sentence].range).filter {
                        $0.form == .full || $0.form == .initials
                    }
                    .map(\.person))
            }
            evidence.toldTalks += under.sentences.count {
                passesOn(text.tokens(in: text.sentences[$0].range), in: text, words: words)
            }
            for sentence in under.sentences.prefix(max(0, 3 - sentencesSeen)) {
                let tokens = text.tokens(in: text.sentences[sentence].range)
                if tokens.contains(where: { words.speakers.match(at: $0, before: tokens.upperBound, in: text) != nil })
                {
                    evidence.mentionsSpeaker = true
                }
                if speaksOfTalk(text.tokens(in: text.sentences[sentence].range), in: text, words: words) {
                    evidence.mentionsTalk = true
                }
            }
            sentencesSeen += under.sentences.count
        }
        evidence.attributedTalks = speakerSets.count
        evidence.isToldInProse = isTold
        evidence.toldTalks +=
            evidence.openedTalks + speakerSets.count { $0.isDisjoint(with: opened) && !$0.isEmpty }
        // “Jour 2 : Des feux sur la mer” over one talk is its title, and a day's over several.
        if parts.isOfDay, evidence.words == nil,
            !entry.children.isEmpty || body.first.map({ text.passages[$0].block.kind.isItem }) ?? false
                || max(evidence.toldTalks, evidence.listedTalks, evidence.attributedTalks) >= 2
        {
            evidence.words = .group
        }
        return evidence
    }
}
