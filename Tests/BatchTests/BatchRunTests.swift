import Archives
import Batch
import Causerie
import Foundation
import Synchronization
import SystemPackage
import Testing

struct BatchRunTests {
    @Test(arguments: [1, 2, 7]) func theOutputIsInTheOrderOfTheInput(jobs: Int) throws {
        var run = try Run()
        run.options.jobs = jobs
        let names = (0..<200).map { "d\($0)" }
        let outcome = try run.start(names) { input, place, shouldStop throws(DeadLetter) in
            // The later, the sooner done, within a group of ten.
            let number = Int(input.id?.dropFirst() ?? "") ?? 0
            usleep(UInt32(10 - number % 10) * 200)
            return try Run.identity(input, place, shouldStop)
        }
        #expect(run.output == names)
        #expect(outcome.counts.documents == 200 && outcome.counts.ok == 200 && outcome.counts.areBalanced)
        #expect(outcome.isComplete)
    }

    @Test(arguments: [1, 3]) func aFailureStopsNoOther(jobs: Int) throws {
        var run = try Run()
        run.options.jobs = jobs
        let outcome = try run.start(["a", "!b", "c", "a", "d"]) { input, place, shouldStop throws(DeadLetter) in
            guard input.id != "c" else {
                throw DeadLetter(
                    id: "c", place: place, stage: .format, code: .binaryFile, message: "is binary", hint: "name text")
            }
            return try Run.identity(input, place, shouldStop)
        }
        #expect(run.output == ["a", "d"])
        #expect(run.deadLetters == ["!b invalid_utf8", "c binary_file", "a duplicate_id"])
        #expect(outcome.counts.failed == 3 && outcome.counts.ok == 2 && outcome.counts.areBalanced)
        #expect(outcome.counts.failuresByCode == ["invalid_utf8": 1, "binary_file": 1, "duplicate_id": 1])
        #expect(outcome.isComplete)
    }

    @Test func aDeadLetterTellsEverything() throws {
        let run = try Run()
        _ = try run.start(["!b"])
        let line = try #require(run.file("errors"))
        #expect(
            line
                == #"{"id":"!b","input":"input","entry":"!b","line":null,"offset":null,"stage":"input","#
                + #""code":"invalid_utf8","message":"is not UTF-8","hint":"convert it"}"# + "\n")
    }

    @Test(arguments: [1, 4]) func theFirstFailureMayEndTheRun(jobs: Int) throws {
        var run = try Run()
        run.options.jobs = jobs
        run.options.stopsAtFirstFailure = true
        let outcome = try run.start(["a", "b", "!c", "d", "!e", "f"])
        #expect(run.output == nil)
        #expect(run.unfinished?.count == 2)
        #expect(run.deadLetters == ["!c invalid_utf8"])
        #expect(outcome.counts.documents == 3 && outcome.counts.areBalanced)
        #expect(outcome.stop == .failure && !outcome.isComplete)
    }

    @Test(arguments: [1, 4]) func aLimitCountsFailuresToo(jobs: Int) throws {
        var run = try Run()
        run.options.jobs = jobs
        run.options.limit = 3
        let outcome = try run.start(["a", "!b", "c", "d"], analyze: Run.identity)
        #expect(run.output == ["a", "c"])
        #expect(outcome.counts.documents == 3 && outcome.stop == .limit && !outcome.isComplete)
    }

    @Test func aDocumentThatTakesTooLongIsGivenUp() throws {
        var run = try Run()
        run.options.timeout = .milliseconds(20)
        let outcome = try run.start(["a", "slow", "b"]) { input, place, shouldStop throws(DeadLetter) in
            while input.id == "slow" {
                if shouldStop() {
                    throw DeadLetter(
                        id: "slow", place: place, stage: .extraction, code: .timedOut, message: "too long",
                        hint: "split")
                }
            }
            return try Run.identity(input, place, shouldStop)
        }
        #expect(run.output == ["a", "b"])
        #expect(run.deadLetters == ["slow timed_out"])
        #expect(outcome.counts.failed == 1)
    }

    /// Memory is bounded: nobody reads on while the first document is not done.
    @Test func aSlowDocumentHoldsTheReadingUp() throws {
        var run = try Run()
        run.options.jobs = 2
        let read = Reading()
        let source = DocumentSource { read.next(of: 100) }
        let outcome = try run.start(source) { input, place, shouldStop throws(DeadLetter) in
            if input.id == "0" {
                var before = 0
                while case let now = read.count, now != before {
                    before = now
                    usleep(50_000)
                }
                read.recordPeak()
            }
            return try Run.identity(input, place, shouldStop)
        }
        #expect(read.peak <= 4)
        #expect(outcome.counts.ok == 100)
        #expect(run.output == (0..<100).map(String.init))
    }

    /// What is done is written although the next document has not come yet, and may never come.
    @Test(.timeLimit(.minutes(1)), arguments: [1, 2]) func aSignalEndsARunThatWaitsForItsInput(jobs: Int) throws {
        var run = try Run()
        run.options.jobs = jobs
        let control = RunControl()
        let read = Reading()
        let path = run.folder.appending(path: "out.partial").path
        let source = DocumentSource {
            if read.count == 3 {
                // The two documents before this one are written.
                while (try? String(contentsOfFile: path, encoding: .utf8))?.count != 6 { usleep(1000) }
                control.stop(.signal(SIGTERM))
                sleep(2)
            }
            return read.next(of: 100)
        }
        let start = ContinuousClock.now
        let outcome = try run.start(source, control: control, analyze: Run.identity)
        #expect(ContinuousClock.now - start < .milliseconds(1500))
        #expect(outcome.stop == .signal(SIGTERM) && !outcome.isComplete)
        #expect(outcome.counts.documents == 3 && outcome.counts.ok == 3)
        #expect(run.unfinished == ["0", "1", "2"])
        #expect(outcome.unfinishedPath?.hasSuffix("/out.partial") == true)
    }

    @Test func anOutputThatCannotBeWrittenEndsTheRun() throws {
        var run = try Run()
        run.options.outputPath = "/dev/full"
        let outcome = try run.start(["a", "b", "c"])
        #expect(outcome.outputFailure == .failed(place: "/dev/full", .noSpace))
        #expect(outcome.counts.ok == 0 && outcome.counts.areBalanced && !outcome.isComplete)
        #expect(outcome.stop == .outputFailed)
    }

    @Test func anOutputThatIsNoFile() throws {
        var run = try Run()
        run.options.outputPath = "/nowhere/out"
        #expect(throws: OutputFailure.failed(place: "/nowhere/out.partial", .noSuchFileOrDirectory)) {
            try run.start(["a"])
        }
        run.options.outputPath = run.folder.path
        #expect(throws: OutputFailure.isFolder(path: run.folder.path)) { try run.start(["a"]) }
    }

    /// A link stays a link, to a file that is replaced.
    @Test func aLinkIsFollowed() throws {
        var run = try Run()
        let link = run.folder.appending(path: "link")
        try "old".write(toFile: run.folder.appending(path: "out").path, atomically: false, encoding: .utf8)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: run.folder.appending(path: "out"))
        run.options.outputPath = link.path
        _ = try run.start(["a"], analyze: Run.identity)
        #expect(run.output == ["a"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path).hasSuffix("out"))
    }

    @Test func twoRunsDoNotWriteTheSameFile() throws {
        let run = try Run()
        _ = try run.start(["a", "b"]) { input, place, shouldStop throws(DeadLetter) in
            if input.id == "a" {
                let second = Mutex<OutputFailure?>(nil)
                let done = DispatchSemaphore(value: 0)
                DispatchQueue(label: "second").async {
                    do throws(OutputFailure) { _ = try run.start(["c"]) } catch { second.withLock { $0 = error } }
                    done.signal()
                }
                done.wait()
                #expect(second.withLock { $0 } == .inUse(path: run.folder.appending(path: "out").path))
            }
            return try Run.identity(input, place, shouldStop)
        }
        #expect(run.output == ["a", "b"])
    }
}

/// A source that counts how far it was read.
private final class Reading: Sendable {
    private let state = Mutex((count: 0, peak: 0))

    var count: Int { state.withLock(\.count) }
    var peak: Int { state.withLock(\.peak) }

    func recordPeak() { state.withLock { $0.peak = $0.count } }

    func next(of all: Int) -> InputItem? {
        state.withLock { state in
            guard state.count < all else { return nil }
            defer { state.count += 1 }
            return Run.item("\(state.count)")
        }
    }
}
