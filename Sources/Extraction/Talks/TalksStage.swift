import Lexicons
import TextModel

extension Stage {
    static func talks() throws(LexiconError) -> Stage {
        Stage(.talks, reads: [.event, .mentions, .sections], writes: [.talks]) { text, findings in
        }
    }
}
