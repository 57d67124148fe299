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
        /// Nothing of the document is visible text.
        case noBlocks = "no_blocks"
        /// Front matter begins and never ends; it is read as text.
        case frontMatterUnclosed = "front_matter_unclosed"
        /// Front matter that is no YAML or TOML, or no mapping; its lines are left out of the text.
        case frontMatterInvalid = "front_matter_invalid"
        /// A date that nobody can read.
        case dateUnreadable = "date_unreadable"
        /// The file's name and its text disagree on the format.
        case formatMismatch = "format_mismatch"
        /// Nesting, delimiters or a block's size pass a bound; the part is read as plain text.
        case boundExceeded = "bound_exceeded"
        /// Markup that could not be followed; the part is read as plain text.
        case markupUnclear = "markup_unclear"
        /// Markup that ends in the middle.
        case markupTruncated = "markup_truncated"
        /// A construct that is not read, such as a table of AsciiDoc.
        case constructSkipped = "construct_skipped"
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
