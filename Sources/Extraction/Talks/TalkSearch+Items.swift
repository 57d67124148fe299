import TextModel

/// Talks that the items of a list tell of.
extension TalkSearch {
    /// After the last passage within an item.
    func endOfItem(_ item: Int, before end: Int) -> Int {
        var next = item + 1
        while next < end, let parent = text.passages[next].block.parent, parent >= item { next += 1 }
        return next
    }

    func endOfList(_ list: Int, from start: Int, in run: Range<Int>) -> Int {
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
    mutating func addItems(_ range: Range<Int>, section: Int?) -> Bool {
        let tops = range.filter { text.passages[$0].block.parent == nil && text.passages[$0].block.kind.isItem }
        let isGroup = section.map { findings.sections[$0].role == .group } ?? false
        let areShortTalks = isGroup && tops.count >= 2 && section.map(holdsShortTalks) ?? false
        let isOfDay = isAnnouncedByDay(range.lowerBound, tops)
        let areAnnounced = isAnnouncedAsTalks(range.lowerBound) || isOfDay
        var found: [TalkDraft] = []
        var others: [TalkDraft] = []
        var open: [TalkDraft] = []
        var count = tops.count
        for (top, end) in Self.bounds(of: tops, before: range.upperBound) {
            if let draft = titledDraft(top, end: end, section: section)
                ?? itemDraft(top, end: end, section: section, areAnnounced: areAnnounced)
            {
                found.append(draft)
            } else if let last = found.last, last.passages.upperBound == top, announcesParts(last) {
                found[found.count - 1].passages = last.passages.lowerBound..<end
                count -= 1
            } else if areShortTalks || areAnnounced || speaksOfTalk(text.passages[top].tokens)
                || text.passages[top].sentences.count >= 2
            {
                var draft = TalkDraft(origin: .item, section: section, passages: top..<end)
                if isOfDay { draft.parts = partsBeforeSomebody(text.passages[top]) }
                others.append(draft)
            } else {
                open.append(TalkDraft(origin: .item, section: section, passages: top..<end))
            }
        }
        // “*Titre* : un avis” among “*Titre*, X : un avis”.
        if found.count >= 2, found.allSatisfy({ beginsWithTitle($0.passages.lowerBound) }) {
            others += open.filter { beginsWithTitle($0.passages.lowerBound) }
            open.removeAll { beginsWithTitle($0.passages.lowerBound) }
        }
        if areShortTalks {
            append(found + others, announcedBefore: range.lowerBound)
            return true
        }
        if isOfDay, found.isEmpty {
            found = others.filter { $0.parts != nil }
            others.removeAll { $0.parts != nil }
        }
        let spoken = found.count + (isGroup || areAnnounced ? others.count : 0)
        guard spoken * 5 >= count * 3 && !found.isEmpty || found.count >= 3 && found.count * 2 >= count else {
            return false
        }
        // “« Titre » : un avis”
        others += open.filter { opensWithQuotation($0.passages.lowerBound) }
        // Among talks, an item that speaks of one without naming anybody is one.
        append(found + others, announcedBefore: range.lowerBound)
        return true
    }

    /// Each item with where the next begins, or the list ends.
    static func bounds(of items: [Int], before end: Int) -> some Sequence<(Int, Int)> {
        zip(items, items.dropFirst() + [end])
    }

    /// “- de Maud Tessier, quelques adresses :”, in pasted text, where items lose their nesting: those behind it that name
    /// nobody are its own.
    private func announcesParts(_ draft: TalkDraft) -> Bool {
        let head = text.passages[draft.passages.lowerBound]
        return text.document.format == .text && text.utf8[head.range.end - 1] == UInt8(ascii: ":")
    }

    private func opensWithQuotation(_ index: Int) -> Bool {
        text.passages[index].tokens.first.map(text.opensQuotation) ?? false
    }

    func beginsWithTitle(_ index: Int) -> Bool { ItemHead.beginsWithTitle(text.passages[index], in: text) }

    /// After the paragraphs that follow a list of one item, when there are any.
    func endOfText(after list: Range<Int>, in run: Range<Int>) -> Int? {
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
    mutating func addHead(_ range: Range<Int>, section: Int?) -> Bool {
        let passage = text.passages[range.lowerBound]
        var draft = itemDraft(range.lowerBound, end: range.upperBound, section: section)
        if draft == nil, itemHeads >= 2, text.startsWithCapital(passage.range), passage.sentences.count == 1,
            (3...15).contains(text.wordCount(passage.range)), text.utf8[passage.range.end - 1] != UInt8(ascii: ".")
        {
            // “- Titre” where others are “- Titre par X”
            let parts = HeadingParts(of: passage, in: text, mentions: mentions, words: words)
            draft = TalkDraft(origin: .item, section: section, parts: parts, passages: range)
        }
        guard let draft, draft.parts?.title != nil, text.wordCount(passage.range) <= 30 else { return false }
        itemHeads += 1
        known.formUnion(draft.parts?.speakers.map(\.person) ?? [])
        drafts.append(draft)
        setKind(from: drafts.count - 1, announcedBefore: range.lowerBound)
        return true
    }

    /// “De nombreuses conférences étaient très bonnes :”, “J'ai assisté à :” before a list.
    private func isAnnouncedAsTalks(_ list: Int) -> Bool {
        guard let tokens = announcement(of: list) else { return false }
        return namesSeveralTalks(tokens) || saysWhereAuthorWent(tokens)
    }

    /// “Elle conseille de lire :” before a list.
    func isAnnouncedAsReading(_ list: Int) -> Bool {
        guard let tokens = announcement(of: list) else { return false }
        return words.announceReading(tokens, in: text) && !isAnnouncedAsTalks(list)
    }

    /// The sentence before a list that ends with a colon.
    func announcement(of list: Int) -> Range<Int>? {
        guard list > 0, let sentence = text.passages[list - 1].sentences.last,
            text.utf8[text.sentences[sentence].range.end - 1] == UInt8(ascii: ":")
        else { return nil }
        return text.tokens(in: text.sentences[sentence].range)
    }

    /// “conférences”: a word for talks in the plural.
    func namesSeveralTalks(_ tokens: Range<Int>) -> Bool {
        tokens.contains { words.severalTalks(at: $0, before: tokens.upperBound, in: text) != nil }
    }

    /// In words; more before “par X” is a sentence.
    private static let longestTitle = 18

    func itemDraft(_ index: Int, end: Int, section: Int?, areAnnounced: Bool = false) -> TalkDraft? {
        let passage = text.passages[index]
        guard !passage.range.isEmpty else { return nil }
        let attribution = attributions[index]?.first {
            $0.rule != .tells && $0.rule != .talkWith && ($0.rule != .introduced || !$0.speakers.isEmpty)
        }
        let parts = ItemHead.candidates(of: passage, in: text, mentions: mentions, words: words).lazy
            .map { HeadingParts(of: $0, in: text, mentions: mentions, words: words, companyWords: 2) }
            .first {
                (!$0.speakers.isEmpty || $0.unnamed != nil)
                    && $0.title.map { text.wordCount($0) <= Self.longestTitle && !isDay($0) } ?? false
            }
        // “X : une lampe clonée en huit minutes” tells of a short talk and gives no title.
        if section.map(holdsShortTalks) ?? false, let parts, let title = parts.title, !parts.isQuoted,
            let speaker = parts.speakers.first,
            speaker.range.start == passage.range.start,
            !text.startsWithCapitalOrDigit(text.token(at: title.start)), let sentence = passage.sentences.first
        {
            let attribution = Attribution(
                speakers: parts.speakers.map { .init(person: $0.person, range: $0.range) }, sentence: sentence,
                passage: index, range: speaker.range, rule: .item)
            return TalkDraft(origin: .item, section: section, attribution: attribution, passages: index..<end)
        }
        // “X sur les lampes : trois pannes, trois leçons”
        if let parts, let title = parts.title, !parts.isQuoted,
            !text.startsWithCapitalOrDigit(text.token(at: title.start)),
            let named = speakerOnTopic(of: passage, areAnnounced: areAnnounced)
        {
            return TalkDraft(origin: .item, section: section, attribution: named, passages: index..<end)
        }
        if let parts {
            return TalkDraft(origin: .item, section: section, parts: parts.withoutFullStop, passages: index..<end)
        }
        if let named = speakerAfterTitle(of: passage) {
            return TalkDraft(origin: .item, section: section, attribution: named, passages: index..<end)
        }
        let named =
            attribution?.rule == .introduced || attribution == nil
            ? speakerOnTopic(of: passage, areAnnounced: areAnnounced) : nil
        guard let attribution = named ?? attribution else { return nil }
        return TalkDraft(origin: .item, section: section, attribution: attribution, passages: index..<end)
    }

    /// “jeudi, 11 h 58”: when somebody wrote.
    private func isDay(_ title: TextRange) -> Bool {
        let tokens = text.tokens(in: title)
        return tokens.contains { words.dayWords.match(at: $0, before: tokens.upperBound, in: text) != nil }
            && tokens.allSatisfy { position in
                let kind = text.tokens[position].kind
                return !kind.isWord || kind == .number || kind == .ordinal || text.isWord(position, "h")
                    || words.dayWords.match(at: position, before: tokens.upperBound, in: text) != nil
            }
    }

    /// “- Titre”, and as the first item within it “Speaker : Maud Tessier”, “par Maud Tessier”.
    private func titledDraft(_ index: Int, end: Int, section: Int?) -> TalkDraft? {
        guard index + 1 < end, text.passages[index].sentences.count == 1, text.passages[index + 1].block.kind.isItem,
            mentions.mentions(in: text.passages[index].range).isEmpty,
            let byline = HeadingParts(
                bylineOf: text.passages[index + 1], in: text, mentions: mentions, words: words),
            !byline.speakers.isEmpty
        else { return nil }
        let parts = HeadingParts(
            of: text.passages[index].tokens, in: text, mentions: mentions, words: words, companyWords: 2)
        guard let title = parts.title, (2...Self.longestTitle).contains(text.wordCount(title)) else { return nil }
        var draft = TalkDraft(origin: .item, section: section, parts: parts.withoutFullStop, passages: index..<end)
        draft.byline = byline
        return draft
    }

    /// “**Titre** : Maud Tessier, gardienne, a mesuré …”: a full name right behind the colon after the mark that an item
    /// begins with.
    private func speakerAfterTitle(of passage: Passage) -> Attribution? {
        guard let head = ItemHead.leadingMark(of: passage, in: text), let sentence = passage.sentences.first,
            let colon = text.nextWord(from: head.upperBound, before: passage.tokens.upperBound),
            text.sign(colon) == UInt8(ascii: ":"),
            let group = NameGroup.groups(in: colon..<passage.tokens.upperBound, of: text, mentions: mentions).first,
            text.nextWord(from: colon + 1, before: passage.tokens.upperBound) == group.tokens.lowerBound,
            let first = group.members.first, mentions.namesInFull(first.range),
            let title = HeadingParts(of: head, in: text, mentions: mentions, words: words).title,
            text.wordCount(title) >= 2, mentions.mentions(in: title).isEmpty
        else { return nil }
        return Attribution(
            speakers: group.members.map { .init(person: $0.person, range: $0.range) }, sentence: sentence,
            passage: passage.index, range: group.range, rule: .item, title: title)
    }

    /// “X sur les phares : …”: an item that begins with full names and “sur”, and gives no title. In a list of what
    /// “les conférences :” announces, “de X” is enough.
    private func speakerOnTopic(of passage: Passage, areAnnounced: Bool) -> Attribution? {
        guard let group = NameGroup.groups(in: passage.tokens, of: text, mentions: mentions).first,
            var first = text.nextWord(from: passage.tokens.lowerBound, before: group.tokens.upperBound),
            let next = text.nextWord(from: group.tokens.upperBound, before: passage.tokens.upperBound),
            let sentence = passage.sentences.first
        else { return nil }
        let isOf = areAnnounced && (words.smallWords.has(first, .of, in: text) || text.isWord(first, "avec"))
        if isOf { first = text.nextWord(from: first + 1, before: group.tokens.upperBound) ?? first }
        guard first == group.tokens.lowerBound, isOf || text.isWord(next, "sur") else { return nil }
        return Attribution(
            speakers: group.members.map { .init(person: $0.person, range: $0.range) }, sentence: sentence,
            passage: passage.index, range: group.range, rule: .item)
    }

    private func speaksOfTalk(_ tokens: Range<Int>) -> Bool {
        tokens.contains { words.nouns.match(at: $0, before: tokens.upperBound, in: text) != nil }
    }
}
