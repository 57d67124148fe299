import Batch
import Foundation
import Testing

/// A run that goes on with what another left.
struct ResumeTests {
    private func resumed(_ lines: [String], under name: String = "out.partial") throws -> Run {
        var run = try Run()
        run.options.resumes = true
        let text = lines.joined(separator: "\n")
        try text.write(toFile: run.folder.appending(path: name).path, atomically: false, encoding: .utf8)
        return run
    }

    private let run: Run

    init() throws { run = try Run() }

    @Test func whatIsDoneIsSkippedAndATornLineDropped() throws {
        let (a, b, c) = (run.record("a", "x"), run.record("b", "y"), run.record("c", "z"))
        let resumed = try resumed([a, String(b.prefix(100))])
        let outcome = try resumed.start(["a:x", "b:y", "c:z"])
        #expect(resumed.output == [a, b, c])
        #expect(resumed.unfinished == nil)
        #expect(outcome.counts.skipped == 1 && outcome.counts.ok == 2 && outcome.counts.areBalanced)
    }

    @Test func aFinishedOutputIsGoneOnWith() throws {
        let (a, b) = (run.record("a", "x"), run.record("b", "y"))
        let resumed = try resumed([a, ""], under: "out")
        _ = try resumed.start(["a:x", "b:y"])
        #expect(resumed.output == [a, b])
    }

    @Test func withoutAnythingToGoOnWith() throws {
        var run = run
        run.options.resumes = true
        _ = try run.start(["a:x"])
        #expect(run.output == [run.record("a", "x")])
    }

    /// Nothing is lost and nothing doubled: a document that has changed, or was read by another version, is read again.
    @Test func whatHasChangedIsReplaced() throws {
        let resumed = try resumed([
            run.record("a", "old"), run.record("b", "y", by: "8"), run.record("c", "z"), run.record("gone", "w"), "",
        ])
        let outcome = try resumed.start(["a:new", "b:y", "c:z"])
        #expect(
            resumed.output == [
                run.record("c", "z"), run.record("gone", "w"), run.record("a", "new"), run.record("b", "y"),
            ])
        #expect(outcome.counts.skipped == 1 && outcome.counts.ok == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: resumed.folder.path).sorted() == ["errors", "out"])
    }

    /// The program was killed after the new record and before the old one was left out.
    @Test func ofTwoRecordsTheLaterHolds() throws {
        let resumed = try resumed([run.record("a", "old"), run.record("b", "y"), run.record("a", "new"), ""])
        let outcome = try resumed.start(["a:new", "b:y"])
        #expect(resumed.output == [run.record("b", "y"), run.record("a", "new")])
        #expect(outcome.counts.skipped == 2)
    }

    @Test func aSecondDocumentWithTheIDOfOneThatIsDoneIsStillADuplicate() throws {
        let resumed = try resumed([run.record("a", "x"), ""])
        _ = try resumed.start(["a:x", "a:x"])
        #expect(resumed.deadLetters == ["a duplicate_id"])
        #expect(resumed.output == [run.record("a", "x")])
    }

    @Test func aLimitCountsNoneThatIsSkipped() throws {
        var resumed = try resumed([run.record("a", "x"), run.record("b", "y"), ""])
        resumed.options.limit = 1
        let outcome = try resumed.start(["a:x", "b:y", "c:z", "d:w"])
        #expect(resumed.output?.count == 3)
        #expect(outcome.counts.skipped == 2 && outcome.counts.ok == 1)
    }

    @Test(arguments: ["hello", "{}", #"{"schema":"causerie/report","schema_version":99,"record_id":null}"#])
    func anotherFileIsLeftAlone(line: String) throws {
        let resumed = try resumed([run.record("a", "x"), line, ""])
        let path = resumed.options.outputPath ?? ""
        #expect(throws: OutputFailure.notResumable(path: path, line: 2)) { try resumed.start(["a:x"]) }
        #expect(resumed.unfinished?.last == line)
    }

    /// Killed after every prefix of the work, the end is the same.
    @Test(arguments: 0..<6) func theEndIsThatOfAnUndisturbedRun(count: Int) throws {
        let names = ["a:1", "b:2", "!c", "d:4", "e:5", "f:6"]
        let undisturbed = try Run()
        _ = try undisturbed.start(names)
        var first = try Run()
        first.options.limit = count + 1
        let control = RunControl()
        _ = try first.start(Array(names.prefix(count)), control: control)
        let text = (first.output ?? []).joined(separator: "\n")
        let second = try resumed([text, #"{"schema":"causerie/rep"#].filter { !$0.isEmpty })
        let outcome = try second.start(names)
        #expect(second.output?.sorted() == undisturbed.output?.sorted())
        #expect(second.deadLetters == undisturbed.deadLetters)
        #expect(outcome.counts.documents == 6 && outcome.counts.areBalanced)
    }
}
