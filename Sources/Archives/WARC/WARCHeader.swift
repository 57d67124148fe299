/// The header of a WARC record (WARC 1.1, ISO 28500:2017, 5).
struct WARCHeader {
    let type: String
    let targetURI: String?
    let date: String?
    let recordID: String?
    let contentType: String?
    /// The bytes of the block behind the header.
    let contentLength: Int

    /// Whether the block is a whole response of HTTP.
    var isResponse: Bool {
        type == "response" && (contentType.map { $0.hasPrefix("application/http") } ?? false)
    }

    /// Reads the fields behind the line of the version, and the empty line that ends them.
    ///
    /// - Throws: for a record that ends within its header, and for one without a length.
    init(_ reader: ByteReader) throws(InputFailure) {
        var fields = HeaderFields()
        var count = 0
        while true {
            guard case .bytes(let line)? = try reader.line(limit: Self.maximumLine), count < Self.maximumFields else {
                throw InputFailure(
                    .truncated, "a record ends within its header", hint: "check that the download is whole")
            }
            if line.isEmpty { break }
            fields.add(line)
            count += 1
        }
        guard let type = fields["warc-type"], let length = fields["content-length"].flatMap({ Int($0) }), length >= 0
        else {
            throw InputFailure(
                .warcDamaged, "a record has no type or no valid length", hint: "write the file anew, or leave it out")
        }
        self.type = type.lowercased()
        // WARC 1.0 has the address in angle brackets in its grammar, and hardly anybody writes them.
        targetURI = fields["warc-target-uri"].map {
            $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
        }
        date = fields["warc-date"]
        recordID = fields["warc-record-id"]
        contentType = fields["content-type"]?.lowercased()
        contentLength = length
    }

    private static let maximumLine = 1 << 16
    private static let maximumFields = 1000
}
