/// Names that readers know without being told: of figures of fiction, of people whom a family name alone tells, and of
/// things that are called like a person.
public struct WellKnownNames: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case fiction
        case person
        /// A company, a work, a technique: `Leroy Merlin`.
        case thing
    }

    private var table = ByteTable(capacity: 400)
    private let kinds = Kind.allCases

    /// Reads the list that travels in the binary.
    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        let list = try lexicons.table(.wellKnownNames)
        for row in list.rows {
            guard let kind = kinds.firstIndex(where: { $0.rawValue == row.fields[1] }) else {
                let names = kinds.map(\.rawValue).joined(separator: ", ")
                throw LexiconError(file: list.file, line: row.line, message: "“\(row.fields[1])” is none of \(names)")
            }
            Array(row.fields[0].utf8).withUnsafeBufferPointer { bytes in
                _ = table.update(bytes) { $0 = UInt64(kind) }
            }
        }
    }

    /// What a name is known as, by the ``NameKey``s of its words with a space between; `nil` for most names.
    public func kind(of key: [UInt8]) -> Kind? {
        key.withUnsafeBufferPointer { table.value(of: $0) }.map { kinds[Int($0)] }
    }
}
