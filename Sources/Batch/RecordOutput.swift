import SystemPackage

/// Where a run's records go: a ``RecordFile``, or a stream (standard output, a device, a named pipe), of which nothing
/// can be taken back.
struct RecordOutput {
    private let file: RecordFile?
    private let stream: FileDescriptor
    private let name: String

    /// - Parameters:
    ///   - path: `nil` for standard output.
    ///   - keepsRecords: see ``RecordFile``.
    init(_ path: String?, keepsRecords: Bool) throws(OutputFailure) {
        name = path ?? "standard output"
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
    var unfinishedPath: String? {
        guard let length = file?.length, length > 0 else { return nil }
        return file?.partialPath
    }

    func readRecords(
        _ body: (_ line: ArraySlice<UInt8>, _ range: Range<Int64>) throws(OutputFailure) -> Void
    ) throws(OutputFailure) { try file?.readRecords(body) }

    func write(_ bytes: [UInt8]) throws(OutputFailure) {
        if let file { return try file.write(bytes) }
        do { try stream.writeAll(bytes) } catch { throw OutputFailure(error, at: name) }
    }

    /// See ``RecordFile/finish(without:)``.
    func finish(without stale: [Range<Int64>]) throws(OutputFailure) { try file?.finish(without: stale) }

    /// See ``RecordFile/suspend()``.
    func suspend() { file?.suspend() }
}
