import Lexicons

/// The parts of an address that tell what it leads to, in lower case and without accents.
struct LinkAddress {
    /// Without `www.`, user and port; empty for an address within the site.
    let host: ArraySlice<UInt8>
    let parts: [ArraySlice<UInt8>]
    /// What follows the path chooses something on its page: `?id=12`, `#talk-12`.
    let choosesWithinPage: Bool

    /// `nil` for what is no page: a place in the report itself, an e-mail address, a script.
    init?(_ target: String) {
        let key = NameKey.key(of: target)
        guard let first = key.first, first != UInt8(ascii: "#") else { return nil }
        var rest = key[...]
        var hasHost = false
        if let colon = rest.firstIndex(where: { Self.endsScheme($0) }), rest[colon] == UInt8(ascii: ":") {
            guard rest[colon...].starts(with: "://".utf8) else { return nil }
            rest = rest[(colon + 3)...]
            hasHost = true
        } else if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            hasHost = true
        }
        let authority = hasHost ? rest.prefix { !Self.endsHost($0) } : rest.prefix(0)
        rest = rest.dropFirst(authority.count)
        host = Self.host(of: authority)
        let path = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        rest = rest.dropFirst(path.count)
        let query = rest.prefix { $0 != UInt8(ascii: "#") }
        let fragment = rest.dropFirst(query.count + 1)
        var parts: [ArraySlice<UInt8>] = []
        path.forEachPart(between: UInt8(ascii: "/")) { parts.append($0) }
        // A page that is a program keeps its path behind the sign: exemple.org/#/talks/12.
        let inner = fragment.first == UInt8(ascii: "!") ? fragment.dropFirst() : fragment
        let hasInnerPath = inner.first == UInt8(ascii: "/")
        if hasInnerPath { inner.forEachPart(between: UInt8(ascii: "/")) { parts.append($0) } }
        self.parts = parts
        choosesWithinPage = !hasInnerPath && !fragment.isEmpty || Self.names(query)
    }

    private static func endsScheme(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || endsHost(byte) }

    private static func endsHost(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    private static func host(of authority: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var host = authority
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
        host = host.prefix { $0 != UInt8(ascii: ":") }
        return host.starts(with: "www.".utf8) ? host.dropFirst(4) : host
    }

    /// Whether a query has an identifier: `?id=12`, `?talk=12`, `&session_id=12`.
    private static func names(_ query: ArraySlice<UInt8>) -> Bool {
        guard query.contains(UInt8(ascii: "=")) else { return false }
        return query.dropFirst().split(separator: UInt8(ascii: "&")).contains { field in
            let name = field.prefix { $0 != UInt8(ascii: "=") }
            return name.count < field.count
                && (name.suffix(2).elementsEqual("id".utf8) || name.elementsEqual("talk".utf8))
        }
    }
}
