import TextModel

/// Which elements and texts of a page are not shown.
struct PageExclusions {
    /// For each element; an element in one that is left out is left out.
    private(set) var elements: [Bool]
    /// For each event; only texts are left out on their own.
    private(set) var events: [Bool]
    /// The text of lines left out, for each element that they stand in.
    private var droppedText: [Int]

    init(_ facts: PageFacts) {
        elements = [Bool](repeating: false, count: facts.page.elements.count)
        events = [Bool](repeating: false, count: facts.page.events.count)
        droppedText = [Int](repeating: 0, count: facts.page.elements.count)
    }

    func isLeftOut(_ line: PageMeasures.Line) -> Bool {
        elements[line.element] || events[line.events.lowerBound]
    }

    /// Leaves out an element and all that is in it.
    mutating func leaveOut(_ element: Int, _ facts: PageFacts) {
        guard !elements[element] else { return }
        for index in element..<facts.measures.next[element] { elements[index] = true }
    }

    /// Leaves out a line, and its element when nothing else is in it.
    mutating func leaveOut(_ line: PageMeasures.Line, root: Int, _ facts: PageFacts) {
        guard !isLeftOut(line) else { return }
        for event in line.events { events[event] = true }
        droppedText[line.element] += line.text
        if line.element != root, droppedText[line.element] == facts.measures.text[line.element] {
            leaveOut(line.element, facts)
        }
    }

    // By what the elements are

    mutating func markFurniture(_ facts: PageFacts) {
        let distrusted = markFurniture(facts, distrusting: [])
        guard !distrusted.isEmpty else { return }
        for index in elements.indices { elements[index] = false }
        _ = markFurniture(facts, distrusting: distrusted)
    }

    /// - Returns: the classes whose elements would take away half of the prose: the sections of an article may well be
    ///   called by a word of the list.
    private mutating func markFurniture(_ facts: PageFacts, distrusting distrusted: Set<[UInt8]>) -> Set<[UInt8]> {
        let measures = facts.measures
        var lost: [[UInt8]: Int] = [:]
        var proseBefore = 0
        var bodyEnd = 0
        for index in facts.page.elements.indices.dropFirst() {
            guard let tag = facts.page.elements[index].tag else { continue }
            if elements[facts.page.elements[index].parent] {
                elements[index] = true
                continue
            }
            let names = facts.names[index]
            let isInBody = index < bodyEnd
            if names.isArticleBody, !isInBody, measures.prose[index] * 10 > 3 * measures.prose[0] {
                bodyEnd = measures.next[index]
            }
            elements[index] = isFurniture(index, tag, facts, isInBody: isInBody, isLed: proseBefore > 200)
            if elements[index], names.isByName, measures.prose[index] > 0 {
                let classes =
                    tag.value(of: "class", in: facts.bytes).map { Array(facts.bytes[$0.start..<$0.end]) } ?? []
                if distrusted.contains(classes) {
                    elements[index] = false
                } else if !classes.isEmpty {
                    lost[classes, default: 0] += measures.prose[index]
                }
            }
            if !elements[index] { proseBefore += measures.ownProse[index] }
        }
        return Set(lost.filter { $0.value * 2 > measures.prose[0] }.keys)
    }

    private func isFurniture(_ index: Int, _ tag: HTMLTag, _ facts: PageFacts, isInBody: Bool, isLed: Bool) -> Bool {
        let measures = facts.measures
        let names = facts.names[index]
        let share = Double(measures.text[index]) / Double(max(1, measures.text[0]))
        switch names.kind {
        case .comments: return true
        case .never:
            // A box with most of the prose is not what the word in its name says.
            let isMost = names.isByName && measures.prose[index] * 10 > 6 * measures.prose[0]
            return share < 0.9 && !isMost
        case .unlikely:
            // A section of the article may have a header and a footer, and a box of its text a telling name.
            let isOfText =
                names.isMargin
                ? isLed && isSectionMargin(index, facts) : isInBody || isLed && isEmbedded(index, facts)
            return isOfText ? isAside(index, measures) : share < 0.4
        case .unknown: return isLinkList(index, tag, measures, share) || isAnchor(index, tag, facts)
        }
    }

    /// Whether a box stands between paragraphs that hold much of the prose.
    private func isEmbedded(_ index: Int, _ facts: PageFacts) -> Bool {
        let parent = facts.page.elements[index].parent
        let next = facts.measures.next[index]
        guard facts.measures.prose[parent] * 2 > facts.measures.prose[0], next < facts.measures.next[parent],
            let previous = facts.previousSibling(of: index)
        else { return false }
        return facts.element(previous).isOfText && facts.element(next).isOfText
    }

    /// Whether a header or footer stands in a section of the text or in a quotation.
    private func isSectionMargin(_ index: Int, _ facts: PageFacts) -> Bool {
        let parent = facts.page.elements[index].parent
        if facts.element(parent) == .quote { return true }
        guard let tag = facts.page.elements[parent].tag, let margin = facts.page.elements[index].tag else {
            return false
        }
        let name = facts.bytes[tag.name.start..<tag.name.end]
        // The footer of an article tells its tags, also where each talk is an article.
        let isHeader = isEqual(facts.bytes[margin.name.start..<margin.name.end], "header")
        return isEqual(name, "section") || isHeader && isEqual(name, "article")
    }

    /// Hardly any text but links and labels.
    private func isAside(_ index: Int, _ measures: PageMeasures) -> Bool {
        measures.prose[index] < 60 && measures.links[index] > 0
            && 2 * measures.linkText[index] > measures.text[index]
    }

    /// A list or box of hardly anything but links, such as a menu without a name. A list in an article of a few links
    /// has other text beside them.
    private func isLinkList(_ index: Int, _ tag: HTMLTag, _ measures: PageMeasures, _ share: Double) -> Bool {
        guard case .container = tag.element, share < 0.3 else { return false }
        return measures.links[index] >= 4 && measures.prose[index] == 0
            && Double(measures.linkText[index]) > 0.85 * Double(measures.text[index])
    }

    /// A link to the heading that it stands in: `#`, `¶`.
    private func isAnchor(_ index: Int, _ tag: HTMLTag, _ facts: PageFacts) -> Bool {
        guard tag.element == .link, facts.measures.text[index] <= 6,
            case .heading = facts.element(facts.page.elements[index].parent),
            let target = tag.value(of: "href", in: facts.bytes), facts.bytes[target.start] == UInt8(ascii: "#")
        else { return false }
        return FoldedWords(facts.page.text(of: index, facts.bytes)).isEmpty
    }

    // By a line that says what follows

    /// Leaves out the parts beside the article that a line announces: “Commentaires”, “Articles similaires”.
    mutating func markParts(_ facts: PageFacts, after title: Int?) {
        let lines = facts.measures.lines
        let labels = PageLabels.embedded
        var prose: [Int] = [0]
        prose.reserveCapacity(lines.count + 1)
        for line in lines { prose.append((prose.last ?? 0) + (elements[line.element] ? 0 : line.prose)) }
        for (index, line) in lines.enumerated() where line.text <= 80 && index != title && !isLeftOut(line) {
            guard line.isHeading || !line.isInList && line.linkText == 0 else { continue }
            guard facts.mayBeLabel(line) else { continue }
            var folded = facts.folded(line)
            if line.isHeading, let rest = facts.title.beforeTitle(folded) { folded = rest }
            guard let part = labels.part(folded) else { continue }
            let scope = PartScope(index, facts)
            if let title, scope.lines.contains(title) { continue }
            let total = max(1, prose[lines.count])
            let within = prose[scope.lines.upperBound] - prose[scope.lines.lowerBound]
            let before = prose[scope.lines.lowerBound] - prose[facts.lines(of: scope.parent).lowerBound]
            // In an element of its own, away from the article, or after most of what stands before it.
            let isApart = before * 10 < total && within * 3 < total
            let isAfter = before * 2 > total - within || before > 1000 && part == .comments
            let isLinks = within < 100 && (part != .weak || scope.isLinks(facts))
            let isBodyPart = facts.names[scope.parent].isArticleBody
            switch part {
            case .comments: guard isApart || isAfter || before > within else { continue }
            case .related: guard isApart || isAfter && within * 3 < total else { continue }
            case .weak: guard isLinks, isApart || isAfter else { continue }
            }
            if isBodyPart, !line.isHeading || before * 3 < 2 * (before + within) { continue }
            if isBodyPart, part == .weak { continue }
            leaveOut(scope, facts)
            let aboveOnPage = prose[scope.lines.lowerBound] - prose[title ?? 0]
            if part == .comments, isAfter || aboveOnPage * 2 > total - within {
                return leaveOut(linesFrom: scope.lines.upperBound, facts)
            }
        }
    }

    /// After comments there is no article: where elements are not closed, the foot of the page may stand anywhere.
    private mutating func leaveOut(linesFrom first: Int, _ facts: PageFacts) {
        for line in facts.measures.lines[first...] { leaveOut(line, root: 0, facts) }
    }

    private mutating func leaveOut(_ scope: PartScope, _ facts: PageFacts) {
        for element in scope.elements(facts) { leaveOut(element, facts) }
        for line in scope.lines where facts.measures.lines[line].element == scope.parent {
            leaveOut(facts.measures.lines[line], root: scope.parent, facts)
        }
    }
}

/// From a line on, all that follows in the element that holds the line and something else.
private struct PartScope {
    let parent: Int
    let lines: Range<Int>
    private let firstEvent: Int

    init(_ label: Int, _ facts: PageFacts) {
        let line = facts.measures.lines[label]
        var box = line.element
        if facts.measures.text[box] > line.text {
            parent = box
            firstEvent = line.events.lowerBound
        } else {
            // A label alone in its box names what stands beside the box.
            while facts.page.elements[box].parent > 0,
                facts.measures.text[facts.page.elements[box].parent] == line.text
            {
                box = facts.page.elements[box].parent
            }
            parent = facts.page.elements[box].parent
            firstEvent = facts.page.elements[box].firstEvent
        }
        lines = label..<max(label + 1, facts.lines(of: parent).upperBound)
    }

    /// The outermost elements of the part.
    func elements(_ facts: PageFacts) -> [Int] {
        facts.children(of: parent).filter { facts.page.elements[$0].firstEvent >= firstEvent }
    }

    func isLinks(_ facts: PageFacts) -> Bool {
        var text = 0
        var links = 0
        for line in lines.dropFirst().prefix(100) {
            text += facts.measures.lines[line].text
            links += facts.measures.lines[line].linkText
        }
        return text == 0 || links * 2 > text
    }
}

extension HTMLElement {
    /// Whether the element holds a piece of text, and not only other elements.
    fileprivate var isOfText: Bool {
        switch self {
        case .paragraph, .heading, .list, .quote, .preformatted, .table, .figure: true
        case .item, .row, .cell, .caption, .container, .link, .strong, .emphasis, .code, .strikethrough, .superscript,
            .image, .lineBreak, .rule, .embed, .hidden, .inline:
            false
        }
    }
}
