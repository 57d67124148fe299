import Archives

/// The gold files of a folder: `NAME.json` beside the report that it names, in the folder itself or in its splits.
struct GoldFolder {
    struct File {
        let path: String
        let folder: String
        /// `train`, `dev` or `test` when the folder is one; else `nil`.
        let split: String?
    }

    /// Sorted by path.
    let files: [File]

    private static let splits = ["train", "dev", "test"]

    /// - Parameters:
    ///   - splits: only these splits of each folder; all when empty.
    ///   - excluded: which documents to leave out, by their name without `.json`.
    /// - Throws: ``CommandFailure`` for a folder without gold.
    init(_ folders: [String], splits: [String], excluded: [NamePattern]) throws(CommandFailure) {
        var files: [File] = []
        for folder in folders {
            let name = folder.split(separator: "/").last.map(String.init)
            let own = Self.splits.contains(name ?? "") ? name : nil
            var candidates: [(folder: String, split: String?)] = []
            if splits.isEmpty || own.map(splits.contains) == true { candidates.append((folder, own)) }
            for split in splits.isEmpty ? Self.splits : splits { candidates.append((folder + "/" + split, split)) }
            var found: [File] = []
            for (candidate, split) in candidates {
                for name in FolderListing.names(in: candidate) where name.hasSuffix(".json") && name != "floors.json" {
                    found.append(File(path: candidate + "/" + name, folder: candidate, split: split))
                }
            }
            guard !found.isEmpty else {
                let part = splits.isEmpty ? "" : " of split \(splits.joined(separator: ", "))"
                throw CommandFailure(
                    .usage, "\(folder): no gold\(part) in it; name a folder of NAME.json files beside their reports")
            }
            files += found
        }
        self.files = files.filter { file in
            let name = file.path.split(separator: "/").last.map { String($0.dropLast(".json".count)) } ?? ""
            return !excluded.contains { $0.matches(name) }
        }.sorted { $0.path < $1.path }
        guard !self.files.isEmpty else { throw CommandFailure(.usage, "--exclude leaves no document") }
    }
}

/// Which names an option means: all that begin like it, or with `*` and `?` in it all that match it as a whole.
struct NamePattern {
    private let pattern: [Character]

    init(_ pattern: String) {
        let isGlob = pattern.contains { $0 == "*" || $0 == "?" }
        self.pattern = Array(isGlob ? pattern : pattern + "*")
    }

    func matches(_ name: String) -> Bool {
        Glob.matches(pattern, Array(name), isAny: { $0 == "*" }, one: { $0 == "?" || $0 == $1 })
    }
}
