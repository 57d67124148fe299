import Evaluation
import TestSupport
import Testing

struct AssignmentTests {
    private func total(_ weights: [[Double]]) -> Double {
        maximumWeightMatching(weights).reduce(0) { $0 + weights[$1.row][$1.column] }
    }

    @Test func theSumCountsAndNotWhoComesFirst() {
        let pairs = maximumWeightMatching([[2, 3], [0, 2]])
        #expect(pairs.map(\.row) == [0, 1])
        #expect(pairs.map(\.column) == [0, 1])
        #expect(maximumWeightMatching([[0, 5], [0, 4]]).map(\.row) == [0])
        #expect(maximumWeightMatching([]).isEmpty)
        #expect(maximumWeightMatching([[], []]).isEmpty)
        #expect(maximumWeightMatching([[0, -1], [0, 0]]).isEmpty)
        #expect(maximumWeightMatching([[1], [3], [2]]).map(\.row) == [1])
    }

    /// Against all permutations.
    @Test func isAsGoodAsTryingAll() {
        func best(_ weights: [[Double]], _ row: Int, _ used: Set<Int>) -> Double {
            guard row < weights.count else { return 0 }
            var result = best(weights, row + 1, used)
            for column in weights[row].indices where !used.contains(column) && weights[row][column] > 0 {
                result = max(result, weights[row][column] + best(weights, row + 1, used.union([column])))
            }
            return result
        }
        var random = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let (rows, columns) = (Int.random(in: 1...5, using: &random), Int.random(in: 1...5, using: &random))
            let weights = (0..<rows).map { _ in
                (0..<columns).map { _ in Double(max(0, Int.random(in: -4...6, using: &random))) }
            }
            #expect(total(weights) == best(weights, 0, []), "\(weights)")
            let pairs = maximumWeightMatching(weights)
            #expect(Set(pairs.map(\.row)).count == pairs.count && Set(pairs.map(\.column)).count == pairs.count)
        }
    }
}
