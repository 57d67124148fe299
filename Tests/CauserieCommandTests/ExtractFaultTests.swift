import Foundation
import Testing

/// `extract` when something outside of it breaks: nothing is lost and nothing doubled.
struct ExtractFaultTests {
    private let space: Workspace

    init() throws { space = try Workspace() }

    /// Killed while it waits for its input, with a torn line behind what it wrote; then another run goes on.
    @Test func killedAndResumed() throws {
        try space.writeLines("all.ndjson", 0..<80)
        try space.writeLines("half.ndjson", 0..<45)
        let killed = try space.run(
            """
            mkfifo pipe; { cat half.ndjson; exec sleep 20; } > pipe & feed=$!
            "$CAUSERIE" extract --from ndjson --output out.ndjson < pipe & run=$!
            until [ "$(wc -l < out.ndjson.partial)" -ge 44 ] 2>/dev/null; do sleep 0.05; done
            kill -9 $run; wait $run 2>/dev/null; echo $?; kill $feed
            printf '{"schema":"causerie/report","schema_ver' >> out.ndjson.partial
            """)
        #expect(killed.output == "137\n")
        #expect(space.text("out.ndjson") == nil)
        let resumed = try space.run("causerie extract all.ndjson --output out.ndjson --resume --manifest manifest.json")
        #expect(resumed.status == 0)
        let undisturbed = try space.run("causerie extract all.ndjson").output
        #expect(space.lines("out.ndjson").sorted() == undisturbed.split(separator: "\n").map(String.init).sorted())
        #expect(try space.counts().hasPrefix("80 "))
        let skipped = try space.counts().split(separator: " ")[3]
        #expect(Int(skipped) ?? 0 >= 44)
        #expect(space.text("out.ndjson.partial") == nil)
    }

    @Test(arguments: [("TERM", 143), ("INT", 130)], ["1", "2", "5"])
    func aSignalEndsTheRunInOrder(signal: (name: String, status: Int32), jobs: String) throws {
        try space.writeLines("some.ndjson", 0..<40)
        let run = try space.run(
            """
            mkfifo pipe; { cat some.ndjson; exec sleep 20; } > pipe & feed=$!
            # In a shell without job control a command in the background ignores SIGINT.
            exec 3< pipe
            env --default-signal=INT "$CAUSERIE" extract --from ndjson --jobs \(jobs) --output out.ndjson \
                --manifest manifest.json <&3 & run=$!
            until [ "$(wc -l < out.ndjson.partial)" -ge 39 ] 2>/dev/null; do sleep 0.05; done
            kill -\(signal.name) $run; wait $run; status=$?; kill $feed 2>/dev/null; exit $status
            """)
        #expect(run.status == signal.status)
        #expect(run.errors.contains("out.ndjson.partial, go on with --resume"))
        let ids = try Workspace.ids(of: space.text("out.ndjson.partial") ?? "")
        #expect(ids == (0..<ids.count).map { String("\(1000 + $0)".dropFirst()) })
        #expect(try space.counts() == "\(ids.count) \(ids.count) 0 0 false")
    }

    @Test func aReaderThatHasSeenEnough() throws {
        try space.writePosts(300)
        let run = try space.run(
            """
            mkfifo pipe; head -n 3 pipe > seen & "$CAUSERIE" extract posts --manifest manifest.json > pipe; echo $?
            """)
        #expect(run.output == "0\n" && run.errors.isEmpty)
        #expect(space.lines("seen").count == 3)
        #expect(try space.counts().hasSuffix(" false"))
    }

    @Test(arguments: [
        "causerie extract posts > /dev/full", "causerie extract posts --output /dev/full",
        "causerie extract posts --output missing/out.ndjson", "causerie extract posts --errors missing/e >/dev/null",
        "causerie extract posts --manifest missing/m >/dev/null", "causerie extract posts gone --errors /dev/full",
    ])
    func anOutputThatCannotBeWrittenIsStatus5(line: String) throws {
        try space.writePosts(3)
        let run = try space.run(line)
        #expect(run.status == 5)
        #expect(run.errors.contains("make room or name another place"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: space.folder.path) == ["posts"])
    }

    /// The disk is full in the middle: whole records stay for a later run, and there is no half file.
    @Test func aDiskThatIsFullAndResumed() throws {
        try space.writePosts(40)
        let full = try space.run("ulimit -f 60; causerie extract posts --output out.ndjson --jobs 3")
        #expect(full.status == 5)
        #expect(full.errors.contains("out.ndjson.partial, go on with --resume"))
        #expect(space.text("out.ndjson") == nil)
        let partial = try #require(space.text("out.ndjson.partial"))
        #expect(partial.hasSuffix("}\n") && partial.utf8.count <= 60 * 1024)
        let resumed = try space.run("causerie extract posts --output out.ndjson --resume --manifest manifest.json")
        #expect(resumed.status == 0)
        #expect(space.text("out.ndjson") == (try space.run("causerie extract posts").output))
        #expect(try space.counts().hasPrefix("40 "))
    }

    @Test func anOlderOutputStaysUntilTheNewOneIsWhole() throws {
        try space.writePosts(40)
        try space.write("out.ndjson", Data("old\n".utf8))
        _ = try space.run("ulimit -f 60; causerie extract posts --output out.ndjson")
        #expect(space.text("out.ndjson") == "old\n")
        #expect(try space.run("causerie extract posts --output out.ndjson").status == 0)
        #expect(space.lines("out.ndjson").count == 40)
    }

    /// A file that was there when the run began.
    @Test func aFileThatVanishes() throws {
        try space.writePosts(3)
        let run = try space.run(
            """
            mkfifo pipe; { sleep 0.3; rm posts/001.md; cat posts/000.md; } > pipe &
            "$CAUSERIE" extract pipe posts/001.md posts/002.md --errors errors.ndjson --manifest manifest.json
            """)
        #expect(run.status == 3)
        #expect(try Workspace.ids(of: run.output) == ["pipe", "002.md"])
        #expect(try space.objects("errors.ndjson").map { $0["code"] as? String } == ["not_found"])
        #expect(try space.counts() == "3 2 1 0 true")
    }

    /// Lines are added while it is read: what was there when the run came to the end has a record, once.
    @Test func aFileThatGrows() throws {
        try space.writeLines("grows.ndjson", 0..<40)
        try space.writeLines("more.ndjson", 40..<400)
        let run = try space.run(
            """
            while read -r line; do printf '%s\\n' "$line" >> grows.ndjson; done < more.ndjson & writer=$!
            "$CAUSERIE" extract grows.ndjson --manifest manifest.json; status=$?; wait $writer; exit $status
            """)
        #expect(run.status == 0, "\(run.errors)")
        let ids = try Workspace.ids(of: run.output)
        #expect(ids.count >= 40 && ids == (0..<ids.count).map { String("\(1000 + $0)".dropFirst()) })
        #expect(try space.counts() == "\(ids.count) \(ids.count) 0 0 true")
    }

    private static var canBeAnotherUser: Bool {
        geteuid() == 0
            && (try? Command(shell: "setpriv --reuid 65534 --clear-groups '\(Command.executable.path)' --version"))?
                .status == 0
    }

    @Test(.enabled(if: canBeAnotherUser)) func whatAnotherUserMayNotRead() throws {
        try space.writePosts(3)
        try space.write("closed/a.md", Data(Workspace.report(1).utf8))
        let run = try space.run(
            """
            chmod 755 . posts; chmod 644 posts/*; chmod 600 posts/001.md; chmod 700 closed
            setpriv --reuid 65534 --clear-groups "$CAUSERIE" extract posts closed
            """)
        #expect(run.status == 3)
        #expect(try Workspace.ids(of: run.output) == ["000.md", "002.md"])
        #expect(run.errors.contains("posts: 001.md: permission denied"))
        #expect(run.errors.contains("2 of 4 documents failed"))
    }

    @Test func duplicatesAreNeverWritten() throws {
        try space.writeLines("a.ndjson", 0..<5)
        try space.writeLines("b.ndjson", 3..<8)
        let run = try space.run(
            "causerie extract a.ndjson b.ndjson --errors errors.ndjson --manifest manifest.json --jobs 3")
        #expect(run.status == 3)
        #expect(try Workspace.ids(of: run.output) == (0..<8).map { "00\($0)" })
        #expect(try space.objects("errors.ndjson").map { $0["id"] as? String } == ["003", "004"])
        #expect(try space.counts() == "10 8 2 0 true")
    }

    @Test func aSecondRunOnTheSameFileIsRefused() throws {
        try space.writePosts(2)
        let run = try space.run(
            """
            mkfifo pipe; { cat posts/000.md; sleep 1; } > pipe &
            "$CAUSERIE" extract pipe --output out.ndjson & first=$!
            until [ -e out.ndjson.partial ]; do sleep 0.05; done; sleep 0.2
            "$CAUSERIE" extract posts --output out.ndjson; echo $?; wait $first
            """)
        #expect(run.output == "5\n")
        #expect(run.errors.contains("another run is writing it"))
        #expect(space.lines("out.ndjson").count == 1)
    }
}
