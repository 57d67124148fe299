import TextModel

/// The mentions of all people in reading order, for stages that ask who is named in a place.
///
/// Making one sorts the mentions once; a question is a binary search.
public struct PeopleIndex: Sendable {
    public struct Entry: Equatable, Sendable {
        public let range: TextRange
        /// Where a title of civility before it begins, else the start of the name.
        public let start: Int
        public let form: MentionForm
        /// The position in ``Findings/people``.
        public let person: Int
    }

    public let entries: [Entry]
    /// Those who wrote the report, and gave no talk that a heading names.
    let reporters: Set<Int>
    /// Those who are never named in full, where the report names most people so: by given names, handles, “Mme Lachenal”.
    private let shortNamed: Set<Int>

    public init(_ findings: Findings) { self.init(findings.people, reporters: findings.reporters) }

    /// - Parameter reporters: the positions in `people` of those who wrote the report.
    public init(_ people: [PersonFinding], reporters: Set<Int> = []) {
        self.reporters = reporters
        var entries: [Entry] = []
        entries.reserveCapacity(people.reduce(0) { $0 + $1.mentions.count })
        for (position, person) in people.enumerated() {
            for mention in person.mentions {
                entries.append(Entry(range: mention.range, start: mention.start, form: mention.form, person: position))
            }
        }
        entries.sort { $0.range < $1.range }
        self.entries = entries
        let short = people.indices.filter { position in
            !reporters.contains(position) && !people[position].mentions.contains { Self.isFull($0.form) }
        }
        let full = people.count - short.count - reporters.count
        shortNamed = short.count >= Self.fewShort && short.count >= 2 * full ? Set(short) : []
    }

    /// Fewer people with short names say nothing of how a report names people.
    private static let fewShort = 3

    private static func isFull(_ form: MentionForm) -> Bool { form == .full || form == .initials }

    /// The mentions that begin within a range, in order.
    public func mentions(in range: TextRange) -> ArraySlice<Entry> {
        let first = firstEntry(from: range.start)
        // Few, which are looked at one by one anyway.
        var last = first
        while last < entries.count, entries[last].range.start < range.end { last += 1 }
        return entries[first..<last]
    }

    /// Whether somebody's full name begins within a range, or where the report names people by less, that name.
    func namesInFull(_ range: TextRange) -> Bool {
        mentions(in: range).contains { Self.isFull($0.form) || shortNamed.contains($0.person) }
    }

    /// The people mentioned within a range, each once, in order of their first mention there.
    public func people(in range: TextRange) -> [Int] {
        var people: [Int] = []
        for mention in mentions(in: range) where !people.contains(mention.person) { people.append(mention.person) }
        return people
    }

    /// -- Zoé: who signs the report, with a dash and a name alone in the last line of the report itself.
    func signature(of text: ReportText) -> Int? {
        for passage in text.passages.suffix(12).reversed() {
            guard case .paragraph = passage.block.kind, passage.range.count <= 60,
                let mention = mentions(in: passage.range).first, mention.range.end + 1 >= passage.range.end,
                mention.range.start - passage.range.start >= 2
            else { continue }
            let before = text.utf8[passage.range.start..<mention.range.start]
            if before.allSatisfy({ [0x20, 0x2D, 0xE2, 0x80, 0x93, 0x94].contains($0) }) { return mention.person }
        }
        return nil
    }

    private func firstEntry(from offset: Int) -> Int {
        return entries.firstPosition { $0.range.start >= offset }
    }
}
