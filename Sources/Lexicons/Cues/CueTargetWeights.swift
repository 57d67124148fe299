import TextModel

/// How much each kind of evidence speaks for each target of an evaluation.
public struct CueTargetWeights: Sendable {
    private static let targets: [CueTarget] = [.talk, .event, .topic, .own, .other]

    /// The weights in the order of `targets`, zeros behind them.
    private let rows: [(evidence: CueEvidenceSet, weights: SIMD8<Int32>)]

    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        try self.init(lexicons.table(.cueTargets))
    }

    /// - Parameter table: `evidence talk event topic self other`, hundredths of a logit; the evidence as in
    ///   ``CueWeights``, that of the target being what the nouns around make it seem.
    /// - Throws: ``LexiconError`` for a name that is no evidence, and for a weight that is no whole number.
    public init(_ table: LexiconTable) throws(LexiconError) {
        var rows: [(evidence: CueEvidenceSet, weights: SIMD8<Int32>)] = []
        for row in table.rows {
            let weights = row.fields.dropFirst().compactMap { Int32($0) }
            guard row.fields.count == 1 + Self.targets.count, weights.count == Self.targets.count else {
                throw LexiconError(
                    file: table.file, line: row.line, message: "evidence and five whole numbers are needed")
            }
            var vector = SIMD8<Int32>()
            for (index, weight) in weights.enumerated() { vector[index] = weight }
            rows.append((try CueEvidenceSet(names: row.fields[0], file: table.file, line: row.line), vector))
        }
        self.rows = rows
    }

    /// - Parameters:
    ///   - seeming: what the nouns around make of it.
    ///   - allowed: those that an entry admits; all for none.
    public func target(of evidence: CueEvidenceSet, seeming: CueTarget, among allowed: [CueTarget]) -> CueTarget {
        if allowed.count == 1 { return allowed[0] }
        let seemings: CueEvidenceSet = [CueEvidenceSet(.ofTalk), CueEvidenceSet(.ofEvent), CueEvidenceSet(.ofTopic)]
        let evidence = evidence.subtracting(seemings).union(.of(seeming))
        var sums = SIMD8<Int32>()
        for row in rows where evidence.isSuperset(of: row.evidence) { sums &+= row.weights }
        var best = seeming
        var highest = Int32.min
        for (index, target) in Self.targets.enumerated()
        where sums[index] > highest && (allowed.isEmpty || allowed.contains(target)) {
            (best, highest) = (target, sums[index])
        }
        return best
    }
}
