/// The notation of an entry, word by word.
///
/// `a|b` is one of several words; `(a)` may be missing; `*` stands for up to three words within the clause; `~aimer` is
/// any form of the verb but its conditional, which is `^aimer`; `=bon` is any form of the adjective; `<talk>` is a word
/// of the class. `[a]` has to stand there and is not part of the cue; it comes first or last.
public struct CuePattern: Sendable {
    public struct Element: Sendable {
        public enum Kind: Sendable {
            /// Numbers in the lexicon's ``WordIndex``.
            case words([UInt16])
            case wordClass(CueWordClasses)
            /// Up to three words.
            case gap
        }

        public var kind: Kind
        public var isOptional = false
        /// Has to be there, outside the cue.
        public var isContext = false
    }

    public var elements: [Element]
    /// The position of the element by which the entry is looked up: words, not optional.
    public var anchor: Int
}

/// Reads the notation.
struct CuePatternReader {
    var words: WordIndex
    /// Listed forms and conditionals of verbs and adjectives that no rule gives, by their first form.
    private let listed: [String: (forms: [String], conditional: [String])]

    /// - Parameter forms: `word forms conditional`, forms separated by spaces, `-` for no conditional.
    init(words: WordIndex, forms table: LexiconTable) throws(LexiconError) {
        self.words = words
        var listed: [String: (forms: [String], conditional: [String])] = [:]
        for row in table.rows {
            guard row.fields.count == 3 else {
                throw LexiconError(file: table.file, line: row.line, message: "three columns are needed")
            }
            let forms = CueLexicon.parts(of: row.fields[1], " ").map(FrenchForms.plain)
            let conditional =
                row.fields[2] == "-" ? [] : CueLexicon.parts(of: row.fields[2], " ").map(FrenchForms.plain)
            listed[FrenchForms.plain(row.fields[0])] = ([FrenchForms.plain(row.fields[0])] + forms, conditional)
        }
        self.listed = listed
    }

    /// - Throws: ``LexiconError`` for what is no notation, names no class, or has no word to look it up by.
    mutating func read(_ entry: String, kind: CueEntry.Kind, file: String, line: Int) throws(LexiconError) -> CuePattern
    {
        func failure(_ message: String) -> LexiconError { LexiconError(file: file, line: line, message: message) }
        let pieces = Self.pieces(of: entry)
        var elements: [CuePattern.Element] = []
        elements.reserveCapacity(pieces.count)
        var gaps = 0
        for written in pieces {
            let piece = CuePiece(written)
            var element = CuePattern.Element(kind: .gap, isOptional: piece.isOptional, isContext: piece.isContext)
            switch piece.content {
            case .gap: gaps += 1
            case .classes(let names):
                var classes: CueWordClasses = []
                for name in names {
                    guard let wordClass = CueWordClass(rawValue: String(name)) else {
                        throw failure("“\(name)” is no class of words; see cue_words.tsv")
                    }
                    classes.insert(CueWordClasses(wordClass))
                }
                element.kind = .wordClass(classes)
            case .words(let alternatives):
                var numbers: [UInt16] = []
                for alternative in alternatives {
                    if pieces.count > 1, !Self.hasForms(alternative) {
                        numbers.append(words.insert(alternative.utf8))
                        continue
                    }
                    let forms = try forms(of: String(alternative), kind: kind, alone: pieces.count == 1, failure)
                    for form in forms { numbers.append(words.insert(form.utf8)) }
                }
                guard !numbers.isEmpty, !numbers.contains(WordIndex.unknown) else {
                    throw failure("“\(written)” holds no word, or there are too many words in all")
                }
                element.kind = .words(Self.distinct(&numbers))
            }
            elements.append(element)
        }
        guard gaps <= 2 else { throw failure("more than two gaps; write two entries") }
        guard let anchor = Self.anchor(of: elements, pieces) else {
            throw failure("no word that must be there; an entry is looked up by one")
        }
        if case .gap = elements[0].kind { throw failure("a gap stands between words") }
        if case .gap = elements[elements.count - 1].kind { throw failure("a gap stands between words") }
        for (index, element) in elements.enumerated() where element.isContext {
            guard elements[..<index].allSatisfy(\.isContext) || elements[index...].allSatisfy(\.isContext) else {
                throw failure("“[…]” stands first or last")
            }
        }
        guard !elements.allSatisfy(\.isContext) else { throw failure("nothing is left for the cue itself") }
        return CuePattern(elements: elements, anchor: anchor)
    }

    /// The numbers in order, each once.
    private static func distinct(_ numbers: inout [UInt16]) -> [UInt16] {
        guard numbers.count > 1 else { return numbers }
        numbers.sort()
        var kept = 1
        for index in 1..<numbers.count where numbers[index] != numbers[kept - 1] {
            numbers[kept] = numbers[index]
            kept += 1
        }
        numbers.removeLast(numbers.count - kept)
        return numbers
    }

    /// Whether a word stands for its forms even beside others.
    static func hasForms(_ word: Substring) -> Bool {
        switch word.utf8.first {
        case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "="): true
        default: false
        }
    }

    /// - Throws: what `failure` makes of a verb whose forms no rule gives.
    func forms(
        of word: String, kind: CueEntry.Kind, alone: Bool, _ failure: (String) -> LexiconError
    ) throws(LexiconError) -> [String] {
        switch word.utf8.first {
        case UInt8(ascii: "~"): return try verbForms(String(word.dropFirst()), failure)
        case UInt8(ascii: "^"):
            let rest = String(word.dropFirst())
            let conditional = listed[FrenchForms.plain(rest)]?.conditional ?? FrenchForms.conditional(rest)
            guard !conditional.isEmpty else { throw failure("no conditional of “\(rest)”; list it in cue_forms.tsv") }
            return conditional
        case UInt8(ascii: "="): return adjectiveForms(String(word.dropFirst()))
        default: break
        }
        guard alone else { return [word] }
        switch kind {
        case .adjective: return adjectiveForms(word)
        case .verb: return try verbForms(word, failure)
        case .noun: return FrenchForms.noun(word)
        case .phrase, .interjection, .adverb, .emoji, .block: return [word]
        }
    }

    private func adjectiveForms(_ word: String) -> [String] {
        listed[FrenchForms.plain(word)]?.forms ?? FrenchForms.adjective(word)
    }

    private func verbForms(_ word: String, _ failure: (String) -> LexiconError) throws(LexiconError) -> [String] {
        let forms = listed[FrenchForms.plain(word)]?.forms ?? FrenchForms.verb(word)
        guard !forms.isEmpty else { throw failure("no rule makes the forms of “\(word)”; list it in cue_forms.tsv") }
        return forms
    }

    /// The word with the fewest forms, and of those the longest: function words are short.
    private static func anchor(of elements: [CuePattern.Element], _ pieces: [String]) -> Int? {
        var best: (index: Int, length: Int)?
        for (index, element) in elements.enumerated() where !element.isOptional {
            guard case .words = element.kind else { continue }
            var shortest = Int.max
            var length = 0
            for byte in pieces[index].utf8 {
                if byte != 0x7C {
                    length += 1
                } else {
                    if length > 0 { shortest = min(shortest, length) }
                    length = 0
                }
            }
            let longest = length > 0 ? min(shortest, length) : shortest == .max ? 0 : shortest
            if let known = best, known.length >= longest { continue }
            best = (index, longest)
        }
        return best?.index
    }

    /// At spaces, and after the apostrophe of a word that the tokenizer cuts.
    static func pieces(of entry: String) -> [String] {
        let bytes = Array(entry.utf8)
        var pieces: [String] = []
        var start = 0
        func close(at end: Int) {
            if end > start { pieces.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
            start = end
        }
        /// Where the word at hand has an apostrophe after which it is not to be cut; the rest of it stays whole.
        var isWhole = false
        for (index, byte) in bytes.enumerated() {
            if byte == 0x20 {
                close(at: index)
                start = index + 1
                isWhole = false
            } else if byte == 0x27, !isWhole {
                let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
                // One of several, such as `le|l'`, is no cut word.
                if next != 0x20, next != 0x7C, isCutWord(bytes[start..<index]) {
                    close(at: index + 1)
                } else {
                    isWhole = true
                }
            }
        }
        close(at: bytes.count)
        return pieces
    }

    private static func isCutWord(_ word: ArraySlice<UInt8>) -> Bool {
        word.count == 1
            ? cutLetters.contains(word[word.startIndex])
            : word.count > 1 && word.count < 8
                && cutWords.contains(String(decoding: word, as: UTF8.self))
    }

    private static let cutLetters = Set("cdjlmnst".utf8)
    /// Shapes of the French tokenizer: what it cuts after the apostrophe.
    private static let cutWords: Set<String> = [
        "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    ]
}
