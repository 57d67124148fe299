import TextModel

/// Finds the lists of a report, with nesting, what announces them and the talk that they belong to.
struct BulletSearch {
    let text: ReportText
    let talks: [TalkFinding]
    let sections: [SectionFinding]
    private let headings: Set<Int>
    private let extents: [(range: TextRange, talk: Int)]

    init(text: ReportText, findings: Findings) {
        self.text = text
        talks = findings.talks
        sections = findings.sections
        headings = Set(findings.sections.map(\.passage))
        extents = Self.extents(of: findings.talks, findings.sections)
    }

    /// The outermost lists of two items or more, in order. Lists that only an image, code or embed parts are one.
    func lists() -> [ListFinding] {
        var result: [ListFinding] = []
        /// The format's number of the list that is open, and the last passage that belongs to it.
        var open: (list: Int, last: Int)?
        var itemOfPassage: [Int: Int] = [:]
        for passage in text.passages {
            guard case .item(let item) = passage.block.kind else {
                if passage.block.parent != nil, open != nil { open?.last = passage.index }
                continue
            }
            let parent = enclosingItem(of: passage)
            if parent == nil, !continues(open, item: item, at: passage.index, result.last) {
                result.append(
                    ListFinding(
                        intro: intro(before: passage), isOrdered: item.isOrdered, items: [],
                        talk: talk(at: passage.range.start)))
                itemOfPassage = [:]
            }
            guard !result.isEmpty else { continue }
            let list = result.count - 1
            itemOfPassage[passage.index] = result[list].items.count
            result[list].items.append(
                ListFinding.Item(
                    passage: passage.index, depth: item.depth, parent: parent.flatMap { itemOfPassage[$0] },
                    range: passage.range))
            open = (parent == nil ? item.list : open?.list ?? item.list, passage.index)
        }
        // A list whose items are talks belongs to none of them.
        for index in result.indices {
            if let talk = result[index].talk, let start = Self.start(of: talks[talk], sections),
                start >= result[index].items[0].range.start
            {
                result[index].talk = nil
            }
        }
        return result.filter { $0.items.count >= 2 }
    }

    private func enclosingItem(of passage: Passage) -> Int? {
        guard let parent = passage.block.parent, text.passages[parent].block.kind.isItem else { return nil }
        return parent
    }

    /// Whether a top item goes on with the list that is open.
    private func continues(_ open: (list: Int, last: Int)?, item: ListItem, at index: Int, _ list: ListFinding?) -> Bool
    {
        guard let open else { return false }
        if open.list == item.list { return true }
        guard index > open.last + 1, list?.isOrdered == item.isOrdered else { return false }
        return text.passages[(open.last + 1)..<index].allSatisfy { between in
            switch between.block.kind {
            case .image, .code, .embed, .caption: true
            case .heading, .paragraph, .item, .quote, .cell, .rule: false
            }
        }
    }

    /// The sentence that announces a list: the last one before it when it ends with a colon, or with an announcing word.
    private func intro(before passage: Passage) -> TextRange? {
        var index = passage.index - 1
        while index >= 0 {
            let before = text.passages[index]
            switch before.block.kind {
            case .image, .caption, .embed, .rule: index -= 1
            case .heading, .item, .quote, .code, .cell: return nil
            case .paragraph:
                guard let last = before.sentences.last else { return nil }
                let range = text.sentences[last].range
                return announces(range, of: before) ? range : nil
            }
        }
        return nil
    }

    /// A sentence announces what follows when it ends with a colon, or does not end: “Plusieurs pistes”.
    private func announces(_ sentence: TextRange, of passage: Passage) -> Bool {
        let end = text.utf8[sentence.end - 1]
        if end == UInt8(ascii: ":") { return true }
        if headings.contains(passage.index) { return false }
        return text.tokens[passage.tokens.upperBound - 1].kind.isWord
    }

    /// The first talk that recounts a place: its body holds it, or its heading stands above and its body below.
    private func talk(at offset: Int) -> Int? {
        let next = extents.firstPosition { $0.range.start > offset }
        guard next > 0, offset < extents[next - 1].range.end else { return nil }
        return extents[next - 1].talk
    }

    /// Where talks are recounted, in order; of talks told together the first comes last.
    private static func extents(
        of talks: [TalkFinding], _ sections: [SectionFinding]
    ) -> [(range: TextRange, talk: Int)] {
        var extents: [(range: TextRange, talk: Int)] = []
        for (index, talk) in talks.enumerated() {
            guard let start = start(of: talk, sections), let body = talk.body else { continue }
            extents.append((TextRange(start, body.end), index))
        }
        return extents.sorted { ($0.range.start, $1.talk) < ($1.range.start, $0.talk) }
    }

    /// Where a talk's body begins; where its heading ends, when a list that names a speaker stands between.
    private static func start(of talk: TalkFinding, _ sections: [SectionFinding]) -> Int? {
        guard let body = talk.body else { return nil }
        guard let heading = talk.section.map({ sections[$0] }), heading.role == .talk,
            talk.speakers.contains(where: { speaker in
                speaker.range.map { $0.start > heading.range.end && $0.end <= body.start } ?? false
            })
        else { return body.start }
        return min(heading.range.end, body.start)
    }
}
