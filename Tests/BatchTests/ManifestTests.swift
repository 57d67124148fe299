import Batch
import Foundation
import Testing

struct ManifestTests {
    private func manifest(of outcome: RunOutcome, _ run: Run) throws -> [String: Any] {
        let path = run.folder.appending(path: "manifest").path
        try Manifest(
            of: outcome, producer: run.producer, inputs: ["posts"], options: run.options, exitStatus: 3, started: .now
        ).write(to: path)
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func itCountsEverything() throws {
        let run = try Run()
        let outcome = try run.start(["a", "!b", "a", "c", "!d"])
        let manifest = try manifest(of: outcome, run)
        let documents = try #require(manifest["documents"] as? [String: Int])
        #expect(documents == ["in": 5, "ok": 2, "failed": 3, "skipped": 0])
        let failures = try #require(manifest["failures"] as? [[String: Any]])
        #expect(failures.compactMap { $0["code"] as? String } == ["duplicate_id", "invalid_utf8"])
        #expect(failures.compactMap { $0["count"] as? Int } == [1, 2])
        #expect(manifest["complete"] as? Bool == true)
        #expect(manifest["stopped_by"] is NSNull)
        #expect(manifest["exit_status"] as? Int == 3)
        #expect(manifest["inputs"] as? [String] == ["posts"])
        let time = try #require(manifest["started_at"] as? String)
        #expect(try abs(Date(time, strategy: .iso8601).timeIntervalSinceNow) < 600)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: run.folder.path).sorted() == [
                "errors", "manifest", "out",
            ])
    }

    @Test func aRunThatWasStoppedIsNotComplete() throws {
        let run = try Run()
        let control = RunControl()
        control.stop(.signal(SIGINT))
        let outcome = try run.start(["a"], control: control)
        let manifest = try manifest(of: outcome, run)
        #expect(manifest["complete"] as? Bool == false)
        #expect(manifest["stopped_by"] as? String == "signal")
        #expect((manifest["documents"] as? [String: Int])?["in"] == 0)
        #expect(manifest["unfinished_output"] is NSNull)
        #expect(run.output == nil && run.unfinished == nil)
    }
}
