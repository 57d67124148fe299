import Lexicons
import TextModel

/// Marks that may open a list item or end an abbreviation.
extension TokenSink {
    /// A mark alone: it may open a list item, or belong to the abbreviation before it.
    mutating func addContextualMark(_ range: Range<Int>) {
        if isAtLineStart, let start = itemMarkStart(range) {
            if start < range.lowerBound { tokens.removeLast() }
            append(.listMark, start..<range.upperBound)
        } else if range.count == 1, text[range.lowerBound] == UInt8(ascii: "."), let last = tokens.last,
            last.range.end == range.lowerBound, isAbbreviation(last, before: range.upperBound)
        {
            tokens.removeLast()
            append(.abbreviation, last.range.start..<range.upperBound)
        } else {
            append(.punctuation, range)
        }
    }

    /// Where the mark of a list item starts that ends with this punctuation at the start of a line; `nil` if it is none.
    ///
    /// Real bullets have a rule of their own; here it is a dash, a star and the like, or `1.` and `1)`, with a space
    /// behind.
    private func itemMarkStart(_ range: Range<Int>) -> Int? {
        guard range.upperBound < text.count, text[range.upperBound] == UInt8(ascii: " ") else { return nil }
        if range.count > 1 { return ["–", "→", "·"].contains(string(range)) ? range.lowerBound : nil }
        switch text[range.lowerBound] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return range.lowerBound
        case UInt8(ascii: "."), UInt8(ascii: ")"):
            guard let last = tokens.last, last.kind == .number, last.range.end == range.lowerBound else { return nil }
            return last.range.start
        default: return nil
        }
    }

    /// Whether the full stop at `end - 1` belongs to the word before it.
    private func isAbbreviation(_ token: Token, before end: Int) -> Bool {
        guard token.kind == .word, lexicon.abbreviations.mayContain(text[token.range.start..<token.range.end])
        else { return false }
        switch lexicon.abbreviations.follower(of: string(token.range.start..<token.range.end)) {
        case nil: return false
        case .name, .anything: return true
        case .number:
            var next = end
            while next < text.count, text[next] == UInt8(ascii: " ") { next += 1 }
            return next < text.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[next])
        }
    }
}
