/// The bytes of an archive's current entry.
final class EntrySource: ByteSource {
    private let archive: ArchiveHandle
    private let budget: ArchiveBudget
    private var count = 0

    init(_ archive: ArchiveHandle, budget: ArchiveBudget) {
        self.archive = archive
        self.budget = budget
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        let added = try archive.read(into: buffer)
        count += added
        try budget.add(added, entryBytes: count)
        return added
    }
}
