import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a path or descriptor leads to.
struct FileIdentity: Equatable {
    enum Kind { case file, folder, other }

    let kind: Kind
    private let device: UInt64
    private let number: UInt64

    /// `nil` where nothing is.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init?(_ file: FileDescriptor) {
        var status = stat()
        guard fstat(file.rawValue, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case _: .other
            }
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }

    /// The path with symbolic links followed; the path itself where nothing is.
    static func resolved(_ path: String) -> String {
        guard let name = realpath(path, nil) else { return path }
        defer { free(name) }
        return String(cString: name)
    }
}
