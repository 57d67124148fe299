import TextModel

/// Finds where the prose of a report says who gave a talk.
struct AttributionScanner: Sendable {
    let words: TalkWords

    func attributions(in text: ReportText, mentions: PeopleIndex) -> [Attribution] {
        var found: [Attribution] = []
        guard !mentions.entries.isEmpty else { return found }
        for passage in text.passages where passage.block.kind.isProse {
            for sentence in passage.sentences {
                let tokens = text.tokens(in: text.sentences[sentence].range)
                for group in NameGroup.groups(in: tokens, of: text, mentions: mentions) {
                    guard let (rule, kind, start, end) = rule(for: group, in: tokens, of: text) else { continue }
                    found.append(
                        Attribution(
                            speakers: group.members.map { .init(person: $0.person, range: $0.range) },
                            sentence: sentence, passage: passage.index,
                            range: text.range(of: start..<end), rule: rule,
                            title: rule == .by && kind != nil
                                ? bareTitle(in: start..<group.tokens.lowerBound, of: text) : nil,
                            kind: kind))
                }
            }
        }
        return found
    }

    private typealias Reason = (rule: SpeakerRule, kind: TalkKind?, start: Int, end: Int)

    private func rule(for group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        label(before: group, in: sentence, of: text) ?? agent(before: group, in: sentence, of: text)
            ?? verb(after: group, in: sentence, of: text)
    }

    /// “Speaker : X”, or “Par X” at the start of a line.
    private func label(before group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        var position = sentence.lowerBound
        while position < group.tokens.lowerBound,
            text.tokens[position].kind.isWhiteSpace || text.tokens[position].kind == .emoji
        {
            position += 1
        }
        guard let (_, end) = words.labels.match(at: position, before: group.tokens.lowerBound, in: text) else {
            return nil
        }
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
        guard hasColon || words.agents.match(at: position, before: group.tokens.lowerBound, in: text)?.value == .by
        else {
            return nil
        }
        return (.label, nil, position, group.tokens.upperBound)
    }

    /// “la keynote de X”, “atelier animé par X”, “*Titre* par X”, “une table ronde avec X”.
    private func agent(before group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        let limit = max(sentence.lowerBound, group.tokens.lowerBound - Self.reach)
        var position = group.tokens.lowerBound - 1
        while position >= limit, text.tokens[position].kind.isWhiteSpace { position -= 1 }
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
        let isPhrase = agent.map { $0.value == .by && $0.start < position } ?? false
        let noun = nounEnding(before: before, from: limit, in: text, words: isOf ? 2 : isPhrase ? 14 : 6)
        if let noun {
            return (
                isOf ? .talkOf : agent?.value == .with ? .talkWith : .by, noun.kind, noun.start, group.tokens.upperBound
            )
        }
        // “*Titre* de X”.
        if isOf, let title = titleStart(before: before, from: sentence.lowerBound, in: text) {
            return (.by, nil, title, group.tokens.upperBound)
        }
        guard agent?.value == .by else { return nil }
        // “présenté par X” says so without a noun; a bare “par X” only after a title.
        if let agent,
            agent.start < position || titleStart(before: agent.start, from: sentence.lowerBound, in: text) != nil
        {
            return (.by, nil, agent.start, group.tokens.upperBound)
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
                words.agents.match(at: position, before: tokens.upperBound, in: text)?.value == .by
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
        while before >= start, text.tokens[before].kind.isWhiteSpace { before -= 1 }
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
                return (rule, nil, group.tokens.lowerBound, match.end)
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
