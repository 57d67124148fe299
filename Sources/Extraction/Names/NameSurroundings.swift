import Lexicons
import TextModel

/// What stands beside a candidate: evidence that a name stands there, or that none does.
///
/// An object, since all that weighs candidates keeps it.
final class NameSurroundings {
    let text: ReportText
    let lexicon: NameLexicon
    let words: [NameWord]
    let runs: [NameRun]
    let addresses: AccountAddresses

    init(
        text: ReportText, lexicon: NameLexicon, words: [NameWord], runs: [NameRun], addresses: AccountAddresses
    ) {
        self.text = text
        self.lexicon = lexicon
        self.words = words
        self.runs = runs
        self.addresses = addresses
    }

    /// Adds what the place says to a candidate's score.
    func weigh(_ candidate: inout NameCandidate) {
        let run = runs[candidate.run]
        let passage = text.passages[run.passage]
        let isSingle = candidate.kind == .single || candidate.kind == .given
        dropLabel(&candidate, passage)
        if run.isTitleCased, candidate.kind == .unknown || candidate.kind == .single { candidate.score -= 1 }
        weighLeft(&candidate, run, passage, isSingle: isSingle)
        if candidate.isBarred { return }
        weighRight(&candidate, passage, isSingle: isSingle)
        weighLink(&candidate)
        if candidate.range == passage.range {
            switch passage.block.kind {
            case .image, .caption: add(&candidate, candidate.kind == .single ? 0 : 2, "whole_caption")
            default: break
            }
        }
        NameLines(text: text, surroundings: self).weigh(&candidate, passage)
    }

    func add(_ candidate: inout NameCandidate, _ points: Int, _ rule: String) {
        if points > 0, candidate.score < NameCandidate.accepted { candidate.rule = rule }
        candidate.score += points
    }

    /// `Speaker : Zoé Martin Format : atelier`: lines that are joined, of which each begins with a label.
    private func dropLabel(_ candidate: inout NameCandidate, _ passage: Passage) {
        guard candidate.words.count >= 3, candidate.kind == .full || candidate.kind == .unknown,
            let left = neighbour(of: words[candidate.words.lowerBound].token, step: -1, in: passage),
            text.utf8[text.tokens[left].range.start] == 0x3A
        else { return }
        // Invité surprise : one word more may follow in the label.
        var right = neighbour(of: words[candidate.words.upperBound - 1].token, step: 1, in: passage)
        if let word = right, text.tokens[word].kind == .word, !isCapital(text.tokens[word]) {
            right = neighbour(of: word, step: 1, in: passage)
        }
        guard let right, text.utf8[text.tokens[right].range.start] == 0x3A else { return }
        candidate.words = candidate.words.dropLast()
        candidate.range = TextRange(candidate.range.start, words[candidate.words.upperBound - 1].range.end)
    }

    private func weighRight(_ candidate: inout NameCandidate, _ passage: Passage, isSingle: Bool) {
        let last = words[candidate.words.upperBound - 1].token
        guard let right = neighbour(of: last, step: 1, in: passage) else { return }
        let token = text.tokens[right]
        switch token.kind {
        case .word, .elidedWord:
            let entry = entry(of: token)
            if candidate.kind == .unknown, isBeforeTitle(right, passage) { add(&candidate, 3, "before_title_of_talk") }
            if text.isWord(right, "qui"), !isSingle, isPresented(candidate, passage) {
                add(&candidate, 3, "it_is_who")
            }
            // “Puis Zoé Martin sur les phares”
            if candidate.kind == .full, text.isWord(right, "sur") { add(&candidate, 1, "before_topic") }
            if entry.classes.contains(.verb) {
                let isUs = entry.classes.contains(.us)
                let isUnknown = candidate.kind == .unknown
                let points =
                    isUs ? (isUnknown ? 3 : 2) : isUnknown && entry.classes.contains(.telling) ? 3 : 1
                add(&candidate, points, isUs ? "subject_before_us" : "subject")
                if candidate.kind == .single, givesTalk(right, passage) { add(&candidate, 3, "gives_talk") }
            }
            if entry.classes.contains(.employer), candidate.kind != .single { add(&candidate, 2, "before_employer") }
            if entry.classes.contains(.of), let next = neighbour(of: right, step: 1, in: passage),
                self.entry(of: text.tokens[next]).classes.contains(.employer)
            {
                add(&candidate, 2, "before_employer")
            }
        case .punctuation:
            switch text.utf8[token.range.start] {
            case 0x2C, 0x2D, 0xE2, 0x3A:  // , CTO – CTO : CTO
                guard let next = neighbour(of: right, step: 1, in: passage) else { break }
                let classes = entry(of: text.tokens[next]).classes
                if classes.contains(.role) {
                    add(&candidate, 2, "before_role")
                } else if text.utf8[token.range.start] == 0x2C, !isCapital(text.tokens[next]),
                    !classes.isDisjoint(with: [.article, .label]),
                    candidate.kind == .unknown || candidate.kind == .given
                {
                    // Zoé, une Brestoise; Zoé, qui débute
                    add(&candidate, 1, "before_apposition")
                    if candidate.kind == .unknown, let after = endOfApposition(from: next, passage),
                        isBeforeTitle(after, passage)
                    {
                        add(&candidate, 2, "before_title_of_talk")
                    }
                }
            case 0x28:
                guard let next = neighbour(of: right, step: 1, in: passage) else { break }
                let inside = text.tokens[next]
                if inside.kind == .handle {
                    add(&candidate, 3, "before_handle")
                } else if entry(of: inside).classes.contains(.herself) {
                    add(&candidate, 2, "before_pronoun")
                } else if candidate.kind == .unknown || candidate.kind == .full, isCapital(inside),
                    parenthesisIsShort(from: right, passage)
                {
                    add(&candidate, 1, "before_organisation")
                }
            default: break
            }
        case .number where isSingle:
            // Ariane 5
            add(&candidate, -3, "before_number")
            candidate.rule = "before_number"
        case .handle: if candidate.kind != .single { add(&candidate, 2, "before_handle") }
        default: break
        }
    }

    /// “a animé un atelier”: an auxiliary, a participle, an article and a word for a talk.
    private func givesTalk(_ auxiliary: Int, _ passage: Passage) -> Bool {
        guard text.isWord(auxiliary, "a"), let verb = neighbour(of: auxiliary, step: 1, in: passage),
            text.tokens[verb].kind == .word, text.utf8[text.tokens[verb].range.end - 1] == 0xA9,
            let article = neighbour(of: verb, step: 1, in: passage),
            entry(of: text.tokens[article]).classes.contains(.article),
            let noun = neighbour(of: article, step: 1, in: passage)
        else { return false }
        return entry(of: text.tokens[noun]).classes.contains(.presentation)
    }

    /// “c'est Zoé Martin qui …”: whether “c'est” stands before.
    private func isPresented(_ candidate: NameCandidate, _ passage: Passage) -> Bool {
        guard let verb = neighbour(of: words[candidate.words.lowerBound].token, step: -1, in: passage),
            text.isWord(verb, "est"), let this = neighbour(of: verb, step: -1, in: passage)
        else { return false }
        return text.isWord(this, "c'")
    }

    private func weighLink(_ candidate: inout NameCandidate) {
        guard let link = link(around: candidate.range) else { return }
        let target = addresses.target(of: link.target)
        // [Monsieur Exemple](https://twitter.com/MonsieurExemple): the account of a company with a title in its name.
        if candidate.kind == .titled, link.range != candidate.range, let account = target.account,
            NameKey.key(of: text.utf8[link.range.start..<link.range.end]).filter({ $0 != 0x20 })
                == NameKey.key(of: account)
        {
            candidate.isBarred = true
            candidate.rule = "account_of_organisation"
            return
        }
        let isWhole = link.range == candidate.range
        if target.isPerson, isWhole || candidate.kind == .full {
            add(&candidate, isWhole ? 3 : 1, "link_to_person")
        } else if target.account != nil, isWhole {
            add(&candidate, candidate.kind == .single ? 2 : 3, "link_to_account")
        }
    }

    /// The innermost link that holds a range, with its target.
    func link(around range: TextRange) -> (range: TextRange, target: String)? {
        // Links do not nest; a few other marks may begin between the link's start and the range.
        let before = text.marks(upTo: range.start)
        for index in before.indices.suffix(8).reversed() where before[index].range.contains(range) {
            if case .link(let target) = before[index].kind { return (before[index].range, target) }
        }
        return nil
    }

    // MARK: - Tokens

    /// The next token that is no white space, within the passage.
    func neighbour(of token: Int, step: Int, in passage: Passage) -> Int? {
        var index = token + step
        while passage.tokens.contains(index) {
            if !text.tokens[index].kind.isWhiteSpace { return index }
            index += step
        }
        return nil
    }

    func entry(of token: Token) -> NameEntry {
        let end = token.kind == .abbreviation ? token.range.end - 1 : token.range.end
        return lexicon.entry(of: TextRange(token.range.start, max(token.range.start, end)), in: text.folded)
    }

    func isCapital(_ token: Token) -> Bool {
        text.isCapital(at: token.range.start, before: token.range.end)
    }

    func classes(before token: Int, _ passage: Passage) -> NameEntry.Classes {
        neighbour(of: token, step: -1, in: passage).map { entry(of: text.tokens[$0]).classes } ?? []
    }

    func isLineOfTitle(_ passage: Passage) -> Bool {
        switch passage.block.kind {
        case .heading: true
        case .paragraph, .item, .cell: passage.block.candidate != nil || passage.range.count < 120
        default: false
        }
    }

    /// Whether only other names, an organisation in parentheses or nothing follow in the line.
    func endsLine(_ candidate: NameCandidate, _ passage: Passage) -> Bool {
        guard let right = neighbour(of: words[candidate.words.upperBound - 1].token, step: 1, in: passage) else {
            return true
        }
        let token = text.tokens[right]
        if token.kind == .word { return entry(of: token).classes.contains(.coordination) }
        return token.kind == .punctuation
            && [0x28, 0x2C, 0x2F, 0x26, 0x2D, 0xE2].contains(text.utf8[token.range.start])
    }

    private func parenthesisIsShort(from open: Int, _ passage: Passage) -> Bool {
        var index = open
        while index < passage.tokens.upperBound, index - open < 10 {
            if text.utf8[text.tokens[index].range.start] == 0x29 { return true }
            index += 1
        }
        return false
    }
}
