import Lexicons
import TextModel

/// An entry that stands at a place of a passage.
struct PlacedCue {
    var entry: Int
    /// The words of the entry itself.
    var core: Range<Int>
    var words: Range<Int>
    var polarity: Polarity
    var strength: Int
    var isNegated: Bool
    /// Added when the cues around it are known.
    var evidence: CueEvidenceSet = []

    init(_ match: CueMatch, _ reading: CueScope.Reading) {
        self.entry = match.entry
        core = match.words
        words = reading.words
        polarity = reading.polarity
        strength = reading.strength
        isNegated = reading.isNegated
    }
}
