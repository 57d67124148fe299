/// Rows of cells as columns for a terminal: the first to the left, the rest to the right.
struct TextTable {
    private var rows: [[String]]

    init(_ head: [String]) { rows = [head] }

    /// - Precondition: as many cells as the head has.
    mutating func add(_ row: [String]) {
        precondition(row.count == rows[0].count, "a row has as many cells as the head")
        rows.append(row)
    }

    var text: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let line = zip(row, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + padding : padding + cell.0
            }.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }

    /// The same as a table of Markdown.
    var markdown: String {
        let rule = rows[0].indices.map { $0 == 0 ? "---" : "---:" }
        return ([rows[0], rule] + rows.dropFirst()).map { row in
            "| " + row.map { String($0.flatMap { $0 == "|" ? ["\\", $0] : [$0] }) }.joined(separator: " | ") + " |\n"
        }.joined()
    }
}
