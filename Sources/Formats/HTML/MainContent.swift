import TextModel

/// The part of a page that is the article.
///
/// Two passes over the elements, in the manner of Readability. First, furniture is told by what elements are (`nav`,
/// `footer`, `aside`, forms), by their role, by the words of their class and id, by links making up most of their text,
/// and by a heading such as “Commentaires” that begins a part after the article. Then the article's element is looked
/// for: the body that its class names, or the one `article`; of several posts on a page the one that has the page's
/// title, else the longest; and from there the innermost element that still holds nearly all of the prose, which is
/// text outside of links and furniture.
struct MainContent {
    /// The position of the article's element in the parser's list.
    private(set) var root = 0
    /// The heading that repeats the title of the page, if there is one.
    private(set) var titleHeading: Int?

    private var isFurniture: [Bool]
    private var isTitle: [Bool]

    /// Whether an element within the article is not shown.
    func isLeftOut(_ element: Int) -> Bool { isFurniture[element] || isTitle[element] }

    /// The share of the prose that the article's element must hold.
    private static let dominance = 0.9

    init(of page: HTMLParser, in bytes: [UInt8]) {
        let measures = PageMeasures(page, bytes)
        isFurniture = [Bool](repeating: false, count: page.elements.count)
        isTitle = isFurniture
        guard page.elements.count > 1 else { return }
        let names = page.elements.map { element in
            element.tag.map { ElementNames($0, bytes) } ?? ElementNames()
        }
        markFurniture(page, names, measures, bytes)
        let prose = proseByElement(page, measures)
        let title = PageTitle(page, bytes)
        var start = 0
        let posts = outermostPosts(page, names, prose)
        if posts.count == 1, Double(prose[posts[0]]) > 0.3 * Double(prose[0]) {
            start = posts[0]
        } else if posts.count > 1, areSeparate(posts, page, bytes) {
            start = posts.first { title.isHeaded(by: $0, page, bytes) } ?? posts.max { prose[$0] < prose[$1] } ?? 0
        }
        root = articleBody(within: start, page, names, prose) ?? innermost(from: start, page, prose)
        markClosingParts(page, bytes)
        titleHeading = title.heading(page, bytes)
        if let titleHeading { isTitle[titleHeading] = true }
    }

    // Furniture

    private mutating func markFurniture(
        _ page: HTMLParser, _ names: [ElementNames], _ measures: PageMeasures, _ bytes: [UInt8]
    ) {
        let whole = max(1, measures.text[0])
        for index in page.elements.indices.dropFirst() {
            guard let tag = page.elements[index].tag else { continue }
            if isFurniture[page.elements[index].parent] {
                isFurniture[index] = true
                continue
            }
            let share = Double(measures.text[index]) / Double(whole)
            switch names[index].kind(of: tag, bytes) {
            case .never: isFurniture[index] = share < 0.9 || names[index].isStrict
            case .unlikely: isFurniture[index] = share < 0.4
            case .unknown: isFurniture[index] = isLinkList(index, tag, measures, share)
            }
        }
    }

    /// A list or box of hardly anything but links, such as a menu without a name. A list in an article of a few links
    /// has other text beside them.
    private func isLinkList(_ index: Int, _ tag: HTMLTag, _ measures: PageMeasures, _ share: Double) -> Bool {
        guard case .container = tag.element, share < 0.3 else { return false }
        return measures.links[index] >= 4 && measures.prose[index] == 0
            && Double(measures.linkText[index]) > 0.85 * Double(measures.text[index])
    }

    /// From a heading that names a part after the article, all that follows it in the same element.
    private mutating func markClosingParts(_ page: HTMLParser, _ bytes: [UInt8]) {
        let root = page.elements[self.root]
        var closing: (parent: Int, from: Int)?
        var shown = 0
        for index in self.root..<page.elements.count where page.elements[index].start < root.end {
            let element = page.elements[index]
            if let closing, element.start >= closing.from, isInside(index, closing.parent, page) {
                isFurniture[index] = true
                continue
            }
            guard case .heading? = element.tag?.element, !isFurniture[index] else { continue }
            shown += 1
            let text = foldedWords(of: page.text(of: index, bytes))
            guard shown > 1 || root.end - element.start < (root.end - root.start) / 3,
                PageFurniture.standard.closingHeadings.contains(where: { isNamed(text, $0) })
            else { continue }
            isFurniture[index] = true
            // A heading alone in its box names what stands beside the box.
            var parent = element.parent
            var from = element.start
            while parent != self.root, page.elements[parent].firstEvent + 1 >= element.firstEvent,
                page.elements[parent].endEvent - element.endEvent < 4
            {
                isFurniture[parent] = true
                from = page.elements[parent].start
                parent = page.elements[parent].parent
            }
            closing = (parent, from)
        }
    }

    /// `2 commentaires`, `Commentaires (3)`, `Laisser un commentaire`, `Articles similaires :`.
    private func isNamed(_ heading: String, _ name: String) -> Bool {
        let words = heading.split(separator: " ").filter { !$0.allSatisfy(\.isNumber) }
        return words.joined(separator: " ") == name
    }

    private func isInside(_ element: Int, _ ancestor: Int, _ page: HTMLParser) -> Bool {
        page.elements[element].start >= page.elements[ancestor].start
            && page.elements[element].end <= page.elements[ancestor].end
    }

    // The article

    private func proseByElement(_ page: HTMLParser, _ measures: PageMeasures) -> [Int] {
        var prose = [Int](repeating: 0, count: page.elements.count)
        // Children come after their parents, so that one pass from the end adds up.
        for index in page.elements.indices.reversed() where !isFurniture[index] {
            prose[index] += measures.ownProse[index]
            if index > 0 { prose[page.elements[index].parent] += prose[index] }
        }
        return prose
    }

    private func outermostPosts(_ page: HTMLParser, _ names: [ElementNames], _ prose: [Int]) -> [Int] {
        var posts: [Int] = []
        for index in page.elements.indices where !isFurniture[index] && prose[index] > 200 && names[index].isPost {
            if let last = posts.last, isInside(index, last, page) { continue }
            posts.append(index)
        }
        return posts
    }

    /// Whether several posts are articles of their own, and not the sections of one: at least two have a date, or a
    /// heading that is a link to the post.
    private func areSeparate(_ posts: [Int], _ page: HTMLParser, _ bytes: [UInt8]) -> Bool {
        posts.filter { post in
            let range = (post + 1)..<page.elements.count
            for index in range {
                guard isInside(index, post, page) else { break }
                guard let tag = page.elements[index].tag else { continue }
                if case .heading = tag.element, hasLink(index, page) { return true }
                if isEqual(bytes[tag.name.start..<tag.name.end], "time") { return true }
                if let classes = tag.text(of: "class", in: bytes), classes.contains("date") { return true }
            }
            return false
        }.count >= 2
    }

    private func hasLink(_ heading: Int, _ page: HTMLParser) -> Bool {
        var index = heading + 1
        while index < page.elements.count, isInside(index, heading, page) {
            if page.elements[index].tag?.element == .link { return true }
            index += 1
        }
        return false
    }

    /// The element that its class or `itemprop` names as the text of the article.
    private func articleBody(within start: Int, _ page: HTMLParser, _ names: [ElementNames], _ prose: [Int]) -> Int? {
        let bodies = page.elements.indices.filter {
            $0 >= start && isInside($0, start, page) && !isFurniture[$0] && names[$0].isArticleBody
        }
        guard let best = bodies.max(by: { prose[$0] < prose[$1] }), prose[best] * 2 > prose[start] else { return nil }
        return best
    }

    private func innermost(from start: Int, _ page: HTMLParser, _ prose: [Int]) -> Int {
        var children: [Int: [Int]] = [:]
        for index in page.elements.indices.dropFirst() where index > start {
            children[page.elements[index].parent, default: []].append(index)
        }
        var current = start
        while let best = children[current]?.max(by: { prose[$0] < prose[$1] }),
            Double(prose[best]) >= Self.dominance * Double(prose[start]), prose[best] > 0
        {
            guard case .container? = page.elements[best].tag?.element else {
                // A page laid out by a table goes on in its cell; a paragraph or list is not an article.
                switch page.elements[best].tag?.element {
                case .table, .row, .cell, .inline:
                    current = best
                    continue
                case _: return current
                }
            }
            current = best
        }
        return current
    }
}
