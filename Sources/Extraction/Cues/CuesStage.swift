import Lexicons
import TextModel

extension Stage {
    static func cues() throws(LexiconError) -> Stage {
        Stage(.cues, reads: [.event, .mentions, .sections, .talks, .lists], writes: [.cues]) { text, findings in
        }
    }
}
