import Lexicons
import TextModel

extension Stage {
    /// The links of the report and the pages of its talks.
    static func links(_ lexicons: LexiconSet, _ places: LinkPlaces) throws(LexiconError) -> Stage {
        let words = try LinkWords(lexicons)
        return Stage(.links, reads: [.mentions, .sections, .talks], writes: [.links, .urls]) { text, findings in
            let result = LinkSearch(text, findings, places: places, words: words).run()
            findings.links = result.links
            for (talk, page) in result.pages { findings.talks[talk].url = page }
        }
    }
}
