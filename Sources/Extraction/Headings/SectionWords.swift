import Lexicons
import TextModel

/// What the words of headings say about what they do.
struct SectionWords: Sendable {
    enum Place: String { case whole, start, any }

    private struct Entry: Sendable {
        let role: SectionRole
        let place: Place
    }

    private let phrases: PhraseIndex<[Entry]>
    /// Weekdays and months.
    private let calendar: Set<WordKey>
    private let article = WordKey("le")
    private let comments: Set = [WordKey("commentaire"), WordKey("commentaires")]

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        let table = try lexicons.table(.sectionWords)
        var phrases: [(phrase: String, value: [Entry])] = []
        for row in table.rows {
            guard let role = SectionRole(rawValue: row.fields[1]), let place = Place(rawValue: row.fields[2]) else {
                throw LexiconError(
                    file: table.file, line: row.line,
                    message: "“\(row.fields[1])” or “\(row.fields[2])” is no role or place")
            }
            phrases.append((row.fields[0], [Entry(role: role, place: place)]))
        }
        self.phrases = PhraseIndex(phrases)
        var calendar: Set<WordKey> = []
        for list in [EmbeddedLexicon.months, .weekdays] {
            calendar.formUnion(try lexicons.table(list).rows.map { WordKey($0.fields[0]) })
        }
        self.calendar = calendar
    }

    /// “jeudi”, “12” of “12 mai”: a day of the week, a month or a number.
    func namesDay(_ position: Int, in text: ReportText) -> Bool {
        calendar.contains(text.keys[position])
            || [.number, .ordinal, .date].contains(text.tokens[position].kind)
    }

    /// “Mardi 4 mai”, “Le 5 mai 2010”: a day, under which its talks stand.
    func isDay(_ tokens: Range<Int>, in text: ReportText) -> Bool {
        guard (2...5).contains(tokens.count(where: { text.tokens[$0].kind.isWord })) else { return false }
        var namesDay = false
        for position in tokens where text.tokens[position].kind.isWord {
            let kind = text.tokens[position].kind
            if calendar.contains(text.keys[position]) {
                namesDay = true
            } else if kind != .number, kind != .ordinal, text.keys[position] != article {
                return false
            }
        }
        return namesDay
    }

    /// “3 commentaires”
    func opensComments(_ tokens: Range<Int>, in text: ReportText) -> Bool {
        let words = tokens.filter { text.tokens[$0].kind.isWord && text.tokens[$0].kind != .number }
        return words.count == 1 && comments.contains(text.keys[words[0]])
    }

    /// The role that a heading's words tell: by the whole heading, else by its start, else by what stands in it.
    ///
    /// A phrase in the middle counts only in a heading of at most eight words, since a title may hold any word.
    ///
    /// - Parameter alone: whether nothing else in the heading speaks of a talk; else only the whole or its start counts.
    func role(of tokens: Range<Int>, in text: ReportText, alone: Bool = true) -> SectionRole? {
        strongestRole(of: tokens, in: text, alone: alone)?.role
    }

    /// The role, and whether only a phrase in the middle tells it, or one at the start of a longer heading, which may as
    /// well stand in a title; and whether the phrase is the whole heading.
    func strongestRole(
        of tokens: Range<Int>, in text: ReportText, alone: Bool = true
    ) -> (role: SectionRole, isWithin: Bool, isWhole: Bool)? {
        let wordCount = tokens.count { text.tokens[$0].kind.isWord }
        guard let first = tokens.first(where: { text.tokens[$0].kind.isWord }),
            let last = tokens.last(where: { text.tokens[$0].kind.isWord })
        else { return nil }
        if isDay(tokens, in: text) { return (.group, false, true) }
        var best: (role: SectionRole, rank: Int, end: Int)?
        for position in tokens where text.tokens[position].kind.isWord {
            guard let (entries, end) = phrases.match(at: position, before: last + 1, in: text) else { continue }
            for entry in entries {
                let isStart = position == first
                let isWhole = isStart && end == last + 1
                let rank: Int? =
                    if isWhole { 4 } else if isStart, entry.place != .whole {
                        3
                    } else if entry.place == .any, alone, wordCount <= 8,
                        wordCount < 5 || end > position + 1 || isIntroduced(position, from: first, in: text)
                    {
                        end == last + 1 ? 2 : 1
                    } else { nil }
                if let rank, rank > best?.rank ?? 0 { best = (entry.role, rank, end) }
            }
        }
        return best.map { best in
            // “Voyage au bout de la veille”.
            let isLongStart =
                best.rank == 3 && best.end == first + 1 && wordCount > 4 && !isClosed(best.end, in: text)
            return (best.role, best.rank == 1 || isLongStart, best.rank == 4)
        }
    }

    /// Whether “et” or a definite article stands before a lone word: “L'amphi et les repas”, not “Ne plus perdre ses repas”.
    private func isIntroduced(_ position: Int, from first: Int, in text: ReportText) -> Bool {
        guard let before = text.previousWord(before: position, from: first) else { return true }
        return !text.tokens[before].kind.isWord
            || ["l'", "la", "le", "les", "et", "du", "des"].contains(text.folded(text.tokens[before].range))
    }

    /// Whether a mark follows the words that end at a position: “Conclusion : …”.
    private func isClosed(_ end: Int, in text: ReportText) -> Bool {
        guard let next = text.nextWord(from: end, before: text.tokens.count) else { return false }
        return !text.tokens[next].kind.isWord
    }
}

extension TokenKind {
    /// Whether the token is a word, a name of something, or a number: not a mark, a space or a picture.
    var isWord: Bool {
        switch self {
        case .word, .elidedWord, .hyphenatedWord, .abbreviation, .code, .number, .ordinal, .handle, .hashtag: true
        case .space, .newline, .punctuation, .ellipsis, .listMark, .encliticPronoun, .time, .date, .unit, .url, .email,
            .emoticon, .emoji:
            false
        }
    }
}
