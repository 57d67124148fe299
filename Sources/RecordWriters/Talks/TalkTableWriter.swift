import TextModel

/// Writes the talks of reports as a flat table, one row a talk, for a spreadsheet or a warehouse.
///
/// Every row has all columns, in the same order. Several names in one cell are separated by `; `. A report without talks
/// gives no row.
public struct TalkTableWriter: Sendable {
    public enum Layout: Sendable {
        /// One JSON object a line (NDJSON); every member is a text, a whole number or `null`.
        case lines
        /// CSV by RFC 4180, in UTF-8; its first line, ``header``, names the columns.
        case csv
    }

    private let layout: Layout

    public init(_ layout: Layout) { self.layout = layout }

    /// What stands before the first row; empty where rows name their columns.
    public var header: [UInt8] {
        switch layout {
        case .lines: []
        case .csv: CSVLine(Self.columnNames.map(Cell.text)).bytes
        }
    }

    /// The columns of a row, in order.
    public static var columnNames: [String] { TalkColumn.all.map { "\($0.name)" } }

    /// The rows of a report.
    ///
    /// - Parameter offsets: of the text that the report was made from, in the wanted unit.
    public func bytes(of report: Report, offsets: OffsetConverter) -> [UInt8] {
        var bytes: [UInt8] = []
        for talk in report.talks {
            let row = TalkColumn.Talk(talk: talk, report: report, offsets: offsets)
            switch layout {
            case .csv: bytes += CSVLine(TalkColumn.all.map { $0.cell(row) }).bytes
            case .lines: bytes += line(row)
            }
        }
        return bytes
    }

    private func line(_ row: TalkColumn.Talk) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        for column in TalkColumn.all {
            switch column.cell(row) {
            case .null: json.add(column.name, nil as String?)
            case .text(let text): json.add(column.name, text)
            case .integer(let number): json.add(column.name, number)
            }
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
