import Lexicons
import TextModel

extension Stage {
    static func attributions() throws(LexiconError) -> Stage {
        let scanner = AttributionScanner(words: try TalkWords())
        return Stage(.attributions, reads: [.mentions], writes: [.attributions]) { text, findings in
            findings.attributions = scanner.attributions(in: text, mentions: PeopleIndex(findings.people))
        }
    }
}
