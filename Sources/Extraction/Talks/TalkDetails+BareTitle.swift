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
