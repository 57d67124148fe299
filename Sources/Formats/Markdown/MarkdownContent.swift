import CCmarkGFM

/// The text of one block as cmark holds it, without the marks of quotations and the indentation of lists, and where
/// each byte of it stands in the source.
struct MarkdownContent {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Stretches that stand in the source byte for byte, each up to the next one's start.
    private var segments: [(content: Int, source: Int)] = []

    var count: Int { bytes.count }

    private let sourceLimit: Int

    /// Where the content ends in the source; the line end that cmark adds to the last line of a text stands nowhere.
    var sourceEnd: Int { min(sourceLimit, source(of: count - 1) + 1) }

    static var empty: MarkdownContent { MarkdownContent() }

    private init() {
        bytes = UnsafeBufferPointer(start: nil, count: 0)
        sourceLimit = 0
    }

    /// The content of a block whose lines end with `lastLine`; `nil` if it is not found there.
    ///
    /// - Parameters:
    ///   - start: where the block begins, by cmark; the whole content often stands there as it is.
    init?(_ buffer: cmark_strbuf, at start: Int, lastLine: Int, in lines: MarkdownLines, _ prepared: [UInt8]) {
        bytes = UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size))
        sourceLimit = prepared.count
        if start + bytes.count <= prepared.count, Self.isSame(bytes, 0, bytes.count, prepared, start) {
            segments = [(0, start)]
            return
        }
        guard alignLines(lastLine: lastLine, lines, prepared) else { return nil }
    }

    /// The content of a table's cell, in which `\|` of the source is `|`.
    ///
    /// - Parameter position: where the cell begins; afterwards, where the next one does.
    init?(cell buffer: cmark_strbuf, at position: inout Int, lineEnd: Int, _ prepared: [UInt8]) {
        bytes = UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size))
        sourceLimit = prepared.count
        func skipBlanks() {
            while position < lineEnd, prepared[position].isASCIIWhiteSpace { position += 1 }
        }
        skipBlanks()
        segments = [(0, position)]
        for index in 0..<bytes.count {
            if position + 1 < lineEnd, prepared[position] == UInt8(ascii: "\\"), bytes[index] == UInt8(ascii: "|"),
                prepared[position + 1] == bytes[index]
            {
                position += 1
                segments.append((index, position))
            }
            guard position < lineEnd, prepared[position] == bytes[index] else { return nil }
            position += 1
        }
        skipBlanks()
        if position < lineEnd, prepared[position] == UInt8(ascii: "|") { position += 1 }
    }

    /// The source offset of a content byte.
    func source(of offset: Int) -> Int {
        let segment = segments[segment(at: offset)]
        return segment.source + offset - segment.content
    }

    private func segment(at offset: Int) -> Int {
        var low = 0
        var high = segments.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].content <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The stretches of the source that a range of the content stands in.
    func forEachStretch(_ start: Int, _ end: Int, _ body: (_ start: Int, _ end: Int) -> Void) {
        if segments.count == 1 {
            let shift = segments[0].source - segments[0].content
            if start < end { body(start + shift, end + shift) }
            return
        }
        for index in segment(at: start)..<segments.count {
            let segment = segments[index]
            let segmentEnd = index + 1 < segments.count ? segments[index + 1].content : count
            let from = max(start, segment.content)
            let to = min(end, segmentEnd)
            if from < to { body(from - segment.content + segment.source, to - segment.content + segment.source) }
            if segmentEnd >= end { return }
        }
    }

    /// Finds each line at the end of its source line, the last line first: what stands before a line is the mark of its
    /// quotation or list, or a definition that cmark took out, and is not known here.
    private mutating func alignLines(lastLine: Int, _ lines: MarkdownLines, _ prepared: [UInt8]) -> Bool {
        var starts: [Int] = [0]
        for index in 0..<max(0, bytes.count - 1) where bytes[index].isLineEnd {
            if bytes[index] == 0x0A || bytes[index + 1] != 0x0A { starts.append(index + 1) }
        }
        if starts.count > 1, starts[starts.count - 1] >= bytes.count { starts.removeLast() }
        var line = lastLine
        for (index, start) in starts.enumerated().reversed() {
            var end = index + 1 < starts.count ? starts[index + 1] : bytes.count
            while end > start, bytes[end - 1].isASCIIWhiteSpace { end -= 1 }
            var found: Int?
            // A block's last line may be one that the content does not have, such as the line under a title.
            while line >= 0, found == nil {
                let (lineStart, lineEnd) = lines.range(of: line)
                var sourceEnd = lineEnd
                while sourceEnd > lineStart, prepared[sourceEnd - 1].isASCIIWhiteSpace { sourceEnd -= 1 }
                let sourceStart = sourceEnd - (end - start)
                if sourceStart >= lineStart, Self.isSame(bytes, start, end, prepared, sourceStart) {
                    found = sourceStart
                } else if index + 1 < starts.count || lastLine - line > 1 {
                    return false
                }
                line -= 1
            }
            guard let found else { return false }
            segments.append((start, found))
        }
        segments.reverse()
        return true
    }

    private static func isSame(
        _ content: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ source: [UInt8], _ sourceStart: Int
    ) -> Bool {
        source.withUnsafeBytes { source in
            areEqual(UnsafeRawBufferPointer(content), start, source, sourceStart, end - start)
        }
    }
}

/// Where the lines of a text begin: a line ends with LF, CR or CRLF, as in CommonMark.
struct MarkdownLines {
    private let starts: [UInt32]
    private let end: Int

    /// - Parameters:
    ///   - starts: in ascending order, one at least.
    ///   - end: the end of the text.
    init(starts: [UInt32], end: Int) {
        // Where the text ends with a line end, no line begins after it.
        self.starts = starts.count > 1 && Int(starts[starts.count - 1]) >= end ? starts.dropLast() : starts
        self.end = end
    }

    var count: Int { starts.count }

    /// The line that holds an offset, counted from 0.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The offset of a place that cmark names, which counts lines and columns from 1.
    func offset(line: Int32, column: Int32) -> Int {
        let line = max(0, min(Int(line) - 1, starts.count - 1))
        return min(end, Int(starts[line]) + max(0, Int(column) - 1))
    }

    /// A line, counted from 0, with its line end.
    func range(of line: Int) -> (start: Int, end: Int) {
        let line = max(0, min(line, starts.count - 1))
        return (Int(starts[line]), line + 1 < starts.count ? Int(starts[line + 1]) : end)
    }
}
