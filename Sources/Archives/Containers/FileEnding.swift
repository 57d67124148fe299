/// What the ending of a file's name says about what is in it.
enum FileEnding {
    /// The kind; `nil` for an unknown ending and for one of a compressed file, whose kind is inside.
    static func kind(of name: String) -> ContainerKind? {
        switch ending(of: name) {
        case "md", "markdown", "mdown", "mkd", "mdx", "html", "htm", "xhtml", "adoc", "asciidoc", "asc", "rst", "rest",
            "txt", "text":
            .document
        case "ndjson", "jsonl", "jsonlines", "json": .ndjson
        case "csv", "tsv": .csv
        case "rss", "atom", "xml", "wxr": .feed
        case "zip", "tar": .archive
        case "warc": .warc
        default: nil
        }
    }

    /// Without the ending of a compressed file: `a.md.gz` is `a.md`, `a.tgz` is `a.tar`; other names stay.
    static func withoutCompression(_ name: String) -> String {
        let ending = ending(of: name)
        let stem = String(name.dropLast(ending.count + 1))
        switch ending {
        case "gz", "bz2", "xz", "zst", "zstd": return stem
        case "tgz", "tbz", "tbz2", "txz", "tzst": return stem + ".tar"
        default: return name
        }
    }

    /// Whether a file found in a folder is read when nobody says what to include.
    ///
    /// Documents, NDJSON and WARC are, compressed or not. The other containers beside posts are mostly no posts: the
    /// feed that the site itself serves, data of its templates, slides to be downloaded.
    static func isReadInFolder(_ name: String) -> Bool {
        let name = withoutCompression(name)
        switch kind(of: name) {
        case .document, .warc: return true
        // `package.json` is no lines of posts.
        case .ndjson: return ending(of: name) != "json"
        case .csv, .feed, .archive, .folder, nil: return false
        }
    }

    /// The same for an entry of an archive: feeds, tables and archives in it count too, since it was made to be sent.
    static func isReadInArchive(_ name: String) -> Bool {
        switch kind(of: withoutCompression(name)) {
        case .csv, .feed, .archive: true
        case .document, .ndjson, .warc, .folder, nil: isReadInFolder(name)
        }
    }

    /// In lower case, without the full stop; empty for a name without one.
    private static func ending(of name: String) -> String {
        let last =
            name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last ?? name.utf8[...]
        guard let dot = last.lastIndex(of: UInt8(ascii: ".")), dot > last.startIndex else { return "" }
        let ending = String(decoding: last[last.index(after: dot)...], as: UTF8.self)
        return ending.utf8.allSatisfy { $0 < 0x80 } ? ending.lowercased() : ""
    }
}
