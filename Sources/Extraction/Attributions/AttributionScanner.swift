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
                        let reason = rule(for: group, in: tokens, of: text)
                            ?? opening(with: group, in: tokens, of: passage, text)
                    else { continue }
                    let all = apposed.joined(index, in: groups)
                    let start = min(reason.start, groups[all.lowerBound].tokens.lowerBound)
                    let end = max(reason.end, groups[all.upperBound - 1].tokens.upperBound)
                    found.append(
                        Attribution(
                            speakers: groups[all].flatMap(\.members).map { .init(person: $0.person, range: $0.range) },
                            sentence: sentence, passage: passage.index, range: text.range(of: start..<end),
                            rule: reason.rule,
                            title: reason.rule == .by && reason.kind != nil
                                ? bareTitle(in: reason.start..<group.tokens.lowerBound, of: text) : nil,
                            kind: reason.kind, isHosting: reason.isHosting))
                }
            }
        }
        return found
    }

    private struct Reason {
        let rule: SpeakerRule
        var kind: TalkKind?
        /// The words that say so, as positions in the text's tokens.
        let start: Int
        let end: Int
        /// “animé par”.
        var isHosting = false
    }

    private func rule(for group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        label(before: group, in: sentence, of: text) ?? innerLabel(before: group, in: sentence, of: text)
            ?? agent(before: group, in: sentence, of: text) ?? verb(after: group, in: sentence, of: text)
    }

    /// “Speaker : X”, or “Par X” at the start of a line.
    private func label(before group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        // Lines that are one sentence have a label each.
        let line = (sentence.lowerBound..<group.tokens.lowerBound).last { text.tokens[$0].kind == .newline }
        var position = line ?? sentence.lowerBound
        while position < group.tokens.lowerBound,
            text.tokens[position].kind.isWhiteSpace || text.tokens[position].kind == .emoji
        {
            position += 1
        }
        guard
            let (_, end) = words.labels.match(at: position, before: group.tokens.lowerBound, in: text)
                ?? nounAndAgent(at: position, before: group.tokens.lowerBound, in: text).map({ (true, $0) })
        else { return nil }
        var next = end
        var hasColon = false
        while next < group.tokens.lowerBound {
            let token = text.tokens[next]
            if text.utf8[token.range.start] == UInt8(ascii: ":") {
                hasColon = true
            } else if !token.kind.isWhiteSpace {
                return nil
            }
            next += 1
        }
        guard
            hasColon || words.agents.match(at: position, before: group.tokens.lowerBound, in: text)?.value.isBy == true
        else {
            return nil
        }
        return Reason(rule: .label, start: position, end: group.tokens.upperBound)
    }

    /// “Speaker : X Invitée : Y”: lines that are joined, each with a label that has a capital.
    private func innerLabel(before group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        guard
            let colon = (sentence.lowerBound..<group.tokens.lowerBound).last(where: {
                !text.tokens[$0].kind.isWhiteSpace
            }), text.sign(colon) == UInt8(ascii: ":")
        else { return nil }
        for start in max(sentence.lowerBound, colon - 5)..<colon {
            guard let label = words.labels.match(at: start, before: colon, in: text),
                text.nextWord(from: label.end, before: colon) == nil, text.startsWithCapital(text.tokens[start].range)
            else { continue }
            return Reason(rule: .label, start: start, end: group.tokens.upperBound)
        }
        return nil
    }

    /// After “Conférence animée par”, which a colon may follow.
    private func nounAndAgent(at position: Int, before end: Int, in text: ReportText) -> Int? {
        guard let noun = words.nouns.match(at: position, before: end, in: text),
            let next = text.nextWord(from: noun.end, before: end),
            let agent = words.agents.match(at: next, before: end, in: text), agent.value.isBy
        else { return nil }
        return agent.end
    }

    /// “Avec X, Y et Z.” as the first words under a heading: who takes part, unless the sentence goes on with its author.
    private func opening(
        with group: NameGroup, in sentence: Range<Int>, of passage: Passage, _ text: ReportText
    ) -> Reason? {
        guard passage.index > 0, sentence.lowerBound == passage.tokens.lowerBound,
            isHeading(text.passages[passage.index - 1]),
            let agent = words.agents.match(at: sentence.lowerBound, before: group.tokens.lowerBound, in: text),
            agent.value == .with,
            text.nextWord(from: agent.end, before: group.tokens.lowerBound + 1) == group.tokens.lowerBound
        else { return nil }
        var position = group.tokens.upperBound
        while position < sentence.upperBound {
            let isComma = text.sign(position) == UInt8(ascii: ",")
            if text.tokens[position].kind.isWhiteSpace || isComma || text.sign(position) == UInt8(ascii: ".") {
                position += 1
            } else if let end = text.endOfBrackets(at: position, before: sentence.upperBound) {
                position = end
            } else {
                break
            }
        }
        guard
            position >= sentence.upperBound
                || words.agents.match(at: position, before: sentence.upperBound, in: text)?.value == .hosting
        else { return nil }
        return Reason(rule: .talkWith, start: agent.end - 1, end: group.tokens.upperBound)
    }

    private func isHeading(_ passage: Passage) -> Bool {
        passage.block.kind.headingLevel != nil || passage.block.candidate != nil
    }

    /// Whether words before somebody, who need not have a name, say that they gave a talk: “un talk présenté par deux
    /// étudiants”, “Speaker : un collègue”.
    func attributes(to tokens: Range<Int>, in sentence: Range<Int>, of text: ReportText) -> SpeakerRule? {
        let group = NameGroup(members: [], range: text.range(of: tokens), tokens: tokens)
        return (label(before: group, in: sentence, of: text) ?? agent(before: group, in: sentence, of: text))?.rule
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
            for start in stride(from: position, through: max(limit, position - 4), by: -1) {
                if let match = words.agents.match(at: start, before: group.tokens.lowerBound, in: text),
                    match.end == position + 1
                {
                    agent = (match.value, start)
                }
            }
            guard agent != nil else { return nil }
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
        // “*Titre* de X”.
        if isOf, let title = titleStart(before: before, from: sentence.lowerBound, in: text) {
            return Reason(rule: .by, start: title, end: group.tokens.upperBound)
        }
        guard agent?.value.isBy == true else { return nil }
        // “présenté par X” says so without a noun; a bare “par X” only after a title.
        if let agent,
            agent.start < position || titleStart(before: agent.start, from: sentence.lowerBound, in: text) != nil
        {
            return Reason(
                rule: .by, start: agent.start, end: group.tokens.upperBound, isHosting: agent.value == .hosting)
        }
        return nil
    }

    /// Before “la journaliste”, “le capitaine”, “une certaine”, “Mme”: words on who is named, of which the first is an
    /// article or a title.
    private func startOfLead(endingAt position: Int, from limit: Int, in text: ReportText) -> Int? {
        var position = position
        var count = 0
        while position >= limit, count < 4 {
            let token = text.tokens[position]
            if !token.kind.isWhiteSpace {
                guard token.kind.isWord || token.kind == .abbreviation else { return nil }
                count += 1
                if words.titles.match(at: position, before: position + 1, in: text) != nil
                    || count > 1 && Self.determiners.contains(text.folded(token.range))
                {
                    var before = position - 1
                    while before >= limit, text.tokens[before].kind.isWhiteSpace { before -= 1 }
                    return before
                }
                guard !text.startsWithCapital(token.range),
                    words.nouns.match(at: position, before: position + 1, in: text) == nil,
                    words.agents.match(at: position, before: position + 1, in: text) == nil,
                    !["de", "d'", "du", "et", "des"].contains(text.folded(token.range))
                else { return nil }
            }
            position -= 1
        }
        return nil
    }

    private static let determiners: Set = ["le", "la", "l'", "son", "sa", "leur", "notre", "mon", "ma", "un", "une"]

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
            let last = (first..<agent).last(where: { !text.tokens[$0].kind.isWhiteSpace }),
            (first...last).count(where: { text.tokens[$0].kind.isWord }) >= 2
        else { return nil }
        return text.range(of: first..<last + 1)
    }

    /// How far before a name the talk may stand, in tokens.
    private static let reach = 40

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

    /// “X, coach agile, nous a présenté”.
    private func verb(after group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        var position = group.tokens.upperBound
        var hasAudience = false
        var skippedApposition = false
        /// Where “venu” stands: “est venue à Brest pour montrer”.
        var came: Int?
        while position < sentence.upperBound {
            let token = text.tokens[position]
            if token.kind.isWhiteSpace {
                position += 1
                continue
            }
            if let match = words.verbs.match(at: position, before: sentence.upperBound, in: text) {
                let speaksToUs = hasAudience || came != nil || followsAudience(match.end, in: sentence, of: text)
                let rule: SpeakerRule = match.value == .giving || speaksToUs ? .givesTalk : .tells
                return Reason(rule: rule, start: group.tokens.lowerBound, end: match.end)
            }
            if let end = text.endOfBrackets(at: position, before: sentence.upperBound) {
                position = end
                continue
            }
            if text.utf8[token.range.start] == UInt8(ascii: ","), !skippedApposition {
                guard let end = endOfApposition(after: position, in: sentence, of: text) else { return nil }
                skippedApposition = true
                position = end
                continue
            }
            guard let gap = words.gaps.match(at: position, before: sentence.upperBound, in: text) else {
                if let came, position <= came + Self.longestErrand, token.kind != .punctuation {
                    position += 1
                    continue
                }
                // An affiliation without commas: “Jean Bon d'Acme nous a présenté”.
                if !skippedApposition, let end = endOfAffiliation(at: position, in: sentence, of: text) {
                    skippedApposition = true
                    position = end
                    continue
                }
                return nil
            }
            if text.folded(token.range) == "nous" { hasAudience = true }
            if text.folded(token.range).hasPrefix("venu") { came = position }
            position = gap.end
        }
        return nil
    }

    /// How many tokens after “venu” its verb may stand.
    private static let longestErrand = 9

    /// “a choisi de nous alerter”: the audience within four tokens.
    private func followsAudience(_ start: Int, in sentence: Range<Int>, of text: ReportText) -> Bool {
        (start..<min(sentence.upperBound, start + 5)).contains { text.folded(text.tokens[$0].range) == "nous" }
    }

    /// After what the comma at `comma` opens, within 25 tokens: after the comma that closes it, or before “nous présente”
    /// where none does.
    private func endOfApposition(after comma: Int, in sentence: Range<Int>, of text: ReportText) -> Int? {
        var position = comma + 1
        while position < min(sentence.upperBound, comma + 40) {
            let token = text.tokens[position]
            if token.range.count == 1, text.utf8[token.range.start] == UInt8(ascii: ",") {
                // “développeuse, autrice et formatrice, nous présente”: go on while no verb follows.
                let rest = position + 1
                if let next = text.nextWord(from: rest, before: sentence.upperBound),
                    words.verbs.match(at: next, before: sentence.upperBound, in: text) != nil
                        || words.gaps.match(at: next, before: sentence.upperBound, in: text) != nil
                {
                    return rest
                }
            } else if text.isWord(position, "nous"),
                let next = text.nextWord(from: position + 1, before: sentence.upperBound),
                words.verbs.match(at: next, before: sentence.upperBound, in: text) != nil
            {
                return position
            }
            position += 1
        }
        return nil
    }

    /// After “d'Acme”, “de chez Acme”, “de la société Acme”: at most four words up to an auxiliary or verb; twelve where they
    /// tell what somebody does: “chef de projet de la société Acme”.
    private func endOfAffiliation(at start: Int, in sentence: Range<Int>, of text: ReportText) -> Int? {
        var position = start
        var count = 0
        let most = words.jobs.match(at: start, before: sentence.upperBound, in: text) == nil ? 5 : 13
        while position < sentence.upperBound, count < most {
            let token = text.tokens[position]
            if token.kind == .punctuation { return nil }
            if !token.kind.isWhiteSpace {
                if words.verbs.match(at: position, before: sentence.upperBound, in: text) != nil { return position }
                let word = text.folded(token.range)
                if count > 0, ["nous", "a", "ont", "est", "sont"].contains(word) { return position }
                count += 1
            }
            position += 1
        }
        return nil
    }
}
