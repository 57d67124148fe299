import ICUText
import Lexicons
import TextModel

/// Cuts French text into tokens: UAX #29's idea of words, with the rules that French and its blogs need.
///
/// The rules are in `French.rbbi`; what only a word can tell is settled by ``TokenizerLexicon`` in the same pass. Values
/// are immutable and may be used from several threads at once.
public struct Tokenizer: Sendable {
    private let rules: BreakRules
    private let lexicon: TokenizerLexicon

    public init(rules: FrenchRules, lexicon: TokenizerLexicon) {
        self.rules = rules.rules
        self.lexicon = lexicon
    }

    /// The tokens of a text in matching form: in order, none empty, every byte in exactly one.
    ///
    /// No token but white space crosses a line end. An empty text has no tokens.
    ///
    /// - Parameter engine: `nil` for the fastest that can run the rules.
    /// - Throws: ``ICUError`` only from ICU's own engine.
    public func tokens(
        of text: MatchingText, using engine: BreakRules.Engine? = nil
    ) throws(ICUError) -> [Token] {
        let utf8 = text.utf8
        var sink = TokenSink(text: utf8, lexicon: lexicon)
        // A token has 2.6 to 3.2 bytes on average, white space included.
        sink.tokens.reserveCapacity(utf8.count * 2 / 5 + 8)
        var start = 0
        try rules.forEachBatch(in: utf8.span, using: engine) { sink.add($0, from: &start) }
        return sink.finish()
    }
}
