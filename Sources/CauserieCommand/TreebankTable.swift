import Causerie
import Evaluation
import TextModel

/// A treebank's scores and examples as text.
struct TreebankTable {
    let path: String
    let evaluation: TreebankEvaluation
    /// How many examples to show of each kind of disagreement.
    let examples: Int

    var text: String {
        var report = "\(path)\n"
        func row(_ name: String, _ counts: MatchCounts, _ note: String) {
            let label = name + String(repeating: " ", count: 22 - name.count)
            report +=
                "  \(label)P \(shown(counts.precision))  R \(shown(counts.recall))  F1 \(shown(counts.f1))  \(note)\n"
        }
        row("tokens", evaluation.tokens, "n \(evaluation.tokens.gold)")
        row("boundaries", evaluation.punctuatedBoundaries, "n \(evaluation.punctuatedCount), punctuated sentences")
        row("boundaries, all", evaluation.allBoundaries, "n \(evaluation.sentenceCount)")
        if !evaluation.misspelt.isEmpty {
            report +=
                "  left out, since the forms do not spell the text: \(evaluation.misspelt.joined(separator: ", "))\n"
        }
        let classes = Dictionary(grouping: evaluation.disagreements, by: \.category)
        for (category, members) in classes.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            report += "  \(members.count) × \(category)\n"
            for example in members.prefix(examples) {
                report +=
                    "      gold \(joined(example.gold))  system \(joined(example.system))  (\(example.sentence))\n"
            }
        }
        for isMissed in [true, false] {
            let errors = evaluation.boundaryErrors.filter { $0.isMissed == isMissed }
            if errors.isEmpty { continue }
            report += "  \(errors.count) × \(isMissed ? "missed" : "spurious") boundary\n"
            for error in errors.prefix(examples) { report += "      \(error.context)\n" }
        }
        return report
    }

    private func joined(_ tokens: [String]) -> String { tokens.map { "[\($0)]" }.joined() }

    private func shown(_ value: Double?) -> String {
        guard let value else { return "   n/a" }
        let digits = String(Int((value * 10_000).rounded()))
        let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        return padded.prefix(padded.count - 4) + "." + padded.suffix(4)
    }
}

extension Analyzer {
    /// What the treebank evaluation compares: tokens without white space, and sentences, in source offsets.
    func segmentation(of text: String) throws -> TreebankEvaluation.Segmentation {
        let found = try self.text(of: Array(text.utf8)).analyzed
        let map = found.matching.map
        return TreebankEvaluation.Segmentation(
            tokens: found.tokens.filter { !$0.kind.isWhiteSpace }.map { ($0.kind, map.sourceRange(of: $0.range)) },
            sentences: found.sentences.map { map.sourceRange(of: $0.range) }
        )
    }
}
