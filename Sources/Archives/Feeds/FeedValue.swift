import TextModel

/// A member of an entry: what its attributes say, and how its content is to be read.
struct FeedValue {
    /// `html` for all of RSS, whose text may hold markup.
    let format: DocumentFormat
    /// Whether markup is written as elements (Atom's `xhtml`) and not as text.
    private let isXHTML: Bool
    /// Whether the content is text here, not a file elsewhere or of another type (RFC 4287, 4.1.3).
    let isText: Bool
    /// Whether an address is that of the page.
    let isAlternate: Bool
    /// The address in an attribute.
    let address: String?
    /// Whether the id is an address too: RSS 2.0, unless it says otherwise.
    let isPermanentLink: Bool

    /// - Parameter reader: at the start of the element.
    init(_ element: XMLEventReader.Element, _ dialect: FeedDialect, _ reader: XMLEventReader) {
        switch dialect {
        case .rss:
            format = .html
            isXHTML = false
            isText = true
            isAlternate = true
            address = nil
            isPermanentLink = element.name == "guid" && reader.attribute("isPermaLink") != "false"
        case .atom:
            let type = reader.attribute("type")?.lowercased() ?? "text"
            isXHTML = type == "xhtml" || type == "application/xhtml+xml"
            let isHTML = type == "html" || type.hasPrefix("text/html")
            format = isXHTML || isHTML ? .html : .text
            isText = (isXHTML || isHTML || type == "text" || type.hasPrefix("text/")) && reader.attribute("src") == nil
            isAlternate = ["alternate", nil].contains(reader.attribute("rel"))
            address = reader.attribute("href")
            isPermanentLink = false
        }
    }

    /// The content up to the element's end.
    ///
    /// Elements in it are written as the markup that they are. In RSS they stand where text should, among text that is
    /// markup already.
    /// - Parameter limit: more bytes are read and not held.
    func text(_ reader: XMLEventReader, limit: Int) throws(InputFailure) -> FeedEntry.Text {
        let depth = reader.depth
        var text = FeedEntry.Text(bytes: [], format: format)
        func add(_ part: some Collection<UInt8>) {
            guard !text.isTooLarge, text.bytes.count + part.count <= limit else {
                text.isTooLarge = true
                text.bytes = []
                return
            }
            text.bytes.append(contentsOf: part)
        }
        /// The elements that are open, and whether each is written.
        var open: [String] = []
        while let event = try reader.next(), reader.depth > depth {
            switch event {
            case .start(let element, let isEmpty):
                // The outermost element of XHTML is a frame and no part of the content (RFC 4287, 3.1.1.3).
                let isFrame = isXHTML && open.isEmpty
                if !isFrame { add(XHTMLWriting.startTag(element, reader.attributes(), isEmpty: isEmpty).utf8) }
                if !isEmpty { open.append(isFrame ? "" : element.name) }
            case .end: if let name = open.popLast(), !name.isEmpty { add("</\(name)>".utf8) }
            case .text:
                if isXHTML { add(XHTMLWriting.escaped(reader.text)) } else { add(reader.text) }
            case .entity(let name): add("&\(name);".utf8)
            }
        }
        return text
    }
}
