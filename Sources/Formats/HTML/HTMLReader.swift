import TextModel

/// Reads the main content of a page.
///
/// The page's elements come from libxml2. ``MainContent`` chooses the element that holds the article and leaves out
/// menus, bylines, related posts and comments; ``HTMLFlow`` makes blocks of the rest; ``HTMLMetadata`` reads the head.
enum HTMLReader {
    static func read(_ source: SourceText) -> Document {
        let frontMatter = FrontMatter(source.utf8)
        let bounded = HTMLBounds(source.utf8, from: frontMatter.bodyStart)
        let page = HTMLParser.parse(bounded.bytes)
        let structure = structure(of: page)
        let content = MainContent(of: page, structure, in: bounded.bytes)
        var builder = DocumentBuilder(source: source.utf8)
        builder.diagnostics = frontMatter.diagnostics + bounded.diagnostics
        if let truncated = truncatedTag(source.utf8) {
            builder.diagnostics.append(
                Diagnostic(.markupTruncated, "The page ends within a tag; it may have been cut.", at: truncated))
        }
        let metadata = HTMLMetadata.read(page, content, in: source.utf8, &builder.diagnostics)
        show(page, content, structure, bounded, &builder)
        return builder.finish(.html, metadata: frontMatter.metadata.completed(by: metadata))
    }

    /// A tag at the end of a page that does not end.
    private static func truncatedTag(_ bytes: [UInt8]) -> SourceRange? {
        guard let start = bytes.lastIndex(of: UInt8(ascii: "<")), start + 1 < bytes.count,
            bytes[start + 1].isASCIILetter || bytes[start + 1] == UInt8(ascii: "/"),
            !bytes[start...].contains(UInt8(ascii: ">"))
        else { return nil }
        return SourceRange(start, bytes.count)
    }

    private static func show(
        _ page: HTMLParser, _ content: MainContent, _ structure: HTMLStructure, _ bounded: HTMLBounds,
        _ builder: inout DocumentBuilder
    ) {
        let root = page.elements[content.root]
        var flow = HTMLFlow()
        var index = root.firstEvent
        while index < root.endEvent {
            switch page.events[index] {
            case .start(let element):
                if content.isLeftOut(element: element), element != content.root {
                    builder.end(at: page.elements[element].start)
                    index = page.elements[element].endEvent
                    continue
                }
                if let tag = page.elements[element].tag {
                    flow.start(tag, structure, &builder)
                }
            case .end(let element, let tagStart):
                if let tag = page.elements[element].tag {
                    flow.end(tag.element, from: tagStart, to: page.elements[element].end, &builder)
                }
            case .text(let start, let end):
                if content.isLeftOut(event: index) { break }
                bounded.forEachVisible(start, end) { flow.text($0, $1, &builder) }
            }
            index += 1
        }
        flow.reset(&builder, at: root.end)
    }

    private static func structure(of page: HTMLParser) -> HTMLStructure {
        var structure = HTMLStructure()
        for event in page.events {
            switch event {
            case .start(let element): if let tag = page.elements[element].tag { structure.start(tag) }
            case .end(let element, let tagStart):
                guard let tag = page.elements[element].tag else { continue }
                // Of what libxml2 ends itself, only a table counts.
                if tag.element == .table || tagStart < page.elements[element].end { structure.end(tag.element) }
            case .text: break
            }
        }
        structure.finish()
        return structure
    }
}
