import TextModel

/// A title of a talk within prose: in quotation marks, or a link or emphasis beside words that announce it.
struct QuotedTitle {
    let text: ReportText
    let mentions: PeopleIndex
    let words: TalkWords

    /// The title nearest to the words that attribute the talk, else the first one.
    ///
    /// A quotation may reach over several sentences (“Quoi ? Comment ?”), so the whole passage is read. Neither a link
    /// to somebody's page, nor one on a technology, nor a quotation of what somebody said is a title.
    ///
    /// - Parameters:
    ///   - sentence: where the talk is introduced.
    ///   - passage: the passage of the sentence.
    func find(in sentence: Range<Int>, of passage: Passage, near place: TextRange?) -> TextRange? {
        guard let first = sentence.first else { return nil }
        let range = text.range(of: sentence)
        let tail = first..<passage.tokens.upperBound
        var titles: [TextRange] = []
        for quotation in quotations(in: tail) where quotation.start < range.end && !isSaid(quotation) {
            if isAnnounced(quotation, from: first) || text.startsWithCapital(quotation), let title = cleaned(quotation)
            {
                titles.append(title)
            }
        }
        for mark in text.marks(in: range) {
            switch mark.kind {
            case .link, .emphasis, .strong:
                guard !isDescription(mark.range, from: first), isAnnounced(mark.range, from: first),
                    let title = cleaned(mark.range)
                else { continue }
                titles.append(title)
            case .code, .strikethrough, .image, .footnote, .emoji: break
            }
        }
        guard let place else { return titles.first }
        return titles.min { distance($0, place) < distance($1, place) }
    }

    /// “« C'est facile, tout est rodé. » Je retiens …”: a sentence in quotation marks, after which another begins.
    private func isSaid(_ quotation: TextRange) -> Bool {
        guard text.utf8[quotation.end - 1] == UInt8(ascii: "."),
            let close = text.nextWord(from: text.token(at: quotation.end - 1) + 1, before: text.tokens.count),
            text.closesQuotation(close), let next = text.nextWord(from: close + 1, before: text.tokens.count)
        else { return false }
        return text.startsWithCapital(text.tokens[next].range)
    }

    /// The title that a link is, without quotation marks, names and formats.
    func title(of link: TextRange) -> TextRange? {
        guard let title = cleaned(link), text.startsWithCapitalOrDigit(text.token(at: title.start)) else { return nil }
        return title
    }

    /// A title within four words of where a sentence has passed to a talk: “Puis [Titre](…)”, “Pour finir, « Titre »”.
    func next(from position: Int, before end: Int) -> TextRange? {
        let tail = position..<end
        let marked = text.marks(in: text.range(of: tail)).compactMap { mark -> TextRange? in
            switch mark.kind {
            case .link, .emphasis, .strong: mark.range
            case .code, .strikethrough, .image, .footnote, .emoji: nil
            }
        }
        return (marked + quotations(in: tail)).sorted().lazy.filter { title in
            let between = text.tokens(in: TextRange(text.tokens[position].range.start, title.start))
            return between.count { text.tokens[$0].kind.isWord } <= 4 && text.startsWithCapital(title)
        }.compactMap(cleaned).first
    }

    /// “présente un **générateur de cartes**”: an article before what begins with a small letter.
    private func isDescription(_ range: TextRange, from start: Int) -> Bool {
        guard !text.startsWithCapital(range),
            let before = text.previousWord(before: text.token(at: range.start), from: start)
        else { return false }
        return words.smallWords.isArticle(before, in: text) || text.isWord(before, "une")
    }

    /// Whether what stands around says that a title comes: a word for a talk or “présenté” before, names after.
    private func isAnnounced(_ range: TextRange, from start: Int) -> Bool {
        let tokens = text.tokens(in: range)
        var position = tokens.upperBound
        while position < text.tokens.count, text.tokens[position].kind.isWhiteSpace || isQuote(position) {
            position += 1
        }
        if isFollowedByNames(position) || isFollowed(from: position) || isWhere(range, upTo: position) { return true }
        var before = tokens.lowerBound - 1
        var seen = 0
        while before >= start, seen < 3 {
            let token = text.tokens[before]
            // “celle de X sur Titre”: a name is skipped.
            if let name = name(over: token.range) {
                before = text.token(at: name.start) - 1
                continue
            }
            if !token.kind.isWhiteSpace, !isQuote(before), token.kind != .punctuation {
                seen += 1
                if words.nouns.match(at: before, before: tokens.lowerBound, in: text) != nil
                    || words.verbs.match(at: before, before: tokens.lowerBound, in: text)?.value == .giving
                    || words.announcers.match(at: before, before: tokens.lowerBound, in: text) != nil
                {
                    return true
                }
            }
            before -= 1
        }
        return false
    }

    /// “Dans *Titre*, X …”, “X, dans *Titre*, …”: between “dans” and a comma.
    private func isWhere(_ range: TextRange, upTo end: Int) -> Bool {
        guard end < text.tokens.count, text.sign(end) == UInt8(ascii: ","), text.startsWithCapital(range),
            text.wordCount(range) >= 3,
            let before = text.previousWord(before: text.token(at: range.start), from: 0)
        else { return false }
        return text.isWord(before, "dans")
    }

    /// “[Titre](…) de X et d'Y”: those who follow a link right behind “de” or “par”.
    func speakers(after link: TextRange, before end: Int) -> NameGroup? {
        let position = text.token(at: link.end - 1) + 1
        guard let first = text.nextWord(from: position, before: end),
            let group = NameGroup.groups(in: first..<min(end, first + 24), of: text, mentions: mentions).first
        else { return nil }
        let lead = first..<group.tokens.lowerBound
        let isOf = words.smallWords.has(first, .of, in: text)
        let isBy = words.agents.match(at: first, before: end, in: text)?.value.isBy ?? false
        return (isOf || isBy) && lead.count(where: { text.tokens[$0].kind.isWord }) <= 3 ? group : nil
    }

    /// “Titre de X”, “Titre, animé par X”; “Titre, X” with a full name.
    private func isFollowedByNames(_ position: Int) -> Bool {
        let end = text.tokens.count
        guard position < end else { return false }
        var start = position
        let hasComma = text.sign(position) == UInt8(ascii: ",")
        if hasComma {
            guard let next = text.nextWord(from: position + 1, before: end) else { return false }
            if mentions.mentions(in: text.tokens[next].range).contains(where: {
                $0.range.start == text.tokens[next].range.start && mentions.namesInFull($0.range)
            }) {
                return true
            }
            start = next
        }
        let agent = words.agents.match(at: start, before: end, in: text)
        let isOf = words.smallWords.has(start, .of, in: text)
        guard isOf || agent?.value.isBy ?? false,
            let next = text.nextWord(from: isOf ? start + 1 : agent?.end ?? start + 1, before: end)
        else { return false }
        return !mentions.mentions(in: text.tokens[next].range).isEmpty
    }

    private func name(over token: TextRange) -> TextRange? {
        mentions.mentions(in: TextRange(max(0, token.start - Self.longestName), token.end))
            .last { $0.range.start <= token.start && $0.range.end >= token.end }?.range
    }

    /// In bytes.
    private static let longestName = 80

    /// “Titre, un talk sur…”, “Titre, dans lequel X…”.
    private func isFollowed(from end: Int) -> Bool {
        guard var next = text.nextWord(from: end, before: text.tokens.count) else { return false }
        if text.sign(next) == UInt8(ascii: ","), let word = text.nextWord(from: next + 1, before: text.tokens.count) {
            next = word
        }
        guard let follower = words.titleFollowers.match(at: next, before: text.tokens.count, in: text) else {
            return false
        }
        switch follower.value {
        case .sure: return true
        case .beforeNoun:
            let noun = text.nextWord(from: follower.end, before: text.tokens.count)
            return noun.flatMap { words.nouns.match(at: $0, before: text.tokens.count, in: text) } != nil
        }
    }

    private func isQuote(_ position: Int) -> Bool {
        text.quotationMark(position) != nil
    }

    /// The title without names and formats; `nil` for what is too short or speaks of a talk instead of naming it.
    private func cleaned(_ range: TextRange) -> TextRange? {
        let parts = HeadingParts(of: text.tokens(in: range), in: text, mentions: mentions, words: words)
        guard let title = parts.title, namesNoSpeaker(title) else { return nil }
        let tokens = text.tokens(in: title)
        // “Retour dans l'« Amphi bleu »”
        let count = text.wordCount(title)
        guard count >= 2,
            count > 3
                || !tokens.contains(where: { words.rooms.match(at: $0, before: tokens.upperBound, in: text) != nil })
        else { return nil }
        // “son retour d'expérience”, “la conférence”.
        if !text.startsWithCapital(title),
            tokens.prefix(4).contains(where: { words.nouns.match(at: $0, before: tokens.upperBound, in: text) != nil })
        {
            return nil
        }
        return title
    }

    /// “Les bons tuyaux de Mario”: a given name alone within four words and more is what a title is about.
    private func namesNoSpeaker(_ title: TextRange) -> Bool {
        let names = mentions.mentions(in: title)
        return names.isEmpty
            || text.wordCount(title) >= 4 && names.allSatisfy { $0.form == .given && $0.range.start > title.start }
    }

    private func distance(_ left: TextRange, _ right: TextRange) -> Int {
        left.end <= right.start ? right.start - left.end : max(0, left.start - right.end)
    }

    private func quotations(in tokens: Range<Int>) -> [TextRange] {
        var result: [TextRange] = []
        var open: (position: Int, close: QuotationMark)?
        for position in text.quotationMarks(in: tokens) {
            guard let mark = text.quotationMark(position) else { continue }
            if let opening = open {
                guard mark == opening.close else { continue }
                if position > opening.position + 1 {
                    result.append(
                        text.range(of: opening.position + 1..<text.endOfQuotation(opening.position, closed: position)))
                }
                open = nil
            } else if let close = mark.closing {
                open = (position, close)
            }
        }
        return result
    }
}
