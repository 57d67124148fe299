import Lexicons
import TextModel

/// Cuts the runs of words with capitals into candidates by what the lists know of the words.
struct NameParser {
    let text: ReportText
    let words: [NameWord]
    let employers: Set<[UInt8]>
    /// Keys of words that are family names by how the text uses them.
    let families: Set<[UInt8]>

    /// Appends the candidates of a run, in order.
    func addCandidates(of run: NameRun, at position: Int, to found: inout [NameCandidate]) {
        var index = run.words.lowerBound
        let end = run.words.upperBound
        while index < end {
            if let candidate = candidate(at: index, in: run, position) {
                found.append(candidate)
                index = candidate.words.upperBound
            } else {
                index += 1
            }
        }
    }

    private func candidate(at index: Int, in run: NameRun, _ position: Int) -> NameCandidate? {
        let word = words[index]
        let end = run.words.upperBound
        func make(_ kind: NameCandidate.Kind, _ range: Range<Int>, given: Int, _ score: Int, _ rule: String)
            -> NameCandidate
        {
            NameCandidate(
                kind: kind, words: range, givenCount: given,
                range: TextRange(words[range.lowerBound].range.start, words[range.upperBound - 1].range.end),
                run: position, score: score, rule: rule)
        }
        let startsSentence = run.startsSentence && index == run.words.lowerBound
        // “Z. M.”, “Z. M. T.”, where a report names people so
        if word.shape == .initial, (index + 2...index + 3).contains(end),
            words[index + 1..<end].allSatisfy({ $0.shape == .initial })
        {
            return make(.initials, index..<end, given: 1, 0, "only_initials")
        }
        // “Z.M.”, “Z.-K.M.” as one word
        if word.shape == .initial, index + 1 == end, index == run.words.lowerBound, hasTwoLetters(word) {
            return make(.initials, index..<end, given: 1, 0, "only_initials")
        }
        if word.has(.civility), let first = nobleName(after: index, to: end) {
            return make(.titled, index + 1..<first + 1, given: 0, 4, "after_title")
        }
        // Mme Da Silva, M. Le Goff
        if word.has(.civility), index + 3 <= end, words[index + 1].isParticle, words[index + 1].shape == .capitalized,
            words[index + 2].mayBeFamilyName, !words[index + 2].has(.technology),
            index + 3 == end || words[index + 3].shape != .capitalized
        {
            return make(.titled, index + 1..<index + 3, given: 0, 4, "after_title")
        }
        if word.has(.civility), index + 1 < end, words[index + 1].shape != .particle, !words[index + 1].has(.stop) {
            let next = words[index + 1]
            // The name itself follows: M. Zoé Martin, M. MARTIN Zoé
            if next.isGivenName || isFamilyNameInCapitals(index + 1, end) { return nil }
            guard next.mayBeFamilyName, next.range.count > 2, !next.has(.technology) else { return nil }
            let last = familyEnd(from: index + 1, to: end, limit: 2, isHeading: run.isHeading)
            return make(.titled, index + 1..<last, given: 0, 4, "after_title")
        }
        if word.shape == .initial {
            // Z. K. Martin
            let hasSecond = index + 2 < end && words[index + 1].shape == .initial && !word.has(.civility)
            let next = hasSecond ? index + 2 : index + 1
            guard next < end,
                words[next].mayBeFamilyName || (words[next].isParticle && isBeforeFamilyName(next, end))
            else { return nil }
            let last = familyEnd(from: next, to: end, limit: 2, isHeading: run.isHeading)
            guard last > next else { return nil }
            var score = words[last - 1].has([.family, .given]) ? 3 : 2
            if word.range.count > 2 { score += 1 }
            // A. Contexte
            if startsSentence, word.range.count == 2, !words[last - 1].has(.family) { score -= 1 }
            return make(.initials, index..<last, given: next - index, score, "initial_and_family_name")
        }
        if word.has(.epithet), index + 2 == end, words[index + 1].mayBeFamilyName {
            return make(.pseudonym, index..<index + 2, given: 0, 3, "epithet")
        }
        if index + 2 == end, word.has(.article), word.shape == .capitalized, !startsSentence, !run.isHeading,
            words[index + 1].mayBeFamilyName, !words[index + 1].has(.technology)
        {
            return make(.pseudonym, index..<index + 2, given: 0, 0, "article_of_pseudonym")
        }
        if let given = givenNames(behindCapitals: index, end) {
            let strength = words[given.lowerBound].givenStrength
            return make(
                .reversed, index..<given.upperBound, given: given.count, min(strength, 2) + 2, "family_name_first")
        }
        if word.isGivenName { return named(at: index, in: run, startsSentence: startsSentence, make) }
        guard word.mayBeFamilyName, !word.has([.technology, .eponym]) else { return nil }
        if isFamilyNameFirst(index, end) {
            return make(.reversed, index..<index + 3, given: 2, 4, "family_name_before_given_names")
        }
        if isShortForTwo(word), index + 1 < end, words[index + 1].mayBeFamilyName {
            let last = familyEnd(from: index + 1, to: end, limit: 2, isHeading: run.isHeading)
            guard last > index + 1 else { return nil }
            let isKnown = words[last - 1].has([.family, .given]) || words[last - 1].entry == NameEntry()
            return make(.initials, index..<last, given: 1, isKnown ? 3 : 1, "initials_and_family_name")
        }
        if index + 1 < end, words[index + 1].isGivenName {
            let next = words[index + 1]
            let isLast = index + 2 >= end || !words[index + 2].mayBeFamilyName
            if isFamilyNameInCapitals(index, end) {
                let known = word.has(.family) ? 1 : 0
                return make(
                    .reversed, index..<index + 2, given: 1, min(next.givenStrength, 2) + 1 + known, "family_name_first")
            }
            // The given name begins a name of its own after the first word of a sentence: Félicitations Zoé.
            if startsSentence || !isLast { return nil }
        }
        let last = familyEnd(from: index, to: end, limit: 3, isHeading: run.isHeading)
        guard last > index else { return nil }
        if last - index == 1 { return make(.single, index..<last, given: 0, -1, "unknown_word") }
        if words[index..<last].contains(where: { $0.has(.technology) && !$0.has(.family) }) { return nil }
        var score = 0
        let final = words[last - 1]
        if words[index + 1..<last].contains(where: { $0.has(.family) || $0.givenStrength > 1 }) { score += 1 }
        if final.shape == .capitals, word.shape == .capitalized, final.range.count > 3 { score += 1 }
        if words[index..<last].contains(where: { $0.has(.word) }) { score -= 1 }
        if words[index..<last].contains(where: \.endsLikeThing) { score -= 1 }
        return make(.unknown, index..<last, given: 1, score, "unknown_words")
    }

    /// Whether an abbreviation has two capitals and more, each with its full stop.
    private func hasTwoLetters(_ word: NameWord) -> Bool {
        let bytes = text.utf8[word.range.start..<word.range.end]
        return bytes.count { $0 == UInt8(ascii: ".") } >= 2 && !bytes.contains { (0x61...0x7A).contains($0) }
    }

    /// Lê Minh Hoa: a family name and two given names, all of them nothing else, with which the run ends.
    private func isFamilyNameFirst(_ index: Int, _ end: Int) -> Bool {
        guard index + 3 == end, words[index].has(.family), words[index].shape == .capitalized else { return false }
        let others: NameEntry.Classes = [.word, .technology, .place, .organisation]
        // The last may be in capitals, as authors write what they take for the family name.
        return !words[index].has(others) && words[index + 1].shape == .capitalized
            && words[index + 1..<end].allSatisfy { word in
                word.isGivenName && !word.has(others) && (word.shape == .capitalized || word.shape == .capitals)
            }
    }

    /// JP, JF: two given names in capitals, of which most are two that begin with J.
    private func isShortForTwo(_ word: NameWord) -> Bool {
        guard word.shape == .capitals, word.range.count == 2, word.entry == NameEntry() else { return false }
        return text.utf8[word.range.start] == UInt8(ascii: "J")
            && "BCDFLMPRY".utf8.contains(text.utf8[word.range.start + 1])
    }

    /// Whether the words of a run in a heading are the text of a link to somebody's page.
    private func isLinkText(_ run: NameRun) -> Bool {
        let range = TextRange(words[run.words.lowerBound].range.start, words[run.words.upperBound - 1].range.end)
        return text.marks(in: TextRange(range.start, range.start + 1)).contains { mark in
            guard case .link = mark.kind else { return false }
            return mark.range == range
        }
    }

    /// “Titre – Hélène Petit”: whether a frequent given name and one word more end a heading behind a dash, bar or bracket,
    /// where any word with a capital is a family name.
    private func standsApart(_ run: NameRun, from index: Int) -> Bool {
        guard index + 2 == run.words.upperBound, index == run.words.lowerBound, words[index].givenStrength == 3,
            !words[index].has([.word, .technology, .place, .organisation]),
            words[index + 1].shape == .capitalized, words[index + 1].range.count > 2,
            !words[index + 1].has([.technology, .organisation])
        else { return false }
        let passage = text.passages[run.passage]
        let first = text.token(at: words[index].range.start)
        let next = text.token(at: words[index + 1].range.end - 1) + 1
        guard let before = text.previousWord(before: first, from: passage.tokens.lowerBound),
            text.isDash(before) || [UInt8(ascii: "|"), UInt8(ascii: "(")].contains(text.sign(before) ?? 0)
        else { return false }
        return (next..<passage.tokens.upperBound).allSatisfy { !text.tokens[$0].kind.isWord }
    }

    /// Mme de la Varenne: the position of the word in capitals after `de`, `du`, `de la` and a title.
    private func nobleName(after title: Int, to end: Int) -> Int? {
        var index = title + 1
        guard index < end, words[index].shape == .particle, words[index].has(.of) else { return nil }
        // Maître du Temps, Docteur de la Nuit: a title of its own.
        guard words[title].range.count <= 4 else { return nil }
        while index < end, words[index].shape == .particle, words[index].isParticle, index - title <= 2 { index += 1 }
        guard index < end, words[index].mayBeFamilyName, !words[index].has([.technology, .place]) else { return nil }
        return index
    }

    private func named(
        at index: Int, in run: NameRun, startsSentence: Bool,
        _ make: (NameCandidate.Kind, Range<Int>, Int, Int, String) -> NameCandidate
    ) -> NameCandidate? {
        let word = words[index]
        let end = run.words.upperBound
        // Of a name that is a link of its own, each word belongs to it.
        let isTitle = run.isHeading && !(end - index == run.words.count && end - index >= 3 && isLinkText(run))
        var last =
            isTitle && standsApart(run, from: index)
            ? end : familyEnd(from: index + 1, to: end, limit: 3, isHeading: isTitle)
        if last > index + 2, last == end, beginsEnglishTitle(last - 1, run) { last -= 1 }
        let strength = word.givenStrength
        let isOrdinary = word.has([.word, .technology, .place, .organisation])
        if last == index + 1 {
            // What follows and is no family name: Julia Lang, Charlotte Web.
            let next = last < end ? words[last] : nil
            let isThing = next.map { $0.shape != .particle && !$0.has(.stop) && !$0.has([.role, .verb]) } ?? false
            var score = isOrdinary ? (startsSentence ? 0 : 1) : strength
            if word.shape == .capitals { score -= 1 }
            if isThing { score -= isOrdinary ? 3 : 2 }
            // Of those whom few bear, one that starts no sentence stands for somebody.
            if strength == 2, word.entry.births >= 64, word.shape == .capitalized, !startsSentence, !run.isHeading {
                score += 1
            }
            return make(.given, index..<last, 1, score, isThing ? "before_thing" : "given_name")
        }
        var given = 1
        while index + given < last - 1, words[index + given].isGivenName { given += 1 }
        let family = words[last - 1]
        var score = isOrdinary ? 1 : strength >= 2 ? 4 : strength == 1 ? 3 : 2
        let isFrequent = word.entry.births >= 8192
        if word.has(.technology), !isFrequent { score -= 1 }
        if isOrdinary, isFrequent { score += 1 }
        if family.shape == .capitals, word.shape != .capitals, family.range.count > 2 { score += 1 }
        if word.shape == .capitals, word.range.count <= 4, family.shape != .capitals { score -= 2 }
        if family.has([.family, .given]), !family.has([.word, .technology, .place]) {
            score += 1
        } else if isFrequent, family.entry == NameEntry() {
            score += 1
        }
        // Marjolaine Fouquet-Diop
        if isOrdinary, family.has(.family), text.tokens[family.token].kind == .hyphenatedWord { score += 1 }
        if isOrdinary, startsSentence, !isFrequent, !family.has(.family) || family.has(.word) { score -= 1 }
        if !isOrdinary, family.has([.word, .technology, .place]), strength < 2 { score -= 1 }
        // Corine Land Cover
        if last < end, words[last].shape == .capitalized, words[last].has(.organisation),
            !words[last].has([.role, .place])
        {
            score -= 2
        }
        return make(.full, index..<last, given, score, "given_and_family_name")
    }
}
