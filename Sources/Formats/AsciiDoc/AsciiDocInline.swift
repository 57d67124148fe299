import TextModel

/// Reads the inline markup of a stretch of AsciiDoc and tells its visible text.
///
/// Asciidoctor substitutes one construct after the other over the whole text; here one scan from left to right opens a
/// construct only where its end is known. What opens nothing is text. The cost is linear: every kind of end is looked
/// for at most once in vain, and a kind does not nest in itself.
struct AsciiDocInline {
    let source: MarkupSource
    /// What the document declares; used for addresses only, since visible text must stand in the source.
    var attributes: [String: String] = [:]

    /// Where no end of a kind stands, by kind: from the first position to the second.
    private var failures: [Ending: Range<Int>] = [:]
    /// Where an end of a kind stands: none from the first position on, then one at the second.
    private var finds: [Ending: Range<Int>] = [:]
    /// Where the text begins and ends, that of a construct within it aside.
    private(set) var origin = 0
    private(set) var textEnd = 0

    var utf8: [UInt8] { source.utf8 }

    /// How line ends of the text count.
    enum Flow {
        case prose
        /// Every line stays one.
        case verse
        /// Every line but the first may begin with `> `.
        case quoted
    }

    enum Ending: Hashable {
        case constrained(UInt8)
        case unconstrained(UInt8)
        case curved(UInt8)
        case raw
        case bracket
        case balanced
        case link
        case reference
        case anchor
        case index
        case hiddenIndex
    }

    enum Construct {
        /// Marked text, in which further markup counts; `nil` for what has no span.
        case span(InlineSpan.Kind?, Range<Int>, Ending, end: Int)
        /// `"` and `'` stay, the backticks inside them are markup.
        case quoted(Range<Int>, Ending, end: Int)
        /// Text without further markup.
        case literal(InlineSpan.Kind?, Range<Int>, end: Int)
        /// HTML whose tags are left out.
        case raw(Range<Int>, end: Int)
        /// - Parameter isAddress: the text is the address itself, without markup.
        case link(target: String, text: Range<Int>, isAddress: Bool, end: Int)
        case image(target: String, alternative: Range<Int>, end: Int)
        case hidden(end: Int)
        case replaced([UInt8], end: Int)
        case lineBreak(end: Int)
    }

    init(source: MarkupSource) { self.source = source }

    /// Tells a text into the block that is open.
    mutating func write(_ text: Range<Int>, flow: Flow = .prose, into builder: inout DocumentBuilder) {
        failures.removeAll(keepingCapacity: true)
        finds.removeAll(keepingCapacity: true)
        origin = text.lowerBound
        textEnd = text.upperBound
        scan(text.lowerBound, text.upperBound, [], flow, &builder)
    }

    private mutating func scan(
        _ start: Int, _ end: Int, _ active: Set<Ending>, _ flow: Flow, _ builder: inout DocumentBuilder
    ) {
        var told = start
        var position = start
        while position < end {
            let byte = utf8[position]
            if byte == 0x0A {
                let next = lineStart(after: position, before: end, flow)
                if next > position + 1 || flow == .verse {
                    builder.flowingText(told, position)
                    if flow == .verse { builder.lineBreak() } else { builder.space(at: nil) }
                    told = next
                }
                position = next
                continue
            }
            guard Self.mayOpen(byte) else {
                position += 1
                continue
            }
            if byte == 0x5C {
                if position + 1 < end, isEscape(of: position + 1, before: end, active) {
                    builder.flowingText(told, position)
                    told = position + 1
                    position += 1
                }
                position += 1
                continue
            }
            guard let construct = construct(at: position, before: end, active) else {
                position += 1
                continue
            }
            builder.flowingText(told, position)
            position = tell(construct, at: position, active, flow, &builder)
            told = position
        }
        builder.flowingText(told, max(told, end))
    }

    /// Where the text goes on after a line end: comment lines are left out, and the `>` of a quoted paragraph.
    private func lineStart(after lineEnd: Int, before end: Int, _ flow: Flow) -> Int {
        var position = lineEnd + 1
        if flow == .quoted, position < end, utf8[position] == 0x3E { return position + 1 }
        while source.starts("//", at: position, before: end), !source.starts("///", at: position, before: end) {
            guard let next = source.first(0x0A, from: position, before: end) else { return end }
            position = next + 1
        }
        return position
    }

    /// Tells a construct and returns where it ends.
    private mutating func tell(
        _ construct: Construct, at start: Int, _ active: Set<Ending>, _ flow: Flow, _ builder: inout DocumentBuilder
    ) -> Int {
        switch construct {
        case .span(let kind, let content, let ending, let end):
            if let kind { builder.openSpan(kind) }
            scan(content.lowerBound, content.upperBound, active.union([ending]), flow, &builder)
            if let kind { builder.closeSpan(kind) }
            return end
        case .quoted(let content, let ending, let end):
            builder.text(start, start + 1)
            scan(content.lowerBound, content.upperBound, active.union([ending]), flow, &builder)
            builder.text(end - 1, end)
            return end
        case .literal(let kind, let content, let end):
            if let kind { builder.openSpan(kind) }
            builder.flowingText(content.lowerBound, content.upperBound)
            if let kind { builder.closeSpan(kind) }
            return end
        case .raw(let content, let end):
            tellRaw(content, &builder)
            return end
        case .link(let target, let text, let isAddress, let end):
            builder.openSpan(.link(target: target))
            if isAddress {
                builder.flowingText(text.lowerBound, text.upperBound)
            } else {
                scan(text.lowerBound, text.upperBound, active.union([.link]), flow, &builder)
            }
            builder.closeSpan(.link(target: target))
            return end
        case .image(let target, let alternative, let end):
            builder.openSpan(.image(target: target))
            builder.flowingText(alternative.lowerBound, alternative.upperBound)
            builder.closeSpan(.image(target: target))
            return end
        case .hidden(let end): return end
        case .replaced(let bytes, let end):
            builder.text(start, end, standingFor: bytes)
            return end
        case .lineBreak(let end):
            builder.lineBreak()
            return end
        }
    }

    private func tellRaw(_ content: Range<Int>, _ builder: inout DocumentBuilder) {
        var position = content.lowerBound
        var noTag = content.upperBound
        while position < content.upperBound {
            let tag = source.first(0x3C, from: position, before: content.upperBound) ?? content.upperBound
            builder.flowingText(position, tag)
            guard tag < content.upperBound else { return }
            if tag < noTag, let end = source.first(0x3E, from: tag, before: content.upperBound) {
                position = end + 1
            } else {
                noTag = tag
                builder.flowingText(tag, tag + 1)
                position = tag + 1
            }
        }
    }

    private static func mayOpen(_ byte: UInt8) -> Bool { byte < 0x80 && openers[Int(byte)] }

    private static let openers: [Bool] = {
        var openers = [Bool](repeating: false, count: 128)
        for byte in "\\*_`#^~+[<{&(\"'abfhiklmpsx".utf8 { openers[Int(byte)] = true }
        return openers
    }()

    private mutating func construct(at position: Int, before end: Int, _ active: Set<Ending>) -> Construct? {
        switch utf8[position] {
        case 0x2A, 0x5F, 0x60, 0x23: formatted(at: position, role: nil, before: end, active)
        case 0x5E, 0x7E: script(at: position, before: end)
        case 0x2B: passedThrough(at: position, before: end)
        case 0x22, 0x27: curvedQuote(at: position, before: end, active)
        case 0x5B: bracketed(at: position, before: end, active)
        case 0x3C: angled(at: position, before: end)
        case 0x28: indexTerm(at: position, before: end, active)
        case 0x7B: characterAttribute(at: position, before: end)
        case 0x26: characterReference(at: position, before: end)
        default: source.isWord(before: position, from: origin) ? nil : macro(at: position, before: end, active)
        }
    }

    /// A backslash is markup only before what would be markup without it, and before `]` in the text of a link.
    private mutating func isEscape(of position: Int, before end: Int, _ active: Set<Ending>) -> Bool {
        let byte = utf8[position]
        if byte == 0x5D { return active.contains(.link) }
        return byte != 0x5C && Self.mayOpen(byte) && construct(at: position, before: end, active) != nil
    }

    mutating func forgetFinds(of kind: Ending) { finds[kind] = nil }

    /// Looks for the next end of a kind; what an earlier search found or did not find is remembered.
    ///
    /// - Parameter isEnd: depends on the position alone.
    mutating func find(_ kind: Ending, from start: Int, before end: Int, _ isEnd: (Int) -> Bool) -> Int? {
        if let failure = failures[kind], failure.lowerBound <= start, end <= failure.upperBound { return nil }
        if let found = finds[kind], found.lowerBound <= start, start <= found.upperBound, found.upperBound < end {
            return found.upperBound
        }
        var position = start
        while position < end {
            if isEnd(position) {
                finds[kind] = start..<position
                return position
            }
            position += 1
        }
        if start <= end { failures[kind] = start..<end }
        return nil
    }
}
