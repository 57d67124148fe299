import Lexicons
import TextModel

/// Phrases that say how the author was present at a talk.
struct AttendanceWords: Sendable {
    private let phrases: PhraseIndex<Attendance>

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        phrases = try lexicons.phrases(.attendanceWords) { Attendance(rawValue: $0) }
    }

    /// The first such phrase of a list of words.
    func attendance(in words: ArraySlice<WordKey>) -> Attendance? {
        for position in words.indices {
            if let value = phrases.value(at: words[position...]) { return value }
        }
        return nil
    }

    /// The first such phrase of a stretch of tokens.
    func attendance(in tokens: Range<Int>, of text: ReportText) -> Attendance? {
        for position in tokens {
            if let match = phrases.match(at: position, before: tokens.upperBound, in: text) { return match.value }
        }
        return nil
    }
}
