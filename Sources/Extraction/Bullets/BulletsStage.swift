import Lexicons
import TextModel

extension Stage {
    static func bullets() throws(LexiconError) -> Stage {
        Stage(.bullets, reads: [.sections, .talks], writes: [.lists]) { text, findings in
        }
    }
}
