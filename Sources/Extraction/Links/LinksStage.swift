import Lexicons
import TextModel

extension Stage {
    static func links(_ lexicons: LexiconSet) throws(LexiconError) -> Stage {
        Stage(.links, reads: [.mentions, .sections, .talks], writes: [.links]) { text, findings in
        }
    }
}
