/// Looks for expressions of `evaluation_cues.tsv` that no text can have, in whole or in part, and for such as stand
/// where nothing is evaluated.
///
/// - A word that texts do not have as one: `n'ai` in `je|j' (n'ai)` and `allez-y`, which the tokenizer cuts, numbers,
///   punctuation. `l'`, `qu'`, `aujourd'hui` and `pep's` are words, and `-y` behind a verb.
/// - A word that cannot follow the elided one before it: `m'a|nous a` is `m'` and then `a` or `nous`, since the apostrophe
///   is cut before all of `a|nous`; `m'|nous a` is what it was to be.
/// - Brackets around one word of several: `sur|(à)`.
/// - An expression of which only words that say nothing have to be there: `un (superbe) talk` matches “un talk”.
public struct CueEntryCheck {
    private let table: LexiconTable
    private let reader: CuePatternReader
    /// By number of the reader's words.
    private let classes: [CueWordClasses]
    private let functionWords: Set<String>
    /// The words that alone are entries.
    private let evaluating: Set<String>

    /// - Throws: ``LexiconError`` for a list that cannot be read.
    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        table = try lexicons.table(.evaluationCues)
        var words = WordIndex()
        classes = try CueLexicon.classes(lexicons.table(.cueWords), &words)
        reader = try CuePatternReader(words: words, forms: lexicons.table(.cueForms))
        functionWords = Set(try lexicons.table(.functionWords).words.map(FrenchForms.plain))
        var evaluating: Set<String> = []
        for row in table.rows where row.fields[1] != CueEntry.Kind.block.rawValue {
            guard let words = Self.onlyWords(of: row.fields[0]) else { continue }
            let kind = CueEntry.Kind(rawValue: row.fields[1])
            for word in words { evaluating.formUnion(Self.forms(of: word, kind, isAlone: true, reader)) }
        }
        self.evaluating = evaluating
    }

    /// One for each entry that has any.
    ///
    /// - Parameter words: the words of a text by which entries are looked up, in lower case; `nil` for other tokens.
    public func faults(_ words: (String) throws -> [String?]) rethrows -> [LexiconError] {
        var stands: [String: Bool] = [:]
        func isWord(_ word: String) throws -> Bool {
            if let known = stands[word] { return known }
            // A pronoun is one word only after its verb.
            let verb = word.utf8.first == UInt8(ascii: "-") ? "dit" : ""
            let found = try words(verb + word)
            let isOne =
                found.count == (verb.isEmpty ? 1 : 2)
                && found.last?.map(FrenchForms.plain) == FrenchForms.plain(word)
            stands[word] = isOne
            return isOne
        }
        var faults: [LexiconError] = []
        for row in table.rows {
            let kind = CueEntry.Kind(rawValue: row.fields[1])
            let pieces = Self.pieces(of: row.fields[0])
            let message =
                try deadWord(in: pieces, kind, isWord).map { try Self.reason(for: $0, words) }
                ?? wordAfterElision(in: pieces) ?? (kind == .emoji ? nil : emptiness(of: pieces))
            if let message {
                faults.append(LexiconError(file: table.file, line: row.line, message: "“\(row.fields[0])”: \(message)"))
            }
        }
        return faults
    }

    // MARK: Words that no text has

    private func deadWord(
        in pieces: [Piece], _ kind: CueEntry.Kind?, _ isWord: (String) throws -> Bool
    ) rethrows -> String? {
        for piece in pieces {
            guard case .words(let words) = piece.content else { continue }
            for word in words {
                let forms = Self.forms(of: word, kind, isAlone: pieces.count == 1, reader)
                if try !forms.isEmpty && !forms.contains(where: isWord) { return word }
            }
        }
        return nil
    }

    private static func reason(for word: String, _ words: (String) throws -> [String?]) rethrows -> String {
        if word.utf8.contains(where: { Set("()[]<>*|".utf8).contains($0) }) {
            return "“\(word)” can never match: brackets stand around all words between two spaces; write two entries"
        }
        let found = try words(word).compactMap { $0 }
        if found.count > 1 {
            let cut = found.map { "“\($0)”" }.joined(separator: ", ")
            return "“\(word)” can never match: texts have it as \(cut); write two entries, or a space between them"
        }
        return "“\(word)” can never match: numbers, punctuation and words of more than 24 bytes are no words here; "
            + "write the entry without it, or ask for the end of the clause by the need “end”"
    }

    // MARK: Words after an apostrophe

    private func wordAfterElision(in pieces: [Piece]) -> String? {
        for (piece, next) in zip(pieces, pieces.dropFirst()) {
            guard !piece.isOptional, case .words(let elided) = piece.content, case .words(let words) = next.content,
                elided.allSatisfy({ $0.utf8.last == UInt8(ascii: "'") }),
                // Where none of them could follow, it is written as people speak: « j'suis ».
                words.contains(where: { canFollow(elided, $0) }),
                let word = words.first(where: { !canFollow(elided, $0) })
            else { continue }
            let both = "\(elided.joined(separator: "|"))\(words.joined(separator: "|"))"
            return
                "“\(word)” can never match: in “\(both)” the apostrophe is cut before all that follows it; write two "
                + "entries"
        }
        return nil
    }

    private func canFollow(_ elided: [String], _ word: String) -> Bool {
        let word = FrenchForms.plain(Self.withoutSign(word))
        guard let first = word.utf8.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return true }
        guard Self.vowels.contains(first) else { return false }
        // « l'on », « s'il »; but « j'on », « m'elle » and « n'il » are none.
        let isSubject = !classes(of: word).isDisjoint(with: Self.subjects)
        return !isSubject || !elided.allSatisfy { !classes(of: $0).isDisjoint(with: Self.besideVerbs) }
    }

    /// Letters before which a word is elided.
    private static let vowels = Set("aehiouy".utf8)
    private static let subjects = CueWordClasses(.subject).union(CueWordClasses(.third))
    /// What stands before a verb only, when it is elided.
    private static let besideVerbs: CueWordClasses = [
        CueWordClasses(.subject), CueWordClasses(.object), CueWordClasses(.ne),
    ]

    // MARK: Expressions that say nothing

    private func emptiness(of pieces: [Piece]) -> String? {
        guard !pieces.contains(where: { !$0.isOptional && isMeaningful($0) }),
            let piece = pieces.first(where: { $0.isOptional && isMeaningful($0) }),
            case .words(let words) = piece.content
        else { return nil }
        return
            "matches without “\(words.joined(separator: "|"))” or any other word that says something; let one of them "
            + "be required, or write what is left as an entry of its own"
    }

    /// Whether a piece says something: of one that has to be there, a word does that alone is an entry too; of one that
    /// may be missing, an adverb does not.
    private func isMeaningful(_ piece: Piece) -> Bool {
        switch piece.content {
        case .gap: false
        case .classes(let names): names.contains { CueWordClass(rawValue: $0).map(Self.isMeaningful) ?? false }
        case .words(let words):
            words.contains { word in
                let word = FrenchForms.plain(Self.withoutSign(word))
                return piece.isOptional
                    ? !isFunctionWord(word) && !word.hasSuffix("ment")
                    : evaluating.contains(word) || !isFunctionWord(word)
            }
        }
    }

    private func isFunctionWord(_ word: String) -> Bool {
        if functionWords.contains(word) { return true }
        let classes = classes(of: word)
        return !classes.isEmpty && !classes.contains(CueWordClasses(.valued))
    }

    private static func isMeaningful(_ wordClass: CueWordClass) -> Bool {
        switch wordClass {
        case .valued, .quality, .praise, .blame: true
        case .talk, .event, .topic, .technology, .elsewhere, .plural, .subject, .object, .third, .reader, .intensifier,
            .attenuator, .negator, .postverbal, .comparative, .little, .indefinite, .restrictive, .ne, .copula,
            .auxiliary,
            .conditional, .transparent, .determiner, .preposition, .collective, .definite, .general, .coordinator,
            .clause, .opinion,
            .saying,
            .according, .author, .modal, .past, .deictic:
            false
        }
    }

    // MARK: Words

    private func classes(of word: String) -> CueWordClasses {
        let number = Int(reader.words.number(of: WordKey(word)))
        return number < classes.count ? classes[number] : []
    }

    private static func onlyWords(of entry: String) -> [String]? {
        let pieces = pieces(of: entry)
        guard pieces.count == 1, case .words(let words) = pieces[0].content else { return nil }
        return words
    }

    /// Empty for a verb whose forms are not known, which the reader of the list refuses.
    private static func forms(
        of word: String, _ kind: CueEntry.Kind?, isAlone: Bool, _ reader: CuePatternReader
    ) -> [String] {
        do throws(LexiconError) {
            let groups = try reader.forms(of: word, kind: kind ?? .phrase, alone: isAlone) {
                LexiconError(file: "", line: 0, message: $0)
            }
            return groups?.flatMap(\.words) ?? [word]
        } catch {
            return []
        }
    }

    /// The word of `~aimer`, `^aimer`, `=bon`.
    private static func withoutSign(_ word: String) -> String {
        CuePatternReader.isSign(word.utf8.first) ? String(word.dropFirst()) : word
    }

    /// A ``CuePiece`` whose words are texts.
    private struct Piece {
        enum Content {
            case words([String])
            case classes([String])
            case gap
        }

        let content: Content
        let isOptional: Bool

        init(_ piece: CuePiece, in bytes: UnsafeBufferPointer<UInt8>) {
            let words = bytes[piece.range].split(separator: UInt8(ascii: "|")).map {
                String(decoding: $0, as: UTF8.self)
            }
            switch piece.content {
            case .words: content = .words(words)
            case .classes: content = .classes(words)
            case .gap: content = .gap
            }
            isOptional = piece.isOptional
        }
    }

    private static func pieces(of entry: String) -> [Piece] {
        Array(entry.utf8).withUnsafeBufferPointer { bytes in
            var pieces: [Piece] = []
            CuePiece.pieces(of: bytes.indices, in: bytes) { pieces.append(Piece($0, in: bytes)) }
            return pieces
        }
    }
}
