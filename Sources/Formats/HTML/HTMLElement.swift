/// What an element of HTML means for the text in it (HTML Living Standard, 4.3 to 4.11).
enum HTMLElement: Sendable, Equatable {
    case paragraph
    case heading(Int)
    case list(isOrdered: Bool)
    case item
    case quote
    case preformatted
    case table
    case row
    case cell(isHeader: Bool)
    case caption
    case figure
    /// An element that only separates what is in it from what is around it: `div`, `section`, `dt`.
    case container
    case link
    case strong
    case emphasis
    case code
    case strikethrough
    case superscript
    case image
    case lineBreak
    case rule
    /// A frame, video or object; what stands between its tags is shown only where it cannot be.
    case embed
    /// An element that a page does not show as text: scripts, styles, form controls.
    case hidden
    /// Any other: its text belongs to what is around.
    case inline

    private static let names: [String: HTMLElement] = {
        var names: [String: HTMLElement] = [
            "p": .paragraph, "ul": .list(isOrdered: false), "ol": .list(isOrdered: true),
            "menu": .list(isOrdered: false),
            "dir": .list(isOrdered: false), "li": .item, "blockquote": .quote, "pre": .preformatted,
            "listing": .preformatted, "xmp": .preformatted, "table": .table, "tr": .row,
            "td": .cell(isHeader: false), "th": .cell(isHeader: true), "caption": .caption, "figcaption": .caption,
            "figure": .figure, "a": .link, "b": .strong, "strong": .strong, "i": .emphasis, "em": .emphasis,
            "code": .code, "tt": .code, "kbd": .code, "samp": .code, "del": .strikethrough, "s": .strikethrough,
            "strike": .strikethrough, "sup": .superscript, "img": .image, "br": .lineBreak, "hr": .rule,
        ]
        for level in 1...6 { names["h\(level)"] = .heading(level) }
        for name in [
            "address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
            "footer", "form", "frameset", "header", "hgroup", "html", "legend", "main", "nav", "noframes", "optgroup",
            "section", "summary", "tbody", "tfoot", "thead", "col", "colgroup",
        ] { names[name] = .container }
        for name in ["iframe", "video", "audio", "object", "embed", "applet", "frame"] { names[name] = .embed }
        for name in [
            "script", "style", "template", "noscript", "head", "title", "svg", "math", "select", "textarea", "button",
            "canvas", "datalist", "option", "map",
        ] { names[name] = .hidden }
        return names
    }()

    /// - Parameter name: in any casing.
    init(name: some Collection<UInt8>) {
        let lower = String(decoding: name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        self = Self.names[lower] ?? .inline
    }

    /// Whether the element has neither text nor an end tag.
    var isVoid: Bool {
        switch self {
        case .image, .lineBreak, .rule: true
        case .paragraph, .heading, .list, .item, .quote, .preformatted, .table, .row, .cell, .caption, .figure,
            .container, .link, .strong, .emphasis, .code, .strikethrough, .superscript, .embed, .hidden, .inline:
            false
        }
    }
}
