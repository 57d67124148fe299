import SystemPackage

/// A file that the command writes beside standard output.
struct OutputFile {
    let path: String

    init(_ path: String) { self.path = path }

    /// - Throws: ``CommandFailure`` with ``ExitStatus/outputFailed``.
    func write(_ text: String) throws(CommandFailure) {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            try file.closeAfter { _ = try file.writeAll(text.utf8) }
        } catch {
            throw CommandFailure(.outputFailed, "\(path): \(error); name a place that can be written")
        }
    }
}
