import Lexicons
import TextModel

extension Stage {
    /// The links of the report and the pages of its talks.
    static func links(_ lexicons: LexiconSet) throws(LexiconError) -> Stage {
        let places = try LinkPlaces(lexicons)
        let words = try LinkWords(lexicons)
        return Stage(.links, reads: [.mentions, .sections, .talks], writes: [.links, .urls]) { text, findings in
            let result = LinkSearch(text, findings, places: places, words: words).run()
            findings.links = result.links
            for (talk, page) in result.pages { findings.talks[talk].url = page }
        }
    }
}
