import TextModel

/// Collects the inline spans of a document while its text grows.
///
/// A span begins with the first text after its markup and is interrupted where its block ends: each block has spans of
/// its own. Places are offsets in the visible text so far.
struct SpanCollector {
    /// In the order of their starts; of two with one start, the outer one first.
    private(set) var spans: [InlineSpan] = []
    private var open: [OpenSpan] = []

    private struct OpenSpan {
        var kind: InlineSpan.Kind
        /// The position of its record in `spans`, which is there from the span's first text on.
        var record: Int?
    }

    /// The text from here on belongs to a span.
    mutating func open(_ kind: InlineSpan.Kind) { open.append(OpenSpan(kind: kind)) }

    /// Closes the innermost open span that is of the same kind, whatever its target. A span without text is dropped,
    /// unless it is an image in a block that has text.
    ///
    /// - Returns: the kind of the span; `nil` where none is open.
    mutating func close(_ kind: InlineSpan.Kind, at textEnd: Int, isInText: Bool) -> InlineSpan.Kind? {
        guard let index = open.lastIndex(where: { $0.kind.isSameKind(as: kind) }) else { return nil }
        if case .image = open[index].kind, open[index].record == nil, isInText { beginAll(at: textEnd) }
        suspend(index, at: textEnd)
        return open.remove(at: index).kind
    }

    mutating func closeAll(at textEnd: Int) {
        suspendAll(at: textEnd)
        open.removeAll()
    }

    /// Text follows: the open spans that have none so far begin.
    mutating func beginAll(at textStart: Int) {
        for index in open.indices where open[index].record == nil {
            open[index].record = spans.count
            spans.append(InlineSpan(open[index].kind, TextRange(textStart, textStart)))
        }
    }

    /// The open spans end with the text so far; those that are not closed begin anew with the next text.
    mutating func suspendAll(at textEnd: Int) { for index in open.indices { suspend(index, at: textEnd) } }

    private mutating func suspend(_ index: Int, at textEnd: Int) {
        guard let record = open[index].record else { return }
        spans[record].range = TextRange(spans[record].range.start, max(spans[record].range.start, textEnd))
        open[index].record = nil
    }

    /// The innermost open span, if it is a link or image, leads to another address.
    mutating func retarget(_ target: String) {
        guard let index = open.indices.last else { return }
        switch open[index].kind {
        case .link: open[index].kind = .link(target: target)
        case .image: open[index].kind = .image(target: target)
        case .emphasis, .strong, .code, .strikethrough, .footnote, .emoji: return
        }
        if let record = open[index].record { spans[record].kind = open[index].kind }
    }

    /// Adds a span at the end of the text.
    mutating func append(_ span: InlineSpan) { spans.append(span) }

    /// The closed image that begins at an offset becomes a block: its span goes.
    mutating func removeImage(at start: Int) {
        let index = spans.lastIndex { span in
            if case .image = span.kind { span.range.start == start } else { false }
        }
        guard let index else { return }
        spans.remove(at: index)
        for place in open.indices {
            if let record = open[place].record, record > index { open[place].record = record - 1 }
        }
    }

    /// Adds a span over text that is already there, in its place among the others.
    mutating func insert(_ span: InlineSpan) {
        var index = spans.count
        while index > 0, spans[index - 1].range.start > span.range.start { index -= 1 }
        spans.insert(span, at: index)
        for place in open.indices {
            if let record = open[place].record, record >= index { open[place].record = record + 1 }
        }
    }
}

extension InlineSpan.Kind {
    fileprivate func isSameKind(as other: Self) -> Bool {
        switch (self, other) {
        case (.link, .link), (.emphasis, .emphasis), (.strong, .strong), (.code, .code),
            (.strikethrough, .strikethrough), (.image, .image), (.footnote, .footnote), (.emoji, .emoji):
            true
        case (.link, _), (.emphasis, _), (.strong, _), (.code, _), (.strikethrough, _), (.image, _), (.footnote, _),
            (.emoji, _):
            false
        }
    }
}
