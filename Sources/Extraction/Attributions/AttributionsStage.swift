import Lexicons
import TextModel

extension Stage {
    static func attributions(_ lexicons: LexiconSet) throws(LexiconError) -> Stage {
        let scanner = AttributionScanner(words: try TalkWords(lexicons))
        return Stage(.attributions, reads: [.mentions], writes: [.attributions]) { text, findings in
            findings.attributions = scanner.attributions(in: text, mentions: PeopleIndex(findings.people))
        }
    }
}
