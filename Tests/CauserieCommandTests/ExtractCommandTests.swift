import Foundation
import TestSupport
import Testing

struct ExtractCommandTests {
    private let report = Data("# Le cap\n\nUn talk très clair.\n".utf8)
    private let corpus = Texts.package.appending(path: "Corpus/train").path

    private func record(_ line: some StringProtocol) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test func printsOneRecordALine() throws {
        let run = try Command(shell: "causerie extract $(ls '\(corpus)'/* | grep -v json)")
        #expect(run.status == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n")
        let reports = try FileManager.default.contentsOfDirectory(atPath: corpus).filter { !$0.hasSuffix(".json") }
        #expect(lines.count == reports.count)
        let ids = try lines.map { try #require(try record($0)["source"] as? [String: Any])["id"] as? String }
        #expect(ids.first == reports.min())
        #expect(ids == ids.sorted { ($0 ?? "") < ($1 ?? "") })
    }

    @Test func theSameInputGivesTheSameBytesInAnyOrder() throws {
        let once = try Command(shell: "causerie extract $(ls '\(corpus)'/* | grep -v json)").output
        let reversed = try Command(shell: "causerie extract $(ls -r '\(corpus)'/* | grep -v json)").output
        #expect(once.split(separator: "\n") == reversed.split(separator: "\n").reversed())
        let apart = try Command(
            shell: "for report in $(ls '\(corpus)'/* | grep -v json); do causerie extract \"$report\"; done"
        ).output
        #expect(once == apart)
    }

    @Test func nothingOfTheMachineIsInARecord() throws {
        let here = try Command(shell: "causerie extract '\(corpus)'/2011*").output
        #expect(!here.contains(corpus))
        #expect(try Command(shell: "cd '\(corpus)' && causerie extract 2011*").output == here)
    }

    @Test func standardInputHasNoID() throws {
        let run = try Command(["extract", "--from", "markdown"], input: report)
        #expect(run.status == 0)
        let record = try record(run.output)
        #expect(record["record_id"] is NSNull)
        #expect((record["source"] as? [String: Any])?["id"] is NSNull)
    }

    @Test func indentedJSONIsTheSameRecord() throws {
        let line = try Command(["extract", "--from", "markdown"], input: report).output
        let indented = try Command(["extract", "--from", "markdown", "--format", "json"], input: report).output
        #expect(indented.hasPrefix("{\n  \"schema\": \"causerie/report\",\n"))
        #expect(try record(line) as NSDictionary == record(indented) as NSDictionary)
    }

    @Test func optionsReachTheRecord() throws {
        let run = try Command(
            [
                "extract", "--from", "text", "--published", "2023-09-07", "--offset-unit", "utf16", "--encoding",
                "iso-8859-15", "--stages", "event,names",
            ], input: Data([0xBD]))
        #expect(run.output.contains(#""published":"2023-09-07","published_source":"caller""#))
        #expect(run.output.contains(#""offset_unit":"utf16""#))
        #expect(run.output.contains(#""encoding":"iso-8859-15""#))
        #expect(!run.output.contains("no_talk_found"))
    }

    @Test func aBadReportStopsNoOther() throws {
        try withFile(Data([0x61, 0, 0x62])) { binary in
            let run = try Command(
                shell: "cd '\(corpus)' && causerie extract 2008-10-25*.md '\(binary)' /nowhere.md 2011-06-09*.md")
            #expect(run.status == 3)
            #expect(run.output.split(separator: "\n").count == 2)
            #expect(run.errors.contains("\(binary): is a binary file"))
            #expect(run.errors.contains("/nowhere.md: no such file"))
            #expect(run.errors.contains("2 of 4"))
        }
    }

    @Test(arguments: ["/nowhere.md", "/nowhere.md /neither.md"]) func nothingReadIsStatus4(paths: String) throws {
        let run = try Command(shell: "causerie extract \(paths)")
        #expect(run.status == 4)
        #expect(run.output.isEmpty)
        #expect(!run.errors.isEmpty)
    }

    @Test(arguments: [
        ["--published", "2023-02-30"], ["--published", "hier"], ["--published", "2023-9-7"], ["--stages", "talk"],
        ["--stages", "talks,"], ["--format", "xml"], ["--from", "pdf"],
    ])
    func aWrongCommandLineIsStatus2(arguments: [String]) throws {
        let run = try Command(["extract"] + arguments, input: report)
        #expect(run.status == 2)
        #expect(run.errors.contains("Usage"))
    }

    @Test func theSummaryIsForPeople() throws {
        let run = try Command(["extract", "--from", "markdown", "--format", "pretty"], input: report)
        #expect(run.status == 0)
        #expect(run.output.contains("“Le cap”"))
        #expect(!run.output.contains("\u{1B}"))
        // Through a terminal there are colours, unless somebody wants none.
        try withFile(report) { path in
            let line =
                "script -qec \"'\(Command.executable.path)' extract --format pretty '\(path)'\" /dev/null </dev/null"
            // SwiftPM sets NO_COLOR for its tests; an empty one counts as none.
            let colored = try Command(shell: line, environment: ["NO_COLOR": ""])
            #expect(colored.output.contains("\u{1B}[1m"))
            let plain = try Command(shell: line, environment: ["NO_COLOR": "1"])
            #expect(!plain.output.contains("\u{1B}[1m"))
        }
    }

    @Test func theSchemaIsPrinted() throws {
        let run = try Command(["schema"])
        #expect(run.status == 0)
        #expect(try record(run.output)["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(try Command(["schema", "--format", "duckdb"]).output.hasPrefix("{\n  schema: 'VARCHAR',\n"))
    }
}
