import CLibxml2
import TextModel

/// Finds the elements and texts of a page by libxml2's HTML parser, each with its place in the source.
///
/// libxml2 knows which elements end where none is closed. Its cursor tells where an event ends; an element that it adds
/// or ends of itself has no bytes in the source and gets an empty range.
struct HTMLParser {
    /// The elements in the order of their start tags; the first is the page.
    private(set) var elements: [Element] = [Element(tag: nil, parent: 0, start: 0)]
    /// What stands in the page, in order.
    private(set) var events: [Event] = []

    struct Element {
        /// `nil` for the page itself.
        let tag: HTMLTag?
        let parent: Int
        /// Where it begins in the source, and where it ends.
        let start: Int
        var end = 0
        /// The position of its start in `events`, and just past its end.
        var firstEvent = 0
        var endEvent = 0
    }

    enum Event {
        case start(element: Int)
        /// - Parameter tagStart: where the end tag begins; the element's end where there is no end tag.
        case end(element: Int, tagStart: Int)
        case text(start: Int, end: Int)
    }

    private let bytes: [UInt8]
    /// The elements that are open, from the page on; those that libxml2 added are -1.
    private var open: [Int] = [0]
    /// What comes before has been told.
    private var reached = 0

    /// - Parameter bytes: valid UTF-8 without NUL.
    static func parse(_ bytes: [UInt8]) -> HTMLParser {
        var parser = HTMLParser(bytes: bytes)
        parser.run()
        return parser
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        // Most pages have fewer; growing the arrays costs more than the room.
        elements.reserveCapacity(bytes.count / 64)
        events.reserveCapacity(bytes.count / 20)
    }

    /// libxml2 makes its locks when it is first used, which two threads at once can leave locked for ever; its documentation
    /// asks for this call before threads parse.
    private static let libraryIsReady: Void = xmlInitParser()

    private mutating func run() {
        _ = Self.libraryIsReady
        withUnsafeMutablePointer(to: &self) { parser in
            guard let context = htmlNewParserCtxt() else { return }
            defer { htmlFreeParserCtxt(context) }
            var sink = Sink(parser: parser, context: context)
            withUnsafeMutablePointer(to: &sink) { sink in
                Self.setHandlers(of: context, sink)
                let options =
                    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                    | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue
                parser.pointee.bytes.withUnsafeBytes { bytes in
                    guard let base = bytes.baseAddress else { return }
                    // With the encoding given, a declaration in the page, which the decoder has dealt with, is not used.
                    let document = htmlCtxtReadMemory(
                        context, base.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
                        Int32(options))
                    if let document { xmlFreeDoc(document) }
                }
            }
        }
        while open.count > 1 { close(at: bytes.count, tagStart: bytes.count) }
        elements[0].end = bytes.count
        elements[0].endEvent = events.count
    }

    // What libxml2 tells

    private struct Sink {
        let parser: UnsafeMutablePointer<HTMLParser>
        let context: htmlParserCtxtPtr

        /// The offset just after what has been read.
        var cursor: Int {
            guard let input = context.pointee.input else { return 0 }
            return Int(input.pointee.consumed) + input.pointee.base.distance(to: input.pointee.cur)
        }
    }

    private static func setHandlers(of context: htmlParserCtxtPtr, _ sink: UnsafeMutablePointer<Sink>) {
        guard let handler = context.pointee.sax else { return }
        handler.pointee = htmlSAXHandler()
        handler.pointee.startElement = { data, name, _ in
            guard let sink = data?.assumingMemoryBound(to: Sink.self).pointee, let name else { return }
            sink.parser.pointee.startElement(name, cursor: sink.cursor)
        }
        handler.pointee.endElement = { data, name in
            guard let sink = data?.assumingMemoryBound(to: Sink.self).pointee, let name else { return }
            sink.parser.pointee.endElement(name, cursor: sink.cursor)
        }
        handler.pointee.characters = { data, text, count in
            guard let sink = data?.assumingMemoryBound(to: Sink.self).pointee, let text else { return }
            sink.parser.pointee.characters(text, Int(count), cursor: sink.cursor)
        }
        handler.pointee.ignorableWhitespace = handler.pointee.characters
        context.pointee.userData = UnsafeMutableRawPointer(sink)
    }

    private mutating func startElement(_ name: UnsafePointer<UInt8>, cursor: Int) {
        // Between the last event and the cursor stands the tag, after comments and end tags that close nothing.
        guard let tag = tag(named: name, endingAfter: cursor) else {
            open.append(-1)
            return
        }
        let index = elements.count
        elements.append(
            Element(tag: tag, parent: open.last { $0 >= 0 } ?? 0, start: tag.range.start, firstEvent: events.count))
        events.append(.start(element: index))
        open.append(index)
        reached = tag.range.end
    }

    /// The start tag that libxml2 has read up to the cursor; `nil` if the element has none.
    private func tag(named name: UnsafePointer<UInt8>, endingAfter cursor: Int) -> HTMLTag? {
        // The cursor stands before the `>` of the tag, or before its `/>`.
        let limit = min(bytes.count, cursor + 2)
        func tag(at position: Int) -> HTMLTag? {
            guard bytes[position] == UInt8(ascii: "<"), position + 1 < limit, bytes[position + 1].isASCIILetter,
                let tag = HTMLTag(bytes, at: position, limit: limit), tag.range.end >= cursor, isName(tag.name, name)
            else { return nil }
            return tag
        }
        // It follows the last event at once, but for comments and end tags that close nothing.
        if reached < limit, let tag = tag(at: reached) { return tag }
        var position = min(cursor, bytes.count)
        var tries = 0
        while position > reached, tries < Self.maximumTries {
            position -= 1
            if bytes[position] == UInt8(ascii: "<") {
                if let tag = tag(at: position) { return tag }
                // A `<` may also stand in an attribute.
                tries += 1
            }
        }
        return nil
    }

    /// How many `<` in one tag are believed.
    private static let maximumTries = 8

    private func isName(_ range: SourceRange, _ name: UnsafePointer<UInt8>) -> Bool {
        for index in 0..<range.count {
            let byte = bytes[range.start + index]
            let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            if name[index] != lower { return false }
        }
        return name[range.count] == 0
    }

    private mutating func endElement(_ name: UnsafePointer<UInt8>, cursor: Int) {
        guard open.count > 1 else { return }
        // An end tag ends at the cursor; an element that ends because another one begins or ends has none.
        var tagStart = reached
        if cursor > reached, cursor <= bytes.count {
            var position = cursor - 1
            while position > reached, bytes[position] != UInt8(ascii: "<") { position -= 1 }
            if bytes[position] == UInt8(ascii: "<"), position + 1 < cursor, bytes[position + 1] == UInt8(ascii: "/"),
                let tag = HTMLTag(bytes, at: position, limit: cursor), isName(tag.name, name)
            {
                tagStart = position
                reached = cursor
            }
        }
        close(at: reached, tagStart: tagStart)
    }

    private mutating func close(at end: Int, tagStart: Int) {
        guard let index = open.popLast(), index > 0 else { return }
        events.append(.end(element: index, tagStart: tagStart))
        elements[index].end = end
        elements[index].endEvent = events.count
    }

    private mutating func characters(_ text: UnsafePointer<UInt8>, _ count: Int, cursor: Int) {
        let text = UnsafeBufferPointer(start: text, count: count)
        var end = min(cursor, bytes.count)
        var start = end - count
        func isVerbatim(to end: Int) -> Bool {
            end - count >= reached && end <= bytes.count && isEqual(bytes, from: end - count, text)
        }
        if !isVerbatim(to: end) {
            // Where libxml2's buffer is full, the cursor still stands before the last character.
            if count >= 1000, let longer = (1...4).lazy.map({ end + $0 }).first(where: isVerbatim) {
                end = longer
                start = end - count
            } else {
                guard end > reached else { return }
                // A character reference ends at the cursor.
                start = bytes[max(reached, end - 40)..<end].lastIndex(of: UInt8(ascii: "&")) ?? max(reached, start)
            }
        }
        guard start < end else { return }
        reached = end
        if case .text(let first, let last)? = events.last, last == start {
            events[events.count - 1] = .text(start: first, end: end)
        } else {
            events.append(.text(start: start, end: end))
        }
    }
}

/// Whether the bytes from a position on are a text, eight at a time: every text of a page is compared.
private func isEqual(_ bytes: [UInt8], from start: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBytes { bytes in
        let text = UnsafeRawBufferPointer(text)
        var index = 0
        while index + 8 <= text.count {
            let word = bytes.loadUnaligned(fromByteOffset: start + index, as: UInt64.self)
            guard word == text.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
            index += 8
        }
        while index < text.count {
            guard bytes[start + index] == text[index] else { return false }
            index += 1
        }
        return true
    }
}
