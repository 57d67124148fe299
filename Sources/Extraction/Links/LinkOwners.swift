import TextModel

/// Which talk and which person the links of a report belong to.
struct LinkOwners {
    private let text: ReportText
    private let findings: Findings
    private let people: PeopleIndex
    private let personOfAccount: [String: Int]
    /// The talks of each heading, by its passage.
    private var talksOfHeadings: [Int: [Int]] = [:]
    /// Bodies by start, with their talks: those told together share one.
    private let bodies: [(range: TextRange, talks: [Int])]
    /// The headings of one talk, by the end of their own passages.
    private var ownSections: [(passages: Range<Int>, talk: Int)] = []
    /// The only talk that is listed in a passage; -1 for several.
    private var listed: [Int: Int] = [:]
    private let titles: [(range: TextRange, talk: Int)]

    init(_ text: ReportText, _ findings: Findings) {
        self.text = text
        self.findings = findings
        people = PeopleIndex(findings)
        var personOfAccount: [String: Int] = [:]
        for (person, finding) in findings.people.enumerated() {
            for handle in finding.handles {
                let account = Self.account(of: handle)
                personOfAccount[account] = personOfAccount[account] ?? person
            }
        }
        self.personOfAccount = personOfAccount
        var talksOfBodies: [TextRange: [Int]] = [:]
        var titles: [(range: TextRange, talk: Int)] = []
        for (index, talk) in findings.talks.enumerated() {
            if let section = talk.section {
                talksOfHeadings[findings.sections[section].passage, default: []].append(index)
            }
            if let title = talk.title { titles.append((title, index)) }
            if let body = talk.body {
                talksOfBodies[body, default: []].append(index)
            } else if let place = talk.title ?? talk.speakers.compactMap(\.range).first,
                let passage = text.passage(at: place.start)
            {
                listed[passage] = listed[passage] == nil ? index : -1
            }
        }
        self.titles = titles.sorted { $0.range < $1.range }
        bodies = talksOfBodies.map { ($0.key, $0.value) }.sorted { $0.range < $1.range }
        for section in findings.sections where section.role == .talk {
            guard let talks = talksOfHeadings[section.passage], talks.count == 1, section.ownEnd > section.passage
            else {
                continue
            }
            ownSections.append((section.passage..<section.ownEnd, talks[0]))
        }
        ownSections.sort { $0.passages.lowerBound < $1.passages.lowerBound }
    }

    // MARK: - Talks

    /// Whether a passage is the heading of a talk, or of several.
    func isTalkHeading(_ passage: Int) -> Bool { talksOfHeadings[passage] != nil }

    /// The talk whose title a link is, or a part of it.
    func talk(titledBy link: TextRange) -> Int? {
        guard let (title, talk) = last(titles, from: link.end - 1, start: { $0.range.start }), title.overlaps(link)
        else {
            return nil
        }
        // “[Le titre] par …” is the title; one word of it leads elsewhere.
        return min(title.end, link.end) - max(title.start, link.start) >= title.count / 2 ? talk : nil
    }

    /// The talk whose heading, account or entry in a list holds a link.
    func talk(of link: TextRange, in passage: Int) -> Int? {
        if let talks = talksOfHeadings[passage] { return chosen(from: talks, by: link) }
        if let body = last(bodies, from: link.start, start: { $0.range.start }), body.range.end >= link.end {
            return chosen(from: body.talks, by: link)
        }
        if let own = last(ownSections, from: passage, start: { $0.passages.lowerBound }), own.passages.contains(passage)
        {
            return own.talk
        }
        return listed[passage].flatMap { $0 >= 0 ? $0 : nil }
    }

    /// Of talks that share their place, the one whose title begins last before the link, and is in its passage.
    private func chosen(from talks: [Int], by link: TextRange) -> Int? {
        if talks.count == 1 { return talks[0] }
        let passage = text.passage(at: link.start)
        return talks.filter { talk in
            guard let title = findings.talks[talk].title else { return false }
            return title.start <= link.start && text.passage(at: title.start) == passage
        }.max { (findings.talks[$0].title?.start ?? 0) < (findings.talks[$1].title?.start ?? 0) }
    }

    /// The last of some places, in order, that begins at or before an offset.
    private func last<Place>(_ places: [Place], from offset: Int, start: (Place) -> Int) -> Place? {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if start(places[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : places[low - 1]
    }

    // MARK: - People

    /// The one person whose name a link covers, or whose account it leads to.
    func person(in link: TextRange, account: String?) -> Int? {
        if let account, let person = personOfAccount[Self.account(of: account)] { return person }
        let named = people.people(in: link)
        if named.count <= 1, let person = named.first { return person }
        // A link on a part of a name: “Zoé [Martin](…)”.
        guard named.isEmpty, let before = last(people.entries, from: link.start, start: { $0.range.start }),
            before.range.overlaps(link)
        else { return nil }
        return before.person
    }

    /// The person named directly before a place, with nothing but brackets and the like between: “Zoé Martin (…”.
    func person(before offset: Int) -> Int? {
        guard let before = last(people.entries, from: offset - 1, start: { $0.range.start }),
            before.range.end <= offset,
            offset - before.range.end <= 4,
            text.utf8[before.range.end..<offset].allSatisfy({ Self.joins($0) }),
            text.utf8[before.range.end..<offset].contains(UInt8(ascii: "("))
        else { return nil }
        return before.person
    }

    /// Whether a byte may stand between a name and its accounts.
    static func joins(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: "/"),
            UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "@"):
            true
        default: false
        }
    }

    private static func account(of handle: String) -> String {
        String((handle.first == "@" ? handle.dropFirst() : handle[...]).prefix { $0 != "@" }).lowercased()
    }
}
