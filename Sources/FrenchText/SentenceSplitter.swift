import ICUText
import Lexicons
import TextModel

/// Finds sentences: ICU's sentence boundaries (UAX #29, section 5), corrected where French or a blog differs.
///
/// Not `ss=standard`, ICU's own list of exceptions for French: it merges "Il faut lire la doc. Ensuite…".
public struct SentenceSplitter: Sendable {
    private let rules: BreakRules
    private let lexicon: TokenizerLexicon

    /// - Throws: ``ICUError`` when ICU has no sentence rules.
    public init(lexicon: TokenizerLexicon) throws(ICUError) {
        rules = try BreakRules(.sentence, locale: "fr")
        self.lexicon = lexicon
    }

    /// The sentences of a text, in order, each without the white space around it; white space alone has none.
    ///
    /// A line end always ends a sentence, so the text should be one whose lines are paragraphs.
    ///
    /// - Parameters:
    ///   - tokens: those of the same text.
    ///   - engine: `nil` for the fastest that can run ICU's rules.
    /// - Throws: ``ICUError`` only from ICU's own engine.
    public func sentences(
        of text: MatchingText, tokens: [Token], using engine: BreakRules.Engine? = nil
    ) throws(ICUError) -> [Sentence] {
        var boundaries = try ICUSentenceBoundaries(rules, text: text.utf8, tokens: tokens, engine: engine)
        var sentences: [Sentence] = []
        sentences.reserveCapacity(text.utf8.count / 64 + 2)
        var judge = BoundaryJudge(text: text.utf8, tokens: tokens, lexicon: lexicon)
        /// The first token of the sentence being read, and its last that is no white space.
        var first: Int?
        var last = 0
        func close() {
            if let start = first {
                sentences.append(Sentence(TextRange(tokens[start].range.start, tokens[last].range.end)))
            }
            first = nil
        }
        /// Whether nothing but ICU can end a sentence after the last token: it is a word, as most are.
        var isLastPlain = false
        for index in tokens.indices {
            let token = tokens[index]
            if token.kind == .space { continue }
            if token.kind == .newline {
                close()
                judge.startLine()
                continue
            }
            let isICUBoundary = boundaries.isBoundary(before: index)
            if isICUBoundary || !isLastPlain, first != nil,
                judge.endsSentence(after: last, before: index, isICUBoundary: isICUBoundary)
            {
                close()
            }
            isLastPlain = !judge.isMark(index)
            if isLastPlain { judge.passWord() } else { judge.passMark(index) }
            if first == nil { first = index }
            last = index
        }
        close()
        return sentences
    }
}
