/// The counts of one document, layer by layer.
public struct DocumentScore: Equatable, Sendable {
    public let document: String
    /// Whether the system gave a record; without one everything is missed.
    public let hasRecord: Bool
    /// One count, or for ``Layer/Measure/macroF1`` one for each value.
    public internal(set) var counts: [Layer: [MatchCounts]] = [:]

    public init(document: String, hasRecord: Bool) {
        self.document = document
        self.hasRecord = hasRecord
    }

    mutating func add(_ layer: Layer, _ counts: MatchCounts, at index: Int = 0, of size: Int = 1) {
        self.counts[layer, default: Array(repeating: MatchCounts(), count: size)][index] += counts
    }

    /// One of the items that both sides have.
    mutating func add(_ layer: Layer, isRight: Bool) {
        add(layer, MatchCounts(matched: isRight ? 1 : 0, predicted: 1, gold: 1))
    }
}
