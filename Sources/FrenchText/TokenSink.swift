import ICUText
import Lexicons
import TextModel

/// Receives the matches of the rules in order and makes tokens of them.
struct TokenSink {
    /// What becomes of a match, by its rule status; a look into a table, since every match needs it.
    private static let outcomes: [RuleStatus.Outcome] = {
        let largest = RuleStatus.allCases.map(\.rawValue).max() ?? 0
        return (0...largest).map { (RuleStatus(rawValue: $0) ?? .unmatched).outcome }
    }()

    var tokens: [Token] = []
    let text: [UInt8]
    let lexicon: TokenizerLexicon
    private let outcomes = Self.outcomes
    /// Whether only spaces have come since the last line end.
    var isAtLineStart = true
    /// The indices of the tokens that are numbers.
    private var numbers: [Int] = []

    init(text: [UInt8], lexicon: TokenizerLexicon) {
        self.text = text
        self.lexicon = lexicon
    }

    /// Takes matches in order; the first starts at `start`, which is moved behind the last.
    mutating func add(_ segments: Span<BreakRules.Segment>, from start: inout Int) {
        for index in segments.indices {
            let segment = segments[index]
            let range = start..<segment.end
            switch outcomes[Int(segment.status)] {
            case .token(let kind):
                // Nine matches of ten; no branch may depend on their kind, for it cannot be foreseen.
                append(kind, range)
                isAtLineStart = isAtLineStart && kind == .space
            case .settled(let settlement):
                settle(range, settlement)
            }
            start = segment.end
        }
    }

    mutating func addNumber(_ range: Range<Int>) {
        numbers.append(tokens.count)
        append(.number, range)
    }

    /// The tokens, once every match was added: `10 Go` has its unit behind a space, which no rule can see.
    ///
    /// Units of one letter are left alone, since they are words and names as well.
    mutating func finish() -> [Token] {
        for number in numbers where number + 2 < tokens.count {
            let (space, unit) = (tokens[number + 1], tokens[number + 2])
            guard tokens[number].kind == .number, space.kind == .space, space.range.count == 1,
                unit.kind == .word || unit.kind == .code, (2...4).contains(unit.range.count),
                lexicon.units.contains(string(unit.range.start..<unit.range.end))
            else { continue }
            tokens[number + 2] = Token(.unit, unit.range)
        }
        return tokens
    }

    @inline(__always)
    mutating func append(_ kind: TokenKind, _ range: Range<Int>) {
        tokens.append(Token(kind, TextRange(range.lowerBound, range.upperBound)))
    }

    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
