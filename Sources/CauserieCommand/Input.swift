import SystemPackage

/// Where a document comes from: a file, or standard input.
struct Input {
    /// `nil` for standard input.
    let path: String?

    /// - Parameter path: a file's path; `nil` and `-` mean standard input.
    init(_ path: String?) { self.path = path == "-" ? nil : path }

    /// The name for messages.
    var name: String { path ?? "standard input" }

    /// All bytes.
    ///
    /// - Throws: ``CommandFailure`` with ``ExitStatus/nothingProcessed``, naming the input and the cure.
    func read() throws(CommandFailure) -> [UInt8] {
        do {
            guard let path else { return try Self.readAll(.standardInput) }
            let file = try FileDescriptor.open(FilePath(path), .readOnly)
            return try file.closeAfter { try Self.readAll(file) }
        } catch let error as Errno {
            throw CommandFailure(.nothingProcessed, "\(name): \(Self.explanation(of: error))")
        } catch {
            throw CommandFailure(.nothingProcessed, "\(name): \(error)")
        }
    }

    /// All bytes, for a file that is no document.
    ///
    /// - Throws: ``CommandFailure`` with the status given.
    func read(otherwise status: ExitStatus) throws(CommandFailure) -> [UInt8] {
        do throws(CommandFailure) { return try read() } catch { throw CommandFailure(status, error.description) }
    }

    private static func readAll(_ file: FileDescriptor) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            let count = try file.read(into: chunk)
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    private static func explanation(of error: Errno) -> String {
        switch error {
        case .noSuchFileOrDirectory: "no such file; check the path"
        case .isDirectory: "is a directory; name a file in it"
        case .permissionDenied: "permission denied; make it readable for this user (chmod +r)"
        default: "\(error); check that it can be read"
        }
    }
}
