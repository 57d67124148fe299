import Lexicons
import TextModel

extension Stage {
    static func cues(_ lexicons: LexiconSet) throws(LexiconError) -> Stage {
        let finder = try CueFinder(lexicons)
        return Stage(.cues, reads: [.event, .mentions, .sections, .talks, .lists], writes: [.cues]) { text, findings in
            findings.cues = finder.cues(in: text, findings)
        }
    }
}
