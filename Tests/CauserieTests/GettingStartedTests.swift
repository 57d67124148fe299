import Causerie
import Foundation
import RecordWriters
import TestSupport
import Testing
import TextModel

/// The code of the article “Getting started”, compiled and run.
struct GettingStartedTests {
    private let bytes = Array("# Retour\n\n## Le port – Maud Tessier\n\nUn talk très clair.\n".utf8)

    @Test func theCodeOfTheArticleRuns() throws {
        let analyzer = try Analyzer()
        let report = try analyzer.report(
            on: """
                ## Le port à midi – Maud Tessier

                Un talk très clair. Trois choses à retenir :

                - les marées ;
                - les écluses ;
                - les canots.
                """, format: .markdown)
        for talk in report.talks {
            print(talk.title ?? "?", talk.speakers.compactMap(\.name), talk.reception.polarity)
        }
        let input = DocumentInput(
            bytes, id: "https://phare.example/retour", fileName: "2023-09-07-retour.md",
            published: CalendarDate(year: 2023, month: 9, day: 7))
        let dated = try analyzer.report(on: input)
        let analysis = try analyzer.analysis(of: input)
        for talk in analysis.report.talks {
            if let title = talk.titleSpan { print(analysis.source[title.range]) }
        }
        var writer = RecordWriter()
        let line = writer.bytes(
            of: analysis.report, offsets: OffsetConverter(analysis.source, unit: .utf8))

        #expect(dated == analysis.report)
        #expect(dated.source.id == "https://phare.example/retour")
        #expect(String(decoding: line, as: UTF8.self).hasSuffix("}\n"))
    }

    /// Each piece of the article stands above, but for the white space.
    @Test func theArticleHasThisCode() throws {
        func squeezed(_ text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace }) }
        let article = try String(
            contentsOf: Texts.package.appending(path: "Sources/Causerie/Causerie.docc/GettingStarted.md"),
            encoding: .utf8)
        let test = squeezed(try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8))
        let pieces = article.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
        #expect(pieces.count == 4)
        for piece in pieces { #expect(test.contains(squeezed(piece)), "\(piece)") }
    }
}
