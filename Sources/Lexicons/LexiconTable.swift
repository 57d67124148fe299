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
        func failure(_ line: Int, _ message: String) -> LexiconError {
            LexiconError(file: file, line: line, message: message)
        }
        var header: [String: String] = [:]
        var rows: [Row] = []
        var firstLines: [String: Int] = [:]
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for (index, line) in lines.enumerated() {
            let number = index + 1
            if line.hasPrefix("#") {
                for key in ["source", "licence", "columns"] where line.hasPrefix("# \(key): ") {
                    header[key] = String(line.dropFirst(key.utf8.count + 4))
                }
                continue
            }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.allSatisfy({ !$0.isEmpty }) else {
                throw failure(number, "an empty line or field; remove it or fill it in")
            }
            if let first = firstLines.updateValue(number, forKey: fields[0]) {
                throw failure(number, "“\(fields[0])” stands on line \(first) already; remove one")
            }
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
