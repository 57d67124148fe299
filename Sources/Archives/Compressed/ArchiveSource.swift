/// The documents of a tar or zip.
///
/// Only plain files are read, neither links nor folders. An archive in an archive is read as well, one in that is not. An entry that is refused does not stop the others; an
/// archive that passes a limit or is damaged ends there.
final class ArchiveSource: ItemSource {
    private let archive: ArchiveHandle
    private let budget: ArchiveBudget
    private let origin: Origin
    private let opener: ContainerOpener
    private let selection: PathSelection
    private var current: (any ItemSource)?
    private var isEmpty = true
    private var isFinished = false

    /// - Throws: for what is no archive, and for the third archive in another.
    init(_ reader: ByteReader, _ origin: Origin, opener: ContainerOpener) throws(InputFailure) {
        guard origin.depth < Self.maximumDepth else {
            throw InputFailure(
                .nestedTooDeep, "is an archive within an archive within an archive", hint: "unpack the outer one")
        }
        self.origin = origin
        self.opener = opener
        budget = origin.budget ?? ArchiveBudget(opener.options.archiveLimits, of: reader)
        selection = PathSelection(opener.options)
        archive = try ArchiveHandle(reader, as: .archive)
    }

    private static let maximumDepth = 2

    func next() -> InputItem? {
        while true {
            if let item = current?.next() {
                isEmpty = false
                if case .refused(let refusal) = item, refusal.code == .archiveLimit { finish() }
                return item
            }
            current = nil
            guard !isFinished else { return nil }
            do throws(InputFailure) {
                guard let entry = try archive.nextEntry() else {
                    isFinished = true
                    guard isEmpty else { return nil }
                    throw InputFailure(
                        .noDocuments, "holds no document that is read",
                        hint: "read files with other endings by --include")
                }
                try budget.addEntry()
                if entry.isFile { current = open(entry) }
            } catch {
                finish()
                return .refused(error.refused(at: origin.place))
            }
        }
    }

    private func finish() {
        current = nil
        isFinished = true
    }

    /// The reader of an entry; `nil` for one that is not read.
    private func open(_ entry: ArchiveHandle.Entry) -> (any ItemSource)? {
        var place = origin.place
        place.entry = origin.place.entry.map { "\($0)/\(entry.name)" } ?? entry.name
        var name: String?
        do throws(InputFailure) {
            let path = try EntryPath.path(of: entry.name)
            guard selection.readsEntry(path) else { return nil }
            place.entry = origin.place.entry.map { "\($0)/\(path)" } ?? path
            let id = origin.prefix + path
            name = id
            guard !entry.isEncrypted else {
                throw InputFailure(
                    .archiveEncrypted, "the entry is encrypted", hint: "unpack the archive with its password")
            }
            let inner = Origin(
                place: place, name: id, fileName: path, prefix: id + "/", depth: origin.depth + 1, budget: budget)
            let kind = opener.options.container
            return try opener.open(
                ByteReader(EntrySource(archive, budget: budget)), inner, kind: kind == .archive ? nil : kind)
        } catch {
            return RefusalSource(error.refused(at: place, id: name))
        }
    }
}
