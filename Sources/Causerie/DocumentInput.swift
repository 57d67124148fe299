import TextModel

/// A document as it comes, and what its container knows of it.
public struct DocumentInput: Sendable {
    public var bytes: [UInt8]
    /// The id that the container gives; without one, the last part of the file's name is the record's `source.id`.
    public var id: String?
    public var uri: String?
    /// The file's name or path, which may tell the format and the day of publication. Only its last part can get into
    /// the record.
    public var fileName: String?
    /// `nil` to tell it by the file's name and then by the text.
    public var format: DocumentFormat?
    /// The encoding that the container declares, or `nil`.
    public var encoding: String?
    /// The day of publication, stronger than what the document says; dates such as “hier” are counted from it.
    public var published: CalendarDate?
    /// The address of the post itself, stronger than what the document says.
    public var url: String?
    /// The title that the container has, for a document that has none of its own in its metadata.
    public var title: String?
    /// Fields of the container to be carried through, as JSON text.
    public var extra: String?
    /// What the container says and nobody can read; they become warnings of the record.
    public var diagnostics: [Diagnostic] = []

    public init(
        _ bytes: [UInt8], id: String? = nil, uri: String? = nil, fileName: String? = nil,
        format: DocumentFormat? = nil, encoding: String? = nil, published: CalendarDate? = nil, extra: String? = nil
    ) {
        self.bytes = bytes
        self.id = id
        self.uri = uri
        self.fileName = fileName
        self.format = format
        self.encoding = encoding
        self.published = published
        self.extra = extra
    }

    /// The record's `source.id`.
    public var sourceID: String? {
        id ?? fileName.flatMap { $0.split(separator: "/").last.map(String.init) }
    }

    /// The record's `record_id`, a hash of `source.id` alone; `nil` for an input without id and file name.
    public var recordID: String? { sourceID.map { String(SHA256.hexadecimal(of: Array($0.utf8)).prefix(32)) } }

    /// The record's `source.sha256`: of the bytes as they came.
    public var sha256: String { SHA256.hexadecimal(of: bytes) }
}
