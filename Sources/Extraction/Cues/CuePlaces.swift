import Lexicons
import TextModel

/// Where passages stand: in which section and in the account of which talk.
struct CuePlaces {
    /// What a passage's place says of an evaluation in it.
    struct Place {
        var role: SectionRole?
        /// The position in ``Findings/sections`` of the heading that the passage is.
        var heading: Int?
        /// The position of the section around it.
        var section: Int?
    }

    private let text: ReportText
    private let findings: Findings
    /// Bodies by start, with their talk.
    private let bodies: [(range: TextRange, talk: Int)]
    private let titles: [TextRange]
    /// Those of at least eight bytes, in order, with their talks.
    private let longTitles: [(range: TextRange, talk: Int)]
    /// Positions in `longTitles`, by their first eight bytes.
    private let titlesByStart: [UInt64: [Int]]
    /// Whether one of these titles may begin with two bytes, by their ``startBits(_:at:)``.
    private let beginsTitle: [Bool]
    private let talksOfSpeakers: [Int: [Int]]
    private let mentions: [(range: TextRange, person: Int)]
    /// Of all people.
    private let names: [TextRange]
    private var nextSection = 0

    init(_ text: ReportText, _ findings: Findings) {
        self.text = text
        self.findings = findings
        bodies = findings.talks.enumerated().compactMap { index, talk in talk.body.map { ($0, index) } }
            .sorted { $0.range < $1.range }
        titles = findings.talks.compactMap(\.title).sorted()
        let longTitles = findings.talks.enumerated().compactMap { index, talk in
            talk.title.flatMap { $0.count >= 8 ? (range: $0, talk: index) : nil }
        }.sorted { $0.range < $1.range }
        self.longTitles = longTitles
        titlesByStart = Dictionary(grouping: longTitles.indices) {
            Self.eightBytes(text.folded, at: longTitles[$0].range.start)
        }
        var beginsTitle = [Bool](repeating: false, count: 1 << 12)
        for title in longTitles { beginsTitle[Self.startBits(text.folded, at: title.range.start)] = true }
        self.beginsTitle = beginsTitle
        var talksOfSpeakers: [Int: [Int]] = [:]
        for (index, talk) in findings.talks.enumerated() {
            for case let person? in talk.speakers.map(\.person) { talksOfSpeakers[person, default: []].append(index) }
        }
        self.talksOfSpeakers = talksOfSpeakers
        let speakers = talksOfSpeakers.keys
        var mentions: [(range: TextRange, person: Int)] = []
        for person in speakers.sorted() where findings.people.indices.contains(person) {
            mentions += findings.people[person].mentions.map { ($0.range, person) }
        }
        self.mentions = mentions.sorted { $0.range < $1.range }
        names = findings.people.flatMap { $0.mentions.map(\.range) }.sorted()
    }

    /// `nil` for what is no prose of the author: code, embeds, and the headings of talks, which are titles.
    ///
    /// Passages have to be asked for in their order.
    mutating func place(of passage: Passage) -> Place? {
        while nextSection < findings.sections.count, findings.sections[nextSection].passage <= passage.index {
            nextSection += 1
        }
        let section = nextSection > 0 ? findings.sections[nextSection - 1] : nil
        var place = Place(role: section?.role, heading: nil, section: nextSection > 0 ? nextSection - 1 : nil)
        if let section, section.passage == passage.index {
            place.heading = nextSection - 1
            switch section.role {
            case .talk: if !holdsTitle(section.range) { return nil }
            case .topic: return nil
            case .group, .intro, .conclusion, .logistics, .other: break
            }
        }
        switch passage.block.kind {
        case .code, .embed, .rule, .image: return nil
        case .heading where place.heading == nil: return nil
        case .heading, .paragraph, .item, .quote, .cell, .caption: return place
        }
    }

    /// Whether a range is within the title of a talk, whose words are not the author's, or within a name (Claire, Aimé).
    func isNameOrTitle(_ range: TextRange) -> Bool {
        Self.holds(titles, range) || Self.holds(names, range)
    }

    /// Whether the last of the ranges that starts no later holds a range.
    private static func holds(_ ranges: [TextRange], _ range: TextRange) -> Bool {
        let low = ranges.firstPosition { $0.start > range.start }
        return low > 0 && ranges[low - 1].end >= range.end
    }

    /// Whether a talk's title stands in a range, so that the rest of it is the author's.
    private func holdsTitle(_ range: TextRange) -> Bool {
        let low = titles.firstPosition { $0.start >= range.start }
        return low < titles.count && range.contains(titles[low]) && titles[low].count < range.count
    }

    /// Where speakers are named within a range.
    func speakerMentions(in range: TextRange) -> [TextRange] {
        mentionsSlice(in: range).map(\.range)
    }

    private func mentionsSlice(in range: TextRange) -> ArraySlice<(range: TextRange, person: Int)> {
        func first(from offset: Int) -> Int {
            return mentions.firstPosition { $0.range.start >= offset }
        }
        let start = first(from: range.start)
        return mentions[start..<max(start, first(from: range.end))]
    }

    /// The talks that an evaluation bears on: those whose account it stands in, else those that its sentence names, else
    /// those that its heading gathers or its list recounts.
    ///
    /// - Parameter isCollective: whether the sentence speaks of « ces conférences », those just told.
    func talks(
        of range: TextRange, isCollective: Bool, in passage: Passage, _ place: Place
    ) -> [Int] {
        let around = bodies(holding: range)
        if !around.isEmpty { return around }
        let sentence = sentence(of: range, in: passage)
        let named = named(in: sentence)
        if !named.isEmpty { return named }
        if let heading = place.heading { return gathered(by: heading) }
        if isCollective, let section = place.section {
            switch place.role {
            case .talk, .topic, .group:
                return gathered(by: section).filter { (findings.talks[$0].body?.start ?? 0) < range.start }
            case .intro, .conclusion, .logistics, .other, nil: break
            }
        }
        return announced(after: sentence, in: passage)
    }

    /// What the place of a cue says of it.
    func evidence(for range: TextRange, in passage: Passage, _ place: Place) -> CueEvidenceSet {
        var evidence: CueEvidenceSet = .when(place.heading != nil, .inHeading)
        switch place.role {
        case .intro, .conclusion, .logistics: evidence.formUnion(CueEvidenceSet(.inFrame))
        case .talk, .topic, .group, .other, nil: break
        }
        switch passage.block.kind {
        case .item, .cell: evidence.formUnion(CueEvidenceSet(.inItem))
        case .heading, .paragraph, .quote, .caption, .code, .embed, .rule, .image: break
        }
        if let body = account(around: range) {
            evidence.formUnion(CueEvidenceSet(.inTalk))
            evidence.formUnion(.when(body.start >= passage.range.start, .opensTalk))
            evidence.formUnion(.when(body.end <= passage.range.end, .closesTalk))
        }
        return evidence
    }

    /// The account of a talk in which a range stands.
    private func account(around range: TextRange) -> TextRange? {
        let low = bodies.firstPosition { $0.range.start > range.start }
        return low > 0 && bodies[low - 1].range.end >= range.end ? bodies[low - 1].range : nil
    }

    func isInTalk(_ range: TextRange) -> Bool {
        let low = bodies.firstPosition { $0.range.start > range.start }
        return (max(0, low - Self.mostTogether)..<low).contains { bodies[$0].range.end >= range.end }
    }

    /// How many talks may be told together.
    private static let mostTogether = 8

    private func bodies(holding range: TextRange) -> [Int] {
        let low = bodies.firstPosition { $0.range.start > range.start }
        var found: [Int] = []
        // Talks told together share their body; bodies of others end before the next begins.
        var index = low - 1
        while index >= 0, index >= low - Self.mostTogether {
            if bodies[index].range.end >= range.end, found.isEmpty || bodies[index].range == bodies[low - 1].range {
                found.append(bodies[index].talk)
            }
            index -= 1
        }
        return found.reversed()
    }

    private func sentence(of range: TextRange, in passage: Passage) -> TextRange {
        var low = passage.sentences.lowerBound
        var high = passage.sentences.upperBound
        while low < high {
            let middle = (low + high) / 2
            if text.sentences[middle].range.start <= range.start { low = middle + 1 } else { high = middle }
        }
        return low > passage.sentences.lowerBound ? text.sentences[low - 1].range : passage.range
    }

    /// Talks whose speaker or title stands in a sentence.
    private func named(in sentence: TextRange) -> [Int] {
        var found: Set<Int> = []
        for mention in mentionsSlice(in: sentence) { found.formUnion(talksOfSpeakers[mention.person] ?? []) }
        let first = longTitles.firstPosition { $0.range.start >= sentence.start }
        for title in longTitles[first...] {
            if title.range.start >= sentence.end { break }
            if sentence.contains(title.range) { found.insert(title.talk) }
        }
        // A sentence of more is none; it is not searched again for each of its cues.
        if sentence.count <= 2_000 { addTitles(writtenIn: sentence, to: &found) }
        return found.sorted()
    }

    /// Adds the talks whose titles a sentence has in the same letters, wherever they stand.
    private func addTitles(writtenIn sentence: TextRange, to found: inout Set<Int>) {
        guard !titlesByStart.isEmpty, sentence.count >= 8 else { return }
        for start in sentence.start...(sentence.end - 8) where beginsTitle[Self.startBits(text.folded, at: start)] {
            for position in titlesByStart[Self.eightBytes(text.folded, at: start)] ?? [] {
                let title = longTitles[position].range
                guard start + title.count <= sentence.end,
                    text.folded[start..<start + title.count].elementsEqual(text.folded[title.start..<title.end])
                else { continue }
                found.insert(longTitles[position].talk)
            }
        }
    }

    /// Twelve bits of two bytes: all of the first, and what tells most of the second.
    private static func startBits(_ bytes: [UInt8], at start: Int) -> Int {
        Int(bytes[start]) | Int(bytes[start + 1] & 15) << 8
    }

    private static func eightBytes(_ bytes: [UInt8], at start: Int) -> UInt64 {
        bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
    }

    /// The talks between a heading and the next that is no deeper.
    private func gathered(by heading: Int) -> [Int] {
        let section = findings.sections[heading]
        var end = text.utf8.count
        for next in findings.sections[(heading + 1)...] where next.level <= section.level {
            end = next.range.start
            break
        }
        return bodies.filter { $0.range.start >= section.range.end && $0.range.start < end }.map(\.talk)
    }

    private func firstList(from offset: Int) -> ListFinding? {
        var low = 0
        var high = findings.lists.count
        while low < high {
            let middle = (low + high) / 2
            let start = findings.lists[middle].items.first?.range.start ?? 0
            if start < offset { low = middle + 1 } else { high = middle }
        }
        return low < findings.lists.count ? findings.lists[low] : nil
    }

    /// The talks of the list that a sentence announces.
    private func announced(after sentence: TextRange, in passage: Passage) -> [Int] {
        guard passage.range.end - sentence.end <= 1, sentence.count <= 2_000,
            text.utf8[sentence.start..<sentence.end].contains(UInt8(ascii: ":")),
            let list = firstList(from: sentence.end), let first = list.items.first, let last = list.items.last,
            first.passage == passage.index + 1
        else { return [] }
        var found = Set(
            bodies.filter { $0.range.start >= first.range.start && $0.range.start < last.range.end }.map(\.talk))
        for item in list.items { found.formUnion(named(in: item.range)) }
        return found.sorted()
    }
}
