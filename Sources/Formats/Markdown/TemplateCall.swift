import TextModel

/// What stands between the marks of a shortcode or tag: a name, then values with or without a key.
struct TemplateCall {
    private let source: [UInt8]
    let name: String
    /// `{{< /notice >}}`, `{% endhighlight %}`.
    let isClosing: Bool
    private var values: [(key: String?, range: SourceRange)] = []

    init(_ source: [UInt8], _ inner: Range<Int>) {
        self.source = source
        var position = inner.lowerBound
        let end = inner.upperBound
        func skipBlanks() {
            while position < end, source[position].isASCIIWhiteSpace { position += 1 }
        }
        skipBlanks()
        let isSlashed = position < end && source[position] == UInt8(ascii: "/")
        if isSlashed { position += 1 }
        // `{%-` trims white space.
        if position < end, source[position] == UInt8(ascii: "-") { position += 1 }
        skipBlanks()
        let nameStart = position
        while position < end, source[position].isNameByte || source[position] == UInt8(ascii: "/") { position += 1 }
        name = String(decoding: source[nameStart..<position], as: UTF8.self).lowercased()
        isClosing = isSlashed || name.hasPrefix("end")
        while true {
            skipBlanks()
            guard position < end else { break }
            let start = position
            var key: String?
            var valueStart = start
            while position < end, source[position].isNameByte { position += 1 }
            if position > start, position < end, source[position] == UInt8(ascii: "=") {
                key = String(decoding: source[start..<position], as: UTF8.self).lowercased()
                position += 1
                valueStart = position
            } else {
                position = start
            }
            var valueEnd: Int
            if position < end, Self.quotes.contains(source[position]) {
                let quote = source[position]
                valueStart = position + 1
                valueEnd = valueStart
                while valueEnd < end, source[valueEnd] != quote || source[valueEnd - 1] == UInt8(ascii: "\\") {
                    valueEnd += 1
                }
                position = min(end, valueEnd + 1)
            } else {
                while position < end, !source[position].isASCIIWhiteSpace { position += 1 }
                valueEnd = position
            }
            if valueStart < valueEnd { values.append((key, SourceRange(valueStart, valueEnd))) }
        }
    }

    private static let quotes = Array("\"'`".utf8)
    private static let codeNames: Set = [
        "highlight", "endhighlight", "codeblock", "endcodeblock", "prism", "endprism",
    ]
    private static let imageNames: Set = ["figure", "img", "image", "picture", "asset_img", "responsive_image"]
    private static let imageEndings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"]
    /// What Liquid's own tags do is no part of the page: `if`, `for`, `assign`, `include`, `raw`. Those of plug-ins are.
    private static let liquidEmbeds: Set = [
        "youtube", "vimeo", "twitter", "tweet", "gist", "speakerdeck", "slideshare", "embed", "video", "audio",
        "instagram", "oembed", "iframe", "dailymotion", "jsfiddle", "codepen", "pdf",
    ]
    private static let captionKeys: Set = ["title", "caption", "legend", "summary"]

    var isCode: Bool { Self.codeNames.contains(name) }

    private func text(_ range: SourceRange) -> String {
        String(decoding: source[range.start..<range.end], as: UTF8.self)
    }

    /// The texts that the page shows beside or under what is called.
    var captions: [SourceRange] {
        values.filter { $0.key.map(Self.captionKeys.contains) ?? false }.map(\.range)
    }

    /// The alternative text of an image.
    var alternative: SourceRange? { values.first { $0.key == "alt" }?.range }

    var hasKeys: Bool { values.contains { $0.key != nil } }

    /// What is called from elsewhere: the value of a key such as `src`, or one without a key.
    var address: String? {
        let target =
            values.first { ["src", "image", "url", "id", "link"].contains($0.key ?? "") }
            ?? values.first { $0.key == nil }
        return target.map { text($0.range) }
    }

    /// The block that a call without an end stands for; `nil` if it shows nothing.
    func block(isShortcode: Bool) -> Block.Kind? {
        let address = address
        let isImage =
            Self.imageNames.contains(name)
            || address.map { address in Self.imageEndings.contains { address.lowercased().hasSuffix($0) } } ?? false
        if isImage, let address { return .image(target: address) }
        if isShortcode { return address.map { .embed(target: $0) } }
        return Self.liquidEmbeds.contains(name) ? .embed(target: address) : nil
    }
}
