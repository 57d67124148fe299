import TextModel

/// Where the names in a heading part from its title.
struct SpeakerCut {
    let text: ReportText
    let words: TalkWords
    /// The heading without number and time, as positions in the text's tokens.
    let rest: Range<Int>
    /// How many words after “X,” may be a company rather than a title.
    let companyWords: Int

    /// Whether “par” or “by” stands just before the names.
    func followsAgent(_ group: NameGroup) -> Bool {
        var position = group.tokens.lowerBound - 1
        while position >= 0, text.tokens[position].kind.isWhiteSpace { position -= 1 }
        guard position >= 0 else { return false }
        return words.agents.match(at: position, before: group.tokens.lowerBound, in: text)?.value.isBy == true
            || agentBeforePraise(of: group) != nil
    }

    /// Where “par” stands in “par l'excellent pédagogue X”: an article and at most three small words before the names.
    private func agentBeforePraise(of group: NameGroup) -> Int? {
        var position = group.tokens.lowerBound - 1
        var count = 0
        while position > rest.lowerBound, count <= 4 {
            let token = text.tokens[position]
            if token.kind.isWhiteSpace {
                position -= 1
                continue
            }
            guard token.kind.isWord, !text.startsWithCapitalOrDigit(position) else { return nil }
            if count >= 2,
                words.agents.match(at: position, before: group.tokens.lowerBound, in: text)?.value.isBy == true,
                let article = text.nextWord(from: position + 1, before: group.tokens.lowerBound),
                words.smallWords.isArticle(article, in: text)
            {
                return position
            }
            count += 1
            position -= 1
        }
        return nil
    }

    /// Where the title ends when a group of names ends the heading.
    func end(before group: NameGroup) -> Int? {
        // “Mme Maud Tessier, « Titre »”: nothing stands before her.
        let start = group.tokens.lowerBound
        if start < group.tokens.lowerBound, text.nextWord(from: rest.lowerBound, before: rest.upperBound) == start,
            text.nextWord(from: group.tokens.upperBound, before: rest.upperBound) != nil
        {
            return nil
        }
        // Only what belongs to a name may follow: “(Acme)”, “[Acme]”, “, Acme”, “de chez Acme”, “🎤”.
        guard isNameTail(group.tokens.upperBound) || isApposition(group) else { return nil }
        var position = start - 1
        // An opening bracket: “Titre (X)”.
        while position >= rest.lowerBound, text.tokens[position].kind.isWhiteSpace { position -= 1 }
        if position < rest.lowerBound { return rest.lowerBound }
        if isOpenBracket(position) { return position }
        if text.isSeparator(position) { return position }
        // “par”, “by”, “présenté par”, “avec”.
        for first in stride(from: max(rest.lowerBound, position - 4), through: position, by: 1) {
            if let match = words.agents.match(at: first, before: start, in: text),
                match.end == position + 1
            {
                // “Titre (par X)”
                let before = text.previousWord(before: first, from: rest.lowerBound)
                return before.map { isOpenBracket($0) ? $0 : first } ?? first
            }
        }
        if let agent = agentBeforePraise(of: group) { return agent }
        let isOf = words.smallWords.has(position, .of, in: text)
        // “Keynote de X”: what stands before is no title but a word for a talk.
        if isOf,
            let noun = wordAfterArticle(before: position),
            let match = words.nouns.match(at: noun, before: position, in: text),
            text.nextWord(from: match.end, before: position) == nil
        {
            return position
        }
        // “Talk d'ouverture : Titre de X”: after a word for a talk and a colon, a full name that “de” leads to.
        if isOf, group.members.allSatisfy({ isFull($0.range) }), startsWithLabel {
            return position
        }
        // “« Titre » de X”.
        if isOf,
            let quote = (rest.lowerBound..<position).last(where: { !text.tokens[$0].kind.isWhiteSpace }),
            text.closesQuotation(quote),
            text.startOfTitle(endingAt: quote, from: rest.lowerBound) != nil
        {
            return position
        }
        // A quoted title, or a name that is a link of its own, needs no separator.
        if text.startOfTitle(endingAt: position, from: rest.lowerBound) != nil { return position + 1 }
        return standsApart(group, after: position) ? position + 1 : nil
    }

    /// The first word of the heading, after an article: “La keynote”.
    private func wordAfterArticle(before end: Int) -> Int? {
        guard let first = text.nextWord(from: rest.lowerBound, before: end) else { return nil }
        guard words.smallWords.isArticle(first, in: text) else { return first }
        return text.nextWord(from: first + 1, before: end)
    }

    /// Whether a name ends the heading without any separator: “Un phare, combien d'ampoules ? Zoé Martin”.
    private func standsApart(_ group: NameGroup, after position: Int) -> Bool {
        guard group.members.allSatisfy({ isFull($0.range) }),
            (rest.lowerBound...position).count(where: { text.tokens[$0].kind.isWord }) >= 3
        else { return false }
        let sign = text[text.tokens[position].range]
        if ["?", "!", "…", "»", "”", "\"", ")", "."].contains(sign) { return true }
        guard text.tokens[position].kind.isWord, !text.startsWithCapitalOrDigit(position) else { return false }
        return words.nameLeads.match(at: position, before: group.tokens.lowerBound, in: text) == nil
    }

    /// “Keynote :”, “Talk d'ouverture :” at the start, with at most three words between.
    private var startsWithLabel: Bool {
        guard let first = text.nextWord(from: rest.lowerBound, before: rest.upperBound),
            let noun = words.nouns.match(at: first, before: rest.upperBound, in: text),
            let colon = (noun.end..<rest.upperBound).first(where: { text.sign($0) == UInt8(ascii: ":") })
        else { return false }
        return (noun.end..<colon).count { text.tokens[$0].kind.isWord } <= 3
    }

    private func isFull(_ range: TextRange) -> Bool {
        text.utf8[range.start..<range.end].contains(UInt8(ascii: " "))
    }

    /// “par X, développeuse chez Acme”, “– X, coach à Lyon”: who somebody is, in at most ten words, after a name that a
    /// word or mark sets apart from the title.
    private func isApposition(_ group: NameGroup) -> Bool {
        guard let next = text.nextWord(from: group.tokens.upperBound, before: rest.upperBound) else { return true }
        let tail = next..<rest.upperBound
        guard tail.count(where: { text.tokens[$0].kind.isWord }) <= 10 else { return false }
        if followsAgent(group) { return true }
        guard text.sign(next) == UInt8(ascii: ",") || text.isDash(next), group.tokens.lowerBound > rest.lowerBound,
            let second = text.nextWord(from: next + 1, before: rest.upperBound)
        else { return false }
        // A capital begins what may be the title of the next talk or a list, a small letter what somebody does.
        return !text.startsWithCapitalOrDigit(second)
            || words.jobs.match(at: second, before: rest.upperBound, in: text) != nil
    }

    /// Whether what follows a name up to the end of the heading only belongs to it: a company, a place, brackets.
    private func isNameTail(_ start: Int) -> Bool {
        var position = start
        var wordsAfterComma = 0
        var isAffiliation = false
        var isDashed = false
        // What follows a name that begins the line may be the title.
        let wordsBeforeNames =
            text.nextWord(from: rest.lowerBound, before: start).map {
                $0 + 8 < start
                    || (rest.lowerBound..<start).contains { text.isSeparator($0) && !text.tokens[$0].kind.isWhiteSpace }
            } ?? false
        while position < rest.upperBound {
            let token = text.tokens[position]
            if let end = endOfAside(at: position) {
                position = end
                continue
            }
            if isCloseBracket(position) || text.sign(position) == UInt8(ascii: ".") {
                position += 1
                continue
            }
            let word = text.folded(token.range)
            if !isAffiliation {
                guard [",", "de", "d'", "du", "from", "@", "-", "–", "chez", "/", "|"].contains(word) else {
                    return false
                }
                // “Maud Tessier | Titre” begins with the name, “Titre | Maud Tessier | salle 2” does not.
                if word == "|", !wordsBeforeNames { return false }
                isAffiliation = true
                isDashed = text.isDash(position)
                position += 1
                continue
            }
            // A company: one to four words, the first with a capital.
            // “, salle B”.
            let isRoom = words.titleAsides.match(at: position, before: rest.upperBound, in: text) != nil
            if wordsAfterComma == 0, !isRoom, word != "chez", word != "la", word != "l'", word != "société",
                word != "équipe",
                !text.startsWithCapitalOrDigit(position)
            {
                return false
            }
            // “Maud Tessier - Garder sans voir” is a name and a title.
            if isDashed, !wordsBeforeNames, wordsAfterComma > 0, token.kind.isWord, token.range.count > 3,
                !text.startsWithCapitalOrDigit(position)
            {
                return false
            }
            if token.kind.isWord { wordsAfterComma += 1 }
            if wordsAfterComma > (wordsBeforeNames ? 4 : companyWords) { return false }
            position += 1
        }
        return true
    }

    /// After what says nothing of title or names: a space, an ornament, a handle, brackets with what is in them.
    private func endOfAside(at position: Int) -> Int? {
        let kind = text.tokens[position].kind
        if kind.isWhiteSpace || kind == .emoji || kind == .emoticon || kind == .handle { return position + 1 }
        return text.endOfBrackets(at: position, before: rest.upperBound)
    }

    /// Where the title begins when a group of names begins the heading.
    func start(after group: NameGroup) -> Int? {
        var position = group.tokens.upperBound
        let start = group.tokens.lowerBound
        if let first = text.nextWord(from: rest.lowerBound, before: start) {
            // “[X] Titre”.
            guard isOpenBracket(first), text.nextWord(from: first + 1, before: start) == nil,
                let end = text.endOfBrackets(at: first, before: rest.upperBound)
            else { return nil }
            position = end
        }
        while position < rest.upperBound {
            let token = text.tokens[position]
            // The bracket that closes behind a handle: “X (@x) : Titre”.
            if let end = endOfAside(at: position) ?? (isCloseBracket(position) ? position + 1 : nil) {
                position = end
                continue
            }
            // “X, directrice de l'équipe Y : Titre”: what the person does, up to a stronger mark.
            if text.sign(position) == UInt8(ascii: ","),
                let next = text.nextWord(from: position + 1, before: rest.upperBound),
                !text.startsWithCapitalOrDigit(next), !text.opensQuotation(next),
                let cut = cutAfterApposition(from: next)
            {
                return cut
            }
            if text.isSeparator(position) { return position + 1 }
            // A quotation follows directly, or a title that begins with a capital.
            if text.opensQuotation(position) { return position }
            if let cut = cutAfterApposition(from: position), !text.startsWithCapitalOrDigit(position) { return cut }
            let words = (position..<rest.upperBound).count { text.tokens[$0].kind.isWord }
            let isBracketed =
                position > group.tokens.upperBound && isCloseBracket(position - 1)
                || position > 1 && text.tokens[position - 1].kind.isWhiteSpace && isCloseBracket(position - 2)
            return (words >= 3 || isBracketed) && token.kind.isWord && text.startsWithCapitalOrDigit(position)
                ? position : nil
        }
        return rest.upperBound
    }

    /// After the colon, dash or bar, or at the quotation, that follows at most ten words on who somebody is.
    private func cutAfterApposition(from start: Int) -> Int? {
        var position = start
        var count = 0
        while position < rest.upperBound, count <= 10 {
            let token = text.tokens[position]
            if text.isStrongMark(position), count > 0 { return position + 1 }
            if text.opensQuotation(position), count > 0 { return position }
            if token.kind.isWord { count += 1 }
            position += 1
        }
        return nil
    }

    private func isOpenBracket(_ position: Int) -> Bool {
        text.sign(position) == UInt8(ascii: "[") || text.sign(position) == UInt8(ascii: "(")
    }

    private func isCloseBracket(_ position: Int) -> Bool {
        text.sign(position) == UInt8(ascii: "]") || text.sign(position) == UInt8(ascii: ")")
    }
}
