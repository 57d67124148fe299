import Lexicons
import TextModel

/// Finds the talks of a report: those with headings, then those of items and sentences outside of them.
struct TalkSearch {
    let text: ReportText
    let findings: Findings
    let words: TalkWords
    let mentions: PeopleIndex
    let attributions: [Int: [Attribution]]
    /// The titles that a programme gives, by the positions of those who spoke.
    let listedTitles: [Int: TextRange]
    var drafts: [TalkDraft] = []
    /// Those who gave a talk that is found already.
    var known: Set<Int> = []
    /// Those of paragraphs that begin with a title, by their passages.
    var leads: [Int: TalkDraft] = [:]
    /// How many items do the work of headings.
    var itemHeads = 0
    /// Talks have headings; before the first of them a talk counts when its title stands beside.
    private(set) var areHeaded = false

    /// - Parameters:
    ///   - mentions: those of the people of `findings`.
    ///   - attributions: those of `findings`, by passage.
    init(
        text: ReportText, findings: Findings, words: TalkWords, mentions: PeopleIndex,
        attributions: [Int: [Attribution]]
    ) {
        self.text = text
        self.findings = findings
        self.words = words
        self.mentions = mentions
        self.attributions = attributions
        listedTitles = findings.listedTitles
    }

    mutating func run() {
        if findings.scope == .noTalk { return }
        let headed = findings.sections.indices.filter { findings.sections[$0].role == .talk }
        if findings.scope == .oneTalk, headed.count <= 1 {
            addWholeReport(heading: headed.first)
            return
        }
        var free = Array(repeating: true, count: text.passages.count)
        for section in findings.sections { free[section.passage] = false }
        for section in headed {
            let range = body(of: section)
            addHeaded(section, over: range)
            for passage in range { free[passage] = false }
        }
        addPairs()
        areHeaded = drafts.count >= 2
        leads = paragraphLeads()
        for run in Self.runs(of: free) { addUnheaded(in: run) }
        addShortTalks()
        dropListed()
        drafts.sort { $0.position(in: text) < $1.position(in: text) }
    }

    /// The passages of a section with its topics, those of its level behind it too, up to the next talk or group.
    private func body(of section: Int) -> Range<Int> {
        let own = findings.sections[section]
        var end = own.end
        for other in findings.sections[(section + 1)...] {
            if other.passage == end, other.role == .topic, other.rule == .withinTalk { end = other.end }
            guard other.passage < end, other.role == .talk || other.role == .group else { continue }
            end = other.passage
        }
        return own.passage + 1..<max(own.passage + 1, end)
    }

    private mutating func addHeaded(_ section: Int, over body: Range<Int>) {
        let parts = HeadingParts(
            of: text.tokens(in: findings.sections[section].range), in: text, mentions: mentions, words: words)
        var within = leads(within: body, of: parts)
        for index in within.indices {
            let end = index + 1 < within.count ? within[index + 1].passages.lowerBound : body.upperBound
            within[index].section = section
            within[index].passages = within[index].passages.lowerBound..<end
        }
        let range = body.lowerBound..<(within.first?.passages.lowerBound ?? body.upperBound)
        drafts.append(TalkDraft(origin: .heading, section: section, parts: parts, passages: range))
        drafts += within
        known.formUnion(parts.speakers.map(\.person))
        if parts.speakers.isEmpty {
            for index in range.prefix(2) {
                for attribution in attributions[index] ?? [] { known.formUnion(attribution.speakers.map(\.person)) }
            }
        }
    }

    private mutating func addWholeReport(heading: Int?) {
        let first = text.passages.first { $0.block.kind.isProse && !$0.range.isEmpty }
        guard let first else { return }
        var draft = TalkDraft(
            origin: .report, section: heading, parts: nil, attribution: nil, passages: first.index..<text.passages.count
        )
        if let heading {
            draft.parts = HeadingParts(
                of: text.tokens(in: findings.sections[heading].range), in: text, mentions: mentions, words: words)
        }
        guard
            heading != nil || !text.metadata.speakers.isEmpty
                || findings.attributions.contains(where: { $0.rule != .tells })
                || ReportSubject(text, words: words).isTalk || ReportScope.keepsToOne(text, words: words)
                || isGivenByTitle
        else {
            return
        }
        drafts.append(draft)
    }

    /// “Repeindre un phare, par Maud Tessier”, “Conférence : Titre, de X”: whether the title of the report says who gave the
    /// talk, and the text tells of that person. Without “par” or a word for a talk it may as well be of a book.
    private var isGivenByTitle: Bool {
        let title = ReportTitle(of: text, passage: findings.titlePassage)
        return findings.people.indices.contains { person in
            guard !findings.reporters.contains(person), title.names(anyOf: [findings.people[person]], in: text) else {
                return false
            }
            return title.holds(words.nouns) || title.names(findings.people[person], behind: words.agents, in: text)
        }
    }

    /// The runs of passages that belong to no talk with a heading.
    private static func runs(of free: [Bool]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for index in free.indices {
            if free[index] {
                if start == nil { start = index }
            } else if let first = start {
                runs.append(first..<index)
                start = nil
            }
        }
        if let start { runs.append(start..<free.count) }
        return runs
    }

    // MARK: Talks without headings

    private mutating func addUnheaded(in run: Range<Int>) {
        let section = findings.sections.lastIndex { $0.passage < run.lowerBound && run.lowerBound < $0.end }
        let role = section.map { findings.sections[$0].role }
        // A line of which nothing says that it is a heading parts no list.
        let isOpen = section.map { findings.sections[$0].rule == .nothing } ?? true
        if role == .logistics || role == .other || role == .conclusion && areHeaded, !isOpen {
            // “Ressources et livres”
            if let section, role == .other,
                words.speakOfReading(text.tokens(in: findings.sections[section].range), in: text)
            {
                return
            }
            addListed(in: run, section: section)
            addTitled(in: run, section: section)
            return
        }
        var position = run.lowerBound
        var current: Int?
        while position < run.upperBound {
            let passage = text.passages[position]
            if case .item(let item) = passage.block.kind, passage.block.parent == nil {
                let end = endOfList(item.list, from: position, in: run)
                if isAnnouncedAsReading(position) {
                    position = end
                    continue
                }
                if let body = endOfText(after: position..<end, in: run), addHead(position..<body, section: section) {
                    current = nil
                    position = body
                    continue
                } else if addItems(position..<end, section: section) {
                    current = nil
                } else {
                    addAttributed(in: position..<end, current: &current, section: section, run: run)
                }
                position = end
                continue
            }
            if var draft = leads[position] {
                close(current, before: position)
                draft.section = section
                draft.passages =
                    position..<((position + 1..<run.upperBound).first { leads[$0] != nil } ?? run.upperBound)
                known.formUnion(draft.parts?.speakers.map(\.person) ?? [])
                // “**Titre** ⏎ Speaker : X”
                known.formUnion((attributions[position] ?? []).flatMap(\.speakers).map(\.person))
                drafts.append(draft)
                current = drafts.count - 1
            } else {
                addAttributed(in: position..<position + 1, current: &current, section: section, run: run)
            }
            position += 1
        }
    }

    /// Ends a talk that is being told where another begins.
    private mutating func close(_ current: Int?, before passage: Int) {
        guard let current else { return }
        drafts[current].passages =
            drafts[current].passages.lowerBound..<min(drafts[current].passages.upperBound, passage)
    }

    /// “Titre par X et autre titre par Y”: both talks have the heading and what stands under it.
    private mutating func addPairs() {
        for (index, section) in findings.sections.enumerated() where section.role == .group {
            let tokens = text.tokens(in: section.range)
            let groups = NameGroup.groups(in: tokens, of: text, mentions: mentions)
            guard groups.count == 2 else { continue }
            let whole = HeadingParts(of: tokens, in: text, mentions: mentions, words: words)
            guard whole.hasSecondTalk else { continue }
            var second = groups[0].tokens.upperBound
            while second < tokens.upperBound,
                !text.tokens[second].kind.isWord || words.smallWords.joinsPair(second, in: text)
            {
                second += 1
            }
            for part in [tokens.lowerBound..<groups[0].tokens.upperBound, second..<tokens.upperBound] {
                let parts = HeadingParts(of: part, in: text, mentions: mentions, words: words)
                known.formUnion(parts.speakers.map(\.person))
                drafts.append(
                    TalkDraft(
                        origin: .heading, section: index, parts: parts, passages: section.passage + 1..<section.ownEnd))
            }
        }
    }

    /// Whether a heading speaks of lightning talks: then each item under it is one.
    func holdsShortTalks(_ section: Int) -> Bool {
        text.tokens(in: findings.sections[section].range).contains { position in
            words.nouns.match(at: position, before: text.tokens.count, in: text)?.value == .lightning
        }
    }

    /// “5 lightning talks”: a heading over short talks that are recounted together is one entry.
    private mutating func addShortTalks() {
        for (index, section) in findings.sections.enumerated() where section.role == .group {
            let body = section.passage + 1..<section.ownEnd
            guard section.end == section.ownEnd, body.contains(where: { text.passages[$0].block.kind.isProse }),
                !drafts.contains(where: { body.contains($0.passages.lowerBound) }),
                holdsShortTalks(index)
            else { continue }
            drafts.append(TalkDraft(origin: .heading, section: index, passages: body))
        }
    }
}
