import Foundation
import Testing

struct ConfigCommandTests {
    private let space: Workspace

    init() throws { space = try Workspace() }

    @Test func theConfigurationIsTheFlags() throws {
        try space.writePosts(3)
        try space.write(
            "causerie.yaml",
            Data(
                """
                # The night's run.
                inputs: [posts]
                exclude:
                  - 001.md
                output: out.ndjson
                offset-unit: utf16
                resume: true
                jobs: 2

                """.utf8))
        let run = try space.run("causerie extract")
        #expect(run.status == 0 && run.output.isEmpty)
        #expect(try Workspace.ids(of: space.text("out.ndjson") ?? "") == ["000.md", "002.md"])
        #expect(space.text("out.ndjson")?.contains(#""offset_unit":"utf16""#) == true)
        // The command line is stronger, also where a flag may be repeated.
        _ = try space.run("causerie extract posts/001.md --exclude none -o other.ndjson --offset-unit=utf8")
        #expect(try Workspace.ids(of: space.text("other.ndjson") ?? "") == ["001.md"])
        #expect(space.text("other.ndjson")?.contains(#""offset_unit":"utf8""#) == true)
        #expect(try space.run("causerie extract --no-config posts/000.md").output.contains("000.md"))
    }

    @Test func whatIsPrintedIsAConfigurationAgain() throws {
        try space.write("my.yaml", Data("jobs: 3\ninclude: ['*.md', \"été à l'aube.md\"]\n".utf8))
        let line = "causerie config posts --config my.yaml --timeout 90s --fail-fast --delimiter ';'"
        let printed = try space.run(line).output
        #expect(printed.contains("jobs: 3  # my.yaml:1\n"))
        #expect(printed.contains("include: [\"*.md\", \"été à l'aube.md\"]  # my.yaml:2\n"))
        #expect(printed.contains("inputs: [posts]  # command line\n"))
        #expect(printed.contains("timeout: 90s  # command line\n"))
        #expect(printed.contains("fail-fast: true  # command line\n"))
        #expect(printed.contains("delimiter: \";\"  # command line\n"))
        #expect(printed.contains("max-bytes: 16MiB  # default\n"))
        #expect(printed.contains("# limit:  # default\n"))
        try space.write("again.yaml", Data(printed.utf8))
        let again = try space.run("causerie config --config again.yaml")
        #expect(again.status == 0)
        func values(_ text: String) -> [String] {
            text.split(separator: "\n").compactMap { $0.components(separatedBy: "  # ").first }
        }
        #expect(values(again.output) == values(printed))
    }

    /// Every long flag of `extract`, and no other.
    @Test func everyFlagIsAKey() throws {
        let help = try Command(["extract", "--help"]).output
        var flags: Set<String> = []
        for line in help.split(separator: "\n") where line.hasPrefix("  -") {
            for word in line.split(separator: " ") where word.hasPrefix("--") {
                flags.insert(String(word.dropFirst(2).prefix { $0 != "," }))
                break
            }
        }
        flags.subtract(["help", "config", "no-config"])
        let keys = try Set(
            space.run("causerie config").output.split(separator: "\n").map { line in
                String(line.drop { "# ".contains($0) }.prefix { $0 != ":" })
            })
        #expect(keys == flags.union(["inputs"]))
    }

    @Test(arguments: [
        ("jobs: 2\njob: 4\n", "c.yaml:2: unknown key “job”; did you mean “jobs”?"),
        ("ofset-unit: utf8\n", "c.yaml:1: unknown key “ofset-unit”; did you mean “offset-unit”?"),
        ("colour: red\n", "c.yaml:1: unknown key “colour”; “causerie config” lists all keys"),
        ("\n\njobs: many\n", "c.yaml:3: jobs: The value 'many' is invalid"),
        ("jobs: [1, 2]\n", "c.yaml:1: jobs: one value is wanted"),
        ("jobs:\n", "c.yaml:1: jobs: "),
        ("resume: maybe\n", "c.yaml:1: resume: “maybe” is neither true nor false"),
        ("include: [[a]]\n", "c.yaml:1: include: a list of words is wanted"),
        ("jobs: 1\njobs: 2\n", "the key “jobs” comes twice"),
        ("jobs: [1\n", "is no YAML"),
        ("- jobs\n", "a configuration has lines such as"),
        ("config: other.yaml\n", "unknown key “config”"),
    ])
    func aFaultNamesItsLine(yaml: String, message: String) throws {
        try space.write("c.yaml", Data(yaml.utf8))
        for command in ["extract", "config"] {
            let run = try space.run("causerie \(command) --config c.yaml")
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.errors.contains(message))
        }
    }

    @Test func anEmptyConfigurationSaysNothing() throws {
        try space.write("causerie.yaml", Data("# nothing yet\n".utf8))
        #expect(try space.run("causerie config").status == 0)
    }
}
