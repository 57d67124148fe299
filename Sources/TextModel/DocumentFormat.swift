/// The formats that a report comes in.
public enum DocumentFormat: String, CaseIterable, Sendable {
    /// CommonMark with GitHub's tables and footnotes, and what blog engines add to it.
    case markdown
    case html
    case asciidoc
    /// reStructuredText.
    case rst
    /// Text pasted out of a page, or typed as notes.
    case text

    /// The IANA media type, or the one in common use.
    public var mediaType: String {
        switch self {
        case .markdown: "text/markdown"
        case .html: "text/html"
        case .asciidoc: "text/asciidoc"
        case .rst: "text/x-rst"
        case .text: "text/plain"
        }
    }
}
