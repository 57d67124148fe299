import TextModel

/// Finds the talks of a report: those with headings, then those of items and sentences outside of them.
struct TalkSearch {
    private let text: ReportText
    private let findings: Findings
    private let words: TalkWords
    private let mentions: MentionIndex
    private let attributions: [Int: [Attribution]]
    private(set) var drafts: [TalkDraft] = []

    init(text: ReportText, findings: Findings, words: TalkWords) {
        self.text = text
        self.findings = findings
        self.words = words
        mentions = MentionIndex(findings.people)
        attributions = Dictionary(grouping: findings.attributions, by: \.passage)
    }

    mutating func run() {
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
        for run in Self.runs(of: free) { addUnheaded(in: run) }
        drafts.sort { $0.position(in: text) < $1.position(in: text) }
    }

    /// The passages of a section with its topics, up to the next talk or group within it.
    private func body(of section: Int) -> Range<Int> {
        let own = findings.sections[section]
        var end = own.end
        for other in findings.sections[(section + 1)...] where other.passage < end {
            guard other.role == .talk || other.role == .group else { continue }
            end = other.passage
        }
        return own.passage + 1..<max(own.passage + 1, end)
    }

    private mutating func addHeaded(_ section: Int, over range: Range<Int>) {
        let passage = text.passages[findings.sections[section].passage]
        drafts.append(
            TalkDraft(
                origin: .heading, section: section,
                parts: HeadingParts(of: passage, in: text, mentions: mentions, words: words), attribution: nil,
                passages: range))
    }

    private mutating func addWholeReport(heading: Int?) {
        let first = text.passages.first { $0.block.kind.isProse && !$0.range.isEmpty }
        guard let first else { return }
        var draft = TalkDraft(
            origin: .report, section: heading, parts: nil, attribution: nil, passages: first.index..<text.passages.count
        )
        if let heading {
            draft.parts = HeadingParts(
                of: text.passages[findings.sections[heading].passage], in: text, mentions: mentions, words: words)
        }
        guard heading != nil || !findings.attributions.isEmpty || ReportSubject(text, words: words).isTalk(findings)
        else {
            return
        }
        drafts.append(draft)
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
        if role == .logistics { return }
        var position = run.lowerBound
        var current: Int?
        while position < run.upperBound {
            let passage = text.passages[position]
            if case .item(let item) = passage.block.kind, passage.block.parent == nil {
                let end = endOfList(item.list, from: position, in: run)
                if addItems(position..<end, section: section) {
                    current = nil
                } else {
                    addAttributed(in: position..<end, current: &current, section: section, run: run)
                }
                position = end
                continue
            }
            addAttributed(in: position..<position + 1, current: &current, section: section, run: run)
            position += 1
        }
    }

    private func endOfList(_ list: Int, from start: Int, in run: Range<Int>) -> Int {
        var position = start + 1
        while position < run.upperBound {
            let block = text.passages[position].block
            if case .item(let item) = block.kind, item.list == list || block.parent != nil {
                position += 1
            } else if block.parent != nil {
                position += 1
            } else {
                break
            }
        }
        return position
    }

    /// Takes the items of a list as talks when most of them name one.
    private mutating func addItems(_ range: Range<Int>, section: Int?) -> Bool {
        let tops = range.filter { text.passages[$0].block.parent == nil && text.passages[$0].block.kind.isItem }
        var found: [TalkDraft] = []
        for (index, top) in tops.enumerated() {
            let end = index + 1 < tops.count ? tops[index + 1] : range.upperBound
            guard let draft = itemDraft(top, end: end, section: section) else { continue }
            found.append(draft)
        }
        guard found.count * 5 >= tops.count * 3, !found.isEmpty else { return false }
        drafts += found
        return true
    }

    private func itemDraft(_ index: Int, end: Int, section: Int?) -> TalkDraft? {
        let passage = text.passages[index]
        guard !passage.range.isEmpty else { return nil }
        let attribution = attributions[index]?.first { $0.rule != .tells && $0.rule != .talkWith }
        let head = ItemHead(of: passage, in: text)
        let parts = HeadingParts(of: head.tokens, in: text, mentions: mentions, words: words)
        guard attribution != nil || !parts.speakers.isEmpty && parts.title != nil else { return nil }
        return TalkDraft(
            origin: .item, section: section, parts: parts.speakers.isEmpty ? nil : parts, attribution: attribution,
            passages: index..<end)
    }

    /// Starts a talk at each sentence that attributes one to speakers who are not those of the talk before.
    private mutating func addAttributed(in range: Range<Int>, current: inout Int?, section: Int?, run: Range<Int>) {
        for index in range {
            for attribution in attributions[index] ?? [] where attribution.rule != .tells {
                let people = Set(attribution.speakers.map(\.person))
                let isKnown = drafts.contains { draft in
                    draft.attribution.map { !people.isDisjoint(with: $0.speakers.map(\.person)) } ?? false
                        && draft.passages.upperBound == run.upperBound
                }
                if isKnown { continue }
                let start = text.sentences[attribution.sentence].range.start
                if let current {
                    drafts[current].end = start
                    drafts[current].passages = drafts[current].passages.lowerBound..<index + 1
                }
                drafts.append(
                    TalkDraft(
                        origin: .attribution, section: section, parts: nil, attribution: attribution,
                        passages: index..<run.upperBound, start: start))
                current = drafts.count - 1
            }
        }
    }
}

extension TalkDraft {
    func position(in text: ReportText) -> Int {
        start
            ?? (passages.isEmpty
                ? passages.lowerBound < text.passages.count
                    ? text.passages[passages.lowerBound].range.start : text.utf8.count
                : text.passages[passages.lowerBound].range.start)
    }
}

extension Block.Kind {
    var isItem: Bool {
        if case .item = self { return true }
        return false
    }
}

/// The part of an item that may name a talk: up to a line end, or to the end of its first sentence.
struct ItemHead {
    let tokens: Range<Int>

    init(of passage: Passage, in text: ReportText) {
        guard let first = passage.sentences.first, passage.sentences.count > 1 else {
            tokens = passage.tokens
            return
        }
        tokens = text.tokens(in: text.sentences[first].range)
    }
}

/// Whether a report without attributed talks is about a talk at all.
struct ReportSubject {
    private let text: ReportText
    private let words: TalkWords

    init(_ text: ReportText, words: TalkWords) {
        self.text = text
        self.words = words
    }

    func isTalk(_ findings: Findings) -> Bool {
        var sentences = 0
        for passage in text.passages where passage.block.kind.isProse {
            for sentence in passage.sentences {
                sentences += 1
                if sentences > 6 { return false }
                let tokens = text.tokens(in: text.sentences[sentence].range)
                for position in tokens {
                    if let match = words.nouns.match(at: position, before: tokens.upperBound, in: text),
                        text.utf8[text.tokens[match.end - 1].range.end - 1] != UInt8(ascii: "s")
                    {
                        return true
                    }
                }
            }
        }
        return false
    }
}
