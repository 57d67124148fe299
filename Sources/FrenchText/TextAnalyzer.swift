import ICUText
import Lexicons
import Normalization
import TextModel

/// The text layer in one value: from a text to its matching form, tokens and sentences.
///
/// Making one reads the word lists and opens the rules; using it changes nothing, so one serves a whole program and
/// all its threads.
public struct TextAnalyzer: Sendable {
    public let normalizer: MatchingNormalizer
    public let tokenizer: Tokenizer
    public let splitter: SentenceSplitter
    /// Where the tokenizer's rules came from.
    public let rulesOrigin: FrenchRules.Origin
    /// What runs the tokenizer's rules.
    public let engine: BreakRules.Engine

    /// - Throws: ``TextAnalyzerError`` when ICU lacks data or a list is faulty.
    public init(lexicons: LexiconSet = .embedded) throws(TextAnalyzerError) {
        let lexicon: TokenizerLexicon
        do throws(LexiconError) { lexicon = try TokenizerLexicon(lexicons) } catch { throw .lexicon(error) }
        do throws(ICUError) {
            let rules = try FrenchRules()
            rulesOrigin = rules.origin
            engine = rules.rules.engine
            tokenizer = Tokenizer(rules: rules, lexicon: lexicon)
            normalizer = try MatchingNormalizer()
            splitter = try SentenceSplitter(lexicon: lexicon)
        } catch {
            throw .icu(error)
        }
    }

    /// The matching form, tokens and sentences of a text.
    ///
    /// - Throws: ``ICUError`` when ICU runs out of memory.
    public func analyze(_ text: SourceText) throws(ICUError) -> AnalyzedText { try analyze(utf8: text.utf8) }

    /// The same for bytes that are valid UTF-8, such as the visible text of a document.
    public func analyze(utf8: [UInt8]) throws(ICUError) -> AnalyzedText {
        let matching = try normalizer.normalize(utf8: utf8)
        let tokens = try tokenizer.tokens(of: matching)
        return AnalyzedText(
            matching: matching, tokens: tokens, sentences: try splitter.sentences(of: matching, tokens: tokens))
    }
}

/// Why the text layer cannot be set up.
public enum TextAnalyzerError: Error, CustomStringConvertible {
    case icu(ICUError)
    case lexicon(LexiconError)

    public var description: String {
        switch self {
        case .icu(let error): error.description
        case .lexicon(let error): error.description
        }
    }
}
