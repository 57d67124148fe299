import Evaluation
import JSON
import Testing
import TextModel

struct ReportTests {
    private func scores() throws -> (ResolvedGold, Scores) {
        let gold = try GoldSamples.resolved()
        var report = Report(gold)
        report.talks[0].title = "Des <ports>"
        report.talks[0].cues.removeLast()
        return (gold, try Scores(gold: [gold], system: [report]))
    }

    @Test func theTableHasARowForEachLayer() throws {
        let report = ScoreReport(try scores().1)
        let lines = report.table.split(separator: "\n")
        #expect(lines.count == Layer.allCases.count + 2)
        #expect(lines.contains { $0.hasPrefix("talks ") && $0.contains("1.000") })
        #expect(lines.contains { $0.hasPrefix("event_edition ") && $0.contains("n/a") })
        #expect(report.markdown.split(separator: "\n").allSatisfy { $0.hasPrefix("| ") && $0.hasSuffix(" |") })
        let json = try JSONValue(parsing: Array(report.json.utf8))
        guard case .object(let members) = json else {
            Issue.record("no object")
            return
        }
        #expect(members.map(\.key) == ["documents", "layers"])
    }

    @Test func thePageHoldsEveryMistakeAndEscapesText() throws {
        let (gold, scores) = try scores()
        let page = EvaluationPage(scores, gold: [gold]).html
        #expect(page.contains("Des &lt;ports&gt;"))
        #expect(!page.contains("<ports>"))
        #expect(page.contains("un peu long"))
        #expect(page.contains("class=\"missed\""))
        #expect(!page.contains("http"), "the page needs nothing from elsewhere")
    }

    @Test func aMistakeIsALine() throws {
        let (_, scores) = try scores()
        let line = try #require(scores.mistakes.first { $0.layer == .cues }).json.text
        let prefix =
            #"{"document":"\#(GoldSamples.name)","kind":"missed","layer":"cues","text":"un peu long","expected":"#
        #expect(line.hasPrefix(prefix), "\(line)")
    }
}
