import Lexicons
import TextModel

/// A token of a passage as the cues see it.
struct CueWord {
    enum Kind: UInt8 {
        case word
        case comma
        /// Ends a sentence.
        case stop
        /// Other punctuation: a colon, a bracket, a dash.
        case pause
        case openingQuote, closingQuote
        case emoji
    }

    /// In the lexicon's ``WordIndex``.
    var number: UInt16
    var kind: Kind
    var classes: CueWordClasses
    /// The position in the text's tokens.
    var token: Int
    var range: TextRange
    /// Ends in -ment, as adverbs do.
    var isAdverb = false
    /// Holds an exclamation mark.
    var isExclamation = false
    /// Holds a question mark.
    var isQuestion = false
    /// Stands in an entry that only looks like a cue: a negation there turns nothing.
    var isBlocked = false

    /// Whether the word is of one of the classes.
    func has(_ classes: CueWordClasses) -> Bool { !self.classes.isDisjoint(with: classes) }

    var asNeighbor: CueNeighbor { CueNeighbor(number: number, classes: classes) }
}

/// The words of passages, one after the other in the same buffers.
struct CueWordReader {
    let lexicon: CueLexicon

    /// Writes the words of a passage to `words`: white space is left out, code and addresses are unknown words.
    func read(_ passage: Passage, of text: ReportText, to words: inout [CueWord]) {
        words.removeAll(keepingCapacity: true)
        var insideQuote = false
        var marks = text.marks[passage.marks].makeIterator()
        var code = Self.nextOpaque(&marks)
        words.reserveCapacity(passage.tokens.count)
        let (tokens, keys) = (text.tokens, text.keys)
        text.folded.withUnsafeBufferPointer { folded in
            for index in passage.tokens {
                let token = tokens[index]
                guard !token.kind.isWhiteSpace else { continue }
                while let range = code, range.end <= token.range.start { code = Self.nextOpaque(&marks) }
                let isOpaque = code.map { $0.start <= token.range.start && token.range.end <= $0.end } ?? false
                var kind = Self.kind(of: token, in: folded)
                var (number, classes) = (WordIndex.unknown, CueWordClasses())
                switch kind {
                case .word, .emoji:
                    if !isOpaque, Self.isLookedUp(token) {
                        let reading = lexicon.words.reading(of: keys[index])
                        (number, classes) = (reading.number, CueWordClasses(rawValue: reading.note))
                    }
                case .openingQuote where folded[token.range.start] == 0x22:
                    if insideQuote { kind = .closingQuote }
                    insideQuote.toggle()
                case .comma, .stop, .pause, .openingQuote, .closingQuote: break
                }
                var word = CueWord(
                    number: number, kind: kind, classes: classes, token: index,
                    range: token.range)
                switch kind {
                case .word:
                    word.isAdverb = Self.endsAsAdverb(token.range, in: folded)
                    if word.has(CueWordClasses(.technology)), text.utf8[token.range.start] == folded[token.range.start]
                    {
                        word.classes = []
                    }
                case .stop:
                    word.isExclamation = folded[token.range.start..<token.range.end].contains(UInt8(ascii: "!"))
                    word.isQuestion = folded[token.range.start] == UInt8(ascii: "?")
                case .comma, .pause, .openingQuote, .closingQuote, .emoji: break
                }
                words.append(word)
            }
        }
    }

    /// The words of a text that are looked up, in lower case; `nil` for a token of any other kind but white space.
    static func lookedUpWords(of tokens: [Token], in folded: [UInt8]) -> [String?] {
        folded.withUnsafeBufferPointer { folded in
            tokens.filter { !$0.kind.isWhiteSpace }.map { token in
                switch kind(of: token, in: folded) {
                case .word where isLookedUp(token), .emoji where isLookedUp(token):
                    String(decoding: folded[token.range.start..<token.range.end], as: UTF8.self)
                case .word, .emoji, .comma, .stop, .pause, .openingQuote, .closingQuote: nil
                }
            }
        }
    }

    /// Code and the alternative texts of images are no words of a sentence.
    private static func nextOpaque(_ marks: inout ArraySlice<Mark>.Iterator) -> TextRange? {
        while let mark = marks.next() {
            switch mark.kind {
            case .code, .image, .strikethrough: if !mark.range.isEmpty { return mark.range }
            case .link, .emphasis, .strong, .footnote, .emoji: continue
            }
        }
        return nil
    }

    private static func endsAsAdverb(_ range: TextRange, in folded: UnsafeBufferPointer<UInt8>) -> Bool {
        range.count >= 7 && folded[range.end - 1] == UInt8(ascii: "t") && folded[range.end - 2] == UInt8(ascii: "n")
            && folded[range.end - 3] == UInt8(ascii: "e") && folded[range.end - 4] == UInt8(ascii: "m")
    }

    /// Whether a word or an emoji may be one of the lexicon's.
    private static func isLookedUp(_ token: Token) -> Bool { !isOpaque(token.kind) && token.range.count <= 24 }

    private static func isOpaque(_ kind: TokenKind) -> Bool {
        switch kind {
        case .url, .email, .handle, .hashtag, .number, .ordinal, .time, .date, .unit: true
        case .space, .newline, .punctuation, .ellipsis, .listMark, .word, .elidedWord, .hyphenatedWord,
            .encliticPronoun, .abbreviation, .code, .emoticon, .emoji:
            false
        }
    }

    private static func kind(of token: Token, in folded: UnsafeBufferPointer<UInt8>) -> CueWord.Kind {
        switch token.kind {
        case .emoji, .emoticon: return .emoji
        case .ellipsis: return .stop
        case .listMark: return .pause
        case .punctuation:
            switch folded[token.range.start] {
            case UInt8(ascii: ","): return .comma
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return .stop
            case UInt8(ascii: "\""): return .openingQuote
            // « and »
            case 0xC2 where token.range.count == 2 && folded[token.range.start + 1] == 0xAB: return .openingQuote
            case 0xC2 where token.range.count == 2 && folded[token.range.start + 1] == 0xBB: return .closingQuote
            default: return .pause
            }
        case .space, .newline, .word, .elidedWord, .hyphenatedWord, .encliticPronoun, .abbreviation, .number, .ordinal,
            .time, .date, .unit, .code, .url, .email, .handle, .hashtag:
            return .word
        }
    }
}
