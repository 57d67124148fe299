import Lexicons
import TextModel

/// What the words of a link and those around it say of what it leads to.
struct LinkWords: Sendable {
    private enum Meaning: Equatable {
        case kind(LinkKind)
        /// Taken for a kind, but none: “support client”.
        case nothing
        /// “ici”, “ce lien”.
        case pointer
        /// “[lien] vers les slides”.
        case toward

        init?(_ name: String) {
            switch name {
            case "none": self = .nothing
            case "pointer": self = .pointer
            case "toward": self = .toward
            default:
                guard let kind = LinkKind(rawValue: name) else { return nil }
                self = .kind(kind)
            }
        }
    }

    private struct Entry {
        let meaning: Meaning
        /// Counts only as the whole of what is read.
        let isWhole: Bool
    }

    private let phrases: PhraseIndex<Entry>
    /// More words are a title or a sentence, which may speak of slides without being any.
    private static let longestName = 8
    /// How many tokens around a link are read.
    private static let reach = 40

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        let table = try lexicons.table(.linkWords)
        var phrases: [(phrase: String, value: Entry)] = []
        for row in table.rows {
            guard let meaning = Meaning(row.fields[1]), ["any", "whole"].contains(row.fields[2]) else {
                throw LexiconError(
                    file: table.file, line: row.line,
                    message: "“\(row.fields[1])”, “\(row.fields[2])”: no kind of link, or neither any nor whole")
            }
            phrases.append((row.fields[0], Entry(meaning: meaning, isWhole: row.fields[2] == "whole")))
        }
        self.phrases = PhraseIndex(phrases)
    }

    /// What is read of some tokens.
    private struct Reading {
        /// Each once, in order.
        var kinds: [LinkKind] = []
        var pointsSomewhere = false
        var wordCount = 0

        /// The kind, when no other is named too.
        var onlyKind: LinkKind? { kinds.count == 1 ? kinds.first : nil }
    }

    private func reading(of tokens: Range<Int>, in text: ReportText, wholeOnly: Bool = false) -> Reading {
        let bounds = trimmed(tokens, in: text)
        var reading = Reading()
        reading.wordCount = bounds.count { !Self.isOrnament(text.tokens[$0].kind) }
        var position = bounds.lowerBound
        while position < bounds.upperBound {
            guard let match = phrases.match(at: position, before: bounds.upperBound, in: text),
                counts(match, at: position, in: bounds, wholeOnly: wholeOnly)
            else {
                position += 1
                continue
            }
            switch match.value.meaning {
            case .kind(let kind): if !reading.kinds.contains(kind) { reading.kinds.append(kind) }
            case .pointer: reading.pointsSomewhere = true
            case .nothing, .toward: break
            }
            position = match.end
        }
        return reading
    }

    private func counts(
        _ match: (value: Entry, end: Int), at position: Int, in bounds: Range<Int>, wholeOnly: Bool
    ) -> Bool {
        if position == bounds.lowerBound, match.end == bounds.upperBound { return true }
        return !wholeOnly && !match.value.isWhole
    }

    /// Without spaces, punctuation and emoji at the edges.
    private func trimmed(_ tokens: Range<Int>, in text: ReportText) -> Range<Int> {
        var (start, end) = (tokens.lowerBound, tokens.upperBound)
        while start < end, Self.isOrnament(text.tokens[start].kind) { start += 1 }
        while end > start, Self.isOrnament(text.tokens[end - 1].kind) { end -= 1 }
        return start..<end
    }

    private static func isOrnament(_ kind: TokenKind) -> Bool {
        switch kind {
        case .space, .newline, .punctuation, .ellipsis, .listMark, .emoji, .emoticon: true
        case .word, .elidedWord, .hyphenatedWord, .encliticPronoun, .abbreviation, .number, .ordinal, .time, .date,
            .unit, .code, .url, .email, .handle, .hashtag:
            false
        }
    }

    // MARK: - Questions

    /// What the link's own words call it.
    ///
    /// - Parameter isTitle: whether they are a talk's title, which may speak of anything.
    func kind(named tokens: Range<Int>, in text: ReportText, isTitle: Bool) -> LinkKind? {
        guard tokens.count <= Self.reach else { return nil }
        let reading = reading(of: tokens, in: text, wholeOnly: isTitle)
        return reading.wordCount <= Self.longestName ? reading.onlyKind : nil
    }

    /// Whether the link's words only point: “ici”, “à cette adresse”, the address itself.
    func points(_ tokens: Range<Int>, in text: ReportText) -> Bool {
        guard tokens.count <= Self.reach else { return false }
        let bounds = trimmed(tokens, in: text)
        if bounds.isEmpty { return true }
        if bounds.count == 1, text.tokens[bounds.lowerBound].kind == .url { return true }
        let reading = reading(of: bounds, in: text)
        return reading.pointsSomewhere && reading.wordCount <= 5
    }

    /// What the words before a link call it: a label with a colon, “Slides : …”, for any link; else, for one that only
    /// points, the one thing that is named.
    ///
    /// - Parameter tokens: from the beginning of the sentence or the end of the link before.
    func kind(before tokens: Range<Int>, in text: ReportText, points: Bool) -> LinkKind? {
        let near = max(tokens.lowerBound, tokens.upperBound - Self.reach)..<tokens.upperBound
        let last = near.last { !text.tokens[$0].kind.isWhiteSpace }
        let isLabel = last.map { text.sign($0) == UInt8(ascii: ":") } ?? false
        guard isLabel || points else { return nil }
        return reading(of: near, in: text).onlyKind
    }

    /// What the words behind a pointing link call it: “[lien] vers les slides”.
    func kind(after tokens: Range<Int>, in text: ReportText) -> LinkKind? {
        let near = tokens.prefix(Self.reach / 4)
        guard let first = text.nextWord(from: near.lowerBound, before: near.upperBound),
            let match = phrases.match(at: first, before: near.upperBound, in: text), match.value.meaning == .toward
        else { return nil }
        return reading(of: match.end..<near.upperBound, in: text).kinds.first
    }

    /// What a heading or a line with a colon calls the links that stand alone below it: “Slides”.
    func kind(label passage: Passage, in text: ReportText) -> LinkKind? {
        guard passage.tokens.count <= Self.reach else { return nil }
        let reading = reading(of: passage.tokens, in: text)
        return reading.wordCount <= Self.longestName ? reading.onlyKind : nil
    }
}
