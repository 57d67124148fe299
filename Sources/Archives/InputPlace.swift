/// Where something stands in the inputs, for a person to find it again.
public struct InputPlace: Equatable, Sendable {
    /// The input as the caller named it; `-` is standard input.
    public var input: String
    /// The file below a folder, the entry of an archive, or both with a slash between them.
    public var entry: String?
    /// The line of NDJSON, CSV or a feed, counted from 1.
    public var line: Int?
    /// The byte at which a WARC record begins, counted from 0 in what is left after decompression.
    public var offset: Int?

    public init(_ input: String, entry: String? = nil, line: Int? = nil, offset: Int? = nil) {
        self.input = input
        self.entry = entry
        self.line = line
        self.offset = offset
    }
}

extension InputPlace: CustomStringConvertible {
    /// Such as `posts.zip: 2023/a.ndjson: line 12`.
    public var description: String {
        var parts = [input == "-" ? "standard input" : input]
        if let entry { parts.append(entry) }
        if let line { parts.append("line \(line)") }
        if let offset { parts.append("byte \(offset)") }
        return parts.joined(separator: ": ")
    }
}
