import TextModel

/// Cases that read the same text, the baseline of their ratios first.
struct Group {
    let name: String
    let megabytes: Double
    let cases: [Case]

    /// The text layer on all files, the reading of documents on those of each format that has a target, and the whole way
    /// to the record with its stages.
    static func all(files: [String], megabytes: Double) throws -> [Group] {
        func group(_ name: String, _ files: [String], _ cases: (Sample) throws -> [Case]) throws -> Group? {
            guard !files.isEmpty else { return nil }
            let sample = try Sample(files: files, megabytes: megabytes)
            return Group(name: name, megabytes: Double(sample.utf8.count) / 1e6, cases: try cases(sample))
        }
        let markdown = files.filter { $0.hasSuffix(".md") || $0.hasSuffix(".markdown") }
        let pages = files.filter { $0.hasSuffix(".html") }
        return [
            try group("text", files, Case.textLayer),
            try group("markdown", markdown) { try Case.documents(.markdown, $0) },
            try group("html", pages) { try Case.documents(.html, $0) },
            try group("records of markdown", markdown, Case.records),
            try group("stages on markdown", markdown, Case.stages),
        ].compactMap { $0 }
    }
}
