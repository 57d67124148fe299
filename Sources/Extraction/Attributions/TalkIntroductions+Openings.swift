import TextModel

/// What the words of a sentence say of a talk that it introduces: whose it is, or that another follows.
extension TalkIntroductions {
    /// “C'était ensuite mon tour”: whether the author says of a talk that it was theirs.
    func isOwn(_ tokens: Range<Int>) -> Bool {
        tokens.contains { words.ownTalks.match(at: $0, before: tokens.upperBound, in: text) != nil }
    }

    /// “Maud Tessier devait parler de ses lampes, elle était malade”: whether a sentence tells of a plan and what came between.
    func isFailedPlan(_ tokens: Range<Int>) -> Bool {
        guard let plan = tokens.first(where: { words.tellPlan($0, in: text) }) else { return false }
        return words.keepSomebodyAway(plan..<tokens.upperBound, in: text)
    }

    /// “Maud Tessier garde un phare. Elle nous a montré …”, “… Son talk portait sur …”: whether a paragraph begins with the
    /// full name of somebody new, and its next sentence says of that one that they gave a talk.
    func isToldNext(_ names: [NameGroup.Member], in passage: Passage, after sentence: Int) -> Bool {
        guard let first = names.first, first.range.start == passage.range.start,
            sentence + 1 < passage.sentences.upperBound
        else { return false }
        let tokens = text.tokens(in: text.sentences[sentence + 1].range)
        let opening = tokens.filter { text.tokens[$0].kind.isWord }.prefix(7)
        guard let start = opening.first else { return false }
        if words.smallWords.has(start, .third, in: text) {
            return opening.contains {
                words.verbs.match(at: $0, before: tokens.upperBound, in: text)?.value == .giving
            }
        }
        return opening.prefix(3).contains { position in
            guard words.smallWords.has(position, .theirs, in: text),
                let noun = text.nextWord(from: position + 1, before: tokens.upperBound)
            else { return false }
            return words.oneTalk(at: noun, before: tokens.upperBound, in: text) != nil
        }
    }

    /// “J'ai adoré la conférence sur les phares”, “Petite déception pour le talk sur le sel”: whether a sentence passes to a
    /// talk on something within its first words, after what the author did or felt.
    func isTalkOnTopic(_ tokens: Range<Int>) -> Bool {
        let opening = tokens.filter { text.tokens[$0].kind.isWord }.prefix(12)
        guard let first = opening.first,
            let talk = opening.lazy.compactMap({ words.oneTalk(behindArticle: $0, before: tokens.upperBound, in: text) }
            )
            .first, talk.value != .demo, talk.value != .other,
            let next = text.nextWord(from: talk.end, before: tokens.upperBound), text.isWord(next, "sur")
        else { return false }
        let lead = opening.prefix { $0 < talk.end }
        // “Après le repas j'ai voulu aller à l'atelier sur …” passes to none.
        let opener = words.openers.match(at: first, before: talk.end, in: text).flatMap {
            $0.value == .name ? $0.end : nil
        }
        return opener.map { end in lead.count { $0 >= end } <= 4 } ?? false
            || words.smallWords.has(first, .subject, in: text)
                && lead.contains { position in
                    words.moves.match(at: position, before: tokens.upperBound, in: text).map {
                        $0.value == .attend || $0.value == .judge
                    } ?? false
                }
    }

    /// “J'ai aussi été déçue par l'atelier du jeudi”: whether a sentence says what the author felt about a talk, and it begins a
    /// paragraph or says that this comes on top.
    func isFeelingAboutTalk(_ tokens: Range<Int>, begins: Bool) -> Bool {
        let opening = tokens.filter { text.tokens[$0].kind.isWord }.prefix(10)
        guard let first = opening.first, words.smallWords.has(first, .subject, in: text),
            begins || opening.contains(where: { text.isWord($0, "aussi") || text.isWord($0, "également") })
        else { return false }
        return opening.contains { position in
            guard let feeling = words.moves.match(at: position, before: tokens.upperBound, in: text),
                feeling.value == .judge, text.isWord(feeling.end - 1, "par"),
                let article = text.nextWord(from: feeling.end, before: tokens.upperBound)
            else { return false }
            return words.oneTalk(behindArticle: article, before: tokens.upperBound, in: text) != nil
        }
    }

    /// “La conférence suivante”, “Le talk sur les phares qui suivait”: whether a sentence begins with the next talk.
    func isNextTalk(_ tokens: Range<Int>) -> Bool {
        guard let article = text.nextWord(from: tokens.lowerBound, before: tokens.upperBound),
            let talk = words.oneTalk(behindArticle: article, before: tokens.upperBound, in: text)
        else { return false }
        return (talk.end..<min(tokens.upperBound, talk.end + 16)).contains {
            words.following.match(at: $0, before: tokens.upperBound, in: text) != nil
        }
    }

    /// “La table ronde sur le gaz était molle”: whether a sentence begins with a session on something and says how it was.
    func isVerdictOnTalk(_ tokens: Range<Int>) -> Bool {
        guard let start = tokens.first(where: { words.smallWords.isArticle($0, in: text) }),
            (tokens.lowerBound..<start).count(where: { text.tokens[$0].kind.isWord }) <= 2,
            let talk = words.oneTalk(behindArticle: start, before: tokens.upperBound, in: text),
            let next = text.nextWord(from: talk.end, before: tokens.upperBound),
            text.isWord(next, "sur"), talk.value != .demo, talk.value != .other
        else { return false }
        return (next..<min(tokens.upperBound, next + 24)).contains {
            words.smallWords.isAuxiliary($0, in: text)
        }
    }

    /// “deux étudiants ont présenté”, “un retour d'expérience par deux étudiants”: whether those of whom the words tell
    /// first have no name and gave a talk, to others than the author alone.
    ///
    /// - Parameter mayTell: whether a verb of telling is enough.
    func isGivenBySomebody(_ tokens: Range<Int>, mayTell: Bool) -> Bool {
        guard let subject = words.speakerNouns.phrases(in: tokens, of: text).first, subject.kind == .person else {
            return false
        }
        let scanner = AttributionScanner(words: words)
        if scanner.attributes(to: subject.tokens, in: tokens, of: text) == .by,
            (tokens.lowerBound..<subject.tokens.lowerBound).contains(where: {
                speaksOfTalk(at: $0, before: tokens.upperBound)
            })
        {
            return true
        }
        guard opens(subject.tokens.lowerBound, in: tokens) else { return false }
        let reason = scanner.verb(
            after: NameGroup(members: [], range: text.range(of: subject.tokens), tokens: subject.tokens),
            in: tokens, of: text)
        guard
            let end = (reason?.rule == .givesTalk || mayTell ? reason?.end : nil)
                ?? (mayTell ? endOfLateVerb(after: subject, in: tokens) : nil)
        else { return false }
        return !(subject.tokens.upperBound..<end).contains { text.isWord($0, "m'") || text.isWord($0, "me") }
    }

    /// “Deux graphistes de l'agence qui a refait les cartes ont présenté”: after “a” or “ont”, as many as they are, and a verb
    /// of giving a talk or telling, with no mark between.
    private func endOfLateVerb(after subject: SpeakerNouns.Phrase, in tokens: Range<Int>) -> Int? {
        let rest = subject.tokens.upperBound..<min(tokens.upperBound, subject.tokens.upperBound + 40)
        for position in rest {
            if text.tokens[position].kind == .punctuation { return nil }
            guard text.isWord(position, subject.count > 1 ? "ont" : "a"),
                let next = text.nextWord(from: position + 1, before: tokens.upperBound),
                let verb = words.verbs.match(at: next, before: tokens.upperBound, in: text)
            else { continue }
            return verb.end
        }
        return nil
    }

    /// A word for a talk, or “présentée”, or the end of a title, at a position.
    func speaksOfTalk(at position: Int, before end: Int) -> Bool {
        words.nouns.match(at: position, before: end, in: text) != nil
            || words.verbs.match(at: position, before: end, in: text)?.value == .giving
            || text.closesQuotation(position)
            || text.startOfTitle(endingAt: position, from: max(0, position - 40)) != nil
    }

    /// “un étudiant de l'école sur les lampes”: somebody without a name, where they belong, and “sur”.
    func isSomebodyOnTopic(_ tokens: Range<Int>) -> Bool {
        guard let subject = words.speakerNouns.phrases(in: tokens, of: text).first, subject.kind == .person,
            opens(subject.tokens.lowerBound, in: tokens)
        else { return false }
        let next = (subject.tokens.upperBound..<tokens.upperBound).filter { text.tokens[$0].kind.isWord }.prefix(7)
        guard let on = next.first(where: { text.isWord($0, "sur") }) else { return false }
        return !(subject.tokens.upperBound..<on).contains { text.tokens[$0].kind == .punctuation }
    }

    /// “Puis un atelier”, “Ensuite, table ronde”, “J'ai terminé par la table ronde”: whether a word for a talk in the
    /// singular follows, with or without an article; a definite article tells another talk only after what the author did.
    func namesTalk(_ tokens: Range<Int>, after opener: Int) -> Bool {
        guard let article = tokens.first(where: { text.tokens[$0].kind.isWord }) else { return false }
        if words.oneTalk(at: article, before: tokens.upperBound, in: text) != nil { return true }
        guard let noun = text.nextWord(from: article + 1, before: tokens.upperBound),
            words.oneTalk(at: noun, before: tokens.upperBound, in: text) != nil
        else { return false }
        if text.isWord(article, "un") || text.isWord(article, "une") { return true }
        return words.smallWords.isArticle(article, in: text)
            && words.smallWords.has(opener, .subject, in: text)
    }

    /// “Dans le même esprit, Maud Tessier, doctorante, …”, “Puis direction l'amphi pour Maud Tessier”: whether the full name
    /// of somebody who gave no talk before is the first word, a comma aside, or follows a way there.
    func namesSomebodyNew(_ tokens: Range<Int>, _ known: Set<Int>) -> Bool {
        guard var first = tokens.first(where: { text.tokens[$0].kind.isWord }) else { return false }
        // “Lui a succédé un doctorant de Nantes, Maud Tessier, qui …”
        if let subject = words.speakerNouns.phrases(in: first..<min(tokens.upperBound, first + 6), of: text).first,
            subject.tokens.lowerBound == first,
            let comma = (subject.tokens.upperBound..<min(tokens.upperBound, subject.tokens.upperBound + 10))
                .first(where: { text.sign($0) == UInt8(ascii: ",") }),
            let name = text.nextWord(from: comma + 1, before: tokens.upperBound)
        {
            first = name
        } else if words.moves.match(at: first, before: tokens.upperBound, in: text)?.value == .attend
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

    /// “Wafa a fait l'inventaire”, “D'abord Karim et Ilse”: those new ones with whom a sentence begins, what passes on aside.
    func leadingNames(of tokens: Range<Int>, _ known: Set<Int>) -> [NameGroup.Member] {
        guard var first = text.nextWord(from: tokens.lowerBound, before: tokens.upperBound) else { return [] }
        if let opener = words.openers.match(at: first, before: tokens.upperBound, in: text), opener.value == .name,
            let next = text.nextWord(from: opener.end, before: tokens.upperBound)
        {
            first = next
        }
        guard let group = NameGroup.groups(in: tokens, of: text, mentions: mentions).first,
            group.tokens.lowerBound == first, known.isDisjoint(with: group.members.map(\.person))
        else { return [] }
        return group.members
    }

    /// “Sur les bouées enfin, par Maud Tessier, …”, “c'est Maud Tessier qui a ouvert”: whether the words say outright that
    /// somebody new gave a talk.
    func isByNew(_ tokens: Range<Int>, _ known: Set<Int>) -> Bool {
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
                let who = wordBehindBrackets(from: text.token(at: name.range.end - 1) + 1, before: tokens.upperBound)
            else { return false }
            return text.isWord(who, "qui") && speaks(who + 1..<tokens.upperBound)
        }
    }

    /// The next word from a position on, brackets passed over: “X (Acme) qui”.
    private func wordBehindBrackets(from start: Int, before end: Int) -> Int? {
        var position = start
        while let next = text.nextWord(from: position, before: end) {
            guard let close = text.endOfBrackets(at: next, before: end) else { return next }
            position = close
        }
        return nil
    }

    /// “qui a ouvert”, but not “qui a gagné”: a verb of giving a talk or telling within three words.
    private func speaks(_ tokens: Range<Int>) -> Bool {
        tokens.filter { text.tokens[$0].kind.isWord }.prefix(3).contains {
            words.verbs.match(at: $0, before: tokens.upperBound, in: text) != nil
        }
    }

    /// “Maud Tessier a relevé le niveau avec une heure de live coding”: whether a sentence begins with the full name of
    /// somebody new and holds a word for a talk in the singular.
    func opensWithNew(_ tokens: Range<Int>, _ known: Set<Int>) -> Bool {
        guard let first = text.nextWord(from: tokens.lowerBound, before: tokens.upperBound),
            let name = mentions.mentions(in: text.range(of: tokens)).first,
            name.range.start == text.tokens[first].range.start, mentions.namesInFull(name.range),
            !known.contains(name.person)
        else { return false }
        return tokens.contains { words.oneTalk(at: $0, before: tokens.upperBound, in: text) != nil }
    }

    /// Whether nothing stands before a position, or at most four words and a comma: “Juste avant midi, …”.
    func opens(_ position: Int, in tokens: Range<Int>) -> Bool {
        guard let last = text.previousWord(before: position, from: tokens.lowerBound) else { return true }
        return text.sign(last) == UInt8(ascii: ",")
            && (tokens.lowerBound..<last).count { text.tokens[$0].kind.isWord } <= 4
    }

    /// “La première, de X, …”: “de” or “par”, and a full name.
    func namesFollow(_ position: Int, before end: Int) -> Bool {
        guard let agent = text.nextWord(from: position, before: end),
            ["de", "d'", "par"].contains(text.folded(text.tokens[agent].range)),
            let name = text.nextWord(from: agent + 1, before: end)
        else { return false }
        return mentions.mentions(in: text.range(of: name..<end)).first {
            $0.range.start == text.tokens[name].range.start && mentions.namesInFull($0.range)
        } != nil
    }
}
