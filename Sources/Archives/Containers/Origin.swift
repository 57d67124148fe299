/// Where a file or entry stands, and how its documents are named.
struct Origin {
    var place: InputPlace
    /// The path below the folder or archive that was named, else the file's name; `nil` for standard input.
    var name: String?
    /// The name or path, which may tell the kind, the format and the day.
    var fileName: String?
    /// What stands before the paths of an archive's entries, with its slash; empty for an archive that was named.
    var prefix = ""
    /// How many archives stand around it.
    var depth = 0
    /// What the archives around it may still cost.
    var budget: ArchiveBudget?

    /// For ids of parts that have none of their own.
    func id(ofPart part: Int) -> String { "\(name ?? "-")#\(part)" }

    /// The same after decompression: `posts.ndjson.gz` is `posts.ndjson`.
    var decompressed: Origin {
        var origin = self
        origin.name = name.map(FileEnding.withoutCompression)
        origin.fileName = fileName.map(FileEnding.withoutCompression)
        return origin
    }
}
