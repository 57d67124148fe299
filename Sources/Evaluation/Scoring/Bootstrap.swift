/// Draws documents again with replacement, the same draws each time (Efron 1979; the percentile interval).
///
/// Documents and not items are drawn, since the items of one report are alike.
public struct Bootstrap: Sendable {
    /// Positions of documents, `count` in each draw.
    private let samples: [[Int]]

    /// - Parameter count: how many documents there are.
    public init(count: Int, draws: Int = 1_000, seed: UInt64 = 20_080_101) {
        guard count > 1 else {
            samples = []
            return
        }
        var generator = SplitMix64(state: seed)
        samples = (0..<draws).map { _ in
            (0..<count).map { _ in Int(generator.next().multipliedFullWidth(by: UInt64(count)).high) }
        }
    }

    /// The values of all draws where the value is defined, in ascending order.
    public func values(_ value: ([Int]) -> Double?) -> [Double] { samples.compactMap(value).sorted() }

    /// The 95 % interval of a value; `nil` where no draw defines it.
    public func interval(_ value: ([Int]) -> Double?) -> ClosedRange<Double>? {
        let values = values(value)
        guard let last = values.indices.last else { return nil }
        let low = values[Int((0.025 * Double(last)).rounded())]
        return low...max(low, values[Int((0.975 * Double(last)).rounded())])
    }
}

/// A small random generator of known quality (Steele, Lea, Flood 2014), whose numbers no library changes.
private struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
