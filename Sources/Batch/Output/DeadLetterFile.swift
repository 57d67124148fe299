import SystemPackage

/// The file of dead letters, each written when it comes.
final class DeadLetterFile {
    private let path: String
    private let file: FileDescriptor

    /// Begins the file anew, for a run that goes on with an older one meets the older one's failures again.
    init(_ path: String) throws(OutputFailure) {
        self.path = path
        do {
            file = try .open(
                FilePath(path), .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw OutputFailure(error, at: path)
        }
    }

    deinit { try? file.close() }

    func write(_ letter: DeadLetter) throws(OutputFailure) {
        do { try file.writeAll(letter.line) } catch { throw OutputFailure(error, at: path) }
    }
}
