import Foundation
import TestSupport
import Testing

struct EvaluateCommandTests {
    private static let annotation = """
        {"document": "NAME", "title": null, "author": null, "published": null, "event": {"name": "Journée du Phare",
        "edition": null, "place": null, "start_date": null, "end_date": null},
        "sections": [], "talks": [], "persons": [{"name": "Ana Pires", "roles": ["met"], "aliases": []}], "lists": [],
        "cues": [{"quote": "très sympa", "polarity": "positive", "target": "event", "talk": null, "holder": "author"}]}
        """
    private static let report = "À la Journée du Phare j'ai croisé Ana Pires. Un accueil très sympa.\n"
    private static let record = """
        {"source": {"id": "NAME"}, "persons": [{"name": "ana pires", "roles": ["met"]}], \
        "cues": [{"polarity": "positive", "target": "event", "span": {"start": 59, "end": 70, "text": "très sympa"}}]}

        """

    /// A folder of gold with two splits, and what else a test writes into it.
    private func withGold(_ files: [String: String] = [:], _ body: (String) throws -> Void) throws {
        var all = files
        for (split, name) in [("train", "a"), ("dev", "b")] {
            let document = name + ".md"
            all["\(split)/\(name).json", default: Self.annotation] += ""
            all["\(split)/\(document)", default: Self.report] += ""
            all["\(split)/\(name).json"]?.replace("NAME", with: document)
        }
        try withTemporaryFolder { folder in
            for (path, text) in all { try folder.write(path, Data(text.utf8)) }
            try body(folder.url.path)
        }
    }

    private func row(_ layer: String, _ output: String) -> [String] {
        output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }.first { $0.first == layer }
            ?? []
    }

    @Test func recordsAreScored() throws {
        let records =
            Self.record.replacing("NAME", with: "a.md") + Self.record.replacing("NAME", with: "dev/b.md")
            + Self.record.replacing("NAME", with: "c.md")
        try withGold(["records.ndjson": records, "floors.json": "{}"]) { folder in
            let run = try Command(["evaluate", folder, "--records", folder + "/records.ndjson"])
            #expect(run.status == 0)
            #expect(run.errors == "causerie: warning: c.md: a record without gold, left out\n")
            #expect(run.output.hasPrefix("2 documents\n"))
            #expect(row("persons", run.output).prefix(4) == ["persons", "1.000", "1.000", "1.000"])
            #expect(row("cues_strict", run.output).suffix(3) == ["2", "2", "2"])
            #expect(row("event_name", run.output).suffix(3) == ["0", "0", "2"])
            let mistakes = folder + "/mistakes.ndjson"
            let page = folder + "/page.html"
            let one = try Command([
                "evaluate", folder, "--split", "dev", "--records", folder + "/records.ndjson", "--mistakes", mistakes,
                "--html", page, "--format", "json",
            ])
            #expect(one.output.hasPrefix(#"{"documents":1,"layers":{"headings":"#))
            let lines = try String(contentsOfFile: mistakes, encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 1 && lines.first?.contains("event_name") == true)
            #expect(try String(contentsOfFile: page, encoding: .utf8).contains("<details>"))
            let compared = try Command([
                "evaluate", folder, "--compare", folder + "/records.ndjson", folder + "/records.ndjson",
            ])
            #expect(row("persons", compared.output).prefix(4) == ["persons", "1.000", "1.000", "0.000"])
        }
    }

    @Test func causerieScoresItself() throws {
        try withGold { folder in
            let run = try Command(["evaluate", folder, "--exclude", "a", "--format", "markdown"])
            #expect(run.status == 0)
            #expect(run.output.hasPrefix("| layer |"))
        }
    }

    @Test(
        arguments: [
            (["--min", "persons=0.9"], 0), (["--min", "persons=1"], 0), (["--min", "event_name=0.1"], 1),
            (["--min", "event_place=0"], 1), (["--min", "persons"], 2), (["--min", "people=0.5"], 2),
            (["--split", "test"], 2), (["--exclude", "*"], 2), (["--exclude", "a", "--exclude", "b"], 2),
            (["--compare", "x"], 2), (["--mistakes", "/nowhere/at/all"], 5), (["--documents", "/nowhere"], 2),
            (["--update"], 2),
            (["--gate", "/nowhere.json"], 2),
        ] as [([String], Int32)])
    func exitStatuses(_ options: [String], _ status: Int32) throws {
        let records = Self.record.replacing("NAME", with: "a.md") + Self.record.replacing("NAME", with: "b.md")
        try withGold(["records.ndjson": records]) { folder in
            let run = try Command(["evaluate", folder, "--records", folder + "/records.ndjson"] + options)
            #expect(run.status == status, "\(run.errors)")
        }
    }

    @Test(
        arguments: [
            ("train/a.json", "{\n\"document\": ]", "train/a.json: line 2: no value begins here", 2),
            (
                "train/a.json", annotation.replacing("\"met\"", with: "\"boss\""),
                "train/a.json: persons[1].roles[1]: none of", 2
            ),
            ("train/a.json", annotation.replacing("NAME", with: "c.md"), "train/c.md: no such file", 2),
            ("records.ndjson", "\n{\"source\": {}}", "records.ndjson: line 2: source.id: null", 2),
        ] as [(String, String, String, Int32)])
    func aFaultyFileIsNamed(_ path: String, _ text: String, _ message: String, _ status: Int32) throws {
        try withGold([path: text]) { folder in
            let records = path == "records.ndjson" ? ["--records", folder + "/records.ndjson"] : []
            let run = try Command(["evaluate", folder] + records)
            #expect(run.status == status)
            #expect(run.errors.hasPrefix("causerie: \(folder)/\(message)"), "\(run.errors)")
            #expect(run.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func theGoldIsChecked() throws {
        let other = "Un autre texte, avec Ana Pires, à la Journée du Phare. Un accueil très sympa.\n"
        try withGold(["dev/b.md": other]) { folder in
            let run = try Command(["evaluate", "--check", folder])
            #expect(run.status == 0)
            #expect(run.output == "2 documents, 0 problems\n")
        }
        try withGold { folder in
            let run = try Command(["evaluate", "--check", folder])
            #expect(run.status == 1)
            #expect(run.output.contains("its document has the same text"))
        }
        try withGold(["dev/b.md": "Rien.\n"]) { folder in
            let run = try Command(["evaluate", "--check", folder, "--split", "dev"])
            #expect(run.status == 1)
            #expect(run.output.contains("dev/b.json: cues[1].quote: not in the document: “très sympa”\n"))
        }
        try withGold(["dev/b.json": "[]"]) { folder in
            let run = try Command(["evaluate", "--check", folder])
            #expect(run.status == 2)
            #expect(run.output.contains("dev/b.json: the whole: a list, not an object\n"))
        }
    }

    @Test func otherFormsOfTheDocuments() throws {
        try withGold(["html/b.html": "<html><body><p>Ana <b>Pires</b>, un accueil très sympa.</p></body></html>"]) {
            folder in
            let run = try Command(["evaluate", "--check", folder, "--split", "dev", "--documents", folder + "/html"])
            #expect(run.status == 0, "\(run.output)")
        }
    }

    @Test func theGateHoldsWhatIsPinned() throws {
        let good = Self.record.replacing("NAME", with: "a.md") + Self.record.replacing("NAME", with: "b.md")
        let bad = Self.record.replacing("NAME", with: "a.md")
        try withGold(["good.ndjson": good, "bad.ndjson": bad]) { folder in
            let file = folder + "/floors.json"
            func run(_ records: String, _ options: String...) throws -> Command {
                try Command(["evaluate", folder, "--records", "\(folder)/\(records)", "--gate", file] + options)
            }
            #expect(try run("good.ndjson").status == 2, "nothing is pinned yet")
            #expect(try run("good.ndjson", "--update").status == 0)
            let pinned = try String(contentsOfFile: file, encoding: .utf8)
            #expect(pinned.contains("\"train\": {") && pinned.contains("\"persons\": 1"))
            #expect(try run("good.ndjson").status == 0)
            let shut = try run("bad.ndjson")
            #expect(shut.status == 1)
            #expect(shut.errors.contains("causerie: dev: persons fell from 1.000 to 0.000\n"))
            #expect(!shut.errors.contains("train: "))
            #expect(try run("bad.ndjson", "--split", "train").status == 0)
            #expect(try run("bad.ndjson", "--update").status == 1)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == pinned)
            #expect(try run("bad.ndjson", "--update", "--allow-regression").status == 0)
            #expect(try run("bad.ndjson").status == 0)
            try Data("Autre chose.\n".utf8).write(to: URL(fileURLWithPath: folder + "/dev/b.md"))
            #expect(try run("bad.ndjson").errors.contains("dev: texts or gold have changed"))
        }
    }
}
