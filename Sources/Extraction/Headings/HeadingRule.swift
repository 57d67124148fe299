/// Why a heading has its role.
public enum HeadingRule: String, Sendable, CaseIterable {
    /// Its words say so: “Conclusion”, “Jour 2”.
    case words
    /// It names a speaker, or a line under it does.
    case speaker
    /// What stands in and under it speaks of a talk: a format, a time, a link to a session, who gave it.
    case evidence
    /// Most headings that look like it introduce talks.
    case siblings
    /// No heading has evidence; those of the commonest look are taken.
    case commonest
    /// It stands over headings of talks, or over several talks.
    case overTalks = "over_talks"
    /// It stands directly under a heading such as “Les présentations”.
    case underGroup = "under_group"
    /// It stands within a talk.
    case withinTalk = "within_talk"
    /// The report is on one talk.
    case singleTalk = "single_talk"
    /// It only names those who gave the talk of the heading above.
    case byline
    /// Nothing speaks for a role, and it stands among or after headings of talks.
    case rest
    /// It is the first, and nothing speaks for another role.
    case first
    /// Nothing speaks for any role.
    case nothing
}
