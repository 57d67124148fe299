import JSON
import TextModel

/// Reads records from NDJSON: Causerie's own, or those that another program has made to be scored.
///
/// A key that is missing counts as `null` or empty, so a program that finds only persons writes only `source` and
/// `persons`; a span may have only its `text`. What the record format does not know is passed over and told in
/// ``unknownKeys``; what the evaluator does not need is not read.
public struct RecordReader {
    /// The source of a document by the record's `source.id`; needed where offsets do not count bytes.
    private let source: (String) -> SourceText?
    public private(set) var reports: [Report] = []
    /// Each once, in the order of their first coming: a slip of the pen would else be a low score.
    public private(set) var unknownKeys: [String] = []
    private var offsets = UnitOffsets(nil)

    public init(source: @escaping (String) -> SourceText?) { self.source = source }

    /// Reads a file; blank lines are passed over.
    ///
    /// - Throws: ``RecordFormatError`` with the line.
    public mutating func read(_ file: [UInt8]) throws(RecordFormatError) {
        for (index, line) in file.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
            let value: JSONValue
            do throws(JSONSyntaxError) { value = try JSONValue(parsing: Array(line)) } catch {
                throw RecordFormatError(line: index + 1, message: error.message)
            }
            do throws(JSONFieldError) { reports.append(try report(value)) } catch {
                throw RecordFormatError(line: index + 1, message: error.description)
            }
        }
    }

    private mutating func report(_ value: JSONValue) throws(JSONFieldError) -> Report {
        var fields = try self.fields(value, at: "")
        if let schema = try fields.optionalString("schema"), schema != Report.schema {
            throw fields.failure("schema", "“\(schema)”, not “\(Report.schema)”")
        }
        if let version = try fields.optionalInteger("schema_version"), version != Report.schemaVersion {
            throw fields.failure("schema_version", "\(version), where this program reads \(Report.schemaVersion)")
        }
        _ = try fields.optionalString("record_id")
        _ = fields.value("producer")
        _ = fields.value("warnings")
        _ = fields.value("links")
        let unit = try fields.choice("offset_unit", OffsetUnit.self, default: .utf8)
        var report = Report.empty
        report.source.id = try sourceID(fields.value("source"))
        offsets = UnitOffsets(nil)
        if unit != .utf8, let text = source(report.source.id ?? "") { offsets = UnitOffsets((text, unit)) }
        report.document = try about(fields.value("document"))
        report.event = try event(fields.value("event"))
        for (name, value) in try fields.elements("sections") { report.sections.append(try section(value, at: name)) }
        for (name, value) in try fields.elements("talks") {
            report.talks.append(try talk(value, at: name, ordinal: report.talks.count + 1))
        }
        for (name, value) in try fields.elements("persons") { report.persons.append(try person(value, at: name)) }
        for (name, value) in try fields.elements("lists") { report.lists.append(try list(value, at: name)) }
        for (name, value) in try fields.elements("cues") { report.cues.append(try cue(value, at: name)) }
        finish(fields)
        return report
    }

    // MARK: - For the parts

    func fields(_ value: JSONValue, at path: String) throws(JSONFieldError) -> JSONFields {
        try JSONFields(value, at: path, allowsMissing: true)
    }

    /// Keeps the keys that nobody asked for, without the positions in lists.
    mutating func finish(_ fields: JSONFields) {
        for key in fields.unread {
            let name = key.split(separator: "[").enumerated().map { index, part in
                index == 0 ? String(part) : part.firstIndex(of: "]").map { "[]" + part[part.index(after: $0)...] } ?? ""
            }.joined()
            if !unknownKeys.contains(name) { unknownKeys.append(name) }
        }
    }

    /// `nil` for `null`; an empty range where there are no offsets.
    mutating func span(_ value: JSONValue, at path: String) throws(JSONFieldError) -> Report.Span? {
        if value == .null { return nil }
        var fields = try self.fields(value, at: path)
        let range = try range(&fields) ?? SourceRange(0, 0)
        let text = try fields.optionalString("text") ?? ""
        finish(fields)
        return Report.Span(range, text)
    }

    mutating func range(_ fields: inout JSONFields) throws(JSONFieldError) -> SourceRange? {
        let start = try fields.optionalInteger("start")
        let end = try fields.optionalInteger("end")
        guard let start, let end else { return nil }
        guard start <= end else { throw fields.failure("end", "\(end), before the start, \(start)") }
        return SourceRange(offsets.byte(of: start), offsets.byte(of: end))
    }

    private mutating func sourceID(_ value: JSONValue) throws(JSONFieldError) -> String {
        var fields = try self.fields(value, at: "source")
        return try fields.string("id")
    }
}

/// A line that is no record.
public struct RecordFormatError: Error, Equatable, CustomStringConvertible {
    /// Counted from 1.
    public let line: Int
    public let message: String

    public var description: String { "line \(line): \(message)" }
}

/// Byte offsets by another unit's.
private struct UnitOffsets {
    /// The byte at which each unit begins, and the end; `nil` where units are bytes.
    private var bytes: [UInt32]?

    init(_ text: (source: SourceText, unit: OffsetUnit)?) {
        guard let text, text.unit != .utf8 else { return }
        var bytes: [UInt32] = []
        for (index, byte) in text.source.utf8.enumerated() where byte & 0xC0 != 0x80 {
            bytes.append(UInt32(index))
            if text.unit == .utf16, byte >= 0xF0 { bytes.append(UInt32(index)) }
        }
        self.bytes = bytes + [UInt32(text.source.utf8.count)]
    }

    /// What lies beyond the text goes to its end.
    func byte(of offset: Int) -> Int { bytes.map { Int($0[min(offset, $0.count - 1)]) } ?? offset }
}
