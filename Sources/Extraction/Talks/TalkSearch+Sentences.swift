import TextModel

/// Talks that sentences attribute to speakers.
extension TalkSearch {
    /// “Maud Tessier explique”: a full name that begins a paragraph.
    private func opensPassage(_ attribution: Attribution) -> Bool {
        guard let first = attribution.speakers.first, mentions.namesInFull(first.range) else { return false }
        return mentions.mentions(in: first.range).first?.start == text.passages[attribution.passage].range.start
    }

    /// “Juste après, Maud Tessier a raconté”: a sentence passes to somebody new, named in full; “À 11 h, Maud et Léo, de
    /// l'association Acme, ont raconté”: or by given names, with where they belong.
    private func passesOn(_ attribution: Attribution) -> Bool {
        let tokens = text.tokens(in: text.sentences[attribution.sentence].range)
        guard let speaker = attribution.speakers.first, let last = attribution.speakers.last,
            !known.contains(speaker.person),
            mentions.namesInFull(speaker.range) || isFirstMention(speaker) && isApposed(last.range, in: tokens)
        else { return false }
        let lead = tokens.prefix { text.tokens[$0].range.start < speaker.range.start }
        if !lead.contains(where: { text.tokens[$0].kind.isWord }) {
            return isApposed(speaker.range, in: tokens) || !areHeaded && isFirstMention(speaker) && isAccount(tokens)
        }
        return lead.count { text.tokens[$0].kind.isWord } <= 6
            && lead.contains {
                [.time, .number].contains(text.tokens[$0].kind)
                    || words.openers.match(at: $0, before: tokens.upperBound, in: text)?.value == .name
            } || endsWithOpener(lead)
    }

    /// “…, puis Maud Tessier a montré”: whether the words right before a name pass to somebody else in the same sentence.
    private func endsWithOpener(_ lead: some BidirectionalCollection<Int>) -> Bool {
        guard let last = lead.last, let first = lead.first, last - first > 6,
            let comma = lead.last(where: { [UInt8(ascii: ","), UInt8(ascii: ";")].contains(text.sign($0) ?? 0) }),
            let word = text.nextWord(from: comma + 1, before: last + 1),
            let opener = words.openers.match(at: word, before: last + 1, in: text), opener.value == .name
        else { return false }
        return text.nextWord(from: opener.end, before: last + 1) == nil
    }

    /// “Table ronde du soir : *Titre* Avec X, Y et Z.”
    private func isPanel(_ attribution: Attribution) -> Bool {
        attribution.rule == .talkWith && attribution.kind == .panel
    }

    /// “Maud Tessier a raconté comment …”: a verb in the past, in a sentence that is long enough to be what somebody told.
    private func isAccount(_ tokens: Range<Int>) -> Bool {
        text.wordCount(text.range(of: tokens)) >= Self.shortestAccount
            && tokens.contains { position in
                guard text.isWord(position, "a") || text.isWord(position, "ont"),
                    let verb = text.nextWord(from: position + 1, before: tokens.upperBound)
                else { return false }
                return words.verbs.match(at: verb, before: tokens.upperBound, in: text) != nil
            }
    }

    /// In words.
    private static let shortestAccount = 12

    private func isFirstMention(_ speaker: Attribution.Speaker) -> Bool {
        findings.people[speaker.person].mentions.first?.range == speaker.range
    }

    /// “Maud Tessier, gardienne à Sein, …”, “Maud, de l'association Acme, …”: what somebody does or where they belong
    /// follows the name.
    private func isApposed(_ name: TextRange, in tokens: Range<Int>) -> Bool {
        let end = text.token(at: name.end - 1) + 1
        guard let comma = text.nextWord(from: end, before: tokens.upperBound), text.sign(comma) == UInt8(ascii: ","),
            let job = text.nextWord(from: comma + 1, before: tokens.upperBound)
        else { return false }
        return words.jobs.match(at: job, before: tokens.upperBound, in: text) != nil
            || words.smallWords.has(job, [.of, .ofThe, .belonging], in: text)
    }

    /// Whether a talk without names is recounted where it is introduced: more than that sentence follows.
    private func isRecounted(_ attribution: Attribution, in section: Int?) -> Bool {
        let role = section.map { findings.sections[$0].role }
        // The first paragraph of a report tells of the event.
        let isFirst = text.passages.first { $0.block.kind == .paragraph }?.index == attribution.passage
        return (role == nil && (!isFirst || isTitled(attribution)) || role == .group)
            && (attribution.title != nil || text.passages[attribution.passage].sentences.count >= 2
                || goesThere(attribution) && isTitled(attribution)
                || findings.sessionLinks.holdOne(at: attribution.range.start))
    }

    /// What a passage says of who gave a talk, and where it passes from one to another.
    private func told(in index: Int, section: Int?) -> [Attribution] {
        let linked = linkedTalks(in: index)
        if linked.count >= 2 { return linked }
        let told = withSetApart(toldInWords(in: index, section: section), of: index)
        let isGroup = section.map { findings.sections[$0].role == .group } ?? false
        return told.isEmpty && isGroup ? linkedSessions(in: index) : told
    }

    /// Those titles that are set apart as others are begin talks, or are those of who is said to have given one.
    private func withSetApart(_ told: [Attribution], of index: Int) -> [Attribution] {
        var told = told
        for own in findings.setApart.within(index..<index + 1) {
            if told.contains(where: { title(of: $0)?.overlaps(own.range) ?? false }) { continue }
            if let place = told.firstIndex(where: { $0.sentence == own.sentence && title(of: $0) == nil }) {
                told[place].title = own.title
            } else {
                told.append(own)
            }
        }
        return told.sorted { ($0.sentence, $0.range) < ($1.sentence, $1.range) }
    }

    private func toldInWords(in index: Int, section: Int?) -> [Attribution] {
        if let turn = findings.turns.first(where: { $0.passage == index }) { return [turn] }
        var stated = (attributions[index] ?? []).filter { !$0.announcesTurns(findings.turns) }
        let sessions = findings.sessionLinks
        let areShort = section.map(holdsShortTalks) ?? false
        let all = TalkIntroductions(text: text, mentions: mentions, words: words)
            .passages(within: text.passages[index], known: known, areShort: areShort) {
                sessions.holds($0)
            }
        // “J'ai retrouvé X, qui nous présente [Titre](…)”: who gave a talk before gives another with a title of its own; before
        // the first of several headings the talk may be told under one.
        let isTold = section != nil || !areHeaded
        for place in stated.indices where isTold && stated[place].title == nil && !stated[place].speakers.isEmpty {
            guard stated[place].speakers.allSatisfy({ known.contains($0.person) }) else { continue }
            stated[place].title =
                all.first { $0.sentence == stated[place].sentence }?.title ?? titleHeard(in: stated[place])
        }
        let passing = all.filter { passing in
            !stated.contains { own in
                own.sentence == passing.sentence && own.rule != .introduced
                    && (own.rule != .tells || passing.speakers.isEmpty && passing.title == nil && passesOn(own))
            }
        }
        let within = accountsOfListed(within: index).filter { account in
            !(stated + passing).contains { $0.sentence == account.sentence && $0.rule != .tells }
        }
        stated.removeAll { own in within.contains { $0.sentence == own.sentence } }
        if passing.isEmpty, stated.allSatisfy({ $0.rule == .tells || $0.speakers.isEmpty }),
            let account = accountOfListed(in: index)
        {
            return joined([account] + within)
        }
        if passing.isEmpty, within.isEmpty { return joined(stated) }
        stated.removeAll { own in own.rule == .introduced && passing.contains { $0.sentence == own.sentence } }
        return joined((stated + passing + within).sorted { ($0.sentence, $0.range) < ($1.sentence, $1.range) })
    }

    /// “J'ai pu suivre le premier exposé. Maud Tessier parlait de …”, “**Clôture.** Une table ronde …”: a talk begins with the
    /// sentence before the one that names who spoke, when that begins the paragraph and only announces or labels it.
    private func firstSentence(of attribution: Attribution) -> Int {
        let passage = text.passages[attribution.passage]
        guard attribution.sentence == passage.sentences.lowerBound + 1, attribution.rule != .introduced else {
            return attribution.sentence
        }
        let first = text.sentences[passage.sentences.lowerBound].range
        let isLabel =
            text.leadingMark(of: passage).map { $0.kind == .strong && $0.range.end + 1 >= first.end } ?? false
            && text.wordCount(first) <= 4
        let announces = mentions.mentions(in: first).isEmpty && words.tellApart(text.tokens(in: first), in: text)
        return isLabel || announces || isPanel(attribution) ? attribution.sentence - 1 : attribution.sentence
    }

    /// “À 10h45, un atelier parmi cinq. J'ai pris celui de X.”, “Je rejoins « Titre ». X nous conte …”: what announces a talk
    /// without names, and the next sentence that gives them, are of one talk, unless each has a title.
    private func joined(_ attributions: [Attribution]) -> [Attribution] {
        let introductions = TalkIntroductions(text: text, mentions: mentions, words: words)
        var all: [Attribution] = []
        for var attribution in attributions {
            if let last = all.last, last.rule == .introduced, last.speakers.isEmpty,
                !isTitled(last) || !isTitled(attribution) && !passesOn(attribution),
                !attribution.speakers.isEmpty, attribution.rule != .introduced,
                attribution.sentence == last.sentence + 1,
                !introductions.isGivenBySomebody(text.tokens(in: text.sentences[last.sentence].range), mayTell: true)
            {
                all.removeLast()
                attribution.title = attribution.title ?? title(of: last)
                attribution.sentence = last.sentence
            }
            all.append(attribution)
        }
        return all
    }

    /// “Vendredi je suis allée à Phares en Fête, une petite conférence”: whether the first words on the event are what
    /// seems to tell of a talk without names.
    private func tellsOfEvent(_ attribution: Attribution) -> Bool {
        guard attribution.rule == .introduced, attribution.title == nil,
            let first = findings.event.mentions.first(where: {
                text.passage(at: $0.start).map { text.passages[$0].block.kind == .paragraph } ?? false
            })
        else { return false }
        return text.sentences[attribution.sentence].range.overlaps(first)
    }

    /// “X a souhaité la bienvenue”: whether the sentence tells of no talk but of who opened the day.
    private func isWelcome(_ attribution: Attribution) -> Bool {
        let tokens = text.tokens(in: text.sentences[attribution.sentence].range)
        return tokens.contains { words.welcomes.match(at: $0, before: tokens.upperBound, in: text) != nil }
    }

    /// What begins like a row of a table is a caption or a lead that an engine has framed; “[^1]: merci à X de nous avoir
    /// présenté …” is a note; a line without a stop right under a picture says who is on it.
    private func isAside(_ passage: Passage) -> Bool {
        passage.tokens.first.map { text.sign($0) } == UInt8(ascii: "|")
            || text.utf8[passage.range.start..<passage.range.end].starts(with: "[^".utf8)
            || isCaption(passage)
    }

    private func isCaption(_ passage: Passage) -> Bool {
        guard passage.index > 0, passage.block.kind == .paragraph, passage.sentences.count == 1,
            case .image = text.passages[passage.index - 1].block.kind, text.wordCount(passage.range) <= 20
        else { return false }
        let last = text.utf8[passage.range.end - 1]
        return ![UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(last)
    }

    private func namesInFull(_ attribution: Attribution) -> Bool {
        attribution.speakers.contains { mentions.namesInFull($0.range) }
    }

    /// Starts a talk at each sentence that attributes one to speakers who are not those of the talk before.
    mutating func addAttributed(in range: Range<Int>, current: inout Int?, section: Int?, run: Range<Int>) {
        let isGroup = section.map { findings.sections[$0].role == .group } ?? false
        for index in range where !isAside(text.passages[index]) {
            for attribution in told(in: index, section: section)
            where attribution.rule != .tells || opensPassage(attribution) || isGroup && namesInFull(attribution)
                || passesOn(attribution)
            {
                if isWelcome(attribution), !isTitled(attribution) { continue }
                if attribution.speakers.isEmpty, !isRecounted(attribution, in: section) || tellsOfEvent(attribution) {
                    continue
                }
                let isIntroduced =
                    attribution.rule == .introduced && !attribution.speakers.isEmpty || attribution.rule == .author
                if section == nil, areHeaded, !isIntroduced, !isTitled(attribution) { continue }
                if let title = title(of: attribution), namesEvent(title) { continue }
                // “Avec X, Y et Z, modérée par W”: who hosts gives no other talk.
                if attribution.isHosting, let current, drafts[current].attribution?.sentence == attribution.sentence {
                    continue
                }
                let people = Set(attribution.speakers.map(\.person))
                // Who sits on a panel may have given a talk before.
                if attribution.title == nil, !people.isEmpty, !known.isDisjoint(with: people), !isPanel(attribution) {
                    continue
                }
                known.formUnion(people)
                let isSameSentence =
                    current.flatMap { drafts[$0].attribution }.map {
                        $0.passage == index && $0.sentence == attribution.sentence && $0.rule == .by
                    } ?? false
                let start =
                    isSameSentence
                    ? attribution.range.start : text.sentences[firstSentence(of: attribution)].range.start
                if let current {
                    drafts[current].end = start
                    drafts[current].passages = drafts[current].passages.lowerBound..<index + 1
                }
                // A talk that an item tells of ends with the item.
                let end = text.passages[index].block.kind.isItem ? endOfItem(index, before: run.upperBound) : nil
                drafts.append(
                    TalkDraft(
                        origin: .attribution, section: section, parts: nil, attribution: attribution,
                        passages: index..<(end ?? run.upperBound), start: start))
                current = end == nil ? drafts.count - 1 : nil
            }
        }
    }
}
