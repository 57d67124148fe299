import TextModel

/// Speakers without a name in a heading.
extension HeadingParts {
    /// “Titre, par un étudiant de Brest”, “Deux devs d'Acme – Titre”.
    mutating func takeUnnamed() {
        guard speakers.isEmpty, !isByAuthor, reporters == nil else { return }
        for phrase in words.speakerNouns.phrases(in: rest, of: text)
        where phrase.kind == .person || phrase.kind == .team || phrase.kind == .definite {
            if let open = bracket(around: phrase) {
                unnamed = phrase
                kind = kind ?? format(after: open)
                rest = rest.lowerBound..<open
                trim()
                return
            }
            if let comma = commaAfterTitle(before: phrase) {
                unnamed = phrase
                rest = rest.lowerBound..<comma
                trim()
                return
            }
            let first = text.nextWord(from: rest.lowerBound, before: rest.upperBound)
            // “Deux gardiennes de Brest”
            if first == phrase.tokens.lowerBound, phrase.kind == .person, phrase.count > 1, isWholeHeading(phrase) {
                unnamed = phrase
                rest = rest.upperBound..<rest.upperBound
                return
            }
            if first == phrase.tokens.lowerBound, phrase.kind == .person, phrase.count > 1 || isOfSomebody(phrase) {
                let tail = phrase.tokens.upperBound..<min(rest.upperBound, phrase.tokens.upperBound + 16)
                guard let mark = tail.first(where: { text.isStrongMark($0) && text.tokens[$0].kind != .word }),
                    text.nextWord(from: mark + 1, before: rest.upperBound) != nil,
                    text.nextWord(from: phrase.tokens.upperBound, before: mark).map({ !text.isSeparator($0) }) ?? true
                else { continue }
                unnamed = phrase
                rest = mark + 1..<rest.upperBound
                trim()
                return
            }
            guard
                let last = text.previousWord(before: phrase.tokens.lowerBound, from: rest.lowerBound),
                let agent = (max(rest.lowerBound, last - 4)...last).first(where: { start in
                    words.agents.match(at: start, before: phrase.tokens.lowerBound, in: text).map {
                        $0.end == last + 1 && $0.value.isBy
                    } ?? false
                }),
                (phrase.tokens.upperBound..<rest.upperBound).count(where: { text.tokens[$0].kind.isWord }) <= 8,
                text.nextWord(from: rest.lowerBound, before: agent) != nil,
                agent < last && phrase.kind != .definite || endsTitle(before: agent)
            else { continue }
            unnamed = phrase
            rest = rest.lowerBound..<agent
            trim()
            return
        }
    }

    /// “Titre – Maud Tessier, Zoé Martin & les autres”: what ends a row of names.
    mutating func takeOthers(behind group: NameGroup?) {
        guard let group, let joining = text.nextWord(from: group.tokens.upperBound, before: rest.upperBound),
            isJoining(joining) || text.sign(joining) == UInt8(ascii: "&"),
            let next = text.nextWord(from: joining + 1, before: rest.upperBound),
            let others = words.otherPeople.match(at: next, before: rest.upperBound, in: text),
            (others.end..<rest.upperBound).allSatisfy({
                text.isSeparator($0) || text.tokens[$0].kind == .emoji || text.sign($0) == UInt8(ascii: ".")
            })
        else { return }
        rest = rest.lowerBound..<group.tokens.upperBound
    }

    /// Whether nothing follows people but where they belong: no mark, and five words at most.
    private func isWholeHeading(_ phrase: SpeakerNouns.Phrase) -> Bool {
        let tail = phrase.tokens.upperBound..<rest.upperBound
        // “5 lightning talks” are talks.
        if phrase.tokens.contains(where: { words.nouns.match(at: $0, before: rest.upperBound, in: text) != nil }) {
            return false
        }
        return tail.count { text.tokens[$0].kind.isWord } <= 5
            && !tail.contains { text.tokens[$0].kind == .punctuation }
            && (text.nextWord(from: tail.lowerBound, before: tail.upperBound) == nil || isOfSomebody(phrase))
    }

    /// Where the brackets open that end the heading and begin with a person, or where the dash stands before one who ends
    /// it: “Titre (un étudiant de Brest)”, “Titre (REX, deux gardiennes)”, “Titre - deux étudiantes de Brest”.
    func bracket(around phrase: SpeakerNouns.Phrase) -> Int? {
        guard phrase.kind == .person,
            let open = text.previousWord(before: phrase.tokens.lowerBound, from: rest.lowerBound),
            text.nextWord(from: rest.lowerBound, before: open) != nil
        else { return nil }
        if text.isDash(open) {
            let tail = phrase.tokens.upperBound..<rest.upperBound
            let isShort = tail.count { text.tokens[$0].kind.isWord } <= 6
            return isShort && !tail.contains(where: text.isStrongMark) ? open : nil
        }
        if text.sign(open) == UInt8(ascii: ","),
            let first = rest.last(where: { $0 < open && text.sign($0) == UInt8(ascii: "(") }),
            let noun = text.nextWord(from: first + 1, before: open),
            let match = words.nouns.match(at: noun, before: open, in: text),
            text.nextWord(from: match.end, before: open) == nil
        {
            return text.nextWord(from: rest.lowerBound, before: first) == nil ? nil : first
        }
        guard text.sign(open) == UInt8(ascii: "("),
            let end = text.endOfBrackets(at: open, before: rest.upperBound),
            !(end..<rest.upperBound).contains(where: { text.tokens[$0].kind.isWord })
        else { return nil }
        return open
    }

    /// The kind that the first word in brackets tells: “Titre (REX, deux gardiennes)”.
    private func format(after bracket: Int) -> TalkKind? {
        guard let noun = text.nextWord(from: bracket + 1, before: rest.upperBound),
            let kind = words.nouns.match(at: noun, before: rest.upperBound, in: text)?.value
        else { return nil }
        return kind == .talk ? nil : kind
    }

    /// The comma between a quotation or emphasis with which the heading begins and those who gave it: “« Titre », deux
    /// étudiantes de Brest”.
    private func commaAfterTitle(before phrase: SpeakerNouns.Phrase) -> Int? {
        guard phrase.kind != .definite,
            let comma = text.previousWord(before: phrase.tokens.lowerBound, from: rest.lowerBound),
            text.sign(comma) == UInt8(ascii: ","),
            let last = text.previousWord(before: comma, from: rest.lowerBound),
            text.closesQuotation(last) || text.startOfTitle(endingAt: last, from: rest.lowerBound) != nil
        else { return nil }
        return comma
    }

    /// Whether the words right behind one person tell where they belong: “un architecte d'une mutuelle”.
    func isOfSomebody(_ phrase: SpeakerNouns.Phrase) -> Bool {
        guard let next = text.nextWord(from: phrase.tokens.upperBound, before: rest.upperBound) else { return false }
        return words.smallWords.has(next, [.of, .ofThe, .belonging], in: text) || text.isWord(next, "en")
    }

    /// Whether a comma, a dash, a quotation or emphasis ends before a position.
    func endsTitle(before position: Int) -> Bool {
        guard let last = text.previousWord(before: position, from: rest.lowerBound) else { return false }
        return text.isSeparator(last) || text.closesQuotation(last)
            || text.startOfTitle(endingAt: last, from: rest.lowerBound) != nil
    }
}
