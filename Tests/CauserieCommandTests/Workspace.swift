import Foundation
import TestSupport

/// A folder for the length of a test, with reports that the test invents.
struct Workspace {
    private let temporary: TemporaryFolder
    var folder: URL { temporary.url }

    init() throws { temporary = try TemporaryFolder() }

    func write(_ name: String, _ data: Data) throws { try temporary.write(name, data) }

    /// A report for each number.
    static func report(_ number: Int) -> String {
        "# Le cap numéro \(number)\n\nUn talk très clair de Maud Tessier.\n\n- une idée\n- deux idées\n"
    }

    /// A folder `posts` of reports `000.md`, `001.md`, …
    func writePosts(_ count: Int) throws {
        for number in 0..<count { try write("posts/\(Self.name(number)).md", Data(Self.report(number).utf8)) }
    }

    /// A file of NDJSON with reports of ids `000`, `001`, …
    func writeLines(_ name: String, _ numbers: Range<Int>) throws {
        var lines = Data()
        for number in numbers {
            let fields = ["id": Self.name(number), "markdown": Self.report(number)]
            lines += try JSONSerialization.data(withJSONObject: fields, options: .sortedKeys) + Data("\n".utf8)
        }
        try write(name, lines)
    }

    private static func name(_ number: Int) -> String { String("\(1000 + number)".dropFirst()) }

    /// A line of `sh` in the folder, in which `causerie` is the command and `$CAUSERIE` its path.
    func run(_ line: String, environment: [String: String] = [:]) throws -> Command {
        try Command(
            shell: "cd '\(folder.path)'; \(line)",
            environment: environment.merging(["CAUSERIE": Command.executable.path]) { $1 })
    }

    func text(_ name: String) -> String? { try? String(contentsOf: folder.appending(path: name), encoding: .utf8) }

    func data(_ name: String) -> Data? { try? Data(contentsOf: folder.appending(path: name)) }

    func lines(_ name: String) -> [String] { (text(name) ?? "").split(separator: "\n").map(String.init) }

    /// The objects of a file of NDJSON.
    func objects(_ name: String) throws -> [[String: Any]] { try lines(name).map(Self.object) }

    static func object(_ text: String) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }

    /// `source.id` of each record.
    static func ids(of records: String) throws -> [String] {
        try records.split(separator: "\n").map { line in
            (try object(String(line))["source"] as? [String: Any])?["id"] as? String ?? "-"
        }
    }

    /// `in ok failed skipped complete` of a manifest.
    func counts(_ name: String = "manifest.json") throws -> String {
        let manifest = try Self.object(text(name) ?? "{}")
        let counts = manifest["documents"] as? [String: Int] ?? [:]
        let numbers = ["in", "ok", "failed", "skipped"].map { "\(counts[$0] ?? -1)" }
        return (numbers + ["\(manifest["complete"] as? Bool ?? false)"]).joined(separator: " ")
    }
}
