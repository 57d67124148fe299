import TextModel

/// How much text each element of a page holds, in bytes without white space, for its whole subtree unless said
/// otherwise; and the page's lines.
struct PageMeasures {
    /// Text as a page shows it in one piece: between the edges of block elements and line breaks.
    struct Line {
        /// The positions of its first text among the page's events, and just past its last.
        var events: Range<Int>
        /// The innermost element around it that is no inline element.
        var element: Int
        /// Bytes without white space.
        var text = 0
        /// Those of them within links.
        var linkText = 0
        var isHeading = false
        /// Whether it stands in a list.
        var isInList = false
        /// Whether a `<time>` stands in it.
        var hasTime = false

        /// Text outside of links, if it is long enough to be prose.
        var prose: Int { text - linkText >= Self.minimumProse ? text - linkText : 0 }

        /// A shorter stretch may be a label or a menu's entry.
        private static let minimumProse = 25
    }

    private(set) var text: [Int]
    /// Text within links.
    private(set) var linkText: [Int]
    /// The number of links.
    private(set) var links: [Int]
    /// Lines long enough to be prose, their links left out.
    private(set) var prose: [Int]
    /// The prose of the lines that stand directly in the element or its inline children.
    private(set) var ownProse: [Int]
    /// Headings with a link in or around them, and form controls: what cards and boxes have.
    private(set) var cards: [Int]
    /// The first element after the element's subtree.
    private(set) var next: [Int]
    private(set) var lines: [Line] = []

    init(_ page: HTMLParser, _ bytes: [UInt8], _ structure: HTMLStructure) {
        let count = page.elements.count
        text = [Int](repeating: 0, count: count)
        linkText = text
        links = text
        prose = text
        ownProse = text
        cards = text
        next = text
        readLines(page, bytes, structure)
        for line in lines { ownProse[line.element] += line.prose }
        prose = ownProse
        for index in page.elements.indices.reversed() {
            next[index] = max(next[index], index + 1)
            guard index > 0 else { continue }
            let parent = page.elements[index].parent
            text[parent] += text[index]
            linkText[parent] += linkText[index]
            links[parent] += links[index]
            prose[parent] += prose[index]
            cards[parent] += cards[index]
            next[parent] = max(next[parent], next[index])
        }
    }

    private mutating func readLines(_ page: HTMLParser, _ bytes: [UInt8], _ structure: HTMLStructure) {
        var current = 0
        var line: Line?
        // How many elements of a kind are open.
        var links = 0
        var hidden = 0
        var headings = 0
        var listItems = 0
        var isTimed = false
        func isShut(_ tag: HTMLTag) -> Bool { structure.closed.contains(tag.range.start) }
        func endLine(_ lines: inout [Line]) {
            if let line { lines.append(line) }
            line = nil
            isTimed = false
        }
        for (position, event) in page.events.enumerated() {
            switch event {
            case .start(let element):
                current = element
                guard let tag = page.elements[element].tag else { continue }
                switch tag.element {
                case .link:
                    links += 1
                    self.links[element] += 1
                    if headings > 0 { cards[element] += 1 }
                case .hidden, .embed: if isShut(tag) { hidden += 1 }
                case .heading:
                    headings += 1
                    if links > 0 { cards[element] += 1 }
                case .item: listItems += 1
                case .inline:
                    let name = bytes[tag.name.start..<tag.name.end]
                    if isEqual(name, "time") {
                        isTimed = true
                        line?.hasTime = true
                    } else if isEqual(name, "input") {
                        cards[element] += 1
                    }
                case .paragraph, .list, .quote, .preformatted, .table, .row, .cell, .caption, .figure, .container,
                    .strong, .emphasis, .code, .strikethrough, .superscript, .image, .lineBreak, .rule:
                    break
                }
                if !tag.element.isWithinLine { endLine(&lines) }
            case .end(let element, _):
                current = page.elements[element].parent
                guard let tag = page.elements[element].tag else { continue }
                switch tag.element {
                case .link: links -= 1
                case .hidden, .embed: if isShut(tag) { hidden -= 1 }
                case .heading: headings -= 1
                case .item: listItems -= 1
                case .paragraph, .list, .quote, .preformatted, .table, .row, .cell, .caption, .figure, .container,
                    .strong, .emphasis, .code, .strikethrough, .superscript, .image, .lineBreak, .rule, .inline:
                    break
                }
                if !tag.element.isWithinLine { endLine(&lines) }
            case .text(let start, let end):
                guard hidden == 0 else { continue }
                let visible = visibleCount(bytes, start, end)
                guard visible > 0 else { continue }
                text[current] += visible
                if links > 0 { linkText[current] += visible }
                var now =
                    line
                    ?? Line(
                        events: position..<position, element: block(around: current, page), isHeading: headings > 0,
                        isInList: listItems > 0, hasTime: isTimed)
                now.events = now.events.lowerBound..<(position + 1)
                now.text += visible
                if links > 0 { now.linkText += visible }
                line = now
            }
        }
        endLine(&lines)
    }

    private func block(around element: Int, _ page: HTMLParser) -> Int {
        var element = element
        while element > 0, page.elements[element].tag?.element.isWithinLine == true {
            element = page.elements[element].parent
        }
        return element
    }

    private func visibleCount(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var visible = 0
            for index in start..<end { visible += bytes[index] > 0x20 ? 1 : 0 }
            return visible
        }
    }

    /// The positions in `lines` of those that begin within a stretch of events.
    func lines(within events: Range<Int>) -> Range<Int> {
        firstLine(from: events.lowerBound)..<firstLine(from: events.upperBound)
    }

    private func firstLine(from event: Int) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].events.lowerBound < event { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension HTMLElement {
    /// Whether the element does not end the line that it begins in.
    var isWithinLine: Bool {
        switch self {
        case .link, .strong, .emphasis, .code, .strikethrough, .superscript, .image, .inline, .hidden, .embed: true
        case .paragraph, .heading, .list, .item, .quote, .preformatted, .table, .row, .cell, .caption, .figure,
            .container, .lineBreak, .rule:
            false
        }
    }
}

extension HTMLParser {
    /// The text of an element, tags left out, white space as it is; at most a title's length of it.
    func text(of element: Int, _ bytes: [UInt8]) -> [UInt8] {
        text(of: elements[element].firstEvent..<max(elements[element].firstEvent, elements[element].endEvent), bytes)
    }

    /// The texts of a stretch of events, at most a title's length of them.
    func text(of events: Range<Int>, _ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        for event in self.events[events].prefix(200) {
            if case .text(let start, let end) = event { appendDecoded(bytes, SourceRange(start, end), to: &text) }
            if text.count > 500 { break }
        }
        return text
    }
}
