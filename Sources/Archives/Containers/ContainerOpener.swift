import SystemPackage

/// Tells what an input is, and opens its reader.
struct ContainerOpener {
    let options: InputOptions
    let counter: ByteCounter

    /// Opens what the caller named.
    func open(_ input: String) -> any ItemSource {
        let place = InputPlace(input)
        do throws(InputFailure) {
            guard input != "-" else {
                let reader = ByteReader(FileSource(standardInputCountedBy: counter))
                return try open(reader, Origin(place: place), kind: options.container)
            }
            let path = FilePath(input)
            if try isFolder(path) {
                return try FolderSource(path, input: input, opener: self)
            }
            let name = path.lastComponent.map { String(fileName: $0) } ?? input
            return try open(file: path, Origin(place: place, name: name, fileName: input), kind: options.container)
        } catch {
            return RefusalSource(error.refused(at: place))
        }
    }

    private func isFolder(_ path: FilePath) throws(InputFailure) -> Bool {
        do {
            return try path.stat().type == .directory
        } catch {
            throw InputFailure(reading: error)
        }
    }

    func open(file path: FilePath, _ origin: Origin, kind: ContainerKind?) throws(InputFailure) -> any ItemSource {
        try open(ByteReader(try FileSource(path, counter: counter)), origin, kind: kind)
    }

    /// Opens what stands in a file or an entry.
    ///
    /// A compressed file is read as what it is compressed from; a name that tells a document is believed at once.
    ///
    /// - Parameter kind: the kind where it is known, or `nil` to tell it by name and content.
    func open(_ reader: ByteReader, _ origin: Origin, kind: ContainerKind?) throws(InputFailure) -> any ItemSource {
        let named = kind ?? origin.fileName.flatMap(FileEnding.kind)
        if named == .document { return SingleDocument(reader, origin, options: options) }
        let start = try reader.peek(ContentSigns.compressionCount)
        var origin = origin.decompressed
        // Programs that download sometimes decompress and leave the name.
        guard ContentSigns.isCompressed(start) else { return try openPlain(reader, origin, kind: kind) }
        // What it holds may be an archive, so that the kind is forced no more.
        let inner = kind == .archive ? nil : kind
        let budget = origin.budget ?? ArchiveBudget(options.archiveLimits, of: reader)
        origin.budget = budget
        return try openPlain(ByteReader(try DecompressedSource(reader, budget: budget)), origin, kind: inner)
    }

    /// Opens what is not compressed, or no more.
    private func openPlain(
        _ reader: ByteReader, _ origin: Origin, kind: ContainerKind?
    ) throws(InputFailure) -> any ItemSource {
        let named = kind ?? origin.fileName.flatMap(FileEnding.kind)
        if named == .document { return SingleDocument(reader, origin, options: options) }
        // Where all is known, no byte is waited for that may be a long time coming.
        let isToBeTold = kind == nil || kind == .archive
        let start = isToBeTold ? try reader.peek(ContentSigns.count) : []
        if isToBeTold, named == .archive || ContentSigns.isArchive(start) {
            return try ArchiveSource(reader, origin, opener: self)
        }
        switch named ?? ContentSigns.kind(of: start) {
        case .ndjson: return NDJSONSource(reader, origin, options: options)
        case .csv: return CSVSource(reader, origin, options: options)
        case .feed: return FeedSource(reader, origin, options: options)
        case .warc: return WARCSource(reader, origin, options: options)
        case .archive:
            throw InputFailure(
                .archiveDamaged, "is neither tar nor zip, and not compressed",
                hint: "check that the download is whole, or do not force its kind")
        case .folder: throw InputFailure(.notAFile, "is no folder", hint: "do not force its kind")
        case .document, nil: return SingleDocument(reader, origin, options: options)
        }
    }
}
