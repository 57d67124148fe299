import TextModel

/// Lines without marks that read as titles, or as sentences of prose.
extension PseudoHeadings {
    /// “Table ronde : la nuit”, “La conférence où l'on rit”, “Titre par Maud Tessier, gardienne à Sein”
    func tellsOfTalk(_ passage: Passage) -> Bool {
        let parts = HeadingParts(of: passage, in: text, mentions: mentions, words: talkWords)
        let describes = text.wordCount(passage.range) <= 10 && talkWords.describeTalk(passage.tokens, in: text)
        return parts.kind != nil && parts.kind != .demo || describes
            || parts.title != nil && (!parts.speakers.isEmpty || parts.isByAuthor)
            || hasTwoParts(passage) || namesOwnTalk(passage)
    }

    /// “Phares et balises : Les feux de la côte”: a capital behind the colon, as titles have it and prose has not.
    private func hasTwoParts(_ passage: Passage) -> Bool {
        guard text.wordCount(passage.range) >= 6,
            let colon = passage.tokens.first(where: { text.sign($0) == UInt8(ascii: ":") }),
            let next = text.nextWord(from: colon + 1, before: passage.tokens.upperBound)
        else { return false }
        return text.startsWithCapital(text.tokens[next].range)
            && text.wordCount(TextRange(passage.range.start, text.tokens[colon].range.start)) >= 2
    }

    /// “La pause pub, ma propre conférence”
    private func namesOwnTalk(_ passage: Passage) -> Bool {
        passage.tokens.contains { position in
            guard talkWords.smallWords.has(position, .possessive, in: text),
                !talkWords.smallWords.has(position, .theirs, in: text),
                var noun = text.nextWord(from: position + 1, before: passage.tokens.upperBound)
            else { return false }
            if text.isWord(noun, "propre") {
                noun = text.nextWord(from: noun + 1, before: passage.tokens.upperBound) ?? noun
            }
            return talkWords.oneTalk(at: noun, before: passage.tokens.upperBound, in: text) != nil
        }
    }

    /// Whether a line is a sentence of prose all the same: it begins with a small letter, or ends one.
    func readsAsSentence(_ passage: Passage) -> Bool {
        guard let first = passage.tokens.first else { return true }
        let byte = text.utf8[text.tokens[first].range.start]
        let names = mentions.mentions(in: passage.range)
        if byte >= 0x61, byte <= 0x7A, names.isEmpty { return true }
        guard passage.sentences.count <= 2, isOneLine(passage) else { return true }
        // “Maud Tessier est aussi l'autrice du livre …”
        if let name = names.first, name.range.start == passage.range.start,
            let next = text.nextWord(from: text.token(at: name.range.end - 1) + 1, before: passage.tokens.upperBound),
            talkWords.smallWords.has(next, [.verb, .copula], in: text)
        {
            return true
        }
        let wordCount = passage.tokens.count { text.tokens[$0].kind.isWord }
        let isClosed = passage.block.candidate?.contains(.openEnd) == false
        if wordCount > 16, !isQuoted(first) {
            // A title that long has two parts: “Un phare en hiver : ce que …”.
            let hasParts =
                text.isParted(passage.tokens)
                || passage.tokens.dropLast().contains { text.sign($0) == UInt8(ascii: ":") }
            if names.isEmpty ? !hasParts : isClosed { return true }
        }
        if isClosed, !isQuoted(first), names.isEmpty, !text.isParted(passage.tokens),
            wordCount > 12 || passage.block.candidate?.contains(.beforeParagraph) == false
        {
            return true
        }
        if wordCount > 7, passage.tokens.contains(where: isPersonal), !isQuoted(first), !asksQuestion(passage),
            !text.isParted(passage.tokens), !namesOwnTalk(passage)
        {
            return true
        }
        let last = text.utf8[passage.range.end - 1]
        return last == UInt8(ascii: ".") || last == UInt8(ascii: ";") || last == UInt8(ascii: ",")
    }

    /// “Comment j'ai repeint un phare”, “Pourquoi je n'éteins plus ma lampe”: so titles of talks begin, by the speaker's “je”.
    private func asksQuestion(_ passage: Passage) -> Bool {
        guard passage.block.candidate?.contains(.openEnd) == true, text.wordCount(passage.range) <= 16,
            let first = passage.tokens.first
        else { return false }
        return text.isWord(first, "comment") || text.isWord(first, "pourquoi")
    }

    /// The author speaks of what was done: no heading does so without other marks.
    private func isPersonal(_ position: Int) -> Bool {
        talkWords.smallWords.isAuthor(position, in: text) || text.isArrow(position)
    }

    /// One line, or two of which the second is a byline.
    private func isOneLine(_ passage: Passage) -> Bool {
        guard let end = passage.tokens.first(where: { text.tokens[$0].kind == .newline }) else { return true }
        guard let next = text.nextWord(from: end + 1, before: passage.tokens.upperBound) else { return true }
        return leadsToSpeaker(next)
    }
}
