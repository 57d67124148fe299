import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of records that is written as `FILE.partial` and gets its own name when all is written: under its own name
/// there never is half a file, whatever happens to the program or the machine.
///
/// It is locked, so that two runs never write the same.
final class RecordFile {
    let path: String
    let partialPath: String
    private let file: FileDescriptor
    /// The bytes of whole records.
    private(set) var length: Int64 = 0

    /// - Parameters:
    ///   - path: no symbolic link, since renaming would replace it.
    ///   - keepsRecords: whether to go on behind the records of `FILE.partial`, or of `FILE` where no run was broken
    ///     off, to be read by ``readRecords(_:)``. Else the file begins anew.
    init(_ path: String, keepsRecords: Bool) throws(OutputFailure) {
        self.path = path
        partialPath = path + ".partial"
        let wasBrokenOff = access(partialPath, F_OK) == 0
        let file: FileDescriptor
        do {
            file = try .open(
                FilePath(partialPath), .readWrite, options: [.create],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw OutputFailure(error, at: partialPath)
        }
        self.file = file
        // Whoever finished between `open` and `flock` has given the file its name.
        guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0, FileIdentity(file) == FileIdentity(path: partialPath)
        else { throw .inUse(path: path) }
        do {
            if !keepsRecords {
                try file.resize(to: 0)
            } else if !wasBrokenOff, let finished = try? FileDescriptor.open(FilePath(path), .readOnly) {
                try finished.closeAfter { try Self.copy(0..<Int64.max, of: finished, to: file) }
            }
        } catch {
            throw OutputFailure(error, at: partialPath)
        }
    }

    deinit { try? file.close() }

    /// Reads the records that were kept, and drops what stands behind the last line end: a record that was being
    /// written when the program was killed.
    func readRecords(
        _ body: (_ line: ArraySlice<UInt8>, _ range: Range<Int64>) throws(OutputFailure) -> Void
    ) throws(OutputFailure) {
        var reader = LineReader(file)
        do {
            while let (line, range) = try reader.next() { try body(line, range) }
            length = reader.offset
            try file.resize(to: length)
            try file.seek(offset: length, from: .start)
        } catch let failure as OutputFailure {
            throw failure
        } catch {
            throw OutputFailure(error, at: partialPath)
        }
    }

    /// Writes a whole record, or nothing of it.
    func write(_ bytes: [UInt8]) throws(OutputFailure) {
        do {
            try file.writeAll(bytes)
            length += Int64(bytes.count)
        } catch {
            try? file.resize(to: length)
            _ = try? file.seek(offset: length, from: .start)
            throw OutputFailure(error, at: partialPath)
        }
    }

    /// Gives the file its name, on the disk and not only in the system's memory.
    ///
    /// - Parameter stale: lines to leave out, ascending.
    func finish(without stale: [Range<Int64>]) throws(OutputFailure) {
        do {
            if stale.isEmpty {
                try Self.synchronize(file)
                try Self.rename(partialPath, to: path)
            } else {
                let name = path + ".compacted"
                let compacted = try FileDescriptor.open(
                    FilePath(name), .writeOnly, options: [.create, .truncate],
                    permissions: [.ownerReadWrite, .groupRead, .otherRead])
                try compacted.closeAfter {
                    var start: Int64 = 0
                    for range in stale {
                        try Self.copy(start..<range.lowerBound, of: file, to: compacted)
                        start = range.upperBound
                    }
                    try Self.copy(start..<length, of: file, to: compacted)
                    try Self.synchronize(compacted)
                }
                try Self.rename(name, to: path)
                unlink(partialPath)
            }
        } catch {
            throw OutputFailure(error, at: path)
        }
    }

    /// Leaves the records under `FILE.partial` for a later run; nothing at all if there are none.
    func suspend() { if length == 0 { unlink(partialPath) } }

    private static func copy(_ range: Range<Int64>, of source: FileDescriptor, to target: FileDescriptor) throws {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { chunk.deallocate() }
        var position = range.lowerBound
        while position < range.upperBound {
            let wanted = Int(min(Int64(chunk.count), range.upperBound - position))
            let count = try source.read(
                fromAbsoluteOffset: position, into: UnsafeMutableRawBufferPointer(rebasing: chunk[..<wanted]))
            if count == 0 { return }
            try target.writeAll(chunk[..<count])
            position += Int64(count)
        }
    }

    private static func synchronize(_ file: FileDescriptor) throws {
        if fsync(file.rawValue) != 0 { throw Errno(rawValue: errno) }
    }

    private static func rename(_ from: String, to path: String) throws {
        let result = from.withCString { from in path.withCString { renameat(AT_FDCWD, from, AT_FDCWD, $0) } }
        if result != 0 { throw Errno(rawValue: errno) }
    }
}
