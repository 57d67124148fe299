import CCmarkGFM
import TextModel

/// Emphasis, links, code, tags and footnotes: their marks are passed over, and what stands within is told.
extension MarkdownInlines {
    mutating func readDelimiter(_ count: Int, _ kind: InlineSpan.Kind, _ isEntering: Bool) {
        let bytes = content.bytes
        guard cursor + count <= content.count,
            bytes[cursor..<(cursor + count)].allSatisfy({ $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") })
        else { return fail() }
        cursor += count
        if isEntering { builder.openSpan(kind) } else { builder.closeSpan(kind) }
    }

    mutating func readLink(_ kind: InlineSpan.Kind, _ isEntering: Bool, isImage: Bool = false) {
        let bytes = content.bytes
        guard cursor < content.count else { return fail() }
        if isEntering {
            if isImage {
                guard bytes[cursor] == UInt8(ascii: "!") else { return fail() }
                cursor += 1
            }
            guard cursor < content.count,
                bytes[cursor] == UInt8(ascii: "[") || !isImage && bytes[cursor] == UInt8(ascii: "<")
            else { return fail() }
            cursor += 1
            if !isImage || !areImagesBlocks { builder.openSpan(kind) }
        } else {
            if bytes[cursor] == UInt8(ascii: ">"), !isImage {
                cursor += 1
            } else {
                guard bytes[cursor] == UInt8(ascii: "]") else { return fail() }
                let tail = LinkTail(bytes, at: cursor + 1)
                if prepared.hasAddressTags, let address = tail.address, !isImage || !areImagesBlocks {
                    builder.retarget(sourceText(address.start, address.end))
                }
                cursor = tail.end
            }
            if !isImage || !areImagesBlocks { builder.closeSpan(kind) }
        }
    }

    /// The source of a stretch on one line, where the preparation may have changed the content.
    private func sourceText(_ start: Int, _ end: Int) -> String {
        let start = content.source(of: start)
        return String(decoding: builder.source[start..<(content.source(of: end - 1) + 1)], as: UTF8.self)
    }

    /// A code span: the run of backticks that opens it has as many as the one that closes it.
    mutating func readCode() {
        let bytes = content.bytes
        var start = cursor
        while start < content.count, bytes[start] == UInt8(ascii: "`") { start += 1 }
        let marks = start - cursor
        guard marks > 0 else { return fail() }
        var position = start
        while position < content.count {
            guard bytes[position] == UInt8(ascii: "`") else {
                position += 1
                continue
            }
            let runStart = position
            while position < content.count, bytes[position] == UInt8(ascii: "`") { position += 1 }
            guard position - runStart == marks else { continue }
            builder.openSpan(.code)
            emitCode(start, runStart)
            builder.closeSpan(.code)
            cursor = position
            return
        }
        fail()
    }

    private mutating func emitCode(_ start: Int, _ end: Int) {
        var start = start
        var end = end
        let bytes = content.bytes
        while start < end, bytes[start].isASCIIWhiteSpace { start += 1 }
        while start < end, bytes[end - 1].isASCIIWhiteSpace { end -= 1 }
        var lineStart = start
        for position in start..<end where bytes[position].isLineEnd {
            content.forEachStretch(lineStart, position) { builder.text($0, $1) }
            builder.space(at: nil)
            lineStart = position + 1
        }
        content.forEachStretch(lineStart, end) { builder.text($0, $1) }
    }

    mutating func readTag(_ literal: cmark_chunk) {
        let count = Int(literal.len)
        guard cursor + count <= content.count, let data = literal.data,
            content.bytes[cursor..<(cursor + count)].elementsEqual(UnsafeBufferPointer(start: data, count: count))
        else { return fail() }
        let start = content.source(of: cursor)
        let end = content.source(of: cursor + count - 1) + 1
        cursor += count
        if let tag = HTMLTag(prepared.bytes, at: start, limit: end) {
            let known = structure ?? HTMLStructure(prepared.bytes, from: content.source(of: 0), to: content.sourceEnd)
            structure = known
            HTMLFragment.apply(tag, known, &flow, &builder)
        }
    }

    /// `[^label]`
    mutating func readFootnote() {
        let bytes = content.bytes
        guard cursor + 1 < content.count, bytes[cursor] == UInt8(ascii: "["), bytes[cursor + 1] == UInt8(ascii: "^"),
            let end = bytes[cursor...].firstIndex(of: UInt8(ascii: "]"))
        else { return fail() }
        builder.addFootnote(String(decoding: bytes[(cursor + 2)..<end], as: UTF8.self))
        cursor = end + 1
    }
}
