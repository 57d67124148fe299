/// Which parts of an address lead to somebody's account or page.
public struct AccountAddresses: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A host where the path is an account.
        case network
        /// A host where the path is `in` and an account.
        case profiles
        /// The part of a path before a person's page.
        case person
        /// What stands where an account does and is none.
        case noAccount = "no_account"
        /// The part of a path between an account and one of its posts.
        case post

        fileprivate var bit: UInt64 {
            switch self {
            case .network: 1
            case .profiles: 2
            case .person: 4
            case .noAccount: 8
            case .post: 16
            }
        }
    }

    /// The kinds of each part, as bits.
    private var parts = ByteTable()

    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        let table = try lexicons.table(.accountAddresses)
        for row in table.rows {
            guard let kind = Kind(rawValue: row.fields[1]) else {
                let names = Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw LexiconError(
                    file: table.file, line: row.line, message: "“\(row.fields[1])” is none of \(names)")
            }
            parts.change(row.fields[0]) { $0 |= kind.bit }
        }
    }

    /// Whether a part of an address, in lower case, is of a kind.
    public func holds(_ part: ArraySlice<UInt8>, as kind: Kind) -> Bool {
        parts.value(of: part).map { $0 & kind.bit != 0 } ?? false
    }
}
