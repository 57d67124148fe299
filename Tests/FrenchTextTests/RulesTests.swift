import FrenchText
import ICUText
import Lexicons
import TestSupport
import Testing
import TextModel

struct RulesTests {
    @Test func theEmbeddedTableIsTheCompiledRules() throws {
        let made = try CompiledRules.file(compiling: EmbeddedLexicon.frenchRules)
        let tag = CompiledRules.tag(for: EmbeddedLexicon.frenchRules)
        try #require(
            CompiledRules(EmbeddedLexicon.compiledFrenchRules)?.binary(for: tag) != nil,
            "French.brk was made by another ICU or from other rules; run make rules")
        #expect(made == EmbeddedLexicon.compiledFrenchRules, "French.brk is stale; run make rules")
        #expect(try FrenchRules().origin == .embedded)
        #expect(try FrenchRules().rules.engine == .table)
    }

    @Test func aTableOfAnotherICUIsNotUsed() {
        let file = CompiledRules(Array("causerie-rules icu=1.0 unicode=1.0 rules=0\nxyz".utf8))
        #expect(file?.binary(for: CompiledRules.tag(for: EmbeddedLexicon.frenchRules)) == nil)
        #expect(file?.binary(for: "causerie-rules icu=1.0 unicode=1.0 rules=0") == Array("xyz".utf8))
        #expect(CompiledRules(Array("no line end".utf8)) == nil)
    }

    /// Boundaries and statuses of our loop and of `ubrk_next`, on every text there is and on random ones.
    @Test func bothEnginesGiveTheSameTokens() throws {
        let layer = try TextLayer()
        let tokenizer = layer.analyzer.texts.tokenizer
        var texts = (try Texts.corpus() + Texts.sharedReports()).map(\.bytes)
        var generator = SeededGenerator(seed: 11)
        texts += (0..<300).map { _ in Array(generator.text(pieces: 200).utf8) }
        for name in ["auxiliary/WordBreakTest.txt", "NormalizationTest.txt"] {
            let file = Texts.unicode.appending(path: name)
            if let data = try? Array(String(contentsOf: file, encoding: .utf8).utf8) { texts.append(data) }
        }
        let rules = try FrenchRules().rules
        for bytes in texts {
            let matching = try layer.analyzer.text(of: bytes).analyzed.matching
            #expect(try segments(rules, matching, .table) == segments(rules, matching, .icu))
            let tokens = try tokenizer.tokens(of: matching, using: .table)
            #expect(try tokens == tokenizer.tokens(of: matching, using: .icu))
            // Here the table runs only around what may end a sentence, and ICU over the whole text.
            let splitter = layer.analyzer.texts.splitter
            let sentences = try splitter.sentences(of: matching, tokens: tokens, using: .table)
            let reference = try splitter.sentences(of: matching, tokens: tokens, using: .icu)
            if sentences != reference, let (found, expected) = zip(sentences, reference).first(where: { $0 != $1 }) {
                Issue.record("“\(matching[found.range])”, and by ICU “\(matching[expected.range])”")
            }
            #expect(sentences == reference)
        }
    }

    private func segments(
        _ rules: BreakRules, _ text: MatchingText, _ engine: BreakRules.Engine
    ) throws -> [BreakRules.Segment] {
        var found: [BreakRules.Segment] = []
        try rules.forEachBatch(in: text.utf8.span, using: engine) { batch in
            for index in batch.indices { found.append(batch[index]) }
        }
        return found
    }

    /// Matches that fail late: twice the text may not take four times as long.
    @Test(arguments: [
        "a.", "A.", "a-", "a/", "a@", "a.b@", "a+", "a'", "ab'", "_a", "1 ", "1.", "1,", "1 234 ", "http://(", "x(",
        "a_", ":a", "a:",
        "(a", "@a@", "#", "-t-", "a.A", "1/", "I", "😀\u{200D}", "«", ". ", "…", "a·", "é", "~/", "../", "[..", "<3",
        "^_", "a&",
        ")", "qu'", "Qu'e", "qu'e.", "!)", ".)", "\"", " \"", ":-)", "! 😀", ".d", "(a)", "1er", "12km/", "\u{301}", "’",
        "œ", "\r",
    ])
    func noTextIsReadInQuadraticTime(piece: String) throws {
        let layer = try TextLayer()
        // Eight times the text; quadratic would be 64 times the time.
        let factor = try growth(from: 20_000, to: 160_000, limit: 24) { count in
            // The start keeps a dotted name from being taken for a file's.
            let bytes = Array(("bb.Cc" + String(repeating: piece, count: count)).utf8)
            _ = try layer.analyzer.text(of: bytes)
        }
        #expect(factor < 24)
    }
}
