import Lexicons
import TextModel

/// A text as the event stage reads it: its words and marks without the white space, each with what the lists say.
///
/// Made of a whole report, or of a title that stands only in the metadata. An object, since whatever reads a text keeps it.
final class EventWords: Sendable {
    struct Word: Sendable {
        let range: TextRange
        let kind: TokenKind
        /// A position in ``EventVocabulary/facts``.
        let facts: UInt32
        /// Anywhere in it.
        let hasCapital: Bool
    }

    let utf8: [UInt8]
    let folded: [UInt8]
    let words: [Word]
    private let endings: [[UInt8]]
    private let sureEndings: [[UInt8]]
    /// Which bytes the endings and the sure ones end with, by their low five bits.
    private let lastBytes: (any: UInt32, sure: UInt32)
    private let facts: [WordFacts]

    convenience init(_ text: ReportText, vocabulary: EventVocabulary) {
        self.init(
            utf8: text.utf8, folded: text.folded, tokens: text.tokens, keys: text.keys, vocabulary: vocabulary)
    }

    private init(
        utf8: [UInt8], folded: [UInt8], tokens: [Token], keys: WordKeys, vocabulary: EventVocabulary
    ) {
        self.utf8 = utf8
        self.folded = folded
        facts = vocabulary.facts
        endings = vocabulary.endings
        sureEndings = vocabulary.sureEndings
        lastBytes = (Self.lastBytes(of: vocabulary.endings), Self.lastBytes(of: vocabulary.sureEndings))
        var words: [Word] = []
        words.reserveCapacity(tokens.count)
        folded.withUnsafeBufferPointer { folded in
            for index in tokens.indices {
                let token = tokens[index]
                guard !token.kind.isWhiteSpace else { continue }
                words.append(
                    Word(
                        range: token.range, kind: token.kind,
                        facts: Self.facts(of: token, keys.spelling(index), in: folded, vocabulary),
                        hasCapital: keys.hasCapital(index)))
            }
        }
        self.words = words
    }

    /// - Parameter line: what stands only in the metadata.
    convenience init(line: String, vocabulary: EventVocabulary) {
        let scanned = TitleScanner(line)
        let folded = lowercased(scanned.utf8)
        self.init(
            utf8: scanned.utf8, folded: folded, tokens: scanned.tokens,
            keys: WordKeys(of: scanned.tokens, in: scanned.utf8, folded: folded), vocabulary: vocabulary)
    }

    private static func lastBytes(of endings: [[UInt8]]) -> UInt32 {
        endings.reduce(0) { $0 | 1 << UInt32(($1.last ?? 0) & 31) }
    }

    private static func facts(
        of token: Token, _ spelling: WordKey, in folded: UnsafeBufferPointer<UInt8>, _ vocabulary: EventVocabulary
    ) -> UInt32 {
        switch token.kind {
        case .word, .hyphenatedWord, .abbreviation, .elidedWord, .code, .encliticPronoun:
            return vocabulary.index(of: token.range, spelling, in: folded)
        case .punctuation where token.range.count == 1:
            return vocabulary.index(of: token.range, spelling, in: folded)
        case .space, .newline, .punctuation, .ellipsis, .listMark, .number, .ordinal, .time, .date, .unit, .url,
            .email, .handle, .hashtag, .emoticon, .emoji:
            return 0
        }
    }

    var count: Int { words.count }

    /// What the lists say of a word; nothing outside the text.
    func facts(_ index: Int) -> WordFacts {
        words.indices.contains(index) ? facts[Int(words[index].facts)] : WordFacts()
    }

    /// Whether the lists say anything of a word.
    func isListed(_ index: Int) -> Bool { words[index].facts != 0 }

    func has(_ index: Int, _ role: WordRoles) -> Bool { !facts(index).roles.isDisjoint(with: role) }

    func has(_ index: Int, _ role: NamingRoles) -> Bool { !facts(index).naming.isDisjoint(with: role) }

    /// Whether a name may begin with a word, seen at once: most words have no capital and say nothing.
    func mayOpenName(_ index: Int) -> Bool {
        let word = words[index]
        if word.hasCapital || word.kind == .hashtag { return true }
        return word.facts == 0 ? hasSureEnding(index) : facts[Int(word.facts)].roles.contains(.head)
    }

    /// A word that says that something takes place: “a eu lieu”, not “au lieu de”.
    func isHolding(_ index: Int) -> Bool {
        has(index, .hold) && !has(index - 1, .to)
            || has(index, .future) && has(index, .kind) && isMeetingGiven(index)
            || has(index, .reflexiveHold) && (has(index - 1, .reflexive) || has(index - 2, .reflexive))
    }

    /// “rendez-vous le 3 mai”, not “hier, rendez-vous à Sète”, “le rendez-vous des jardiniers”, “le troisième rendez-vous”.
    func isOfFuture(_ index: Int) -> Bool {
        has(index, .future)
            && !(has(index, .kind)
                && (has(index - 1, .article) || isMeetingGiven(index) || isOrdinal(index - 1)
                    || (index - 3..<index).contains { has($0, .yesterday) }))
    }

    /// “s'étaient donné rendez-vous”, “rendez-vous était donné”
    private func isMeetingGiven(_ index: Int) -> Bool {
        has(index - 1, .given) || has(index + 1, .past) && has(index + 2, .given)
    }

    /// “jours” of “deux jours”, “3 jours”
    func isCountedDay(_ index: Int) -> Bool {
        has(index, .day) && (facts(index - 1).cardinal > 0 || number(index - 1) != nil)
    }

    /// “troisième”, “3e”
    func isOrdinal(_ index: Int) -> Bool { kind(index) == .ordinal || facts(index).ordinal > 0 }

    /// “me voilà”, “nous voici”
    func isArrival(_ index: Int) -> Bool { has(index, .arrival) && has(index - 1, .oneself) }

    /// `breizhcamp`, `devfest`: a name of an event whatever its case.
    func hasSureEnding(_ index: Int) -> Bool {
        let word = words[index]
        guard word.facts == 0, word.range.count >= 7, word.kind == .word,
            lastBytes.sure >> UInt32(folded[word.range.end - 1] & 31) & 1 == 1
        else { return false }
        return sureEndings.contains { folded[word.range.end - $0.count..<word.range.end].elementsEqual($0) }
    }

    /// `DevFest`, `BreizhCamp`, `SymfonyCon`, `phptour`: a word that ends as names of events do.
    func hasEventEnding(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        let range = words[index].range
        guard !range.isEmpty, lastBytes.any >> UInt32(folded[range.end - 1] & 31) & 1 == 1 else { return false }
        for ending in endings where range.count >= ending.count + 3 {
            if folded[range.end - ending.count..<range.end].elementsEqual(ending) { return true }
        }
        return false
    }

    func kind(_ index: Int) -> TokenKind? { words.indices.contains(index) ? words[index].kind : nil }

    func range(_ range: Range<Int>) -> TextRange {
        guard !range.isEmpty else { return TextRange(0, 0) }
        return TextRange(words[range.lowerBound].range.start, words[range.upperBound - 1].range.end)
    }

    /// Whether a token is this one ASCII mark.
    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
        guard words.indices.contains(index), words[index].range.count == 1 else { return false }
        return UInt32(utf8[words[index].range.start]) == mark.value
    }

    /// The value of a word that is a whole number of at most four digits.
    func number(_ index: Int) -> Int? {
        guard words.indices.contains(index), words[index].kind == .number || words[index].kind == .listMark else {
            return nil
        }
        var value = 0
        let range = words[index].range
        guard range.count <= 4 else { return nil }
        for offset in range.start..<range.end {
            guard utf8[offset] >= 0x30, utf8[offset] <= 0x39 else { return nil }
            value = value * 10 + Int(utf8[offset] - 0x30)
        }
        return value
    }

    /// A number that can only be a year of a conference.
    func year(_ index: Int) -> Int? {
        guard let value = number(index), (1970...2099).contains(value) else { return nil }
        return value
    }

    /// The position of the first word at or after an offset.
    func firstWord(from offset: Int) -> Int {
        return words.firstPosition { $0.range.start >= offset }
    }

    /// The words within a range of the text.
    func words(in range: TextRange) -> Range<Int> {
        let first = firstWord(from: range.start)
        return first..<max(first, firstWord(from: range.end))
    }
}
