import TextModel
import Yams

/// What the JSON-LD of a page says of its article (schema.org's `Article`, `BlogPosting`, `NewsArticle`…).
///
/// JSON is read by the YAML parser, of which it is a subset but for details that a page's head does not hold; what
/// cannot be read says nothing.
struct LinkedData {
    private(set) var headline: Metadata.Value?
    private(set) var authors: [Metadata.Value] = []
    private(set) var published: Metadata.Value?
    private(set) var modified: Metadata.Value?
    private(set) var keywords: [Metadata.Value] = []

    /// Longer data is no description of an article.
    private static let maximumCount = 65_536
    private static let maximumDepth = 40

    mutating func read(_ source: [UInt8], _ range: SourceRange) {
        guard range.count <= Self.maximumCount else { return }
        var depth = 0
        for byte in source[range.start..<range.end] {
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
            if depth > Self.maximumDepth { return }
        }
        let text = String(decoding: source[range.start..<range.end].map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
        guard let root = try? Yams.compose(yaml: text) else { return }
        read(root, Place(source: source, range: range), depth: 0)
    }

    /// Where the values are looked for: the parser's marks count characters, the value itself is found at once.
    private struct Place {
        let source: [UInt8]
        let range: SourceRange

        func value(_ text: String) -> Metadata.Value {
            let bytes = Array("\"\(text)\"".utf8)
            var position = range.start
            while position + bytes.count <= range.end {
                if source[position] == bytes[0], source[position..<(position + bytes.count)].elementsEqual(bytes) {
                    return Metadata.Value(text, at: SourceRange(position + 1, position + bytes.count - 1))
                }
                position += 1
            }
            return Metadata.Value(text, at: range)
        }
    }

    private mutating func read(_ node: Node, _ place: Place, depth: Int) {
        guard depth < Self.maximumDepth else { return }
        if let sequence = node.sequence {
            for element in sequence { read(element, place, depth: depth + 1) }
        }
        guard let mapping = node.mapping else { return }
        if let graph = mapping["@graph"] { read(graph, place, depth: depth + 1) }
        let types = mapping["@type"].map { type in type.sequence.map { $0.compactMap(\.string) } ?? [type.string ?? ""]
        }
        guard (types ?? []).contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") }) else { return }
        func value(_ key: String) -> Metadata.Value? {
            mapping[key]?.string.flatMap { $0.isEmpty ? nil : place.value($0) }
        }
        headline = headline ?? value("headline") ?? value("name")
        published = published ?? value("datePublished")
        modified = modified ?? value("dateModified")
        if authors.isEmpty, let author = mapping["author"] { authors = names(author).map(place.value) }
        if keywords.isEmpty, let tags = mapping["keywords"] {
            let texts =
                tags.sequence.map { $0.compactMap(\.string) }
                ?? (tags.string ?? "").split(separator: ",").map(String.init)
            keywords = texts.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }.map(
                place.value)
        }
    }

    private func names(_ node: Node) -> [String] {
        if let sequence = node.sequence { return sequence.flatMap(names) }
        if let mapping = node.mapping { return mapping["name"]?.string.map { [$0] } ?? [] }
        return node.string.map { [$0] } ?? []
    }
}
