/// Headings without a space after their signs: `#Un titre`, which Markdown.pl and kramdown took for headings and
/// CommonMark does not; blogs of before 2015 are full of them.
///
/// A parser is told of one by moving its signs a byte forward, onto the end of the blank line before it, so that no
/// offset changes. A line that may as well be of hashtags (`#Devoxx #Java`, `#devoxx c'est fini`) stays text, and so does
/// the only such line of a document.
struct UnspacedHeadings {
    /// Where the lines of such headings start.
    private var starts: [(line: Int, offset: Int, signs: Int)] = []

    /// Takes note of a line that may be one.
    ///
    /// - Parameters:
    ///   - number: of the line, from 0.
    ///   - range: the line without its end.
    ///   - followsBlank: whether the line before is blank.
    mutating func note(_ bytes: [UInt8], line number: Int, _ range: Range<Int>, followsBlank: Bool) {
        guard followsBlank, range.lowerBound > 0, isHeading(bytes, range) else { return }
        let signs = bytes[range].prefix { $0 == UInt8(ascii: "#") }.count
        starts.append((number, range.lowerBound, signs))
    }

    /// Writes the headings as CommonMark wants them.
    ///
    /// - Parameter lineStarts: of all lines; a heading's becomes one with the blank line before it.
    func write(to bytes: inout [UInt8], _ lineStarts: inout [UInt32]) {
        guard starts.count >= 2 else { return }
        var joined: Set<Int> = []
        for (line, offset, signs) in starts {
            bytes[offset - 1] = UInt8(ascii: "#")
            bytes[offset + signs - 1] = UInt8(ascii: " ")
            // The carriage return of CRLF still ends the blank line.
            if offset >= 2, bytes[offset - 2] == 0x0D {
                lineStarts[line] = UInt32(offset - 1)
            } else {
                joined.insert(line)
            }
        }
        lineStarts = lineStarts.indices.filter { !joined.contains($0) }.map { lineStarts[$0] }
    }

    private func isHeading(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let signs = bytes[range].prefix { $0 == UInt8(ascii: "#") }.count
        let text = bytes[range].dropFirst(signs)
        guard (1...6).contains(signs), let first = text.first, (0x41...0x5A).contains(first) || first == 0xC3,
            !text.contains(UInt8(ascii: "#"))
        else { return false }
        let words = text.split(separator: UInt8(ascii: " "))
        // `#DevoxxFR c'est fini` begins with the name of a tag.
        return words.count >= 2 && !words[0].dropFirst().contains { (0x41...0x5A).contains($0) }
    }
}
