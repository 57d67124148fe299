import TextModel

/// Finds the talk that recounts a place of the text, each look-up in logarithmic time.
struct TalkBodies: Sendable {
    private let bodies: [(range: TextRange, talk: Int)]

    init(_ talks: [TalkFinding]) {
        bodies = talks.enumerated().compactMap { index, talk in talk.body.map { ($0, index) } }
            .sorted { ($0.range, $0.talk) < ($1.range, $1.talk) }
    }

    /// The position of the last talk whose body begins at or before a range and holds it.
    func talk(around range: TextRange) -> Int? {
        let low = bodies.firstPosition { $0.range.start > range.start }
        guard low > 0, bodies[low - 1].range.contains(range) else { return nil }
        return bodies[low - 1].talk
    }
}
