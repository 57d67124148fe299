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
        let complement = endOfComplement(of: start, upTo: limit)
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
            if next == end, hasEventWord, has(end, .pair), isEventWord(end + 1) { next += 1 }
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

    /// A noun that opens names, with its capital.
    func isHead(_ index: Int) -> Bool { has(index, [.head, .capitalHead]) && startsWithCapital(index) }

    private func isCapitalWeekday(_ index: Int) -> Bool { facts(index).weekday > 0 && startsWithCapital(index) }

    func isCapitalHead(_ index: Int) -> Bool { has(index, .capitalHead) && startsWithCapital(index) }

    /// “Journée du Pin”, “Matinée bibliothèques de Sète”: the position after what completes a noun with a capital.
    private func endOfComplement(of start: Int, upTo limit: Int) -> Int? {
        if let end = endOfWeekdayName(from: start, upTo: limit) { return end }
        guard isCapitalHead(start) else { return nil }
        var index = start + 1
        let isTopic = kind(index) == .word && facts(index).roles.isEmpty && !startsWithCapital(index)
        if isTopic { index += 1 }
        let first = index
        // “Journée technique Baobab”
        if isTopic, words[first - 1].facts == 0, isJoined(first), isNameWord(first), startsWithCapital(first) {
            return first + 1
        }
        while index < first + 2, has(index, .frenchLink) { index += 1 }
        // “Journée la Pinède” has no “de”.
        guard index > first, has(first, .of), index < limit, isNameWord(index), year(index) == nil else { return nil }
        return index + 1
    }

    /// “Jeudi du Pin”, “Mardi de la menuiserie”: French writes a day small unless it names a series of evenings.
    private func endOfWeekdayName(from start: Int, upTo limit: Int) -> Int? {
        guard isCapitalWeekday(start), has(start + 1, .of) else { return nil }
        var index = start + 2
        if has(index, .frenchLink) { index += 1 }
        guard index < limit, isJoined(index) || kind(index - 1) == .elidedWord, kind(index) == .word,
            words[index].facts == 0 || isNameWord(index)
        else { return nil }
        return index + 1
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

    private func isEventWord(_ index: Int) -> Bool { has(index, .part) || hasEventEnding(index) }

    func hasEventWord(_ phrase: NamePhrase) -> Bool {
        let first = phrase.words.lowerBound
        // “Ateliers Baobab” may be what a programme has.
        return phrase.words.contains { isEventWord($0) }
            || phrase.words.count > 1 && (isCapitalHead(first) && !has(first, .session) || isCapitalWeekday(first))
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
        if edition == nil, end + 1 < limit, isMark(end, "#"), let number = number(end + 1), number > 0 {
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

    func isTown(_ phrase: NamePhrase, _ towns: SpellingTable) -> Bool {
        town(at: phrase.words.lowerBound, upTo: phrase.words.upperBound, in: towns) == phrase.words.upperBound
    }

    /// Whether only white space or nothing stands before a word.
    private func isJoined(_ index: Int) -> Bool {
        guard index > 0, words.indices.contains(index) else { return false }
        return words[index].range.start <= words[index - 1].range.end + 1
            && !utf8[words[index - 1].range.end..<words[index].range.start].contains(0x0A)
            || words[index].range.start - words[index - 1].range.end == 1
    }

    /// A word that looks like part of a name, and that the lists do not say is another.
    func isNameWord(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        let word = words[index]
        switch word.kind {
        case .word, .hyphenatedWord, .abbreviation, .code, .url:
            guard word.range.count <= 40, word.facts == 0 || isNameFacts(index) else { return false }
            guard startsWithCapital(index) || hasInnerCapital(index) else { return hasSureEnding(index) }
            // `Scala.io` is read as an address; one with a path or scheme is no name.
            if word.kind == .url || word.kind == .code {
                for offset in word.range.start..<word.range.end
                where utf8[offset] == 0x3A || utf8[offset] == 0x40 || word.kind == .url && utf8[offset] == 0x2F {
                    return false
                }
            }
            return true
        case .hashtag:
            return word.range.count > 3
        case .space, .newline, .punctuation, .ellipsis, .listMark, .elidedWord, .encliticPronoun, .number, .ordinal,
            .time, .date, .unit, .email, .handle, .emoticon, .emoji:
            return false
        }
    }

    /// Whether the lists leave open that a word is part of a name.
    private func isNameFacts(_ index: Int) -> Bool {
        let facts = facts(index)
        if facts.roles.contains(.part) { return true }
        return facts.month == 0 && facts.weekday == 0 && facts.ordinal == 0 && facts.cardinal == 0
            && facts.roles.isDisjoint(with: Self.noNames)
    }

    private static let noNames: WordRoles = [
        .function, .lead, .sequel, .session, .edition, .by, .kind, .evening,
    ]

    private func isConnector(_ index: Int, _ links: NameLinks) -> Bool {
        has(index, .link) || links >= .french && has(index, .frenchLink) || links == .any && has(index, .titleLink)
    }

    func startsWithCapital(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        let start = words[index].range.start
        // Where lower case differs the letter is a capital.
        return utf8[start] != folded[start]
            || utf8[start] >= 0xC3 && words[index].range.count > 1 && utf8[start + 1] != folded[start + 1]
    }

    /// `dotScale`, `nCrafts`, `PHP`: a capital after the first letter.
    func hasInnerCapital(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        let range = words[index].range
        for offset in range.start + 1..<max(range.end, range.start + 1) where utf8[offset] != folded[offset] {
            // The second byte of a capital with an accent is no second letter.
            if offset > range.start + 1 || utf8[range.start] < 0x80 { return true }
        }
        return false
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

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
    }
}
