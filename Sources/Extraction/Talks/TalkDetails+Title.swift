import TextModel

/// The title of a talk: its heading's, that of the prose, or that of the report.
extension TalkDetails {
    func setTitle(of talk: inout TalkFinding, draft: TalkDraft, sentences: [Int]) {
        if let title = draft.labelledTitle ?? titleSetApart(of: draft) {
            talk.title = title
            talk.titleSource = .text
            return
        }
        if let parts = draft.parts, let title = parts.title,
            !isTopic(title, draft: draft) || !draft.partners.isEmpty
        {
            if describesTalk(draft),
                let told = toldTitle(of: draft, sentences) ?? openingTitle(sentences) ?? titleOfSession(sentences)
            {
                talk.title = told
                talk.titleSource = .text
            } else {
                talk.title = title
                talk.titleSource = draft.origin == .heading ? .heading : .text
            }
            return
        }
        if let title = draft.attribution?.title {
            talk.title = title
            talk.titleSource = .text
            return
        }
        switch draft.origin {
        case .report:
            if let title = titleOfOnlyTalk(sentences) {
                talk.title = title
                talk.titleSource = .text
            } else {
                setTitleOfReport(of: &talk)
            }
        case .heading, .item, .attribution:
            defer { if talk.title == nil, isOnlyTalk, draft.origin == .attribution { setTitleOfReport(of: &talk) } }
            if draft.origin == .item, let title = leadingTitle(of: text.passages[draft.passages.lowerBound]) {
                talk.title = title
                talk.titleSource = .text
                return
            }
            if let title = titleUnderHeading(of: draft) ?? toldTitle(of: draft, sentences) ?? draft.listedTitle
                ?? titleBeforeTalk(draft)
            {
                talk.title = title
                talk.titleSource = .text
            }
        }
    }

    /// “Titre : Des feux sur la mer”: a line of its own under the heading.
    func labelledTitle(of draft: TalkDraft) -> TextRange? {
        guard draft.origin == .heading else { return nil }
        for passage in draft.passages.prefix(2) {
            let tokens = text.passages[passage].tokens
            for start in tokens where start == tokens.lowerBound || text.tokens[start - 1].kind == .newline {
                guard text.isWord(start, "titre"),
                    let colon = text.nextWord(from: start + 1, before: tokens.upperBound),
                    text.sign(colon) == UInt8(ascii: ":"),
                    let first = text.nextWord(from: colon + 1, before: tokens.upperBound)
                else { continue }
                // The next label is a line of its own, or set apart by its look.
                let next = text.marks(in: text.range(of: first..<tokens.upperBound))
                    .first { $0.kind == .strong && $0.range.start > text.tokens[first].range.start }
                let line = (first..<tokens.upperBound).prefix { position in
                    text.tokens[position].kind != .newline
                        && next.map { text.tokens[position].range.start < $0.range.start } ?? true
                }
                return HeadingParts(of: first..<line.endIndex, in: text, mentions: mentions, words: words).title
            }
        }
        return nil
    }

    /// “**Des feux sur la mer**” or “*Des feux sur la mer* – Maud Tessier” as the line under a heading that gives only a
    /// time or names.
    private func titleUnderHeading(of draft: TalkDraft) -> TextRange? {
        guard draft.origin == .heading, draft.parts?.title == nil, let first = draft.passages.first,
            first < text.passages.count, text.passages[first].block.kind.isProse,
            text.wordCount(text.passages[first].range) <= 25,
            let mark = text.leadingMark(of: text.passages[first]),
            mark.isLink || mark.kind == .strong || mark.kind == .emphasis
        else { return nil }
        let parts = HeadingParts(of: text.passages[first], in: text, mentions: mentions, words: words)
        guard let title = parts.withoutFullStop.title, text.wordCount(title) >= 2, mentions.mentions(in: title).isEmpty,
            mark.range.start <= title.start, mark.range.end >= title.end
        else { return nil }
        return parts.speakers.isEmpty && mark.range.end + 1 < text.passages[first].range.end ? nil : title
    }

    /// Under a heading on the topic: the first title that is set apart as those of other talks are.
    private func titleSetApart(of draft: TalkDraft) -> TextRange? {
        guard draft.origin == .heading, draft.parts?.speakers.isEmpty ?? true, draft.parts?.isQuoted != true,
            draft.byline?.speakers.isEmpty ?? true,
            draft.parts?.title.map({ text.wordCount($0) <= 3 && !isPhrase($0) }) ?? true
        else { return nil }
        return findings.setApart.within(draft.passages).first?.title
    }

    /// The title that the sentence which introduces the talk gives, or one of its first two.
    private func toldTitle(of draft: TalkDraft, _ sentences: [Int]) -> TextRange? {
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        // In an item the title may end a sentence before that: “[Des phares ? Allumez !](…) par X”.
        if let title = titleOfPanel(draft) { return title }
        let near = draft.attribution.map { [$0.sentence] } ?? []
        let introducing = near + (near.isEmpty || draft.origin == .item ? Array(sentences.prefix(2)) : [])
        for sentence in introducing {
            let range = text.sentences[sentence].range
            if let passage = text.passage(at: range.start),
                let title = quoted.find(
                    in: text.tokens(in: range), of: text.passages[passage], near: draft.attribution?.range)
            {
                return title
            }
        }
        return draft.attribution.flatMap { titleAnnounced(after: $0.sentence) ?? titleOpening(after: $0.sentence) }
            ?? draft.attribution.flatMap(titleBeforeSpeakers)
            ?? introducing.lazy.compactMap(bareTitle(endingSentence:)).first
    }

    /// “Table ronde du soir : *Titre* Avec X et Y.”: what follows the word for the panel, in the sentence before the names.
    private func titleOfPanel(_ draft: TalkDraft) -> TextRange? {
        guard let start = draft.start, let attribution = draft.attribution, attribution.kind == .panel,
            text.sentences[attribution.sentence].range.start > start
        else { return nil }
        let tokens = text.tokens(in: text.sentences[attribution.sentence - 1].range)
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        return tokens.lazy.compactMap { position in
            words.nouns.match(at: position, before: tokens.upperBound, in: text).flatMap {
                $0.value == .panel ? quoted.next(from: $0.end, before: tokens.upperBound) : nil
            }
        }.first
    }

    /// “Une seule présentation : « Titre », par X”: the title that a sentence at the beginning of a report on one talk gives
    /// beside who gave it; “La présentation s'intitule « Titre »”.
    private func titleOfOnlyTalk(_ sentences: [Int]) -> TextRange? {
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        for sentence in sentences.prefix(8) {
            let range = text.sentences[sentence].range
            guard let passage = text.passage(at: range.start) else { continue }
            for attribution in attributions(ofSentence: sentence)
            where attribution.rule == .by || attribution.rule == .talkOf {
                guard
                    let title = quoted.find(
                        in: text.tokens(in: range), of: text.passages[passage], near: attribution.range),
                    // “celle de X, « Titre »”
                    attribution.rule == .by
                        || (0...6).contains(title.start - attribution.range.end)
                else { continue }
                return title
            }
            let tokens = text.tokens(in: range)
            for position in tokens {
                guard let announcer = words.announcers.match(at: position, before: tokens.upperBound, in: text),
                    let title = quoted.next(from: announcer.end, before: tokens.upperBound)
                else { continue }
                return title
            }
        }
        return nil
    }

    /// “Son titre, « Veiller », donnait le ton”: what the sentence after the one that introduces a talk announces.
    private func titleAnnounced(after sentence: Int) -> TextRange? {
        guard sentence + 1 < text.sentences.count,
            let passage = text.passage(at: text.sentences[sentence].range.start),
            text.passages[passage].sentences.contains(sentence + 1)
        else { return nil }
        let tokens = text.tokens(in: text.sentences[sentence + 1].range)
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        for (count, start) in tokens.filter({ text.tokens[$0].kind.isWord }).enumerated() {
            guard let announcer = words.announcers.match(at: start, before: tokens.upperBound, in: text),
                // “…, et son talk s'appelait « Veiller »”: three words say so anywhere in the sentence.
                count < 3 || text.wordCount(text.range(of: start..<announcer.end)) >= 3
            else { continue }
            return quoted.next(from: announcer.end, before: tokens.upperBound)
        }
        return nil
    }

    /// “La conférence où l'on rit”: a heading that begins with an article and a word for a talk, and names nobody.
    private func describesTalk(_ draft: TalkDraft) -> Bool {
        guard draft.origin == .heading, let parts = draft.parts, parts.speakers.isEmpty, !parts.isQuoted,
            let title = parts.title
        else { return false }
        return words.describeTalk(text.tokens(in: title), in: text)
    }

    /// “[Des feux sur la mer](…) était proposée par X”: what the text begins with in emphasis, or the
    /// first link of its three first sentences that reads as a title.
    private func openingTitle(_ sentences: [Int]) -> TextRange? {
        guard let range = sentences.first.map({ text.sentences[$0].range }),
            let passage = text.passage(at: range.start), text.passages[passage].range.start == range.start
        else { return nil }
        let opening = ItemHead.leadingMark(of: text.passages[passage], in: text).map(text.range(of:))
        let links = sentences.prefix(3).flatMap { text.marks(in: text.sentences[$0].range).filter(\.isLink) }
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        return ([opening].compactMap(\.self) + links.map(\.range)).lazy.compactMap(quoted.title(of:))
            .first { text.wordCount($0) >= 3 }
    }

    /// “Maud et Léo, lors de la conférence *Titre*, …”: the title beside those who gave the talk, wherever that is told.
    private func titleOfSession(_ sentences: [Int]) -> TextRange? {
        sentences.lazy.flatMap(attributions(ofSentence:)).first { $0.rule == .givesTalk && $0.title != nil }?.title
    }

    /// “Repeindre un phare, l'atelier de X”: what an item begins with, up to the comma before a word for a talk.
    private func titleBeforeTalk(_ draft: TalkDraft) -> TextRange? {
        guard draft.origin == .item, let attribution = draft.attribution, attribution.rule == .talkOf else {
            return nil
        }
        let passage = text.passages[draft.passages.lowerBound]
        let noun = text.token(at: attribution.range.start)
        guard noun > passage.tokens.lowerBound,
            var comma = text.previousWord(before: noun, from: passage.tokens.lowerBound)
        else { return nil }
        if words.smallWords.isArticle(comma, in: text) {
            comma = text.previousWord(before: comma, from: passage.tokens.lowerBound) ?? comma
        }
        guard text.sign(comma) == UInt8(ascii: ","), comma > passage.tokens.lowerBound else { return nil }
        let title = text.range(of: passage.tokens.lowerBound..<comma)
        // “Le lendemain matin, l'atelier de X”
        let isOpener = words.openers.match(at: passage.tokens.lowerBound, before: comma, in: text) != nil
        let isTitle = (3...15).contains(text.wordCount(title)) && text.startsWithCapital(title) && !isOpener
        return isTitle && mentions.mentions(in: title).isEmpty ? title : nil
    }

    /// “*Titre*, par deux gardiennes : un avis”: the link, emphasis or quotation with which an item begins.
    private func leadingTitle(of item: Passage) -> TextRange? {
        guard let head = ItemHead.leadingMark(of: item, in: text) else { return nil }
        let title = HeadingParts(of: head, in: text, mentions: mentions, words: words).withoutFullStop.title
        return title.flatMap { text.wordCount($0) >= 2 ? $0 : nil }
    }

    /// A word or three over a talk name its topic, where the headings of the report's talks are mostly that short; not
    /// over a line of speakers, nor in a programme.
    private func isTopic(_ title: TextRange, draft: TalkDraft) -> Bool {
        draft.origin == .heading && draft.parts?.speakers.isEmpty == true && draft.parts?.isQuoted == false
            && draft.parts?.hasTime == false && hasShortHeadings && text.wordCount(title) <= 3
            && draft.byline?.speakers.isEmpty ?? true && !isPhrase(title)
    }

    /// “Un phare sans gardien”, “Repeindre l'escalier”, “La corne, enfin réparée”: words that no topic has, or a mark within.
    private func isPhrase(_ title: TextRange) -> Bool {
        let tokens = text.tokens(in: title)
        // “Et l'accessibilité ?”
        if tokens.first.map({ text.isWord($0, "et") }) ?? false { return false }
        return tokens.dropFirst().contains { position in
            words.phraseWords.match(at: position, before: tokens.upperBound, in: text) != nil
                || [UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ","), UInt8(ascii: ":")]
                    .contains(text.sign(position) ?? 0)
        } || tokens.first.map { isInfinitive($0) && tokens.count >= 3 } ?? false
    }

    /// Whether a word ends as infinitives do, and a determiner follows: “Repeindre l'escalier”, not “Server Push”.
    private func isInfinitive(_ position: Int) -> Bool {
        let word = text.folded(text.tokens[position].range)
        guard word.hasSuffix("er") || word.hasSuffix("ir") || word.hasSuffix("re"),
            let next = text.nextWord(from: position + 1, before: text.tokens.count)
        else { return false }
        return words.smallWords.isDeterminer(next, in: text)
    }
}
