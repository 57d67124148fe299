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
    }

    /// The role that a heading's words tell: by the whole heading, else by its start, else by what stands in it.
    ///
    /// A phrase in the middle counts only in a heading of at most eight words, since a title may hold any word.
    ///
    /// - Parameter alone: whether nothing else in the heading speaks of a talk; else only the whole or its start counts.
    func role(of tokens: Range<Int>, in text: ReportText, alone: Bool = true) -> SectionRole? {
        strongestRole(of: tokens, in: text, alone: alone)?.role
    }

    /// The role of a phrase that is all the words.
    func wholeRole(of tokens: Range<Int>, in text: ReportText) -> SectionRole? {
        let words = tokens.filter { text.tokens[$0].kind.isWord }
        guard let first = words.first, let last = words.last,
            let match = phrases.match(at: first, before: last + 1, in: text), match.end == last + 1
        else { return nil }
        return match.value.first?.role
    }

    /// The role, and whether only a phrase in the middle tells it, which may as well stand in a title.
    func strongestRole(
        of tokens: Range<Int>, in text: ReportText, alone: Bool = true
    ) -> (role: SectionRole, isWithin: Bool)? {
        let words = tokens.filter { text.tokens[$0].kind.isWord }
        guard let first = words.first, let last = words.last else { return nil }
        var best: (role: SectionRole, rank: Int)?
        for position in words {
            guard let (entries, end) = phrases.match(at: position, before: last + 1, in: text) else { continue }
            for entry in entries {
                let isStart = position == first
                let isWhole = isStart && end == last + 1
                let rank: Int? =
                    if isWhole { 4 } else if isStart, entry.place != .whole {
                        3
                    } else if entry.place == .any, alone,
                        words.count <= 8
                    {
                        end == last + 1 ? 2 : 1
                    } else { nil }
                if let rank, rank > best?.rank ?? 0 { best = (entry.role, rank) }
            }
        }
        return best.map { ($0.role, $0.rank == 1) }
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
