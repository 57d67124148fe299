import Lexicons
import TextModel

/// What stands beside a candidate: evidence that a name stands there, or that none does.
struct NameSurroundings {
    let text: ReportText
    let lexicon: NameLexicon
    let words: [NameWord]
    let runs: [NameRun]

    /// Adds what the place says to a candidate's score.
    func weigh(_ candidate: inout NameCandidate) {
        let run = runs[candidate.run]
        let passage = text.passages[run.passage]
        let isSingle = candidate.kind == .single || candidate.kind == .given
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
    }

    private func add(_ candidate: inout NameCandidate, _ points: Int, _ rule: String) {
        if points > 0, candidate.score < NameCandidate.accepted { candidate.rule = rule }
        candidate.score += points
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
            if entry.classes.contains(.eponym) || isAfterEponym(left, entry, passage) {
                candidate.isBarred = true
                candidate.rule = "eponym"
                return
            }
            if entry.classes.contains(.civility) { add(&candidate, 2, "after_title") }
            if entry.classes.contains(.agent) { add(&candidate, 2, "after_agent") }
            if entry.classes.contains(.greeting) { add(&candidate, 2, "after_greeting") }
            if entry.classes.contains(.employer) { add(&candidate, isSingle ? -4 : -2, "after_employer") }
            if isArticle(token) {
                candidate.score -= candidate.kind == .full || candidate.kind == .reversed ? 1 : 3
                if candidate.score < NameCandidate.accepted { candidate.rule = "after_article" }
                if isSingle { candidate.isBarred = true }
            }
            // Clever Cloud Quentin: the words before belong together with it.
            if left == previousInRun(candidate, run), isSingle, entry.classes.isDisjoint(with: [.stop, .greeting, .agent, .civility, .role]),
                !run.startsSentence || candidate.words.lowerBound > run.words.lowerBound + 1
            {
                add(&candidate, -2, "within_other_name")
                candidate.rule = "within_other_name"
            }
        case .punctuation:
            switch text.utf8[token.range.start] {
            case 0x3A:  // Speaker : Zoé Martin
                if let before = neighbour(of: left, step: -1, in: passage) {
                    let classes = entry(of: text.tokens[before]).classes
                    if !classes.isDisjoint(with: [.agent, .role]) { add(&candidate, 3, "after_label") }
                }
            case 0x2D, 0x7C, 0xE2:  // Titre - Zoé Martin
                if isLineOfTitle(passage), endsLine(candidate, passage) {
                    add(&candidate, isSingle ? 1 : 2, "tail_of_title")
                }
            case 0x28:
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

    /// `Zoé Martin (Exemple) : Titre`, `Zoé Martin - Titre`.
    private func weighHeadOfLine(_ candidate: inout NameCandidate, _ passage: Passage, isSingle: Bool) {
        guard let right = neighbour(of: words[candidate.words.upperBound - 1].token, step: 1, in: passage) else { return }
        let token = text.tokens[right]
        guard token.kind == .punctuation else { return }
        switch text.utf8[token.range.start] {
        case 0x3A: add(&candidate, isSingle ? 1 : 1, "head_of_title")
        case 0x28, 0x2D, 0xE2: if isLineOfTitle(passage) { add(&candidate, isSingle ? 0 : 1, "head_of_title") }
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
                // Only a person does something to us.
                let isUs = text.folded[token.range.start] == 0x6E && token.range.count == 4
                add(&candidate, isUs ? 2 : 1, isUs ? "subject_before_us" : "subject")
            }
            if entry.classes.contains(.employer), candidate.kind != .single { add(&candidate, 2, "before_employer") }
            if isWord(token, "de"), let next = neighbour(of: right, step: 1, in: passage),
                self.entry(of: text.tokens[next]).classes.contains(.employer)
            {
                add(&candidate, 2, "before_employer")
            }
        case .punctuation:
            switch text.utf8[token.range.start] {
            case 0x2C, 0x2D, 0xE2:  // , CTO – CTO
                if let next = neighbour(of: right, step: 1, in: passage), entry(of: text.tokens[next]).classes.contains(.role)
                {
                    add(&candidate, 2, "before_role")
                }
            case 0x28:
                guard let next = neighbour(of: right, step: 1, in: passage) else { break }
                let inside = text.tokens[next]
                if inside.kind == .handle {
                    add(&candidate, 3, "before_handle")
                } else if candidate.kind == .unknown || candidate.kind == .full, isCapital(inside),
                    parenthesisIsShort(from: right, passage)
                {
                    add(&candidate, 1, "before_organisation")
                }
            default: break
            }
        case .handle: if candidate.kind != .single { add(&candidate, 2, "before_handle") }
        default: break
        }
    }

    private func weighLink(_ candidate: inout NameCandidate) {
        guard let link = link(around: candidate.range) else { return }
        let target = LinkTarget(link.target)
        if target.isPerson, link.range == candidate.range || candidate.kind == .full {
            add(&candidate, link.range == candidate.range ? 3 : 1, "link_to_person")
        } else if target.isAccount, link.range == candidate.range {
            add(&candidate, candidate.kind == .single || candidate.kind == .unknown ? 2 : 3, "link_to_account")
        } else if target.holds(NameKey.key(of: text.utf8[words[candidate.words.upperBound - 1].range.start..<candidate.range.end])),
            candidate.kind == .unknown, link.range == candidate.range
        {
            add(&candidate, 1, "named_in_link")
        }
    }

    /// The innermost link that holds a range, with its target.
    func link(around range: TextRange) -> (range: TextRange, target: String)? {
        guard let passage = text.passage(at: range.start) else { return nil }
        var found: (TextRange, String)?
        for mark in text.marks(in: text.passages[passage].range) {
            if mark.range.start > range.start { break }
            if case .link(let target) = mark.kind, mark.range.contains(range) { found = (mark.range, target) }
        }
        return found
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
        guard token.range.count <= 32 else { return NameEntry() }
        var key = NameKey.key(of: text.utf8[token.range.start..<token.range.end])
        if key.last == 0x2E { key.removeLast() }
        return lexicon.entry(of: key)
    }

    func isCapital(_ token: Token) -> Bool {
        let start = token.range.start
        return text.utf8[start] != text.folded[start]
            || (text.utf8[start] >= 0x80 && start + 1 < token.range.end && text.utf8[start + 1] != text.folded[start + 1])
    }

    private func isWord(_ token: Token, _ word: String) -> Bool {
        text.folded[token.range.start..<token.range.end].elementsEqual(word.utf8)
    }

    private func isArticle(_ token: Token) -> Bool {
        ["le", "la", "les", "l'", "un", "une", "du", "au", "aux", "des", "ce", "cette", "mon", "ma", "notre", "the"]
            .contains { isWord(token, $0) }
    }

    private func isAfterEponym(_ left: Int, _ entry: NameEntry, _ passage: Passage) -> Bool {
        guard isWord(text.tokens[left], "de") || isWord(text.tokens[left], "d'") || isWord(text.tokens[left], "du"),
            let before = neighbour(of: left, step: -1, in: passage)
        else { return false }
        return self.entry(of: text.tokens[before]).classes.contains(.eponym)
    }

    private func previousInRun(_ candidate: NameCandidate, _ run: NameRun) -> Int? {
        candidate.words.lowerBound > run.words.lowerBound ? words[candidate.words.lowerBound - 1].token : nil
    }

    private func isLineOfTitle(_ passage: Passage) -> Bool {
        switch passage.block.kind {
        case .heading: true
        case .paragraph, .item, .cell: passage.block.candidate != nil || passage.range.count < 120
        default: false
        }
    }

    /// Whether only other names, an organisation in parentheses or nothing follow in the line.
    private func endsLine(_ candidate: NameCandidate, _ passage: Passage) -> Bool {
        guard let right = neighbour(of: words[candidate.words.upperBound - 1].token, step: 1, in: passage) else { return true }
        let token = text.tokens[right]
        if token.kind == .word { return entry(of: token).classes.contains(.coordination) }
        return token.kind == .punctuation && [0x28, 0x2C, 0x2F, 0x26, 0x2D, 0xE2].contains(text.utf8[token.range.start])
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
