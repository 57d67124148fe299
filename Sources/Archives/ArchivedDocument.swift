import TextModel

/// One document of an input, with what its container knows of it.
public struct ArchivedDocument: Equatable, Sendable {
    /// As they stand in the container, in ``encoding``; of a feed or of lines, the text of the field in UTF-8.
    public var bytes: [UInt8]
    /// The same for the same input on every machine: the id that the container gives, else the path below the folder or
    /// archive that was named, else the file's name. `nil` for a document on standard input alone.
    ///
    /// Nothing makes sure that two documents have two ids; that is the run's to tell.
    public var id: String?
    /// The address that the bytes came from, of a WARC record.
    public var uri: String?
    /// A name or path whose last parts may tell the format and the day of publication.
    public var fileName: String?
    /// What the container says or the caller forces; `nil` to tell it by the file's name and the text.
    public var format: DocumentFormat?
    /// What the container declares or the caller forces; it may be a label that nobody knows.
    public var encoding: String?
    /// The day of publication as the container has it, as written: no time zone moves it.
    public var published: CalendarDate?
    /// The address of the post itself.
    public var url: String?
    /// The title of an entry of a feed, or the field of a line; text, no markup.
    public var title: String?
    /// The fields that nothing else was made of, as the text of a JSON object; only when asked for.
    public var extra: String?
    /// What the container says and nobody can read, such as a date; the ranges are `nil`.
    public var diagnostics: [Diagnostic]
    public var place: InputPlace

    public init(
        _ bytes: [UInt8], id: String?, uri: String? = nil, fileName: String? = nil, format: DocumentFormat? = nil,
        encoding: String? = nil, published: CalendarDate? = nil, url: String? = nil, title: String? = nil,
        extra: String? = nil, diagnostics: [Diagnostic] = [], place: InputPlace
    ) {
        self.bytes = bytes
        self.id = id
        self.uri = uri
        self.fileName = fileName
        self.format = format
        self.encoding = encoding
        self.published = published
        self.url = url
        self.title = title
        self.extra = extra
        self.diagnostics = diagnostics
        self.place = place
    }
}
