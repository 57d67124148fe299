import TextModel

/// What the head of a page says of title and authors, to know them again in the body.
struct PageTitle {
    private let titles: [String]
    private let longestTitle: Int
    private let authors: Set<String>

    init(_ page: HTMLParser, _ bytes: [UInt8]) {
        var titles: [String] = []
        var authors: [String] = []
        for (index, element) in page.elements.enumerated() {
            guard let tag = element.tag else { continue }
            let name = bytes[tag.name.start..<tag.name.end]
            if isEqual(name, "title") {
                if titles.count < 20 { titles.append(page.text(of: index, bytes)) }
            } else if isEqual(name, "meta"), let content = tag.text(of: "content", in: bytes), content.utf8.count < 500
            {
                guard let key = tag.text(of: "property", in: bytes) ?? tag.text(of: "name", in: bytes) else { continue }
                switch key.lowercased() {
                case "og:title", "twitter:title", "dc.title": titles.append(content)
                case "author", "article:author", "dc.creator": authors.append(content)
                case _: continue
                }
            }
        }
        self.titles = titles.map(foldedWords).filter { !$0.isEmpty }
        longestTitle = self.titles.map(\.utf8.count).max() ?? 0
        self.authors = Set(authors.map(foldedWords).filter { $0.utf8.count > 3 })
    }

    /// How a heading repeats the title.
    enum Match: Comparable {
        /// The title has it before or after other words, such as the name of the site; the longer the better.
        case part(length: Int)
        case whole
    }

    func match(_ heading: String) -> Match? {
        let heading = foldedWords(of: heading)
        guard heading.utf8.count > 3, heading.utf8.count <= longestTitle else { return nil }
        if titles.contains(heading) { return .whole }
        let isPart = titles.contains { $0.hasPrefix(heading + " ") || $0.hasSuffix(" " + heading) }
        return isPart ? .part(length: heading.utf8.count) : nil
    }

    /// Whether a line is the title, or more than half of it, and nothing else.
    func isMostly(_ line: PageMeasures.Line, _ page: HTMLParser, _ bytes: [UInt8]) -> Bool {
        guard line.text > 3, line.text <= longestTitle * 2 else { return false }
        switch match(page.text(of: line.events, bytes)) {
        case .whole: return true
        case .part(let length): return length * 2 > longestTitle
        case nil: return false
        }
    }

    /// What stands before the title in a folded text that ends with it: `3 commentaires sur`.
    func endsWithTitle(_ folded: String) -> String? {
        for title in titles where folded.hasSuffix(" " + title) {
            return String(folded.dropLast(title.count + 1))
        }
        return nil
    }

    var knowsAuthors: Bool { !authors.isEmpty }

    /// Whether a folded line names one of the authors.
    func namesAuthor(_ folded: String) -> Bool { authors.contains { folded.contains($0) } }
}
