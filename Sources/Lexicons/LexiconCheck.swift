import Normalization

/// Looks for entries of word lists that can never match.
public struct LexiconCheck: Sendable {
    private let normalizer: MatchingNormalizer

    /// - Throws: ICU's error when it lacks data.
    public init() throws { normalizer = try MatchingNormalizer() }

    /// The number of entries of a list.
    ///
    /// - Throws: ``LexiconError`` for a list that cannot be read: a missing header, a wrong number of fields, an empty
    ///   field, an entry that stands twice.
    public func entryCount(of list: EmbeddedLexicon, in lexicons: LexiconSet) throws(LexiconError) -> Int {
        try lexicons.table(list).rows.count
    }

    /// The entries of a list that are not in the form in which texts are searched.
    ///
    /// That is the matching form, in lower case unless the list is of those whose ``EmbeddedLexicon/countsCase`` is true.
    public func faults(of list: EmbeddedLexicon, in lexicons: LexiconSet) throws -> [LexiconError] {
        let table = try lexicons.table(list)
        var faults: [LexiconError] = []
        for row in table.rows {
            for (column, field) in row.fields.enumerated() {
                guard let reason = try fault(of: field, isEntry: column == 0, countsCase: list.countsCase) else {
                    continue
                }
                faults.append(
                    lexicons.located(
                        LexiconError(
                            file: table.file, line: row.line, message: "“\(field)” can never match: \(reason)")))
            }
        }
        return faults
    }

    /// Why a field cannot match, and the cure.
    private func fault(of field: String, isEntry: Bool, countsCase: Bool) throws -> String? {
        let matching = try normalizer.normalize(utf8: Array(field.utf8)).utf8
        if !matching.elementsEqual(field.utf8) {
            return "in texts it reads “\(String(decoding: matching, as: UTF8.self))”; write that"
        }
        if field.utf8.first == 0x20 || field.utf8.last == 0x20 { return "spaces at its edges; remove them" }
        if isEntry, !countsCase, field.lowercased() != field { return "case is folded; write “\(field.lowercased())”" }
        return nil
    }
}

extension EmbeddedLexicon {
    /// Whether an entry with capitals holds only as written; other lists are searched in lower case.
    public var countsCase: Bool { self == .abbreviations || self == .units }
}
