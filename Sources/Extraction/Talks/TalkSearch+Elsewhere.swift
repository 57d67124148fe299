import TextModel

/// Talks under headings that speak of something else: “Le reste”, “À table”.
extension TalkSearch {
    /// Under a heading that speaks of something else (“Le reste”): lists in which most items give a title and who gave it.
    mutating func addListed(in run: Range<Int>, section: Int?) {
        var position = run.lowerBound
        while position < run.upperBound {
            let block = text.passages[position].block
            guard case .item(let item) = block.kind, block.parent == nil else {
                position += 1
                continue
            }
            let end = endOfList(item.list, from: position, in: run)
            let tops = (position..<end).filter { text.passages[$0].block.parent == nil }
            let bounds = Self.bounds(of: tops, before: end)
            let found = bounds.compactMap { top, next in itemDraft(top, end: next, section: section) }
                .filter { $0.parts != nil || beginsWithTitle($0.passages.lowerBound) }
            if found.count >= 2, found.count * 5 >= tops.count * 3 {
                let first = drafts.count
                drafts += found
                // “*Titre* : deux gardiennes ont …” among “*Titre* par X : …”
                let named = Set(found.map(\.passages.lowerBound))
                if named.allSatisfy(beginsWithTitle) {
                    drafts += bounds.filter { top, _ in !named.contains(top) && beginsWithTitle(top) }
                        .map { top, next in TalkDraft(origin: .item, section: section, passages: top..<next) }
                }
                setKind(from: first, announcedBefore: position)
            }
            position = end
        }
    }

    /// Under a heading that speaks of something else: paragraphs that begin with a title and say who gave it.
    mutating func addTitled(in run: Range<Int>, section: Int?) {
        for index in run where text.passages[index].block.kind == .paragraph {
            guard
                let attribution = (attributions[index] ?? []).first(where: {
                    ($0.rule == .by || $0.rule == .talkOf) && !$0.speakers.isEmpty
                        && $0.sentence == text.passages[index].sentences.lowerBound
                }), let mark = text.leadingMark(of: text.passages[index]),
                // “[Le compte rendu](…) de X” is none.
                !mark.isLink || findings.sessionLinks.holds(mark),
                let head = ItemHead.leadingMark(of: text.passages[index], in: text),
                known.isDisjoint(with: attribution.speakers.map(\.person))
            else { continue }
            let parts = HeadingParts(of: head, in: text, mentions: mentions, words: words)
            guard let title = parts.title, text.wordCount(title) >= 3 else { continue }
            known.formUnion(attribution.speakers.map(\.person))
            var titled = attribution
            titled.title = title
            drafts.append(
                TalkDraft(origin: .attribution, section: section, attribution: titled, passages: index..<index + 1))
        }
    }
}
