import TextModel

/// How much text each element of a page holds, in bytes without white space; for its whole subtree unless said
/// otherwise.
struct PageMeasures {
    private(set) var text: [Int]
    /// Text within links.
    private(set) var linkText: [Int]
    /// The number of links.
    private(set) var links: [Int]
    /// Text outside of links, in stretches long enough to be prose.
    private(set) var prose: [Int]
    /// The prose that stands directly in the element or its inline children.
    private(set) var ownProse: [Int]

    /// A shorter stretch may be a label or a menu's entry.
    private static let minimumProse = 25

    init(_ page: HTMLParser, _ bytes: [UInt8]) {
        let count = page.elements.count
        text = [Int](repeating: 0, count: count)
        linkText = text
        links = text
        prose = text
        ownProse = text
        var linkDepth = 0
        var hiddenDepth = 0
        var current = 0
        for event in page.events {
            switch event {
            case .start(let element):
                current = element
                switch page.elements[element].tag?.element {
                case .link:
                    linkDepth += 1
                    links[element] += 1
                case .hidden, .embed: hiddenDepth += 1
                case _: break
                }
            case .end(let element, _):
                current = page.elements[element].parent
                switch page.elements[element].tag?.element {
                case .link: linkDepth -= 1
                case .hidden, .embed: hiddenDepth -= 1
                case _: break
                }
            case .text(let start, let end):
                guard hiddenDepth == 0 else { continue }
                var visible = 0
                for index in start..<end where !bytes[index].isASCIIWhiteSpace { visible += 1 }
                text[current] += visible
                if linkDepth > 0 {
                    linkText[current] += visible
                } else if visible >= Self.minimumProse {
                    ownProse[current] += visible
                }
            }
        }
        prose = ownProse
        for index in page.elements.indices.reversed().dropLast() {
            let parent = page.elements[index].parent
            text[parent] += text[index]
            linkText[parent] += linkText[index]
            links[parent] += links[index]
            prose[parent] += prose[index]
        }
    }
}

extension HTMLParser {
    /// The text of an element, tags left out, white space as it is; at most a title's length of it.
    func text(of element: Int, _ bytes: [UInt8]) -> String {
        var text = ""
        for event in events[
            elements[element].firstEvent..<max(elements[element].firstEvent, elements[element].endEvent)
        ].prefix(200) {
            if case .text(let start, let end) = event { text += decodedText(bytes, SourceRange(start, end)) }
            if text.utf8.count > 500 { break }
        }
        return text
    }
}
