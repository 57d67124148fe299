/// Which parts of an address lead to somebody's account or page.
public struct AccountAddresses: Sendable {
    /// Hosts where the path is an account.
    public let networks: Set<[UInt8]>
    /// Hosts where the path is `in` and an account.
    public let profileHosts: Set<[UInt8]>
    /// Parts of a path before a person's page.
    public let personParts: Set<[UInt8]>
    public let noAccounts: Set<[UInt8]>
    /// The part of a path between an account and one of its posts.
    public let postParts: Set<[UInt8]>

    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        let table = try lexicons.table(.accountAddresses)
        var parts: [String: Set<[UInt8]>] = ["network": [], "profiles": [], "person": [], "no_account": [], "post": []]
        for row in table.rows {
            guard parts[row.fields[1]]?.insert(Array(row.fields[0].utf8)) != nil else {
                throw LexiconError(
                    file: table.file, line: row.line,
                    message: "“\(row.fields[1])” is none of \(parts.keys.sorted().joined(separator: ", "))")
            }
        }
        networks = parts["network"] ?? []
        profileHosts = parts["profiles"] ?? []
        personParts = parts["person"] ?? []
        noAccounts = parts["no_account"] ?? []
        postParts = parts["post"] ?? []
    }
}
