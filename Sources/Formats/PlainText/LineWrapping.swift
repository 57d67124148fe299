/// Finds the lines that go on a paragraph of the line before, in text whose lines were broken at a width.
///
/// A width is what most line ends of a region explain: the line is not longer, and the next line's first word would
/// not have fitted. Lines that are paragraphs end anywhere, and the lines after them begin with capitals. A line
/// longer than ``widest`` is a paragraph of its own and separates two regions, so that wrapped notes under pasted
/// paragraphs are found.
struct LineWrapping {
    /// Whether a line goes on the one before it, by their lengths and letters alone.
    private(set) var continues: [Bool]

    private static let narrowest = 40
    private static let widest = 110

    init(_ lines: [TextLine], in source: [UInt8]) {
        continues = Array(repeating: false, count: lines.count)
        var start = 0
        var width: Int?
        while start < lines.count {
            if Self.isTooLong(lines[start]) {
                start += 1
                continue
            }
            var end = start
            while end < lines.count, !Self.isTooLong(lines[end]) { end += 1 }
            let region = start..<end
            // A region too small to tell is read as the one before it.
            let found = Self.width(of: lines, in: region, source)
            if found.isClear { width = found.width }
            if let width, found.isClear || region.allSatisfy({ lines[$0].width <= width }) {
                join(lines, in: region, at: width, source)
            }
            start = end
        }
    }

    /// A line with one word, such as an address, can be of any length.
    private static func isTooLong(_ line: TextLine) -> Bool {
        line.width > widest && line.width > line.indent + line.firstWord
    }

    /// Whether the two lines could stand in one paragraph at all.
    private static func areNeighbours(_ line: TextLine, _ next: TextLine) -> Bool {
        !next.followsBlank && line.quoteDepth == next.quoteDepth
    }

    /// The width at which most of a region's lines are broken.
    ///
    /// - Returns: `isClear` where at least two fifths of the line ends are explained by it, half of the lines after
    ///   them begin within a sentence, and hardly any line is longer.
    private static func width(
        of lines: [TextLine], in region: Range<Int>, _ source: [UInt8]
    ) -> (width: Int, isClear: Bool) {
        var changes = Array(repeating: 0, count: widest + 2)
        var pairs = 0
        for index in region.dropFirst() where areNeighbours(lines[index - 1], lines[index]) {
            guard LineMarker(source, lines[index])?.isStrong != true else { continue }
            pairs += 1
            let shortest = max(lines[index - 1].width, narrowest)
            let fitting = min(lines[index - 1].width + 1 + lines[index].firstWord, widest + 1)
            guard shortest < fitting else { continue }
            changes[shortest] += 1
            changes[fitting] -= 1
        }
        var best = (width: 0, votes: 0)
        var votes = 0
        for width in narrowest...widest {
            votes += changes[width]
            if votes > best.votes { best = (width, votes) }
        }
        guard best.votes >= 2, best.votes * 5 >= pairs * 2 else { return (best.width, false) }
        var within = 0
        var longer = 0
        for index in region {
            if lines[index].width > best.width, lines[index].width > lines[index].indent + lines[index].firstWord {
                longer += 1
            }
            if index > region.lowerBound, areNeighbours(lines[index - 1], lines[index]),
                isFull(lines[index - 1], before: lines[index], at: best.width),
                lines[index].beginsInSentence(in: source)
            {
                within += 1
            }
        }
        let isClear = within >= 2 && within * 2 >= best.votes && longer * 10 <= region.count
        return (best.width, isClear)
    }

    private static func isFull(_ line: TextLine, before next: TextLine, at width: Int) -> Bool {
        line.width + 1 + next.firstWord > width
    }

    private mutating func join(_ lines: [TextLine], in region: Range<Int>, at width: Int, _ source: [UInt8]) {
        // Where blank lines part the paragraphs, a line that is not full goes on if the sentence does: it was broken
        // by hand. Elsewhere it may be a title.
        let isSpaced = region.count { lines[$0].followsBlank } * 10 >= region.count
        for index in region.dropFirst() {
            let (line, next) = (lines[index - 1], lines[index])
            guard Self.areNeighbours(line, next) else { continue }
            continues[index] =
                Self.isFull(line, before: next, at: width)
                || isSpaced && line.width * 5 >= width * 3 && !line.endsSentence(in: source)
                    && next.beginsInSentence(in: source)
        }
    }
}
