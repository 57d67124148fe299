import TextModel

/// Names that begin a paragraph, with the title behind them.
extension AttributionScanner {
    /// How many words may stand before the names: “Dans la foulée”.
    private static let longestOpener = 3

    /// “Maud et Léo, « Titre ». Un retour …”: names that begin a paragraph, a comma, and a quotation of two words or more
    /// that begins with a capital and ends the sentence. What somebody says goes on with a verb.
    func lead(of group: NameGroup, in sentence: Range<Int>, of passage: Passage, _ text: ReportText) -> Reason? {
        guard passage.block.kind == .paragraph, sentence.lowerBound == passage.tokens.lowerBound,
            (sentence.lowerBound..<group.tokens.lowerBound).allSatisfy({
                text.tokens[$0].kind.isWord || text.tokens[$0].kind.isWhiteSpace
            }),
            (sentence.lowerBound..<group.tokens.lowerBound).count(where: { text.tokens[$0].kind.isWord })
                <= Self.longestOpener,
            let comma = text.nextWord(from: group.tokens.upperBound, before: sentence.upperBound),
            text.sign(comma) == UInt8(ascii: ","),
            let open = text.nextWord(from: comma + 1, before: sentence.upperBound), text.opensQuotation(open),
            let closing = text.quotationMark(open)?.closing,
            let close = text.quotationMarks(in: open + 1..<passage.tokens.upperBound).first(where: {
                text.quotationMark($0) == closing
            }), let first = text.nextWord(from: open + 1, before: close),
            let last = text.previousWord(before: close, from: first)
        else { return nil }
        let title = text.range(of: first..<last + 1)
        guard text.wordCount(title) >= 2, text.wordCount(title) <= 20, text.startsWithCapital(title),
            ends(close + 1, in: passage, of: text)
        else { return nil }
        return Reason(rule: .by, start: group.tokens.lowerBound, end: close + 1, title: title)
    }

    /// “Changement de registre avec X et « Titre »”, “Puis X et son « Titre »”: full names, “et”, and a title of three words.
    func titled(
        _ group: NameGroup, in sentence: Range<Int>, _ text: ReportText, mentions: PeopleIndex
    ) -> Reason? {
        guard mentions.namesInFull(group.range),
            let and = text.nextWord(from: group.tokens.upperBound, before: sentence.upperBound), text.isWord(and, "et"),
            let title = QuotedTitle(text: text, mentions: mentions, words: words)
                .next(from: and + 1, before: sentence.upperBound),
            text.wordCount(title) >= 3
        else { return nil }
        let between = text.tokens(in: TextRange(text.tokens[and].range.end, title.start))
            .filter { text.tokens[$0].kind.isWord }
        guard between.count <= 1, between.allSatisfy({ words.smallWords.has($0, .theirs, in: text) }) else {
            return nil
        }
        let end = text.token(at: title.end - 1) + 1
        return Reason(rule: .by, start: group.tokens.lowerBound, end: end, title: title)
    }

    /// Whether a paragraph or sentence ends at a position.
    private func ends(_ position: Int, in passage: Passage, of text: ReportText) -> Bool {
        guard let next = text.nextWord(from: position, before: passage.tokens.upperBound) else { return true }
        return text.sign(next) == UInt8(ascii: ".")
    }
}
