import TextModel

/// What the tag, role, class and id of an element say about its part in the page.
struct ElementNames {
    enum Kind {
        /// Not part of an article, unless the page is nothing else.
        case never
        /// Comments: not part of an article, even where they are most of the page.
        case comments
        /// Not part of an article, unless it holds much of the prose.
        case unlikely
        case unknown
    }

    private(set) var kind = Kind.unknown
    /// Whether it is named as the text of an article.
    private(set) var isArticleBody = false
    /// Whether it is named as an article.
    private(set) var isPost = false
    /// Whether it is `<main>`, or has that role.
    private(set) var isMain = false
    /// Whether it is a `<header>` or `<footer>`, which a section of the article may have as well.
    private(set) var isMargin = false
    /// Whether the kind is said by a class or id.
    private(set) var isByName = false

    init() {}

    init(_ tag: HTMLTag, _ bytes: [UInt8]) {
        let name = bytes[tag.name.start..<tag.name.end]
        let landmark = Landmark(name)
        // Most tags have no attribute.
        guard landmark != .other || tag.range.end > tag.name.end + 1 else { return }
        var names: PageFurniture.Kind = []
        var isHidden = false
        var isBesideByRole = false
        let isHeading = if case .heading = tag.element { true } else { false }
        isPost = landmark == .article
        isMain = landmark == .main
        tag.forEachAttribute(in: bytes) { attribute, value in
            let attribute = bytes[attribute.start..<attribute.end]
            let value = bytes[value.start..<value.end]
            // The id of a heading is made of its words: `comment-ca-marche` holds no comments.
            if isEqual(attribute, "class") || isEqual(attribute, "id") && !isHeading {
                if value.count < 1000 { names.formUnion(PageFurniture.embedded.kinds(of: value)) }
            } else if isEqual(attribute, "role") {
                isBesideByRole = Self.isBeside(role: value)
                if isEqual(value, "main") { isMain = true }
            } else if isEqual(attribute, "hidden") {
                isHidden = true
            } else if isEqual(attribute, "style") {
                if hasPart(value.filter { !$0.isASCIIWhiteSpace }[...], "display:none") { isHidden = true }
            } else if isEqual(attribute, "itemprop") {
                if hasWord(value, "articlebody") { isArticleBody = true }
            } else if isEqual(attribute, "itemtype") {
                if hasSuffix(value, "posting") || hasSuffix(value, "article") { isPost = true }
            }
        }
        if names.contains(.body) { isArticleBody = true }
        if names.contains(.post) { isPost = true }
        settle(names, landmark, tag.element, isBeside: isBesideByRole || isHidden)
    }

    private mutating func settle(
        _ names: PageFurniture.Kind, _ landmark: Landmark, _ element: HTMLElement, isBeside: Bool
    ) {
        if isBeside || landmark == .beside {
            kind = .never
            isArticleBody = false
            return
        }
        guard !isArticleBody, landmark != .page, !isMain else { return }
        switch element {
        case .container, .list, .paragraph, .inline, .item, .heading, .cell, .table, .figure, .row, .emphasis, .link:
            break
        case .quote, .preformatted, .caption, .strong, .code, .strikethrough, .superscript, .image, .lineBreak, .rule,
            .embed, .hidden:
            return
        }
        if names.contains(.comments) {
            kind = .comments
        } else if names.contains(.never), !isPost {
            kind = .never
            isByName = true
        } else if landmark == .margin {
            isMargin = true
            kind = .unlikely
        } else if landmark == .form || names.contains(.unlikely) && !isPost {
            // The classes of a post name its tags and its category.
            kind = .unlikely
            isByName = names.contains(.unlikely)
        }
    }

    /// ARIA roles (WAI-ARIA 1.2, 5.3.4) of what stands beside the main content.
    private static func isBeside(role: ArraySlice<UInt8>) -> Bool {
        let roles: [StaticString] = [
            "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog",
            "alertdialog", "doc-toc",
        ]
        return roles.contains { isEqual(role, $0) }
    }

    /// What the name of an element says (HTML Living Standard, 4.3).
    private enum Landmark {
        case article
        case main
        /// `nav`, `aside`, `dialog`
        case beside
        /// `header`, `footer`
        case margin
        case form
        /// `html`, `body`
        case page
        case other

        init(_ name: ArraySlice<UInt8>) {
            self =
                switch name.count {
                case 3 where isEqual(name, "nav"): .beside
                case 4 where isEqual(name, "main"): .main
                case 4 where isEqual(name, "form"): .form
                case 4 where isEqual(name, "html") || isEqual(name, "body"): .page
                case 5 where isEqual(name, "aside"): .beside
                case 6 where isEqual(name, "dialog"): .beside
                case 6 where isEqual(name, "header") || isEqual(name, "footer"): .margin
                case 7 where isEqual(name, "article"): .article
                case _: .other
                }
        }
    }
}
