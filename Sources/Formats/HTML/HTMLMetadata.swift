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
        var reader = HTMLMetadataReader(source: source)
        for (index, element) in page.elements.enumerated() {
            guard let tag = element.tag else { continue }
            reader.read(tag, index, page, isComment: index >= content.commentsStart ?? Int.max)
        }
        let metadata = reader.metadata(content, page)
        diagnostics += reader.diagnostics
        return metadata
    }
}

private struct HTMLMetadataReader {
    let source: [UInt8]
    var diagnostics: [Diagnostic] = []

    private var metas: [(name: HTMLMetaName, content: SourceRange)] = []
    /// The elements that are called so; an image may have one as well.
    private var titles: [Int] = []
    private var language: SourceRange?
    private var canonical: SourceRange?
    private var relAuthors: [Metadata.Value] = []
    private var times: [(value: Metadata.Value, isUpdate: Bool)] = []
    /// `itemprop="author"`, `p-author`, and `fn` within an author's card.
    private var markedAuthors: [Metadata.Value] = []
    /// Where the card of the marked author ends: a name within it is better than all its text.
    private var authorEnd = 0
    private var linked = LinkedData()

    init(source: [UInt8]) { self.source = source }

    mutating func read(_ tag: HTMLTag, _ index: Int, _ page: HTMLParser, isComment: Bool) {
        // Most tags have no attribute.
        guard tag.range.end > tag.name.end + 1 || tag.element == .hidden || tag.element == .inline else { return }
        let name = source[tag.name.start..<tag.name.end]
        if !isComment { readMarks(tag, index, page, isTime: isEqual(name, "time")) }
        switch name.count {
        case 1 where isEqual(name, "a"):
            if hasRelation(tag, "author"), let author = text(of: index, page) { relAuthors.append(author) }
        case 4 where isEqual(name, "meta"): readMeta(tag)
        case 4 where isEqual(name, "html"): language = content(of: "lang", tag) ?? content(of: "xml:lang", tag)
        case 4 where isEqual(name, "link"): if hasRelation(tag, "canonical") { canonical = content(of: "href", tag) }
        case 4 where isEqual(name, "time"): readTime(tag, index, page)
        case 5 where isEqual(name, "title"): if titles.count < 20 { titles.append(index) }
        case 6 where isEqual(name, "script"):
            guard attribute("type", tag, { hasPart($0, "ld+json") }) else { return }
            let end =
                source[tag.range.end..<max(tag.range.end, page.elements[index].end)]
                .firstIndex(of: UInt8(ascii: "<")) ?? page.elements[index].end
            if end > tag.range.end { linked.read(source, SourceRange(tag.range.end, end)) }
        case _: return
        }
    }

    private mutating func readMeta(_ tag: HTMLTag) {
        guard let content = content(of: "content", tag) else { return }
        for attribute: StaticString in ["property", "name", "itemprop"] {
            guard let value = tag.value(of: attribute, in: source),
                let name = HTMLMetaName(source[value.start..<value.end])
            else { continue }
            metas.append((name, content))
        }
    }

    private mutating func readTime(_ tag: HTMLTag, _ index: Int, _ page: HTMLParser) {
        guard times.count < 20, let value = value(of: "datetime", tag) ?? text(of: index, page) else { return }
        func isNamed(_ part: StaticString) -> Bool {
            attribute("class", tag) { hasPart($0, part) } || attribute("itemprop", tag) { hasPart($0, part) }
        }
        let isUpdate = isNamed("updated") && !isNamed("published") || isNamed("datemodified")
        times.append((value, isUpdate))
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

    private func hasRelation(_ tag: HTMLTag, _ relation: StaticString) -> Bool {
        attribute("rel", tag) { hasWord($0, relation) }
    }

    /// Whether a tag has an attribute whose value is as asked for.
    private func attribute(_ name: StaticString, _ tag: HTMLTag, _ isWanted: (ArraySlice<UInt8>) -> Bool) -> Bool {
        tag.value(of: name, in: source).map { isWanted(source[$0.start..<$0.end]) } ?? false
    }

    private func value(of name: StaticString, _ tag: HTMLTag) -> Metadata.Value? {
        content(of: name, tag).map(value)
    }

    private func value(_ range: SourceRange) -> Metadata.Value {
        Metadata.Value(collapsedText(source, range), at: range)
    }

    /// The place of an attribute's value, white space around it left out; `nil` where it is empty.
    private func content(of name: StaticString, _ tag: HTMLTag) -> SourceRange? {
        tag.value(of: name, in: source).flatMap(trimmed)
    }

    /// The text of an element, as one stretch of the source, without the link to itself that a heading may hold (`#`,
    /// `¶`); `nil` where it is empty.
    private func text(of element: Int, _ page: HTMLParser) -> Metadata.Value? {
        var first: Int?
        var last = 0
        var text: [UInt8] = []
        for event in page.events[page.elements[element].firstEvent..<page.elements[element].endEvent] {
            guard case .text(let start, let end) = event else { continue }
            let textEnd = text.count
            appendDecoded(source, SourceRange(start, end), to: &text)
            if first != nil, text.count - textEnd < 12, isLinkText(start),
                FoldedWords(Array(text[textEnd...])).isEmpty
            {
                text.removeSubrange(textEnd...)
                continue
            }
            guard !source[start..<end].allSatisfy(\.isASCIIWhiteSpace) else { continue }
            if first == nil { first = start }
            last = end
        }
        guard let first, let range = trimmed(SourceRange(first, last)) else { return nil }
        return Metadata.Value(collapsed(text), at: range)
    }

    /// Whether the tag of a link stands right before a text.
    private func isLinkText(_ start: Int) -> Bool {
        let before = source[max(0, start - 500)..<start]
        guard before.last == UInt8(ascii: ">"), let open = before.lastIndex(of: UInt8(ascii: "<")) else { return false }
        return HTMLTag(source, at: open, limit: start)?.element == .link
    }

    private func trimmed(_ range: SourceRange) -> SourceRange? {
        var start = range.start
        var end = range.end
        while start < end, source[start].isASCIIWhiteSpace { start += 1 }
        while end > start, source[end - 1].isASCIIWhiteSpace { end -= 1 }
        return start < end ? SourceRange(start, end) : nil
    }

    /// What the first of the names that count has said.
    private func first(_ field: HTMLMetaName.Field) -> Metadata.Value? {
        metas.lazy.filter { $0.name.field == field }.min { $0.name.rank < $1.name.rank }.map { value($0.content) }
    }

    /// All that one of the names of a field has said.
    private func all(_ field: HTMLMetaName.Field, rank: Int) -> [Metadata.Value] {
        metas.filter { $0.name.field == field && $0.name.rank == rank }.map { value($0.content) }
    }

    mutating func metadata(_ content: MainContent, _ page: HTMLParser) -> Metadata {
        var metadata = Metadata()
        metadata.site = first(.site)
        metadata.title =
            content.titleElement.flatMap { text(of: $0, page) } ?? first(.title) ?? linked.headline
            ?? headTitle(page).map { withoutSite($0, metadata.site?.text) }
        metadata.authors = authors()
        metadata.published =
            dated([first(.published)], .meta) ?? dated([linked.published], .jsonLD)
            ?? dated(times.filter { !$0.isUpdate }.map(\.value), .time)
        metadata.updated =
            dated([first(.updated)], .meta) ?? dated([linked.modified], .jsonLD)
            ?? dated(times.filter(\.isUpdate).map(\.value), .time)
        if metadata.authors.isEmpty || metadata.published == nil {
            // What the page marks is better than what its lines say, and most pages mark it.
            let byline = Byline(pageLines: content.titleLines, in: source)
            if metadata.authors.isEmpty { metadata.authors = byline.authors }
            metadata.published = metadata.published ?? byline.published
        }
        metadata.url = canonical.map(value) ?? first(.url)
        metadata.language = language.map(value) ?? first(.language)
        metadata.tags = tags()
        metadata.summaries = unique(metas.filter { $0.name.field == .summary }.map { value($0.content) })
        return metadata
    }

    private func headTitle(_ page: HTMLParser) -> Metadata.Value? {
        titles.lazy.compactMap { text(of: $0, page) }.first
    }

    /// A profile's address is no name.
    private func authors() -> [Metadata.Value] {
        func named(_ values: [Metadata.Value]) -> [Metadata.Value]? {
            let names = values.filter { !hasPart(Array($0.text.utf8)[...], "://") }
            return names.isEmpty ? nil : unique(names)
        }
        return named(all(.author, rank: 0)) ?? named(all(.author, rank: 1)) ?? named(all(.author, rank: 2))
            ?? named(linked.authors) ?? named(markedAuthors) ?? named(relAuthors) ?? []
    }

    private func tags() -> [Metadata.Value] {
        let tags = all(.tag, rank: 0)
        if !tags.isEmpty { return unique(tags) }
        guard let keywords = first(.keywords)?.range else { return unique(linked.keywords) }
        var parts: [Metadata.Value] = []
        var start = keywords.start
        for index in keywords.start...keywords.end where index == keywords.end || source[index] == UInt8(ascii: ",") {
            if let part = trimmed(SourceRange(start, index)) { parts.append(value(part)) }
            start = index + 1
        }
        return unique(parts)
    }

    private func unique(_ values: [Metadata.Value]) -> [Metadata.Value] {
        guard values.count > 1 else { return values }
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
        for separator in [" | ", " – ", " — ", " - ", " · ", " » ", " :: "] {
            let mark = Array(separator.utf8)
            guard let place = lastPlace(of: mark, in: range) else { continue }
            let isSite =
                if let site {
                    FoldedWords(Array(site.utf8)) == FoldedWords(Array(source[(place + mark.count)..<range.end]))
                } else {
                    separator == " | "
                }
            guard isSite else { continue }
            return trimmed(SourceRange(range.start, place)).map(value) ?? title
        }
        return title
    }

    private func lastPlace(of mark: [UInt8], in range: SourceRange) -> Int? {
        guard mark.count <= range.count else { return nil }
        return (range.start...(range.end - mark.count)).last { source[$0..<($0 + mark.count)].elementsEqual(mark) }
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
        if summaries.isEmpty { result.summaries = other.summaries }
        result.site = site ?? other.site
        return result
    }
}
