import Lexicons
import TextModel

/// What stands before a candidate, and what it means that nothing does.
extension NameSurroundings {
    func weighLeft(_ candidate: inout NameCandidate, _ run: NameRun, _ passage: Passage, isSingle: Bool) {
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
            let beforeOf = isOf || token.range.count <= 2 ? classes(beforeTopic: left, passage) : []
            // a marqué Zoé: `marque` is a thing, its participle is none.
            let isThingBefore =
                isSingle && entry.classes.contains(.thing) && text.utf8[token.range.end - 1] != 0xA9
            let isEponym = entry.classes.contains(.eponym) && !(candidate.kind == .full && isInstead(left, passage))
            if isEponym || isThingBefore || (isOf && beforeOf.contains(.eponym)) {
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
            } else if isOf, !entry.classes.contains(.article), isMoreThanWord(candidate), endsQuotation(before: left) {
                // « Titre », de Zoé Martin
                add(&candidate, candidate.kind == .unknown ? 3 : 2, "after_title_of")
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
                add(&candidate, candidate.kind == .given ? 1 : 2, "giver_of_talk")
            }
            if !beforeOf.isDisjoint(with: [.toward, .greeting]), isPrepositionTo(token), !isThing, !first.has(.place) {
                add(&candidate, 2, "given_to")
            }
            // migré vers Exemple: a version, a tool or a town rather.
            if isSingle, text.isWord(left, "vers") {
                add(&candidate, -3, "after_toward")
                candidate.rule = "after_toward"
            }
            if isSingle, isOf, isAmongPlaces(left, passage) {
                add(&candidate, -3, "among_places")
                candidate.rule = "among_places"
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
                weighBehindTitle(&candidate, left, passage)
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
                if isGiverInBrackets(candidate, left, passage) {
                    add(&candidate, 3, "after_title_of_talk")
                }
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
            default:
                if candidate.kind == .single, isQuotedAfterLabel(candidate, left, passage) {
                    add(&candidate, 4, "after_label")
                }
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

    /// Des gens de Lyon, d'Exemple: whether `de` continues a list of what the same people come from.
    private func isAmongPlaces(_ of: Int, _ passage: Passage) -> Bool {
        var of = of
        for _ in 0..<8 {
            guard let before = neighbour(of: of, step: -1, in: passage) else { return false }
            let token = text.tokens[before]
            if token.kind == .word, !isCapital(token), !self.entry(of: token).classes.contains(.coordination) {
                return text.isWord(before, "gens") || text.isWord(before, "personnes") || text.isWord(before, "venus")
            }
            // The place before, with `de` before it.
            guard text.sign(before) == UInt8(ascii: ",") || token.kind == .word && !isCapital(token),
                let place = neighbour(of: before, step: -1, in: passage), isCapital(text.tokens[place]),
                let earlier = neighbour(of: place, step: -1, in: passage),
                self.entry(of: text.tokens[earlier]).classes.contains(.of)
            else { return false }
            of = earlier
        }
        return false
    }

    private func isMoreThanWord(_ candidate: NameCandidate) -> Bool {
        switch candidate.kind {
        case .full, .reversed, .unknown, .initials: true
        case .given, .titled, .pseudonym, .single: false
        }
    }

    /// Whether a title in quotation marks or emphasis ends before a word: « Titre » par Zoé.
    func endsTitle(before position: Int) -> Bool {
        let offset = offset(before: position)
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

    /// Whether quotation marks close before a word, a comma aside.
    private func endsQuotation(before position: Int) -> Bool {
        let offset = offset(before: position)
        return offset > 0 && text.closesQuotation(text.token(at: offset - 1))
    }

    /// Where what stands before a word ends, spaces and commas aside.
    private func offset(before position: Int) -> Int {
        var offset = text.tokens[position].range.start
        while offset > 0, text.utf8[offset - 1] == 0x20 || text.utf8[offset - 1] == 0x2C { offset -= 1 }
        return offset
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

    /// “À la place Zoé Martin a improvisé”: whether a sentence begins with the three words up to a position.
    private func isInstead(_ place: Int, _ passage: Passage) -> Bool {
        guard text.isWord(place, "place"), let article = neighbour(of: place, step: -1, in: passage),
            text.isWord(article, "la"), let to = neighbour(of: article, step: -1, in: passage),
            text.isWord(to, "à") || text.isWord(to, "a")
        else { return false }
        return text.startsWithCapital(text.tokens[to].range)
    }
}
