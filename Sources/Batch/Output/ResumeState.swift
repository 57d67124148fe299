import RecordWriters

/// The records that earlier runs left in the output, and which of them are out of date.
public struct ResumeState: Sendable {
    private struct Kept {
        var range: Range<Int64>
        /// Of the document that it was made from, as far as needed to tell two apart; `nil` for a record of another
        /// program, word list or unit of offsets.
        var hash: DocumentKey?
    }

    private var kept: [DocumentKey: Kept] = [:]
    private var replaced: [Range<Int64>] = []

    public init() {}

    /// The lines that a newer record replaces, ascending.
    var stale: [Range<Int64>] { replaced.sorted { $0.lowerBound < $1.lowerBound } }

    /// How many documents have a record.
    var count: Int { kept.count }

    /// - Parameters:
    ///   - path: the output as the caller named it.
    ///   - stamp: of the records that this run writes, see ``RecordHeader/stamp``.
    /// - Throws: ``OutputFailure/notResumable(path:line:)`` where something else stands in the output.
    init(reading output: RecordOutput, named path: String, stamp: [UInt8]) throws(OutputFailure) {
        var line = 0
        try output.readRecords { record, range throws(OutputFailure) in
            line += 1
            guard add(record, at: range, stamp: stamp) else { throw .notResumable(path: path, line: line) }
        }
    }

    /// - Returns: `false` for a line that is no record.
    private mutating func add(_ line: ArraySlice<UInt8>, at range: Range<Int64>, stamp: [UInt8]) -> Bool {
        guard let header = RecordHeader(line: line) else { return false }
        // A document without id cannot be met again.
        guard let key = header.recordID.flatMap(DocumentKey.init(hexadecimal:)) else {
            replaced.append(range)
            return true
        }
        let hash = header.stamp == stamp ? DocumentKey(hexadecimal: header.sha256) : nil
        if let older = kept.updateValue(Kept(range: range, hash: hash), forKey: key) { replaced.append(older.range) }
        return true
    }

    /// Adds a record of a sink that replaces records by their ids.
    ///
    /// - Parameter sha256: of the document that it was made from; `nil` for a record of another program, word list or
    ///   unit of offsets.
    public mutating func add(recordID: String, sha256: String?) {
        guard let key = DocumentKey(hexadecimal: recordID) else { return }
        kept[key] = Kept(range: 0..<0, hash: sha256.flatMap(DocumentKey.init(hexadecimal:)))
    }

    /// Whether a document's record is there and still holds. If it is there and does not, it is given up.
    ///
    /// - Parameter sha256: of the document as it is now; asked for only when needed.
    mutating func isDone(_ key: DocumentKey, sha256: @autoclosure () -> String) -> Bool {
        guard let record = kept[key] else { return false }
        if let hash = record.hash, DocumentKey(hexadecimal: sha256()) == hash { return true }
        kept[key] = nil
        if !record.range.isEmpty { replaced.append(record.range) }
        return false
    }
}
