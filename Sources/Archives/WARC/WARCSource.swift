import JSON

/// The pages of a WARC file (WARC 1.0 and 1.1, ISO 28500): responses with status 200 in HTML or XHTML.
///
/// Their address is the record's target; the id is the moment and the address as the Wayback Machine writes them
/// (`20230907100000/https://exemple.fr/`), since one page may be crawled twice. The moment of the crawl is no day of
/// publication. All other records are passed over. Behind a damaged record the reading goes on with the next line that
/// begins one.
final class WARCSource: ItemSource {
    private let reader: ByteReader
    private let origin: Origin
    private let options: InputOptions
    private var isFinished = false
    /// The line of the version that was found behind a damaged record, and has been taken.
    private var isInRecord = false
    private var recordOffset = 0

    init(_ reader: ByteReader, _ origin: Origin, options: InputOptions) {
        self.reader = reader
        self.origin = origin
        self.options = options
    }

    func next() -> InputItem? {
        while !isFinished {
            var header: WARCHeader?
            do throws(InputFailure) {
                guard try findRecord() else {
                    isFinished = true
                    return nil
                }
                let found = try WARCHeader(reader)
                header = found
                if let document = try document(found) { return .document(document) }
            } catch {
                var place = origin.place
                place.offset = recordOffset
                switch error.code {
                // The record has been passed over.
                case .tooLarge, .bodyUnreadable: break
                case .warcDamaged: findNextRecord()
                default: isFinished = true
                }
                return .refused(error.refused(at: place, id: header.map(id)))
            }
        }
        return nil
    }

    private static let version = Array("WARC/".utf8)
    private static let maximumLine = 1 << 16

    /// Goes behind the line of the version; `false` at the end.
    private func findRecord() throws(InputFailure) -> Bool {
        if isInRecord {
            isInRecord = false
            return true
        }
        while true {
            recordOffset = reader.offset
            switch try reader.line(limit: Self.maximumLine) {
            case nil: return false
            // Two line ends follow a block.
            case .bytes(let line)? where line.isEmpty: continue
            case .bytes(let line)? where line.starts(with: Self.version): return true
            case .bytes?, .tooLong?:
                throw InputFailure(
                    .warcDamaged, "no record begins where one should", hint: "check that the download is whole")
            }
        }
    }

    /// After a damaged record. A failure on the way comes again where the reading goes on.
    private func findNextRecord() {
        while true {
            let offset = reader.offset
            guard let line = try? reader.line(limit: Self.maximumLine) else {
                isFinished = true
                return
            }
            if case .bytes(let bytes) = line, bytes.starts(with: Self.version) {
                recordOffset = offset
                isInRecord = true
                return
            }
        }
    }

    /// Reads a record's block; `nil` when it is no page.
    private func document(_ header: WARCHeader) throws(InputFailure) -> ArchivedDocument? {
        guard header.isResponse else {
            try skip(header.contentLength)
            return nil
        }
        guard header.contentLength - Self.maximumLine <= options.maximumDocumentBytes else {
            let start = try reader.peek(Self.maximumLine)
            try skip(header.contentLength)
            guard HTTPResponse(start)?.isPage == true else { return nil }
            throw .tooLarge("the page", limit: options.maximumDocumentBytes)
        }
        let block = try block(header.contentLength)
        guard let response = HTTPResponse(block), response.isPage else { return nil }
        var place = origin.place
        place.offset = recordOffset
        return ArchivedDocument(
            try response.body(limit: options.maximumDocumentBytes), id: id(header), uri: header.targetURI,
            fileName: header.targetURI.map(Self.path), format: options.format ?? .html,
            encoding: options.encoding ?? response.charset, url: header.targetURI, extra: extra(header), place: place)
    }

    private func block(_ count: Int) throws(InputFailure) -> [UInt8] {
        var block: [UInt8] = []
        // What a header claims is no reason to take memory.
        block.reserveCapacity(min(count, 1 << 20))
        while block.count < count {
            let window = try reader.window()
            if window.isEmpty { throw Self.truncated }
            let part = window.prefix(count - block.count)
            block.append(contentsOf: part)
            reader.take(part.count)
        }
        return block
    }

    private func skip(_ count: Int) throws(InputFailure) {
        guard try reader.skip(count) == count else { throw Self.truncated }
    }

    private static let truncated = InputFailure(
        .truncated, "a record ends in the middle", hint: "check that the download is whole")

    private func id(_ header: WARCHeader) -> String {
        guard let address = header.targetURI else { return header.recordID ?? origin.id(ofPart: recordOffset) }
        let moment = (header.date ?? "").filter { ("0"..."9").contains($0) }.prefix(14)
        return moment.isEmpty ? address : "\(moment)/\(address)"
    }

    private func extra(_ header: WARCHeader) -> String? {
        guard options.carriesExtra else { return nil }
        return JSONValue.object([
            "warc_date": .string(header.date), "warc_record_id": .string(header.recordID),
        ]).text
    }

    /// The path of an address, whose parts may be a date; `/` for an address without one.
    private static func path(of address: String) -> String {
        let parts = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/", omittingEmptySubsequences: false)
        // The scheme, nothing, the host.
        return "/" + parts.dropFirst(3).joined(separator: "/")
    }
}
