/// What an archive has cost so far, those in it included, against its limits.
///
/// Bytes that are decompressed twice, as those of a tar within gzip that holds a zip, count twice.
final class ArchiveBudget {
    private let limits: ArchiveLimits
    private let archive: ByteReader
    private var entries = 0
    private var bytes = 0

    /// - Parameter archive: the outermost archive or compressed file.
    init(_ limits: ArchiveLimits, of archive: ByteReader) {
        self.limits = limits
        self.archive = archive
    }

    /// Before that, the ratio says nothing: a short text of one letter is no attack.
    private static let leastBytesForRatio = 16 << 20

    func addEntry() throws(InputFailure) {
        entries += 1
        guard entries <= limits.maximumEntries else {
            throw passed("the archive has more than \(limits.maximumEntries) entries")
        }
    }

    /// - Parameter entryBytes: how many bytes the entry has had so far, these included.
    func add(_ count: Int, entryBytes: Int) throws(InputFailure) {
        bytes += count
        guard entryBytes <= limits.maximumEntryBytes else {
            throw passed("a file of the archive has more than \(limits.maximumEntryBytes) bytes")
        }
        guard bytes <= limits.maximumBytes else {
            throw passed("the archive holds more than \(limits.maximumBytes) bytes")
        }
        // Parts of a zip may be read twice.
        let read = max(1, min(archive.readCount, archive.seekableSize ?? .max))
        guard bytes <= Self.leastBytesForRatio || bytes / read < limits.maximumRatio else {
            throw passed("the archive holds \(limits.maximumRatio) times more bytes than it has itself")
        }
    }

    private func passed(_ message: String) -> InputFailure {
        InputFailure(.archiveLimit, message, hint: "unpack it with care, and name the folder")
    }
}
