/// A response of HTTP/1.1 (RFC 9112) as a crawler has stored it.
struct HTTPResponse {
    let status: Int
    let fields: HeaderFields
    /// As it was sent: in chunks, and compressed.
    private let stored: ArraySlice<UInt8>

    /// - Returns: `nil` for bytes that do not begin as a response does.
    init?(_ message: [UInt8]) {
        var position = 0
        /// A line without its end; `nil` at the end of the message.
        func line() -> ArraySlice<UInt8>? {
            guard position < message.count else { return nil }
            let end = message[position...].firstIndex(of: 0x0A) ?? message.count
            defer { position = min(message.count, end + 1) }
            let line = message[position..<end]
            return line.last == 0x0D ? line.dropLast() : line
        }
        guard let first = line(), first.starts(with: Array("HTTP/".utf8)) else { return nil }
        let words = first.split(separator: 0x20)
        guard words.count > 1, let status = Int(String(decoding: words[1], as: UTF8.self)) else { return nil }
        var fields = HeaderFields()
        while let line = line(), !line.isEmpty { fields.add(line) }
        self.status = status
        self.fields = fields
        stored = message[position...]
    }

    /// Whether this is a page: status 200, and HTML or XHTML.
    var isPage: Bool {
        guard status == 200, let type = fields["content-type"] else { return false }
        let name = type.prefix { $0 != ";" && $0 != "," && $0 != " " }.lowercased()
        return name == "text/html" || name == "application/xhtml+xml"
    }

    /// The parameter `charset` of the type.
    var charset: String? {
        for parameter in fields["content-type"]?.split(separator: ";").dropFirst() ?? [] {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased().filter({ $0 != " " }) == "charset" else { continue }
            let value = parts[1].filter { $0 != "\"" && $0 != "'" && $0 != " " }
            return value.isEmpty ? nil : value
        }
        return nil
    }

    /// The body without chunks and compression.
    ///
    /// Crawlers often store the body decoded and leave the fields as they were; a body that is not what they say is taken
    /// as it is.
    /// - Throws: for a body that ends in the middle, is too large, or compressed in a way that is not read.
    func body(limit: Int) throws(InputFailure) -> [UInt8] {
        var body = Array(stored)
        let transfer = fields["transfer-encoding"]?.lowercased() ?? ""
        if transfer.contains("chunked"), let joined = try ChunkedBody.joined(body) { body = joined }
        let codings = ((fields["content-encoding"] ?? "") + "," + transfer).lowercased()
            .split { $0 == "," || $0 == " " }.filter { !["identity", "chunked"].contains($0) }
        for coding in codings.reversed() {
            switch coding {
            case "gzip", "x-gzip":
                if body.starts(with: [0x1F, 0x8B]) { body = try Self.decompressed(body, limit: limit) }
            default:
                // Pages are text: a body without control characters at its start has been decoded.
                let isDecoded = body.prefix(512).allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
                guard isDecoded else {
                    throw InputFailure(
                        .bodyUnreadable, "the body is compressed by “\(coding.prefix(40))”, which is not read",
                        hint: "crawl with Accept-Encoding: gzip, or store bodies decoded")
                }
            }
        }
        guard body.count <= limit else { throw .tooLarge("the page", limit: limit) }
        return body
    }

    private static func decompressed(_ body: [UInt8], limit: Int) throws(InputFailure) -> [UInt8] {
        let reader = ByteReader(MemorySource(body))
        do throws(InputFailure) {
            let source = try DecompressedSource(reader, budget: ArchiveBudget(ArchiveLimits(), of: reader))
            if let bytes = try ByteReader(source).rest(limit: limit) { return bytes }
        } catch {
            throw InputFailure(.bodyUnreadable, "the compressed body \(error.message)", hint: "crawl the page again")
        }
        throw .tooLarge("the page", limit: limit)
    }
}
