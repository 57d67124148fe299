import Foundation
import Testing

/// `extract` over many documents: order, counts, exit statuses.
struct ExtractRunTests {
    private let space: Workspace

    init() throws { space = try Workspace() }

    @Test(arguments: [1, 2, 3, 8]) func theBytesDoNotDependOnTheNumberOfJobs(jobs: Int) throws {
        try space.writePosts(60)
        let one = try space.run("causerie extract posts --jobs 1")
        #expect(one.status == 0 && one.errors.isEmpty)
        #expect(try Workspace.ids(of: one.output) == (0..<60).map { String("\(1000 + $0).md".dropFirst()) })
        let several = try space.run("causerie extract posts -j \(jobs) --output out.ndjson --manifest manifest.json")
        #expect(several.status == 0 && several.output.isEmpty)
        #expect(space.text("out.ndjson") == one.output)
        #expect(try space.counts() == "60 60 0 0 true")
        #expect(try FileManager.default.contentsOfDirectory(atPath: space.folder.path).count == 3)
    }

    @Test func whatFailsIsTold() throws {
        try space.writePosts(3)
        try space.write("posts/001.md", Data([0x61, 0, 0x62]))
        try space.write("posts/large.md", Data(repeating: 0x61, count: 70_000))
        let run = try space.run(
            "causerie extract posts gone.md posts --max-bytes 64KiB --errors errors.ndjson --manifest manifest.json -q")
        #expect(run.status == 3)
        #expect(try Workspace.ids(of: run.output) == ["000.md", "002.md"])
        let letters = try space.objects("errors.ndjson")
        #expect(
            letters.map { $0["code"] as? String } == [
                "binary_file", "too_large", "not_found", "duplicate_id", "duplicate_id", "duplicate_id", "too_large",
            ])
        #expect(
            letters.allSatisfy { letter in
                ["message", "hint", "input", "stage"].allSatisfy { (letter[$0] as? String)?.isEmpty == false }
            })
        #expect(letters.first?["id"] as? String == "001.md")
        #expect(letters.first?["entry"] as? String == "001.md")
        #expect(try space.counts() == "9 2 7 0 true")
        #expect(run.errors == "causerie: 7 of 9 documents failed; see errors.ndjson\n")
        let told = try space.run("causerie extract posts gone.md --max-bytes 64KiB >/dev/null")
        #expect(told.errors.split(separator: "\n").count == 4)
    }

    @Test func nothingThatCanBeReadIsStatus4() throws {
        try space.write("a.ndjson", Data("{}\nnonsense\n".utf8))
        let run = try space.run("causerie extract a.ndjson gone.md --manifest manifest.json")
        #expect(run.status == 4 && run.output.isEmpty)
        #expect(try space.counts() == "3 0 3 0 true")
    }

    /// A single document that fails needs no summary.
    @Test func oneDocumentIsOneMessage() throws {
        try space.write("a.txt", Data([0x61, 0, 0x62]))
        let run = try space.run("causerie extract a.txt")
        #expect(run.status == 4)
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.errors.hasPrefix("causerie: a.txt: is a binary file"))
    }

    @Test(arguments: [
        "--resume", "--resume --output out --format pretty", "--output posts", "--jobs 0", "--timeout 0",
        "--max-bytes 12apples", "--limit 0", "--progress bar", "--log-level loud", "--from pdf", "--from folder",
        "--delimiter ab", "--bogus", "--config gone.yaml", "--lexicons posts",
    ])
    func aWrongCommandLineIsStatus2(flags: String) throws {
        try space.writePosts(1)
        let run = try space.run("causerie extract \(flags) posts")
        #expect(run.status == 2)
        #expect(run.output.isEmpty && !run.errors.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: space.folder.path) == ["posts"])
    }

    @Test func everyStatusIsInTheHelp() throws {
        let help = try Command(["extract", "--help"]).output
        for status in [0, 2, 3, 4, 5, 130, 143] { #expect(help.contains("\n  \(status) ")) }
    }

    @Test(arguments: ["--limit 2", "--limit 2 --jobs 1"]) func aLimit(flags: String) throws {
        try space.writePosts(5)
        let run = try space.run("causerie extract posts \(flags) --manifest manifest.json")
        #expect(run.status == 0)
        #expect(try Workspace.ids(of: run.output) == ["000.md", "001.md"])
        #expect(try space.counts() == "2 2 0 0 false")
    }

    @Test func theFirstFailureMayEndTheRun() throws {
        try space.writePosts(9)
        try space.write("posts/004.md", Data([0x61, 0, 0x62]))
        let run = try space.run(
            "causerie extract posts --fail-fast --output out.ndjson --manifest manifest.json --jobs 4")
        #expect(run.status == 3)
        #expect(run.errors.contains("out.ndjson.partial, go on with --resume"))
        #expect(space.lines("out.ndjson.partial").count == 4 && space.text("out.ndjson") == nil)
        #expect(try space.counts() == "5 4 1 0 false")
    }

    @Test func aDocumentThatTakesTooLong() throws {
        try space.write("long.md", Data(String(repeating: Workspace.report(1), count: 20_000).utf8))
        try space.write("short.md", Data(Workspace.report(1).utf8))
        let run = try space.run("causerie extract long.md short.md --timeout 20ms --errors errors.ndjson")
        #expect(run.status == 3)
        #expect(try Workspace.ids(of: run.output) == ["short.md"])
        #expect(try space.objects("errors.ndjson").map { $0["code"] as? String } == ["timed_out"])
    }

    @Test func invalidUTF8AndTheLocale() throws {
        try space.write("posts/été à Nîmes.md", Data("# L’été\n\nUn talk très clair, d’après « Maud ».\n".utf8))
        try space.write(
            "lines.ndjson",
            Data(#"{"id":"é","text":"Très clair."}"#.utf8) + Data("\n{\"id\":\"b\",\"text\":\"".utf8) + Data([0xE9])
                + Data("\"}\n{\"id\":\"c\",\"text\":\"Clair.\"}\n".utf8))
        let line = "causerie extract posts lines.ndjson --errors errors.ndjson -q"
        let plain = try space.run(line, environment: ["LC_ALL": "C"])
        #expect(plain.status == 3)
        #expect(try Workspace.ids(of: plain.output) == ["été à Nîmes.md", "é", "c"])
        let letter = try #require(try space.objects("errors.ndjson").first)
        #expect(letter["code"] as? String == "invalid_utf8" && letter["line"] as? Int == 2)
        #expect(try space.run(line, environment: ["LC_ALL": "C.UTF-8"]).output == plain.output)
    }

    @Test func fieldsOfAContainerReachTheRecord() throws {
        try space.write(
            "a.ndjson",
            Data(#"{"slug":"a","body":"Hier, un talk clair.","on":"2023-09-07","link":"https://e.fr/a","n":1}"#.utf8))
        let run = try space.run(
            "causerie extract a.ndjson --id-field slug --text-field body --published-field on --url-field link --extra")
        #expect(run.status == 0)
        let record = try Workspace.object(run.output)
        let source = try #require(record["source"] as? [String: Any])
        let document = try #require(record["document"] as? [String: Any])
        #expect(source["id"] as? String == "a")
        #expect(source["extra"] as? String == #"{"n":1}"#)
        #expect(document["published"] as? String == "2023-09-07")
        #expect(document["url"] as? String == "https://e.fr/a")
    }

    @Test func globsAndTitles() throws {
        try space.writePosts(4)
        #expect(
            try Workspace.ids(of: space.run("causerie extract posts --include '00[12].md' --exclude 002.md").output)
                == ["001.md"])
        try space.write("a.ndjson", Data(#"{"id":"a","text":"Un talk clair.","title":"Forez Conf 2023"}"#.utf8))
        let record = try Workspace.object(space.run("causerie extract a.ndjson").output)
        #expect((record["document"] as? [String: Any])?["title"] as? String == "Forez Conf 2023")
    }

    // MARK: - Messages

    @Test func progressForAProgram() throws {
        try space.writePosts(3)
        let run = try space.run("causerie extract posts --progress json --output out.ndjson")
        let last = try Workspace.object(try #require(run.errors.split(separator: "\n").last.map(String.init)))
        #expect(last["documents"] as? Int == 3 && last["final"] as? Bool == true)
        #expect(last["ok"] as? Int == 3 && last["failed"] as? Int == 0)
        #expect(last["eta_seconds"] is NSNull && last["seconds"] is Double)
    }

    @Test func progressOnATerminalAlone() throws {
        try space.writePosts(400)
        func errors(_ flags: String) throws -> String {
            try space.run(
                "script -qec \"'$CAUSERIE' extract posts --output out.ndjson \(flags)\" /dev/null </dev/null"
            ).output
        }
        let seen = try errors("--progress line")
        #expect(seen.isEmpty || seen.contains("MB/s"))
        #expect(try errors("--quiet").isEmpty)
        #expect(try space.run("causerie extract posts --output out.ndjson").errors.isEmpty)
    }

    @Test func urgencyOfMessages() throws {
        try space.writePosts(1)
        _ = try space.run("causerie extract posts --output out.ndjson")
        let run = try space.run("causerie extract posts --output out.ndjson --resume --log-level debug")
        #expect(run.errors.contains("causerie: info: 1 records are there"))
        #expect(run.errors.contains("causerie: debug: 000.md: skipped"))
    }
}
