import TextModel

/// Titles that nothing sets apart but the capital of a small word: “nous a présenté Comment dormir debout”.
extension TalkDetails {
    /// What ends a sentence that introduces a talk, from a small word with a capital behind a word for a talk, a verb of giving
    /// one, “de” or “sur”. “La Poste” goes on with another capital.
    func bareTitle(endingSentence sentence: Int) -> TextRange? {
        let tokens = text.tokens(in: text.sentences[sentence].range)
        guard let start = tokens.dropFirst().first(where: { beginsTitle($0, in: tokens) }),
            let last = lastWord(of: start..<tokens.upperBound)
        else { return nil }
        let title = text.range(of: start..<last + 1)
        return (3...18).contains(text.wordCount(title)) && mentions.mentions(in: title).isEmpty ? title : nil
    }

    /// “« Titre » recycle …”, “*Titre*, c'est …”: the title with which one of the two sentences after the one that introduces
    /// a talk begins, as its subject.
    func titleOpening(after sentence: Int) -> TextRange? {
        guard let passage = text.passage(at: text.sentences[sentence].range.start) else { return nil }
        let end = min(sentence + 3, text.passages[passage].sentences.upperBound)
        return (sentence + 1..<max(sentence + 1, end)).lazy.compactMap { titleOpening($0) }.first
    }

    private func titleOpening(_ sentence: Int) -> TextRange? {
        let tokens = text.tokens(in: text.sentences[sentence].range)
        guard let first = text.nextWord(from: tokens.lowerBound, before: tokens.upperBound),
            text.opensQuotation(first)
                || text.marks(in: text.tokens[first].range).contains(where: { $0.kind == .emphasis }),
            let title = QuotedTitle(text: text, mentions: mentions, words: words)
                .next(from: first, before: tokens.upperBound),
            text.token(at: title.start) <= first + 2,
            var next = text.nextWord(from: text.token(at: title.end - 1) + 1, before: tokens.upperBound)
        else { return nil }
        if text.closesQuotation(next) { next = text.nextWord(from: next + 1, before: tokens.upperBound) ?? next }
        // What somebody says goes on with “dit-il”.
        if text.sign(next) == UInt8(ascii: ",") {
            guard let this = text.nextWord(from: next + 1, before: tokens.upperBound), text.isWord(this, "c'") else {
                return nil
            }
            return title
        }
        return text.tokens[next].kind.isWord ? title : nil
    }

    /// “Peindre un phare, par Maud Tessier, gardienne.”: what a sentence without a verb begins with, up to “par”.
    func titleBeforeSpeakers(_ attribution: Attribution) -> TextRange? {
        let tokens = text.tokens(in: text.sentences[attribution.sentence].range)
        guard let speaker = attribution.speakers.first.map({ text.token(at: $0.range.start) }),
            let agent = text.previousWord(before: speaker, from: tokens.lowerBound), text.isWord(agent, "par"),
            let comma = text.previousWord(before: agent, from: tokens.lowerBound),
            text.sign(comma) == UInt8(ascii: ","), comma > tokens.lowerBound
        else { return nil }
        let lead = tokens.lowerBound..<comma
        let title = text.range(of: lead)
        guard (2...14).contains(text.wordCount(title)), text.startsWithCapital(title),
            lead.allSatisfy({ text.tokens[$0].kind.isWord || text.tokens[$0].kind.isWhiteSpace }),
            words.openers.match(at: lead.lowerBound, before: comma, in: text) == nil,
            !lead.contains(where: { position in
                words.nouns.match(at: position, before: comma, in: text) != nil
                    || words.moves.match(at: position, before: comma, in: text) != nil
                    || words.smallWords.isAuxiliary(position, in: text)
                    || words.smallWords.has(position, [.subject, .author, .third], in: text)
            }), !text.isWord(lead.lowerBound, "sur"), !text.isWord(lead.lowerBound, "après")
        else { return nil }
        return title
    }

    private func beginsTitle(_ position: Int, in tokens: Range<Int>) -> Bool {
        guard text.tokens[position].kind.isWord, text.startsWithCapital(text.tokens[position].range),
            titleWords.functionWords.contains(text.keys[position]),
            let next = text.nextWord(from: position + 1, before: tokens.upperBound), text.tokens[next].kind.isWord,
            !text.startsWithCapitalOrDigit(next),
            var lead = text.previousWord(before: position, from: tokens.lowerBound)
        else { return false }
        if text.tokens[lead].kind == .emoji { lead = text.previousWord(before: lead, from: tokens.lowerBound) ?? lead }
        return ["de", "sur"].contains(text.folded(text.tokens[lead].range))
            || words.nouns.match(at: lead, before: lead + 1, in: text) != nil
            || words.verbs.match(at: lead, before: lead + 1, in: text)?.value == .giving
    }

    /// The last token that belongs to the title: its question or exclamation mark, but no full stop.
    private func lastWord(of tokens: Range<Int>) -> Int? {
        guard let last = text.previousWord(before: tokens.upperBound, from: tokens.lowerBound) else { return nil }
        return text.sign(last) == UInt8(ascii: ".")
            ? text.previousWord(before: last, from: tokens.lowerBound) : last
    }
}
