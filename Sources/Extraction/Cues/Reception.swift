import TextModel

/// How the author received a talk, by the author's own cues on it.
public enum TalkReception {
    /// - Parameter cues: those of a report; only the author's, on this talk itself, count.
    /// - Parameter talk: a position in ``Findings/talks``.
    public static func polarity(of talk: Int, in cues: [CueFinding]) -> ReceptionPolarity {
        var positive = 0
        var negative = 0
        for cue in cues where cue.holder == .author && cue.target == .talk && cue.talks.contains(talk) {
            switch cue.polarity {
            case .positive: positive += cue.strength
            case .negative: negative += cue.strength
            }
        }
        // One weak word of blame is no verdict.
        if negative <= 1 { return positive == 0 ? .unstated : .positive }
        if positive == 0 { return .negative }
        // A reservation under praise is no change of mind, nor is a polite word under clear blame.
        if positive >= negative { return .positive }
        if negative >= 3 * positive { return .negative }
        return .mixed
    }
}
