import TextModel

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
        public let fields: Fields
    }

    /// The fields of a row, made into texts when they are asked for: a program that starts reads all lists, and the long
    /// ones byte by byte.
    public struct Fields: RandomAccessCollection, Equatable, Sendable {
        fileprivate let content: Content
        /// In ``Content/bounds``: where the first field begins; the others begin one byte after the end of the last.
        fileprivate let first: Int
        public let count: Int

        public var startIndex: Int { 0 }
        public var endIndex: Int { count }

        public subscript(column: Int) -> String { String(decoding: content.bytes[range(column)], as: UTF8.self) }

        public static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }

        /// Where a field stands in the file.
        func range(_ column: Int) -> Range<Int> {
            let start = Int(content.bounds[first + column])
            return (column == 0 ? start : start + 1)..<Int(content.bounds[first + column + 1])
        }
    }

    fileprivate final class Content: Sendable {
        let bytes: [UInt8]
        /// For each row where its first field begins, then where each field ends.
        let bounds: [UInt32]

        init(bytes: [UInt8], bounds: [UInt32]) {
            self.bytes = bytes
            self.bounds = bounds
        }
    }

    public let file: String
    public let columns: [String]
    public let rows: [Row]
    private let content: Content

    /// - Throws: ``LexiconError`` with the line for a missing header, a wrong number of fields, an empty field, or an
    ///   entry that stands twice.
    public init(file: String, text: String) throws(LexiconError) { try self.init(file: file, bytes: Array(text.utf8)) }

    /// Read byte by byte: a program that starts reads all lists.
    init(file: String, bytes: [UInt8]) throws(LexiconError) {
        self.file = file
        var scan = Scan(file: file, count: bytes.count)
        try bytes.withUnsafeBufferPointer { bytes throws(LexiconError) in try scan.read(bytes) }
        let header = scan.header
        for key in Scan.keys where header[key] == nil {
            throw LexiconError(file: file, line: 0, message: "no line “# \(key): …” before the entries; add one")
        }
        let columns = (header["columns"] ?? "").split(separator: "\t").map(String.init)
        let content = Content(bytes: bytes, bounds: scan.bounds)
        rows = scan.rows.map { row in
            Row(line: row.line, fields: Fields(content: content, first: row.first, count: row.count))
        }
        for row in rows where row.fields.count != columns.count {
            throw LexiconError(
                file: file, line: row.line,
                message: "\(row.fields.count) fields where the header names \(columns.count) columns")
        }
        self.columns = columns
        self.content = content
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.file == right.file && left.columns == right.columns && left.rows == right.rows
    }

    /// The first column, as a set.
    public var words: Set<String> { Set(rows.map { $0.fields[0] }) }

    /// Calls `body` with the file, in which ``Fields/range(_:)`` points.
    func withBytes(_ body: (UnsafeBufferPointer<UInt8>) throws(LexiconError) -> Void) throws(LexiconError) {
        try content.bytes.withUnsafeBufferPointer { bytes throws(LexiconError) in try body(bytes) }
    }

    /// What one pass over a file finds.
    private struct Scan {
        static let keys = ["source", "licence", "columns"]

        let file: String
        var header: [String: String] = [:]
        var rows: [(line: Int, first: Int, count: Int)] = []
        var bounds: [UInt32] = []

        init(file: String, count: Int) {
            self.file = file
            rows.reserveCapacity(min(count / 24, 3_000))
            bounds.reserveCapacity(min(count / 8, 9_000))
        }

        mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(LexiconError) {
            func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            /// The lines of entries by their first fields.
            var firstLines = KeyTable(capacity: min(bytes.count / 24, 3_000))
            var number = 0
            var start = 0
            while start < bytes.count {
                number += 1
                let isComment = bytes[start] == 0x23
                let first = bounds.count
                if !isComment { bounds.append(UInt32(start)) }
                var field = start
                var end = bytes.endOfField(from: start)
                while end < bytes.count, bytes[end] != 0x0A {
                    if bytes[end] == 0x09, !isComment {
                        try close(field, at: end, number)
                        field = end + 1
                    }
                    end = bytes.endOfField(from: end + 1)
                }
                defer { start = end + 1 }
                if end > start, bytes[end - 1] == 0x0D {
                    throw failure(number, "a carriage return before the line's end; remove all of them")
                }
                if isComment {
                    let line = text(start..<end)
                    for key in Self.keys where line.hasPrefix("# \(key): ") {
                        header[key] = String(line.dropFirst(key.utf8.count + 4))
                    }
                    continue
                }
                try close(field, at: end, number)
                let word = start..<Int(bounds[first + 1])
                var known = 0
                firstLines.change(WordKey(spelled: bytes, TextRange(word.lowerBound, word.upperBound))) { line in
                    known = Int(line)
                    line = UInt64(number)
                }
                if known > 0 { throw failure(number, "“\(text(word))” stands on line \(known) already; remove one") }
                rows.append((number, first, bounds.count - first - 1))
            }
        }

        private mutating func close(_ start: Int, at end: Int, _ line: Int) throws(LexiconError) {
            guard start < end else { throw failure(line, "an empty line or field; remove it or fill it in") }
            bounds.append(UInt32(end))
        }

        private func failure(_ line: Int, _ message: String) -> LexiconError {
            LexiconError(file: file, line: line, message: message)
        }
    }
}
