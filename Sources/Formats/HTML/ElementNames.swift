import TextModel

/// What the tag, role, class and id of an element say about its part in the page.
struct ElementNames {
    enum Kind {
        /// Not part of an article, unless the page is nothing else.
        case never
        /// Not part of an article, unless it holds a large share of the page.
        case unlikely
        case unknown
    }

    private var hasNever = false
    private var hasUnlikely = false
    private var hasContent = false
    private(set) var isArticleBody = false
    private(set) var isPost = false
    /// Whether even an element with most of the page's text is furniture: comments may be longer than the article.
    private(set) var isStrict = false

    init() {}

    init(_ tag: HTMLTag, _ bytes: [UInt8]) {
        let isArticle = isEqual(bytes[tag.name.start..<tag.name.end], "article")
        if isArticle { isPost = true }
        if let property = tag.text(of: "itemprop", in: bytes)?.lowercased() {
            if property == "articlebody" { isArticleBody = true }
        }
        if let type = tag.text(of: "itemtype", in: bytes)?.lowercased(),
            type.hasSuffix("posting") || type.hasSuffix("article")
        {
            isPost = true
        }
        for value in [tag.text(of: "class", in: bytes), tag.text(of: "id", in: bytes)] {
            guard let value, value.utf8.count < 1000 else { continue }
            for name in value.split(whereSeparator: \.isWhitespace) { add(name.lowercased(), name) }
        }
        if isArticle || isPost { hasNever = hasNever && isStrict }
    }

    private mutating func add(_ name: String, _ original: Substring) {
        let furniture = PageFurniture.standard
        if furniture.articleBodies.contains(name) { isArticleBody = true }
        if name == "hentry" || name == "h-entry" || name == "post" || name == "blog-post" { isPost = true }
        for word in words(of: original) {
            if furniture.content.contains(word) { hasContent = true }
            if furniture.boilerplate.contains(word) {
                hasNever = true
                if word.hasPrefix("comment") || word == "disqus" { isStrict = true }
            }
            if furniture.likelyBoilerplate.contains(word) { hasUnlikely = true }
        }
    }

    /// `postMeta`, `post-meta` and `post_meta` are `post` and `meta`.
    private func words(of name: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        for character in name {
            if character.isUppercase, word.last?.isLowercase == true || !character.isLetter && !character.isNumber {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
            }
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if !word.isEmpty {
                words.append(word.lowercased())
                word = ""
            }
        }
        if !word.isEmpty { words.append(word.lowercased()) }
        return words
    }

    func kind(of tag: HTMLTag, _ bytes: [UInt8]) -> Kind {
        if isArticleBody { return .unknown }
        let name = bytes[tag.name.start..<tag.name.end]
        if ["nav", "footer", "aside", "dialog"].contains(where: { isEqual(name, $0) }) { return .never }
        if isEqual(name, "form") || isEqual(name, "header") { return .unlikely }
        if let role = tag.text(of: "role", in: bytes)?.lowercased(),
            ["navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"].contains(role)
        {
            return .never
        }
        if tag.value(of: "hidden", in: bytes) != nil { return .never }
        if let style = tag.text(of: "style", in: bytes), style.filter({ $0 != " " }).contains("display:none") {
            return .never
        }
        switch tag.element {
        case .container, .list, .paragraph, .inline, .item, .heading, .cell, .table, .figure, .row, .emphasis, .link:
            break
        case .quote, .preformatted, .caption, .strong, .code, .strikethrough, .superscript, .image, .lineBreak, .rule,
            .embed, .hidden:
            return .unknown
        }
        if isEqual(name, "html") || isEqual(name, "body") || isEqual(name, "main") { return .unknown }
        if hasNever { return isStrict || !hasContent || !isPost ? .never : .unknown }
        return hasUnlikely ? .unlikely : .unknown
    }
}

func isEqual(_ bytes: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { name in
        zip(bytes, name).allSatisfy { byte, letter in
            (0x41...0x5A).contains(byte) ? byte | 0x20 == letter : byte == letter
        }
    }
}
