/// A stretch of visible text that is marked within its block.
public struct InlineSpan: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        /// - Parameter target: the address, character references and escapes decoded.
        case link(target: String)
        case emphasis
        case strong
        case code
        case strikethrough
        /// An image within a sentence; the text is its alternative text, and may be empty.
        case image(target: String)
        /// The mark of a footnote, without text; or the note itself where the format has it in the sentence (AsciiDoc),
        /// with an empty label.
        case footnote(label: String)
        /// `:tada:`, which a blog engine shows as an emoji.
        case emoji
    }

    public var kind: Kind
    /// Within the visible text of one block.
    public var range: TextRange

    public init(_ kind: Kind, _ range: TextRange) {
        self.kind = kind
        self.range = range
    }
}
