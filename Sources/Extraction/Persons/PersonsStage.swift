import Lexicons
import TextModel

extension Stage {
    static func persons(_ lexicons: LexiconSet) throws(LexiconError) -> Stage {
        Stage(.persons, reads: [.event, .mentions, .sections, .talks], writes: [.roles]) { text, findings in
        }
    }
}
