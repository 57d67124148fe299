import ICUText
import TextModel

/// ICU's sentence boundaries of a text, asked for token by token.
///
/// A sentence ends only after a terminator (UAX #29, SB998), and what stands more than one token before it does not
/// count (SB6 and SB7 look at one character). So the rules need to be run only from the token before each possible
/// terminator, which leaves out most of a text. ICU's own engine reads the whole.
struct ICUSentenceBoundaries {
    private let rules: BreakRules
    private let text: [UInt8]
    private let tokens: [Token]
    /// All boundaries, where ICU's own engine found them; else `nil`.
    private var all: ArraySlice<Int>?
    /// The end of the segment in which the last possible terminator stands.
    private var next = 0

    init(
        _ rules: BreakRules, text: [UInt8], tokens: [Token], engine: BreakRules.Engine?
    ) throws(ICUError) {
        self.rules = rules
        self.text = text
        self.tokens = tokens
        guard engine == .icu || rules.engine == .icu else { return }
        var boundaries: [Int] = []
        try rules.forEachSegment(in: text.span, using: .icu) { end, _ in boundaries.append(end) }
        all = boundaries[...]
    }

    /// Whether ICU ends a sentence before a token that is no white space. To be asked in ascending order, of every one.
    mutating func isBoundary(before index: Int) -> Bool {
        let start = tokens[index].range.start
        if var rest = all {
            while let first = rest.first, first < start { rest.removeFirst() }
            all = rest
            return rest.first == start
        }
        let isBoundary = next == start && start > 0
        if start >= next, mayEndSentence(index) {
            // From the token before, when it stands against this one.
            let isGlued = index > 0 && !tokens[index - 1].kind.isWhiteSpace && tokens[index - 1].range.start >= next
            let from = isGlued ? tokens[index - 1].range.start : start
            next = rules.segmentEnd(in: text.span, from: from) ?? next
        }
        return isBoundary
    }

    /// Whether a token may hold a terminator: a full stop, a question or exclamation mark, or one of another script.
    private func mayEndSentence(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .word, .elidedWord, .hyphenatedWord, .encliticPronoun, .space, .newline: return false
        case .punctuation:
            let byte = text[tokens[index].range.start]
            return byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
        case .ellipsis, .listMark, .abbreviation, .number, .ordinal, .time, .date, .unit, .code, .url, .email, .handle,
            .hashtag, .emoticon, .emoji:
            return true
        }
    }
}
