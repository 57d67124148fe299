import CCmarkGFM
import TextModel

/// Blocks of code, fenced or indented, without the marks and the indentation of what they stand in.
extension MarkdownBlocks {
    mutating func readCode(_ node: MarkdownNode) {
        let start = start(of: node)
        let code = node.pointee.as.code
        let info = UnsafeBufferPointer(start: code.info.data, count: Int(code.info.len))
        let language = String(decoding: info.prefix { !$0.isASCIIWhiteSpace && $0 != 0x7B }, as: UTF8.self)
        inlines.builder.begin(.code(language: language.isEmpty ? nil : language), at: start)
        // cmark's last line is one too late for code that its quotation or list ends; the lines of the code itself count.
        let literal = UnsafeBufferPointer(start: code.literal.data, count: Int(code.literal.len))
        let first = Int(node.pointee.start_line) - (code.fenced != 0 ? 0 : 1)
        let last = first + literal.count { $0 == 0x0A } - 1
        let isClosed = code.fenced != 0 && isFence(last + 1, code.fence_char, atLeast: Int(code.fence_length))
        let end = trimmedEnd(
            start, lines.range(of: max(Int(node.pointee.start_line) - 1, isClosed ? last + 1 : last)).end)
        let lineStart = lines.range(of: Int(node.pointee.start_line) - 1).start
        let indentation = column(of: start, from: lineStart)
        if first <= last {
            if quoteDepth == 0, indentation == 0 {
                inlines.builder.verbatimText(lines.range(of: first).start, lines.range(of: last).end)
            } else {
                for line in first...last { readIndentedCode(line, indentation, notBefore: start) }
            }
        }
        inlines.builder.end(at: end)
    }

    private func isFence(_ line: Int, _ byte: UInt8, atLeast count: Int) -> Bool {
        guard line < lines.count else { return false }
        let (start, end) = lines.range(of: line)
        let text = prepared.bytes[start..<end].drop { $0.isASCIIWhiteSpace || $0 == UInt8(ascii: ">") }
        let marks = text.prefix { $0 == byte }
        return marks.count >= count && text[marks.endIndex...].allSatisfy(\.isASCIIWhiteSpace)
    }

    /// A column, from 0; a tab goes to the next multiple of four, as in CommonMark.
    private func column(of offset: Int, from lineStart: Int) -> Int {
        prepared.bytes[lineStart..<max(lineStart, offset)].reduce(0) { $1 == 0x09 ? ($0 / 4 + 1) * 4 : $0 + 1 }
    }

    /// A line of code without the marks and the indentation of what the code stands in.
    private mutating func readIndentedCode(_ line: Int, _ indentation: Int, notBefore blockStart: Int) {
        var (start, end) = lines.range(of: line)
        var column = 0
        var marks = quoteDepth
        // What stands before the block on its first line is all marks and indentation.
        while start < end, column < indentation || start < blockStart {
            let byte = prepared.bytes[start]
            let isMark = byte == UInt8(ascii: ">") && marks > 0
            guard byte == 0x20 || byte == 0x09 || isMark || start < blockStart else { break }
            if isMark { marks -= 1 }
            column = byte == 0x09 ? (column / 4 + 1) * 4 : column + 1
            start += 1
        }
        while end > start, prepared.bytes[end - 1].isASCIIWhiteSpace { end -= 1 }
        if inlines.builder.hasText { inlines.builder.lineBreak() }
        inlines.builder.verbatimText(start, end)
    }
}
