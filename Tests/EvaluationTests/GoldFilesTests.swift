import Causerie
import Evaluation
import Foundation
import Normalization
import TestSupport
import Testing
import TextModel

/// The gold of the corpus: sound, and all right against itself.
struct GoldFilesTests {
    private func members() throws -> [GoldCheck.Member] {
        let normalizer = try MatchingNormalizer()
        return try ["train", "dev", "test"].flatMap { split -> [GoldCheck.Member] in
            let folder = Texts.package.appending(path: "Corpus/\(split)")
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return try names.filter { $0.hasSuffix(".json") }.sorted().map { name in
                let annotation = try GoldAnnotation(parsing: Array(Data(contentsOf: folder.appending(path: name))))
                let bytes = Array(try Data(contentsOf: folder.appending(path: annotation.document)))
                let read = try Analyzer.document(of: bytes, fileName: annotation.document)
                let text = try DocumentText(source: read.source, document: read.document, normalizer: normalizer)
                return .init(path: "\(split)/\(name)", split: split, gold: try ResolvedGold(annotation, in: text))
            }
        }
    }

    @Test func theGoldIsSound() throws {
        let members = try members()
        for member in members { #expect(try GoldCheck(member.gold).problems == [], "\(member.path)") }
        #expect(try GoldCheck.leaks(between: members) == [])
    }

    @Test func theGoldAgainstItselfIsRight() throws {
        let gold = try members().map(\.gold)
        let scores = try Scores(gold: gold, system: gold.map(Report.init))
        #expect(scores.mistakes == [])
    }
}
