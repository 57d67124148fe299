import TextModel

/// What tells a record from others, read from the front of a line that ``RecordWriter`` wrote: a run that goes on where
/// an earlier one stopped asks which documents are done.
///
/// Only the first few hundred bytes are looked at, since the members stand in the schema's order.
public struct RecordHeader: Equatable, Sendable {
    /// `nil` for the record of a document without id.
    public let recordID: String?
    /// The members `offset_unit` and `producer` as they are written: a record with another stamp is not what would be
    /// written today.
    public let stamp: [UInt8]
    /// The member `source.sha256`.
    public let sha256: String

    /// - Parameter line: one record as ``RecordWriter/Layout/line`` lays it out; `nil` for any other bytes.
    public init?(line: ArraySlice<UInt8>) {
        var cursor = RecordCursor(line)
        guard cursor.take(#"{"schema":"causerie/report","schema_version":"#),
            cursor.number() == Report.schemaVersion, cursor.take(#","record_id":"#)
        else { return nil }
        if cursor.take("null") {
            recordID = nil
        } else {
            guard let id = cursor.string() else { return nil }
            recordID = String(decoding: id, as: UTF8.self)
        }
        let stampStart = cursor.position
        guard cursor.take(#","offset_unit":"#), cursor.string() != nil, cursor.take(#","producer":"#),
            cursor.members(upTo: nil) != nil
        else { return nil }
        stamp = Array(line[stampStart..<cursor.position])
        guard cursor.take(#","source":"#), let hash = cursor.members(upTo: "sha256") else { return nil }
        sha256 = String(decoding: hash, as: UTF8.self)
    }
}

/// A place in a line of JSON without white space.
private struct RecordCursor {
    private let bytes: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func take(_ literal: StaticString) -> Bool {
        let isThere = literal.withUTF8Buffer { bytes[position...].starts(with: $0) }
        if isThere { position += literal.utf8CodeUnitCount }
        return isThere
    }

    /// The content of a string, with its escapes.
    mutating func string() -> ArraySlice<UInt8>? {
        guard take("\"") else { return nil }
        let start = position
        while position < bytes.endIndex {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return bytes[start..<position - 1]
            case UInt8(ascii: "\\"): position += 2
            case _: position += 1
            }
        }
        return nil
    }

    /// A whole number without sign; `nil` where none stands, or one with more than nine digits.
    mutating func number() -> Int? {
        let digits = bytes[position...].prefix(10).prefix { 0x30...0x39 ~= $0 }
        guard digits.count < 10 else { return nil }
        position = digits.endIndex
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// Reads an object of strings, numbers and `null`.
    ///
    /// - Parameter key: where to stop; `nil` to read to the end.
    /// - Returns: the content of the string under `key`, or of the last one; `nil` for anything else.
    mutating func members(upTo key: StaticString?) -> ArraySlice<UInt8>? {
        guard take("{") else { return nil }
        var value: ArraySlice<UInt8>?
        repeat {
            guard let name = string(), take(":") else { return nil }
            if position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") {
                guard let text = string() else { return nil }
                value = text
                if let key, key.withUTF8Buffer({ name.elementsEqual($0) }) { return text }
            } else if !take("null"), number() == nil {
                return nil
            }
        } while take(",")
        return key == nil && take("}") ? value : nil
    }
}
