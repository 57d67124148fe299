/// A word of an entry as it is written, or what stands for words: `(vraiment|bien)`, `<talk>`, `*`.
///
/// Read byte by byte and without arrays, since a program that starts reads all entries.
struct CuePiece {
    enum Content { case words, classes, gap }

    let content: Content
    /// As it is written, with its brackets.
    let written: Range<Int>
    /// The words, of which one has to stand there, or the names of classes, parted by `|`.
    let range: Range<Int>
    let isOptional: Bool
    /// Has to be there, outside the cue.
    let isContext: Bool

    /// - Parameter written: where the piece stands, without spaces.
    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ written: Range<Int>) {
        func stands(_ open: Unicode.Scalar, _ close: Unicode.Scalar, around range: Range<Int>) -> Bool {
            bytes[range.lowerBound] == UInt8(ascii: open) && bytes[range.upperBound - 1] == UInt8(ascii: close)
        }
        var range = written
        isContext = range.count > 1 && stands("[", "]", around: range)
        if isContext { range = range.lowerBound + 1..<range.upperBound - 1 }
        isOptional = range.count > 2 && stands("(", ")", around: range)
        if isOptional { range = range.lowerBound + 1..<range.upperBound - 1 }
        if range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "*") {
            content = .gap
        } else if range.count > 1, stands("<", ">", around: range) {
            content = .classes
            range = range.lowerBound + 1..<range.upperBound - 1
        } else {
            content = .words
        }
        self.written = written
        self.range = range
    }

    /// The pieces of an entry: cut at spaces, and after the apostrophe of a word that the tokenizer cuts.
    static func pieces(of entry: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ body: (Self) -> Void) {
        var start = entry.lowerBound
        func close(at end: Int) {
            if end > start { body(Self(bytes, start..<end)) }
            start = end
        }
        /// Where the word at hand has an apostrophe after which it is not to be cut; the rest of it stays whole.
        var isWhole = false
        for index in entry {
            let byte = bytes[index]
            if byte == 0x20 {
                close(at: index)
                start = index + 1
                isWhole = false
            } else if byte == 0x27, !isWhole {
                let next = index + 1 < entry.upperBound ? bytes[index + 1] : 0x20
                // One of several, such as `le|l'`, is no cut word.
                if next != 0x20, next != 0x7C, isCutWord(bytes[start..<index]) {
                    close(at: index + 1)
                } else {
                    isWhole = true
                }
            }
        }
        close(at: entry.upperBound)
    }

    /// Calls `body` with each of the words or names of classes.
    func forEachAlternative(
        in bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) throws(LexiconError) -> Void
    ) throws(LexiconError) {
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound
        where index == range.upperBound || bytes[index] == UInt8(ascii: "|") {
            if index > start { try body(start..<index) }
            start = index + 1
        }
    }

    private static func isCutWord(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        word.count == 1
            ? cutLetters.contains(word[word.startIndex]) : cutWords.contains { $0.elementsEqual(word) }
    }

    private static let cutLetters = Array("cdjlmnst".utf8)
    /// Shapes of the French tokenizer: what it cuts after the apostrophe.
    private static let cutWords = ["qu", "jusqu", "lorsqu", "puisqu", "quoiqu"].map { Array($0.utf8) }
}
