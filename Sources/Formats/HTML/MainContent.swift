import TextModel

/// The part of a page that is the article.
///
/// Furniture is told by what elements are (`nav`, `footer`, `aside`, forms), by their role, by the words of their class
/// and id, by links making up most of their text, and by a line such as “Commentaires” that begins a part beside the
/// article (``PageLabels``). Then ``ArticleSearch`` looks for the article's element, and ``ArticleEdges`` takes away what
/// stands in it before the text and after it: the title, a byline, tags, links to other posts.
struct MainContent {
    /// The position of the article's element in the parser's list.
    private(set) var root = 0
    /// The element that repeats the title of the page, if there is one.
    private(set) var titleElement: Int?
    /// The first element that is named as comments; what is said of an author from there on is about others.
    private(set) var commentsStart: Int?
    private var exclusions: PageExclusions
    private let facts: PageFacts
    private var title: Int?

    init(of page: HTMLParser, _ structure: HTMLStructure, in bytes: [UInt8]) {
        facts = PageFacts(page, structure, bytes)
        exclusions = PageExclusions(facts)
        guard page.elements.count > 1 else { return }
        exclusions.markFurniture(facts)
        title = facts.titleLine(exclusions)
        exclusions.markParts(facts, after: title)
        let search = ArticleSearch(facts, title, &exclusions)
        root = search.root
        if let title {
            titleElement = facts.measures.lines[title].element
        }
        ArticleEdges(facts, search, title).mark(&exclusions)
        commentsStart = facts.names.firstIndex { $0.kind == .comments }
    }

    /// The texts of each line around the title, such as a byline.
    var titleLines: [[SourceRange]] { facts.titleLines(title, root: root, exclusions) }

    /// Whether an element within the article is not shown.
    func isLeftOut(element: Int) -> Bool { exclusions.elements[element] }

    /// Whether the text of an event within the article is not shown.
    func isLeftOut(event: Int) -> Bool { exclusions.events[event] }
}

/// What is known of a page before its article is looked for.
struct PageFacts {
    let page: HTMLParser
    let bytes: [UInt8]
    let measures: PageMeasures
    let names: [ElementNames]
    let title: PageTitle

    init(_ page: HTMLParser, _ structure: HTMLStructure, _ bytes: [UInt8]) {
        self.page = page
        self.bytes = bytes
        measures = PageMeasures(page, bytes, structure)
        names = page.elements.map { element in element.tag.map { ElementNames($0, bytes) } ?? ElementNames() }
        title = PageTitle(page, bytes)
    }

    func element(_ index: Int) -> HTMLElement { page.elements[index].tag?.element ?? .container }

    func isInside(_ element: Int, _ ancestor: Int) -> Bool {
        element >= ancestor && element < measures.next[ancestor]
    }

    func events(of element: Int) -> Range<Int> {
        let element = page.elements[element]
        return element.firstEvent..<max(element.firstEvent, element.endEvent)
    }

    func lines(of element: Int) -> Range<Int> { measures.lines(within: events(of: element)) }

    /// The words of a line, folded.
    func folded(_ line: PageMeasures.Line) -> FoldedWords { FoldedWords(page.text(of: line.events, bytes)) }

    /// Whether a line may begin with an entry of ``PageLabels``.
    func mayBeLabel(_ line: PageMeasures.Line) -> Bool {
        for event in line.events.prefix(8) {
            guard case .text(let start, let end) = page.events[event] else { continue }
            let text = bytes[start..<end]
            // A reference such as `&Agrave;` is not looked into.
            if text.contains(UInt8(ascii: "&")) || PageLabels.embedded.mayBegin(text) { return true }
            if text.contains(where: \.isASCIILetter) { return false }
        }
        return false
    }

    /// The elements directly in another.
    func children(of parent: Int) -> some Sequence<Int> {
        let end = measures.next[parent]
        return sequence(first: parent + 1) { measures.next[$0] }.prefix { $0 < end }
    }

    /// The element before another in the same parent.
    func previousSibling(of index: Int) -> Int? {
        let parent = page.elements[index].parent
        // The element before it in the list is that sibling, or stands in it.
        var element = index - 1
        while element > parent, page.elements[element].parent != parent { element = page.elements[element].parent }
        return element > parent ? element : nil
    }

    /// The line that repeats the title of the page: the heading that says most of it, before most of the prose; else
    /// another line that says most of it. Where the title stands twice, on the page and in the post, it is that of the
    /// post; a heading of the text may repeat it as well.
    func titleLine(_ exclusions: PageExclusions) -> Int? {
        var best: (match: PageTitle.Match, isShown: Bool, line: Int, prose: Int)?
        var plain: Int?
        var proseBefore = 0
        let prose = measures.prose[0]
        for (index, line) in measures.lines.enumerated() {
            // A title after much of the article is that of another one, but on a page of hardly any prose.
            guard proseBefore * 3 <= prose || proseBefore < 400 else { break }
            let isShown = !exclusions.elements[line.element]
            if isShown { proseBefore += line.prose }
            if line.isHeading {
                guard let match = title.match(page.text(of: line.events, bytes)) else { continue }
                if let best {
                    let isSame = match == best.match && isShown == best.isShown && proseBefore - best.prose < 100
                    let isOfPost =
                        isSame && post(around: line.element) != post(around: measures.lines[best.line].element)
                    let isBetter = (isShown ? 1 : 0, match) > (best.isShown ? 1 : 0, best.match)
                    guard isOfPost || isBetter else { continue }
                }
                best = (match, isShown, index, proseBefore)
            } else if best == nil, line.linkText == 0, isShown, title.isMostly(line, page, bytes) {
                plain = index
            }
        }
        return best?.line ?? plain
    }

    /// The innermost element around another that is named as a post; 0 if there is none.
    private func post(around element: Int) -> Int {
        var element = element
        while element > 0, !names[element].isPost { element = page.elements[element].parent }
        return element
    }

    /// The texts of the lines left out around the title: before it and after it, and a signature under the article.
    func titleLines(_ title: Int?, root: Int, _ exclusions: PageExclusions) -> [[SourceRange]] {
        let rootLines = lines(of: root)
        let first = title ?? rootLines.lowerBound
        let near = max(0, first - 6)..<min(measures.lines.count, max(first, rootLines.lowerBound) + 12)
        let under = rootLines.upperBound..<min(measures.lines.count, rootLines.upperBound + 4)
        let around = near.filter {
            $0 != title && (exclusions.isLeftOut(measures.lines[$0]) || !rootLines.contains($0))
        }
        let signatures = under.filter {
            return switch PageLabels.embedded.beginning(of: folded(measures.lines[$0])) {
            case .author, .byline: true
            case .reading, .insert, .tail, .path, nil: false
            }
        }
        return (around + signatures).filter { measures.lines[$0].text < 200 }.map { texts(of: measures.lines[$0]) }
    }

    private func texts(of line: PageMeasures.Line) -> [SourceRange] {
        page.events[line.events].compactMap { event in
            if case .text(let start, let end) = event { SourceRange(start, end) } else { nil }
        }
    }
}
