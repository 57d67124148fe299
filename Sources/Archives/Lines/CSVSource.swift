import JSON

/// The documents of a file of CSV (RFC 4180) with a header: one document a row.
///
/// A row that is refused does not stop the others; a header without a column for the text does. Lines are those on which
/// rows begin.
final class CSVSource: ItemSource {
    private let reader: ByteReader
    private let origin: Origin
    private let options: InputOptions
    private var rows: CSVReader?
    private var columns: [String] = []
    private var isFinished = false

    init(_ reader: ByteReader, _ origin: Origin, options: InputOptions) {
        self.reader = reader
        self.origin = origin
        self.options = options
    }

    func next() -> InputItem? {
        guard !isFinished else { return nil }
        var place = origin.place
        do throws(InputFailure) {
            if rows == nil { try readHeader() }
            guard let row = try rows?.row() else {
                isFinished = true
                return nil
            }
            place.line = rows?.rowLine
            return item(row, at: place)
        } catch {
            isFinished = true
            place.line = rows?.rowLine
            return .refused(error.refused(at: place))
        }
    }

    private func readHeader() throws(InputFailure) {
        let start = try reader.peek(ContentSigns.count)
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { _ = try reader.skip(3) }
        var rows = CSVReader(
            reader, delimiter: options.delimiter ?? Self.delimiter(of: start), limit: options.maximumDocumentBytes)
        let header = try rows.row()
        self.rows = rows
        switch header {
        case nil:
            isFinished = true
            return
        case .fields(let fields)?: columns = fields.map(Self.text)
        case .textAfterQuote?, .unclosed?, .tooLong?:
            throw InputFailure(
                .invalidCSV, "the header is no row of CSV", hint: "put the names of the columns on the first line")
        }
        if let name = columns.first(where: { name in columns.count { $0 == name } > 1 }) {
            throw InputFailure(
                .invalidCSV, "two columns are named “\(name)”", hint: "rename one of them in the header")
        }
        let names = options.fields
        guard columns.contains(where: { [names.markdown, names.html, names.text].contains($0) }) else {
            throw InputFailure(
                .invalidFields, "no column is named \(names.markdown), \(names.html) or \(names.text)",
                hint: "name the column of the text; there are: \(columns.prefix(20).joined(separator: ", "))")
        }
    }

    /// The most frequent of the usual ones in the first line, outside quotation marks.
    private static func delimiter(of start: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in start {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A { break }
            counts[byte, default: 0] += 1
        }
        let usual = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return usual.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? UInt8(ascii: ",")
    }

    private func item(_ row: CSVReader.Row, at place: InputPlace) -> InputItem {
        var id: String?
        do throws(InputFailure) {
            let values = try checked(row)
            let cells = zip(columns, values)
            id = cells.first { $0.0 == options.fields.id && !$0.1.isEmpty }.map { Self.text($0.1) }
            var fields = PostFields(id: id)
            var rest: [JSONValue.Member] = []
            for (name, value) in cells where name != options.fields.id {
                if !fields.take(value, of: name, names: options.fields) {
                    rest.append(JSONValue.Member(name, .string(Self.text(value))))
                }
            }
            if options.carriesExtra { fields.extra = JSONValue.object(rest).text }
            var document = try fields.document(at: place, of: origin, present: columns, options: options)
            if let encoding = options.encoding {
                document.encoding = encoding
            } else if values.contains(where: { String(validating: $0, as: UTF8.self) == nil }) {
                throw InputFailure(
                    .invalidUTF8, "the row is no valid UTF-8",
                    hint: "name the encoding, or convert the file, for example by iconv -t UTF-8")
            }
            return .document(document)
        } catch {
            return .refused(error.refused(at: place, id: id))
        }
    }

    private func checked(_ row: CSVReader.Row) throws(InputFailure) -> [[UInt8]] {
        switch row {
        case .fields(let fields) where fields.count == columns.count: return fields
        case .fields(let fields):
            throw InputFailure(
                .invalidCSV, "the row has \(fields.count) fields, and the header \(columns.count)",
                hint: "put fields with a delimiter or line end in quotation marks")
        case .textAfterQuote:
            throw InputFailure(
                .invalidCSV, "something follows the quotation mark that closes a field",
                hint: "double the quotation marks within a field")
        case .unclosed:
            throw InputFailure(
                .invalidCSV, "a quoted field does not end", hint: "close it, and double the quotation marks within it")
        case .tooLong: throw .tooLarge("the row", limit: options.maximumDocumentBytes)
        }
    }

    /// What is not in UTF-8 is taken for Latin-1.
    private static func text(_ bytes: [UInt8]) -> String { String(bytesInAnyEncoding: bytes) }
}

extension PostFields {
    fileprivate init(id: String?) { self.id = id }

    /// Takes a cell that is one of the document's fields; says whether it is. An empty cell says nothing, but for a text.
    fileprivate mutating func take(_ value: [UInt8], of column: String, names: FieldNames) -> Bool {
        let text = value.isEmpty ? nil : String(bytesInAnyEncoding: value)
        switch column {
        case names.markdown: markdown = value
        case names.html: html = value
        case names.text: self.text = value
        case names.url: url = text
        case names.title: title = text
        case names.published: published = text
        default: return false
        }
        return true
    }
}
