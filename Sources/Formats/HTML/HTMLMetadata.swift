import TextModel

/// Reads what a page says of itself: `<title>`, `<meta>` (Open Graph, `article:`, Dublin Core), JSON-LD, microdata and
/// microformats, `<time>`, `rel="author"`, the lines around the title, the `lang` of the page.
///
/// Where several say the same, the one that states it best wins: the title as the article's own heading shows it; a day
/// of publication from `article:published_time`, then JSON-LD, then the first `<time>`, then a line beside the title.
enum HTMLMetadata {
    static func read(
        _ page: HTMLParser, _ content: MainContent, in source: [UInt8], _ diagnostics: inout [Diagnostic]
    ) -> Metadata {
        var reader = HTMLMetadataReader(source: source, PageByline(content.titleLines, in: source))
        for (index, element) in page.elements.enumerated() {
            guard let tag = element.tag else { continue }
            reader.read(tag, index, page, isComment: index >= content.commentsStart ?? Int.max)
        }
        diagnostics += reader.diagnostics
        return reader.metadata(titleHeading: content.titleElement, page)
    }
}

private struct HTMLMetadataReader {
    let source: [UInt8]
    var diagnostics: [Diagnostic] = []

    private var metas: [String: [Metadata.Value]] = [:]
    private var title: Metadata.Value?
    private var language: Metadata.Value?
    private var canonical: Metadata.Value?
    private var relAuthors: [Metadata.Value] = []
    private var times: [(value: Metadata.Value, isUpdate: Bool)] = []
    /// `itemprop="author"`, `p-author`, and `fn` within an author's card.
    private var markedAuthors: [Metadata.Value] = []
    /// Where the card of the marked author ends: a name within it is better than all its text.
    private var authorEnd = 0
    private let byline: PageByline
    private var linked = LinkedData()

    init(source: [UInt8], _ byline: PageByline) {
        self.source = source
        self.byline = byline
    }

    mutating func read(_ tag: HTMLTag, _ index: Int, _ page: HTMLParser, isComment: Bool) {
        // Most tags have no attribute.
        guard tag.range.end > tag.name.end + 1 || tag.element == .hidden || tag.element == .inline else { return }
        let name = source[tag.name.start..<tag.name.end]
        if !isComment { readMarks(tag, index, page, isTime: isEqual(name, "time")) }
        if isEqual(name, "meta") {
            guard let content = value(of: "content", tag) else { return }
            for attribute: StaticString in ["property", "name", "itemprop"] {
                guard let key = tag.text(of: attribute, in: source)?.lowercased() else { continue }
                metas[key, default: []].append(content)
            }
        } else if isEqual(name, "title") {
            if title == nil { title = text(of: index, page) }
        } else if isEqual(name, "html") {
            language = value(of: "lang", tag) ?? value(of: "xml:lang", tag)
        } else if isEqual(name, "link") {
            if relations(tag).contains("canonical") { canonical = value(of: "href", tag) }
        } else if isEqual(name, "a") {
            if relations(tag).contains("author"), let author = text(of: index, page) { relAuthors.append(author) }
        } else if isEqual(name, "time") {
            guard times.count < 20, let value = value(of: "datetime", tag) ?? text(of: index, page) else { return }
            let names = (tag.text(of: "class", in: source) ?? "") + " " + (tag.text(of: "itemprop", in: source) ?? "")
            let isUpdate = names.contains("updated") && !names.contains("published") || names.contains("dateModified")
            times.append((value, isUpdate))
        } else if isEqual(name, "script"), tag.text(of: "type", in: source)?.contains("ld+json") == true {
            let end =
                source[tag.range.end..<max(tag.range.end, page.elements[index].end)]
                .firstIndex(of: UInt8(ascii: "<")) ?? page.elements[index].end
            if end > tag.range.end { linked.read(source, SourceRange(tag.range.end, end)) }
        }
    }

    /// Microdata and microformats (schema.org, hAtom, h-entry) of an author and a day of publication.
    private mutating func readMarks(_ tag: HTMLTag, _ index: Int, _ page: HTMLParser, isTime: Bool) {
        guard tag.range.end > tag.name.end + 1 else { return }
        var isAuthor = false
        var isName = false
        var isDate = false
        tag.forEachAttribute(in: source) { attribute, value in
            let attribute = source[attribute.start..<attribute.end]
            let value = source[value.start..<value.end]
            if isEqual(attribute, "itemprop") || isEqual(attribute, "property") {
                if hasWord(value, "author") { isAuthor = true }
                if hasWord(value, "name") { isName = true }
                if hasWord(value, "datepublished") { isDate = true }
            } else if isEqual(attribute, "class") {
                if hasWord(value, "p-author") || hasWord(value, "fn") { isAuthor = true }
                if hasWord(value, "published") || hasWord(value, "dt-published") { isDate = true }
            }
        }
        let isWithinCard = index > 0 && page.elements[index].endEvent <= authorEnd
        if isAuthor && markedAuthors.isEmpty || isName && isWithinCard,
            let author = value(of: "content", tag) ?? text(of: index, page), author.text.utf8.count < 100
        {
            if isWithinCard, isName { authorEnd = 0 } else { authorEnd = page.elements[index].endEvent }
            markedAuthors = [author]
        }
        if isDate, !isTime, times.count < 20,
            let day = value(of: "content", tag) ?? value(of: "title", tag) ?? value(of: "datetime", tag)
        {
            times.append((day, false))
        }
    }

    private func relations(_ tag: HTMLTag) -> [Substring] {
        (tag.text(of: "rel", in: source) ?? "").lowercased().split(separator: " ")
    }

    private func value(of name: StaticString, _ tag: HTMLTag) -> Metadata.Value? {
        guard let range = tag.value(of: name, in: source) else { return nil }
        return trimmed(range)
    }

    /// The text of an element, as one stretch of the source, without the link to itself that a heading may hold (`#`,
    /// `¶`); `nil` where it is empty.
    private func text(of element: Int, _ page: HTMLParser) -> Metadata.Value? {
        var first: Int?
        var last = 0
        var text = ""
        for event in page.events[page.elements[element].firstEvent..<page.elements[element].endEvent] {
            guard case .text(let start, let end) = event else { continue }
            let piece = decodedText(source, SourceRange(start, end))
            let isMark = first != nil && piece.utf8.count < 12 && foldedWords(of: piece).isEmpty && isLinkText(start)
            guard !isMark else { continue }
            text += piece
            guard !source[start..<end].allSatisfy(\.isASCIIWhiteSpace) else { continue }
            if first == nil { first = start }
            last = end
        }
        guard let first else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        return trimmed(SourceRange(first, last)).map { Metadata.Value(words.joined(separator: " "), at: $0.range) }
    }

    /// Whether the tag of a link stands right before a text.
    private func isLinkText(_ start: Int) -> Bool {
        let before = source[max(0, start - 500)..<start]
        guard before.last == UInt8(ascii: ">"), let open = before.lastIndex(of: UInt8(ascii: "<")) else { return false }
        return HTMLTag(source, at: open, limit: start)?.element == .link
    }

    private func trimmed(_ range: SourceRange) -> Metadata.Value? {
        var start = range.start
        var end = range.end
        while start < end, source[start].isASCIIWhiteSpace { start += 1 }
        while end > start, source[end - 1].isASCIIWhiteSpace { end -= 1 }
        guard start < end else { return nil }
        let range = SourceRange(start, end)
        let text = decodedText(source, range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Metadata.Value(text, at: range)
    }

    private func first(_ keys: String...) -> Metadata.Value? {
        for key in keys { if let value = metas[key]?.first { return value } }
        return nil
    }

    mutating func metadata(titleHeading: Int?, _ page: HTMLParser) -> Metadata {
        var metadata = Metadata()
        metadata.site = first("og:site_name", "application-name")
        metadata.title =
            titleHeading.flatMap { text(of: $0, page) } ?? first("og:title", "twitter:title", "dc.title")
            ?? linked.headline ?? title.map { withoutSite($0, metadata.site?.text) }
        metadata.authors = authors()
        metadata.published =
            dated(
                [
                    first(
                        "article:published_time", "og:article:published_time", "datepublished", "dc.date",
                        "dc.date.issued", "dcterms.created", "date", "pubdate", "publish-date")
                ], .meta) ?? dated([linked.published], .jsonLD)
            ?? dated(times.filter { !$0.isUpdate }.map(\.value), .time) ?? byline.published
        metadata.updated =
            dated([first("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")], .meta)
            ?? dated([linked.modified], .jsonLD) ?? dated(times.filter(\.isUpdate).map(\.value), .time)
        metadata.url = canonical ?? first("og:url")
        metadata.language = language ?? first("og:locale", "language", "dc.language")
        metadata.tags = tags()
        return metadata
    }

    /// A profile's address is no name.
    private func authors() -> [Metadata.Value] {
        for values in [
            metas["author"], metas["article:author"], metas["dc.creator"], linked.authors, markedAuthors, relAuthors,
        ] {
            let names = (values ?? []).filter { !$0.text.contains("://") }
            if !names.isEmpty { return unique(names) }
        }
        return byline.author.map { [$0] } ?? []
    }

    private func tags() -> [Metadata.Value] {
        if let tags = metas["article:tag"], !tags.isEmpty { return unique(tags) }
        guard let keywords = first("keywords"), let range = keywords.range else { return unique(linked.keywords) }
        var tags: [Metadata.Value] = []
        var start = range.start
        for index in range.start...range.end where index == range.end || source[index] == UInt8(ascii: ",") {
            if let tag = trimmed(SourceRange(start, index)) { tags.append(tag) }
            start = index + 1
        }
        return unique(tags)
    }

    private func unique(_ values: [Metadata.Value]) -> [Metadata.Value] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0.text).inserted }
    }

    private mutating func dated(_ values: [Metadata.Value?], _ place: DateSource) -> Metadata.Dated? {
        for case let value? in values {
            if let date = MetadataDate.day(in: value.text) { return Metadata.Dated(date, from: place, at: value.range) }
            if place == .meta {
                diagnostics.append(.unreadableDate(value))
            }
        }
        return nil
    }

    /// A title such as `Article | Blog` without the name of the site.
    private func withoutSite(_ title: Metadata.Value, _ site: String?) -> Metadata.Value {
        guard let range = title.range else { return title }
        let text = String(decoding: source[range.start..<range.end], as: UTF8.self)
        for separator in [" | ", " – ", " — ", " - ", " · ", " » ", " :: "] {
            guard let index = text.lastRange(of: separator) else { continue }
            let rest = text[index.upperBound...]
            guard site.map({ foldedWords(of: $0) == foldedWords(of: String(rest)) }) ?? (separator == " | ") else {
                continue
            }
            let end = range.start + text.utf8.distance(from: text.startIndex, to: index.lowerBound)
            return trimmed(SourceRange(range.start, end)) ?? title
        }
        return title
    }
}

extension String {
    fileprivate func lastRange(of needle: String) -> Range<String.Index>? {
        var found: Range<String.Index>?
        var start = startIndex
        while start < endIndex, let range = self[start...].firstRange(of: needle) {
            found = range
            start = range.upperBound
        }
        return found
    }
}

extension Metadata {
    /// Fills what is not said by what another place of the same document says.
    func completed(by other: Metadata) -> Metadata {
        var result = self
        result.title = title ?? other.title
        if authors.isEmpty { result.authors = other.authors }
        result.published = published ?? other.published
        result.updated = updated ?? other.updated
        result.url = url ?? other.url
        result.language = language ?? other.language
        if tags.isEmpty { result.tags = other.tags }
        result.site = site ?? other.site
        return result
    }
}
