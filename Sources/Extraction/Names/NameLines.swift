import Lexicons
import TextModel

/// Lines in which only a name can stand, or that end with one: a byline under a heading, what follows a title in italics
/// or in quotation marks.
struct NameLines {
    let text: ReportText
    let surroundings: NameSurroundings

    func weigh(_ candidate: inout NameCandidate, _ passage: Passage) {
        switch candidate.kind {
        case .single, .pseudonym, .titled: return
        case .full, .reversed, .given, .initials, .unknown: break
        }
        let first = surroundings.words[candidate.words.lowerBound].token
        let left = surroundings.neighbour(of: first, step: -1, in: passage)
        let mayBeUnderHeading = candidate.kind == .initials || left != nil
        if isUnderHeading(passage) || mayBeUnderHeading && isUnderLine(passage), isFirst(left, passage) {
            weighUnderHeading(&candidate, passage)
        }
        if candidate.kind == .full, isLine(candidate, passage) { surroundings.add(&candidate, 2, "line_of_name") }
        if isByline(passage),
            surroundings.neighbour(
                of: surroundings.words[candidate.words.upperBound - 1].token, step: 1, in: passage) == nil
        {
            surroundings.add(&candidate, candidate.kind == .given ? 1 : 2, "byline")
        }
        guard let left, surroundings.isLineOfTitle(passage), surroundings.endsLine(candidate, passage) else { return }
        let token = text.tokens[left]
        if token.kind == .punctuation {
            if text.utf8[token.range.start] == 0x2C, candidate.kind != .given, isAfterTitle(token, left, passage) {
                surroundings.add(&candidate, candidate.kind == .unknown ? 3 : 1, "after_title_of_talk")
                candidate.place = .tail
            }
        } else if surroundings.entry(of: token).classes.contains(.agent), candidate.kind == .unknown,
            let comma = surroundings.neighbour(of: left, step: -1, in: passage),
            text.tokens[comma].kind == .punctuation
        {
            // Titre, par Zoé Martin
            surroundings.add(&candidate, 1, "tail_of_title")
            candidate.place = .tail
        }
    }

    private func weighUnderHeading(_ candidate: inout NameCandidate, _ passage: Passage) {
        let last = surroundings.words[candidate.words.upperBound - 1].token
        guard let right = surroundings.neighbour(of: last, step: 1, in: passage) else {
            surroundings.add(&candidate, candidate.kind == .given ? 1 : 4, "line_under_heading")
            return
        }
        guard passage.range.count <= 100, candidate.kind != .given, surroundings.endsLine(candidate, passage) else {
            return
        }
        let byte = text.utf8[text.tokens[right].range.start]
        let isApposed = text.tokens[right].kind == .punctuation && (byte == 0x2C || byte == 0x28)
        let points = isBeforeReporter(right, passage) ? 3 : isApposed ? 2 : 1
        surroundings.add(&candidate, points, "line_under_heading")
        candidate.place = .underHeading
    }

    /// Xhyra Qvolo — vu par Zoé: whether a participle and `par` follow a dash.
    private func isBeforeReporter(_ dash: Int, _ passage: Passage) -> Bool {
        guard [0x2D, 0xE2].contains(text.utf8[text.tokens[dash].range.start]),
            let participle = surroundings.neighbour(of: dash, step: 1, in: passage),
            text.tokens[participle].kind == .word, !surroundings.isCapital(text.tokens[participle]),
            let agent = surroundings.neighbour(of: participle, step: 1, in: passage)
        else { return false }
        return text.isWord(agent, "par")
    }

    /// Whether nothing, a word such as `par` or an ornament stands before in the line.
    private func isFirst(_ left: Int?, _ passage: Passage) -> Bool {
        guard let left else { return true }
        guard surroundings.neighbour(of: left, step: -1, in: passage) == nil else { return false }
        switch text.tokens[left].kind {
        case .emoji: return true
        case .word: return surroundings.entry(of: text.tokens[left]).classes.contains(.agent)
        default: return false
        }
    }

    /// Whether the candidate is the whole of a paragraph, or of the second line of one.
    private func isLine(_ candidate: NameCandidate, _ passage: Passage) -> Bool {
        guard case .paragraph = passage.block.kind, candidate.range.end == passage.range.end, passage.index > 0 else {
            return false
        }
        let first = surroundings.words[candidate.words.lowerBound].token
        return candidate.range.start == passage.range.start
            || first > passage.tokens.lowerBound && text.tokens[first - 1].kind == .newline
    }

    private func isUnderHeading(_ passage: Passage) -> Bool {
        guard case .paragraph = passage.block.kind, passage.index > 0 else { return false }
        let before = text.passages[passage.index - 1]
        if case .heading = before.block.kind { return true }
        return false
    }

    /// Whether this line and the one above stand alone in a text without marks: a title and who gave the talk, unless it
    /// is a title itself, as only names by their initials and those behind `par` or an ornament are not.
    private func isUnderLine(_ passage: Passage) -> Bool {
        guard text.document.format == .text, passage.block.candidate != nil, passage.index > 0 else { return false }
        return text.passages[passage.index - 1].block.candidate != nil
    }

    /// A short line with a date near the top.
    private func isByline(_ passage: Passage) -> Bool {
        passage.index < 4 && passage.range.count <= 80
            && text.tokens[passage.tokens].contains { $0.kind == .date || isYear($0) }
    }

    private func isYear(_ token: Token) -> Bool {
        token.kind == .number && token.range.count == 4 && (0x31...0x32).contains(text.utf8[token.range.start])
    }

    /// Whether what ends before a comma stands in italics or in quotation marks.
    private func isAfterTitle(_ comma: Token, _ position: Int, _ passage: Passage) -> Bool {
        guard let before = surroundings.neighbour(of: position, step: -1, in: passage) else { return false }
        let token = text.tokens[before]
        if token.kind == .punctuation {
            let start = token.range.start
            return text.utf8[start] == 0x22 || (text.utf8[start] == 0xC2 && text.utf8[start + 1] == 0xBB)
        }
        return text.marks(in: TextRange(passage.range.start, token.range.end)).contains { mark in
            guard mark.range.end == token.range.end, mark.range.start < token.range.start else { return false }
            switch mark.kind {
            case .emphasis, .strong: return true
            default: return false
            }
        }
    }
}
