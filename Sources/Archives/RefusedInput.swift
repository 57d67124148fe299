/// Something that could not be read, and why: a dead letter in the making.
public struct RefusedInput: Error, Equatable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        /// No file or folder of that name, or it vanished meanwhile.
        case notFound = "not_found"
        case permissionDenied = "permission_denied"
        /// The system failed while reading.
        case readFailed = "read_failed"
        /// A socket, or something else that no document can be in.
        case notAFile = "not_a_file"
        /// A symbolic link in a folder that leads out of it.
        case linkOutside = "link_outside"
        /// A folder or container without a single document, where nothing else is to be said of it.
        case noDocuments = "no_documents"
        /// A document, line or row beyond the limit of bytes.
        case tooLarge = "too_large"
        case invalidUTF8 = "invalid_utf8"
        /// A line of NDJSON that is no JSON object.
        case invalidJSON = "invalid_json"
        /// A row of CSV that breaks RFC 4180 or has another number of fields than the header.
        case invalidCSV = "invalid_csv"
        /// A line or row without the text of a document, or a field of the wrong type.
        case invalidFields = "invalid_fields"
        /// No feed, or a kind that is not read.
        case notAFeed = "not_a_feed"
        /// A feed that is not well-formed from a place on.
        case feedDamaged = "feed_damaged"
        /// An entry of a feed without content or summary.
        case noContent = "no_content"
        /// An archive or compressed file that cannot be read on.
        case archiveDamaged = "archive_damaged"
        case archiveEncrypted = "archive_encrypted"
        /// More entries, more bytes or a higher ratio of compression than allowed.
        case archiveLimit = "archive_limit"
        /// An archive in an archive in an archive.
        case nestedTooDeep = "nested_too_deep"
        /// The name of an entry leads out of the archive.
        case unsafePath = "unsafe_path"
        /// A WARC record that breaks ISO 28500.
        case warcDamaged = "warc_damaged"
        /// The input ends in the middle.
        case truncated
        /// A body of HTTP that cannot be decoded.
        case bodyUnreadable = "body_unreadable"
    }

    /// The id that the document would have had, where that is known.
    public var id: String?
    public var place: InputPlace
    public var code: Code
    /// What is wrong, in one line without the place.
    public var message: String
    /// What to do about it, in one line.
    public var hint: String

    public init(id: String? = nil, place: InputPlace, code: Code, message: String, hint: String) {
        self.id = id
        self.place = place
        self.code = code
        self.message = message
        self.hint = hint
    }
}

extension RefusedInput: CustomStringConvertible {
    public var description: String { "\(place): \(message); \(hint)" }
}
