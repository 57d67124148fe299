import TextModel

/// Finds where the prose of a report says who gave a talk.
struct AttributionScanner: Sendable {
    let words: TalkWords

    func attributions(in text: ReportText, mentions: PeopleIndex) -> [Attribution] {
        var found: [Attribution] = []
        guard !mentions.entries.isEmpty else { return found }
        let apposed = ApposedNames(text: text, words: words)
        for passage in text.passages where passage.block.kind.isProse {
            for sentence in passage.sentences {
                let tokens = text.tokens(in: text.sentences[sentence].range)
                let groups = NameGroup.groups(in: tokens, of: text, mentions: mentions)
                for (index, group) in groups.enumerated() {
                    guard
                        let reason = session(of: group, in: tokens, text, mentions: mentions)
                            ?? rule(for: group, in: tokens, of: text)
                            ?? opening(with: group, in: tokens, of: passage, text)
                            ?? lead(of: group, in: tokens, of: passage, text)
                            ?? titled(group, in: tokens, text, mentions: mentions)
                    else { continue }
                    if isElsewhere(group, in: tokens, of: text) { continue }
                    var all = apposed.joined(index, in: groups)
                    if isPartner(all.upperBound, of: groups, behind: reason, text) {
                        all = all.lowerBound..<all.upperBound + 1
                    }
                    let start = min(reason.start, groups[all.lowerBound].tokens.lowerBound)
                    let end = max(reason.end, groups[all.upperBound - 1].tokens.upperBound)
                    found.append(
                        Attribution(
                            speakers: groups[all].flatMap(\.members).map { .init(person: $0.person, range: $0.range) },
                            sentence: sentence, passage: passage.index, range: text.range(of: start..<end),
                            rule: reason.rule,
                            title: reason.title
                                ?? (reason.rule == .by && reason.kind != nil
                                    ? bareTitle(in: reason.start..<group.tokens.lowerBound, of: text) : nil),
                            kind: reason.kind, isHosting: reason.isHosting))
                }
            }
        }
        return found
    }

    /// “racontée par mon collègue X sur son blog”: whether somebody wrote about it elsewhere.
    private func isElsewhere(_ group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Bool {
        text.nextWord(from: group.tokens.upperBound, before: sentence.upperBound).map {
            words.readings.match(at: $0, before: sentence.upperBound, in: text) != nil
        } ?? false
    }

    /// Why somebody gave a talk, and the words that say so.
    struct Reason {
        let rule: SpeakerRule
        var kind: TalkKind?
        /// The words that say so, as positions in the text's tokens.
        let start: Int
        let end: Int
        /// “animé par”.
        var isHosting = false
        var title: TextRange?
    }

    private func rule(for group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        label(before: group, in: sentence, of: text) ?? apposition(before: group, in: sentence, of: text)
            ?? innerLabel(before: group, in: sentence, of: text)
            ?? agent(before: group, in: sentence, of: text) ?? verb(after: group, in: sentence, of: text)
    }

    /// Whether words before somebody, who need not have a name, say that they gave a talk: “un talk présenté par deux
    /// étudiants”, “Speaker : un collègue”.
    func attributes(to tokens: Range<Int>, in sentence: Range<Int>, of text: ReportText) -> SpeakerRule? {
        let group = NameGroup(members: [], range: text.range(of: tokens), tokens: tokens)
        let reason = label(before: group, in: sentence, of: text) ?? agent(before: group, in: sentence, of: text)
        return reason?.rule ?? (endsTalk(before: tokens.lowerBound, in: sentence, of: text) ? .by : nil)
    }

    /// “Dernière session du jour, les cornes par …”: whether “par” stands before a position, and the sentence begins with a
    /// word for a talk in the singular, within three words.
    private func endsTalk(before position: Int, in sentence: Range<Int>, of text: ReportText) -> Bool {
        guard let agent = text.previousWord(before: position, from: sentence.lowerBound), text.isWord(agent, "par")
        else {
            return false
        }
        return (sentence.lowerBound..<agent).filter { text.tokens[$0].kind.isWord }.prefix(3).contains { start in
            words.oneTalk(at: start, before: agent, in: text) != nil
        }
    }

    /// “la keynote de X”, “atelier animé par X”, “*Titre* par X”, “une table ronde avec X”.
    private func agent(before group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        let limit = max(sentence.lowerBound, group.tokens.lowerBound - Self.reach)
        var position = group.tokens.lowerBound - 1
        while position >= limit, text.tokens[position].kind.isWhiteSpace { position -= 1 }
        position = startOfLead(endingAt: position, from: limit, in: text) ?? position
        guard position >= limit else { return nil }
        let word = text.folded(text.tokens[position].range)
        let isOf = word == "de" || word == "d'"
        // The longest agent phrase that ends here.
        var agent: (value: TalkWords.Agent, start: Int)?
        if !isOf {
            for start in stride(from: position, through: max(limit, position - Self.longestAgent), by: -1) {
                if let match = words.agents.match(at: start, before: group.tokens.lowerBound, in: text),
                    match.end == position + 1, match.value != .asking
                {
                    agent = (match.value, start)
                }
            }
            guard let agent, agent.value != .organizing else { return nil }
        }
        if isOf, let start = startOfTurn(endingAt: position, from: limit, in: text),
            someoneSpeaks(after: group.tokens.upperBound, in: sentence, of: text)
                || takesTurn(group, at: start, in: sentence, of: text)
        {
            return Reason(rule: .givesTalk, start: start, end: group.tokens.upperBound)
        }
        let before = agent?.start ?? position
        // “présenté par X” reaches further back than “par X” or “avec X”.
        let isPhrase = agent.map { $0.value.isBy && $0.start < position } ?? false
        let noun = nounEnding(before: before, from: limit, in: text, words: isOf ? 2 : isPhrase ? 14 : 6)
        if let noun {
            return Reason(
                rule: isOf ? .talkOf : agent?.value == .with ? .talkWith : .by, kind: noun.kind, start: noun.start,
                end: group.tokens.upperBound, isHosting: agent?.value == .hosting)
        }
        if isOf, let start = startOfAnother(endingAt: position, before: group, in: sentence, of: text) {
            return Reason(rule: .talkOf, start: start, end: group.tokens.upperBound)
        }
        // “*Titre* de X”.
        if isOf, let title = titleStart(before: before, from: sentence.lowerBound, in: text),
            !text.opensQuotation(title) || startsWithCapital(after: title, in: text),
            !isRead(title, in: sentence, of: text)
        {
            return Reason(rule: .by, start: title, end: group.tokens.upperBound)
        }
        guard let agent, agent.value.isBy, agent.value != .hosting || !words.isOfDay(agent.start, in: text) else {
            return nil
        }
        // “présenté par X” says so without a noun; a bare “par X” only after a title.
        if agent.start < position || titleStart(before: agent.start, from: sentence.lowerBound, in: text) != nil {
            return Reason(
                rule: .by, start: agent.start, end: group.tokens.upperBound, isHosting: agent.value == .hosting)
        }
        return nil
    }

    /// “un talk de Maud Tessier, et un autre de X”, “la conférence de Maud Tessier et celle de X”: where “un autre”, “celle”
    /// stand before “de”, with a word for a talk before them in the sentence.
    private func startOfAnother(
        endingAt position: Int, before group: NameGroup, in sentence: Range<Int>, of text: ReportText
    ) -> Int? {
        guard let pronoun = text.previousWord(before: position, from: sentence.lowerBound),
            words.smallWords.has(pronoun, .pronoun, in: text)
        else { return nil }
        // “J'en retiens deux : celui de X sur les lampes, …”
        let next = text.nextWord(from: group.tokens.upperBound, before: sentence.upperBound)
        if next.map({ text.isWord($0, "sur") }) ?? false { return pronoun }
        let isOfTalk = (sentence.lowerBound..<pronoun).contains {
            words.nouns.match(at: $0, before: pronoun, in: text) != nil
        }
        return isOfTalk ? pronoun : nil
    }

    /// “J'ai lu *Titre* de X”, “le livre *Titre* de X”: whether a word of reading stands within three words before a title.
    private func isRead(_ title: Int, in sentence: Range<Int>, of text: ReportText) -> Bool {
        (sentence.lowerBound..<title).reversed().filter { text.tokens[$0].kind.isWord }.prefix(3).contains {
            words.readings.match(at: $0, before: title, in: text) != nil
        }
    }

    /// Whether a quotation begins as a title does, not as what somebody said: “« bien vu » de X”.
    private func startsWithCapital(after quote: Int, in text: ReportText) -> Bool {
        text.nextWord(from: quote + 1, before: text.tokens.count).map(text.startsWithCapitalOrDigit) ?? false
    }

    /// Before “la journaliste”, “le capitaine”, “une certaine”, “Mme”: words on who is named, of which the first is an
    /// article or a title.
    func startOfLead(endingAt position: Int, from limit: Int, in text: ReportText) -> Int? {
        var position = position
        var count = 0
        while position >= limit, count < 4 {
            let token = text.tokens[position]
            if !token.kind.isWhiteSpace {
                guard token.kind.isWord || token.kind == .abbreviation else { return nil }
                count += 1
                if words.titles.match(at: position, before: position + 1, in: text) != nil
                    || count > 1 && words.smallWords.isDeterminer(position, in: text)
                {
                    var before = position - 1
                    while before >= limit, text.tokens[before].kind.isWhiteSpace { before -= 1 }
                    return before
                }
                guard !text.startsWithCapital(token.range),
                    words.nouns.match(at: position, before: position + 1, in: text) == nil,
                    words.agents.match(at: position, before: position + 1, in: text) == nil,
                    !words.smallWords.has(position, [.of, .ofThe, .pair], in: text), !text.isWord(position, "à")
                else { return nil }
            }
            position -= 1
        }
        return nil
    }

    /// “la session Des phares et des balises par X”: what stands between the word for a talk and “par”, when it has two
    /// words and begins with a capital.
    ///
    /// - Parameter tokens: from the word for a talk up to the names.
    private func bareTitle(in tokens: Range<Int>, of text: ReportText) -> TextRange? {
        guard let noun = words.nouns.match(at: tokens.lowerBound, before: tokens.upperBound, in: text),
            let first = text.nextWord(from: noun.end, before: tokens.upperBound), text.tokens[first].kind.isWord,
            text.startsWithCapital(text.tokens[first].range),
            let agent = tokens.last(where: { position in
                words.agents.match(at: position, before: tokens.upperBound, in: text)?.value.isBy ?? false
            }),
            let last = text.previousWord(before: agent, from: first),
            (first...last).count(where: { text.tokens[$0].kind.isWord }) >= 2
        else { return nil }
        return text.range(of: first..<last + 1)
    }

    /// “assurée à deux voix par”, in tokens before the last.
    private static let longestAgent = 8

    /// How far before a name the talk may stand, in tokens.
    static let reach = 40

    /// A word for a talk before a position, with at most so many other words between; a quotation or link counts as none.
    private func nounEnding(before end: Int, from limit: Int, in text: ReportText, words most: Int) -> (
        kind: TalkKind, start: Int
    )? {
        var position = end - 1
        var count = 0
        while position >= limit {
            let token = text.tokens[position]
            if token.kind.isWhiteSpace {
                position -= 1
                continue
            }
            if text.sign(position) == UInt8(ascii: ")"),
                let open = (limit..<position).last(where: { text.sign($0) == UInt8(ascii: "(") })
            {
                position = open - 1
                continue
            }
            // Back over a quoted or marked title in one step.
            if let start = text.startOfTitle(endingAt: position, from: limit) {
                // The noun may be inside the link: “[la conférence de X](…)”.
                position = start - 1
                continue
            }
            if let match = words.nouns.match(at: position, before: end, in: text) {
                // “retour d'expérience” is longer than “expérience”: look two words back for a longer one.
                for start in stride(from: position - 1, through: max(limit, position - 4), by: -1) {
                    if let longer = words.nouns.match(at: start, before: end, in: text), longer.end >= match.end {
                        return (longer.value, start)
                    }
                }
                return (match.value, position)
            }
            count += 1
            if count > most { return nil }
            if token.kind == .punctuation, most < 14 { return nil }
            position -= 1
        }
        return nil
    }

    /// Where a quoted or marked title begins that ends just before a position.
    private func titleStart(before position: Int, from start: Int, in text: ReportText) -> Int? {
        var before = position - 1
        var hasComma = false
        while before >= start {
            // “« Titre », par X”.
            let isComma = !hasComma && text.sign(before) == UInt8(ascii: ",")
            guard isComma || text.tokens[before].kind.isWhiteSpace else { break }
            hasComma = hasComma || isComma
            before -= 1
        }
        return before >= start ? text.startOfTitle(endingAt: before, from: start) : nil
    }
}
