import Extraction
import Testing

struct HeadingsTests {
    @Test(arguments: ReportCase.all("headings-"))
    func outline(_ report: ReportCase) throws {
        let found = try report.found()
        #expect(found == report.outline)
    }

    /// Each rule is seen at work in one of the files.
    @Test func everyRuleHasACase() {
        let rules = ReportCase.all("").flatMap(\.outline).filter { $0.hasPrefix("#") }.compactMap {
            $0.split(separator: "|").last?.trimmingPrefix(" ")
        }
        #expect(HeadingRule.allCases.map(\.rawValue).filter { !rules.contains($0[...]) } == [])
    }
}
