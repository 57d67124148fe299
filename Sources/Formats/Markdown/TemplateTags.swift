import TextModel

/// Finds what blog engines add to Markdown, and says how it is taken out: Hugo's shortcodes (`{{< figure src="…" >}}`),
/// Liquid's tags and variables (`{% include … %}`, `{{ site.url }}`), kramdown's and Pandoc's attributes (`{: .x}`,
/// `{lang=en}`), WordPress's shortcodes (`[gallery ids="1,2"]`), admonitions of MkDocs (`!!! note "Titre"`) and
/// abbreviations of PHP Markdown Extra (`*[WFS]: …`).
///
/// A tag that stands alone on its line becomes a block: an image, or an embed. What a tag says in a `title`, `caption`
/// or `alt` stays text. Tags that enclose prose go and the prose stays. Fenced code is left alone.
struct TemplateTags {
    struct Edit {
        var range: SourceRange
        /// What the bytes become.
        var byte: UInt8
    }

    let source: [UInt8]
    /// By place; later edits override earlier ones.
    private(set) var edits: [Edit] = []
    var insertions: [MarkdownPreparation.Insertion] = []
    /// Where a paragraph begins that is a caption.
    var captions: Set<Int> = []
    var admonitions: Set<Int> = []

    /// Where the last tag within an address ends, which the next one may follow at once.
    private var destinationEnd = -1
    /// The names of the shortcodes that enclose text.
    private var enclosing: Set<String> = []
    private var brace = ForwardSearch("{")
    private var lineFeed = ForwardSearch("\n")
    private var carriageReturn = ForwardSearch("\r")
    private var shortcodeEnd = ForwardSearch(">}}")
    private var percentShortcodeEnd = ForwardSearch("%}}")
    private var liquidEnd = ForwardSearch("%}")
    private var variableEnd = ForwardSearch("}}")

    init(source: [UInt8]) { self.source = source }

    mutating func run(from start: Int) {
        enclosing = namesOfClosings(from: start)
        var lineStart = start
        var fence: (byte: UInt8, count: Int)?
        var admonitionIndent: Int?
        var isAfterBlank = true
        while lineStart < source.count {
            let lineFeed = lineFeed.first(in: source, from: lineStart, before: source.count) ?? source.count
            let lineEnd = carriageReturn.first(in: source, from: lineStart, before: lineFeed) ?? lineFeed
            var next = lineEnd + 1
            let textStart = skipBlanks(lineStart, lineEnd)
            let marks = fenceMarks(textStart, lineEnd)
            if let open = fence {
                if let marks, marks.byte == open.byte, marks.count >= open.count, marks.isBare { fence = nil }
            } else if let marks {
                fence = (marks.byte, marks.count)
            } else if textStart < lineEnd {
                if let indent = admonitionIndent {
                    if textStart - lineStart >= indent {
                        quote(lineStart)
                    } else {
                        admonitionIndent = nil
                    }
                }
                if let indent = readAdmonition(lineStart, textStart, lineEnd) {
                    admonitionIndent = indent
                } else if isAbbreviation(textStart, lineEnd) {
                    replace(textStart, lineEnd, by: 0x20)
                } else if let end = readBracketTag(textStart, lineEnd) {
                    next = max(next, end + 1)
                } else if isAfterBlank, let last = frameEnd(textStart, lineEnd) {
                    replace(textStart, textStart + 1, by: 0x20)
                    replace(last, last + 1, by: 0x20)
                } else {
                    next = max(next, readTags(lineStart, textStart, lineEnd))
                }
            }
            isAfterBlank = textStart == lineEnd
            lineStart = next
        }
    }

    /// The last bar of a line that is framed by two, alone between blank lines: a table of one cell that lost its second
    /// line, as exports of WordPress have for a lead paragraph.
    private func frameEnd(_ start: Int, _ end: Int) -> Int? {
        guard source[start] == UInt8(ascii: "|") else { return nil }
        var last = end - 1
        while last > start, source[last].isASCIIWhiteSpace { last -= 1 }
        guard last > start + 1, source[last] == UInt8(ascii: "|"), source[last - 1] != UInt8(ascii: "\\"),
            !source[(start + 1)..<last].contains(UInt8(ascii: "|"))
        else { return nil }
        var next = end
        if next < source.count, source[next] == 0x0D { next += 1 }
        if next < source.count, source[next] == 0x0A { next += 1 }
        next = skipBlanks(next, source.count)
        return next >= source.count || source[next].isLineEnd ? last : nil
    }

    func skipBlanks(_ start: Int, _ end: Int) -> Int {
        var position = start
        while position < end, source[position] == 0x20 || source[position] == 0x09 { position += 1 }
        return position
    }

    private func fenceMarks(_ start: Int, _ end: Int) -> (byte: UInt8, count: Int, isBare: Bool)? {
        guard start < end, source[start] == UInt8(ascii: "`") || source[start] == UInt8(ascii: "~") else { return nil }
        var position = start
        while position < end, source[position] == source[start] { position += 1 }
        guard position - start >= 3 else { return nil }
        let rest = source[position..<end]
        if source[start] == UInt8(ascii: "`"), rest.contains(UInt8(ascii: "`")) { return nil }
        return (source[start], position - start, rest.allSatisfy(\.isASCIIWhiteSpace))
    }

    mutating func replace(_ start: Int, _ end: Int, by byte: UInt8) {
        if start < end { edits.append(Edit(range: SourceRange(start, end), byte: byte)) }
    }

    // Tags

    /// Reads the tags that begin on a line.
    ///
    /// - Returns: where to go on, which lies beyond the line for a tag over several lines.
    private mutating func readTags(_ lineStart: Int, _ textStart: Int, _ lineEnd: Int) -> Int {
        var position = textStart
        var reached = lineEnd
        while let brace = brace.first(in: source, from: position, before: reached) {
            position = brace
            if let tag = tag(at: position) {
                reached = max(reached, endOfLine(tag.end))
                take(tag, lineStart: lineStart, textStart: textStart, lineEnd: reached)
                position = tag.end
            } else if let attributes = BracedAttributes(source, at: position, lineEnd: reached) {
                takeAttributes(position, attributes.end, textStart: textStart, lineEnd: reached)
                position = attributes.end
            } else {
                position += 1
            }
        }
        return reached + 1
    }

    func endOfLine(_ position: Int) -> Int {
        var end = position
        while end < source.count, !source[end].isLineEnd { end += 1 }
        return end
    }

    private struct Tag {
        enum Engine { case shortcode, liquid, variable }
        var engine: Engine
        var start: Int
        var end: Int
        /// The bytes between the marks.
        var inner: Range<Int>
    }

    private mutating func tag(at start: Int) -> Tag? {
        let limit = min(source.count, start + 4096)
        guard start + 3 < source.count else { return nil }
        let second = source[start + 1]
        let third = source[start + 2]
        if second == UInt8(ascii: "{"), third == UInt8(ascii: "<") {
            guard let close = shortcodeEnd.first(in: source, from: start + 3, before: limit) else { return nil }
            return Tag(engine: .shortcode, start: start, end: close + 3, inner: (start + 3)..<close)
        }
        if second == UInt8(ascii: "{"), third == UInt8(ascii: "%") {
            guard let close = percentShortcodeEnd.first(in: source, from: start + 3, before: limit) else { return nil }
            return Tag(engine: .shortcode, start: start, end: close + 3, inner: (start + 3)..<close)
        }
        if second == UInt8(ascii: "%") {
            guard let close = liquidEnd.first(in: source, from: start + 2, before: limit) else { return nil }
            return Tag(engine: .liquid, start: start, end: close + 2, inner: (start + 2)..<close)
        }
        if second == UInt8(ascii: "{") {
            guard let close = variableEnd.first(in: source, from: start + 2, before: limit),
                !source[start..<close].contains(where: \.isLineEnd)
            else { return nil }
            return Tag(engine: .variable, start: start, end: close + 2, inner: (start + 2)..<close)
        }
        return nil
    }

    private mutating func take(_ tag: Tag, lineStart: Int, textStart: Int, lineEnd: Int) {
        let isAlone =
            tag.start == textStart && source[tag.end..<lineEnd].allSatisfy(\.isASCIIWhiteSpace)
        if isInDestination(tag.start) {
            replace(tag.start, tag.end, by: MarkdownPreparation.addressLetter)
            destinationEnd = tag.end
            return
        }
        let call = TemplateCall(source, tag.inner)
        if isAlone, call.isCode {
            // The tags become the marks of fenced code.
            replace(tag.start, tag.start + 3, by: UInt8(ascii: "`"))
            replace(tag.start + 3, tag.end, by: 0x20)
            return
        }
        // A blank line would end a block of HTML.
        let isBlank = isAlone && !isAfterTag(lineStart)
        replace(tag.start, tag.end, by: isBlank ? 0x20 : MarkdownPreparation.dropped)
        guard isAlone, tag.engine != .variable, !call.isClosing else { return }
        let isShortcode = tag.engine == .shortcode
        let kind = enclosing.contains(call.name) ? nil : call.block(isShortcode: isShortcode)
        var pieces: [(kind: Block.Kind, text: SourceRange)] = call.captions.map {
            (kind == nil ? .paragraph : .caption, $0)
        }
        if let kind {
            let text = kind.isImage ? call.alternative : nil
            pieces.append((kind, text ?? SourceRange(tag.start, tag.start)))
        }
        pieces.sort { $0.text < $1.text }
        // The pieces share the tag between them.
        var start = tag.start
        for (index, piece) in pieces.enumerated() {
            let end =
                index + 1 == pieces.count ? tag.end : piece.text.isEmpty ? pieces[index + 1].text.start : piece.text.end
            insertions.append(.init(kind: piece.kind, range: SourceRange(start, end), text: piece.text))
            start = end
        }
    }

    /// The names of the shortcodes that are closed somewhere: `{{< /notice >}}`. They enclose what is shown.
    private func namesOfClosings(from start: Int) -> Set<String> {
        var names: Set<String> = []
        var search = ForwardSearch("{{")
        var position = start
        while let opening = search.first(in: source, from: position, before: source.count) {
            position = opening + 2
            guard position + 1 < source.count else { break }
            let call = TemplateCall(source, (position + 1)..<min(source.count, position + 60))
            if call.isClosing { names.insert(call.name) }
        }
        return names
    }

    /// Whether the line before begins with a tag.
    private func isAfterTag(_ lineStart: Int) -> Bool {
        var position = lineStart
        while position > 0, source[position - 1].isLineEnd { position -= 1 }
        guard position > 0, lineStart - position <= 2 else { return false }
        var first: UInt8 = 0
        while position > 0, !source[position - 1].isLineEnd {
            position -= 1
            if !source[position].isASCIIWhiteSpace { first = source[position] }
        }
        return first == UInt8(ascii: "<")
    }

    /// Whether a position stands in the address of a link or image: after `](`, before white space or `)`.
    private func isInDestination(_ position: Int) -> Bool {
        if position == destinationEnd { return true }
        var index = position
        while index > 0, position - index < 200 {
            let byte = source[index - 1]
            if byte == UInt8(ascii: "(") { return index > 1 && source[index - 2] == UInt8(ascii: "]") }
            if byte.isASCIIWhiteSpace || byte == UInt8(ascii: ")") { return false }
            index -= 1
        }
        return false
    }

    // Attributes

    private mutating func takeAttributes(_ start: Int, _ end: Int, textStart: Int, lineEnd: Int) {
        let isAlone = start == textStart && source[end..<lineEnd].allSatisfy(\.isASCIIWhiteSpace)
        replace(start, end, by: isAlone ? 0x20 : MarkdownPreparation.dropped)
        // A bracketed span, `[Keynote]{.label}`: the brackets are markup only for the attribute.
        guard !isAlone, start > textStart, source[start - 1] == UInt8(ascii: "]"),
            let opening = source[textStart..<(start - 1)].lastIndex(of: UInt8(ascii: "["))
        else { return }
        if opening > textStart, source[opening - 1] == UInt8(ascii: "]") || source[opening - 1] == UInt8(ascii: "!") {
            return
        }
        replace(opening, opening + 1, by: MarkdownPreparation.dropped)
        replace(start - 1, start, by: MarkdownPreparation.dropped)
    }
}

extension Block.Kind {
    fileprivate var isImage: Bool {
        if case .image = self { true } else { false }
    }
}
