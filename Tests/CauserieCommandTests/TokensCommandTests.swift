import Foundation
import TestSupport
import Testing

struct TokensCommandTests {
    private let text = Data("L’été, dit-il.\n".utf8)

    @Test func printsATable() throws {
        let run = try Command(["tokens"], input: text)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(
            run.output == """
                 0– 4  elided_word       L’  → L'
                 4– 9  word              été
                 9–10  punctuation       ,
                11–14  word              dit
                14–17  enclitic_pronoun  -il
                17–18  punctuation       .

                """)
    }

    @Test(arguments: [("utf8", 14, 17), ("utf16", 10, 13), ("scalar", 10, 13)])
    func printsNDJSONInTheWantedUnit(unit: String, start: Int, end: Int) throws {
        let run = try Command(["tokens", "-", "--format", "ndjson", "--offset-unit", unit], input: text)
        let lines = try run.output.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(lines.compactMap { $0["text"] as? String }.joined() == "L’été, dit-il.\n")
        let pronoun = try #require(lines.first { $0["kind"] as? String == "enclitic_pronoun" })
        #expect(pronoun["start"] as? Int == start)
        #expect(pronoun["end"] as? Int == end)
        #expect(lines[0]["normalized"] as? String == "L'")
    }

    @Test func printsCoNLLU() throws {
        let run = try Command(["tokens", "--format", "conllu"], input: Data("Oui ! Il\u{A0}est là.".utf8))
        let rows = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows.filter { $0.hasPrefix("# text = ") } == ["# text = Oui !", "# text = Il\u{A0}est là."])
        #expect(rows.filter { !$0.hasPrefix("#") && !$0.isEmpty }.allSatisfy { $0.split(separator: "\t").count == 10 })
        #expect(rows.contains { $0.hasPrefix("3\tlà\t") && $0.hasSuffix("SpaceAfter=No") })
    }

    @Test func versionTellsICUAndTheEngine() throws {
        let run = try Command(["--version"])
        #expect(run.status == 0)
        #expect(run.output.contains("ICU ") && run.output.contains("Unicode ") && run.output.contains("table engine"))
    }

    @Test(arguments: [
        ["tokens", "--format", "xml"], ["tokens", "a", "b"], ["nothing"], ["tokens", "--offset-unit", "bits"],
        ["evaluate"],
    ])
    func aWrongCommandLineIsStatus2(arguments: [String]) throws {
        let run = try Command(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Error") && run.errors.contains("Usage"))
    }

    @Test(arguments: [["--help"], ["tokens", "--help"], ["help", "evaluate"], []]) func helpIsData(arguments: [String])
        throws
    {
        let run = try Command(arguments)
        #expect(run.status == 0)
        #expect(run.output.contains("USAGE") || run.output.contains("OVERVIEW"))
    }

    @Test(arguments: [
        Data(), Data(" \n\t\r\n".utf8), Data([0, 0, 0]), Data([0xFF, 0xFE, 0x00, 0xD8]), Data([0xC3, 0x28, 0xA0]),
        Data((0...255).map { UInt8($0) }),
    ])
    func anyBytesAreText(bytes: Data) throws {
        for format in ["table", "ndjson", "conllu"] {
            let run = try Command(["tokens", "--format", format], input: bytes)
            #expect(run.status == 0)
        }
    }

    @Test func aGuessedEncodingIsAWarning() throws {
        let run = try Command(["tokens"], input: Data([0xE9, 0x74, 0xE9]))
        #expect(run.status == 0)
        #expect(run.output.contains("été"))
        #expect(run.errors.contains("warning") && run.errors.contains("windows-1252"))
        #expect(try Command(["tokens", "--encoding", "iso-8859-15"], input: Data([0xBD])).output.contains("œ"))
    }

    @Test(arguments: [
        ("tokens /nowhere.txt", "/nowhere.txt: no such file"), ("tokens /tmp", "/tmp: is a directory"),
        ("evaluate --ud /nowhere.conllu", "/nowhere.conllu: no such file"),
    ])
    func anInputThatCannotBeReadIsStatus4(line: String, message: String) throws {
        let run = try Command(shell: "causerie \(line)")
        #expect(run.status == 4)
        #expect(run.errors.contains(message))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test(.enabled(if: getuid() == 0, "needs root, to become somebody else"))
    func aFileWithoutPermissionIsStatus4() throws {
        try withFile(text) { path in
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            // A copy, since another user may not enter the folder of the build.
            try withTemporaryFolder { folder in
                let copy = folder.path("causerie")
                try FileManager.default.copyItem(atPath: Command.executable.path, toPath: copy)
                let run = try Command(
                    shell: "setpriv --reuid 65534 --regid 65534 --clear-groups '\(copy)' tokens '\(path)'")
                #expect(run.status == 4)
                #expect(run.errors.contains("permission denied") && run.errors.contains(path))
            }
        }
    }

    @Test func aClosedPipeEndsQuietly() throws {
        let long = Data(String(repeating: "Il est là. ", count: 200_000).utf8)
        try withFile(long) { path in
            let run = try Command(shell: "{ causerie tokens '\(path)'; echo $? >&2; } | head -1")
            #expect(run.errors == "0\n")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))) func aFullDiskIsStatus5() throws {
        let run = try Command(shell: "echo Oui | causerie tokens >/dev/full")
        #expect(run.status == 5)
        #expect(run.errors.contains("standard output"))
    }

    @Test func worksUnderThePOSIXLocale() throws {
        let run = try Command(["tokens"], input: text, environment: ["LC_ALL": "C"])
        #expect(run.output.contains("→ L'"))
    }

    @Test func aVeryLongLineTakesBoundedTime() throws {
        // 100 MB without a line end.
        let line = "head -c 100000000 /dev/zero | tr '\\0' 'a' | causerie tokens --format ndjson | wc -c"
        let run = try Command(shell: line)
        #expect(run.status == 0)
        #expect(Int(run.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 > 200_000_000)
    }

    @Test func evaluatesATreebank() throws {
        let treebank =
            "# text = Il va.\n1\tIl" + String(repeating: "\t_", count: 8) + "\n2\tva"
            + String(repeating: "\t_", count: 8)
            + "\n3\t." + String(repeating: "\t_", count: 8) + "\n\n"
        try withFile(Data(treebank.utf8)) { path in
            let run = try Command(["evaluate", "--ud", path])
            #expect(run.status == 0)
            #expect(run.output.contains("F1 1.0000  n 3"))
        }
        try withFile(Data("1\tIl\n".utf8)) { path in
            let run = try Command(["evaluate", "--ud", path])
            #expect(run.status == 2)
            #expect(run.errors.contains("line 1"))
        }
    }
}
