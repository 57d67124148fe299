import Foundation
import TestSupport
import Testing

struct ExplainCommandTests {
    private let report = Data("---\ntitle: Le cap\ndate: 2023-09-07\n---\nUn texte.\n".utf8)

    @Test func everyFieldHasItsRuleAndPlace() throws {
        try withFile(report) { path in
            let run = try Command(["explain", path, "--from", "markdown"])
            #expect(run.status == 0 && run.errors.isEmpty)
            #expect(run.output.hasPrefix("document.title: Le cap  11–17 “Le cap”\n"))
            #expect(run.output.contains("document.published: 2023-09-07  [front_matter]  24–34"))
            #expect(run.output.contains("\nWarnings\n") && run.output.contains("\nno_talk_found: "))
        }
    }

    @Test(arguments: [
        (["--talk", "9"], 2, "no talk 9"), (["--talk", "x"], 2, "Usage"), (["--lexicons", "/nowhere"], 2, "/nowhere"),
    ])
    func wrongOptionsAreUsageErrors(_ options: [String], _ status: Int32, _ message: String) throws {
        let run = try Command(["explain", "-", "--from", "markdown"] + options, input: report)
        #expect(run.status == status && run.output.isEmpty)
        #expect(run.errors.contains(message))
    }
}

struct LexiconCommandTests {
    private func withLists<Result>(_ lists: [String: String], _ body: (String) throws -> Result) throws -> Result {
        try withTemporaryFolder { folder in
            for (name, text) in lists { try folder.write(name, Data(text.utf8)) }
            return try body(folder.url.path)
        }
    }

    private let header = "# source: s\n# licence: l\n# columns: unit\n"

    @Test func theEmbeddedListsAreSound() throws {
        let run = try Command(["lexicon", "check"])
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.hasSuffix("each can match\n"))
    }

    @Test func everyFaultIsNamedWithFileAndLine() throws {
        try withLists(["units.tsv": header + "ok\nœil\nd’eau\n"]) { folder in
            let run = try Command(["lexicon", "check", "--lexicons", folder])
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(run.errors.contains("\(folder)/units.tsv:5: “œil”"))
            #expect(run.errors.contains("\(folder)/units.tsv:6: “d’eau”"))
        }
    }

    @Test(arguments: [
        ("units.tsv", "a\n", "units.tsv"), ("unknown.tsv", "", "there is no list of that name"),
        ("note.txt", "", "no word list in it"),
    ])
    func aFolderThatCannotBeUsedIsAUsageError(_ name: String, _ text: String, _ message: String) throws {
        try withLists([name: text]) { folder in
            let run = try Command(["extract", "--lexicons", folder], input: Data("Oui.".utf8))
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.errors.contains(message))
        }
    }

    @Test func addedEntriesReachTheRecord() throws {
        try withLists(["units.tsv": header + "parsec\n"]) { folder in
            let text = Data("Oui.".utf8)
            let run = try Command(["extract", "--lexicons", folder], input: text)
            #expect(run.status == 0)
            let without = try Command(["extract"], input: text)
            #expect(without.output != run.output)
        }
    }
}
