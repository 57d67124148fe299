/// Elements of XHTML as the HTML that they stand for.
enum XHTMLWriting {
    /// Without the prefix of a namespace; `<br />` for an element without content.
    static func startTag(
        _ element: XMLEventReader.Element, _ attributes: [(name: String, value: String)], isEmpty: Bool
    ) -> String {
        var tag = "<\(element.name)"
        for attribute in attributes {
            let value = String(decoding: escaped(attribute.value.utf8), as: UTF8.self)
            tag += " \(attribute.name)=\"\(value)\""
        }
        guard isEmpty else { return tag + ">" }
        // HTML does not know the short form of other elements.
        return voidElements.contains(element.name) ? tag + " />" : "\(tag)></\(element.name)>"
    }

    /// The elements of HTML that have no end tag.
    private static let voidElements: Set = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    static func escaped(_ text: some Collection<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            default: bytes.append(byte)
            }
        }
        return bytes
    }
}
