/// Counts of a comparison of two sets, and the measures made from them.
public struct MatchCounts: Equatable, Sendable {
    /// In both sets.
    public var matched: Int
    /// In the system's.
    public var predicted: Int
    /// In the gold's.
    public var gold: Int

    public init(matched: Int = 0, predicted: Int = 0, gold: Int = 0) {
        self.matched = matched
        self.predicted = predicted
        self.gold = gold
    }

    /// `nil` where nothing was predicted.
    public var precision: Double? { predicted == 0 ? nil : Double(matched) / Double(predicted) }
    /// `nil` where the gold has nothing.
    public var recall: Double? { gold == 0 ? nil : Double(matched) / Double(gold) }
    /// The harmonic mean of precision and recall, 2·matched / (predicted + gold); `nil` for zero against zero.
    public var f1: Double? {
        predicted + gold == 0 ? nil : 2 * Double(matched) / Double(predicted + gold)
    }

    public static func + (left: Self, right: Self) -> Self {
        MatchCounts(
            matched: left.matched + right.matched,
            predicted: left.predicted + right.predicted,
            gold: left.gold + right.gold
        )
    }

    public static func += (left: inout Self, right: Self) { left = left + right }

    /// Counts exact matches; each element counts once.
    public init<Element: Hashable>(predicted: Set<Element>, gold: Set<Element>) {
        self.init(matched: predicted.intersection(gold).count, predicted: predicted.count, gold: gold.count)
    }
}
