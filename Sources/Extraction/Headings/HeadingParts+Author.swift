import TextModel

/// The author of the report as one who gave the talk of a heading.
extension HeadingParts {
    /// “Titre, par votre serviteur”.
    mutating func takeAuthor() {
        guard speakers.isEmpty else { return }
        if saysOnlyWhoseTalk {
            isByAuthor = true
            rest = rest.lowerBound..<rest.lowerBound
            return
        }
        for position in rest {
            guard let agent = words.agents.match(at: position, before: rest.upperBound, in: text), agent.value.isBy,
                let next = text.nextWord(from: agent.end, before: rest.upperBound),
                let author = words.author.match(at: next, before: rest.upperBound, in: text),
                text.nextWord(from: author.end, before: rest.upperBound).map(text.isSeparator) ?? true
            else { continue }
            isByAuthor = true
            rest = rest.lowerBound..<position
            trim()
            return
        }
        takeAuthorAtEnd()
    }

    /// “Et ma conférence ?”, “L'instant réclame, mon propre talk”: what ends so says whose talk it is and not what it is on.
    private var saysOnlyWhoseTalk: Bool {
        rest.contains { position in
            guard words.smallWords.has(position, .possessive, in: text),
                !words.smallWords.has(position, .theirs, in: text),
                let next = text.nextWord(from: position + 1, before: rest.upperBound)
            else { return false }
            // “ma propre conférence”
            let nouns = [next] + (text.nextWord(from: next + 1, before: rest.upperBound).map { [$0] } ?? [])
            guard
                let noun = nouns.lazy.compactMap({ words.oneTalk(at: $0, before: rest.upperBound, in: text) }).first,
                // “Des lampes aux feux : notre retour d'expérience” is a title.
                noun.value != .testimony, noun.value != .demo,
                !(noun.end..<rest.upperBound).contains(where: { text.tokens[$0].kind.isWord })
            else { return false }
            let before = text.previousWord(before: position, from: rest.lowerBound)
            return before.map { text.isSeparator($0) || text.isWord($0, "et") } ?? true
        }
    }

    /// “Titre - moi”, “Titre (votre serviteur)”.
    private mutating func takeAuthorAtEnd() {
        let last = rest.last.flatMap { text.sign($0) == UInt8(ascii: ")") ? $0 : nil } ?? rest.upperBound
        for position in rest.suffix(10) where position > rest.lowerBound {
            guard let author = words.author.match(at: position, before: last, in: text),
                text.nextWord(from: author.end, before: last) == nil,
                let mark = text.previousWord(before: position, from: rest.lowerBound),
                text.isDash(mark) || text.sign(mark) == UInt8(ascii: "(") || text.sign(mark) == UInt8(ascii: "|"),
                text.nextWord(from: rest.lowerBound, before: mark) != nil
            else { continue }
            isByAuthor = true
            rest = rest.lowerBound..<mark
            trim()
            return
        }
    }

    /// “Titre - Maud Tessier et moi”: what stands behind the last names.
    mutating func takeAuthor(beside group: NameGroup?) {
        guard let group, let joining = text.nextWord(from: group.tokens.upperBound, before: rest.upperBound),
            isJoining(joining), let next = text.nextWord(from: joining + 1, before: rest.upperBound),
            let author = words.author.match(at: next, before: rest.upperBound, in: text),
            (author.end..<rest.upperBound).allSatisfy({
                text.isSeparator($0) || text.tokens[$0].kind == .emoji || text.sign($0) == UInt8(ascii: ")")
            })
        else { return }
        isByAuthor = true
        rest = rest.lowerBound..<group.tokens.upperBound
    }

    /// “moi-même, et X”: the author and others.
    func isAuthorAnd(_ tokens: Range<Int>) -> Bool {
        guard let start = tokens.first(where: { !text.isSeparator($0) && text.tokens[$0].kind != .emoji }),
            let author = words.author.match(at: start, before: tokens.upperBound, in: text)
        else { return false }
        return (author.end..<tokens.upperBound).allSatisfy { text.isSeparator($0) || isJoining($0) }
    }
}
