import Extraction
import Testing
import TextModel

struct TalksTests {
    @Test(arguments: ReportCase.all("talks-"))
    func outline(_ report: ReportCase) throws {
        let found = try report.found()
        #expect(found == report.outline)
    }

    /// Each kind, attendance and reason is seen in one of the files, as is each rule for speakers.
    @Test func everyValueHasACase() {
        let lines = ReportCase.all("").flatMap(\.outline).filter { $0.hasPrefix("*") }
        func missing(_ values: [String], _ around: (String) -> String) -> [String] {
            values.filter { value in !lines.contains { $0.contains(around(value)) } }
        }
        #expect(missing(TalkKind.allCases.map(\.rawValue)) { "* \($0) |" } == [])
        #expect(missing(Attendance.allCases.map(\.rawValue)) { "| \($0)" } == [])
        #expect(missing(UnnamedReason.allCases.map(\.rawValue)) { "? (\($0)," } == [])
        let rules = SpeakerRule.allCases.map(\.rawValue)
        #expect(rules.filter { rule in !lines.contains { $0.contains("(\(rule))") || $0.contains(" \(rule))") } } == [])
    }
}
