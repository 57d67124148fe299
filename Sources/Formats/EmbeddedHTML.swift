/// Raw HTML within another format that shows something from elsewhere.
struct EmbeddedHTML {
    /// The first `src` or `data` of its elements, as written.
    let target: String?

    /// `nil` for HTML without a frame, a script, a video or an object.
    init?(in source: MarkupSource, _ range: Range<Int>) {
        let elements: [StaticString] = ["<iframe", "<script", "<video", "<audio", "<object", "<embed"]
        var isEmbed = false
        var target: String?
        var position = range.lowerBound
        while target == nil, let tag = source.first(0x3C, from: position, before: range.upperBound) {
            position = tag + 1
            guard elements.contains(where: { source.starts($0, at: tag, before: range.upperBound) }) else { continue }
            isEmbed = true
            let end = source.first(0x3E, from: tag, before: min(range.upperBound, tag + 4096)) ?? tag
            target = Self.target(in: source, tag..<end)
        }
        guard isEmbed else { return nil }
        self.target = target
    }

    private static func target(in source: MarkupSource, _ tag: Range<Int>) -> String? {
        for position in tag {
            for name in ["src=", "data="] as [StaticString]
            where source.starts(name, at: position, before: tag.upperBound) && position > tag.lowerBound
                && MarkupSource.isSpace(source.utf8[position - 1])
            {
                let value = position + name.utf8CodeUnitCount
                guard value < tag.upperBound else { return nil }
                let quote = source.utf8[value]
                if quote == 0x22 || quote == 0x27 {
                    let end = source.first(quote, from: value + 1, before: tag.upperBound) ?? tag.upperBound
                    return source.string(value + 1, end)
                }
                let end = source.first(0x20, from: value, before: tag.upperBound) ?? tag.upperBound
                return source.string(value, end)
            }
        }
        return nil
    }
}
