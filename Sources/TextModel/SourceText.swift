/// A document's bytes, decoded to UTF-8: the text that every span of a record points into.
///
/// Nothing is removed: a byte order mark counts, CRLF is kept. ``utf8`` is always valid.
public struct SourceText: Sendable {
    /// How the encoding became known.
    public enum Evidence: String, Sendable {
        /// The bytes are valid UTF-8.
        case valid
        case byteOrderMark
        /// Declared by the container, or by the document in its first 1,024 bytes.
        case declared
        /// Guessed from the bytes; a diagnostic says so.
        case guessed
    }

    /// The longest text that can be analysed, 1 GiB: its matching form can be three times as long, and ranges have 32 bits.
    public static let maximumCount = 1 << 30

    public let utf8: [UInt8]
    /// The encoding of the original bytes, by its IANA name in lower case: `utf-8`, `windows-1252`, `utf-16le`.
    public let encoding: String
    public let evidence: Evidence
    /// What went wrong or had to be guessed while decoding.
    public let diagnostics: [Diagnostic]

    /// - Precondition: `utf8` is valid UTF-8 and at most ``maximumCount`` bytes.
    public init(utf8: [UInt8], encoding: String, evidence: Evidence, diagnostics: [Diagnostic] = []) {
        precondition(utf8.count <= Self.maximumCount, "a text has at most 1 GiB")
        self.utf8 = utf8
        self.encoding = encoding
        self.evidence = evidence
        self.diagnostics = diagnostics
    }

    public init(_ text: String) {
        self.init(utf8: Array(text.utf8), encoding: "utf-8", evidence: .valid)
    }

    /// The text of a range; a range that cuts a character gives U+FFFD for the part.
    public subscript(range: SourceRange) -> String {
        String(decoding: utf8[range.start..<range.end], as: UTF8.self)
    }
}
