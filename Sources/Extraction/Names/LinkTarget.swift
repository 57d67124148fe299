import Lexicons

/// What an address says of who stands behind it.
struct LinkTarget {
    /// The account on a social network that the address is the page of, without `@`, in lower case.
    let account: String?
    /// The account that wrote the post that the address leads to.
    let poster: String?
    /// The page of a speaker, an author or a member.
    let isPerson: Bool

    /// The last two labels of an address's host: `exemple` and `fr` of `https://blog.exemple.fr/page`.
    static func domain(of target: String) -> [[UInt8]] {
        var rest = NameKey.key(of: target)[...]
        guard let colon = rest.firstIndex(of: 0x3A), rest[colon...].starts(with: "://".utf8) else { return [] }
        rest = rest[(colon + 3)...].prefix { $0 != 0x2F }
        return rest.split(separator: 0x2E).suffix(2).map { Array($0) }
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
        let parts = rest[hostEnd...].prefix { $0 != 0x3F && $0 != 0x23 }.split(separator: 0x2F)
        let isPerson = parts.dropLast().contains { holds($0, as: .person) }
        var name: ArraySlice<UInt8>?
        if holds(Self.domain(of: host), as: .profiles) {
            if parts.count >= 2, parts[0].elementsEqual("in".utf8) { name = parts[1] }
        } else if parts.count == 1 {
            // Mastodon and the like have an address of their own: exemple.social/@zoe.
            if parts[0].first == 0x40 || holds(host, as: .network) { name = parts[0] }
        }
        if name?.first == 0x40 { name = name?.dropFirst() }
        let isPost = parts.count >= 3 && holds(host, as: .network) && holds(parts[1], as: .post)
        let poster =
            isPost ? String(decoding: parts[0].first == 0x40 ? parts[0].dropFirst() : parts[0], as: UTF8.self) : nil
        let account = name.flatMap { name in
            name.isEmpty || holds(name, as: .noAccount) ? nil : String(decoding: name, as: UTF8.self)
        }
        return LinkTarget(account: account, poster: poster, isPerson: isPerson)
    }

    /// `linkedin.com` of `fr.linkedin.com`.
    private static func domain(of host: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let last = host.lastIndex(of: 0x2E), let before = host[..<last].lastIndex(of: 0x2E) else { return host }
        return host[(before + 1)...]
    }
}
