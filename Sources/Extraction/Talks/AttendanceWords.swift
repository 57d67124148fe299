import Lexicons
import TextModel

/// Phrases that say how the author was present at a talk.
struct AttendanceWords: Sendable {
    private let phrases: PhraseIndex<Attendance>

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        phrases = try lexicons.phrases(.attendanceWords) { Attendance(rawValue: $0) }
    }

    /// The first such phrase of a report's title; “les replays” may be what the report has as well.
    func attendance(inTitle words: [WordKey]) -> Attendance? {
        for position in words.indices where words[position] != Self.article {
            if let value = phrases.value(at: words[position...]) { return value }
        }
        return nil
    }

    private static let article = WordKey("les")

    /// The first such phrase of a stretch of tokens; who came late and missed the talk saw no part of it.
    func attendance(in tokens: Range<Int>, of text: ReportText) -> Attendance? {
        let found = tokens.lazy.compactMap { phrases.match(at: $0, before: tokens.upperBound, in: text)?.value }
        guard let first = found.first else { return nil }
        return first == .partial && found.contains(.notAttended) ? .notAttended : first
    }

    /// The first such phrase of a sentence; of a part only where the author saw no more.
    func attendance(in sentence: Range<Int>, of text: ReportText, _ smallWords: SmallWords) -> Attendance? {
        let found = attendance(in: sentence, of: text)
        return found != .partial || isPartial(in: sentence, of: text, smallWords) ? found : nil
    }

    /// “Je suis partie avant la fin”, “Vu que la fin”: whether a sentence says that the author saw a part; not “L'oratrice
    /// est arrivée en retard”.
    func isPartial(in sentence: Range<Int>, of text: ReportText, _ smallWords: SmallWords) -> Bool {
        let words = sentence.filter { text.tokens[$0].kind.isWord }
        guard
            let phrase = words.first(where: {
                phrases.match(at: $0, before: sentence.upperBound, in: text)?.value == .partial
            })
        else { return false }
        // “Malheureusement obligé de partir”, “Salle pleine, pas vu le début”
        return words.prefix(2).contains(phrase) || text.isWord(phrase, "pas")
            || words.contains { $0 < phrase && (smallWords.isAuthor($0, in: text) || text.isWord($0, "on")) }
    }
}
