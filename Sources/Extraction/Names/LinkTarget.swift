import Lexicons

/// What an address says of who stands behind it.
struct LinkTarget {
    /// The account on a social network that the address is the page of, without `@`.
    let account: String?
    /// The page of a speaker, an author or a member.
    let isPerson: Bool
    private let folded: [UInt8]

    var isAccount: Bool { account != nil }

    init(_ target: String) {
        let folded = NameKey.key(of: target)
        self.folded = folded
        var rest = folded[...]
        if let scheme = Self.position(of: "://", in: rest) { rest = rest[(scheme + 3)...] }
        if rest.starts(with: "www.".utf8) { rest = rest.dropFirst(4) }
        let hostEnd = rest.firstIndex(of: 0x2F) ?? rest.endIndex
        let host = rest[..<hostEnd]
        let path = rest[hostEnd...].prefix { $0 != 0x3F && $0 != 0x23 }
        let parts = path.split(separator: 0x2F)
        isPerson = parts.contains { part in Self.personParts.contains { part.elementsEqual($0.utf8) } }
        let isNetwork = Self.networks.contains { host.elementsEqual($0.utf8) || host.suffix($0.utf8.count + 1).elementsEqual(".\($0)".utf8) }
        var name: ArraySlice<UInt8>?
        if host.elementsEqual("linkedin.com".utf8) || host.hasSuffix(".linkedin.com") {
            if parts.count >= 2, parts[0].elementsEqual("in".utf8) { name = parts[1] }
        } else if isNetwork, parts.count == 1 {
            name = parts[0]
        } else if let first = parts.first, parts.count == 1, first.first == 0x40 {
            name = first  // Mastodon and the like: exemple.social/@zoe
        }
        if name?.first == 0x40 { name = name?.dropFirst() }
        let ignored = ["share", "intent", "search", "hashtag", "home"]
        account = name.flatMap { name in
            name.isEmpty || ignored.contains { name.elementsEqual($0.utf8) } ? nil : String(decoding: name, as: UTF8.self)
        }
    }

    /// Whether the address holds a word.
    func holds(_ key: [UInt8]) -> Bool { key.count >= 4 && Self.position(of: key, in: folded[...]) != nil }

    private static let networks = [
        "twitter.com", "x.com", "github.com", "gitlab.com", "bsky.app", "instagram.com", "facebook.com", "framapiaf.org",
        "mastodon.social", "keybase.io",
    ]
    private static let personParts = ["speaker", "speakers", "author", "authors", "auteur", "auteurs", "orateur", "orateurs", "profile", "profil", "profiles", "people", "team", "membre"]

    private static func position(of needle: some Collection<UInt8>, in haystack: ArraySlice<UInt8>) -> Int? {
        let count = needle.count
        guard count > 0, haystack.count >= count, let first = needle.first else { return nil }
        var index = haystack.startIndex
        while index <= haystack.endIndex - count {
            if haystack[index] == first, haystack[index..<index + count].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }

    private static func position(of needle: String, in haystack: ArraySlice<UInt8>) -> Int? {
        position(of: Array(needle.utf8), in: haystack)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
