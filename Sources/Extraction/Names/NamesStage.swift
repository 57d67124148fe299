import Lexicons
import TextModel

extension Stage {
    /// Every person named in the report, each with the places where, and no roles.
    static func names(_ lexicons: LexiconSet) throws(LexiconError) -> Stage {
        let lexicon = try NameLexicon(lexicons)
        let addresses = try AccountAddresses(lexicons)
        let wellKnown = try WellKnownNames(lexicons)
        let shortNames = try ShortGivenNames(lexicons)
        return Stage(.names, reads: [.event], writes: [.mentions]) { text, findings in
            var search = NameSearch(
                text, lexicon: lexicon, addresses: addresses, wellKnown: wellKnown, shortNames: shortNames)
            search.run()
            let event = findings.event.name?.lowercased()
            findings.people = search.people().filter { $0.name.lowercased() != event }
            findings.rejections += search.rejections
            findings.warnings += search.warnings
        }
    }
}
