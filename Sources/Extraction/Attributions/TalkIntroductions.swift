import TextModel

/// Finds paragraphs that begin by introducing a talk, whatever the words.
///
/// No single word does so surely; two signs together do: a word for a talk in the singular, a title in quotation marks
/// or emphasis, the full name of somebody who was not named before, the author's going there, its place in the day.
struct TalkIntroductions {
    let text: ReportText
    let mentions: PeopleIndex
    let words: TalkWords

    private struct Signs {
        var noun: TalkKind?
        var title: TextRange?
        var names: [NameGroup.Member] = []
        var isAttended = false
        var isOrdered = false
        var hasTime = false
        var isGiven = false
        /// “deux étudiants ont présenté”.
        var isGivenBySomebody = false
        /// “c'était mon tour”.
        var isOwn = false
        /// “git, par Maud Tessier”.
        var isByNew = false
        /// “Maud Tessier garde un phare. Elle nous a montré …”
        var isToldNext = false

        var hasAny: Bool { noun != nil || title != nil || !names.isEmpty || hasTime }

        /// “J'ai discuté avec”: whom the author met there.
        var isMeeting = false

        /// Two signs, one of which is the talk, its title or its speaker.
        var introduce: Bool {
            if isMeeting, noun == nil, title == nil { return false }
            let strong = (noun == nil ? 0 : 1) + (title == nil ? 0 : 1) + (names.isEmpty ? 0 : 1)
            let weak =
                (isAttended ? 1 : 0) + (isOrdered ? 1 : 0) + (hasTime ? 1 : 0) + (isGiven && title != nil ? 1 : 0)
            if hasTime && strong >= 1 || isGivenBySomebody || isOwn || isByNew || isToldNext { return true }
            return strong >= 2 || strong >= 1 && weak >= 1 && (!names.isEmpty || title != nil || isAttended || hasTime)
        }
    }

    func all() -> [Attribution] {
        var seen: Set<Int> = []
        var found: [Attribution] = []
        for passage in text.passages {
            guard passage.block.quoteDepth == 0, isText(passage), let first = passage.sentences.first else { continue }
            let isNote = beginsWithTime(passage)
            var sentence = isNote ? first : opening(of: passage, from: first)
            let last = isNote ? min(first + 2, passage.sentences.upperBound - 1) : sentence
            let range = TextRange(text.sentences[sentence].range.start, text.sentences[last].range.end)
            var signs = signs(of: text.tokens(in: range), in: passage, seen: seen)
            signs.isToldNext = isToldNext(signs.names, in: passage, after: sentence)
            // “Vendredi matin, réveil difficile. Deux développeuses présentaient « Titre ».”
            if !signs.introduce, !signs.hasAny, !isNote, sentence == first, first + 1 < passage.sentences.upperBound,
                text.wordCount(text.sentences[first].range) <= 10
            {
                let next = self.signs(of: text.tokens(in: text.sentences[first + 1].range), in: passage, seen: seen)
                if next.title != nil { (sentence, signs) = (first + 1, next) }
            }
            if signs.introduce, !isFailedPlan(text.tokens(in: range)) {
                found.append(
                    Attribution(
                        speakers: signs.names.map { .init(person: $0.person, range: $0.range) },
                        sentence: sentence, passage: passage.index, range: text.sentences[sentence].range,
                        rule: signs.isOwn ? .author : .introduced,
                        title: isNote && !isQuoted(signs.title, in: first) ? noteTitle(of: passage) : nil,
                        kind: signs.noun))
            }
            seen.formUnion(mentions.mentions(in: passage.range).map(\.person))
        }
        return found
    }

    /// The sentences of a paragraph that pass to another talk.
    ///
    /// “L'autre conférence sur les phares…”, “Puis *Des feux sur la mer*…”, “Mention spéciale à *Titre*…”: how such a
    /// sentence begins and what it names; or a title that leads to the page of a session. Asked only where no heading
    /// says what a paragraph is about.
    ///
    /// - Parameters:
    ///   - known: those who gave a talk that is told before.
    ///   - areShort: whether a heading over the passage speaks of lightning talks; then a sentence on what somebody without
    ///     a name presented is another, or one that begins with somebody new.
    ///   - leadsToSession: whether a link does.
    func passages(
        within passage: Passage, known: Set<Int>, areShort: Bool, leadsToSession: (Mark) -> Bool
    ) -> [Attribution] {
        guard passage.block.quoteDepth == 0, isText(passage) else { return [] }
        var areShort = areShort
        return passage.sentences.compactMap { sentence -> Attribution? in
            let tokens = text.tokens(in: text.sentences[sentence].range)
            // “La journée a fini sur des lightning talks. Un apiculteur a raconté …”
            defer { areShort = areShort || tellsShortTalks(tokens) }
            let leading = areShort ? leadingNames(of: tokens, known) : []
            if isFailedPlan(tokens) { return nil }
            let short = !leading.isEmpty || areShort && isGivenBySomebody(tokens, mayTell: true) ? Step() : nil
            guard let step = step(in: tokens, of: passage, known: known, leadsToSession) ?? short else { return nil }
            // A title of its own is another talk, though the speaker gave one before.
            let signs = signs(of: tokens, in: passage, seen: step.title == nil ? known : [])
            return Attribution(
                speakers: (signs.names.isEmpty ? leading : signs.names).map {
                    .init(person: $0.person, range: $0.range)
                },
                sentence: sentence, passage: passage.index, range: text.sentences[sentence].range,
                rule: signs.isOwn ? .author : .introduced, title: step.title,
                kind: signs.noun ?? (areShort ? .lightning : nil))
        }
    }

    /// Whether a sentence speaks of several lightning talks: those after it in the paragraph tell of one each.
    private func tellsShortTalks(_ tokens: Range<Int>) -> Bool {
        tokens.contains { words.severalTalks(at: $0, before: tokens.upperBound, in: text)?.value == .lightning }
    }

    /// That a sentence passes to a talk, with its title if it gives one.
    struct Step {
        var title: TextRange?
    }

    private func step(in tokens: Range<Int>, of passage: Passage, known: Set<Int>, _ leadsToSession: (Mark) -> Bool)
        -> Step?
    {
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        if let first = text.nextWord(from: tokens.lowerBound, before: tokens.upperBound),
            let opener = words.openers.match(at: first, before: tokens.upperBound, in: text)
        {
            switch opener.value {
            case .talk: return Step()
            case .noun:
                guard let noun = text.nextWord(from: opener.end, before: tokens.upperBound) else { break }
                // “Le premier, « Titre », de X”
                if text.sign(noun) == UInt8(ascii: ","),
                    let title = quoted.next(from: noun + 1, before: tokens.upperBound)
                {
                    return Step(title: title)
                }
                if words.nouns.match(at: noun, before: tokens.upperBound, in: text) != nil
                    || text.sign(noun) == UInt8(ascii: ",") && namesFollow(noun + 1, before: tokens.upperBound)
                {
                    return Step()
                }
            case .name:
                if let title = quoted.next(from: opener.end, before: tokens.upperBound) {
                    return Step(title: title)
                }
                if isGivenBySomebody(opener.end..<tokens.upperBound, mayTell: true)
                    || isGivenBySomebody(tokens, mayTell: false)
                    || isSomebodyOnTopic(opener.end..<tokens.upperBound)
                {
                    return Step()
                }
                if namesSomebodyNew(opener.end..<tokens.upperBound, known)
                    || namesTalk(opener.end..<tokens.upperBound, after: first)
                {
                    return Step()
                }
            }
        }
        if isGivenBySomebody(tokens, mayTell: true),
            let title = quoted.find(in: tokens, of: passage, near: nil)
        {
            return Step(title: title)
        }
        if isOwn(tokens) || isNextTalk(tokens) || isVerdictOnTalk(tokens) || isTalkOnTopic(tokens)
            || isByNew(tokens, known)
            || isFeelingAboutTalk(tokens, begins: tokens.lowerBound == passage.tokens.lowerBound)
            || opensWithNew(tokens, known)
        {
            return Step()
        }
        let sessions = text.marks(in: text.range(of: tokens)).filter(leadsToSession)
        for mark in sessions { if let title = quoted.title(of: mark.range) { return Step(title: title) } }
        // “Puis [le passage de la notice au lien](…)” describes it.
        return sessions.contains { text.wordCount($0.range) >= 5 } ? Step() : nil
    }

    private func beginsWithTime(_ passage: Passage) -> Bool {
        passage.tokens.first.map { text.tokens[$0].kind == .time } ?? false
    }

    /// “13h30, « Titre », Maud Tessier encore.”: whether the first sentence holds a title that marks set apart.
    private func isQuoted(_ title: TextRange?, in sentence: Int) -> Bool {
        title.map { text.sentences[sentence].range.overlaps($0) } ?? false
    }

    /// In notes that begin with a time, the short sentence after it is the title, without a word for a talk before it.
    private func noteTitle(of passage: Passage) -> TextRange? {
        for sentence in passage.sentences.prefix(2) {
            let range = text.sentences[sentence].range
            let parts = HeadingParts(of: text.tokens(in: range), in: text, mentions: mentions, words: words)
            guard let title = parts.title, mentions.mentions(in: title).isEmpty,
                words.rooms.match(at: text.token(at: title.start), before: text.tokens.count, in: text) == nil
            else { continue }
            let count = text.wordCount(title)
            let names = mentions.mentions(in: range).map { text.wordCount($0.range) }.reduce(0, +)
            // “La keynote était confiée à Maud Tessier, qui …” is a sentence.
            let isWhole = text.wordCount(TextRange(title.end, range.end)) <= names + 3
            if count >= 2, count <= 12, isWhole { return withoutStop(title) }
        }
        return nil
    }

    private func withoutStop(_ range: TextRange) -> TextRange {
        text.utf8[range.end - 1] == UInt8(ascii: ".") ? TextRange(range.start, range.end - 1) : range
    }

    private func isText(_ passage: Passage) -> Bool {
        switch passage.block.kind {
        case .paragraph: passage.range.count >= 60
        case .item: passage.range.count >= 40
        case .heading, .quote, .code, .cell, .image, .caption, .embed, .rule: false
        }
    }

    /// The first sentence of a paragraph, or the second after a very short one: “Bon.”
    private func opening(of passage: Passage, from first: Int) -> Int {
        let words = text.tokens(in: text.sentences[first].range).count { text.tokens[$0].kind.isWord }
        return words < 4 && first + 1 < passage.sentences.upperBound ? first + 1 : first
    }

    private func signs(of tokens: Range<Int>, in passage: Passage, seen: Set<Int>) -> Signs {
        var signs = Signs()
        var position = tokens.lowerBound
        var wordCount = 0
        while position < tokens.upperBound {
            let kind = text.tokens[position].kind
            if kind.isWord { wordCount += 1 }
            if kind == .time, wordCount < 3 { signs.hasTime = true }
            if signs.noun == nil {
                signs.noun = words.oneTalk(at: position, before: tokens.upperBound, in: text)?.value
            }
            if words.verbs.match(at: position, before: tokens.upperBound, in: text)?.value == .giving {
                signs.isGiven = true
            }
            if let match = words.moves.match(at: position, before: tokens.upperBound, in: text) {
                switch match.value {
                case .attend: signs.isAttended = true
                case .order: if wordCount <= 6 { signs.isOrdered = true }
                case .judge: break
                }
            }
            position += 1
        }
        signs.isGivenBySomebody = isGivenBySomebody(tokens, mayTell: true)
        signs.isOwn = isOwn(tokens)
        signs.isMeeting = tokens.contains {
            words.meetings.match(at: $0, before: tokens.upperBound, in: text) != nil
        }
        signs.isByNew = isByNew(tokens, seen)
        var groups = NameGroup.groups(in: tokens, of: text, mentions: mentions)
        // “introduite par Maud Tessier, puis par Karim Haddad”
        if groups.contains(where: { words.leadToHost(before: $0.tokens.lowerBound, in: text) }) { groups = [] }
        let first = groups.firstIndex { group in
            group.members.contains { !seen.contains($0.person) && mentions.namesInFull($0.range) }
        }
        if let first {
            signs.names = groups[ApposedNames(text: text, words: words).joined(first, in: groups)].flatMap(\.members)
        }
        signs.title = QuotedTitle(text: text, mentions: mentions, words: words).find(in: tokens, of: passage, near: nil)
        return signs
    }
}
