import TextModel

/// Talks with whose titles or speakers paragraphs begin: “**Titre, par X.** …”, “« Titre » ouvrait la journée. …”,
/// “**Maud Tessier** garde un phare. …”.
extension TalkSearch {
    /// What a paragraph begins with.
    private enum Lead: Hashable {
        case marked, slanted, quoted
        /// The name of somebody, marked.
        case named
        /// “Celui sur”
        case pronoun
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
        let areLabels = leadsAreLabels
        for passage in text.passages
        where passage.isUnquotedParagraph && passage.block.parent == nil {
            if let draft = namedDraft(of: passage) ?? titledDraft(of: passage) {
                found[.named, default: []].append(draft)
                continue
            }
            if let draft = pronounDraft(of: passage) {
                found[.pronoun, default: []].append(draft)
                continue
            }
            guard let (lead, head) = head(of: passage) else { continue }
            let isLabel = areLabels && self.isLabel(head, of: passage)
            if var draft = draft(of: passage, head: head, isLabel: isLabel) {
                if isLabel {
                    draft.origin = .attribution
                    draft.parts?.title = titleBehind(head, of: passage)
                }
                found[lead, default: []].append(draft)
            } else if lead == .slanted, let draft = bareDraft(of: passage, head: head) {
                bare.append(draft)
            }
        }
        // Among titles in italics, those of which nothing else tells a talk.
        if (found[.slanted] ?? []).count >= 2 { found[.slanted, default: []] += bare }
        var drafts = found.values.filter { $0.count >= 2 }.flatMap(\.self)
        // Under a heading over talks one name is enough.
        if let named = found[.named], named.count == 1 { drafts += named.filter { standsUnderGroup($0.passages) } }
        return Dictionary(drafts.map { ($0.passages.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Talks told among what is told of another: paragraphs that begin as its heading does, with a title in quotation marks
    /// and who spoke, who are others.
    func leads(within body: Range<Int>, of heading: HeadingParts) -> [TalkDraft] {
        guard heading.isQuoted, !heading.speakers.isEmpty else { return [] }
        let own = Set(heading.speakers.map(\.person))
        return body.compactMap { index in
            let passage = text.passages[index]
            guard passage.isUnquotedParagraph,
                let draft = titledDraft(of: passage)
                    ?? head(of: passage).flatMap({ draft(of: passage, head: $0.head) }),
                draft.parts?.isQuoted ?? true
            else { return nil }
            let people = (draft.parts?.speakers.map(\.person) ?? []) + (draft.attribution?.speakers.map(\.person) ?? [])
            return people.isEmpty || !own.isDisjoint(with: people) ? nil : draft
        }
    }

    private func standsUnderGroup(_ passages: Range<Int>) -> Bool {
        let section = findings.sections.last { $0.passage < passages.lowerBound && passages.lowerBound < $0.end }
        return section?.role == .group
    }

    private func wordCount(_ tokens: Range<Int>) -> Int { tokens.count { text.tokens[$0].kind.isWord } }

    /// What a paragraph begins with, brackets behind it included, where four words or more follow.
    private func head(of passage: Passage) -> (lead: Lead, head: Range<Int>)? {
        guard let (lead, mark) = lead(of: passage) else { return nil }
        let head = ItemHead.withBrackets(mark, of: passage, in: text, mentions: mentions, words: words)
        let isLead =
            (1...Self.longestLead).contains(wordCount(head))
            && wordCount(head.upperBound..<passage.tokens.upperBound) >= 4
        return isLead ? (lead, head) : nil
    }

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

    /// “**Maud Tessier** garde un phare. Elle a raconté …”: full names set in bold, and a verb of speaking or a title in
    /// the first two sentences.
    private func namedDraft(of passage: Passage) -> TalkDraft? {
        guard let group = text.leadingNames(of: passage, mentions), let first = passage.sentences.first,
            known.isDisjoint(with: group.members.map(\.person))
        else { return nil }
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        var title: TextRange?
        var isTold = false
        for sentence in passage.sentences.prefix(2) {
            let tokens = text.tokens(in: text.sentences[sentence].range)
            title = title ?? quoted.find(in: tokens, of: passage, near: group.range)
            isTold = isTold || tokens.contains { words.verbs.match(at: $0, before: tokens.upperBound, in: text) != nil }
        }
        guard isTold || title != nil else { return nil }
        let attribution = Attribution(
            speakers: group.members.map { .init(person: $0.person, range: $0.range) }, sentence: first,
            passage: passage.index, range: group.range, rule: .introduced, title: title)
        return TalkDraft(
            origin: .attribution, attribution: attribution, passages: passage.index..<passage.index + 1,
            start: passage.range.start)
    }

    /// “**Celui sur le gaz (Maud Tessier).** …”: what stands for a talk, what it was on, and who spoke in brackets.
    private func pronounDraft(of passage: Passage) -> TalkDraft? {
        guard words.beginWithPronoun(passage.tokens, in: text), let sentence = passage.sentences.first else {
            return nil
        }
        let opening = text.tokens(in: text.sentences[sentence].range)
        let group = NameGroup.groups(in: opening, of: text, mentions: mentions).first.flatMap { group in
            text.previousWord(before: group.tokens.lowerBound, from: opening.lowerBound)
                .flatMap { text.sign($0) == UInt8(ascii: "(") ? group : nil }
        }
        let attribution = Attribution(
            speakers: (group?.members ?? []).map { .init(person: $0.person, range: $0.range) }, sentence: sentence,
            passage: passage.index, range: text.sentences[sentence].range, rule: .introduced)
        return TalkDraft(
            origin: .attribution, attribution: attribution, passages: passage.index..<passage.index + 1,
            start: passage.range.start)
    }

    /// “Maud Tessier (musée de la Lampe), *Des feux sur la mer*. …”, “Deux gardiennes d'un port, *Titre*. …”: who spoke, in
    /// full or without a name, where they belong, a comma or colon, and a title in italics or quotation marks.
    private func titledDraft(of passage: Passage) -> TalkDraft? {
        let end = passage.tokens.upperBound
        let group = NameGroup.groups(in: passage.tokens, of: text, mentions: mentions).first.flatMap {
            $0.range.start == passage.range.start && $0.members.allSatisfy { mentions.namesInFull($0.range) } ? $0 : nil
        }
        let unnamed =
            group == nil
            ? words.speakerNouns.phrases(in: passage.tokens.prefix(12), of: text).first.flatMap {
                $0.tokens.lowerBound == passage.tokens.lowerBound && $0.kind == .person ? $0 : nil
            } : nil
        guard let who = group?.tokens ?? unnamed?.tokens, let sentence = passage.sentences.first else { return nil }
        var position = who.upperBound
        while let next = text.nextWord(from: position, before: min(end, who.upperBound + 20)),
            text.sign(next) != UInt8(ascii: ","), text.sign(next) != UInt8(ascii: ":")
        {
            guard
                let close = text.endOfBrackets(at: next, before: end)
                    ?? (text.tokens[next].kind.isWord ? next + 1 : nil)
            else { return nil }
            position = close
        }
        guard let mark = text.nextWord(from: position, before: min(end, who.upperBound + 20)),
            let first = text.nextWord(from: mark + 1, before: end),
            let title = QuotedTitle(text: text, mentions: mentions, words: words).next(from: first, before: end),
            title.start - text.tokens[first].range.start <= 4, text.wordCount(title) >= 2,
            // A reference goes on: “X, « Titre », Revue du port, n° 20.”
            let next = text.tokens(in: TextRange(title.end, passage.range.end)).first(where: {
                text.tokens[$0].kind.isWord || text.sign($0) == UInt8(ascii: ":") || text.sign($0) == UInt8(ascii: ".")
                    || text.isDash($0)
            }), !text.tokens[next].kind.isWord
        else { return nil }
        let attribution = Attribution(
            speakers: (group?.members ?? []).map { .init(person: $0.person, range: $0.range) }, sentence: sentence,
            passage: passage.index, range: text.range(of: who), rule: .introduced, title: title)
        return TalkDraft(
            origin: .attribution, attribution: attribution, passages: passage.index..<passage.index + 1,
            start: passage.range.start)
    }

    /// A title of three words or more with a capital, and nothing on who gave the talk.
    private func bareDraft(of passage: Passage, head: Range<Int>) -> TalkDraft? {
        let parts = HeadingParts(of: head, in: text, mentions: mentions, words: words, companyWords: 2)
            .withoutFullStop
        guard let title = parts.title, text.wordCount(title) >= 3,
            text.startsWithCapitalOrDigit(text.token(at: title.start))
        else { return nil }
        return TalkDraft(origin: .item, parts: parts, passages: passage.index..<passage.index + 1)
    }

    /// “**Titre**, le récit de Maud Tessier. Un avis.”: a full name behind “de” that ends the sentence of the title.
    private func giver(behind head: Range<Int>, of passage: Passage) -> Attribution? {
        guard let comma = text.nextWord(from: head.upperBound, before: passage.tokens.upperBound),
            text.sign(comma) == UInt8(ascii: ","),
            let sentence = passage.sentences.first(where: {
                text.sentences[$0].range.end > text.tokens[comma].range.start
            }),
            let group = NameGroup.groups(
                in: comma..<text.tokens(in: text.sentences[sentence].range).upperBound, of: text, mentions: mentions
            ).first, let name = group.members.first, mentions.namesInFull(name.range),
            text.wordCount(text.range(of: comma..<group.tokens.lowerBound + 1)) <= 6,
            let lead = text.previousWord(before: group.tokens.lowerBound, from: comma),
            words.smallWords.has(lead, .of, in: text),
            text.wordCount(TextRange(name.range.end, text.sentences[sentence].range.end)) == 0
        else { return nil }
        return Attribution(
            speakers: group.members.map { .init(person: $0.person, range: $0.range) }, sentence: sentence,
            passage: passage.index, range: group.range, rule: .item)
    }

    /// “**Chemins.** La salle a commencé avec « Qui a perdu mon sentier ? »”, twice: then such leads say what a talk is about.
    private var leadsAreLabels: Bool {
        text.passages.lazy.filter { passage in
            guard passage.block.kind == .paragraph, let head = self.head(of: passage)?.head else { return false }
            return isLabel(head, of: passage) && titleBehind(head, of: passage) != nil
        }.prefix(2).count == 2
    }

    /// A few words in bold that end with a full stop, or go on as a sentence: “**Les données publiques** occupaient …”.
    private func isLabel(_ head: Range<Int>, of passage: Passage) -> Bool {
        guard text.leadingMark(of: passage)?.kind == .strong, wordCount(head) <= 6,
            let last = text.previousWord(before: head.upperBound, from: head.lowerBound)
        else { return false }
        if text.sign(last) == UInt8(ascii: ".") { return true }
        guard let next = text.nextWord(from: head.upperBound, before: passage.tokens.upperBound) else { return false }
        return text.sign(next) == UInt8(ascii: ".")
            || text.tokens[next].kind == .word && !text.startsWithCapitalOrDigit(next)
                && words.agents.match(at: next, before: passage.tokens.upperBound, in: text) == nil
                && !words.smallWords.has(next, [.of, .ofThe], in: text)
    }

    /// The title that the two sentences behind a lead set apart.
    private func titleBehind(_ head: Range<Int>, of passage: Passage) -> TextRange? {
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        let start = text.tokens[head.upperBound - 1].range.end
        return passage.sentences.filter { text.sentences[$0].range.end > start }.prefix(2).lazy.compactMap { sentence in
            let tokens = text.tokens(in: text.sentences[sentence].range)
            return quoted.find(
                in: max(tokens.lowerBound, head.upperBound)..<max(tokens.upperBound, head.upperBound), of: passage,
                near: nil)
        }.first
    }

    private func draft(of passage: Passage, head: Range<Int>, isLabel: Bool = false) -> TalkDraft? {
        // “**Conseil lecture** : *Titre* de X”
        if words.speakOfReading(head, in: text) { return nil }
        let parts = HeadingParts(of: head, in: text, mentions: mentions, words: words, companyWords: 2)
            .withoutFullStop
        // “*Premier talk* : Maud Tessier, « Titre »”
        guard let title = parts.title,
            !words.onlyNumberTalk(text.tokens(in: title), in: text),
            let first = text.nextWord(from: head.lowerBound, before: head.upperBound),
            let word = text.opensQuotation(first)
                ? text.nextWord(from: first + 1, before: head.upperBound) : first,
            text.startsWithCapitalOrDigit(word),
            mentions.mentions(in: title).isEmpty || text.wordCount(title) > 4
        else { return nil }
        var draft = TalkDraft(origin: .item, parts: parts, passages: passage.index..<passage.index + 1)
        draft.attribution = giver(behind: head, of: passage)
        if draft.attribution != nil { return draft }
        if !parts.speakers.isEmpty || parts.unnamed != nil || parts.isByAuthor { return draft }
        if parts.kind != nil { return text.wordCount(title) >= 2 ? draft : nil }
        // “Les mini-conférences.” leads to several.
        guard text.wordCount(title) >= 2 || isLabel && titleBehind(head, of: passage) != nil, !namesSeveralTalks(head)
        else { return nil }
        let told = passage.sentences.prefix(2).map { text.tokens(in: text.sentences[$0].range) }
        let isTold = told.contains { sentence in
            let tail = max(head.upperBound, sentence.lowerBound)..<max(head.upperBound, sentence.upperBound)
            return mentions.mentions(in: text.range(of: tail)).contains {
                mentions.namesInFull($0.range) && !known.contains($0.person)
            } || words.speakerNouns.phrases(in: tail, of: text).contains { $0.kind == .person && $0.count == 1 }
        }
        return isTold ? draft : nil
    }
}
