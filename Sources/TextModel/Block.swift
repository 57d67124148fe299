/// A piece of a document that stands on its own: a heading, a paragraph, an item of a list.
public struct Block: Equatable, Sendable {
    /// What a block is in its format; what it does in the report is for the next layer to say.
    public enum Kind: Equatable, Sendable {
        /// - Parameter level: from 1, as the format has it; levels may be skipped.
        case heading(level: Int, mark: HeadingMark)
        case paragraph
        /// The first paragraph of a list item; empty when the item begins with something else. Further blocks of the
        /// item follow with the item as their ``Block/parent``.
        case item(ListItem)
        /// A paragraph of a quotation.
        case quote
        /// - Parameter language: as the format names it, or `nil`.
        case code(language: String?)
        case cell(TableCell)
        /// An image that stands alone; the text is its alternative text. Within a sentence it is an ``InlineSpan``.
        case image(target: String)
        /// The caption of the image, video or table before it, or after it where the format puts it first.
        case caption
        /// A video, a post of a social network, slides: what a page shows from elsewhere. The text is that of a post;
        /// it is no prose of the report.
        case embed(target: String?)
        /// A thematic break.
        case rule
    }

    public var kind: Kind
    /// All bytes of the block, markup included.
    public var source: SourceRange
    /// The visible text; empty for a rule, most embeds, and an image without alternative text.
    public var text: TextRange
    /// How many quotations the block stands in.
    public var quoteDepth: Int
    /// The position, in ``Document/blocks``, of the innermost list item around the block.
    public var parent: Int?
    /// Present on a block that is no marked heading but may do the work of one.
    public var candidate: HeadingEvidence?

    public init(
        _ kind: Kind, source: SourceRange, text: TextRange, quoteDepth: Int = 0, parent: Int? = nil,
        candidate: HeadingEvidence? = nil
    ) {
        self.kind = kind
        self.source = source
        self.text = text
        self.quoteDepth = quoteDepth
        self.parent = parent
        self.candidate = candidate
    }
}

/// How a heading is marked.
public enum HeadingMark: String, Sendable {
    /// `## Title`, in Markdown and AsciiDoc's Markdown style.
    case hashes
    /// `##Title`: no heading for CommonMark, but clearly meant as one.
    case unspacedHashes = "unspaced_hashes"
    /// A line under the title, or one over and one under it.
    case underline
    /// `== Title`, AsciiDoc.
    case equals
    /// `<h2>`, in HTML and inside Markdown.
    case element
    /// `.Title` over a block (AsciiDoc), `.. rubric::` (reStructuredText).
    case blockTitle = "block_title"
}

public struct ListItem: Equatable, Sendable {
    /// Which list of the document, from 0 in order of their first items.
    public var list: Int
    /// From 1.
    public var depth: Int
    /// As the source has it (`-`, `1.`, `→`); empty where the format has none (`<li>`).
    public var marker: String
    public var isOrdered: Bool

    public init(list: Int, depth: Int, marker: String, isOrdered: Bool) {
        self.list = list
        self.depth = depth
        self.marker = marker
        self.isOrdered = isOrdered
    }
}

public struct TableCell: Equatable, Sendable {
    /// Which table of the document, from 0.
    public var table: Int
    /// From 0, the header included.
    public var row: Int
    /// From 0.
    public var column: Int
    public var isHeader: Bool

    public init(table: Int, row: Int, column: Int, isHeader: Bool) {
        self.table = table
        self.row = row
        self.column = column
        self.isHeader = isHeader
    }
}
