import Lexicons
import TextModel

/// The links of a report that lead to pages of sessions: by their addresses, or as titles on the event's own site.
struct SessionLinks {
    /// Where they begin, in bytes.
    private let starts: Set<Int>

    /// None.
    init() { starts = [] }

    /// - Parameter event: what the report is on; its site is that of a link on its name, or one whose host has its letters.
    init(of text: ReportText, mentions: PeopleIndex, event: EventFinding, places: LinkPlaces) {
        var starts: Set<Int> = []
        var hosts: Set<[UInt8]> = []
        var titles: [(host: [UInt8], start: Int)] = []
        let name = event.name.map { NameKey.key(of: $0).filter(Self.isLetter) } ?? []
        for mark in text.marks {
            guard case .link(let target) = mark.kind, let address = LinkAddress(target) else { continue }
            let kind = places.kind(of: address, isAccount: false)?.kind
            if kind == .session { starts.insert(mark.range.start) }
            guard kind == nil, !address.host.isEmpty else { continue }
            let host = Array(address.host)
            let isOnEvent = event.mentions.contains { $0.overlaps(mark.range) }
            if isOnEvent || name.count >= 5 && host.filter(Self.isLetter).holds(name) { hosts.insert(host) }
            // “le programme”, but “leur façon d'écrire les textes”
            let isLong = text.wordCount(mark.range) >= 5 && address.parts.count >= 2
            let isTitle =
                !address.parts.isEmpty && !isOnEvent && (2...20).contains(text.wordCount(mark.range))
                && (isLong || text.startsWithCapitalOrDigit(text.token(at: mark.range.start)))
                && mentions.mentions(in: mark.range).isEmpty
            if isTitle { titles.append((host, mark.range.start)) }
        }
        // One alone may be the programme.
        let own = titles.filter { hosts.contains($0.host) }
        if own.count >= 2 { starts.formUnion(own.map(\.start)) }
        self.starts = starts
    }

    func holds(_ mark: Mark) -> Bool { holdOne(at: mark.range.start) }

    /// Whether one of them begins there.
    func holdOne(at start: Int) -> Bool { starts.contains(start) }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte) }
}
