/// Whether a document writes its headings without a space, the top ones as well: `#Un titre`, which Markdown.pl and kramdown took for
/// headings and CommonMark does not; blogs of before 2015 are full of them.
///
/// A single line of that kind is rather a tag, so a document needs two. `#Devoxx #Java`, `#devoxx c'est fini` and
/// `#DevoxxFR c'est fini` are lines of tags always.
struct UnspacedTitles {
    private var count = 0

    var areHeadings: Bool { count >= 2 }

    /// Takes note of a line that begins with `#`.
    mutating func note(_ line: ArraySlice<UInt8>) {
        if Self.isTitle(line) { count += 1 }
    }

    /// - Parameter line: from its first `#` on, without its end.
    static func isTitle(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 == UInt8(ascii: "#") }
        guard line.count - text.count <= 6, let first = text.first, isCapital(first) || first == 0xC3,
            !text.contains(UInt8(ascii: "#"))
        else { return false }
        // The first byte of a no-break space parts words as well.
        let words = text.split(maxSplits: 1) { $0 == UInt8(ascii: " ") || $0 == 0xC2 || $0 == 0xE2 }
        return words.count == 2 && !words[0].dropFirst().contains(where: isCapital)
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
