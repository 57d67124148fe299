/// One-to-one matching of two sides such that the sum of the weights is as large as can be (Kuhn 1955, Munkres 1957;
/// the form with potentials, in rows² · columns).
///
/// - Parameter weights: a row for each of the one side, a column for each of the other; 0 and less forbids a pair.
/// - Returns: pairs in the order of rows. The larger weight never loses to what happens to come first.
public func maximumWeightMatching(_ weights: [[Double]]) -> [(row: Int, column: Int)] {
    let columnCount = weights.first?.count ?? 0
    guard columnCount > 0 else { return [] }
    if weights.count > columnCount {
        let transposed = (0..<columnCount).map { column in weights.map { $0[column] } }
        return maximumWeightMatching(transposed).map { ($0.column, $0.row) }.sorted { $0 < $1 }
    }
    // Rows and columns count from 1; 0 is the place of the row that looks for a column.
    var rowPotential = [Double](repeating: 0, count: weights.count + 1)
    var columnPotential = [Double](repeating: 0, count: columnCount + 1)
    var rowOfColumn = [Int](repeating: 0, count: columnCount + 1)
    for row in 1...weights.count {
        var slack = [Double](repeating: .infinity, count: columnCount + 1)
        var previous = [Int](repeating: 0, count: columnCount + 1)
        var isVisited = [Bool](repeating: false, count: columnCount + 1)
        rowOfColumn[0] = row
        var column = 0
        repeat {
            isVisited[column] = true
            let current = rowOfColumn[column]
            var smallest = Double.infinity
            var next = 0
            for candidate in 1...columnCount where !isVisited[candidate] {
                let cost = -max(0, weights[current - 1][candidate - 1])
                let reduced = cost - rowPotential[current] - columnPotential[candidate]
                if reduced < slack[candidate] {
                    slack[candidate] = reduced
                    previous[candidate] = column
                }
                if slack[candidate] < smallest {
                    smallest = slack[candidate]
                    next = candidate
                }
            }
            for other in 0...columnCount {
                if isVisited[other] {
                    rowPotential[rowOfColumn[other]] += smallest
                    columnPotential[other] -= smallest
                } else {
                    slack[other] -= smallest
                }
            }
            column = next
        } while rowOfColumn[column] != 0
        while column != 0 {
            rowOfColumn[column] = rowOfColumn[previous[column]]
            column = previous[column]
        }
    }
    return (1...columnCount).compactMap { column in
        let row = rowOfColumn[column]
        return row > 0 && weights[row - 1][column - 1] > 0 ? (row - 1, column - 1) : nil
    }.sorted { $0 < $1 }
}
