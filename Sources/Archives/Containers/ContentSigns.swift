/// What the first bytes of a file say about what is in it.
enum ContentSigns {
    /// How many bytes are looked at.
    static let count = 1 << 12

    /// How many of them tell whether they are compressed.
    static let compressionCount = 8

    /// Whether the bytes are compressed by gzip, bzip2, xz or zstd.
    static func isCompressed(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x1F, 0x8B, 0x08]) || bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
            || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
            || bytes.starts(with: Array("BZh".utf8)) && bytes.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26])
    }

    /// Whether the bytes begin a zip or a tar.
    static func isArchive(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
            || bytes.count > 262 && bytes[257..<262].elementsEqual("ustar".utf8)
    }

    /// The kind of what is neither compressed nor an archive; `nil` for a document, and for all that is not sure.
    static func kind(of bytes: [UInt8]) -> ContainerKind? {
        if bytes.starts(with: Array("WARC/".utf8)) { return .warc }
        var text = bytes[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        text = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        if text.first == UInt8(ascii: "{") {
            let inner = text.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
            return inner.first == UInt8(ascii: "\"") ? .ndjson : nil
        }
        return text.first == UInt8(ascii: "<") && feedRoots.contains(rootElement(of: text)) ? .feed : nil
    }

    private static let feedRoots: Set = ["rss", "feed", "rdf:RDF"]

    /// The name of the first element, behind the declaration, comments and the document type.
    private static func rootElement(of text: ArraySlice<UInt8>) -> String {
        var rest = text
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            let end: [UInt8]
            if rest.starts(with: Array("!--".utf8)) {
                end = Array("-->".utf8)
            } else if rest.first == UInt8(ascii: "?") || rest.first == UInt8(ascii: "!") {
                end = [UInt8(ascii: ">")]
            } else {
                return String(decoding: rest.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }, as: UTF8.self)
            }
            guard let found = rest.indices.first(where: { rest[$0...].starts(with: end) }) else { return "" }
            rest = rest[found...]
        }
        return ""
    }
}
