import TextModel

/// What to read of the inputs, and how.
public struct InputOptions: Equatable, Sendable {
    /// Globs over the paths below a folder or archive, see ``Glob``. With one or more, only files that match one are
    /// read, whatever the ending of their names; without, those that a document's ending tells.
    public var include: [String] = []
    /// Globs of files and folders that are left out, included or not.
    public var exclude: [String] = []
    /// What every input that was named is, or `nil` to tell it by name and content.
    public var container: ContainerKind?
    /// The names of the fields of NDJSON and the columns of CSV.
    public var fields = FieldNames()
    /// Whether fields that nothing else is made of are carried through in ``ArchivedDocument/extra``.
    public var carriesExtra = false
    /// The delimiter of CSV, an ASCII character; `nil` to take the most frequent of `,`, `;` and tab in the header.
    public var delimiter: UInt8?
    /// A document of more bytes is refused.
    public var maximumDocumentBytes = 16 << 20
    public var archiveLimits = ArchiveLimits()
    /// The format of all documents, stronger than what a container says.
    public var format: DocumentFormat?
    /// The encoding of all documents and feeds, stronger than what they or their container say. NDJSON is always UTF-8.
    public var encoding: String?

    public init() {}
}

/// What an input is.
public enum ContainerKind: String, CaseIterable, Sendable {
    /// One document.
    case document
    case folder
    /// A JSON object a line.
    case ndjson
    /// Rows under a header (RFC 4180).
    case csv
    /// RSS 2.0, Atom, or an export of WordPress (WXR).
    case feed
    /// tar, zip, or a single file compressed by gzip, bzip2, xz or zstd.
    case archive
    case warc
}

/// The names of the fields of NDJSON and the columns of CSV.
///
/// Of the three for a document's content the first that is there and not empty counts: Markdown, HTML, text.
public struct FieldNames: Equatable, Sendable {
    public var id = "id"
    public var text = "text"
    public var html = "html"
    public var markdown = "markdown"
    public var published = "published"
    public var url = "url"
    public var title = "title"

    public init() {}
}

/// What an archive may cost. One that passes a limit is refused from there on.
public struct ArchiveLimits: Equatable, Sendable {
    /// Entries, those that are not read included.
    public var maximumEntries = 1_000_000
    /// Decompressed bytes of one entry that is a container of its own; documents have a limit of their own.
    public var maximumEntryBytes = 64 << 30
    /// Decompressed bytes in all.
    public var maximumBytes = 256 << 30
    /// Decompressed bytes for each compressed one, counted once 16 MiB are decompressed. Text is rarely above 20.
    public var maximumRatio = 500

    public init() {}
}
