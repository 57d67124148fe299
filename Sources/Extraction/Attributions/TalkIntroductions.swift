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

        var hasAny: Bool { noun != nil || title != nil || !names.isEmpty || hasTime }

        /// “J'ai discuté avec”: whom the author met there.
        var isMeeting = false

        /// Two signs, one of which is the talk, its title or its speaker.
        var introduce: Bool {
            if isMeeting, noun == nil, title == nil { return false }
            let strong = (noun == nil ? 0 : 1) + (title == nil ? 0 : 1) + (names.isEmpty ? 0 : 1)
            let weak =
                (isAttended ? 1 : 0) + (isOrdered ? 1 : 0) + (hasTime ? 1 : 0) + (isGiven && title != nil ? 1 : 0)
            if hasTime && strong >= 1 || isGivenBySomebody || isOwn || isByNew { return true }
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
            // “Vendredi matin, réveil difficile. Deux développeuses présentaient « Titre ».”
            if !signs.introduce, !signs.hasAny, !isNote, sentence == first, first + 1 < passage.sentences.upperBound,
                text.wordCount(text.sentences[first].range) <= 10
            {
                let next = self.signs(of: text.tokens(in: text.sentences[first + 1].range), in: passage, seen: seen)
                if next.title != nil { (sentence, signs) = (first + 1, next) }
            }
            if signs.introduce {
                found.append(
                    Attribution(
                        speakers: signs.names.map { .init(person: $0.person, range: $0.range) },
                        sentence: sentence, passage: passage.index, range: text.sentences[sentence].range,
                        rule: signs.isOwn ? .author : .introduced, title: isNote ? noteTitle(of: passage) : nil,
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
    ///   - leadsToSession: whether a link does.
    func passages(
        within passage: Passage, known: Set<Int>, leadsToSession: (Mark) -> Bool
    ) -> [Attribution] {
        guard passage.block.quoteDepth == 0, isText(passage) else { return [] }
        return passage.sentences.compactMap { sentence -> Attribution? in
            let tokens = text.tokens(in: text.sentences[sentence].range)
            guard let step = step(in: tokens, known: known, leadsToSession) else { return nil }
            // A title of its own is another talk, though the speaker gave one before.
            let signs = signs(of: tokens, in: passage, seen: step.title == nil ? known : [])
            return Attribution(
                speakers: signs.names.map { .init(person: $0.person, range: $0.range) },
                sentence: sentence, passage: passage.index, range: text.sentences[sentence].range,
                rule: signs.isOwn ? .author : .introduced, title: step.title, kind: signs.noun)
        }
    }

    /// That a sentence passes to a talk, with its title if it gives one.
    private struct Step {
        var title: TextRange?
    }

    private func step(in tokens: Range<Int>, known: Set<Int>, _ leadsToSession: (Mark) -> Bool) -> Step? {
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        if let first = text.nextWord(from: tokens.lowerBound, before: tokens.upperBound),
            let opener = words.openers.match(at: first, before: tokens.upperBound, in: text)
        {
            switch opener.value {
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
        if isOwn(tokens) || isNextTalk(tokens) || isByNew(tokens, known) || opensWithNew(tokens, known) { return Step() }
        for mark in text.marks(in: text.range(of: tokens)) where leadsToSession(mark) {
            if let title = quoted.title(of: mark.range) { return Step(title: title) }
        }
        return nil
    }

    /// “C'était ensuite mon tour”: whether the author says of a talk that it was theirs.
    private func isOwn(_ tokens: Range<Int>) -> Bool {
        tokens.contains { words.ownTalks.match(at: $0, before: tokens.upperBound, in: text) != nil }
    }

    /// “La conférence suivante”, “Le talk sur les phares qui suivait”: whether a sentence begins with the next talk.
    private func isNextTalk(_ tokens: Range<Int>) -> Bool {
        guard let article = text.nextWord(from: tokens.lowerBound, before: tokens.upperBound),
            ["le", "la", "l'"].contains(text.folded(text.tokens[article].range)),
            let noun = text.nextWord(from: article + 1, before: tokens.upperBound),
            let talk = words.nouns.match(at: noun, before: tokens.upperBound, in: text), !text.endsInS(talk.end - 1)
        else { return false }
        return (talk.end..<min(tokens.upperBound, talk.end + 16)).contains {
            words.following.match(at: $0, before: tokens.upperBound, in: text) != nil
        }
    }

    /// “deux étudiants ont présenté”, “un retour d'expérience par deux étudiants”: whether those of whom the words tell
    /// first have no name and gave a talk, to others than the author alone.
    ///
    /// - Parameter mayTell: whether a verb of telling is enough.
    private func isGivenBySomebody(_ tokens: Range<Int>, mayTell: Bool) -> Bool {
        guard let subject = words.speakerNouns.phrases(in: tokens, of: text).first, subject.kind == .person else {
            return false
        }
        let scanner = AttributionScanner(words: words)
        if scanner.attributes(to: subject.tokens, in: tokens, of: text) == .by,
            (tokens.lowerBound..<subject.tokens.lowerBound).contains(where: { speaksOfTalk(at: $0, before: tokens.upperBound) })
        {
            return true
        }
        guard opens(subject.tokens.lowerBound, in: tokens),
            let reason = scanner.verb(
                after: NameGroup(members: [], range: text.range(of: subject.tokens), tokens: subject.tokens),
                in: tokens, of: text),
            reason.rule == .givesTalk || mayTell
        else { return false }
        return !(subject.tokens.upperBound..<reason.end).contains { text.isWord($0, "m'") || text.isWord($0, "me") }
    }

    /// A word for a talk, or “présentée”, or the end of a title, at a position.
    private func speaksOfTalk(at position: Int, before end: Int) -> Bool {
        words.nouns.match(at: position, before: end, in: text) != nil
            || words.verbs.match(at: position, before: end, in: text)?.value == .giving
            || text.closesQuotation(position) || text.startOfTitle(endingAt: position, from: max(0, position - 40)) != nil
    }

    /// “un étudiant de l'école sur les lampes”: somebody without a name, where they belong, and “sur”.
    private func isSomebodyOnTopic(_ tokens: Range<Int>) -> Bool {
        guard let subject = words.speakerNouns.phrases(in: tokens, of: text).first, subject.kind == .person,
            opens(subject.tokens.lowerBound, in: tokens)
        else { return false }
        let next = (subject.tokens.upperBound..<tokens.upperBound).filter { text.tokens[$0].kind.isWord }.prefix(7)
        guard let on = next.first(where: { text.isWord($0, "sur") }) else { return false }
        return !(subject.tokens.upperBound..<on).contains { text.tokens[$0].kind == .punctuation }
    }

    /// “Puis un atelier”, “J'ai terminé par la table ronde”: whether an article and a word for a talk in the singular
    /// follow; a definite article tells another talk only after what the author did.
    private func namesTalk(_ tokens: Range<Int>, after opener: Int) -> Bool {
        guard let article = tokens.first(where: { text.tokens[$0].kind.isWord }),
            let noun = text.nextWord(from: article + 1, before: tokens.upperBound),
            let talk = words.nouns.match(at: noun, before: tokens.upperBound, in: text), isSingular(talk.end - 1)
        else { return false }
        if text.isWord(article, "un") || text.isWord(article, "une") { return true }
        return words.smallWords.isArticle(article, in: text)
            && ["j'", "on", "nous"].contains(text.folded(text.tokens[opener].range))
    }

    /// “Dans le même esprit, Maud Tessier, doctorante, …”, “Puis direction l'amphi pour Maud Tessier”: whether the full name
    /// of somebody who gave no talk before is the first word, a comma aside, or follows a way there.
    private func namesSomebodyNew(_ tokens: Range<Int>, _ known: Set<Int>) -> Bool {
        guard var first = tokens.first(where: { text.tokens[$0].kind.isWord }) else { return false }
        if words.moves.match(at: first, before: tokens.upperBound, in: text)?.value == .attend
            || words.nameLeads.match(at: first, before: tokens.upperBound, in: text) != nil,
            let name = mentions.mentions(in: text.range(of: first..<min(tokens.upperBound, first + 16))).first
        {
            let start = text.token(at: name.range.start)
            guard let lead = text.previousWord(before: start, from: first),
                ["pour", "avec", "par", "chez"].contains(text.folded(text.tokens[lead].range))
            else { return false }
            first = start
        }
        return mentions.mentions(in: text.range(of: first..<tokens.upperBound)).first.map {
            $0.range.start == text.tokens[first].range.start && mentions.namesInFull($0.range)
                && !known.contains($0.person)
        } ?? false
    }

    /// “Sur les bouées enfin, par Maud Tessier, …”, “c'est Maud Tessier qui a ouvert”: whether the words say outright that
    /// somebody new gave a talk.
    private func isByNew(_ tokens: Range<Int>, _ known: Set<Int>) -> Bool {
        mentions.mentions(in: text.range(of: tokens)).contains { name in
            guard mentions.namesInFull(name.range), !known.contains(name.person) else { return false }
            let start = text.token(at: name.range.start)
            guard let before = text.previousWord(before: start, from: tokens.lowerBound) else { return false }
            if text.isWord(before, "par") {
                let mark = text.previousWord(before: before, from: tokens.lowerBound)
                return mark.map { text.sign($0) == UInt8(ascii: ",") } ?? false
            }
            guard text.isWord(before, "est"), let this = text.previousWord(before: before, from: tokens.lowerBound),
                text.isWord(this, "c'"),
                let next = text.tokens(in: TextRange(name.range.end, text.range(of: tokens).end)).first(where: {
                    text.tokens[$0].kind.isWord
                })
            else { return false }
            return text.isWord(next, "qui")
        }
    }

    /// “Maud Tessier a relevé le niveau avec une heure de live coding”: whether a sentence begins with the full name of
    /// somebody new and holds a word for a talk in the singular.
    private func opensWithNew(_ tokens: Range<Int>, _ known: Set<Int>) -> Bool {
        guard let first = text.nextWord(from: tokens.lowerBound, before: tokens.upperBound),
            let name = mentions.mentions(in: text.range(of: tokens)).first,
            name.range.start == text.tokens[first].range.start, mentions.namesInFull(name.range),
            !known.contains(name.person)
        else { return false }
        return tokens.contains { position in
            words.nouns.match(at: position, before: tokens.upperBound, in: text).map { isSingular($0.end - 1) } ?? false
        }
    }

    /// Whether nothing stands before a position, or at most four words and a comma: “Juste avant midi, …”.
    private func opens(_ position: Int, in tokens: Range<Int>) -> Bool {
        guard let last = text.previousWord(before: position, from: tokens.lowerBound) else { return true }
        return text.sign(last) == UInt8(ascii: ",")
            && (tokens.lowerBound..<last).count { text.tokens[$0].kind.isWord } <= 4
    }

    /// “La première, de X, …”: “de” or “par”, and a full name.
    private func namesFollow(_ position: Int, before end: Int) -> Bool {
        guard let agent = text.nextWord(from: position, before: end),
            ["de", "d'", "par"].contains(text.folded(text.tokens[agent].range)),
            let name = text.nextWord(from: agent + 1, before: end)
        else { return false }
        return mentions.mentions(in: text.range(of: name..<end)).first {
            $0.range.start == text.tokens[name].range.start && mentions.namesInFull($0.range)
        } != nil
    }

    private func beginsWithTime(_ passage: Passage) -> Bool {
        passage.tokens.first.map { text.tokens[$0].kind == .time } ?? false
    }

    /// In notes that begin with a time, the short sentence after it is the title, without a word for a talk before it.
    private func noteTitle(of passage: Passage) -> TextRange? {
        for sentence in passage.sentences.prefix(2) {
            let range = text.sentences[sentence].range
            let parts = HeadingParts(of: text.tokens(in: range), in: text, mentions: mentions, words: words)
            guard let title = parts.title, mentions.mentions(in: title).isEmpty else { continue }
            let count = text.tokens(in: title).count { text.tokens[$0].kind.isWord }
            if count >= 2, count <= 12 { return withoutStop(title) }
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
            if signs.noun == nil, let match = words.nouns.match(at: position, before: tokens.upperBound, in: text),
                isSingular(match.end - 1)
            {
                signs.noun = match.value
            }
            if words.verbs.match(at: position, before: tokens.upperBound, in: text)?.value == .giving {
                signs.isGiven = true
            }
            if let match = words.moves.match(at: position, before: tokens.upperBound, in: text) {
                switch match.value {
                case .attend: signs.isAttended = true
                case .order: if wordCount <= 6 { signs.isOrdered = true }
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
        let groups = NameGroup.groups(in: tokens, of: text, mentions: mentions)
        let first = groups.firstIndex { group in
            group.members.contains { !seen.contains($0.person) && mentions.namesInFull($0.range) }
        }
        if let first {
            signs.names = groups[ApposedNames(text: text, words: words).joined(first, in: groups)].flatMap(\.members)
        }
        signs.title = QuotedTitle(text: text, mentions: mentions, words: words).find(in: tokens, of: passage, near: nil)
        return signs
    }

    private func isSingular(_ position: Int) -> Bool {
        !text.endsInS(position)
            || ["rex", "bof"].contains(text.folded(text.tokens[position].range))
    }
}
