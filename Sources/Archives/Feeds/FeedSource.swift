/// The entries of a feed: RSS 2.0, Atom (RFC 4287), or an export of WordPress (WXR), one document each.
///
/// An entry's content is HTML, or text where Atom says so; the id is that of the entry, else its address, else its place.
/// A feed that is not well-formed ends there, and the entry in which it breaks is refused.
final class FeedSource: ItemSource {
    private let bytes: ByteReader
    private let origin: Origin
    private let options: InputOptions
    private var reader: XMLEventReader?
    private var dialect: FeedDialect?
    /// Whether the first bytes, before any fault, are those of a feed.
    private var looksLikeFeed = false
    private var entry: FeedEntry?
    private var count = 0
    private var isFinished = false

    init(_ bytes: ByteReader, _ origin: Origin, options: InputOptions) {
        self.bytes = bytes
        self.origin = origin
        self.options = options
    }

    func next() -> InputItem? {
        guard !isFinished else { return nil }
        do throws(InputFailure) {
            let reader = try opened()
            while let event = try reader.next() {
                guard case .start(let element, let isEmpty) = event else { continue }
                guard let dialect else {
                    dialect = try Self.dialect(element)
                    continue
                }
                guard dialect.isEntry(element, depth: reader.depth) else { continue }
                if let item = try read(dialect, reader, isEmpty: isEmpty) { return item }
            }
            isFinished = true
            return nil
        } catch {
            isFinished = true
            // What comes after the last end tag belongs to nobody: some servers add messages there.
            if dialect != nil, reader?.isBehindRoot == true { return nil }
            let failure =
                !looksLikeFeed && error.code == .feedDamaged
                ? InputFailure(.notAFeed, error.message, hint: "check the file, or do not force its kind") : error
            return .refused(failure.refused(at: place(entry?.line ?? reader?.line), id: entry?.id(in: origin)))
        }
    }

    private func opened() throws(InputFailure) -> XMLEventReader {
        if let reader { return reader }
        looksLikeFeed = ContentSigns.kind(of: try bytes.peek(ContentSigns.count)) == .feed
        let opened = try XMLEventReader(bytes, encoding: options.encoding)
        reader = opened
        return opened
    }

    private static func dialect(_ root: XMLEventReader.Element) throws(InputFailure) -> FeedDialect {
        if let dialect = FeedDialect(root: root) { return dialect }
        throw InputFailure(
            .notAFeed, "the outermost element is “\(root.qualifiedName.prefix(40))”, neither RSS 2.0 nor Atom",
            hint: "name a feed, or an export of WordPress")
    }

    private func place(_ line: Int?) -> InputPlace {
        var place = origin.place
        place.line = line
        return place
    }

    /// Reads the entry that has just begun to its end; `nil` for one that is passed over.
    private func read(
        _ dialect: FeedDialect, _ reader: XMLEventReader, isEmpty: Bool
    ) throws(InputFailure) -> InputItem? {
        count += 1
        entry = FeedEntry(line: reader.line, number: count)
        let depth = reader.depth
        while !isEmpty, let event = try reader.next(), reader.depth > depth {
            guard case .start(let element, let isEmpty) = event, reader.depth == depth + 1,
                let field = dialect.field(element)
            else { continue }
            let value = FeedValue(element, dialect, reader)
            let text =
                try isEmpty
                ? FeedEntry.Text(bytes: [], format: value.format)
                : value.text(reader, limit: options.maximumDocumentBytes)
            entry?.take(field, value, text)
        }
        guard let entry else { return nil }
        self.entry = nil
        if entry.isUnpublished { return nil }
        let place = place(entry.line)
        do throws(InputFailure) {
            return .document(try entry.document(at: place, of: origin, options: options))
        } catch {
            return .refused(error.refused(at: place, id: entry.id(in: origin)))
        }
    }
}

extension FeedEntry {
    /// Takes the first value of a field; later ones are another language's or a mistake.
    fileprivate mutating func take(_ field: FeedDialect.Field, _ value: FeedValue, _ text: Text) {
        func string() -> String? {
            let trimmed = String(decoding: text.bytes, as: UTF8.self).drop { $0.isWhitespace }
            let end = trimmed.lastIndex { !$0.isWhitespace }
            return end.map { String(trimmed[...$0]) }
        }
        switch field {
        case .id:
            id = id ?? string()
            if value.isPermanentLink, let address = id, address.hasPrefix("http") { guidLink = guidLink ?? address }
        case .link: if value.isAlternate { link = link ?? value.address ?? string() }
        case .title: title = title ?? string()
        case .published: published = published ?? string()
        case .otherDate: otherDate = otherDate ?? string()
        case .content: if value.isText { content = content ?? text }
        case .summary: if value.isText, summary == nil || summary?.isBlank == true { summary = text }
        case .postType: postType = postType ?? string()
        case .postStatus: postStatus = postStatus ?? string()
        case .postPassword: postPassword = postPassword ?? string()
        case .postDate: postDate = postDate ?? string()
        }
    }
}
