import Lexicons
import TextModel

extension Stage {
    static func bullets(_ lexicons: LexiconSet) throws(LexiconError) -> Stage {
        Stage(.bullets, reads: [.sections, .talks], writes: [.lists]) { text, findings in
            findings.lists = BulletSearch(text: text, findings: findings).lists()
        }
    }
}
