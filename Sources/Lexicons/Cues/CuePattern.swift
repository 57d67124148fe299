/// The notation of an entry, word by word.
///
/// `a|b` is one of several words; `(a)` may be missing; `*` stands for up to three words within the clause; `~aimer` is
/// any form of the verb but its conditional, which is `^aimer`; `=bon` is any form of the adjective; `<talk>` is a word
/// of the class. `[a]` has to stand there and is not part of the cue; it comes first or last.
public struct CuePattern {
    /// Positions in ``CuePatternReader/elements``.
    let elements: Range<Int>
    /// The position of the element by which the entry is looked up: words, not optional.
    let anchor: Int
}

/// Reads the notation, byte by byte: the list of cues is what a start waits for.
struct CuePatternReader {
    var words: WordIndex
    /// Of all patterns, one after the other.
    private(set) var elements: [CueLexicon.Element] = []
    /// Of the words of all elements, in order for each.
    private(set) var numbers: [UInt16] = []
    /// Listed forms and conditionals of verbs and adjectives that no rule gives, by their first form.
    private let listed: [String: (forms: FrenchForms.Group, conditional: FrenchForms.Group?)]
    /// The numbers of the forms of `~aimer`, `=bon`, which stand in many entries.
    private var known: [WordKey: [UInt16]] = [:]
    /// Of the entry at hand.
    private var pieces: [CuePiece] = []

    /// - Parameter forms: `word forms conditional`, forms separated by spaces, `-` for no conditional.
    init(words: WordIndex, forms table: LexiconTable) throws(LexiconError) {
        self.words = words
        var listed: [String: (forms: FrenchForms.Group, conditional: FrenchForms.Group?)] = [:]
        for row in table.rows {
            guard row.fields.count == 3 else {
                throw LexiconError(file: table.file, line: row.line, message: "three columns are needed")
            }
            let word = FrenchForms.plain(row.fields[0])
            func group(_ field: String, and first: [String] = []) -> FrenchForms.Group {
                FrenchForms.Group(first + CueLexicon.parts(of: field, " ").map(FrenchForms.plain))
            }
            listed[word] = (
                group(row.fields[1], and: [word]), row.fields[2] == "-" ? nil : group(row.fields[2])
            )
        }
        self.listed = listed
    }

    /// - Parameter failure: makes an error of a message.
    /// - Throws: it for what is no notation, names no class, or has no word to look it up by.
    mutating func read(
        _ entry: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, kind: CueEntry.Kind,
        _ failure: (String) -> LexiconError
    ) throws(LexiconError) -> CuePattern {
        pieces.removeAll(keepingCapacity: true)
        CuePiece.pieces(of: entry, in: bytes) { pieces.append($0) }
        let first = elements.count
        for index in pieces.indices { try add(pieces[index], in: bytes, kind, failure) }
        let elements = elements[first...]
        guard elements.count(where: { $0.kind == .gap }) <= 2 else {
            throw failure("more than two gaps; write two entries")
        }
        guard let anchor = anchor(in: bytes) else {
            throw failure("no word that must be there; an entry is looked up by one")
        }
        if elements.first?.kind == .gap || elements.last?.kind == .gap { throw failure("a gap stands between words") }
        for index in elements.indices where elements[index].isContext {
            guard elements[..<index].allSatisfy(\.isContext) || elements[index...].allSatisfy(\.isContext) else {
                throw failure("“[…]” stands first or last")
            }
        }
        guard !elements.allSatisfy(\.isContext) else { throw failure("nothing is left for the cue itself") }
        return CuePattern(elements: first..<elements.endIndex, anchor: first + anchor)
    }

    private mutating func add(
        _ piece: CuePiece, in bytes: UnsafeBufferPointer<UInt8>, _ kind: CueEntry.Kind,
        _ failure: (String) -> LexiconError
    ) throws(LexiconError) {
        let start = numbers.count
        var classes: CueWordClasses = []
        switch piece.content {
        case .gap: break
        case .classes:
            try piece.forEachAlternative(in: bytes) { name throws(LexiconError) in
                guard let found = CueWordClasses(named: name, in: bytes) else {
                    let name = String(decoding: bytes[name], as: UTF8.self)
                    throw failure("“\(name)” is no class of words; see cue_words.tsv")
                }
                classes.formUnion(found)
            }
        case .words:
            let isAlone = pieces.count == 1
            try piece.forEachAlternative(in: bytes) { word throws(LexiconError) in
                if isAlone || Self.isSign(bytes[word.lowerBound]) {
                    let forms = try formNumbers(of: word, in: bytes, kind: kind, alone: isAlone, failure)
                    numbers += forms
                } else {
                    numbers.append(words.insert(bytes[word]))
                }
            }
            guard start < numbers.count, !numbers[start...].contains(WordIndex.unknown) else {
                let written = String(decoding: bytes[piece.written], as: UTF8.self)
                throw failure("“\(written)” holds no word, or there are too many words in all")
            }
            putInOrder(from: start)
        }
        let elementKind: CueLexicon.Element.Kind =
            switch piece.content {
            case .gap: .gap
            case .classes: .wordClass
            case .words: .words
            }
        elements.append(
            CueLexicon.Element(
                kind: elementKind, isOptional: piece.isOptional, isContext: piece.isContext, classes: classes,
                numbers: Int32(start)..<Int32(numbers.count),
                bits: numbers[start...].reduce(0) { $0 | CueNeighbor.bit(of: $1) }))
    }

    /// The last numbers in order, each once.
    private mutating func putInOrder(from start: Int) {
        guard numbers.count > start + 1 else { return }
        numbers.withUnsafeMutableBufferPointer { numbers in
            var last = UnsafeMutableBufferPointer(rebasing: numbers[start...])
            last.sort()
        }
        var kept = start + 1
        for index in start + 1..<numbers.count where numbers[index] != numbers[kept - 1] {
            numbers[kept] = numbers[index]
            kept += 1
        }
        numbers.removeLast(numbers.count - kept)
    }

    private mutating func formNumbers(
        of word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, kind: CueEntry.Kind, alone: Bool,
        _ failure: (String) -> LexiconError
    ) throws(LexiconError) -> [UInt16] {
        let key = WordKey(letters: bytes[word])
        if let known = known[key] { return known }
        var numbers: [UInt16] = []
        let text = String(decoding: bytes[word], as: UTF8.self)
        if let groups = try forms(of: text, kind: kind, alone: alone, failure) {
            for group in groups { words.insert(group, to: &numbers) }
        } else {
            numbers.append(words.insert(bytes[word]))
        }
        // A word without a sign has its forms by the kind of its entry.
        if Self.isSign(bytes[word.lowerBound]) { known[key] = numbers }
        return numbers
    }

    /// Whether a word that begins so stands for its forms even beside others.
    static func isSign(_ first: UInt8?) -> Bool {
        first == UInt8(ascii: "~") || first == UInt8(ascii: "^") || first == UInt8(ascii: "=")
    }

    /// The forms that a word stands for; `nil` for itself.
    ///
    /// - Throws: what `failure` makes of a verb whose forms no rule gives.
    func forms(
        of word: String, kind: CueEntry.Kind, alone: Bool, _ failure: (String) -> LexiconError
    ) throws(LexiconError) -> [FrenchForms.Group]? {
        switch word.utf8.first {
        case UInt8(ascii: "~"): return try verbForms(String(word.dropFirst()), failure)
        case UInt8(ascii: "^"):
            let rest = String(word.dropFirst())
            guard let forms = listed[FrenchForms.plain(rest)]?.conditional ?? FrenchForms.conditional(rest) else {
                throw failure("no conditional of “\(rest)”; list it in cue_forms.tsv")
            }
            return [forms]
        case UInt8(ascii: "="): return [adjectiveForms(String(word.dropFirst()))]
        default: break
        }
        guard alone else { return nil }
        switch kind {
        case .adjective: return [adjectiveForms(word)]
        case .verb: return try verbForms(word, failure)
        case .noun: return [FrenchForms.noun(word)]
        case .phrase, .interjection, .adverb, .emoji, .block: return nil
        }
    }

    private func adjectiveForms(_ word: String) -> FrenchForms.Group {
        listed[FrenchForms.plain(word)]?.forms ?? FrenchForms.adjective(word)
    }

    private func verbForms(
        _ word: String, _ failure: (String) -> LexiconError
    ) throws(LexiconError) -> [FrenchForms.Group] {
        let forms = listed[FrenchForms.plain(word)].map { [$0.forms] } ?? FrenchForms.verb(word)
        guard !forms.isEmpty else { throw failure("no rule makes the forms of “\(word)”; list it in cue_forms.tsv") }
        return forms
    }

    /// The word with the fewest forms, and of those the longest: function words are short.
    private func anchor(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var best: (index: Int, length: Int)?
        for (index, piece) in pieces.enumerated() where !piece.isOptional && piece.content == .words {
            var shortest = Int.max
            var length = 0
            for byte in bytes[piece.written] {
                if byte != UInt8(ascii: "|") {
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
}
