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

    /// - Parameter name: in any casing.
    init(name: ArraySlice<UInt8>) { self = HTMLElementTable.shared.element(name) ?? .inline }

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

/// The elements by their names, which are looked up for every tag of a page: a table by the letters themselves.
private struct HTMLElementTable: Sendable {
    static let shared = HTMLElementTable()

    /// The name's letters, the first of a longer one than eight mixed into the last; 0 where the place is free.
    private var keys = [UInt64](repeating: 0, count: Self.size)
    private var elements = [HTMLElement](repeating: .inline, count: Self.size)

    private static let size = 512
    private static let longest = 10

    func element(_ name: ArraySlice<UInt8>) -> HTMLElement? {
        guard name.count <= Self.longest else { return nil }
        let key = Self.key(name)
        var place = Self.place(key)
        while keys[place] != 0 {
            if keys[place] == key { return elements[place] }
            place = (place + 1) % Self.size
        }
        return nil
    }

    private static func key(_ name: some Collection<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        for byte in name {
            key = key << 8 ^ key >> 56 &* 31 ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return key
    }

    private static func place(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 55) }

    private mutating func add(_ element: HTMLElement, _ names: String...) {
        for name in names {
            let key = Self.key(name.utf8)
            var place = Self.place(key)
            while keys[place] != 0 { place = (place + 1) % Self.size }
            keys[place] = key
            elements[place] = element
        }
    }

    private init() {
        add(.paragraph, "p")
        for level in 1...6 { add(.heading(level), "h\(level)") }
        add(.list(isOrdered: false), "ul", "menu", "dir")
        add(.list(isOrdered: true), "ol")
        add(.item, "li")
        add(.quote, "blockquote")
        add(.preformatted, "pre", "listing", "xmp")
        add(.table, "table")
        add(.row, "tr")
        add(.cell(isHeader: false), "td")
        add(.cell(isHeader: true), "th")
        add(.caption, "caption", "figcaption")
        add(.figure, "figure")
        add(.link, "a")
        add(.strong, "b", "strong")
        add(.emphasis, "i", "em")
        add(.code, "code", "tt", "kbd", "samp")
        add(.strikethrough, "del", "s", "strike")
        add(.superscript, "sup")
        add(.image, "img")
        add(.lineBreak, "br")
        add(.rule, "hr")
        add(
            .container, "address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
            "fieldset", "footer", "form", "frameset", "header", "hgroup", "html", "legend", "main", "nav", "noframes",
            "optgroup", "section", "summary", "tbody", "tfoot", "thead", "col", "colgroup")
        add(.embed, "iframe", "video", "audio", "object", "embed", "applet", "frame")
        add(
            .hidden, "script", "style", "template", "noscript", "head", "title", "svg", "math", "select", "textarea",
            "button", "canvas", "datalist", "option", "map")
    }
}
