/// The word lists that the tokenizer and the sentence splitter look things up in.
public struct TokenizerLexicon: Sendable {
    public let abbreviations: Abbreviations
    /// Pronouns that follow their verb by a hyphen.
    public let enclitics: Set<String>
    /// Words that look as if they were to be cut and are not: `rendez-vous`, `quelqu'un`.
    public let wholeWords: Set<String>
    /// The length of the longest of them in UTF-8 bytes, so that longer words need no look-up.
    public let longestWholeWord: Int
    public let ordinalEndings: Set<String>
    /// Case counts.
    public let units: Set<String>
    public let inclusiveEndings: Set<String>
    /// Words that start sentences and no family names.
    public let sentenceStarters: Set<String>
    public let topLevelDomains: Set<String>
    public let fileEndings: Set<String>

    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        abbreviations = try Abbreviations(lexicons.table(.abbreviations))
        enclitics = try lexicons.table(.enclitics).words
        wholeWords = try lexicons.table(.wholeWords).words
        longestWholeWord = wholeWords.map(\.utf8.count).max() ?? 0
        ordinalEndings = try lexicons.table(.ordinalEndings).words
        units = try lexicons.table(.units).words
        inclusiveEndings = try lexicons.table(.inclusiveEndings).words
        sentenceStarters = try lexicons.table(.sentenceStarters).words
        topLevelDomains = try lexicons.table(.topLevelDomains).words
        fileEndings = try lexicons.table(.fileEndings).words
    }
}
