import SystemPackage

/// A file that the command writes beside standard output.
struct OutputFile {
    let path: String

    init(_ path: String) { self.path = path }

    /// - Throws: ``CommandFailure`` with ``ExitStatus/outputFailed``.
    func write(_ text: String) throws(CommandFailure) { try write(utf8: Array(text.utf8)) }

    /// - Throws: ``CommandFailure`` with ``ExitStatus/outputFailed``.
    func write(utf8: [UInt8]) throws(CommandFailure) {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            try file.closeAfter { _ = try file.writeAll(utf8) }
        } catch {
            throw CommandFailure(.outputFailed, "\(path): \(error); name a place that can be written")
        }
    }
}
