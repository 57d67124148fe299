import JSON

/// Scores as text for people and programs.
public struct ScoreReport: Sendable {
    public let documentCount: Int
    public let summaries: [LayerSummary]

    public init(_ scores: Scores) {
        documentCount = scores.documents.count
        summaries = scores.summaries()
    }

    private static let head = ["layer", "P", "R", "F1", "95 %", "by doc", "matched", "system", "gold"]

    private static func row(_ summary: LayerSummary) -> [String] {
        let isF1 = summary.layer.measure == .f1
        let interval = summary.interval.map { shown($0.lowerBound) + "–" + shown($0.upperBound) } ?? "n/a"
        return [
            summary.layer.rawValue + (summary.layer.measure == .accuracy ? " (acc.)" : ""),
            isF1 ? shown(summary.counts.precision) : "", isF1 ? shown(summary.counts.recall) : "",
            shown(summary.value), interval, shown(summary.documentMean), String(summary.counts.matched),
            isF1 ? String(summary.counts.predicted) : "", String(summary.counts.gold),
        ]
    }

    /// The head and a row for each layer.
    var cells: [[String]] { [Self.head] + summaries.map(Self.row) }

    private var rows: TextTable {
        var table = TextTable(Self.head)
        for summary in summaries { table.add(Self.row(summary)) }
        return table
    }

    /// Columns for a terminal.
    public var table: String { "\(documentCount) documents\n" + rows.text }

    /// A table of Markdown.
    public var markdown: String { rows.markdown }

    /// One object on one line; measures that are not defined are `null`.
    public var json: String {
        let layers = summaries.map { summary in
            JSONValue.Member(
                summary.layer.rawValue,
                .object([
                    "measure": .string(summary.layer.measure.rawValue), "value": .number(summary.value),
                    "precision": .number(summary.counts.precision), "recall": .number(summary.counts.recall),
                    "interval": summary.interval.map { .array([.number($0.lowerBound), .number($0.upperBound)]) }
                        ?? .null,
                    "document_mean": .number(summary.documentMean), "matched": .number(summary.counts.matched),
                    "system": .number(summary.counts.predicted), "gold": .number(summary.counts.gold),
                ]))
        }
        return JSONValue.object(["documents": .number(documentCount), "layers": .object(layers)]).text + "\n"
    }

    /// Three digits after the point; `n/a` for what is not defined.
    static func shown(_ value: Double?) -> String {
        guard let value else { return "n/a" }
        let thousandths = Int((value.magnitude * 1000).rounded())
        let digits = String(thousandths % 1000)
        return (value < 0 && thousandths > 0 ? "-" : "") + "\(thousandths / 1000)."
            + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
