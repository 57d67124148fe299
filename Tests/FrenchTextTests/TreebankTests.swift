import Causerie
import Evaluation
import Foundation
import TestSupport
import Testing
import TextModel

/// The floors of tokens and sentences against Universal Dependencies, where the treebanks are at hand.
@Suite(.enabled(if: Texts.shared != nil, "needs CAUSERIE_SHARED"))
struct TreebankTests {
    @Test(arguments: [
        ("fr_gsd-ud-test.conllu", 0.995, 0.985), ("fr_gsd-ud-dev.conllu", 0.995, 0.99),
        ("fr_sequoia-ud-test.conllu", 0.995, 0.96),
    ])
    func reachesTheFloors(file: String, tokens: Double, boundaries: Double) throws {
        let folder = try #require(Texts.shared)
        let text = try String(contentsOf: folder.appending(path: "ud/\(file)"), encoding: .utf8)
        let analyzer = try TextLayer().analyzer
        let evaluation = try TreebankEvaluation(of: ConlluSentence.read(text)) { text throws(any Error) in
            let found = try analyzer.text(of: Array(text.utf8)).analyzed
            return TreebankEvaluation.Segmentation(
                tokens: found.tokens.filter { !$0.kind.isWhiteSpace }.map {
                    ($0.kind, found.matching.map.sourceRange(of: $0.range))
                },
                sentences: found.sentences.map { found.matching.map.sourceRange(of: $0.range) })
        }
        #expect(evaluation.misspelt.isEmpty)
        #expect(evaluation.tokens.f1 ?? 0 >= tokens)
        #expect(evaluation.punctuatedBoundaries.f1 ?? 0 >= boundaries)
    }
}
