import Lexicons
import TextModel

/// An expression that might be an evaluation, and what speaks for it.
public struct CueCandidate: Equatable, Sendable {
    public let range: TextRange
    public let polarity: Polarity
    /// As in the list.
    public let entry: String
    public let evidence: CueEvidenceSet
    /// What the nouns around make it seem to be said of.
    public let target: CueTarget
    /// In hundredths of a logit; from 0 it is a cue.
    public let weight: Int
}
