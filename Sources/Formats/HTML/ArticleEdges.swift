import TextModel

/// Takes away what stands in the article's element before its text and after it.
struct ArticleEdges {
    private let facts: PageFacts
    private let root: Int
    private let isNamed: Bool
    /// The title's line, if it stands in the article's element.
    private let title: Int?
    private let lines: Range<Int>

    /// A byline stands within so many lines of the title.
    private static let reach = 14
    /// A longer line is prose, if it is no link.
    private static let proseLength = 80

    init(_ facts: PageFacts, _ search: ArticleSearch, _ title: Int?) {
        self.facts = facts
        root = search.root
        isNamed = search.isNamed
        lines = facts.lines(of: search.root)
        self.title = title.flatMap { [lines] in lines.contains($0) ? $0 : nil }
    }

    func mark(_ exclusions: inout PageExclusions) {
        if let title {
            markBefore(title, &exclusions)
            let box = titleBox(title)
            exclusions.leaveOut(facts.measures.lines[title], root: root, facts)
            exclusions.leaveOut(box, facts)
        }
        // In an element that is named as the text, lines around it are the author's.
        if title != nil || !isNamed { markByline(&exclusions) }
        if !isNamed { markTail(&exclusions) }
        markInserts(&exclusions)
    }

    /// “À lire aussi” and a link, or “Publicité”, between paragraphs.
    private func markInserts(_ exclusions: inout PageExclusions) {
        for index in lines {
            let line = facts.measures.lines[index]
            guard line.text < 2 * Self.proseLength, !line.isHeading, !line.isInList, !exclusions.isLeftOut(line),
                line.text < 25 || line.linkText * 2 > line.text, facts.mayBeLabel(line)
            else { continue }
            let words = facts.folded(line)
            guard PageLabels.embedded.beginning(of: words) == .insert, line.linkText > 0 || words.count == 1 else {
                continue
            }
            exclusions.leaveOut(line, root: root, facts)
        }
    }

    // Before the text

    private func markBefore(_ title: Int, _ exclusions: inout PageExclusions) {
        let before = lines.lowerBound..<title
        let prose = before.reduce(0) { $0 + facts.measures.lines[$1].prose }
        guard prose * 5 < facts.measures.prose[root] else { return }
        for index in before { exclusions.leaveOut(facts.measures.lines[index], root: root, facts) }
        let end = facts.measures.lines[title].events.lowerBound
        var index = root + 1
        while index < facts.measures.next[root] {
            guard facts.page.elements[index].firstEvent < end else { return }
            if facts.page.elements[index].endEvent <= end {
                exclusions.leaveOut(index, facts)
                index = facts.measures.next[index]
            } else {
                index += 1
            }
        }
    }

    /// The largest element around the title that holds no prose.
    private func titleBox(_ title: Int) -> Int {
        var box = facts.measures.lines[title].element
        while true {
            let parent = facts.page.elements[box].parent
            guard box != root, parent != root, parent > 0, facts.measures.text[parent] < 600 else { return box }
            let isShort = facts.lines(of: parent).allSatisfy { index in
                let line = facts.measures.lines[index]
                return index == title || !line.isHeading && line.text - line.linkText < Self.proseLength
            }
            guard isShort else { return box }
            box = parent
        }
    }

    /// Lines between the title and the text, up to the last that tells who wrote when.
    private func markByline(_ exclusions: inout PageExclusions) {
        let first = title.map { $0 + 1 } ?? lines.lowerBound
        var short: [Int] = []
        var end = 0
        for index in first..<min(lines.upperBound, first + Self.reach) {
            let line = facts.measures.lines[index]
            if exclusions.isLeftOut(line) { continue }
            if line.isHeading || line.text - line.linkText >= 2 * Self.proseLength { break }
            let isByline = isByline(line)
            if line.text - line.linkText >= Self.proseLength, !isByline { break }
            if !isByline, isSentence(line) || line.isInList && title == nil { break }
            short.append(index)
            if isByline || title != nil && isButton(line) { end = short.count }
        }
        for index in short.prefix(end) { exclusions.leaveOut(facts.measures.lines[index], root: root, facts) }
    }

    private func isByline(_ line: PageMeasures.Line) -> Bool {
        if line.hasTime, line.text < 2 * Self.proseLength { return true }
        let text = facts.page.text(of: line.events, facts.bytes)
        if isSentence(text), line.text > 60 { return false }
        let words = FoldedWords(text)
        if facts.title.namesAuthor(words) { return true }
        let labels = PageLabels.embedded
        if !isSentence(text) {
            switch labels.beginning(of: words) {
            // Where the author is known, another name is that of a speaker.
            case .author: if !facts.title.knowsAuthors { return true }
            case .byline: return true
            case .reading, .insert, .tail, .path, nil: break
            }
        }
        return labels.isReading(words) || words.count < 12 && MetadataDate.day(in: text[...]) != nil
    }

    /// A line of nothing but links.
    private func isButton(_ line: PageMeasures.Line) -> Bool {
        line.linkText * 10 >= line.text * 8 && line.text < Self.proseLength
    }

    private func isSentence(_ line: PageMeasures.Line) -> Bool {
        isSentence(facts.page.text(of: line.events, facts.bytes))
    }

    private func isSentence(_ text: [UInt8]) -> Bool {
        guard text.count > 30 else { return false }
        return switch last(text) {
        case ".", "!", "?", "…", ":", "»": true
        default: false
        }
    }

    /// The last character that is no white space.
    private func last(_ text: [UInt8]) -> Unicode.Scalar? {
        var end = text.count
        while end > 0 {
            let (scalar, length) = text.scalarRead(before: end)
            if !scalar.isWhiteSpace { return scalar }
            end -= length
        }
        return nil
    }

    /// The first character that is no white space.
    private func first(_ text: [UInt8]) -> Unicode.Scalar? {
        var start = 0
        while start < text.count {
            let (scalar, length) = text.scalarRead(at: start)
            if !scalar.isWhiteSpace { return scalar }
            start += length
        }
        return nil
    }

    // After the text

    private func markTail(_ exclusions: inout PageExclusions) {
        markAfterRule(&exclusions)
        for index in lines.reversed() {
            let line = facts.measures.lines[index]
            if exclusions.isLeftOut(line) { continue }
            // What comes after furniture and holds a link is the foot of a page whose elements are not closed.
            let isFoot = index > lines.lowerBound && exclusions.isLeftOut(facts.measures.lines[index - 1])
            guard isTail(line) || isFoot && line.linkText > 0 && !line.isHeading && line.text < 120 else { break }
            exclusions.leaveOut(line, root: root, facts)
        }
        markBoxes(&exclusions)
    }

    private func isTail(_ line: PageMeasures.Line) -> Bool {
        guard !line.isHeading, line.text < 2 * Self.proseLength else { return false }
        let text = facts.page.text(of: line.events, facts.bytes)
        let isLinks = line.linkText * 2 > line.text
        if isLinks, isArrow(first(text)) || isArrow(last(text)) { return true }
        let words = FoldedWords(text)
        guard PageLabels.embedded.beginning(of: words) == .tail else { return words.isEmpty && isLinks }
        return isLinks || !line.isInList && line.linkText > 0 || words.count < 4
    }

    private func isArrow(_ scalar: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "←", "→", "‹", "›", "«", "»", "⟵", "⟶", "<", ">", "↑": true
        default: false
        }
    }

    /// Boxes at the end that hold no prose but links.
    private func markBoxes(_ exclusions: inout PageExclusions) {
        let children = Array(facts.children(of: root))
        for child in children.reversed() where !exclusions.elements[child] {
            if facts.measures.text[child] == 0 { continue }
            guard case .container = facts.element(child), facts.measures.prose[child] == 0,
                facts.measures.linkText[child] * 2 > facts.measures.text[child]
            else { return }
            exclusions.leaveOut(child, facts)
        }
    }

    /// On a page without any structure, the foot stands under the last rule.
    private func markAfterRule(_ exclusions: inout PageExclusions) {
        guard root == 0 || facts.names[root].isMain || isBody(root) else { return }
        guard let rule = facts.children(of: root).filter({ facts.element($0) == .rule }).last else { return }
        let after = facts.measures.lines(
            within: facts.page.elements[rule].firstEvent..<facts.events(of: root).upperBound)
        let text = after.reduce(0) { $0 + facts.measures.lines[$1].text }
        let hasLinks = after.contains { facts.measures.lines[$0].linkText > 0 }
        guard text < 300, hasLinks else { return }
        for index in after { exclusions.leaveOut(facts.measures.lines[index], root: root, facts) }
    }

    private func isBody(_ element: Int) -> Bool {
        guard let tag = facts.page.elements[element].tag else { return false }
        return isEqual(facts.bytes[tag.name.start..<tag.name.end], "body")
    }
}
