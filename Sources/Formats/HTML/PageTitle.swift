import TextModel

/// What the head of a page says of title and authors, to know them again in the body.
struct PageTitle {
    private let titles: [FoldedWords]
    /// In bytes.
    private let longestTitle: Int
    private let authors: [FoldedWords]

    init(_ page: HTMLParser, _ bytes: [UInt8]) {
        var titles: [[UInt8]] = []
        var authors: [[UInt8]] = []
        for (index, element) in page.elements.enumerated() {
            guard let tag = element.tag, tag.element == .hidden || tag.element == .inline else { continue }
            let name = bytes[tag.name.start..<tag.name.end]
            if isEqual(name, "title") {
                if titles.count < 20 { titles.append(page.text(of: index, bytes)) }
            } else if isEqual(name, "meta"), let content = tag.value(of: "content", in: bytes), content.count < 500,
                let key = tag.value(of: "property", in: bytes) ?? tag.value(of: "name", in: bytes)
            {
                let field = HTMLMetaName(bytes[key.start..<key.end])?.field
                guard field == .title || field == .author else { continue }
                var text: [UInt8] = []
                appendDecoded(bytes, content, to: &text)
                if field == .title { titles.append(text) } else { authors.append(text) }
            }
        }
        self.titles = titles.map { FoldedWords($0) }.filter { !$0.isEmpty }
        longestTitle = self.titles.map(\.utf8.count).max() ?? 0
        self.authors = authors.map { FoldedWords($0) }.filter { $0.utf8.count > 3 }
    }

    /// How a heading repeats the title.
    enum Match: Comparable {
        /// The title has it before or after other words, such as the name of the site; the longer the better.
        case part(length: Int)
        case whole
    }

    /// - Parameter heading: as a page shows it.
    func match(_ heading: [UInt8]) -> Match? {
        guard !titles.isEmpty else { return nil }
        let heading = FoldedWords(heading)
        let count = heading.utf8.count
        guard count > 3, count <= longestTitle else { return nil }
        if titles.contains(heading) { return .whole }
        let isPart = titles.contains { title in
            title.utf8.count > count
                && (title.utf8[count] == 0x20 && title.utf8.starts(with: heading.utf8)
                    || title.utf8[title.utf8.count - count - 1] == 0x20
                        && title.utf8.suffix(count).elementsEqual(heading.utf8))
        }
        return isPart ? .part(length: count) : nil
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

    /// What stands before the title in a text that ends with it: `3 commentaires sur`.
    func beforeTitle(_ text: FoldedWords) -> FoldedWords? {
        for title in titles where text.hasSuffix(title) { return text.dropping(title) }
        return nil
    }

    var knowsAuthors: Bool { !authors.isEmpty }

    /// Whether a line names one of the authors.
    func namesAuthor(_ line: FoldedWords) -> Bool { authors.contains { line.contains($0) } }
}
