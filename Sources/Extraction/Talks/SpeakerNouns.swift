import Lexicons
import TextModel

/// Words for speakers who may stand without a name, with how many a form speaks of.
struct SpeakerNouns: Sendable {
    enum Form: String {
        case one, several, forgotten
        /// A number: “deux”.
        case number2 = "2", number3 = "3", number4 = "4", number5 = "5", number6 = "6"
        /// A profession: only with a number.
        case profession

        /// What a number counts.
        var count: Int? { Int(rawValue) }
    }

    private let phrases: PhraseIndex<Form>

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        phrases = try lexicons.phrases(.speakerNouns) { Form(rawValue: $0) }
    }

    /// Speakers without names in a stretch of tokens: how many, where, and why.
    func unnamed(in tokens: Range<Int>, of text: ReportText) -> (count: Int, range: TextRange, reason: UnnamedReason)? {
        var number: (count: Int, position: Int)?
        for position in tokens {
            guard let match = phrases.match(at: position, before: tokens.upperBound, in: text) else { continue }
            let range = text.range(of: position..<match.end)
            switch match.value {
            case .one: return (1, range, .mentionedWithoutName)
            case .several:
                let count = number.flatMap { position - $0.position <= 4 ? $0.count : nil } ?? 2
                return (count, range, .mentionedWithoutName)
            case .forgotten: return (1, range, .forgotten)
            case .profession:
                if let number, position - number.position <= 4 {
                    return (number.count, range, .mentionedWithoutName)
                }
            case .number2, .number3, .number4, .number5, .number6:
                number = match.value.count.map { ($0, position) }
            }
        }
        return nil
    }
}
