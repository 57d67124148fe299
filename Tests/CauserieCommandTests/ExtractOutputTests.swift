import Foundation
import Testing

/// Formats other than the record's own, from the command line to the file.
struct ExtractOutputTests {
    private let space: Workspace

    init() throws {
        space = try Workspace()
        try space.writePosts(3)
    }

    @Test func talksAsLines() throws {
        let run = try space.run("causerie extract posts --format talks")
        #expect(run.status == 0)
        let rows = try run.output.split(separator: "\n").map { try Workspace.object(String($0)) }
        #expect(rows.map { $0["source_id"] as? String } == ["000.md", "001.md", "002.md"])
        #expect(rows.allSatisfy { $0["speakers"] as? String == "Maud Tessier" })
    }

    @Test func talksAsCSVHaveOneHeader() throws {
        let run = try space.run("causerie extract posts --format talks-csv --output talks.csv --jobs 3")
        #expect(run.status == 0)
        let lines = try #require(space.text("talks.csv")).components(separatedBy: "\r\n")
        #expect(lines.count == 5 && lines.last == "")
        #expect(lines[0].hasPrefix("record_id,source_id,report_title"))
        #expect(!lines[1].hasPrefix("record_id"))
    }

    @Test func aHeaderAloneIsATable() throws {
        try space.write("none.ndjson", Data())
        let run = try space.run("causerie extract none.ndjson --format talks-csv")
        #expect(run.output.hasPrefix("record_id,") && run.output.hasSuffix("\r\n"))
        #expect(run.output.components(separatedBy: "\r\n").count == 2)
    }

    @Test func linkedDataIsOneObjectALine() throws {
        let run = try space.run("causerie extract posts --format jsonld")
        let types = try run.output.split(separator: "\n").map { try Workspace.object(String($0))["@type"] as? String }
        #expect(run.status == 0 && types == ["BlogPosting", "BlogPosting", "BlogPosting"])
    }

    /// `sqlite3` is no part of the tests' needs, so the number of records is what a third run passes over.
    @Test func aDatabaseIsFilledInPlaceAndGoneOnWith() throws {
        let command = "causerie extract posts --format sqlite --output reports.sqlite --manifest manifest.json"
        #expect(try space.run(command).status == 0)
        #expect(try space.counts() == "3 3 0 0 true")
        #expect(space.data("reports.sqlite")?.starts(with: Data("SQLite format 3\0".utf8)) == true)
        #expect(try space.run(command + " --jobs 2").status == 0)
        #expect(try space.counts() == "3 3 0 0 true")
        try space.write("posts/001.md", Data("# Autre texte\n".utf8))
        #expect(try space.run(command + " --resume").status == 0)
        #expect(try space.counts() == "3 1 0 2 true")
        #expect(try space.run(command + " --resume --offset-unit scalar").status == 0)
        #expect(try space.counts() == "3 3 0 0 true")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: space.folder.path).sorted() == [
                "manifest.json", "posts", "reports.sqlite",
            ])
    }

    /// Nothing of the batch in hand is kept, and what is counted is what is there.
    @Test func aDatabaseOnAFullDisk() throws {
        try space.writePosts(350)
        let run = try space.run(
            "ulimit -f 900; causerie extract posts --format sqlite --output r.sqlite --manifest manifest.json")
        #expect(run.status == 5)
        #expect(run.errors.contains("r.sqlite: ") && run.errors.contains("go on with --resume"))
        let counts = try space.counts().split(separator: " ")
        #expect(counts.last == "false" && counts[1] == counts[0])
        let kept = try #require(Int(counts[1]))
        #expect(kept % 100 == 0 && kept < 350)
        #expect(
            try space.run(
                "causerie extract posts --format sqlite --output r.sqlite --manifest manifest.json --resume"
            ).status == 0)
        #expect(try space.counts() == "350 \(350 - kept) 0 \(kept) true")
    }

    @Test func aSignalKeepsWhatIsDone() throws {
        let run = try space.run(
            """
            mkfifo stuck; sleep 3 > stuck & wait=$!
            "$CAUSERIE" extract posts stuck --format sqlite --output r.sqlite --manifest manifest.json & run=$!
            sleep 1; kill -TERM $run; wait $run; echo $?; kill $wait
            causerie extract posts --format sqlite --output r.sqlite --manifest manifest.json --resume
            """)
        #expect(run.output.hasPrefix("143\n"))
        #expect(try space.counts() == "3 0 0 3 true")
    }

    @Test func annotationsComeBackAsGold() throws {
        let run = try space.run(
            """
            causerie extract posts --format brat --output brat && causerie gold-from-brat brat --output gold &&
            causerie extract posts --output r.ndjson &&
            causerie evaluate gold --records r.ndjson --min talks=1 --min persons=1 --min cues=1 --min lists=1 &&
            causerie evaluate gold --check
            """)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: space.folder.path + "/brat").sorted() == [
                "000.md.ann", "000.md.txt", "001.md.ann", "001.md.txt", "002.md.ann", "002.md.txt", "annotation.conf",
            ])
        #expect(space.text("brat/000.md.txt") == Workspace.report(0))
    }

    /// Where a word is said twice, gold says which is meant.
    @Test func aSecondOccurrenceComesBack() throws {
        try space.write(
            "twice/a.md",
            Data(
                """
                # Le cap à midi, par Maud Tessier

                Maud raconte le cap. Rien de clair dans un schéma clair. Un talk très clair, clair et drôle !

                """.utf8))
        let run = try space.run(
            """
            causerie extract twice --format brat --output brat && causerie gold-from-brat brat --output gold &&
            causerie extract twice --output r.ndjson && causerie evaluate gold --check &&
            causerie evaluate gold --records r.ndjson --min cues=1 --min cues_strict=1
            """)
        #expect(run.status == 0, "\(run.errors)\(run.output)")
    }

    /// The annotation of the second “clair” alone.
    @Test func anOccurrenceIsWritten() throws {
        try space.write("brat/a.md.txt", Data("# Cap\n\nC'est clair, clair et net.\n".utf8))
        try space.write("brat/a.md.ann", Data("T1\tCue 20 25\tclair\nA1\tPolarity T1 positive\n".utf8))
        #expect(
            try space.run("causerie gold-from-brat brat --output gold && causerie evaluate gold --check").status == 0)
        let gold = try Workspace.object(space.text("gold/a.json") ?? "")
        let cue = (gold["cues"] as? [[String: Any]])?.first
        #expect(cue?["quote"] as? String == "clair" && cue?["occurrence"] as? Int == 2)
    }

    @Test func aFolderThatIsThereKeepsItsConfiguration() throws {
        try space.write("brat/annotation.conf", Data("[entities]\n".utf8))
        #expect(try space.run("causerie extract posts --format brat --output brat").status == 0)
        #expect(space.text("brat/annotation.conf") == "[entities]\n")
    }

    @Test func onlyWholeAnnotationsBecomeGold() throws {
        let run = try space.run(
            """
            causerie extract posts --format brat --output brat
            echo nothing >> brat/001.md.ann
            causerie gold-from-brat brat --output gold; echo $?; ls gold
            echo nothing > brat/000.md.ann; echo nothing > brat/002.md.ann
            causerie gold-from-brat brat --output gold; echo $?
            causerie gold-from-brat posts --output gold; echo $?
            causerie gold-from-brat brat --output /dev/null/gold; echo $?
            """)
        #expect(run.output == "3\n000.json\n000.md\n002.json\n002.md\n4\n4\n5\n")
        #expect(run.errors.contains("brat/001.md.ann: line "))
    }

    @Test(arguments: [
        ("--format sqlite", 2, "name the database with --output"),
        ("--format brat", 2, "name the folder with --output"),
        ("--format talks --resume --output t", 2, "only records in NDJSON and in a database"),
        ("--format sqlite --output posts", 5, "posts: "),
        ("--format sqlite --output posts/000.md", 2, "is no database of this program"),
        ("--format sqlite --output missing/r.sqlite", 5, "missing/r.sqlite: "),
        ("--format brat --output posts/000.md", 5, "posts/000.md: "),
        ("--format brat --output missing/brat", 5, "missing/brat: "),
        ("--format talks-csv --output /dev/full", 5, "make room"), ("--format jsonld > /dev/full", 5, "make room"),
    ])
    func anOutputThatCannotBe(arguments: String, status: Int32, message: String) throws {
        let run = try space.run("causerie extract posts \(arguments)")
        #expect(run.status == status)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: space.folder.path) == ["posts"])
        #expect(space.text("posts/000.md") == Workspace.report(0))
    }

    @Test func aFolderOnAFullDiskHasNoHalfFile() throws {
        let long = (0..<400).map { "- idée numéro \($0), un peu longue pour remplir la page\n" }.joined()
        try space.write("posts/001.md", Data(("# Idées\n\n" + long).utf8))
        let run = try space.run("ulimit -f 16; causerie extract posts --format brat --output brat")
        #expect(run.status == 5)
        #expect(space.text("brat/000.md.ann") != nil && space.text("brat/001.md.txt") == nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: space.folder.path + "/brat")
        #expect(!names.contains { $0.hasSuffix(".partial") })
    }
}
