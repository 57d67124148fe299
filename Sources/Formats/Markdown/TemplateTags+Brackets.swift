import TextModel

/// Shortcodes of WordPress that begin a line: `[caption width="300"]<img src="a.jpg"> Légende[/caption]`,
/// `[gallery ids="1,2"]`, `[slideshare id=12]`, `[embed]https://…[/embed]`.
///
/// What is in brackets is a link or text as well, so a tag must have one of a few names, and a key, an address or an end
/// of its own.
extension TemplateTags {
    private static let captionNames: Set = ["caption", "wp_caption"]
    private static let embedNames: Set = [
        "audio", "dailymotion", "embed", "gallery", "gist", "googlemaps", "iframe", "playlist", "slideshare",
        "slideshow", "soundcloud", "speakerdeck", "tweet", "video", "vimeo", "youtube",
    ]
    /// What stands further away belongs to something else.
    private static let maximumLength = 4096

    /// Whether a line may begin with such a tag, for a closer look.
    static func mayBeBracketTag(_ source: [UInt8], _ start: Int, _ end: Int) -> Bool {
        guard start + 2 < end, source[start] == UInt8(ascii: "["), source[start + 1].isASCIILetter else { return false }
        var nameEnd = start + 1
        while nameEnd < end, nameEnd - start <= 12, source[nameEnd].isNameByte { nameEnd += 1 }
        guard nameEnd < end, [0x20, UInt8(ascii: "="), UInt8(ascii: "]")].contains(source[nameEnd]) else {
            return false
        }
        let name = String(decoding: source[(start + 1)..<nameEnd], as: UTF8.self).lowercased()
        return captionNames.contains(name) || embedNames.contains(name)
    }

    /// - Returns: where to go on, behind the tag and what it encloses; `nil` where no such tag begins.
    mutating func readBracketTag(_ start: Int, _ lineEnd: Int) -> Int? {
        guard Self.mayBeBracketTag(source, start, lineEnd), let close = closingBracket(start, lineEnd) else {
            return nil
        }
        let call = TemplateCall(source, (start + 1)..<close)
        let inner = enclosed(by: call.name, from: close + 1)
        if Self.captionNames.contains(call.name) {
            guard call.hasKeys, let inner else { return nil }
            return takeCaption(call, start, inner, tagEnd: close + 1)
        }
        let end = inner?.end ?? close + 1
        guard source[end..<max(end, lineEnd)].allSatisfy(\.isASCIIWhiteSpace) else { return nil }
        var target = call.address
        if let inner {
            target = String(decoding: source[inner.text], as: UTF8.self)
        } else {
            guard call.hasKeys || target?.contains("://") == true || call.name == "gallery" else { return nil }
        }
        if target?.first == "=" { target?.removeFirst() }
        replace(start, end, by: 0x20)
        if let target, call.name != "gallery" {
            insertions.append(
                .init(kind: .embed(target: target), range: SourceRange(start, end), text: SourceRange(start, start)))
        }
        return endOfLine(end)
    }

    /// Where the tag that begins at `start` ends; a bracket between quotation marks is part of a value.
    private func closingBracket(_ start: Int, _ end: Int) -> Int? {
        var isQuoted = false
        for position in start..<end {
            switch source[position] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "]") where !isQuoted: return position
            default: continue
            }
        }
        return nil
    }

    /// What stands before `[/name]` in the same paragraph, and where that ends.
    private func enclosed(by name: String, from start: Int) -> (text: Range<Int>, end: Int)? {
        let mark = Array("[/\(name)]".utf8)
        let limit = min(source.count, start + Self.maximumLength)
        var position = start
        var isBlank = false
        while position + mark.count <= limit {
            if source[position] == 0x0A {
                if isBlank { return nil }
                isBlank = true
            } else if !source[position].isASCIIWhiteSpace {
                isBlank = false
                if source[position] == mark[0], source[position..<(position + mark.count)].elementsEqual(mark) {
                    return (start..<position, position + mark.count)
                }
            }
            position += 1
        }
        return nil
    }

    // Captions

    /// The image becomes a block, and so does the caption: a value of the tag, or what stands behind the image.
    private mutating func takeCaption(
        _ call: TemplateCall, _ start: Int, _ inner: (text: Range<Int>, end: Int), tagEnd: Int
    ) -> Int? {
        let lineEnd = endOfLine(inner.end)
        guard source[inner.end..<lineEnd].allSatisfy(\.isASCIIWhiteSpace) else { return nil }
        guard let image = CaptionedImage(source, in: inner.text) else {
            // What it encloses is read as it stands.
            replace(start, tagEnd, by: MarkdownPreparation.dropped)
            replace(inner.text.upperBound, inner.end, by: MarkdownPreparation.dropped)
            return lineEnd
        }
        var textStart = image.end
        while textStart < inner.text.upperBound, source[textStart].isASCIIWhiteSpace { textStart += 1 }
        let hasText = textStart < inner.text.upperBound
        if let caption = call.captions.first {
            let kind = Block.Kind.caption
            insertions.append(.init(kind: kind, range: SourceRange(start, tagEnd), text: caption))
            insertions.append(
                .init(kind: .image(target: image.target), range: SourceRange(tagEnd, image.end), text: image.text))
        } else {
            insertions.append(
                .init(kind: .image(target: image.target), range: SourceRange(start, image.end), text: image.text))
        }
        guard hasText else {
            replace(start, inner.end, by: 0x20)
            return lineEnd
        }
        // One blank, so that the paragraph begins behind the image; more would make code of it.
        replace(start, start + 1, by: 0x20)
        replace(start + 1, textStart, by: MarkdownPreparation.dropped)
        replace(inner.text.upperBound, inner.end, by: MarkdownPreparation.dropped)
        captions.insert(start + 1)
        return lineEnd
    }
}

/// The first image of what a caption's tag encloses, in HTML or Markdown, with the link around it.
private struct CaptionedImage {
    let target: String
    /// Its alternative text, empty if it has none.
    let text: SourceRange
    /// Just past the image and the end of the link around it.
    let end: Int

    init?(_ source: [UInt8], in range: Range<Int>) {
        var position = range.lowerBound
        while position + 2 < range.upperBound {
            if source[position] == UInt8(ascii: "<"), source.hasWord("img", at: position + 1) {
                guard let tag = HTMLTag(source, at: position, limit: range.upperBound),
                    let address = tag.value(of: "src", in: source)
                else { return nil }
                target = String(decoding: source[address.start..<address.end], as: UTF8.self)
                text = tag.value(of: "alt", in: source) ?? SourceRange(position, position)
                var end = tag.range.end
                while end < range.upperBound, source[end].isASCIIWhiteSpace { end += 1 }
                self.end = source[end..<range.upperBound].starts(with: "</a>".utf8) ? end + 4 : tag.range.end
                return
            }
            if source[position] == UInt8(ascii: "!"), source[position + 1] == UInt8(ascii: "[") {
                guard let middle = source[position..<range.upperBound].firstIndex(of: UInt8(ascii: "]")),
                    middle + 1 < range.upperBound, source[middle + 1] == UInt8(ascii: "("),
                    let close = source[middle..<range.upperBound].firstIndex(of: UInt8(ascii: ")"))
                else { return nil }
                let address = source[(middle + 2)..<close].prefix { !$0.isASCIIWhiteSpace }
                target = String(decoding: address, as: UTF8.self)
                text = SourceRange(position + 2, middle)
                let isLinked = position > range.lowerBound && source[position - 1] == UInt8(ascii: "[")
                let linkEnd = isLinked ? source[(close + 1)..<range.upperBound].firstIndex(of: UInt8(ascii: ")")) : nil
                end = (linkEnd ?? close) + 1
                return
            }
            position += 1
        }
        return nil
    }
}
