import Lexicons
import TextModel

extension Stage {
    static func event() throws(LexiconError) -> Stage {
        Stage(.event, reads: [], writes: [.event]) { text, findings in
        }
    }
}
