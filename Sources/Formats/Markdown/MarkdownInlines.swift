import CCmarkGFM
import TextModel

/// Walks the inline nodes of one block along its content, in order, and tells the visible text with its place.
///
/// cmark says what the markup means; where each piece stands follows from what must come next: the delimiter of the
/// emphasis that opens, the tail of the link that closes. Text that cmark decoded (escapes, character references) is
/// compared with the content byte by byte. Where the two cannot be brought together the rest of the block is plain text
/// with a diagnostic; a test over all texts there are holds that this does not happen.
struct MarkdownInlines {
    var builder: DocumentBuilder
    var flow = HTMLFlow()
    let prepared: MarkdownPreparation

    var content = MarkdownContent.empty
    /// The content up to here has been told.
    var cursor = 0
    /// Text before this is markup that cmark takes for text: the marks of `##Title`.
    private var hiddenUntil = 0
    private var isUnspacedHeading = false
    private var strikethroughs = Strikethroughs()
    private var hasFailed = false
    /// Images are blocks, not spans.
    var areImagesBlocks = false
    /// What the tags of the block mean, made for the first of them.
    var structure: HTMLStructure?

    init(_ prepared: MarkdownPreparation, builder: DocumentBuilder) {
        self.prepared = prepared
        self.builder = builder
    }

    private mutating func begin(_ content: MarkdownContent) {
        self.content = content
        cursor = 0
        hiddenUntil = 0
        isUnspacedHeading = false
        strikethroughs = prepared.hasTilde ? Strikethroughs(content.bytes) : Strikethroughs()
        hasFailed = false
        areImagesBlocks = false
        structure = nil
    }

    /// The children of a paragraph, heading or cell.
    mutating func read(_ block: MarkdownNode, _ content: MarkdownContent) {
        begin(content)
        if block.type == CMARK_NODE_PARAGRAPH { readUnspacedHeading() }
        forEachEvent(below: block) { walk, node, isEntering in
            walk.read(node, isEntering: isEntering, in: block)
        }
    }

    /// The images of a paragraph that has nothing else, each as a block.
    ///
    /// - Parameters:
    ///   - start: where the paragraph begins in the source; its first image does, too.
    ///   - end: where the paragraph and its last image end.
    mutating func readImages(_ block: MarkdownNode, _ content: MarkdownContent, start: Int, end: Int) {
        begin(content)
        areImagesBlocks = true
        var blockStart = start
        forEachEvent(below: block) { walk, node, isEntering in
            let parent = node.pointee.parent
            let isOutermost = parent == block || parent?.type == CMARK_NODE_LINK && parent?.pointee.parent == block
            if node.type == CMARK_NODE_IMAGE, isEntering, isOutermost {
                let target = walk.text(of: node.pointee.as.link.url)
                walk.builder.begin(.image(target: target), at: blockStart)
            }
            walk.read(node, isEntering: isEntering, in: block)
            let isLast = node.pointee.next == nil
            if node.pointee.parent == block, node.type == CMARK_NODE_IMAGE || node.type == CMARK_NODE_LINK, !isEntering
            {
                let imageEnd = isLast ? end : walk.content.source(of: walk.cursor)
                walk.builder.end(at: imageEnd)
                blockStart = imageEnd
            }
        }
        builder.end(at: end)
    }

    /// Visits the nodes below a block in order, those with children once before and once after these.
    private mutating func forEachEvent(
        below block: MarkdownNode, _ visit: (inout Self, MarkdownNode, _ isEntering: Bool) -> Void
    ) {
        var next = block.pointee.first_child
        while let node = next {
            if hasFailed { return }
            visit(&self, node, true)
            if let child = node.pointee.first_child {
                next = child
                continue
            }
            // A leaf is visited once, a container without children twice.
            if isContainer(node) { visit(&self, node, false) }
            var current = node
            next = current.pointee.next
            while next == nil, let parent = current.pointee.parent, parent != block {
                visit(&self, parent, false)
                current = parent
                next = parent.pointee.next
            }
        }
    }

    private func isContainer(_ node: MarkdownNode) -> Bool {
        switch node.type {
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE: true
        case _: false
        }
    }

    private func text(of chunk: cmark_chunk) -> String {
        String(decoding: UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len)), as: UTF8.self)
    }

    // Nodes

    private mutating func read(_ node: MarkdownNode, isEntering: Bool, in block: MarkdownNode) {
        switch node.type {
        case CMARK_NODE_TEXT: readText(node.pointee.as.literal)
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: readBreak(node, in: block)
        case CMARK_NODE_CODE: readCode()
        case CMARK_NODE_HTML_INLINE: readTag(node.pointee.as.literal)
        case CMARK_NODE_EMPH: readDelimiter(1, .emphasis, isEntering)
        case CMARK_NODE_STRONG: readDelimiter(2, .strong, isEntering)
        case CMARK_NODE_LINK: readLink(.link(target: text(of: node.pointee.as.link.url)), isEntering)
        case CMARK_NODE_IMAGE: readLink(.image(target: text(of: node.pointee.as.link.url)), isEntering, isImage: true)
        case CMARK_NODE_FOOTNOTE_REFERENCE: readFootnote()
        case _: break
        }
    }

    private mutating func readText(_ literal: cmark_chunk) {
        guard let base = content.bytes.baseAddress, let data = literal.data else { return }
        let offset = base.distance(to: data)
        // The text is a slice of the content, whose place is known; but of a run of delimiters in which some closed an
        // emphasis, what is left has the place of the first.
        if literal.alloc == 0, offset >= cursor, offset + Int(literal.len) <= content.count {
            emit(offset, offset + Int(literal.len))
            cursor = offset + Int(literal.len)
        } else {
            align(UnsafeBufferPointer(start: data, count: Int(literal.len)))
        }
    }

    /// Tells text that cmark has put together, comparing it with the content.
    private mutating func align(_ text: UnsafeBufferPointer<UInt8>) {
        let bytes = content.bytes
        var index = 0
        var verbatimStart = cursor
        while index < text.count {
            guard cursor < content.count else { return fail() }
            let byte = bytes[cursor]
            if byte == UInt8(ascii: "\\"), cursor + 1 < content.count, bytes[cursor + 1].isASCIIPunctuation,
                text[index] == bytes[cursor + 1]
            {
                emit(verbatimStart, cursor)
                emit(cursor + 1, cursor + 2)
                cursor += 2
                index += 1
                verbatimStart = cursor
                continue
            }
            if byte == UInt8(ascii: "&"),
                let reference = CharacterReference(UnsafeBufferPointer(rebasing: bytes[cursor...])),
                index + reference.bytes.count <= text.count,
                text[index..<(index + reference.bytes.count)].elementsEqual(reference.bytes)
            {
                emit(verbatimStart, cursor)
                let start = content.source(of: cursor)
                builder.text(start, start + reference.count, standingFor: reference.bytes)
                cursor += reference.count
                index += reference.bytes.count
                verbatimStart = cursor
                continue
            }
            guard byte == text[index] else { return fail() }
            cursor += 1
            index += 1
        }
        emit(verbatimStart, cursor)
    }

    /// Visible text of the content, without what the preparation took out.
    private mutating func emit(_ start: Int, _ end: Int) {
        var position = max(start, min(end, hiddenUntil))
        while let mark = strikethroughs.next(from: position, before: end) {
            emitStretches(position, mark.offset)
            if mark.isOpening { builder.openSpan(.strikethrough) } else { builder.closeSpan(.strikethrough) }
            position = mark.offset + 2
        }
        emitStretches(position, end)
    }

    private mutating func emitStretches(_ start: Int, _ end: Int) {
        guard start < end, !flow.isHidden else { return }
        content.forEachStretch(start, end) { start, end in
            guard prepared.hasDropped else { return builder.flowingText(start, end) }
            var position = start
            while let dropped = prepared.bytes[position..<end].firstIndex(of: MarkdownPreparation.dropped) {
                builder.flowingText(position, dropped)
                position = dropped + 1
            }
            builder.flowingText(position, end)
        }
    }

    private mutating func readBreak(_ node: MarkdownNode, in block: MarkdownNode) {
        let bytes = content.bytes
        let isHard = node.type == CMARK_NODE_LINEBREAK
        skipSpaces()
        if isHard, cursor < content.count, bytes[cursor] == UInt8(ascii: "\\") { cursor += 1 }
        let place = content.source(of: cursor)
        guard cursor < content.count, bytes[cursor].isLineEnd else { return fail() }
        if bytes[cursor] == 0x0D, cursor + 1 < content.count, bytes[cursor + 1] == 0x0A { cursor += 1 }
        cursor += 1
        skipSpaces()
        guard node.pointee.parent == block, block.type == CMARK_NODE_PARAGRAPH else {
            if isHard { builder.lineBreak() } else { builder.space(at: place) }
            return
        }
        if isUnspacedHeading || isBoldLine(node, in: block) {
            // A title over its text, without the blank line between.
            isUnspacedHeading = false
            builder.end(at: place)
            builder.beginParagraph(at: content.source(of: min(cursor, content.count - 1)))
        } else if isHard {
            builder.lineBreak()
        } else {
            builder.space(at: place)
        }
        readUnspacedHeading()
    }

    /// Whether the first line of a paragraph is one strong text and nothing else.
    private func isBoldLine(_ node: MarkdownNode, in block: MarkdownNode) -> Bool {
        guard let first = block.pointee.first_child, first.type == CMARK_NODE_STRONG else { return false }
        return first.pointee.next == node
    }

    private mutating func skipSpaces() {
        while cursor < content.count, content.bytes[cursor] == 0x20 || content.bytes[cursor] == 0x09 { cursor += 1 }
    }

    // `##Title`

    /// A line that begins with two to six `#` and a letter is a heading that lacks its blank. One `#` is a hashtag, unless
    /// the document writes its top headings so.
    private mutating func readUnspacedHeading() {
        let bytes = content.bytes
        var position = cursor
        while position < content.count, bytes[position] == UInt8(ascii: "#") { position += 1 }
        let level = position - cursor
        guard (1...6).contains(level), position < content.count, !bytes[position].isASCIIWhiteSpace else { return }
        if level == 1 {
            guard prepared.hasUnspacedTitles else { return }
            let line = bytes[cursor..<content.count].prefix { !$0.isLineEnd }
            guard UnspacedTitles.isTitle(Array(line)[...]) else { return }
        }
        let start = content.source(of: cursor)
        builder.begin(.heading(level: level, mark: .unspacedHashes), at: start)
        // A no-break space, easily typed on a French keyboard, is no blank for CommonMark.
        for space in [[0xC2, 0xA0], [0xE2, 0x80, 0xAF]] as [[UInt8]] where bytes[position...].starts(with: space) {
            position += space.count
        }
        hiddenUntil = position
        isUnspacedHeading = true
    }

    mutating func fail() {
        guard !hasFailed else { return }
        hasFailed = true
        guard content.count > 0 else { return }
        let start = content.source(of: min(cursor, content.count - 1))
        let end = content.sourceEnd
        builder.diagnostics.append(
            Diagnostic(
                .markupUnclear, "The inline markup from here on could not be followed; it is read as plain text.",
                at: SourceRange(start, max(start, end))))
        builder.closeAllSpans()
        content.forEachStretch(cursor, content.count) { builder.flowingText($0, $1) }
        cursor = content.count
    }
}
