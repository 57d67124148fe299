import Lexicons
import TextModel

extension Stage {
    static func talks() throws(LexiconError) -> Stage {
        let words = try TalkWords()
        let attendance = try AttendanceWords()
        let speakers = try SpeakerNouns()
        return Stage(.talks, reads: [.event, .mentions, .attributions, .sections], writes: [.talks]) { text, findings in
            var search = TalkSearch(text: text, findings: findings, words: words)
            search.run()
            let details = TalkDetails(
                text: text, findings: findings, words: words, attendance: attendance, speakerNouns: speakers)
            findings.talks = search.drafts.map { details.talk(of: $0) }
            if findings.talks.allSatisfy({ $0.attendance == .listed }) {
                findings.warnings.append(FindingWarning(.noTalkFound, "no talk is recounted in this text"))
            }
        }
    }
}
