import TextModel

/// Decides which unmarked lines do the work of headings.
///
/// Where a document marks its headings, only a line that looks like one by itself (bold, underlined, in capitals, a
/// time slot, a number) is one; elsewhere, a lone line over text that is longer.
struct PseudoHeadings {
    let text: ReportText
    let mentions: PeopleIndex
    /// How lines begin that a site puts around a post.
    private let furniture: PhraseIndex<Bool>
    let words: SectionWords
    let talkWords: TalkWords
    private let hasMarked: Bool
    /// A plain text with lines under some titles: others stand alone between blank lines.
    private let hasUnderlined: Bool
    /// Three lines or more are titles that end with who gave the talk, or three items name both.
    private var endWithSpeakers = false
    /// Three of them have a comma before the name: “Titre, Maud Tessier”.
    private var endWithAppositions = false
    /// Three lines or more are titles that name who gave the talk, or stand over who did.
    private var nameSpeakers = false

    init(
        _ text: ReportText, mentions: PeopleIndex, words: SectionWords, talkWords: TalkWords,
        furniture: PhraseIndex<Bool>
    ) {
        self.furniture = furniture
        self.words = words
        self.talkWords = talkWords
        self.text = text
        self.mentions = mentions
        let areMarked = text.passages.filter { $0.block.kind.headingLevel != nil }.count >= 2
        hasMarked = areMarked && text.document.format != .text
        hasUnderlined = areMarked && !hasMarked
        if !hasMarked, !hasUnderlined {
            endWithAppositions = three { $0.block.candidate?.contains(.openEnd) == true && endsWithApposition($0) }
            endWithSpeakers = threeEndWithSpeakers || threeItemsNameSpeakers
            nameSpeakers = endWithSpeakers || three { $0.block.candidate != nil && isOverByline($0) && !isByline($0) }
        }
    }

    /// “- Maud Tessier, Titre”, with a line behind it: what stands between such items are notes.
    private var threeItemsNameSpeakers: Bool {
        var count = 0
        for passage in text.passages.dropLast()
        where passage.block.kind.isItem && text.wordCount(passage.range) <= 20
            && !text.passages[passage.index + 1].block.kind.isItem
        {
            guard let name = mentions.mentions(in: passage.range).first, mentions.namesInFull(name.range) else {
                continue
            }
            let parts = HeadingParts(
                of: passage.tokens, in: text, mentions: mentions, words: talkWords, companyWords: 2)
            if !parts.speakers.isEmpty, parts.title.map({ text.wordCount($0) >= 2 }) ?? false { count += 1 }
            if count == 3 { return true }
        }
        return false
    }

    private var threeEndWithSpeakers: Bool {
        three { $0.block.candidate?.contains(.openEnd) == true && endsWithSpeaker($0) }
    }

    /// Whether three passages are of a kind.
    private func three(_ isOfKind: (Passage) -> Bool) -> Bool {
        text.passages.lazy.filter(isOfKind).prefix(3).count == 3
    }

    /// The evidence that makes a passage a heading; `nil` for one that is none.
    func look(of passage: Passage) -> HeadingEvidence? {
        guard case .paragraph = passage.block.kind, passage.block.quoteDepth == 0, passage.block.parent == nil,
            passage.range.count >= 2, passage.range.count <= 240, passage.index + 1 < text.passages.count
        else { return nil }
        guard let evidence = passage.block.candidate else { return isClosedTitle(passage) ? [] : nil }
        let strong: HeadingEvidence = [.bold, .underlined, .capitals, .timeSlot, .numbered]
        let look = evidence.intersection(strong)
        if isPost(passage) || readsAsCode(passage) || isCredit(passage) { return nil }
        if isDateline(passage) || hasUnderlined && look.isEmpty && !evidence.contains(.blankBefore) { return nil }
        if hasMarked {
            // “Titre - Maud Tessier” under “Mardi”
            if look.isEmpty, evidence.contains(.openEnd), endsWithSpeaker(passage), hasBody(passage) { return look }
            guard !look.isEmpty, !evidence.contains(.colon) || look.contains(.bold) || look.contains(.timeSlot) else {
                return nil
            }
            if look == .capitals || look == .numbered {
                return evidence.contains(.openEnd) && hasBody(passage) && passage.range.count <= 120 ? look : nil
            }
            return hasBody(passage) || evidence.contains(.blankBefore) ? look : nil
        }
        if !evidence.contains(.openEnd), isClosedTitle(passage) { return look }
        if countsComments(passage) || isOverByline(passage) && !isByline(passage) { return look }
        if isByline(passage) { return nil }
        if evidence.contains(.openEnd), endsWithSpeaker(passage) || endWithAppositions && endsWithApposition(passage),
            !isFurniture(passage)
        {
            return look
        }
        if evidence.contains(.colon), look.isEmpty {
            // “1ère journée :”.
            let count = passage.tokens.count { text.tokens[$0].kind.isWord }
            return count <= 4 && words.role(of: passage.tokens, in: text) == .group ? look : nil
        }
        // “12:35 12:50 - Titre” over the next one: a talk of which nothing is told.
        if look.contains(.timeSlot), text.wordCount(passage.range) >= 4 {
            // “20h30, il est temps d'aller voir ce buffet.”
            return passage.tokens.last.map { text.sign($0) == UInt8(ascii: ".") } ?? false ? nil : look
        }
        if !look.isEmpty, hasBody(passage) { return look }
        guard hasBody(passage), !readsAsSentence(passage), !isFurniture(passage) else { return nil }
        // “Direction le buffet !” of Markdown is a paragraph like any other.
        if text.document.format == .markdown, text.utf8[passage.range.end - 1] == UInt8(ascii: "!") { return nil }
        if nameSpeakers, isWhollyQuoted(passage) { return nil }
        return endWithSpeakers && !isOfReport(passage) && !tellsOfTalk(passage) && !isUnderTalks(passage) ? nil : look
    }

    private static let mostLinesUnderTalks = 12

    /// Under “Les BOF”, where titles name who spoke everywhere else: no line with a speaker stands between.
    private func isUnderTalks(_ passage: Passage) -> Bool {
        let lines = text.passages[..<passage.index].reversed().lazy.filter {
            $0.block.candidate?.contains(.openEnd) == true
        }
        for above in lines.prefix(Self.mostLinesUnderTalks) {
            if isOfReport(above) {
                return above.tokens.contains {
                    talkWords.nouns.match(at: $0, before: above.tokens.upperBound, in: text) != nil
                }
            }
            if endsWithSpeaker(above) { return false }
        }
        return false
    }

    /// Where the titles of talks end with who gave them, a line without a name is a heading only by words such as
    /// “Conclusion” or “Jour 2”; others are notes.
    private func isOfReport(_ passage: Passage) -> Bool {
        guard let told = words.strongestRole(of: passage.tokens, in: text), told.isWhole else { return false }
        return [.conclusion, .group, .logistics, .intro].contains(told.role)
    }

    /// “2 commentaires”: under it stands what readers wrote.
    private func countsComments(_ passage: Passage) -> Bool {
        guard let first = passage.tokens.first, text.tokens[first].kind == .number,
            let told = words.strongestRole(of: first + 1..<passage.tokens.upperBound, in: text)
        else { return false }
        return told.role == .other && told.isWhole
    }

    /// Whether what follows is text that a heading could stand over: a list, or a paragraph that is no such line.
    private func hasBody(_ passage: Passage) -> Bool {
        var next = passage.index + 1
        while next < text.passages.count {
            let follower = text.passages[next]
            switch follower.block.kind {
            case .item, .quote, .code, .cell, .heading: return true
            case .paragraph:
                if follower.block.candidate == nil || isUnfinishedSentence(follower) { return true }
                // A heading over a heading or byline, once.
                return next + 1 < text.passages.count && text.passages[next + 1].block.candidate == nil
                    && text.passages[next + 1].block.kind.isProse
            case .image, .caption, .embed, .rule: next += 1
            }
        }
        return false
    }

    /// “C'est une conférence dont on a beaucoup parlé au bureau”: a sentence without a stop.
    private func isUnfinishedSentence(_ passage: Passage) -> Bool {
        text.wordCount(passage.range) >= 12 && readsAsSentence(passage)
            && passage.tokens.contains { talkWords.smallWords.has($0, [.author, .subject, .third], in: text) }
    }

    /// A short line of names, with “par”, a microphone or nothing before them.
    func isByline(_ passage: Passage) -> Bool {
        // “par Maud Tessier.” ends as no heading does.
        guard passage.range.count <= 160, let mention = mentions.mentions(in: passage.range).first,
            passage.block.candidate != nil || beginsWithAgent(passage)
        else { return false }
        let lead = passage.tokens.prefix { text.tokens[$0].range.start < mention.range.start }
        let leading = lead.filter { text.tokens[$0].kind.isWord }
        if leading.isEmpty {
            return mention.range.end == passage.range.end || !lead.isEmpty || isSecondByline(passage)
        }
        guard let first = leading.first else { return false }
        if leading.count <= 2 { return leadsToSpeaker(first) }
        // “Conférence animée par : Maud Tessier”
        let parts = HeadingParts(of: passage, in: text, mentions: mentions, words: talkWords)
        return leading.count <= 5 && parts.title == nil && parts.kind == nil && !parts.speakers.isEmpty
            && text.wordCount(TextRange(mention.range.start, passage.range.end)) <= 12
    }

    /// “Zoé Martin, gardienne” under “Speakers : Maud Tessier, gardienne”.
    private func isSecondByline(_ line: Passage) -> Bool {
        guard line.index > 0, text.nameBeforeComma(in: line, mentions: mentions) != nil else { return false }
        let above = text.passages[line.index - 1]
        return (above.tokens.first.map(leadsToSpeaker) ?? false) && isByline(above)
    }

    private func beginsWithAgent(_ passage: Passage) -> Bool {
        text.wordCount(passage.range) <= 12
            && passage.tokens.first.flatMap {
                talkWords.agents.match(at: $0, before: passage.tokens.upperBound, in: text)
            }?.value.isBy ?? false
    }

    /// Whether a line that begins with a word goes on with who speaks: “par”, “speaker”.
    func leadsToSpeaker(_ position: Int) -> Bool {
        let end = text.tokens.count
        return talkWords.agents.match(at: position, before: end, in: text) != nil
            || talkWords.labels.match(at: position, before: end, in: text) != nil
    }

    /// Whether such a line follows directly: then this one is the title, however it ends.
    func isOverByline(_ passage: Passage) -> Bool {
        let next = passage.index + 1
        guard next < text.passages.count else { return false }
        if text.passages[next].block.kind.isItem { return isOnlyNames(text.passages[next]) }
        return text.passages[next].block.kind.isProse && isByline(text.passages[next])
    }

    /// The author's name on a line of its own, and what sites put beside it.
    private func isFurniture(_ passage: Passage) -> Bool {
        let line = text[passage.range].lowercased()
        if text.metadata.authors.contains(where: { $0.text.lowercased() == line }) { return true }
        // “6 minutes de lecture”.
        guard let first = passage.tokens.first else { return false }
        // A row of a table, a line of dialogue, a post of a social network.
        if ["|", "—"].contains(text[text.tokens[first].range]) || line.contains("pic.twitter.com") { return true }
        // What attributes of kramdown leave behind a picture: “Le phare {: .center }”.
        if line.hasSuffix("}"), line.contains("{:") { return true }
        if text.tokens[first].kind == .number { return line.contains("min") && passage.tokens.count <= 9 }
        // The name of whoever signs stands alone near the beginning.
        if passage.index <= 3, let name = mentions.mentions(in: passage.range).first, name.range == passage.range {
            return true
        }
        let end = passage.tokens.upperBound
        let start = text.tokens[first].kind == .emoji ? text.nextWord(from: first + 1, before: end) : first
        return start.flatMap { furniture.match(at: $0, before: end, in: text) } != nil
    }

    func isQuoted(_ position: Int) -> Bool {
        ["\"", "“", "«"].contains(text[text.tokens[position].range])
    }
}
