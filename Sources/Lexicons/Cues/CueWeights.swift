import TextModel

/// How much each kind of evidence, and some of it together, speaks for an evaluation.
///
/// The weights are those of a logistic model, in hundredths: a sum of 0 is as likely an evaluation as not.
public struct CueWeights: Sendable {
    private let rows: [(evidence: CueEvidenceSet, weight: Int)]

    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        try self.init(lexicons.table(.cueWeights))
    }

    /// - Parameter table: `evidence weight`, the evidence a name or several separated by `+`; `always` holds everywhere.
    /// - Throws: ``LexiconError`` for a name that is no evidence, and for a weight that is no whole number.
    public init(_ table: LexiconTable) throws(LexiconError) {
        var rows: [(evidence: CueEvidenceSet, weight: Int)] = []
        for row in table.rows {
            guard row.fields.count == 2, let weight = Int(row.fields[1]) else {
                throw LexiconError(file: table.file, line: row.line, message: "evidence and a whole number are needed")
            }
            rows.append((try CueEvidenceSet(names: row.fields[0], file: table.file, line: row.line), weight))
        }
        self.rows = rows
    }

    /// The sum of the weights whose evidence is all there.
    public func sum(of evidence: CueEvidenceSet) -> Int {
        var sum = 0
        for row in rows where evidence.isSuperset(of: row.evidence) { sum += row.weight }
        return sum
    }
}

extension CueEvidenceSet {
    /// Reads `name` or `name+name`; `always` is the empty set, which is part of every other.
    ///
    /// - Throws: ``LexiconError`` for a name that is none of ``CueEvidence``.
    init(names: String, file: String, line: Int) throws(LexiconError) {
        self = []
        guard names != "always" else { return }
        for name in names.split(separator: "+") {
            guard let evidence = Self.named[name] else {
                throw LexiconError(file: file, line: line, message: "“\(name)” is no kind of evidence")
            }
            insert(evidence)
        }
    }

    private static let named = Dictionary(
        uniqueKeysWithValues: CueEvidence.allCases.map { (Substring($0.name), CueEvidenceSet($0)) })
}
