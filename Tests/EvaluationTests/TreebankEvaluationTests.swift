import Evaluation
import Testing
import TextModel

struct TreebankEvaluationTests {
    static let file = """
        # sent_id = a
        # text = Il va au bois.
        1\tIl\t_\t_\t_\t_\t_\t_\t_\t_
        2\tva\t_\t_\t_\t_\t_\t_\t_\t_
        3-4\tau\t_\t_\t_\t_\t_\t_\t_\t_
        3\tà\t_\t_\t_\t_\t_\t_\t_\t_
        4\tle\t_\t_\t_\t_\t_\t_\t_\t_
        4.1\tvide\t_\t_\t_\t_\t_\t_\t_\t_
        5\tbois\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
        6\t.\t_\t_\t_\t_\t_\t_\t_\t_

        # text = Fin
        1\tFin\t_\t_\t_\t_\t_\t_\t_\t_

        """

    /// Cuts at spaces, and takes the whole text for one sentence.
    static func segment(_ text: String) -> TreebankEvaluation.Segmentation {
        var tokens: [(kind: TokenKind, range: SourceRange)] = []
        var start = 0
        for word in text.split(separator: " ") {
            tokens.append((.word, SourceRange(start, start + word.utf8.count)))
            start += word.utf8.count + 1
        }
        return .init(tokens: tokens, sentences: [SourceRange(0, text.utf8.count)])
    }

    @Test func aMultiwordTokenIsOneFormAndAnEmptyNodeNone() throws {
        let sentences = try ConlluSentence.read(Self.file)
        #expect(sentences.map(\.forms) == [["Il", "va", "au", "bois", "."], ["Fin"]])
        #expect(sentences.map(\.id) == ["a", "2"])
    }

    @Test func scoresAreThoseOfAHandCount() throws {
        let evaluation = try TreebankEvaluation(of: ConlluSentence.read(Self.file), by: Self.segment)
        // Il, va, au and Fin agree; “bois.” is one token for the system and two for the gold.
        #expect(evaluation.tokens == MatchCounts(matched: 4, predicted: 5, gold: 6))
        #expect(evaluation.disagreements.map(\.gold) == [["bois", "."]])
        #expect(evaluation.disagreements.map(\.system) == [["bois."]])
        #expect(evaluation.disagreements.map(\.category) == ["joins word"])
        #expect(evaluation.punctuatedCount == 1)
        #expect(evaluation.punctuatedBoundaries == MatchCounts(matched: 1, predicted: 1, gold: 1))
        #expect(evaluation.allBoundaries == MatchCounts(matched: 1, predicted: 1, gold: 2))
    }

    @Test func formsThatDoNotSpellTheTextAreNamed() throws {
        let sentence = ConlluSentence(id: "x", text: "Il va", forms: ["Il", "vont"])
        let evaluation = TreebankEvaluation(of: [sentence], by: Self.segment)
        #expect(evaluation.misspelt == ["x"])
        #expect(evaluation.tokens == MatchCounts())
    }

    @Test(arguments: [
        ("1\tIl\n", 1), ("# text = Il\nx\tIl\t_\t_\t_\t_\t_\t_\t_\t_\n", 2), ("1\tIl\t_\t_\t_\t_\t_\t_\t_\t_\n\n", 2),
    ])
    func aFaultNamesItsLine(file: String, line: Int) {
        #expect { try ConlluSentence.read(file) } throws: { ($0 as? ConlluError)?.line == line }
    }

    @Test func zeroAgainstZeroHasNoScore() {
        #expect(MatchCounts().f1 == nil)
        #expect(MatchCounts(predicted: 2).f1 == 0)
        #expect(MatchCounts(matched: 1, predicted: 2, gold: 2).f1 == 0.5)
        #expect(MatchCounts(predicted: [1, 2, 2], gold: [2, 3, 4]) == MatchCounts(matched: 1, predicted: 2, gold: 3))
    }
}
