/// Which lines of a plain text are items of a list, told from the lines around them.
///
/// A bullet such as `-` or `•` makes an item alone. A number, a dash, an arrow, an emoji or a bare `o` may stand before
/// a title or in the middle of a sentence: it makes an item where a line with the same mark, or with the next number,
/// precedes or follows at the same depth, and only items, their further lines and blank lines stand between.
struct ListMarks {
    /// The mark of each line that is an item.
    private(set) var marks: [LineMarker?]

    private struct Sequence {
        var key: String
        var indent: Int
        var value: Int?
        var quoteDepth: Int
        /// The last line with this mark.
        var line: Int
    }

    /// More forms of marks than this are never mixed on purpose; the bound keeps the search short.
    private static let maximumSequences = 12

    init(_ lines: [TextLine], wrapping: LineWrapping, in source: [UInt8]) {
        marks = Array(repeating: nil, count: lines.count)
        var sequences: [Sequence] = []
        for (index, line) in lines.enumerated() {
            let isRule = line.repeated(in: source) != nil
            guard !isRule, let marker = LineMarker(source, line) else {
                if !wrapping.continues[index] || isRule {
                    sequences.removeAll { line.indent <= $0.indent || line.quoteDepth != $0.quoteDepth || isRule }
                }
                continue
            }
            // A line inside a wrapped paragraph may begin with a dash by chance.
            let mayBeChance = wrapping.continues[index] && !lines[index - 1].endsSentence(in: source)
            sequences.removeAll {
                $0.indent > line.indent + 1 || $0.quoteDepth != line.quoteDepth
                    // Numbers with bullets below them at the same depth are titles, not items.
                    || $0.value != nil && !marker.isOrdered && line.indent <= $0.indent
                    // A lone emoji over a line with another is a title's.
                    || marks[$0.line] == nil && $0.value == nil && $0.key != marker.key && line.indent <= $0.indent
            }
            let known = sequences.lastIndex { $0.key == marker.key && abs($0.indent - line.indent) <= 1 }
            var isItem = marker.isStrong && !mayBeChance
            // Word processors mark the second level with an `o` or a dash.
            if !marker.isOrdered, let outer = sequences.last, outer.indent + 1 < line.indent { isItem = !mayBeChance }
            if let known, follows(sequences[known].value, marker.value) {
                isItem = true
                let previous = sequences[known].line
                if marks[previous] == nil { marks[previous] = LineMarker(source, lines[previous]) }
            }
            if isItem { marks[index] = marker }
            if let known { sequences.remove(at: known) }
            sequences.append(
                Sequence(
                    key: marker.key, indent: line.indent, value: marker.value, quoteDepth: line.quoteDepth, line: index)
            )
            if sequences.count > Self.maximumSequences { sequences.removeFirst() }
        }
    }

    private func follows(_ previous: Int?, _ value: Int?) -> Bool {
        switch (previous, value) {
        case (nil, nil): true
        // Some editors number every item with 1.
        case (let previous?, let value?): value == previous + 1 || value == 1 && previous == 1
        case (nil, _?), (_?, nil): false
        }
    }
}
