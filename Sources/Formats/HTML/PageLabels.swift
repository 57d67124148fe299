import Lexicons

/// The words by which the lines around an article are known, of the embedded lists.
struct PageLabels: Sendable {
    /// What the first line of a part beside the article announces.
    enum Part: String {
        case comments
        /// Other articles, ways to share, the author, a newsletter.
        case related
        /// What a report may have a section for as well: only where hardly any prose follows.
        case weak
    }

    enum Line: String {
        /// Before the name of an author.
        case author
        /// Between the title and the text: who wrote when.
        case byline
        /// How long reading takes, how often the page was read; in any place of its line.
        case reading
        /// Between paragraphs: a link to another article, an advertisement.
        case insert
        /// After the text: tags, previous and next.
        case tail
        /// Before the title: where the reader is, `Accueil > Blog`.
        case path
    }

    /// Read once; a list that is faulty has no entry, and a test reads a page with each kind of line.
    static let embedded = PageLabels()

    private let parts: WordTable<Part>
    private let lines: WordTable<Line>
    /// The most words in an entry of `lines`.
    private let mostWords: Int
    /// Which three letters the entries begin with, see ``letters(_:)``.
    private var beginnings: [Bool]

    private init() {
        let parts = EmbeddedLexicon.pageLabels.rowsOrNone
        let lines = EmbeddedLexicon.pageLines.rowsOrNone
        self.parts = WordTable(parts.compactMap { row in Part(rawValue: row.fields[1]).map { (row.fields[0], $0) } })
        let entries =
            lines.compactMap { row in Line(rawValue: row.fields[1]).map { (key: row.fields[0], value: $0) } }
            + BylineWord.openings.map { (key: $0.words, value: $0.role == .agent ? .author : .byline) }
        self.lines = WordTable(entries)
        mostWords = entries.map { $0.key.split(separator: " ").count }.max() ?? 0
        beginnings = [Bool](repeating: false, count: 1 << 15)
        for words in parts.map(\.fields[0]) + entries.map(\.key) {
            beginnings[Self.letters(Array(words.utf8)[...])] = true
        }
    }

    /// Whether a line may begin with an entry, numbers before it left out; `false` for most, without folding them.
    func mayBegin(_ line: ArraySlice<UInt8>) -> Bool { beginnings[Self.letters(line)] }

    /// The first three letters of the first word, each as five bits, accents left out.
    private static func letters(_ text: ArraySlice<UInt8>) -> Int {
        var found = 0
        var count = 0
        var isAfterLead = false
        var isMark = false
        for byte in text {
            var letter = 0
            if byte.isASCIILetter {
                letter = Int(byte & 31)
            } else if isAfterLead {
                // The second byte of U+00C0 to U+00FF; the letter under the accent.
                letter = Int(Unicode.Scalar(byte & 0x3F | 0xC0).baseLetter.value & 31)
            }
            isAfterLead = byte == 0xC3
            // U+0300 to U+036F are accents of their own.
            let isAfterMark = isMark
            isMark = byte == 0xCC || byte == 0xCD
            if letter == 0 {
                if count == 0 || isAfterLead || isMark || isAfterMark { continue }
                break
            }
            found |= letter << (5 * count)
            count += 1
            if count == 3 { break }
        }
        return found
    }

    /// The part that a line announces: `2 commentaires`, `Commentaires (3)`, `Articles similaires :`.
    func part(_ line: FoldedWords) -> Part? {
        guard line.utf8.count <= parts.longest + 8 else { return nil }
        if let part = parts[line.utf8[...]] { return part }
        return line.utf8.contains(where: \.isASCIIDigit) ? parts[line.withoutNumbers[...]] : nil
    }

    /// What a line is that begins with one of the words: `par`, `mots clés`.
    func beginning(of line: FoldedWords) -> Line? {
        var found: Line?
        line.forEachRun(upTo: mostWords) { words in
            if let line = lines[words], line != .reading { found = line }
        }
        return found
    }

    /// What a line is that is nothing but one of the entries.
    func line(_ line: FoldedWords) -> Line? { lines[line.utf8[...]] }

    /// Whether a line tells how long reading takes: a number stands beside the words.
    func isReading(_ line: FoldedWords) -> Bool {
        guard line.hasNumber else { return false }
        var isFound = false
        for start in line.utf8.indices where start == 0 || line.utf8[start - 1] == 0x20 {
            line.forEachRun(from: start, upTo: mostWords) { if lines[$0] == .reading { isFound = true } }
        }
        return isFound
    }
}
