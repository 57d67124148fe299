/// A word list as it stands in its file: tab-separated values in UTF-8, one entry a line.
///
/// Lines that start with `#` are comments; three of them are asked for: `# source:` and `# licence:` say where the
/// entries come from, `# columns:` names the columns, tab-separated. Empty lines are not allowed, nor are two entries
/// with the same first column.
public struct LexiconTable: Equatable, Sendable {
    public struct Row: Equatable, Sendable {
        /// The line in the file, counted from 1.
        public let line: Int
        /// As many as there are columns; the first is the entry's word.
        public let fields: [String]
    }

    public let file: String
    public let columns: [String]
    public let rows: [Row]

    /// - Throws: ``LexiconError`` with the line for a missing header, a wrong number of fields, an empty field, or an
    ///   entry that stands twice.
    public init(file: String, text: String) throws(LexiconError) {
        self = try Array(text.utf8).withUnsafeBufferPointer { bytes throws(LexiconError) in
            try Self(file: file, bytes: bytes)
        }
    }

    /// Read byte by byte: a program that starts reads all lists.
    init(file: String, bytes: UnsafeBufferPointer<UInt8>) throws(LexiconError) {
        func failure(_ line: Int, _ message: String) -> LexiconError {
            LexiconError(file: file, line: line, message: message)
        }
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        var header: [String: String] = [:]
        var rows: [Row] = []
        rows.reserveCapacity(bytes.count / 24)
        var firstLines = ByteTable(capacity: bytes.count / 24)
        var fieldCount = 1
        var number = 0
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            number += 1
            if end > start, bytes[end - 1] == 0x0D {
                throw failure(number, "a carriage return before the line's end; remove all of them")
            }
            defer { start = end + 1 }
            if start < end, bytes[start] == 0x23 {
                let line = text(start..<end)
                for key in ["source", "licence", "columns"] where line.hasPrefix("# \(key): ") {
                    header[key] = String(line.dropFirst(key.utf8.count + 4))
                }
                continue
            }
            var fields: [String] = []
            fields.reserveCapacity(fieldCount)
            var field = start
            var firstEnd = start
            for index in start...end where index == end || bytes[index] == 0x09 {
                guard field < index else { throw failure(number, "an empty line or field; remove it or fill it in") }
                if fields.isEmpty { firstEnd = index }
                fields.append(text(field..<index))
                field = index + 1
            }
            fieldCount = fields.count
            var first = 0
            firstLines.update(UnsafeBufferPointer(rebasing: bytes[start..<firstEnd])) { line in
                first = Int(line)
                line = UInt64(number)
            }
            if first > 0 { throw failure(number, "“\(fields[0])” stands on line \(first) already; remove one") }
            rows.append(Row(line: number, fields: fields))
        }
        for key in ["source", "licence", "columns"] where header[key] == nil {
            throw failure(0, "no line “# \(key): …” before the entries; add one")
        }
        let columns = (header["columns"] ?? "").split(separator: "\t").map(String.init)
        for row in rows where row.fields.count != columns.count {
            throw failure(row.line, "\(row.fields.count) fields where the header names \(columns.count) columns")
        }
        self.file = file
        self.columns = columns
        self.rows = rows
    }

    /// The first column, as a set.
    public var words: Set<String> { Set(rows.map { $0.fields[0] }) }
}
