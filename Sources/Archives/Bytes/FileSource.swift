import SystemPackage

/// The bytes of an open file, which is closed with the source.
final class FileSource: ByteSource {
    private let descriptor: FileDescriptor
    private let isOwned: Bool
    private let counter: ByteCounter
    let seekableSize: Int?

    /// - Throws: for what is missing, cannot be read, or is a folder or socket.
    init(_ path: FilePath, counter: ByteCounter) throws(InputFailure) {
        do {
            descriptor = try FileDescriptor.open(path, .readOnly)
        } catch {
            throw InputFailure(reading: error)
        }
        isOwned = true
        self.counter = counter
        seekableSize = (try? descriptor.stat()).flatMap { $0.type == .regular ? Int($0.size) : nil }
    }

    /// Standard input.
    init(standardInputCountedBy counter: ByteCounter) {
        descriptor = .standardInput
        isOwned = false
        self.counter = counter
        seekableSize = nil
    }

    deinit { if isOwned { try? descriptor.close() } }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        do {
            let count = try descriptor.read(into: buffer)
            counter.count += count
            return count
        } catch {
            throw InputFailure(reading: error)
        }
    }

    func seek(to offset: Int) throws(InputFailure) {
        do { try descriptor.seek(offset: Int64(offset), from: .start) } catch { throw InputFailure(reading: error) }
    }
}

/// How many bytes were read of all files.
final class ByteCounter {
    var count = 0
}

extension InputFailure {
    /// What the system says of a file or folder.
    init(reading error: any Error) {
        switch error as? Errno {
        case .noSuchFileOrDirectory?, .notDirectory?:
            self.init(.notFound, "no such file or folder", hint: "check the path")
        case .permissionDenied?, .notPermitted?:
            self.init(.permissionDenied, "permission denied", hint: "make it readable for this user (chmod +r)")
        case .isDirectory?:
            self.init(.notAFile, "is a folder", hint: "name the folder itself, without forcing another kind")
        case .noSuchAddressOrDevice?:
            self.init(.notAFile, "is no file that can be read", hint: "name a file or a folder")
        case .tooManySymbolicLinkLevels?:
            self.init(.notFound, "a symbolic link leads back to itself", hint: "mend or remove the link")
        case let error:
            let reason = error.map { "\($0)" } ?? "an unknown error"
            self.init(.readFailed, "cannot be read: \(reason)", hint: "check the disk and the file system")
        }
    }
}
