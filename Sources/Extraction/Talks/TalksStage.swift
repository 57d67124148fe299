import Lexicons
import TextModel

extension Stage {
    static func talks(_ lexicons: LexiconSet, _ words: TalkWords) throws(LexiconError) -> Stage {
        let attendance = try AttendanceWords(lexicons)
        let titleWords = try ReportTitleWords(lexicons)
        return Stage(.talks, reads: [.event, .mentions, .attributions, .sections], writes: [.talks]) { text, findings in
            let mentions = PeopleIndex(findings)
            let attributions = Dictionary(grouping: findings.attributions, by: \.passage)
            var search = TalkSearch(
                text: text, findings: findings, words: words, mentions: mentions,
                attributions: attributions)
            search.run()
            let details = TalkDetails(
                text: text, findings: findings, words: words, attendance: attendance, titleWords: titleWords,
                mentions: mentions, attributions: attributions, isOnlyTalk: search.drafts.count == 1)
            findings.talks = search.drafts.map { details.talk(of: $0) }
            if findings.talks.allSatisfy({ $0.attendance == .listed }) {
                findings.warnings.append(FindingWarning(.noTalkFound, "no talk is recounted in this text"))
            }
        }
    }
}
