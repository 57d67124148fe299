import Lexicons
import TextModel

/// The title of a talk beside a candidate, which tells that its speaker's name stands there.
extension NameSurroundings {
    /// “« Titre », par Zozo”, “*Titre* de Zozo”, “l'atelier de Zozo”; “Zozo, « Titre »” as the first words. Brackets behind a
    /// title may hold a room.
    func isBesideTitle(_ candidate: NameCandidate) -> Bool {
        let passage = text.passages[runs[candidate.run].passage]
        let first = words[candidate.words.lowerBound].token
        let left = neighbour(of: first, step: -1, in: passage)
        if let left {
            let classes = entry(of: text.tokens[left]).classes
            let isBy = classes.contains(.agent) && text.isWord(left, "par")
            let isOf = classes.contains(.of) && !classes.contains(.article)
            if isBy || isOf {
                return endsTitle(before: left) || isOf && self.classes(before: left, passage).contains(.presentation)
            }
            guard text.sign(left) == UInt8(ascii: ",") || runs[candidate.run].startsSentence else { return false }
        }
        let last = words[candidate.words.upperBound - 1].token
        guard let comma = neighbour(of: last, step: 1, in: passage), text.sign(comma) == UInt8(ascii: ","),
            let open = neighbour(of: comma, step: 1, in: passage)
        else { return false }
        return text.opensQuotation(open)
            || text.marks(in: text.tokens[open].range).contains { mark in
                mark.kind == .emphasis && mark.range.start == text.tokens[open].range.start
                    && text.utf8[mark.range.start..<mark.range.end].contains(0x20)
            }
    }

    /// “Zozo et Zaza”: whether only “et” stands between two candidates.
    func areJoined(_ left: NameCandidate, _ right: NameCandidate) -> Bool {
        let passage = text.passages[runs[left.run].passage]
        guard let and = neighbour(of: words[left.words.upperBound - 1].token, step: 1, in: passage),
            text.isWord(and, "et")
        else { return false }
        return neighbour(of: and, step: 1, in: passage) == words[right.words.lowerBound].token
    }

    /// “Zozo a montré …”, “Zozo raconte …”: a verb of telling right behind, or the participle of one of speaking or showing.
    func tellsSomething(_ candidate: NameCandidate) -> Bool {
        let passage = text.passages[runs[candidate.run].passage]
        let last = words[candidate.words.upperBound - 1].token
        guard let verb = neighbour(of: last, step: 1, in: passage) else { return false }
        guard text.isWord(verb, "a") || text.isWord(verb, "ont") else {
            return entry(of: text.tokens[verb]).classes.contains(.telling)
        }
        // Without its accent the participle is the present: montré, montre.
        guard let participle = neighbour(of: verb, step: 1, in: passage),
            text.utf8[text.tokens[participle].range.end - 1] == 0xA9
        else { return false }
        return entry(of: text.tokens[participle]).classes.contains(.verb)
    }

    /// What stands before `de` in `le talk de Zoé`, or before a topic and `de` in `le talk Docker de Zoé`.
    func classes(beforeTopic of: Int, _ passage: Passage) -> NameEntry.Classes {
        guard let noun = neighbour(of: of, step: -1, in: passage) else { return [] }
        let classes = entry(of: text.tokens[noun]).classes
        guard isCapital(text.tokens[noun]), text.tokens[noun].kind == .word, classes.isDisjoint(with: .presentation),
            let before = neighbour(of: noun, step: -1, in: passage), text.tokens[before].kind == .word
        else { return classes }
        return entry(of: text.tokens[before]).classes.contains(.presentation) ? .presentation : classes
    }

    /// Titre de trois mots : Zoé Martin
    func weighBehindTitle(_ candidate: inout NameCandidate, _ colon: Int, _ passage: Passage) {
        guard case .heading = passage.block.kind, candidate.kind == .full || candidate.kind == .unknown,
            endsLine(candidate, passage), passage.tokens.lowerBound < colon,
            text.wordCount(TextRange(passage.range.start, text.tokens[colon].range.start)) >= 3
        else { return }
        add(&candidate, 2, "tail_of_title")
        candidate.place = .tail
    }

    /// **Titre** (Xhyra Qvolo, Exemple): an unknown name with which brackets begin behind a title, and what is said of it.
    func isGiverInBrackets(_ candidate: NameCandidate, _ bracket: Int, _ passage: Passage) -> Bool {
        guard candidate.kind == .unknown, endsTitle(before: bracket),
            let right = neighbour(of: words[candidate.words.upperBound - 1].token, step: 1, in: passage)
        else { return false }
        return text.sign(right) == UInt8(ascii: ",")
    }

    /// Speaker : « Zozo »
    func isQuotedAfterLabel(_ candidate: NameCandidate, _ quote: Int, _ passage: Passage) -> Bool {
        guard text.opensQuotation(quote),
            let right = neighbour(of: words[candidate.words.upperBound - 1].token, step: 1, in: passage),
            text.closesQuotation(right), let colon = neighbour(of: quote, step: -1, in: passage),
            text.sign(colon) == UInt8(ascii: ":")
        else { return false }
        return !classes(before: colon, passage).isDisjoint(with: [.agent, .role])
    }

    /// Xhyra Qvolo pour « Titre »: whether a preposition stands at a position and a quotation begins behind it.
    func isBeforeTitle(_ position: Int, _ passage: Passage) -> Bool {
        guard text.isWord(position, "pour") || text.isWord(position, "avec") || text.isWord(position, "sur"),
            let quote = neighbour(of: position, step: 1, in: passage)
        else { return false }
        return text.opensQuotation(quote)
    }

    /// What follows the comma that ends an apposition of a few words.
    func endOfApposition(from start: Int, _ passage: Passage) -> Int? {
        var index = start
        while index < passage.tokens.upperBound, index - start <= 24 {
            switch text.tokens[index].kind {
            case .word, .elidedWord, .hyphenatedWord, .number, .space: break
            case .punctuation:
                return text.sign(index) == UInt8(ascii: ",") ? neighbour(of: index, step: 1, in: passage) : nil
            default: return nil
            }
            index += 1
        }
        return nil
    }
}
