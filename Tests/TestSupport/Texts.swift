import Foundation

/// The files that tests read.
public enum Texts {
    /// The folder of the package.
    public static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Third-party reports and treebanks, where `CAUSERIE_SHARED` names them; tests that need them are skipped without.
    public static let shared: URL? = ProcessInfo.processInfo.environment["CAUSERIE_SHARED"]
        .flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }

    /// Unicode's test files (Debian package `unicode-data`).
    public static let unicode = URL(fileURLWithPath: "/usr/share/unicode")

    /// Every report of the corpus.
    public static func corpus() throws -> [(name: String, bytes: [UInt8])] {
        try files(below: package.appending(path: "Corpus"))
    }

    /// Every shared report; empty without the folder.
    public static func sharedReports() throws -> [(name: String, bytes: [UInt8])] {
        guard let shared else { return [] }
        return try files(below: shared.appending(path: "reports")) + files(below: shared.appending(path: "gold/dev"))
    }

    private static func files(below folder: URL) throws -> [(name: String, bytes: [UInt8])] {
        let endings: Set = ["md", "txt", "html", "adoc", "rst", "markdown"]
        let paths =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL } ?? []
        return try paths.filter { endings.contains($0.pathExtension) }.sorted { $0.path < $1.path }
            .map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
    }
}
