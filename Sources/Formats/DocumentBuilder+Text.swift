import TextModel

/// How visible text is told, and what becomes of white space.
extension DocumentBuilder {
    /// Source bytes that are visible as they stand. White space at the start of the block is left out, and at its end.
    mutating func text(_ start: Int, _ end: Int) {
        var start = max(start, map.sourceEnd)
        var end = end
        while start < end, source[start].isASCIIWhiteSpace {
            space(at: start)
            start += 1
        }
        var trailing: Int?
        while start < end, source[end - 1].isASCIIWhiteSpace {
            end -= 1
            trailing = end
        }
        guard start < end else { return }
        prepare(at: start)
        utf8.append(contentsOf: source[start..<end])
        map.keep(end - start)
        if let trailing { space(at: trailing) }
    }

    /// Source bytes in which every run of white space, line ends included, is one space.
    mutating func flowingText(_ start: Int, _ end: Int) {
        var position = start
        var wordStart = start
        while let run = nextRun(from: position, before: end) {
            if run.start > wordStart { text(wordStart, run.start) }
            for index in run.start..<run.end { space(at: index) }
            position = run.end
            wordStart = run.end
        }
        if wordStart < end { text(wordStart, end) }
    }

    /// The next white space that is more than one blank between two words.
    private func nextRun(from start: Int, before end: Int) -> (start: Int, end: Int)? {
        source.withUnsafeBytes { source in
            var position = start
            while position < end {
                // Most words of eight bytes have nothing but letters and single blanks.
                if position + 9 <= end, !ByteWord(source, at: position).mayHoldWhiteSpaceRun {
                    position += 7
                    continue
                }
                let limit = min(end, position + 8)
                while position < limit {
                    guard source[position] <= 0x20, source[position].isASCIIWhiteSpace else {
                        position += 1
                        continue
                    }
                    let runStart = position
                    while position < end, source[position].isASCIIWhiteSpace { position += 1 }
                    if position - runStart > 1 || source[runStart] != 0x20 { return (runStart, position) }
                }
            }
            return nil
        }
    }

    /// Source bytes with the white space and line ends between them, as in code; white space at the end is left out.
    mutating func verbatimText(_ start: Int, _ end: Int) {
        var start = max(start, map.sourceEnd)
        var end = end
        while start < end, source[end - 1].isASCIIWhiteSpace { end -= 1 }
        if !hasText, let lineEnd = source[start..<end].firstIndex(where: { !$0.isASCIIWhiteSpace }) {
            // Blank lines go, the indentation of the first line stays.
            while let next = source[start..<lineEnd].firstIndex(of: 0x0A) { start = next + 1 }
        }
        guard start < end else { return }
        prepare(at: start)
        utf8.append(contentsOf: source[start..<end])
        map.keep(end - start)
    }

    /// Source bytes that stand for others: a character reference, an escaped character.
    mutating func text(_ start: Int, _ end: Int, standingFor bytes: some Collection<UInt8>) {
        guard start >= map.sourceEnd, start < end, !bytes.isEmpty else { return }
        if bytes.allSatisfy(\.isASCIIWhiteSpace) {
            space(at: nil)
            return
        }
        prepare(at: start)
        utf8.append(contentsOf: bytes)
        map.replace(source: end - start, text: bytes.count)
    }

    /// White space, if more text follows.
    ///
    /// - Parameter position: where it stands in the source, if it may be kept as it is.
    mutating func space(at position: Int?) {
        if case nil = pending { pending = .space(at: position.flatMap { source[$0] == 0x20 ? $0 : nil }) }
    }

    /// A line break within the block, if more text follows.
    mutating func lineBreak() { pending = .line }

    /// Opens a block where none is open, and lets the text begin or go on at a source offset.
    private mutating func prepare(at start: Int) {
        if open == nil { beginParagraph(at: start) }
        splitPicture(at: start)
        if open?.textStart == nil {
            advance(to: start, leaving: utf8.isEmpty ? nil : 0x0A)
            pending = nil
            open?.textStart = utf8.count
            if let place = open?.block.source.start, start < place { moveStart(to: start) }
        } else {
            switch pending {
            case nil: advance(to: start, leaving: nil)
            case .line: advance(to: start, leaving: 0x0A)
            case .space(let position?) where position >= map.sourceEnd && position < start:
                advance(to: position, leaving: nil)
                utf8.append(0x20)
                map.keep(1)
                advance(to: start, leaving: nil)
            case .space: advance(to: start, leaving: 0x20)
            }
            pending = nil
        }
        spans.beginAll(at: utf8.count)
    }

    /// Passes over source bytes that leave at most one byte of text.
    private mutating func advance(to position: Int, leaving byte: UInt8?) {
        let gap = position - map.sourceEnd
        guard gap > 0 else { return }
        if let byte { utf8.append(byte) }
        map.replace(source: gap, text: byte == nil ? 0 : 1)
    }
}
