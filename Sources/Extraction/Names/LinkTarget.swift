import Lexicons

/// What an address says of who stands behind it.
struct LinkTarget {
    /// The account on a social network that the address is the page of, without `@`, in lower case.
    let account: String?
    /// The account that wrote the post that the address leads to.
    let poster: String?
    /// The page of a speaker, an author or a member.
    let isPerson: Bool

    /// The second label of an address's host from the end: `exemple` of `https://blog.exemple.fr/page`; the only one of a
    /// host that has no other.
    static func domainName(of target: String) -> ArraySlice<UInt8> {
        var rest = NameKey.key(of: target)[...]
        guard let colon = rest.firstIndex(of: 0x3A), rest[colon...].starts(with: "://".utf8) else { return [] }
        rest = withoutLastDots(rest[(colon + 3)...].prefix { $0 != 0x2F })
        guard let dot = rest.lastIndex(of: 0x2E) else { return rest }
        let before = withoutLastDots(rest[..<dot])
        if before.isEmpty { return rest[(dot + 1)...] }
        return before.lastIndex(of: 0x2E).map { before[($0 + 1)...] } ?? before
    }

    private static func withoutLastDots(_ host: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var host = host
        while host.last == 0x2E { host.removeLast() }
        return host
    }
}

extension AccountAddresses {
    func target(of address: String) -> LinkTarget {
        let folded = NameKey.key(of: address)
        var rest = folded[...]
        if let colon = rest.firstIndex(of: 0x3A), rest[colon...].starts(with: "://".utf8) {
            rest = rest[(colon + 3)...]
        }
        if rest.starts(with: "www.".utf8) { rest = rest.dropFirst(4) }
        let hostEnd = rest.firstIndex(of: 0x2F) ?? rest.endIndex
        let host = rest[..<hostEnd]
        rest = rest[hostEnd...]
        // As one-page applications wrote their addresses before they could do without: example.com/#!/zmartin.
        if rest.starts(with: "/#!/".utf8) { rest = rest.dropFirst(3) }
        let path = Path(rest.prefix { $0 != 0x3F && $0 != 0x23 }) { holds($0, as: .person) }
        let isNetwork = holds(host, as: .network)
        var name: ArraySlice<UInt8>?
        if holds(Self.domain(of: host), as: .profiles) {
            if path.count >= 2, path.first.elementsEqual("in".utf8) { name = path.second }
        } else if path.count == 1 {
            // Mastodon and the like have an address of their own: exemple.social/@zoe.
            if path.first.first == 0x40 || isNetwork { name = path.first }
        }
        if name?.first == 0x40 { name = name?.dropFirst() }
        let isPost = path.count >= 3 && isNetwork && holds(path.second, as: .post)
        let poster =
            isPost
            ? String(decoding: path.first.first == 0x40 ? path.first.dropFirst() : path.first, as: UTF8.self) : nil
        let account = name.flatMap { name in
            name.isEmpty || holds(name, as: .noAccount) ? nil : String(decoding: name, as: UTF8.self)
        }
        return LinkTarget(account: account, poster: poster, isPerson: path.leadsToPerson)
    }

    /// What is asked of the parts of a path between its slashes.
    private struct Path {
        var count = 0
        var first: ArraySlice<UInt8> = []
        var second: ArraySlice<UInt8> = []
        /// Whether one before the last is what a person's page stands under.
        var leadsToPerson = false

        init(_ path: ArraySlice<UInt8>, isPerson: (ArraySlice<UInt8>) -> Bool) {
            var wasPerson = false
            path.forEachPart(between: 0x2F) { part in
                count += 1
                if count == 1 { first = part }
                if count == 2 { second = part }
                leadsToPerson = leadsToPerson || wasPerson
                wasPerson = isPerson(part)
            }
        }
    }

    /// `linkedin.com` of `fr.linkedin.com`.
    private static func domain(of host: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let last = host.lastIndex(of: 0x2E), let before = host[..<last].lastIndex(of: 0x2E) else { return host }
        return host[(before + 1)...]
    }
}
