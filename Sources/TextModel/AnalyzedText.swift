/// A text with its matching form, tokens and sentences: what the extractor stages read.
public struct AnalyzedText: Sendable {
    /// The matching form and its relation to the source.
    public let matching: MatchingText
    /// Every byte of the matching form is in exactly one, white space included.
    public let tokens: [Token]
    /// In order, without the white space between them.
    public let sentences: [Sentence]

    public init(matching: MatchingText, tokens: [Token], sentences: [Sentence]) {
        self.matching = matching
        self.tokens = tokens
        self.sentences = sentences
    }
}

/// A sentence, from its first character to its last closing mark; the white space around it is in none.
public struct Sentence: Equatable, Sendable {
    public let range: TextRange

    public init(_ range: TextRange) { self.range = range }
}
