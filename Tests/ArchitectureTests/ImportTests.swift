import Foundation
import TestSupport
import Testing

/// The imports of each target against the table in `ARCHITECTURE.md`.
struct ImportTests {
    /// Rows such as `` | `FrenchText` | … | TextModel, ICUText | ``.
    private func allowed() throws -> [String: Set<String>] {
        let page = try String(contentsOf: Texts.package.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
        var allowed: [String: Set<String>] = [:]
        for line in page.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3 else { continue }
            let names = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            allowed[cells[0].trimmingCharacters(in: ["`"])] = Set(names.filter { $0 != "–" })
        }
        return allowed
    }

    /// Whoever makes a temporary folder elsewhere has to think of removing it.
    @Test func onlyOnePlaceMakesTemporaryFolders() throws {
        let folder = Texts.package.appending(path: "Tests")
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
        let makers = try files.filter {
            try String(contentsOf: $0, encoding: .utf8).contains("default.temporaryDirectory")
        }
        #expect(makers.map(\.lastPathComponent).sorted() == ["ImportTests.swift", "TemporaryFolder.swift"])
    }

    @Test func everyTargetImportsOnlyWhatTheTableAllows() throws {
        let allowed = try allowed()
        let sources = Texts.package.appending(path: "Sources")
        let targets = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
        #expect(Set(targets) == Set(allowed.keys), "the table and the folders under Sources differ")
        let system: Set = ["Glibc", "Darwin"]
        for target in targets {
            let files =
                FileManager.default.enumerator(at: sources.appending(path: target), includingPropertiesForKeys: nil)?
                .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
            for file in files {
                for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                    let words = line.split(separator: " ")
                    guard words.count >= 2, words[words.count - 2] == "import" else { continue }
                    let name = String(words[words.count - 1])
                    #expect(
                        allowed[target]?.contains(name) == true
                            || system.contains(name) && ["Archives", "Batch", "CauserieCommand"].contains(target),
                        "\(target)/\(file.lastPathComponent) imports \(name)")
                }
            }
        }
    }
}
