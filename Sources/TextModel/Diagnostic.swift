/// Something that a reader of the result should know, tied to its place where it has one.
///
/// Text is never an error: whatever cannot be read as hoped becomes a diagnostic beside the result.
public struct Diagnostic: Equatable, Sendable {
    public enum Code: String, Sendable {
        /// The encoding was not declared and the bytes are no UTF-8: the text may be wrong.
        case encodingGuessed = "encoding_guessed"
        /// The declared encoding is unknown, or contradicts the bytes.
        case encodingDeclarationIgnored = "encoding_declaration_ignored"
        /// Bytes that the encoding does not allow became U+FFFD.
        case malformedBytes = "malformed_bytes"
    }

    public let code: Code
    /// One sentence for a person, without the place.
    public let message: String
    public let range: SourceRange?

    public init(_ code: Code, _ message: String, at range: SourceRange? = nil) {
        self.code = code
        self.message = message
        self.range = range
    }
}
