import TextModel

/// What somebody does who gives a talk.
extension AttributionScanner {
    /// “X, coach agile, nous a présenté”.
    func verb(after group: NameGroup, in sentence: Range<Int>, of text: ReportText) -> Reason? {
        var position = group.tokens.upperBound
        var hasAudience = false
        var skippedApposition = false
        var isPlanned = false
        var isDenied = false
        /// Where “venu” stands: “est venue à Brest pour montrer”.
        var came: Int?
        while position < sentence.upperBound {
            let token = text.tokens[position]
            if token.kind.isWhiteSpace {
                position += 1
                continue
            }
            if let match = words.verbs.match(at: position, before: sentence.upperBound, in: text) {
                // “X n'a pas présenté”, “pourquoi ne pas le présenter”
                if isDenied { return nil }
                // “X présentait la soirée”
                if words.welcomes.match(at: position, before: sentence.upperBound, in: text) != nil { return nil }
                if hosts(match.end, in: sentence, of: text) { return nil }
                // “X devait parler de ses lampes, elle était malade”
                if isPlanned, words.keepSomebodyAway(match.end..<sentence.upperBound, in: text) { return nil }
                let speaksToUs = hasAudience || came != nil || followsAudience(match.end, in: sentence, of: text)
                let rule: SpeakerRule = match.value == .giving || speaksToUs ? .givesTalk : .tells
                return Reason(rule: rule, start: group.tokens.lowerBound, end: match.end)
            }
            // “X m'en a dit du bien”: to the author alone, of what somebody else did.
            if text.isWord(position, "en"), text.isWord(position - 1, "m'") { return nil }
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
                    // “n'a pas hésité à nous présenter”
                    isDenied = false
                    position = end
                    continue
                }
                return nil
            }
            if text.folded(token.range) == "nous" { hasAudience = true }
            if text.folded(token.range).hasPrefix("venu") { came = position }
            if words.tellPlan(position, in: text) { isPlanned = true }
            if text.isWord(position, "pas") { isDenied = true }
            position = gap.end
        }
        return nil
    }

    /// “C'est X qui animait, de Brest”: a verb of hosting at a position, with nothing that is hosted behind it.
    private func hosts(_ end: Int, in sentence: Range<Int>, of text: ReportText) -> Bool {
        guard text.folded(text.tokens[end - 1].range).hasPrefix("anim") else { return false }
        return text.nextWord(from: end, before: sentence.upperBound).map { text.tokens[$0].kind == .punctuation }
            ?? true
    }

    /// How many tokens after “venu” its verb may stand.
    private static let longestErrand = 9

    /// “a choisi de nous alerter”: the audience within four tokens.
    private func followsAudience(_ start: Int, in sentence: Range<Int>, of text: ReportText) -> Bool {
        (start..<min(sentence.upperBound, start + 5)).contains { text.folded(text.tokens[$0].range) == "nous" }
    }

    /// After what the comma at `comma` opens, within 40 tokens: after the comma that closes it, or before “nous présente”
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
            } else if text.isWord(position, "nous"), isVerbalGroup(at: position + 1, in: sentence, of: text) {
                return position
            }
            position += 1
        }
        return nil
    }

    /// “présente”, “a ensuite présenté”: a verb, with an auxiliary and what else may stand before it.
    private func isVerbalGroup(at start: Int, in sentence: Range<Int>, of text: ReportText) -> Bool {
        var position = start
        for _ in 0..<3 {
            guard let next = text.nextWord(from: position, before: sentence.upperBound) else { return false }
            if words.verbs.match(at: next, before: sentence.upperBound, in: text) != nil { return true }
            guard let gap = words.gaps.match(at: next, before: sentence.upperBound, in: text) else { return false }
            position = gap.end
        }
        return false
    }

    /// After “d'Acme”, “de chez Acme”, “de la société Acme”: at most four words up to an auxiliary or verb; twelve where they
    /// tell what somebody does: “chef de projet de la société Acme”.
    private func endOfAffiliation(at start: Int, in sentence: Range<Int>, of text: ReportText) -> Int? {
        var position = start
        var count = 0
        // “viendra parler”: what is to come is no talk, and no affiliation.
        if words.planned.match(at: start, before: sentence.upperBound, in: text)?.value == .coming { return nil }
        let most = words.jobs.match(at: start, before: sentence.upperBound, in: text) == nil ? 5 : 13
        while position < sentence.upperBound, count < most {
            let token = text.tokens[position]
            if token.kind == .punctuation { return nil }
            if !token.kind.isWhiteSpace {
                if text.isWord(position, "pas") { return nil }
                if words.verbs.match(at: position, before: sentence.upperBound, in: text) != nil { return position }
                if count > 0, words.smallWords.has(position, .verb, in: text) || text.isWord(position, "nous") {
                    return position
                }
                count += 1
            }
            position += 1
        }
        return nil
    }

    /// “X présente avec Y”: whether a group of names stands behind “avec” and the verb of giving a talk; one may also talk to
    /// somebody.
    func isPartner(_ index: Int, of groups: [NameGroup], behind reason: Reason, _ text: ReportText) -> Bool {
        guard reason.rule == .givesTalk, groups.indices.contains(index) else { return false }
        let name = groups[index].tokens.lowerBound
        guard let with = text.nextWord(from: reason.end, before: name), text.isWord(with, "avec"),
            text.nextWord(from: with + 1, before: name + 1) == name
        else { return false }
        return !text.folded(text.tokens[reason.end - 1].range).hasPrefix("parl")
    }

    /// “c'est au tour de X … de nous présenter”: where “tour” stands before “de”.
    func startOfTurn(endingAt position: Int, from limit: Int, in text: ReportText) -> Int? {
        text.previousWord(before: position, from: limit).flatMap { text.isWord($0, "tour") ? $0 : nil }
    }

    /// “C'était au tour de X, sur les lampes”: “au tour”, and what X does is not told: “de ranger les chaises”.
    func takesTurn(_ group: NameGroup, at turn: Int, in sentence: Range<Int>, of text: ReportText) -> Bool {
        guard let to = text.previousWord(before: turn, from: sentence.lowerBound), text.isWord(to, "au") else {
            return false
        }
        let next = text.nextWord(from: group.tokens.upperBound, before: sentence.upperBound)
        return next.map { !words.smallWords.has($0, .of, in: text) } ?? true
    }

    /// Whether a verb of giving a talk or telling follows in the sentence.
    func someoneSpeaks(after position: Int, in sentence: Range<Int>, of text: ReportText) -> Bool {
        (position..<sentence.upperBound).contains {
            words.verbs.match(at: $0, before: sentence.upperBound, in: text) != nil
        }
    }
}
