import Lexicons
import TextModel

/// How far a family name goes.
extension NameParser {
    /// Zoé Tessier Karim Haddad: after a name in full, a frequent given name with one word more begins another.
    private func isAnotherName(_ index: Int, _ end: Int) -> Bool {
        guard index + 2 == end, index >= 2, words[index].givenStrength == 3, !words[index].has(.family),
            words[index].shape == .capitalized, words[index + 1].mayBeFamilyName, words[index + 1].shape == .capitalized
        else { return false }
        return words[index - 2].givenStrength >= 2 && words[index - 1].givenStrength < 2
    }

    /// Zoé Martin Keeper of the Light: whether a small word of English follows the last word of a run, which is no name.
    func beginsEnglishTitle(_ index: Int, _ run: NameRun) -> Bool {
        guard words[index].shape == .capitalized, !words[index].has([.family, .given]), !words[index - 1].isParticle,
            let next = text.nextWord(
                from: words[index].token + 1, before: text.passages[run.passage].tokens.upperBound)
        else { return false }
        return ["of", "the", "to", "into", "and", "with", "from", "your", "for", "in"].contains {
            text.isWord(next, $0)
        }
    }

    /// The end of a family name that begins at `index`: words and the particles between them.
    func familyEnd(from index: Int, to end: Int, limit: Int, isHeading: Bool) -> Int {
        var index = index
        var count = 0
        while index < end, count < limit {
            let word = words[index]
            // Nguyen Thi Mai LE
            if word.shape == .capitals, word.isParticle, index + 1 == end, limit == 3, word.range.count > 1 {
                return end
            }
            if word.isParticle, word.shape == .particle || word.has(.freeParticle) || isBeforeFamilyName(index, end) {
                guard
                    let after = afterParticles(
                        from: index, to: end, hasFamilyName: count > 0 && !words[index - 1].isGivenName)
                else { return index }
                index = after
                count += 1
                continue
            }
            if word.shape == .initial, !word.has(.civility) || word.range.count == 2 {
                index += 1
                continue
            }
            // Zoé Martin UX, Zoé DSL: an acronym, unless a list has it as a name or word (Zhe LI, Thi MAI).
            if word.shape == .capitals, limit == 3, !word.isParticle, !word.has([.family, .given, .word, .stop]),
                count > 0
                    ? word.range.count <= 3 && words[index - 1].shape == .capitalized
                    : (3...4).contains(word.range.count) && !hasVowel(word)
            {
                break
            }
            guard word.mayBeFamilyName || (!isHeading && isFamilyNameInspite(index, count, end, limit)) else { break }
            if limit == 3, count == 1, isAnotherName(index, end) { break }
            // Zoé MARTIN Exemple: after a name in capitals comes something else.
            if count > 0, word.shape == .capitalized, words[index - 1].shape == .capitals,
                words[index - 1].range.count > 2, index - 1 < count || words[index - 1 - count].shape != .capitals
            {
                break
            }
            index += 1
            count += 1
        }
        return index
    }

    /// Adèle Bien, Lina Ho Bon Sun: a common word with a capital, within a sentence, right after a given name or between
    /// two parts of a name. Karim Meteor: a product's name right after a given name that is nothing else.
    private func isFamilyNameInspite(_ index: Int, _ count: Int, _ end: Int, _ limit: Int) -> Bool {
        // “l'AFUP Sète” begins with what may be a family name.
        guard index > count else { return false }
        let word = words[index]
        let isCapital = word.shape == .capitalized || word.shape == .capitals && words[index - 1].shape == .capitalized
        guard limit == 3, isCapital, word.range.count > 2, !word.isParticle else { return false }
        if word.has(.technology) {
            let given = words[index - 1]
            return count == 0 && index + 1 == end && given.givenStrength >= 2
                && !given.has([.word, .technology, .place, .organisation])
        }
        guard word.has(.stop) else { return false }
        if count == 0 { return index + 1 == end && words[index - 1].givenStrength >= 2 }
        // Nguyen Thi Mai
        if word.has(.given), index + 1 == end, words[index - 1].has([.family, .given]) { return true }
        return index + 1 < end && words[index + 1].mayBeFamilyName && words[index - count - 1].givenStrength >= 2
    }

    private func hasVowel(_ word: NameWord) -> Bool {
        text.utf8[word.range.start..<word.range.end].contains { byte in
            byte >= 0x80 || [0x41, 0x45, 0x49, 0x4F, 0x55, 0x59].contains(byte)
        }
    }

    /// MARTIN Zoé: a word in capitals before one given name.
    func isFamilyNameInCapitals(_ index: Int, _ end: Int) -> Bool {
        guard index + 1 < end, index + 2 >= end || !words[index + 2].mayBeFamilyName else { return false }
        let (family, given) = (words[index], words[index + 1])
        return family.shape == .capitals && family.range.count > 2 && given.isGivenName && given.shape == .capitalized
            && (!given.has([.organisation, .place, .technology]) || given.entry.births >= 8192)
    }

    /// LE GOFF Zoé, VAN DEN BERG Zoé, NGUYEN Thi Mai: the given names with which a run ends behind a family name in
    /// capitals that particles begin, or that few have for a given name and that stands before two.
    func givenNames(behindCapitals index: Int, _ end: Int) -> Range<Int>? {
        var family = index
        while family < end, family - index < 3, words[family].shape == .capitals, words[family].isParticle {
            family += 1
        }
        guard family + 1 < end, words[family].shape == .capitals, words[family].range.count > 2,
            words[family].mayBeFamilyName,
            words[family].has(.family)
                || !words[family].has([.word, .technology, .place]) && !words[index].has(.article)
        else { return nil }
        let given = family + 1..<end
        guard given.count <= 2, words[given.lowerBound].isGivenName,
            words[given].allSatisfy({ $0.shape == .capitalized && $0.has(.given) }),
            family > index
                || given.count == 2 && words[family].has([.family, .given]) && words[family].entry.births < 1024
        else { return nil }
        return given
    }

    func isBeforeFamilyName(_ index: Int, _ end: Int) -> Bool {
        index + 1 < end && (words[index + 1].mayBeFamilyName || words[index + 1].isParticle)
    }

    /// The position after particles and the word that they join, or `nil` where they do not join a name.
    private func afterParticles(from start: Int, to end: Int, hasFamilyName: Bool) -> Int? {
        var index = start
        var count = 0
        while index < end, words[index].isParticle, count < 3,
            words[index].shape == .particle || index + 1 < end
        {
            // `Ben` or `Van` may be the name itself, at the end.
            index += 1
            count += 1
        }
        guard index < end, count > 0 else { return nil }
        let word = words[index]
        guard word.mayBeFamilyName, word.shape != .particle else { return nil }
        let first = words[start]
        let isLower = first.shape == .particle && text.utf8[first.range.start] == text.folded[first.range.start]
        guard isLower, first.has(.frenchParticle), count == 1 || hasFamilyName else { return index + 1 }
        // Zoé de Exemple, Zoé de Lyon: an employer or a town unless the word is known as a name.
        if word.has([.place, .technology])
            || employers.contains(NameKey.key(of: text.utf8[word.range.start..<word.range.end]))
        {
            return nil
        }
        // Goldie de Pablo: what somebody has.
        if count == 1, !hasFamilyName, word.givenStrength == 3, !word.has(.family), start > 0,
            words[start - 1].givenStrength < 3
        {
            return nil
        }
        if word.has([.family, .given]) { return hasFamilyName && !word.has(.family) ? nil : index + 1 }
        // Zoé d'Exemple, Zoé de Rochebrune, Zoé de Verlan for the second time
        let isName =
            families.contains(NameKey.key(of: text.utf8[word.range.start..<word.range.end]))
            || text.utf8[first.range.end - 1] == 0x27 && word.shape == .capitalized || word.endsLikePlace
        return !hasFamilyName && isName ? index + 1 : nil
    }
}
