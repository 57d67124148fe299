import TextModel

/// Talks whose titles paragraphs begin with: “**Titre, par X.** …”, “« Titre » ouvrait la journée. …”.
extension TalkSearch {
    /// What a paragraph begins with.
    private enum Lead: Hashable {
        case marked, slanted, quoted
    }

    /// In words.
    private static let longestLead = 25

    /// The talks of those paragraphs that begin with one's title, when at least two do so in the same way.
    ///
    /// A talk is what names its speakers or its format in the lead, or where the next sentence or two do. A lead alone is
    /// as often a theme or a verdict (“**Le lieu.** …”, “**Verdict :** …”).
    func paragraphLeads() -> [Int: TalkDraft] {
        var found: [Lead: [TalkDraft]] = [:]
        var bare: [TalkDraft] = []
        for passage in text.passages
        where passage.block.kind == .paragraph && passage.block.parent == nil && passage.block.quoteDepth == 0 {
            guard let (lead, head) = lead(of: passage), (1...Self.longestLead).contains(wordCount(head)),
                wordCount(head.upperBound..<passage.tokens.upperBound) >= 4
            else { continue }
            if let draft = draft(of: passage, head: head) {
                found[lead, default: []].append(draft)
            } else if lead == .slanted, let draft = bareDraft(of: passage, head: head) {
                bare.append(draft)
            }
        }
        // Among titles in italics, those of which nothing else tells a talk.
        if (found[.slanted] ?? []).count >= 2 { found[.slanted, default: []] += bare }
        let drafts = found.values.filter { $0.count >= 2 }.joined()
        return Dictionary(drafts.map { ($0.passages.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func wordCount(_ tokens: Range<Int>) -> Int { tokens.count { text.tokens[$0].kind.isWord } }

    private func lead(of passage: Passage) -> (Lead, Range<Int>)? {
        if let mark = text.leadingMark(of: passage) {
            switch mark.kind {
            case .strong, .link: return (.marked, passage.tokens.lowerBound..<text.tokens(in: mark.range).upperBound)
            case .emphasis: return (.slanted, passage.tokens.lowerBound..<text.tokens(in: mark.range).upperBound)
            case .code, .strikethrough, .image, .footnote, .emoji: return nil
            }
        }
        guard let first = passage.tokens.first, text.opensQuotation(first),
            let close = passage.tokens.dropFirst().first(where: { text.closesQuotation($0) })
        else { return nil }
        return (.quoted, first..<close + 1)
    }

    /// A title of three words or more with a capital, and nothing on who gave the talk.
    private func bareDraft(of passage: Passage, head: Range<Int>) -> TalkDraft? {
        let parts = HeadingParts(of: head, in: text, mentions: mentions, words: words, companyWords: 2)
        guard let title = parts.title, text.wordCount(title) >= 3, text.startsWithCapitalOrDigit(text.token(at: title.start))
        else { return nil }
        return TalkDraft(origin: .item, parts: parts, passages: passage.index..<passage.index + 1)
    }

    private func draft(of passage: Passage, head: Range<Int>) -> TalkDraft? {
        let parts = HeadingParts(of: head, in: text, mentions: mentions, words: words, companyWords: 2)
        guard let title = parts.title,
            let first = text.nextWord(from: head.lowerBound, before: head.upperBound),
            let word = text.opensQuotation(first)
                ? text.nextWord(from: first + 1, before: head.upperBound) : first,
            text.startsWithCapitalOrDigit(word),
            mentions.mentions(in: title).isEmpty || text.wordCount(title) > 4
        else { return nil }
        let draft = TalkDraft(origin: .item, parts: parts, passages: passage.index..<passage.index + 1)
        if !parts.speakers.isEmpty || parts.unnamed != nil || parts.isByAuthor { return draft }
        if parts.kind != nil { return text.wordCount(title) >= 2 ? draft : nil }
        // “Les mini-conférences.” leads to several.
        guard text.wordCount(title) >= 2, !namesSeveralTalks(head) else { return nil }
        let told = passage.sentences.prefix(2).map { text.tokens(in: text.sentences[$0].range) }
        let isTold = told.contains { sentence in
            let tail = max(head.upperBound, sentence.lowerBound)..<max(head.upperBound, sentence.upperBound)
            return mentions.mentions(in: text.range(of: tail)).contains {
                mentions.namesInFull($0.range) && !known.contains($0.person)
            }
        }
        return isTold ? draft : nil
    }
}
