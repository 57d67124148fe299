import ICUText
import Lexicons
import TextModel

/// Decides, between two tokens of one line, whether a sentence ends there: ICU's boundary, or a reason to overrule it.
struct BoundaryJudge {
    private let text: [UInt8]
    private let tokens: [Token]
    private let lexicon: TokenizerLexicon
    /// Whether a straight quotation mark stands open in this line; the next one closes it.
    private var isQuoting = false
    /// Whether a sentence ended just before the closing mark that was read last.
    private var hasEndedBeforeClosing = false

    init(text: [UInt8], tokens: [Token], lexicon: TokenizerLexicon) {
        self.text = text
        self.tokens = tokens
        self.lexicon = lexicon
    }

    mutating func startLine() {
        isQuoting = false
        hasEndedBeforeClosing = false
    }

    /// Takes note of a token that is no mark, once it was judged what stands before it.
    mutating func passWord() { hasEndedBeforeClosing = false }

    /// Whether a token may close a sentence or change how the next is judged; the others need no judge but ICU.
    func isMark(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .punctuation, .emoticon, .emoji: true
        default: false
        }
    }

    /// Takes note of a mark, once it was judged what stands before it.
    mutating func passMark(_ index: Int) {
        if !isClosing(index) { hasEndedBeforeClosing = false }
        guard matches(index, "\"") else { return }
        // A straight mark against the word after it opens, one against the word before it closes; one that stands alone
        // does what the one before it did not.
        let isAfterSpace = index == 0 || tokens[index - 1].kind.isWhiteSpace
        let isBeforeSpace = index + 1 == tokens.count || tokens[index + 1].kind.isWhiteSpace
        isQuoting = isAfterSpace == isBeforeSpace ? !isQuoting : isAfterSpace
    }

    /// Whether a sentence ends between two tokens with nothing but spaces between them.
    mutating func endsSentence(after last: Int, before next: Int, isICUBoundary: Bool) -> Bool {
        if isICUBoundary {
            guard !isOverruled(last, next) else { return false }
            // The mark that closes a quotation stays with its sentence, a space before it or not.
            guard isClosing(next) else { return true }
            hasEndedBeforeClosing = true
            return false
        }
        if hasEndedBeforeClosing {
            return startsWithCapital(next) || tokens[next].kind == .number || matches(next, "«")
        }
        // Bloggers end sentences with a smile; a name may follow one too, so the next word must be one that starts them.
        if tokens[last].kind == .emoji || tokens[last].kind == .emoticon {
            return startsWithCapital(next) && lexicon.sentenceStarters.contains(string(next).lowercased())
        }
        guard tokens[last].kind == .punctuation, isFullStop(lastBeforeClosing(last)) else { return false }
        if tokens[last].range.end < tokens[next].range.start {
            // UAX #29 runs on over figures and dashes to the next small letter (SB8, SB8a); after a full stop, figures
            // start a sentence, and so does a dash before a space or a capital.
            if isDash(next) { return next + 1 < tokens.count && (isSpace(next + 1) || startsWithCapital(next + 1)) }
            // It also takes a small letter for the sign of an abbreviation (SB8); those are known here by their list, and a
            // blogger who forgets a capital is commoner than one who cuts a word.
            return startsWithDigit(next) || startsWithSmallLetter(next)
        }
        // A space forgotten after a full stop: "la doc.Ensuite".
        return startsWithCapital(next) && last > 0 && tokens[last - 1].kind == .word
            && tokens[last - 1].range.count > 1
    }

    /// Whether ICU is wrong to see a boundary there.
    private func isOverruled(_ last: Int, _ next: Int) -> Bool {
        if tokens[last].kind == .listMark || startsWithSmallLetter(next) || continuesSentence(next) { return true }
        guard tokens[last].kind == .abbreviation else { return false }
        let word = string(last).dropLast()
        if let follower = lexicon.abbreviations.follower(of: String(word)) { return follower != .anything }
        // Initials stand before a name, unless the word after them starts a sentence.
        return !lexicon.sentenceStarters.contains(string(next).lowercased())
    }

    /// A comma, colon or equals sign, or a bracket before a small letter, goes on with what stands before.
    private func continuesSentence(_ index: Int) -> Bool {
        guard tokens[index].kind == .punctuation, tokens[index].range.count == 1 else { return false }
        switch text[tokens[index].range.start] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "="): return true
        case UInt8(ascii: "("), UInt8(ascii: "["): return index + 1 < tokens.count && startsWithSmallLetter(index + 1)
        default: return false
        }
    }

    /// The last token before the closing marks that stand against each other at `index`, three at the most: more are
    /// noise, and must not take more time.
    private func lastBeforeClosing(_ index: Int) -> Int {
        var first = index
        while first > max(0, index - 3), isClosing(first) || matches(first, "\""), !tokens[first - 1].kind.isWhiteSpace
        {
            first -= 1
        }
        return first
    }

    private func isFullStop(_ index: Int) -> Bool {
        tokens[index].kind == .punctuation && matches(index, ".")
    }

    /// Closing quotation marks and brackets, and the emoji and emoticons that go with what was said.
    private func isClosing(_ index: Int) -> Bool {
        if tokens[index].kind == .emoji || tokens[index].kind == .emoticon { return true }
        guard tokens[index].kind == .punctuation else { return false }
        switch text[tokens[index].range.start] {
        case UInt8(ascii: ")"), UInt8(ascii: "]"): return true
        case UInt8(ascii: "\""):
            return isQuoting && (index + 1 == tokens.count || tokens[index + 1].kind.isWhiteSpace)
        default: return matches(index, "»")
        }
    }

    private func isDash(_ index: Int) -> Bool {
        tokens[index].kind == .punctuation && (matches(index, "-") || matches(index, "–"))
    }

    private func isSpace(_ index: Int) -> Bool { tokens[index].kind == .space }

    private func string(_ index: Int) -> String {
        String(decoding: text[tokens[index].range.start..<tokens[index].range.end], as: UTF8.self)
    }

    private func matches(_ index: Int, _ mark: StaticString) -> Bool {
        let range = tokens[index].range
        guard range.count == mark.utf8CodeUnitCount else { return false }
        return mark.withUTF8Buffer { text[range.start..<range.end].elementsEqual($0) }
    }

    private func startsWithDigit(_ index: Int) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[tokens[index].range.start])
    }

    private func startsWithCapital(_ index: Int) -> Bool {
        let byte = text[tokens[index].range.start]
        if byte < 0x80 { return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
        return firstScalar(index).map(CharacterProperties.isUppercase) ?? false
    }

    private func startsWithSmallLetter(_ index: Int) -> Bool {
        let byte = text[tokens[index].range.start]
        if byte < 0x80 { return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        return firstScalar(index).map(CharacterProperties.isLowercase) ?? false
    }

    private func firstScalar(_ index: Int) -> Unicode.Scalar? {
        string(index).unicodeScalars.first
    }
}
