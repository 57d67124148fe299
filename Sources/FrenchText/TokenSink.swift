import Lexicons
import TextModel

/// Receives the matches of the rules in order and makes tokens of them.
struct TokenSink {
    /// What becomes of a match, by its rule status.
    private static let outcomes: [RuleStatus.Outcome] = {
        let largest = RuleStatus.allCases.map(\.rawValue).max() ?? 0
        return (0...largest).map { (RuleStatus(rawValue: $0) ?? .unmatched).outcome }
    }()

    /// The kind of the matches that are a token whatever stands around them, by rule status; `nil` for the others.
    ///
    /// Six matches of seven are of this sort, and are handled without a branch that depends on their kind.
    private static let plainKinds: [TokenKind?] = outcomes.map { outcome in
        guard case .token(let kind) = outcome, ![.newline, .punctuation, .number].contains(kind) else { return nil }
        return kind
    }

    var tokens: [Token] = []
    let text: [UInt8]
    let lexicon: TokenizerLexicon
    private let plainKinds = Self.plainKinds
    private let outcomes = Self.outcomes
    /// Whether only spaces have come since the last line end.
    private var isAtLineStart = true

    init(text: [UInt8], lexicon: TokenizerLexicon) {
        self.text = text
        self.lexicon = lexicon
    }

    /// Takes one match; every match starts where the one before it ended.
    @inline(__always)
    mutating func add(_ range: Range<Int>, _ status: Int32) {
        if let kind = plainKinds[Int(status)] {
            append(kind, range)
            isAtLineStart = isAtLineStart && kind == .space
        } else {
            addInContext(range, outcomes[Int(status)])
        }
    }

    private mutating func addInContext(_ range: Range<Int>, _ outcome: RuleStatus.Outcome) {
        switch outcome {
        case .token(.newline):
            append(.newline, range)
            isAtLineStart = true
            return
        case .token(.punctuation):
            addPunctuation(range)
        case .token(let kind):
            append(kind, range)
            // A number may yet become the mark of a list item: see `addPunctuation`.
            if kind == .number, range.count <= 2 { return }
        case .settled(let settlement):
            settle(range, settlement)
        }
        isAtLineStart = false
    }

    mutating func append(_ kind: TokenKind, _ range: Range<Int>) {
        tokens.append(Token(kind, TextRange(range.lowerBound, range.upperBound)))
    }

    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// A mark alone: it may open a list item, or belong to the abbreviation before it.
    private mutating func addPunctuation(_ range: Range<Int>) {
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
