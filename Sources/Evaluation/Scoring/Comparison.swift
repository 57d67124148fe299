/// Two systems on the same documents: what got better and what got worse.
public struct Comparison: Sendable {
    /// One layer's difference.
    public struct Change: Sendable {
        public let layer: Layer
        /// `nil` for zero against zero.
        public let before: Double?
        public let after: Double?
        /// In which 95 % of the differences lie when the same documents are drawn for both (paired bootstrap).
        public let interval: ClosedRange<Double>?
        /// How often, in draws, the difference is not in the direction of `after - before`, counted on both sides:
        /// small where it is no accident.
        public let chance: Double?

        /// `nil` where one of the two is not defined.
        public var difference: Double? {
            if let before, let after { after - before } else { nil }
        }

        /// Whether the interval leaves zero out.
        public var isClear: Bool { interval.map { $0.lowerBound > 0 || $0.upperBound < 0 } ?? false }
    }

    public let changes: [Change]
    /// Mistakes of the first alone.
    public let mended: [Outcome]
    /// Mistakes of the second alone.
    public let broken: [Outcome]

    /// - Precondition: both are scores of the same documents in the same order.
    public init(_ before: Scores, _ after: Scores) {
        precondition(before.documents.map(\.document) == after.documents.map(\.document), "the documents are the same")
        let bootstrap = Bootstrap(count: before.documents.count)
        changes = Layer.allCases.map { layer in
            func value(_ scores: Scores, _ sample: some Sequence<Int>) -> Double? {
                LayerSummary.value(of: layer, summed: sample.lazy.map { scores.documents[$0].counts[layer] ?? [] })
            }
            let all = before.documents.indices
            let (first, second) = (value(before, all), value(after, all))
            func difference(_ sample: [Int]) -> Double? {
                guard let first = value(before, sample), let second = value(after, sample) else { return nil }
                return second - first
            }
            let draws = bootstrap.values(difference)
            var chance: Double?
            if let first, let second, !draws.isEmpty {
                let against = draws.count { second >= first ? $0 <= 0 : $0 >= 0 }
                chance = first == second ? 1 : min(1, 2 * Double(against) / Double(draws.count))
            }
            return Change(
                layer: layer, before: first, after: second, interval: bootstrap.interval(difference), chance: chance)
        }
        // The rule and the system's wrong value may change while the mistake stays.
        let beforeKeys = Set(before.mistakes.map(Key.init))
        let afterKeys = Set(after.mistakes.map(Key.init))
        mended = before.mistakes.filter { !afterKeys.contains(Key($0)) }
        broken = after.mistakes.filter { !beforeKeys.contains(Key($0)) }
    }

    private struct Key: Hashable {
        var document: String
        var kind: Outcome.Kind
        var layer: Layer
        var text: String
        var start: Int?

        init(_ mistake: Outcome) {
            document = mistake.document
            kind = mistake.kind
            layer = mistake.layer
            text = mistake.text
            start = mistake.span?.start
        }
    }
}

extension Comparison {
    /// Columns for a terminal, then the mistakes that came and went.
    ///
    /// - Parameter examples: how many mistakes of each layer to show.
    public func text(examples: Int) -> String {
        var table = TextTable(["layer", "A", "B", "B - A", "95 %", "p", "mended", "broken", ""])
        for change in changes where change.before != nil || change.after != nil {
            table.add([
                change.layer.rawValue, ScoreReport.shown(change.before), ScoreReport.shown(change.after),
                ScoreReport.shown(change.difference),
                change.interval.map {
                    ScoreReport.shown($0.lowerBound) + " to " + ScoreReport.shown($0.upperBound)
                } ?? "n/a",
                ScoreReport.shown(change.chance), String(mended.count { $0.layer == change.layer }),
                String(broken.count { $0.layer == change.layer }),
                change.isClear ? (change.difference ?? 0) > 0 ? "better" : "worse" : "",
            ])
        }
        var text = table.text
        for (name, mistakes) in [("mended", mended), ("broken", broken)] {
            for layer in Layer.allCases {
                let own = mistakes.filter { $0.layer == layer }
                for mistake in own.prefix(examples) {
                    text += "\(name)  \(layer.rawValue)  \(mistake.kind.rawValue)  \(mistake.document)  \(mistake.text)"
                    if let expected = mistake.expected { text += "  expected: \(expected)" }
                    if let found = mistake.found { text += "  found: \(found)" }
                    text += "\n"
                }
            }
        }
        return text
    }
}
