import Lexicons
import TextModel

/// For whom people work, where the text says so beside a name: Zoé Martin (Exemple), Zoé Martin de chez Exemple, Zoé
/// Martin, CTO chez Exemple.
struct Affiliations {
    let lexicon: NameLexicon

    func assign(in text: ReportText, _ findings: inout Findings) {
        let names = Set(findings.people.flatMap { $0.mentions.map { $0.range.start } })
        for person in findings.people.indices {
            for mention in findings.people[person].mentions where mention.form == .full || mention.form == .given {
                guard let range = employer(after: mention.range, in: text), !names.contains(range.start) else {
                    continue
                }
                findings.people[person].affiliation = text.visibleText(of: range)
                break
            }
        }
    }

    private func employer(after name: TextRange, in text: ReportText) -> TextRange? {
        guard let index = text.passage(at: name.start) else { return nil }
        let passage = text.passages[index]
        var cursor = Cursor(text: text, position: text.firstToken(from: name.end), end: passage.tokens.upperBound)
        guard let first = cursor.next() else { return nil }
        switch first.kind {
        case .punctuation:
            switch text.utf8[first.range.start] {
            case 0x28, 0x5B: return bracketed(&cursor, text)  // (Exemple), [Exemple]
            case 0x2C, 0x2D, 0xE2: return afterRole(&cursor, text)
            default: return nil
            }
        case .word, .elidedWord:
            let entry = entry(of: first, text)
            if entry.classes.contains(.employer) { return organisation(&cursor, text) }
            guard entry.classes.contains(.of), let second = cursor.next(),
                self.entry(of: second, text).classes.contains(.employer)
            else { return nil }
            return organisation(&cursor, text)
        default: return nil
        }
    }

    /// The whole text of short brackets, when it is words with capitals and no trade or handle.
    private func bracketed(_ cursor: inout Cursor, _ text: ReportText) -> TextRange? {
        guard let first = cursor.next(), isCapital(first, text), !entry(of: first, text).classes.contains(.role) else {
            return nil
        }
        var end = first.range.end
        for _ in 0..<5 {
            guard let token = cursor.next() else { return nil }
            let byte = text.utf8[token.range.start]
            if byte == 0x29 || byte == 0x5D { return TextRange(first.range.start, end) }
            if byte == 0x2C || byte == 0x2D { return nil }
            end = token.range.end
        }
        return nil
    }

    /// `, CTO chez Exemple`: after a word of trade, the words behind `chez`, `at` or `@`.
    private func afterRole(_ cursor: inout Cursor, _ text: ReportText) -> TextRange? {
        guard let trade = cursor.next(), entry(of: trade, text).classes.contains(.role) else { return nil }
        for _ in 0..<6 {
            guard let token = cursor.next() else { return nil }
            switch token.kind {
            case .word, .elidedWord, .hyphenatedWord:
                if entry(of: token, text).classes.contains(.employer) { return organisation(&cursor, text) }
            case .handle: return TextRange(token.range.start + 1, token.range.end)
            case .punctuation, .ellipsis: return nil
            default: continue
            }
        }
        return nil
    }

    /// The words with capitals from here.
    private func organisation(_ cursor: inout Cursor, _ text: ReportText) -> TextRange? {
        guard let first = cursor.next(), isCapital(first, text) else { return nil }
        var range = first.range
        while let token = cursor.next(), token.range.start - range.end <= 1, isCapital(token, text),
            token.kind != .punctuation
        {
            range = TextRange(range.start, token.range.end)
        }
        return range
    }

    private func isCapital(_ token: Token, _ text: ReportText) -> Bool {
        let start = token.range.start
        if token.kind == .code { return true }
        return text.utf8[start] != text.folded[start]
            || (text.utf8[start] >= 0x80 && start + 1 < token.range.end
                && text.utf8[start + 1] != text.folded[start + 1])
    }

    private func entry(of token: Token, _ text: ReportText) -> NameEntry {
        lexicon.entry(of: token.range, in: text.folded)
    }

    /// Tokens without white space, one after the other.
    private struct Cursor {
        let text: ReportText
        var position: Int
        let end: Int

        mutating func next() -> Token? {
            while position < end {
                let token = text.tokens[position]
                position += 1
                if !token.kind.isWhiteSpace { return token }
            }
            return nil
        }
    }
}
