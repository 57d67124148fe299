import SystemPackage

/// Records as bytes, into a file that gets its name when all is written, or into a stream (standard output, a device, a
/// named pipe), of which nothing can be taken back.
public struct RecordOutput: RecordSink {
    private let file: RecordFile?
    private let stream: FileDescriptor
    private let name: String
    /// What stands before the first record, until it is written.
    private var header: [UInt8]

    /// - Parameters:
    ///   - path: `nil` for standard output.
    ///   - keepsRecords: see ``RecordFile``.
    ///   - header: what the output begins with, were it empty otherwise.
    /// - Throws: when the file cannot be written, is a folder, or another run has it open.
    public init(_ path: String?, keepsRecords: Bool, header: [UInt8] = []) throws(OutputFailure) {
        name = path ?? "standard output"
        self.header = header
        var stream = FileDescriptor.standardOutput
        var file: RecordFile?
        if let path {
            switch FileIdentity(path: path)?.kind {
            case .folder: throw .isFolder(path: path)
            case .file, nil: file = try RecordFile(FileIdentity.resolved(path), keepsRecords: keepsRecords)
            case .other:
                do { stream = try .open(FilePath(path), .writeOnly) } catch { throw OutputFailure(error, at: path) }
            }
        }
        self.stream = stream
        self.file = file
    }

    /// The name under which the records lie until ``finish(without:)``; `nil` for a stream, and where there are none.
    public var unfinishedPath: String? {
        guard let length = file?.length, length > 0 else { return nil }
        return file?.partialPath
    }

    /// Reads the lines of the file, if it keeps them; each must be a record.
    public func earlierRecords(stamp: [UInt8]) throws(OutputFailure) -> ResumeState {
        try ResumeState(reading: self, named: name, stamp: stamp)
    }

    func readRecords(
        _ body: (_ line: ArraySlice<UInt8>, _ range: Range<Int64>) throws(OutputFailure) -> Void
    ) throws(OutputFailure) { try file?.readRecords(body) }

    public mutating func write(_ bytes: [UInt8]) throws(OutputFailure) {
        try writeHeader()
        try writeAll(bytes)
    }

    private mutating func writeHeader() throws(OutputFailure) {
        guard !header.isEmpty else { return }
        try writeAll(header)
        header = []
    }

    private func writeAll(_ bytes: [UInt8]) throws(OutputFailure) {
        if let file { return try file.write(bytes) }
        do { try stream.writeAll(bytes) } catch { throw OutputFailure(error, at: name) }
    }

    /// Every record is settled when it is written.
    public var unsettledCount: Int { 0 }

    /// See ``RecordFile/finish(without:)``.
    public mutating func finish(without stale: [Range<Int64>]) throws(OutputFailure) {
        try writeHeader()
        try file?.finish(without: stale)
    }

    /// See ``RecordFile/suspend()``.
    public func suspend() { file?.suspend() }
}
