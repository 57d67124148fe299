import Causerie
import TestSupport
import Testing
import TextModel

struct AnalyzerTests {
    @Test func theExampleOfTheDocumentationHolds() throws {
        let text = try Analyzer().text(of: Array("L’été, dit-il.".utf8))
        #expect(text.analyzed.tokens.count == 7)
        let slices = text.analyzed.tokens.map { text.source[text.analyzed.matching.map.sourceRange(of: $0.range)] }
        #expect(slices == ["L’", "été", ",", " ", "dit", "-il", "."])
        #expect(text.analyzed.sentences.count == 1)
    }

    @Test func aDeclaredEncodingIsHeeded() throws {
        #expect(try Analyzer().text(of: [0xBD], encoding: "iso-8859-15").source.utf8 == Array("œ".utf8))
    }

    /// One value serves all threads: many tasks over the same texts find what one alone finds.
    @Test func oneAnalyzerServesManyTasks() async throws {
        let analyzer = try Analyzer()
        let texts = try Texts.corpus().map(\.bytes)
        let alone = try texts.map { try analyzer.text(of: $0).analyzed.tokens }
        try await withThrowingTaskGroup(of: (Int, [Token]).self) { group in
            for round in 0..<200 {
                let index = round % texts.count
                group.addTask { (index, try analyzer.text(of: texts[index]).analyzed.tokens) }
            }
            for try await (index, tokens) in group { #expect(tokens == alone[index]) }
        }
    }
}
