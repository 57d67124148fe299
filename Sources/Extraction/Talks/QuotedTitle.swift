import TextModel

/// A title of a talk within a sentence: in quotation marks, as a link or in emphasis.
enum QuotedTitle {
    /// The title nearest to the words that attribute the talk.
    ///
    /// A link to a person's page or on one word is no title; nor is a quotation of a whole sentence that somebody said.
    static func find(
        in sentence: Range<Int>, of text: ReportText, mentions: MentionIndex, words: TalkWords, near place: TextRange?
    ) -> TextRange? {
        guard let first = sentence.first, let last = sentence.last else { return nil }
        let range = TextRange(text.tokens[first].range.start, text.tokens[last].range.end)
        var candidates: [TextRange] = quotations(in: sentence, of: text)
        for mark in text.marks(in: range) {
            switch mark.kind {
            case .link, .emphasis, .strong: candidates.append(mark.range)
            case .code, .strikethrough, .image, .footnote, .emoji: break
            }
        }
        let titles = candidates.compactMap { candidate -> TextRange? in
            guard candidate.end <= range.end else { return nil }
            let tokens = text.tokens(in: candidate)
            guard tokens.filter({ text.tokens[$0].kind.isWord }).count >= 2 else { return nil }
            let parts = HeadingParts(of: tokens, in: text, mentions: mentions, words: words)
            guard let title = parts.title, text.tokens(in: title).filter({ text.tokens[$0].kind.isWord }).count >= 2
            else {
                return nil
            }
            return title
        }
        guard let place else { return titles.first }
        return titles.min { distance($0, place) < distance($1, place) }
    }

    private static func distance(_ left: TextRange, _ right: TextRange) -> Int {
        left.end <= right.start ? right.start - left.end : max(0, left.start - right.end)
    }

    private static func quotations(in sentence: Range<Int>, of text: ReportText) -> [TextRange] {
        var result: [TextRange] = []
        var open: (position: Int, close: String)?
        for position in sentence {
            let sign = text[text.tokens[position].range]
            if let opening = open {
                if sign == opening.close {
                    if position > opening.position + 1 {
                        result.append(
                            TextRange(
                                text.tokens[opening.position + 1].range.start, text.tokens[position - 1].range.end))
                    }
                    open = nil
                }
            } else {
                switch sign {
                case "\"": open = (position, "\"")
                case "«": open = (position, "»")
                case "“": open = (position, "”")
                default: break
                }
            }
        }
        return result
    }
}
