import Lexicons
import TextModel

/// A stretch of a text that may be the name of an event: words with capitals, and what joins them.
struct NamePhrase: Sendable {
    /// The words, edition left out.
    var words: Range<Int>
    /// The name in the text, edition left out: “Devoxx France”, and `devoxx` of `#devoxx2019`.
    var range: TextRange
    /// The year or number that stands behind the name, in the same token or the next.
    var edition: TextRange?
    /// The letters and digits of the name in lower case, so that `Paris-Web` and `#parisweb` are one.
    var key: UInt64
    /// The position after the name and its edition.
    var end: Int
}

extension EventWords {
    /// The name that begins with this word; `nil` when none does.
    ///
    /// - Parameters:
    ///   - links: which small words may stand in it though nothing says that it is an event's.
    ///   - allowsTown: whether a town behind “de” belongs to the name.
    func namePhrase(
        at start: Int, upTo limit: Int, towns: SpellingTable, links: NameLinks = .ofEvents, allowsTown: Bool = false
    ) -> NamePhrase? {
        let isHead = has(start, .head) || isCapitalHead(start)
        if has(start, .civility), startsWithCapital(start) { return nil }
        let complement = endOfComplement(of: start, upTo: limit, towns)
        let opensWithHead = isHead && isNameWord(start + 1) && isJoined(start + 1) || complement != nil
        guard opensWithHead || isNameWord(start) else { return nil }
        if kind(start) == .hashtag { return phrase(start..<start + 1, upTo: limit) }
        var hasEventWord = opensWithHead || isEventWord(start)
        var end = complement ?? start + 1
        while end < limit, end < start + 12 {
            if isJoined(end), kind(end) != .hashtag, isNameWord(end) || isCapitalWithin(end, upTo: limit) {
                hasEventWord = hasEventWord || isEventWord(end)
                end += 1
                continue
            }
            // “Nuit du Hack”, “State of the Map”; a town behind “de” is the place.
            var next = end
            let known = hasEventWord ? max(links, .french) : links
            while next < limit, next < end + 2, isConnector(next, known), isJoined(next) { next += 1 }
            // “Rencontres Pins et Chênes”
            if next == end, hasEventWord, has(end, .pair), isEventWord(end + 1) || isHead { next += 1 }
            guard next > end, next < limit,
                isNameWord(next) || isCapitalSession(next) || isCapitalNumeral(next, upTo: limit), year(next) == nil,
                isJoined(next) || kind(next - 1) == .elidedWord,
                allowsTown || !has(next - 1, .of) || town(at: next, upTo: limit, in: towns) == nil
            else { break }
            hasEventWord = hasEventWord || isEventWord(next)
            end = next + 1
        }
        return phrase(start..<end, upTo: limit)
    }

    /// “QCon Plus 2022”: a capital within a name makes a small word part of it, if more follows.
    private func isCapitalWithin(_ index: Int, upTo limit: Int) -> Bool {
        guard index + 1 < limit, startsWithCapital(index), kind(index) == .word, has(index, .function) else {
            return false
        }
        return facts(index).weekday == 0 && !has(index, [.sequel, .by]) && year(index + 1) != nil
    }

    /// “Camping des Speakers”: behind “des” even a word of programmes belongs to the name.
    private func isCapitalSession(_ index: Int) -> Bool { has(index, .session) && startsWithCapital(index) }

    /// “Camp des Trois Rivières”
    private func isCapitalNumeral(_ index: Int, upTo limit: Int) -> Bool {
        facts(index).cardinal > 1 && startsWithCapital(index) && index + 1 < limit && isNameWord(index + 1)
            && startsWithCapital(index + 1)
    }

    func singleWordPhrase(at index: Int, upTo limit: Int) -> NamePhrase? {
        phrase(index..<index + 1, upTo: limit)
    }

    /// Words that are known to be one name.
    func singleName(_ words: Range<Int>) -> NamePhrase? { phrase(words, upTo: words.upperBound) }

    /// Words that are known to be one name, with the edition behind them.
    func name(_ words: Range<Int>, upTo limit: Int) -> NamePhrase? {
        // “Nuit du Hack XV”
        let isNumbered = words.upperBound < limit && isRomanNumber(words.upperBound)
        let all = isNumbered ? words.lowerBound..<words.upperBound + 1 : words
        return phrase(all, upTo: max(limit, all.upperBound))
    }

    /// The name without the town at its end; `nil` when none is there.
    func withoutTown(_ phrase: NamePhrase, _ towns: SpellingTable) -> NamePhrase? {
        for start in phrase.words.dropFirst()
        where town(at: start, upTo: phrase.words.upperBound, in: towns) == phrase.words.upperBound {
            return self.phrase(phrase.words.lowerBound..<start, upTo: start)
        }
        return nil
    }

    /// The name without the digits at the end of its only word, which become its edition; `nil` for a word that does not
    /// end so.
    func withoutAttachedNumber(_ phrase: NamePhrase) -> NamePhrase? {
        var start = phrase.range.end
        while start > phrase.range.start, utf8[start - 1] >= 0x30, utf8[start - 1] <= 0x39 { start -= 1 }
        guard (1...3).contains(phrase.range.end - start), start - phrase.range.start >= 3 else { return nil }
        var short = phrase
        short.range = TextRange(phrase.range.start, start)
        short.edition = TextRange(start, phrase.range.end)
        var hash = ByteHash()
        for offset in short.range.start..<start where isLetterOrDigit(folded[offset]) { hash.add(folded[offset]) }
        short.key = hash.mixed
        return short
    }

    private func phrase(_ words: Range<Int>, upTo limit: Int) -> NamePhrase? {
        var words = words
        var edition: TextRange?
        var end = words.upperBound
        // “Nuit du Hack XV”
        if words.count > 1, isRomanNumber(words.upperBound - 1) {
            edition = self.words[words.upperBound - 1].range
            words = words.lowerBound..<words.upperBound - 1
        }
        var range = self.range(words)
        if kind(words.lowerBound) == .hashtag { range = TextRange(range.start + 1, range.end) }
        if let digits = attachedYear(range) {
            edition = TextRange(digits, range.end)
            range = TextRange(range.start, digits)
        }
        while range.count > 1, !isLetterOrDigit(utf8[range.end - 1]) { range = TextRange(range.start, range.end - 1) }
        guard range.count > 1 else { return nil }
        if edition == nil, end < limit, year(end) != nil {
            edition = self.words[end].range
            end += 1
        }
        if edition == nil, end + 1 < limit, isNumberMark(end), let number = number(end + 1), number > 0 {
            edition = self.range(end..<end + 2)
            end += 2
        }
        var hash = ByteHash()
        for index in words { addLetters(of: index, within: range, to: &hash) }
        return NamePhrase(words: words, range: range, edition: edition, key: hash.mixed, end: end)
    }

    /// The keys of shorter forms: the first word, the first two words, …; and the last ones, from a word of events on.
    func partKeys(of phrase: NamePhrase) -> [UInt64] {
        var keys: [UInt64] = []
        var hash = ByteHash()
        for index in phrase.words.dropLast() {
            addLetters(of: index, within: phrase.range, to: &hash)
            keys.append(hash.mixed)
        }
        for start in phrase.words.dropFirst() where isEventWord(start) {
            keys.append(key(start..<phrase.words.upperBound))
        }
        return keys
    }

    func key(_ words: Range<Int>) -> UInt64 {
        var hash = ByteHash()
        let range = range(words)
        for offset in range.start..<range.end where isLetterOrDigit(folded[offset]) { hash.add(folded[offset]) }
        return hash.mixed
    }

    private func addLetters(of index: Int, within range: TextRange, to hash: inout ByteHash) {
        let word = words[index].range
        let start = max(word.start, range.start)
        for offset in start..<max(min(word.end, range.end), start) where isLetterOrDigit(folded[offset]) {
            hash.add(folded[offset])
        }
    }

    /// The town that begins with this word, as the position after it.
    func town(at start: Int, upTo limit: Int, in towns: SpellingTable) -> Int? {
        guard start < limit, startsWithCapital(start) else { return nil }
        for count in [4, 3, 2, 1] where start + count <= limit {
            if towns.contains(range(start..<start + count), in: folded) { return start + count }
        }
        return nil
    }

    /// Whether a word of another text is the same but for its case.
    func isEqual(_ index: Int, _ other: EventWords, _ place: Int) -> Bool {
        guard words.indices.contains(index), other.words.indices.contains(place) else { return false }
        let (left, right) = (words[index].range, other.words[place].range)
        return folded[left.start..<left.end].elementsEqual(other.folded[right.start..<right.end])
    }

    func isTown(_ phrase: NamePhrase, _ towns: SpellingTable) -> Bool {
        town(at: phrase.words.lowerBound, upTo: phrase.words.upperBound, in: towns) == phrase.words.upperBound
    }

    private func isConnector(_ index: Int, _ links: NameLinks) -> Bool {
        has(index, .link) || links >= .french && has(index, .frenchLink) || links == .any && has(index, .titleLink)
    }

    private func isRomanNumber(_ index: Int) -> Bool {
        let range = words[index].range
        guard range.count >= 2, range.count <= 5 else { return false }
        return utf8[range.start..<range.end].allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
    }

    /// Where the year of `mixit2022` begins.
    private func attachedYear(_ range: TextRange) -> Int? {
        guard range.count > 5 else { return nil }
        var value = 0
        for offset in range.end - 4..<range.end {
            guard utf8[offset] >= 0x30, utf8[offset] <= 0x39 else { return nil }
            value = value * 10 + Int(utf8[offset] - 0x30)
        }
        guard (1990...2099).contains(value), utf8[range.end - 5] >= 0x41 else { return nil }
        return range.end - 4
    }

    func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
    }
}
