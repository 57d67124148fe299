import Lexicons
import TextModel

extension Stage {
    /// What each person does in the report, and for whom they work; names and mentions stay as they are.
    static func persons(_ lexicons: LexiconSet) throws(LexiconError) -> Stage {
        let roles = try PersonRoles(words: PersonRoleWords(lexicons))
        let affiliations = try Affiliations(lexicon: .surroundings(lexicons))
        return Stage(.persons, reads: [.event, .mentions, .attributions, .sections, .talks], writes: [.roles]) {
            text, findings in
            roles.assign(in: text, &findings)
            affiliations.assign(in: text, &findings)
        }
    }
}
