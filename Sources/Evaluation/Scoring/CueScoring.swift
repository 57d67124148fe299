import TextModel

extension DocumentScorer {
    private struct SystemCue {
        var cue: Report.Cue
        var place: TextRange?
        var key: MatchingQuotation
        /// The positions of the talks it stands under.
        var talks: Set<Int>
    }

    private struct Identity: Hashable {
        var range: SourceRange
        var text: String
        var polarity: Polarity
    }

    mutating func scoreCues(_ pairs: TalkPairs) throws {
        let system = try systemCues()
        let keys = try annotation.cues.map { try key($0.quote) }
        let order = annotation.cues.indices.sorted {
            (gold.cues[$0]?.start ?? .max, gold.cues[$0]?.end ?? 0, $0)
                < (gold.cues[$1]?.start ?? .max, gold.cues[$1]?.end ?? 0, $1)
        }
        let strict = maximumWeightMatching(
            order.map { index in
                system.map { isStrict(index, keys[index], $0) ? 1 : 0 }
            })
        count(.strictCues, matched: strict.count, predicted: system.count, gold: order.count)
        let matches = maximumWeightMatching(
            order.map { index in system.map { overlap(index, keys[index], $0) } })
        count(.cues, matched: matches.count, predicted: system.count, gold: order.count)
        for match in matches {
            let (index, found) = (order[match.row], system[match.column])
            note(
                .right, .cues, annotation.cues[index].quote, found: found.cue.span.text, at: gold.cues[index],
                rule: found.cue.rule)
            scoreAttributes(index, found, pairs)
            if !isStrict(index, keys[index], found) {
                note(
                    .wrong, .strictCues, annotation.cues[index].quote, expected: annotation.cues[index].quote,
                    found: found.cue.span.text, at: gold.cues[index], rule: found.cue.rule)
            }
        }
        let foundRows = Set(matches.map(\.row))
        let foundColumns = Set(matches.map(\.column))
        for row in order.indices where !foundRows.contains(row) {
            let cue = annotation.cues[order[row]]
            note(
                .missed, .cues, cue.quote, expected: "\(cue.polarity.rawValue) \(cue.target.rawValue)",
                at: gold.cues[order[row]])
        }
        for column in system.indices where !foundColumns.contains(column) {
            let cue = system[column].cue
            note(
                .spurious, .cues, cue.span.text, found: "\(cue.polarity.rawValue) \(cue.target.rawValue)",
                at: system[column].place, rule: cue.rule)
        }
    }

    /// In reading order; one that stands under several talks, or twice, is one.
    private func systemCues() throws -> [SystemCue] {
        var cues: [Identity: SystemCue] = [:]
        func add(_ cue: Report.Cue, _ talk: Int?) throws {
            let identity = Identity(range: cue.span.range, text: cue.span.text, polarity: cue.polarity)
            var entry =
                try cues[identity]
                ?? SystemCue(cue: cue, place: place(cue.span), key: try key(cue.span.text), talks: [])
            if let talk { entry.talks.insert(talk) }
            cues[identity] = entry
        }
        for (index, talk) in report.talks.enumerated() {
            for cue in talk.cues { try add(cue, index) }
        }
        for cue in report.cues { try add(cue, nil) }
        return cues.values.sorted {
            ($0.cue.span.range, $0.cue.polarity.rawValue, $0.cue.span.text)
                < ($1.cue.span.range, $1.cue.polarity.rawValue, $1.cue.span.text)
        }
    }

    private func isStrict(_ index: Int, _ key: MatchingQuotation, _ system: SystemCue) -> Bool {
        guard annotation.cues[index].polarity == system.cue.polarity else { return false }
        if let place = gold.cues[index], let found = system.place { return place == found }
        return !key.isEmpty && key == system.key
    }

    /// Positive where the two share at least half of the shorter and the polarity is the same, and the larger the more
    /// they share. Neighbours share nothing.
    private func overlap(_ index: Int, _ key: MatchingQuotation, _ system: SystemCue) -> Double {
        guard annotation.cues[index].polarity == system.cue.polarity else { return 0 }
        guard let place = gold.cues[index], let found = system.place else {
            return !key.isEmpty && key == system.key ? 2 : 0
        }
        let shared = place.sharedCount(with: found)
        guard shared > 0, 2 * shared >= min(place.count, found.count) else { return 0 }
        return 1 + Double(shared) / Double(place.count + found.count - shared)
    }

    private mutating func scoreAttributes(_ index: Int, _ found: SystemCue, _ pairs: TalkPairs) {
        let cue = annotation.cues[index]
        func check(_ layer: Layer, _ isRight: Bool, _ expected: String?, _ value: String?) {
            count(layer, isRight: isRight)
            guard !isRight else { return }
            note(.wrong, layer, cue.quote, expected: expected, found: value, at: gold.cues[index], rule: found.cue.rule)
        }
        check(.cueHolders, cue.holder == found.cue.holder, cue.holder.rawValue, found.cue.holder.rawValue)
        check(.cueTargets, cue.target == found.cue.target, cue.target.rawValue, found.cue.target.rawValue)
        // A listed talk need not be found, and so neither that a cue bears on it.
        if let talk = cue.talk, annotation.talks[talk].attendance == .listed { return }
        // The annotation of a cue on several talks names none of them.
        let talk = found.talks.count == 1 ? found.talks.first : nil
        check(
            .cueTalks, cue.talk == talk.map { pairs.goldOfSystem[$0] ?? -1 }, cue.talk.map(goldLabel),
            talk.map { systemLabel(report.talks[$0]) })
    }
}
