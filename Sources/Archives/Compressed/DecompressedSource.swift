/// What a file compressed by gzip, bzip2, xz or zstd holds.
final class DecompressedSource: ByteSource {
    private let archive: ArchiveHandle
    private let budget: ArchiveBudget
    private var count = 0
    private var isOpen: Bool

    init(_ reader: ByteReader, budget: ArchiveBudget) throws(InputFailure) {
        archive = try ArchiveHandle(reader, as: .compressed)
        self.budget = budget
        isOpen = try archive.nextEntry() != nil
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        guard isOpen else { return 0 }
        let added = try archive.read(into: buffer)
        count += added
        try budget.add(added, entryBytes: count)
        return added
    }
}
