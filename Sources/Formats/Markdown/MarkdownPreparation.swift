import TextModel

/// A Markdown text made fit for cmark: as long as the source, byte for byte at the same offsets, but with the markup of
/// blog engines taken out and what could cost a parser too much time made plain.
///
/// The visible text is always copied from the source, so that a byte changed here changes how the text is understood
/// and never what it says.
struct MarkdownPreparation {
    /// Stands for bytes that are not visible. No character of Markdown, so that the text around keeps its meaning.
    static let dropped: UInt8 = 0x01
    /// Stands for a byte that is visible but must not be taken for markup.
    static let neutral: UInt8 = 0x02

    /// Stands for the bytes of a tag in an address, which white space would end.
    static let addressLetter = UInt8(ascii: "x")

    private(set) var bytes: [UInt8]
    /// Blocks that the markup of blog engines stands for, in order: images, embeds, captions.
    private(set) var insertions: [Insertion] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Where an admonition of MkDocs (`!!! note`) stands, which is turned into a quotation for the parser.
    private(set) var admonitions: Set<Int> = []
    /// Where a paragraph begins that is the caption of the image before it.
    private(set) var captions: Set<Int> = []
    /// Whether any byte is ``dropped``.
    private(set) var hasDropped = false

    /// Whether the address of a link holds the tag of an engine.
    private(set) var hasAddressTags = false

    /// Whether there is a `~`, without which nothing is struck through.
    let hasTilde: Bool
    /// Whether `#Un titre` is a heading, as `##Un titre` always is.
    let hasUnspacedTitles: Bool
    let lines: MarkdownLines

    struct Insertion: Equatable {
        var kind: Block.Kind
        var range: SourceRange
        var text: SourceRange?
    }

    /// A block beyond this is read as plain text: cmark takes time in the square of a block's delimiters.
    static let maximumBlock = 65_536
    /// More quotations and lists than this are not opened at one place.
    static let maximumNesting = 100

    /// - Parameters:
    ///   - source: valid UTF-8.
    ///   - start: where the text begins after front matter.
    init(_ source: [UInt8], from start: Int) {
        bytes = source
        var scan = BoundScan()
        scan.run(&bytes, from: start)
        diagnostics = scan.diagnostics
        hasTilde = scan.hasTilde
        hasUnspacedTitles = scan.titles.areHeadings
        lines = MarkdownLines(starts: scan.lineStarts, end: source.count)
        guard scan.hasBrace || scan.hasLineTags else { return }
        var tags = TemplateTags(source: source)
        tags.run(from: start)
        for edit in tags.edits {
            for index in edit.range.start..<edit.range.end where !bytes[index].isLineEnd { bytes[index] = edit.byte }
            if edit.byte == Self.dropped { hasDropped = true }
            if edit.byte == Self.addressLetter { hasAddressTags = true }
        }
        insertions = tags.insertions
        admonitions = tags.admonitions
        captions = tags.captions
    }
}

/// One linear pass that bounds what a parser will be given.
private struct BoundScan {
    var diagnostics: [Diagnostic] = []
    var hasBrace = false
    /// Whether a line may be an admonition, an abbreviation or a tag in brackets.
    var hasLineTags = false
    var hasTilde = false
    var titles = UnspacedTitles()
    var lineStarts: [UInt32] = []

    mutating func run(_ bytes: inout [UInt8], from start: Int) {
        var chunkStart = start
        var lineStart = start
        lineStarts = [UInt32(start)]
        while lineStart < bytes.count {
            var lineEnd = lineStart
            var seen: UInt8 = 0
            bytes.withUnsafeBufferPointer { bytes in
                while lineEnd < bytes.count {
                    let byte = bytes[lineEnd]
                    // One table look-up a byte; the bits say what the line holds.
                    let flags = Self.flags[Int(byte)]
                    if flags != 0 {
                        if flags & Self.lineEnd != 0 { break }
                        seen |= flags
                    }
                    lineEnd += 1
                }
            }
            if seen & Self.control != 0 { clean(&bytes, lineStart, lineEnd) }
            if seen & Self.brace != 0 { hasBrace = true }
            if seen & Self.tilde != 0 { hasTilde = true }
            let isCRLF = lineEnd + 1 < bytes.count && bytes[lineEnd] == 0x0D && bytes[lineEnd + 1] == 0x0A
            let next = lineEnd + (isCRLF ? 2 : 1)
            let head = lineHead(bytes, lineStart, lineEnd)
            if head.markers > MarkdownPreparation.maximumNesting
                || head.indentation > 2 * MarkdownPreparation.maximumNesting && head.markers > 0
            {
                flatten(&bytes, lineStart, lineEnd, head)
            }
            if [UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "|")].contains(head.first)
                || seen & Self.bracket != 0
            {
                hasLineTags = hasLineTags || mayBeTag(bytes, lineStart, lineEnd)
            }
            if head.first == UInt8(ascii: "#"), head.indentation == 0 { titles.note(bytes[lineStart..<lineEnd]) }
            if head.isBlank || head.startsBlock {
                close(&bytes, chunkStart, lineStart)
                chunkStart = head.isBlank ? min(next, bytes.count) : lineStart
            }
            lineStart = next
            lineStarts.append(UInt32(lineStart))
        }
        close(&bytes, chunkStart, bytes.count)
    }

    /// `!!! note`, `??? tip`, `*[WFS]: …`, `| text |` and `[gallery ids="1"]`, for a closer look.
    private func mayBeTag(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        var position = start
        while position < end, bytes[position].isASCIIWhiteSpace { position += 1 }
        guard position + 2 < end else { return false }
        switch bytes[position] {
        case UInt8(ascii: "|"): return true
        case UInt8(ascii: "["): return TemplateTags.mayBeBracketTag(bytes, position, end)
        case UInt8(ascii: "*"): return bytes[position + 1] == UInt8(ascii: "[")
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            return bytes[position + 1] == bytes[position] && bytes[position + 2] == bytes[position]
        case _: return false
        }
    }

    /// Makes the delimiters of a block that is too long plain.
    private mutating func close(_ bytes: inout [UInt8], _ start: Int, _ end: Int) {
        guard end - start > MarkdownPreparation.maximumBlock else { return }
        for index in start..<end where Self.flags[Int(bytes[index])] & Self.delimiter != 0 {
            bytes[index] = MarkdownPreparation.neutral
        }
        diagnostics.append(
            Diagnostic(
                .boundExceeded,
                "A block of more than 64 KB is read as plain text; separate its paragraphs by blank lines.",
                at: SourceRange(start, end)))
    }

    /// Leaves only as many quotations and lists open as the bound allows.
    private mutating func flatten(_ bytes: inout [UInt8], _ start: Int, _ end: Int, _ head: LineHead) {
        let from = head.indentation > 2 * MarkdownPreparation.maximumNesting ? start : head.bounded
        for index in from..<max(from, head.end) where !bytes[index].isASCIIWhiteSpace {
            bytes[index] = MarkdownPreparation.neutral
        }
        // One message for a run of such lines.
        if let last = diagnostics.last, let range = last.range, last.message == Self.nestingMessage,
            range.end + 2 >= start
        {
            diagnostics[diagnostics.count - 1] = Diagnostic(
                .boundExceeded, Self.nestingMessage, at: SourceRange(range.start, end))
        } else {
            diagnostics.append(Diagnostic(.boundExceeded, Self.nestingMessage, at: SourceRange(start, end)))
        }
    }

    private static let nestingMessage = "More than 100 nested quotations or lists; the inner ones are read as text."

    /// Control characters of the source that would be taken for ours.
    private func clean(_ bytes: inout [UInt8], _ start: Int, _ end: Int) {
        for index in start..<end where bytes[index] < 0x03 { bytes[index] = MarkdownPreparation.neutral }
    }

    private struct LineHead {
        /// How many marks of quotations and lists begin the line.
        var markers = 0
        var indentation = 0
        /// Where the last allowed mark ends.
        var bounded = 0
        /// Where the marks end.
        var end = 0
        var first: UInt8 = 0x0A
        var isBlank: Bool { first == 0x0A }
        /// Whether a block begins here whatever stands before.
        var startsBlock = false
    }

    private func lineHead(_ bytes: [UInt8], _ start: Int, _ end: Int) -> LineHead {
        var head = LineHead()
        var position = start
        while position < end {
            let indentationStart = position
            while position < end, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
            if head.markers == 0 { head.indentation = position - indentationStart }
            guard position < end else { break }
            if head.markers == 0 { head.first = bytes[position] }
            let markEnd = containerMark(bytes, position, end)
            if markEnd == position {
                head.end = position
                if head.markers == 0, head.indentation < 4 { head.startsBlock = isHeadingMark(bytes, position, end) }
                return head
            }
            if head.markers == 0, head.indentation < 4 {
                // A quotation's next line goes on with its paragraph; a bullet with text begins anew.
                head.startsBlock =
                    [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(bytes[position])
                    && bytes[markEnd..<end].contains { !$0.isASCIIWhiteSpace && $0 != bytes[position] }
            }
            position = markEnd
            head.markers += 1
            if head.markers <= MarkdownPreparation.maximumNesting { head.bounded = position }
        }
        head.end = position
        return head
    }

    private func isHeadingMark(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        var position = start
        while position < end, bytes[position] == UInt8(ascii: "#") { position += 1 }
        return (1...6).contains(position - start) && position < end && bytes[position] == 0x20
    }

    /// The end of a mark that opens a quotation or an item; its start where there is none.
    private func containerMark(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var position = start
        switch bytes[start] {
        case UInt8(ascii: ">"): return start + 1
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): position += 1
        case 0x30...0x39:
            while position < end, position - start < 9, bytes[position].isASCIIDigit { position += 1 }
            guard position < end, bytes[position] == UInt8(ascii: ".") || bytes[position] == UInt8(ascii: ")") else {
                return start
            }
            position += 1
        default: return start
        }
        return position == end || bytes[position] == 0x20 || bytes[position] == 0x09 ? position : start
    }

    private static let lineEnd: UInt8 = 1
    private static let delimiter: UInt8 = 2
    private static let control: UInt8 = 4
    private static let brace: UInt8 = 8
    private static let tilde: UInt8 = 16
    private static let bracket: UInt8 = 32

    private static let flags: [UInt8] = {
        var flags = [UInt8](repeating: 0, count: 256)
        for byte in "*_[]<&`!|~\\".utf8 { flags[Int(byte)] = delimiter }
        flags[Int(UInt8(ascii: "~"))] |= tilde
        flags[Int(UInt8(ascii: "["))] |= bracket
        flags[0x0A] = lineEnd
        flags[0x0D] = lineEnd
        for byte in 0..<3 { flags[byte] = control }
        flags[Int(UInt8(ascii: "{"))] = brace
        return flags
    }()
}
