import TextModel

/// Writes records as JSON, members in the order of the schema, every member present, the same bytes for equal reports.
public struct RecordWriter: Sendable {
    public enum Layout: Sendable {
        /// One record on one line (NDJSON).
        case line
        /// Indented by two spaces.
        case indented
    }

    private var json: JSONWriter

    public init(_ layout: Layout = .line) { json = JSONWriter(indentation: layout == .line ? nil : 2) }

    /// The record as JSON in UTF-8, with a line end.
    ///
    /// - Parameter offsets: of the text that the report was made from, in the wanted unit.
    public mutating func bytes(of report: Report, offsets: OffsetConverter) -> [UInt8] {
        // The buffer moves into the output and back, so that its memory serves every record.
        var output = RecordOutput(json: json, offsets: offsets)
        json = JSONWriter()
        output.json.removeAll()
        // Most records fit.
        output.json.reserveCapacity(1 << 15)
        RecordShape.report.write(report, to: &output)
        output.json.endLine()
        json = output.json
        return json.bytes
    }
}
