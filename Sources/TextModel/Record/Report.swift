/// What a report of conference talks says, each fact tied to its place in the source: the record, version 1.
///
/// What the text does not say is `nil` or empty; nothing is made up. A value without a span of its own names the rule
/// that inferred it. No clock, host or path of the machine is in it, so the same document gives an equal report.
public struct Report: Equatable, Sendable {
    public static let schema = "causerie/report"
    /// Raised with every change of the record's shape.
    public static let schemaVersion = 1

    /// A hash of the source's id alone, 32 hexadecimal digits, so that a record of the same document replaces an older
    /// one; `nil` for a source without an id.
    public var recordID: String?
    public var producer: Producer
    public var source: Source
    public var document: About
    public var event: Event
    /// In reading order, as are all the lists below.
    public var sections: [Section]
    public var talks: [Talk]
    public var persons: [Person]
    /// Those outside every talk.
    public var lists: [BulletList]
    /// Those that bear on no talk.
    public var cues: [Cue]
    /// Those that belong to no talk.
    public var links: [Link]
    public var warnings: [Warning]

    public init(
        recordID: String? = nil, producer: Producer, source: Source, document: About = About(), event: Event = Event(),
        sections: [Section] = [], talks: [Talk] = [], persons: [Person] = [], lists: [BulletList] = [],
        cues: [Cue] = [], links: [Link] = [], warnings: [Warning] = []
    ) {
        self.recordID = recordID
        self.producer = producer
        self.source = source
        self.document = document
        self.event = event
        self.sections = sections
        self.talks = talks
        self.persons = persons
        self.lists = lists
        self.cues = cues
        self.links = links
        self.warnings = warnings
    }

    /// A piece of the source, with its text without markup.
    public struct Span: Hashable, Sendable {
        /// Half-open, in UTF-8 bytes of the decoded source.
        public var range: SourceRange
        public var text: String

        public init(_ range: SourceRange, _ text: String) {
            self.range = range
            self.text = text
        }
    }

    /// What made the record.
    public struct Producer: Equatable, Sendable {
        public var name: String
        public var version: String
        /// A hash of all word lists, so that records made with other lists can be told apart.
        public var lexiconsDigest: String
        public var icuVersion: String
        public var unicodeVersion: String

        public init(
            name: String, version: String, lexiconsDigest: String, icuVersion: String, unicodeVersion: String
        ) {
            self.name = name
            self.version = version
            self.lexiconsDigest = lexiconsDigest
            self.icuVersion = icuVersion
            self.unicodeVersion = unicodeVersion
        }
    }

    /// The input that the record is made from.
    public struct Source: Equatable, Sendable {
        /// The id that the container gives, else the path below the folder that was named, else the file name.
        public var id: String?
        public var uri: String?
        public var mediaType: String
        /// By its IANA name, in lower case.
        public var encoding: String
        /// The length of the input as it came, before decoding.
        public var bytes: Int
        /// Of the input as it came; 64 hexadecimal digits.
        public var sha256: String
        /// Fields of the container carried through, as JSON text.
        public var extra: String?

        public init(
            id: String? = nil, uri: String? = nil, mediaType: String, encoding: String, bytes: Int, sha256: String,
            extra: String? = nil
        ) {
            self.id = id
            self.uri = uri
            self.mediaType = mediaType
            self.encoding = encoding
            self.bytes = bytes
            self.sha256 = sha256
            self.extra = extra
        }
    }

    /// What the document says of itself.
    public struct About: Equatable, Sendable {
        public var title: String?
        public var authors: [String] = []
        public var published: CalendarDate?
        /// Where the date comes from; `caller` when the caller gave it.
        public var publishedSource: String?
        public var url: String?
        public var language: String?
        public var tags: [String] = []

        public init() {}
    }

    /// The conference or meetup that the report is about.
    public struct Event: Equatable, Sendable {
        /// Without year or edition.
        public var name: String?
        /// The year or number, as written.
        public var edition: String?
        /// The venue, the town, or both, as written.
        public var place: String?
        public var startDate: CalendarDate?
        public var endDate: CalendarDate?
        /// What is known of the date when less than a day: `2023-09` or `2023`.
        public var period: String?
        public var dateSource: EventDateSource?
        /// The places that the values above come from.
        public var evidence: [Span] = []
        public var rule: String?

        public init() {}
    }

    public struct Warning: Equatable, Sendable {
        /// In `snake_case`.
        public var code: String
        /// One sentence for a person.
        public var message: String
        public var span: Span?

        public init(code: String, message: String, span: Span? = nil) {
            self.code = code
            self.message = message
            self.span = span
        }
    }
}

/// What settled the days of an event.
public enum EventDateSource: String, Sendable, CaseIterable {
    /// A full date in the text.
    case text
    /// A date in the text whose year, or which day it is, follows from the day of publication: “hier”, “les 8 et 9 juin”.
    case relative
    case title
    case frontMatter = "front_matter"
    case fileName = "file_name"
}
