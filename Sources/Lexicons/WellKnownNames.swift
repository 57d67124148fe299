/// Names that readers know without being told: of figures of fiction, of people whom a family name alone tells, and of
/// things that are called like a person.
public struct WellKnownNames: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case fiction
        case person
        /// A company, a work, a technique: `Leroy Merlin`.
        case thing
    }

    private var table = KeyTable(capacity: 400)
    private let kinds = Kind.allCases

    /// Reads the list that travels in the binary.
    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        let list = try lexicons.table(.wellKnownNames)
        for row in list.rows {
            guard let kind = kinds.firstIndex(where: { $0.rawValue == row.fields[1] }) else {
                let names = kinds.map(\.rawValue).joined(separator: ", ")
                throw LexiconError(file: list.file, line: row.line, message: "“\(row.fields[1])” is none of \(names)")
            }
            table.set(NameKey.hash(ofKey: row.fields[0].utf8), UInt64(kind))
        }
    }

    /// What a name is known as, by the hash of the ``NameKey``s of its words; `nil` for most names.
    public func kind(of key: WordKey) -> Kind? { table.value(of: key).map { kinds[Int($0)] } }
}
