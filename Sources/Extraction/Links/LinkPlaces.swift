import Lexicons
import TextModel

/// What addresses lead to, by the lists of hosts and of parts of paths.
struct LinkPlaces: Sendable {
    private enum HostKind: Equatable {
        case kind(LinkKind)
        /// Repositories behind accounts.
        case forge
    }

    private struct Host {
        let kind: HostKind
        /// The least number of parts of the path.
        let depth: Int
    }

    private enum Place: String { case folder, segment, word, ending }

    private struct Part {
        let kind: LinkKind
        let place: Place
    }

    private let hosts: [Host]
    private let parts: [Part]
    /// Positions in ``hosts`` and in ``parts``.
    private let hostNames: ByteTable
    private let partNames: ByteTable
    /// The hosts of entries, without the paths: most hosts have no entry, and need no look for longer ones.
    private let knownHosts: ByteTable
    private let accounts: AccountAddresses

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        accounts = try AccountAddresses(lexicons)
        let hostTable = try lexicons.table(.linkHosts)
        hostNames = ByteTable(hostTable.rows.map { $0.fields[0] })
        knownHosts = ByteTable(hostTable.rows.map { String($0.fields[0].prefix { $0 != "/" }) })
        hosts = try hostTable.rows.map { row throws(LexiconError) in
            let kind = row.fields[1] == "forge" ? HostKind.forge : LinkKind(rawValue: row.fields[1]).map { .kind($0) }
            guard let kind, let depth = Int(row.fields[2]) else { throw Self.fault(hostTable, row) }
            return Host(kind: kind, depth: depth)
        }
        let pathTable = try lexicons.table(.linkPaths)
        partNames = ByteTable(pathTable.rows.map { $0.fields[0] })
        parts = try pathTable.rows.map { row throws(LexiconError) in
            guard let kind = LinkKind(rawValue: row.fields[1]), let place = Place(rawValue: row.fields[2]) else {
                throw Self.fault(pathTable, row)
            }
            return Part(kind: kind, place: place)
        }
    }

    private static func fault(_ table: LexiconTable, _ row: LexiconTable.Row) -> LexiconError {
        LexiconError(
            file: table.file, line: row.line,
            message: "“\(row.fields[1])”, “\(row.fields[2])”: no \(table.columns[1]) or no \(table.columns[2])")
    }

    /// The account that an address is the page of, in lower case and without `@`.
    func account(of target: String) -> String? { accounts.target(of: target).account }

    /// - Returns: the kind, and whether no word of the text may gainsay it; `nil` when the address says nothing.
    func kind(of address: LinkAddress, isAccount: Bool) -> (kind: LinkKind, isFirm: Bool)? {
        let host = host(of: address)
        switch host?.kind {
        case .kind(let kind):
            if kind == .other { return isAccount ? (.social, true) : (.other, false) }
            return (kind, kind != .session && kind != .repository)
        case .forge, nil: break
        }
        if isAccount { return (.social, true) }
        let byPath = kind(ofPathIn: address)
        guard host?.kind == .forge else { return byPath.map { ($0, false) } }
        switch byPath {
        case .slides, .sketchnote, .video: return byPath.map { ($0, false) }
        case .session, .social, .repository, .other, nil: return (.repository, false)
        }
    }

    // MARK: - Hosts

    /// The entry of the host, else of a domain around it, else of all hosts that begin so; the longest path first.
    private func host(of address: LinkAddress) -> Host? {
        var domain = address.host
        while domain.contains(UInt8(ascii: ".")) {
            if let found = entry(domain, address) { return found }
            domain = domain.drop { $0 != UInt8(ascii: ".") }.dropFirst()
        }
        let label = address.host.prefix { $0 != UInt8(ascii: ".") }
        return label.isEmpty ? nil : entry(label + [UInt8(ascii: ".")], address)
    }

    private func entry(_ host: ArraySlice<UInt8>, _ address: LinkAddress) -> Host? {
        guard knownHosts.holds(host) else { return nil }
        var count = min(2, address.parts.count)
        while count >= 0 {
            let key = address.parts[..<count].reduce(into: host) { key, part in
                key.append(UInt8(ascii: "/"))
                key += part
            }
            if let found = hostNames.value(of: key).map({ hosts[Int($0)] }), address.parts.count >= found.depth {
                return found
            }
            count -= 1
        }
        return nil
    }

    // MARK: - Paths

    /// What the end of a path says: the last part's ending, then folders from the inside out, then a file's name.
    private func kind(ofPathIn address: LinkAddress) -> LinkKind? {
        guard let last = address.parts.last else { return nil }
        let dot = last.lastIndex(of: UInt8(ascii: "."))
        let ending = dot.map { last[$0...] } ?? []
        if let part = part(ending), part.place == .ending { return part.kind }
        let isPDF = ending.elementsEqual(".pdf".utf8)
        // A PDF in the folder of a talk may be anything.
        if let kind = kind(ofFoldersIn: address), kind != .session || !isPDF { return kind }
        let words = (dot.map { last[..<$0] } ?? last).split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        if isPDF {
            for word in words {
                if let part = part(word) ?? part(word + Array(".pdf".utf8)), part.place == .word {
                    return part.kind
                }
            }
            return nil
        }
        for word in [words.first, words.last] {
            if let word, let part = part(word), part.place == .word { return part.kind }
        }
        return nil
    }

    private func part(_ name: ArraySlice<UInt8>) -> Part? { partNames.value(of: name).map { parts[Int($0)] } }

    private func kind(ofFoldersIn address: LinkAddress) -> LinkKind? {
        for (index, name) in address.parts.enumerated().reversed() {
            guard let part = part(Self.withoutYear(name)) else { continue }
            switch part.place {
            case .segment, .word: return part.kind
            case .folder where index < address.parts.count - 1 || address.choosesWithinPage: return part.kind
            case .folder, .ending: continue
            }
        }
        return nil
    }

    /// `agenda` of `agenda-2031`.
    private static func withoutYear(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let dash = part.lastIndex(of: UInt8(ascii: "-")), part.count - dash + part.startIndex == 5,
            part[(dash + 1)...].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return part }
        return part[..<dash]
    }
}
