import Lexicons
import TextModel

/// Finds the talks of a report: those with headings, then those of items and sentences outside of them.
struct TalkSearch {
    private let text: ReportText
    private let findings: Findings
    private let words: TalkWords
    private let mentions: PeopleIndex
    private let attributions: [Int: [Attribution]]
    private(set) var drafts: [TalkDraft] = []
    /// Those who gave a talk that is found already.
    private var known: Set<Int> = []

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
        for run in Self.runs(of: free) { addUnheaded(in: run) }
        addShortTalks()
        dropListed()
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
        let parts = HeadingParts(
            of: text.tokens(in: findings.sections[section].range), in: text, mentions: mentions, words: words)
        drafts.append(TalkDraft(origin: .heading, section: section, parts: parts, passages: range))
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
                || ReportSubject(text, words: words).isTalk
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

    /// A list of what is told further on, under headings of the same titles, adds only the speakers that those do not name.
    private mutating func dropListed() {
        let headed = drafts.indices.filter { drafts[$0].origin == .heading }
        var keys: [[WordKey]: Int] = [:]
        for index in headed {
            if let title = drafts[index].parts?.title { keys[titleKey(title)] = index }
        }
        var dropped: Set<Int> = []
        for index in drafts.indices where drafts[index].origin == .item {
            guard let title = drafts[index].parts?.title, let told = keys[titleKey(title)] else { continue }
            if drafts[told].parts?.speakers.isEmpty == true, let listed = drafts[index].parts?.speakers {
                drafts[told].listedSpeakers = listed
            }
            dropped.insert(index)
        }
        drafts = drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
    }

    /// The words of a title without case and signs.
    private func titleKey(_ title: TextRange) -> [WordKey] {
        text.tokens(in: title).filter { text.tokens[$0].kind.isWord }.map { text.keys[$0] }
    }

    // MARK: Talks without headings

    private mutating func addUnheaded(in run: Range<Int>) {
        let section = findings.sections.lastIndex { $0.passage < run.lowerBound && run.lowerBound < $0.end }
        let role = section.map { findings.sections[$0].role }
        if role == .logistics || role == .other { return }
        var position = run.lowerBound
        var current: Int?
        while position < run.upperBound {
            let passage = text.passages[position]
            if case .item(let item) = passage.block.kind, passage.block.parent == nil {
                let end = endOfList(item.list, from: position, in: run)
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
            addAttributed(in: position..<position + 1, current: &current, section: section, run: run)
            position += 1
        }
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
                !text.tokens[second].kind.isWord
                    || ["et", "puis", "and"].contains(text.folded(text.tokens[second].range))
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
    private func holdsShortTalks(_ section: Int) -> Bool {
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

    /// After the last passage within an item.
    private func endOfItem(_ item: Int, before end: Int) -> Int {
        var next = item + 1
        while next < end, let parent = text.passages[next].block.parent, parent >= item { next += 1 }
        return next
    }

    private func endOfList(_ list: Int, from start: Int, in run: Range<Int>) -> Int {
        var position = start + 1
        while position < run.upperBound {
            let block = text.passages[position].block
            if block.parent == nil {
                guard case .item(let item) = block.kind, item.list == list else { break }
            }
            position += 1
        }
        return position
    }

    /// Takes the items of a list as talks when most of them name one.
    private mutating func addItems(_ range: Range<Int>, section: Int?) -> Bool {
        let tops = range.filter { text.passages[$0].block.parent == nil && text.passages[$0].block.kind.isItem }
        let isGroup = section.map { findings.sections[$0].role == .group } ?? false
        let areShortTalks = isGroup && tops.count >= 2 && section.map(holdsShortTalks) ?? false
        let areAnnounced = isAnnouncedAsTalks(range.lowerBound)
        var found: [TalkDraft] = []
        var others: [TalkDraft] = []
        for (index, top) in tops.enumerated() {
            let end = index + 1 < tops.count ? tops[index + 1] : range.upperBound
            if let draft = itemDraft(top, end: end, section: section) {
                found.append(draft)
            } else if areShortTalks || areAnnounced || speaksOfTalk(text.passages[top].tokens)
                || text.passages[top].sentences.count >= 2
            {
                others.append(TalkDraft(origin: .item, section: section, passages: top..<end))
            }
        }
        if areShortTalks {
            drafts += found + others
            return true
        }
        let spoken = found.count + (isGroup || areAnnounced ? others.count : 0)
        guard spoken * 5 >= tops.count * 3, !found.isEmpty else { return false }
        // Among talks, an item that speaks of one without naming anybody is one.
        drafts += found + others
        return true
    }

    /// After the paragraphs that follow a list of one item, when there are any.
    private func endOfText(after list: Range<Int>, in run: Range<Int>) -> Int? {
        guard list.dropFirst().allSatisfy({ text.passages[$0].block.parent != nil }) else { return nil }
        var end = list.upperBound
        while end < run.upperBound {
            let kind = text.passages[end].block.kind
            if kind.isItem, text.passages[end].block.parent == nil, isHeadAlone(end) { break }
            end += 1
        }
        return end > list.upperBound && text.passages[list.upperBound].block.kind == .paragraph ? end : nil
    }

    /// Whether an item is the only one of its list at its level.
    private func isHeadAlone(_ index: Int) -> Bool {
        guard case .item(let item) = text.passages[index].block.kind else { return false }
        return !text.passages[(index + 1)...].prefix(8).contains { other in
            if case .item(let next) = other.block.kind {
                other.block.parent == nil && next.list == item.list
            } else {
                false
            }
        }
    }

    /// “- Titre par X”, and paragraphs on it: the item does the work of a heading.
    private mutating func addHead(_ range: Range<Int>, section: Int?) -> Bool {
        guard let draft = itemDraft(range.lowerBound, end: range.upperBound, section: section), draft.parts != nil,
            text.wordCount(text.passages[range.lowerBound].range) <= 30
        else { return false }
        known.formUnion(draft.parts?.speakers.map(\.person) ?? [])
        drafts.append(draft)
        return true
    }

    /// “De nombreuses conférences étaient très bonnes :”, “Trois jours et beaucoup de sessions :” before a list.
    private func isAnnouncedAsTalks(_ list: Int) -> Bool {
        guard list > 0, let sentence = text.passages[list - 1].sentences.last,
            text.utf8[text.sentences[sentence].range.end - 1] == UInt8(ascii: ":")
        else { return false }
        let tokens = text.tokens(in: text.sentences[sentence].range)
        return tokens.contains { position in
            words.nouns.match(at: position, before: tokens.upperBound, in: text).map { text.endsInS($0.end - 1) }
                ?? false
        }
    }

    /// In words; more before “par X” is a sentence.
    private static let longestTitle = 18

    private func itemDraft(_ index: Int, end: Int, section: Int?) -> TalkDraft? {
        let passage = text.passages[index]
        guard !passage.range.isEmpty else { return nil }
        let attribution = attributions[index]?.first {
            $0.rule != .tells && $0.rule != .talkWith && ($0.rule != .introduced || !$0.speakers.isEmpty)
        }
        let parts = ItemHead.candidates(of: passage, in: text, mentions: mentions, words: words).lazy
            .map { HeadingParts(of: $0, in: text, mentions: mentions, words: words, companyWords: 2) }
            .first { !$0.speakers.isEmpty && $0.title.map { text.wordCount($0) <= Self.longestTitle } ?? false }
        if let parts { return TalkDraft(origin: .item, section: section, parts: parts, passages: index..<end) }
        let named = attribution?.rule == .introduced || attribution == nil ? speakerOnTopic(of: passage) : nil
        guard let attribution = named ?? attribution else { return nil }
        return TalkDraft(origin: .item, section: section, attribution: attribution, passages: index..<end)
    }

    /// “X sur les phares : …”: an item that begins with full names and “sur”, and gives no title.
    private func speakerOnTopic(of passage: Passage) -> Attribution? {
        guard let group = NameGroup.groups(in: passage.tokens, of: text, mentions: mentions).first,
            text.nextWord(from: passage.tokens.lowerBound, before: group.tokens.upperBound) == group.tokens.lowerBound,
            let next = text.nextWord(from: group.tokens.upperBound, before: passage.tokens.upperBound),
            text.isWord(next, "sur"), let sentence = passage.sentences.first
        else { return nil }
        return Attribution(
            speakers: group.members.map { .init(person: $0.person, range: $0.range) }, sentence: sentence,
            passage: passage.index, range: group.range, rule: .item)
    }

    private func speaksOfTalk(_ tokens: Range<Int>) -> Bool {
        tokens.contains { words.nouns.match(at: $0, before: tokens.upperBound, in: text) != nil }
    }

    /// “Maud Tessier explique”: a full name that begins a paragraph.
    private func opensPassage(_ attribution: Attribution) -> Bool {
        guard let first = attribution.speakers.first else { return false }
        return first.range.start == text.passages[attribution.passage].range.start
            && mentions.namesInFull(first.range)
    }

    /// Whether a talk without names is recounted where it is introduced: more than that sentence follows.
    private func isRecounted(_ attribution: Attribution, in section: Int?) -> Bool {
        let role = section.map { findings.sections[$0].role }
        return (role == nil || role == .group) && text.passages[attribution.passage].sentences.count >= 2
    }

    private func namesInFull(_ attribution: Attribution) -> Bool {
        attribution.speakers.contains { mentions.namesInFull($0.range) }
    }

    /// Starts a talk at each sentence that attributes one to speakers who are not those of the talk before.
    private mutating func addAttributed(in range: Range<Int>, current: inout Int?, section: Int?, run: Range<Int>) {
        let isGroup = section.map { findings.sections[$0].role == .group } ?? false
        for index in range {
            for attribution in attributions[index] ?? []
            where attribution.rule != .tells || opensPassage(attribution) || isGroup && namesInFull(attribution) {
                if attribution.speakers.isEmpty, !isRecounted(attribution, in: section) { continue }
                let people = Set(attribution.speakers.map(\.person))
                if !people.isEmpty, !known.isDisjoint(with: people) { continue }
                known.formUnion(people)
                let start = text.sentences[attribution.sentence].range.start
                if let current {
                    drafts[current].end = start
                    drafts[current].passages = drafts[current].passages.lowerBound..<index + 1
                }
                // A talk that an item tells of ends with the item.
                let end = text.passages[index].block.kind.isItem ? endOfItem(index, before: run.upperBound) : nil
                drafts.append(
                    TalkDraft(
                        origin: .attribution, section: section, parts: nil, attribution: attribution,
                        passages: index..<(end ?? run.upperBound), start: start))
                current = end == nil ? drafts.count - 1 : nil
            }
        }
    }
}

extension TalkDraft {
    func position(in text: ReportText) -> Int {
        if let start { return start }
        let first = passages.lowerBound
        return first < text.passages.count ? text.passages[first].range.start : text.utf8.count
    }
}

extension Block.Kind {
    var isItem: Bool {
        if case .item = self { return true }
        return false
    }
}

/// The parts of an item that may name a talk: the link or emphasis that it begins with, what stands before a colon, its
/// first sentence.
enum ItemHead {
    static func candidates(
        of passage: Passage, in text: ReportText, mentions: PeopleIndex, words: TalkWords
    ) -> [Range<Int>] {
        var heads: [Range<Int>] = []
        let tokens = passage.tokens
        if let mark = text.marks(in: passage.range).first(where: { $0.range.start - passage.range.start <= 4 }),
            text.passages[passage.index].range.end > mark.range.end
        {
            heads.append(tokens.lowerBound..<text.tokens(in: mark.range).upperBound)
        }
        for position in tokens where position > tokens.lowerBound && text.sign(position) == UInt8(ascii: ":") {
            heads.append(tokens.lowerBound..<position)
        }
        // “Titre par X, une belle présentation”.
        let cut = SpeakerCut(text: text, words: words, rest: tokens, companyWords: 2)
        if let group = NameGroup.groups(in: tokens, of: text, mentions: mentions).first(where: cut.followsAgent) {
            heads.append(tokens.lowerBound..<group.tokens.upperBound)
        }
        if let first = passage.sentences.first {
            heads.append(text.tokens(in: text.sentences[first].range))
        }
        if let line = tokens.first(where: { text.tokens[$0].kind == .newline }) {
            heads.append(tokens.lowerBound..<line)
        }
        return heads
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

    /// Whether the beginning speaks of one talk, or any of it of a speaker: “ce talk”, “l'oratrice”.
    var isTalk: Bool {
        var sentences = 0
        for passage in text.passages where passage.block.kind.isProse {
            for sentence in passage.sentences {
                sentences += 1
                let tokens = text.tokens(in: text.sentences[sentence].range)
                if sentences <= 8, tokens.contains(where: { speaksOfThisTalk($0, in: tokens) }) { return true }
                if sentences <= 20,
                    tokens.contains(where: { words.speakers.match(at: $0, before: tokens.upperBound, in: text) != nil })
                {
                    return true
                }
            }
        }
        return false
    }

    private func speaksOfThisTalk(_ position: Int, in tokens: Range<Int>) -> Bool {
        guard let match = words.nouns.match(at: position, before: tokens.upperBound, in: text), position > 1,
            !text.endsInS(match.end - 1)
        else { return false }
        let before = text.folded(
            text.tokens[position - 1].kind.isWhiteSpace
                ? text.tokens[position - 2].range : text.tokens[position - 1].range)
        return ["ce", "cet", "cette"].contains(before)
    }
}
