import Lexicons
import TextModel

extension Stage {
    static func names() throws(LexiconError) -> Stage {
        Stage(.names, reads: [.event], writes: [.mentions]) { text, findings in
        }
    }
}
