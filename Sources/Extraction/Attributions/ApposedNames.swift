import TextModel

/// Names that do one thing together although words on who they are stand between them: “X, coach agile, et de Y,
/// développeuse chez Acme”, “X (Acme), ainsi que son collègue Y”.
struct ApposedNames {
    let text: ReportText
    let words: TalkWords

    /// In words, of what may be said of somebody before the conjunction.
    private static let longestApposition = 14
    /// In words, where no comma or bracket sets it apart: “X de chez Acme et Y”.
    private static let longestAffiliation = 6

    /// The positions in `groups` of those that are joined with one, in both directions.
    func joined(_ index: Int, in groups: [NameGroup]) -> Range<Int> {
        var first = index
        while first > 0, joins(groups[first - 1].tokens.upperBound..<groups[first].tokens.lowerBound) { first -= 1 }
        var end = index + 1
        while end < groups.count, joins(groups[end - 1].tokens.upperBound..<groups[end].tokens.lowerBound) { end += 1 }
        return first..<end
    }

    /// Whether a stretch between two people only tells who the first is, and ends with “et”.
    func joins(_ between: Range<Int>) -> Bool {
        guard between.count <= 60, let conjunction = conjunction(endingIn: between) else { return false }
        return isApposition(between.lowerBound..<conjunction)
    }

    /// Whether a stretch tells who the first is, and ends with the comma of a row: “un avocat du barreau, une élue”.
    func lists(_ between: Range<Int>) -> Bool {
        guard between.count <= 20, let comma = text.previousWord(before: between.upperBound, from: between.lowerBound),
            text.sign(comma) == UInt8(ascii: ","), comma > between.lowerBound
        else { return false }
        return isApposition(between.lowerBound..<comma)
    }

    /// Where “et”, “ainsi que” stand, with at most “de”, “par” or “son collègue” after them.
    private func conjunction(endingIn between: Range<Int>) -> Int? {
        var position = between.upperBound - 1
        var count = 0
        while position > between.lowerBound, count <= 4 {
            let token = text.tokens[position]
            if !token.kind.isWhiteSpace {
                if isConjunction(position) {
                    return isLead(position + 1..<between.upperBound, count: count) ? position : nil
                }
                guard token.kind.isWord else { return nil }
                count += 1
            }
            position -= 1
        }
        return nil
    }

    func isConjunction(_ position: Int) -> Bool {
        let sign = text.sign(position)
        return sign == UInt8(ascii: "&") || sign == UInt8(ascii: "+") || sign == UInt8(ascii: "/")
            || text.isWord(position, "et") || text.isWord(position, "and")
            || text.isWord(position, "que") && position >= 2 && text.isWord(position - 2, "ainsi")
    }

    /// “de”, “par”, “avec”; “son collègue”, “la journaliste”: what may stand between the conjunction and the name.
    private func isLead(_ tokens: Range<Int>, count: Int) -> Bool {
        guard var position = text.nextWord(from: tokens.lowerBound, before: tokens.upperBound) else { return true }
        var left = count
        if words.smallWords.has(position, .of, in: text)
            || words.agents.match(at: position, before: tokens.upperBound, in: text)?.end == position + 1
        {
            left -= 1
            guard let next = text.nextWord(from: position + 1, before: tokens.upperBound) else { return true }
            position = next
        }
        return left >= 2 && words.smallWords.isDeterminer(position, in: text)
    }

    private func isApposition(_ tokens: Range<Int>) -> Bool {
        var position = tokens.lowerBound
        var count = 0
        var isSetApart = false
        var isFirst = true
        while position < tokens.upperBound {
            let token = text.tokens[position]
            if token.kind == .newline { return false }
            if token.kind.isWhiteSpace || token.kind == .emoji || token.kind == .emoticon {
                position += 1
                continue
            }
            if let end = text.endOfBrackets(at: position, before: tokens.upperBound) {
                isSetApart = true
                isFirst = false
                position = end
                continue
            }
            if isFirst {
                isSetApart = text.sign(position) == UInt8(ascii: ",")
                guard isSetApart || isAffiliation(position) else { return false }
                isFirst = false
            }
            if token.kind == .punctuation, text.sign(position) != UInt8(ascii: ","),
                text.quotationMark(position) == nil, text.sign(position) != UInt8(ascii: "-")
            {
                return false
            }
            // The next talk, or what was told: no more of the same.
            if words.nouns.match(at: position, before: tokens.upperBound, in: text) != nil
                || words.verbs.match(at: position, before: tokens.upperBound, in: text) != nil
                || words.smallWords.has(position, .subject, in: text)
            {
                return false
            }
            if token.kind.isWord { count += 1 }
            position += 1
        }
        return count <= (isSetApart ? Self.longestApposition : Self.longestAffiliation)
    }

    private func isAffiliation(_ position: Int) -> Bool {
        words.smallWords.has(position, [.of, .ofThe, .belonging], in: text) || text.sign(position) == UInt8(ascii: "@")
    }
}
