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

    private func weighLeft(_ candidate: inout NameCandidate, _ run: NameRun, _ passage: Passage, isSingle: Bool) {
        let first = words[candidate.words.lowerBound].token
        guard let left = neighbour(of: first, step: -1, in: passage) else {
            return weighHeadOfLine(&candidate, passage, isSingle: isSingle)
        }
        let token = text.tokens[left]
        switch token.kind {
        case .word, .elidedWord, .hyphenatedWord, .abbreviation:
            let entry = entry(of: token)
            let isOf = entry.classes.contains(.of)
            // de, d', à
            let beforeOf = isOf || token.range.count <= 2 ? classes(before: left, passage) : []
            // a marqué Zoé: `marque` is a thing, its participle is none.
            let isThingBefore =
                isSingle && entry.classes.contains(.thing) && text.utf8[token.range.end - 1] != 0xA9
            if entry.classes.contains(.eponym) || isThingBefore || (isOf && beforeOf.contains(.eponym)) {
                candidate.isBarred = true
                candidate.rule = "eponym"
                return
            }
            let first = words[candidate.words.lowerBound]
            let isThing = isSingle && first.has(.technology)
            if entry.classes.contains(.civility) {
                // le capitaine Exemple; `me` is a pronoun.
                let isTitled = candidate.kind == .single && token.range.count >= 6 && !isCapital(token)
                if isTitled { candidate.kind = .titled }
                add(&candidate, isTitled ? 4 : 2, "after_title")
            }
            if entry.classes.contains(.naming), !isCapital(token), !isThing, !first.has(.place),
                beforeOf.contains(.article) || classes(before: left, passage).contains(.article)
            {
                add(&candidate, 4, "after_certain")
            }
            if entry.classes.contains(.encounter), !isThing, !first.has(.place) { add(&candidate, 2, "after_meeting") }
            if entry.classes.contains(.verb), isSingle, !isThing, !first.has(.place),
                let rule = introduction(of: candidate, by: left, passage)
            {
                add(&candidate, 4, rule)
                candidate.rule = rule
            }
            if entry.classes.contains(.agent), token.range.count == 3, isMoreThanWord(candidate),
                endsTitle(before: left)
            {
                add(&candidate, 4, "after_title_by")
            } else if entry.classes.contains(.agent), !isThing {
                add(&candidate, pointsAfterAgent(candidate, first), "after_agent")
            }
            if entry.classes.contains(.greeting), !isThing, !first.has(.place) { add(&candidate, 2, "after_greeting") }
            if beforeOf.contains(.citation), !entry.classes.contains(.article), isSingle, !isThing,
                first.shape == .capitalized
            {
                add(&candidate, 4, "citation")
            }
            if isOf, !entry.classes.contains(.article), beforeOf.contains(.presentation), !isThing,
                candidate.kind == .unknown || candidate.kind == .full || candidate.kind == .given
            {
                add(&candidate, candidate.kind == .unknown ? 2 : 1, "giver_of_talk")
            }
            if !beforeOf.isDisjoint(with: [.toward, .greeting]), isPrepositionTo(token), !isThing, !first.has(.place) {
                add(&candidate, 2, "given_to")
            }
            if entry.classes.contains(.employer) { add(&candidate, isSingle ? -4 : -2, "after_employer") }
            if entry.classes.contains(.article), !beforeOf.contains(.citation) {
                candidate.score -= candidate.kind == .full || candidate.kind == .reversed ? 1 : 3
                if candidate.score < NameCandidate.accepted { candidate.rule = "after_article" }
                if isSingle { candidate.isBarred = true }
            }
            // Grand Exemple Zoé: the words before belong together with it.
            if left == previousInRun(candidate, run), isSingle, entry.classes.contains(.technology) {
                add(&candidate, -3, "within_other_name")
                candidate.rule = "within_other_name"
            } else if left == previousInRun(candidate, run), isSingle,
                entry.classes.isDisjoint(with: [.stop, .greeting, .agent, .civility, .role]),
                !run.startsSentence || candidate.words.lowerBound > run.words.lowerBound + 1
            {
                add(&candidate, -2, "within_other_name")
                candidate.rule = "within_other_name"
            }
        case .punctuation:
            switch text.utf8[token.range.start] {
            case 0x3A:  // Speaker : Zoé Martin
                if !classes(before: left, passage).isDisjoint(with: [.agent, .role]) {
                    add(&candidate, 3, "after_label")
                } else if let label = neighbour(of: left, step: -1, in: passage),
                    self.entry(of: text.tokens[label]).classes.contains(.label),
                    neighbour(of: label, step: -1, in: passage) == nil
                {
                    add(&candidate, 3, "after_label")
                }
            case 0x2D, 0x7C, 0xE2:  // Titre - Zoé Martin
                if isLineOfTitle(passage), endsLine(candidate, passage) {
                    let isWeak = isSingle && words[candidate.words.lowerBound].givenStrength < 3
                    add(&candidate, isWeak ? 0 : isSingle ? 1 : 2, "tail_of_title")
                    candidate.place = .tail
                }
            case 0x28:
                if isAfterName(left, passage, orAfterUnknown: !candidate.isAccepted || !isLineOfTitle(passage)),
                    !(candidate.kind == .full && endsTitle(before: left)),
                    candidate.kind == .full || candidate.kind == .given || candidate.kind == .unknown,
                    let right = neighbour(of: words[candidate.words.upperBound - 1].token, step: 1, in: passage),
                    text.utf8[text.tokens[right].range.start] == 0x29
                {
                    candidate.isBarred = true
                    candidate.rule = "organisation_in_parentheses"
                    return
                }
                if let right = neighbour(of: words[candidate.words.upperBound - 1].token, step: 1, in: passage),
                    text.utf8[text.tokens[right].range.start] == 0x29, isLineOfTitle(passage)
                {
                    add(&candidate, isSingle ? 0 : 2, "in_parentheses")
                }
            default: break
            }
        default: break
        }
    }

    /// Moi c'est Zoé; C'est Zoé, elle débute.
    private func introduction(of candidate: NameCandidate, by verb: Int, _ passage: Passage) -> String? {
        guard let pronoun = neighbour(of: verb, step: -1, in: passage), text.tokens[pronoun].kind == .elidedWord,
            text.folded[text.tokens[pronoun].range.start] == 0x63
        else { return nil }
        if classes(before: pronoun, passage).contains(.oneself) { return "introduces_oneself" }
        guard let comma = neighbour(of: words[candidate.words.upperBound - 1].token, step: 1, in: passage),
            text.utf8[text.tokens[comma].range.start] == 0x2C, let next = neighbour(of: comma, step: 1, in: passage)
        else { return nil }
        return entry(of: text.tokens[next]).classes.contains(.herself) ? "introduced" : nil
    }

    private func isMoreThanWord(_ candidate: NameCandidate) -> Bool {
        switch candidate.kind {
        case .full, .reversed, .unknown, .initials: true
        case .given, .titled, .pseudonym, .single: false
        }
    }

    /// Whether a title in quotation marks or emphasis ends before a word: « Titre » par Zoé.
    private func endsTitle(before position: Int) -> Bool {
        var offset = text.tokens[position].range.start
        while offset > 0, text.utf8[offset - 1] == 0x20 || text.utf8[offset - 1] == 0x2C { offset -= 1 }
        guard offset > 1 else { return false }
        switch text.utf8[offset - 1] {
        case 0x22: return true
        case 0xBB: return text.utf8[offset - 2] == 0xC2
        case 0x9D: if text.utf8[offset - 2] == 0x80 { return true }
        default: break
        }
        return text.marks(in: TextRange(max(0, offset - 160), offset)).contains { mark in
            guard mark.range.end == offset, mark.range.count > 12 else { return false }
            switch mark.kind {
            case .emphasis, .strong, .link: return text.utf8[mark.range.start..<mark.range.end].contains(0x20)
            default: return false
            }
        }
    }

    private func pointsAfterAgent(_ candidate: NameCandidate, _ first: NameWord) -> Int {
        switch candidate.kind {
        case .given:
            if first.has([.word, .place]) { return first.entry.births >= 8192 ? 2 : 1 }
            return first.givenStrength == 0 ? 0 : 2
        // par Exemple Zoé
        case .unknown: return words[candidate.words.upperBound - 1].givenStrength >= 2 ? 3 : 2
        // avec Spring Roo
        case .full: return first.has(.technology) && first.entry.births < 8192 ? 0 : 2
        case .reversed, .initials, .titled, .pseudonym, .single: return 2
        }
    }

    /// `Zoé Martin (Exemple) : Titre`, `Zoé Martin - Titre`.
    private func weighHeadOfLine(_ candidate: inout NameCandidate, _ passage: Passage, isSingle: Bool) {
        guard let right = neighbour(of: words[candidate.words.upperBound - 1].token, step: 1, in: passage) else {
            return
        }
        let token = text.tokens[right]
        guard token.kind == .punctuation else { return }
        switch text.utf8[token.range.start] {
        case 0x3A:
            add(&candidate, 1, "head_of_title")
            candidate.place = .head
        case 0x28, 0x2D, 0xE2:
            guard isLineOfTitle(passage) else { break }
            add(&candidate, isSingle ? 0 : 1, "head_of_title")
            candidate.place = .head
        default: break
        }
    }

    private func weighRight(_ candidate: inout NameCandidate, _ passage: Passage, isSingle: Bool) {
        let last = words[candidate.words.upperBound - 1].token
        guard let right = neighbour(of: last, step: 1, in: passage) else { return }
        let token = text.tokens[right]
        switch token.kind {
        case .word, .elidedWord:
            let entry = entry(of: token)
            if entry.classes.contains(.verb) {
                let isUs = entry.classes.contains(.us)
                let isUnknown = candidate.kind == .unknown
                let points =
                    isUs ? (isUnknown ? 3 : 2) : isUnknown && entry.classes.contains(.telling) ? 3 : 1
                add(&candidate, points, isUs ? "subject_before_us" : "subject")
            }
            if entry.classes.contains(.employer), candidate.kind != .single { add(&candidate, 2, "before_employer") }
            if entry.classes.contains(.of), let next = neighbour(of: right, step: 1, in: passage),
                self.entry(of: text.tokens[next]).classes.contains(.employer)
            {
                add(&candidate, 2, "before_employer")
            }
        case .punctuation:
            switch text.utf8[token.range.start] {
            case 0x2C, 0x2D, 0xE2:  // , CTO – CTO
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
        let start = token.range.start
        return text.utf8[start] != text.folded[start]
            || (text.utf8[start] >= 0x80 && start + 1 < token.range.end
                && text.utf8[start + 1] != text.folded[start + 1])
    }

    func classes(before token: Int, _ passage: Passage) -> NameEntry.Classes {
        neighbour(of: token, step: -1, in: passage).map { entry(of: text.tokens[$0]).classes } ?? []
    }

    /// `à`, but not `a`.
    private func isPrepositionTo(_ token: Token) -> Bool {
        token.range.count == 2 && text.utf8[token.range.start] == 0xC3 && text.utf8[token.range.start + 1] == 0xA0
    }

    /// Whether a word with a capital stands before a parenthesis: Zoé Martin (Exemple).
    private func isAfterName(_ parenthesis: Int, _ passage: Passage, orAfterUnknown: Bool) -> Bool {
        guard let before = neighbour(of: parenthesis, step: -1, in: passage), isCapital(text.tokens[before]) else {
            return false
        }
        let classes = entry(of: text.tokens[before]).classes
        return !classes.isDisjoint(with: [.given, .family])
            || orAfterUnknown && text.tokens[before].kind == .word && classes.isEmpty
    }

    private func previousInRun(_ candidate: NameCandidate, _ run: NameRun) -> Int? {
        candidate.words.lowerBound > run.words.lowerBound ? words[candidate.words.lowerBound - 1].token : nil
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
