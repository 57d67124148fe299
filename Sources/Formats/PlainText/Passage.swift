/// The lines of a plain text that make one block.
struct Passage {
    enum Role {
        case text
        case item(LineMarker)
        case rule
        /// A title with a line of `=`, `-` or the like under it that is as long.
        case heading(level: Int)
        /// A line with a line of dashes under it that is too short or too long to be sure.
        case underlined
    }

    var role: Role
    /// The lines with visible text.
    var lines: Range<Int>
    /// Its first byte, a mark or a line over the title included.
    var start: Int
    /// Just past its last byte, a line under the title included.
    var end: Int
    var indent: Int
    var quoteDepth: Int
    var followsBlank: Bool

    /// Groups lines into passages.
    static func passages(of lines: [TextLine], in source: [UInt8]) -> [Passage] {
        let wrapping = LineWrapping(lines, in: source)
        return passages(
            of: lines, wrapping: wrapping, marks: ListMarks(lines, wrapping: wrapping, in: source).marks, in: source)
    }

    private static func passages(
        of lines: [TextLine], wrapping: LineWrapping, marks: [LineMarker?], in source: [UInt8]
    ) -> [Passage] {
        var passages: [Passage] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if let title = UnderlinedTitle(lines, at: index, marks, wrapping, source) {
                passages.append(title.passage)
                index = title.next
                continue
            }
            var passage = Passage(
                role: .text, lines: index..<index + 1, start: line.start, end: line.end, indent: line.indent,
                quoteDepth: line.quoteDepth, followsBlank: line.followsBlank)
            if line.repeated(in: source) != nil {
                passage.role = .rule
            } else if let mark = marks[index] {
                passage.role = .item(mark)
            } else if let last = passages.last, last.takes(line, wrapped: wrapping.continues[index]) {
                passages[passages.count - 1].lines = last.lines.lowerBound..<index + 1
                passages[passages.count - 1].end = line.end
                index += 1
                continue
            }
            passages.append(passage)
            index += 1
        }
        return passages
    }

    /// Whether a line without a mark goes on this passage.
    private func takes(_ line: TextLine, wrapped: Bool) -> Bool {
        guard !line.followsBlank, line.quoteDepth == quoteDepth else { return false }
        switch role {
        case .item: return wrapped || line.indent > indent + 1
        // A line that is indented further than the paragraph begins the next one.
        case .text: return wrapped && line.indent <= indent + 1
        case .rule, .heading, .underlined: return false
        }
    }
}

/// A title line with a line of one repeated character under it, and perhaps one over it.
///
/// It is clear, and a heading, where both are about as long; levels are those of common use, `=` 1, `-` 2, any other 3.
/// A shorter or much longer line under a short line without a full stop is evidence only. Under anything else it is a
/// rule.
private struct UnderlinedTitle {
    let passage: Passage
    /// The line after it.
    let next: Int

    private static let maximumWidth = 100

    init?(
        _ lines: [TextLine], at index: Int, _ marks: [LineMarker?], _ wrapping: LineWrapping, _ source: [UInt8]
    ) {
        let first = lines[index].repeated(in: source)
        let title = first == nil ? index : index + 1
        guard title + 1 < lines.count else { return nil }
        let (line, under) = (lines[title], lines[title + 1])
        guard !under.followsBlank, under.quoteDepth == line.quoteDepth, marks[title] == nil,
            line.width <= Self.maximumWidth, let mark = under.repeated(in: source), mark.solid > 0
        else { return nil }
        if let first {
            guard !line.followsBlank, first.character == mark.character, first.solid > 0,
                line.repeated(in: source) == nil
            else { return nil }
        } else if !line.followsBlank, index > 0, wrapping.continues[index], lines[index - 1].repeated(in: source) == nil
        {
            return nil
        }
        // `-----` of a table or of a form is longer than any title by far.
        let width = line.width - line.indent
        let hasStop = source[line.end - 1] == UInt8(ascii: ".")
        let isClear = !hasStop && mark.solid + 3 >= width && mark.solid <= width * 3 / 2 + 3
        guard isClear || first == nil && !line.endsSentence(in: source) else { return nil }
        let level: Int
        switch mark.character {
        case "=", "═", "━": level = 1
        case "-", "–", "—", "─": level = 2
        default: level = 3
        }
        passage = Passage(
            role: isClear ? .heading(level: level) : .underlined, lines: title..<title + 1,
            start: lines[index].start, end: under.end, indent: line.indent, quoteDepth: line.quoteDepth,
            followsBlank: lines[index].followsBlank)
        next = title + 2
    }
}
