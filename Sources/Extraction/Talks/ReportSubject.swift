import TextModel

/// Whether a report without attributed talks is about a talk at all.
struct ReportSubject {
    private let text: ReportText
    private let words: TalkWords

    init(_ text: ReportText, words: TalkWords) {
        self.text = text
        self.words = words
    }

    /// Whether the beginning speaks of one talk, or any of it of a speaker: “ce talk”, “l'oratrice”.
    var isTalk: Bool {
        var sentences = 0
        for passage in text.passages where passage.block.kind.isProse {
            for sentence in passage.sentences {
                sentences += 1
                let tokens = text.tokens(in: text.sentences[sentence].range)
                if sentences <= 8, tokens.contains(where: { speaksOfThisTalk($0, in: tokens) }) { return true }
                if sentences <= 20,
                    tokens.contains(where: { words.speakers.match(at: $0, before: tokens.upperBound, in: text) != nil })
                {
                    return true
                }
            }
        }
        return false
    }

    private func speaksOfThisTalk(_ position: Int, in tokens: Range<Int>) -> Bool {
        guard position > 1, words.oneTalk(at: position, before: tokens.upperBound, in: text) != nil else {
            return false
        }
        let before = text.tokens[position - 1].kind.isWhiteSpace ? position - 2 : position - 1
        return words.smallWords.has(before, .demonstrative, in: text)
    }
}
