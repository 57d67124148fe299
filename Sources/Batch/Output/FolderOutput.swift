import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file below the folder of a run's output.
public struct FolderFile: Equatable, Sendable {
    /// Below the folder, with `/` between the names of folders; no name is empty, `.` or `..`.
    public var path: String
    public var bytes: [UInt8]

    public init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// Some files for each document, in a folder. A file is written under another name and renamed, so that under its own
/// name there never is half a file.
public struct FolderOutput: RecordSink {
    private let folder: String
    /// Folders that are there.
    private var made: Set<String> = []

    /// Makes the folder, and writes files that belong to it as a whole unless they are there.
    public init(_ folder: String, with files: [FolderFile] = []) throws(OutputFailure) {
        self.folder = folder
        switch FileIdentity(path: folder)?.kind {
        case .folder: break
        case .file, .other: throw .failed(place: folder, .notDirectory)
        case nil: try Self.makeFolder(folder)
        }
        for file in files where FileIdentity(path: folder + "/" + file.path) == nil { try write([file]) }
    }

    public func earlierRecords(stamp: [UInt8]) -> ResumeState { ResumeState() }

    public mutating func write(_ files: [FolderFile]) throws(OutputFailure) {
        for file in files {
            var path = folder
            for name in file.path.split(separator: "/").dropLast() {
                path += "/" + name
                if made.insert(path).inserted { try Self.makeFolder(path) }
            }
            try Self.write(file.bytes, to: folder + "/" + file.path)
        }
    }

    public var unsettledCount: Int { 0 }
    public func finish(without stale: [Range<Int64>]) {}
    public func suspend() {}
    public var unfinishedPath: String? { nil }

    private static func makeFolder(_ path: String) throws(OutputFailure) {
        guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        throw .failed(place: path, Errno(rawValue: errno))
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
        let partial = path + ".partial"
        do {
            let file = try FileDescriptor.open(
                FilePath(partial), .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            _ = try file.closeAfter { try file.writeAll(bytes) }
            if rename(partial, path) != 0 { throw Errno(rawValue: errno) }
        } catch {
            unlink(partial)
            throw OutputFailure(error, at: path)
        }
    }
}
