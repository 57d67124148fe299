import Lexicons
import TextModel

extension Stage {
    static func headings() throws(LexiconError) -> Stage {
        Stage(.headings, reads: [.event, .mentions], writes: [.sections]) { text, findings in
        }
    }
}
