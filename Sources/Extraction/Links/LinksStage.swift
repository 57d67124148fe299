import Lexicons
import TextModel

extension Stage {
    static func links() throws(LexiconError) -> Stage {
        Stage(.links, reads: [.mentions, .sections, .talks], writes: [.links]) { text, findings in
        }
    }
}
