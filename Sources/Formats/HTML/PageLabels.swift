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
    }

    /// Read once; a list that is faulty has no entry, and a test reads a page with each kind of line.
    static let embedded = PageLabels()

    private let parts: [String: Part]
    private let lines: [String: Line]
    private let longestPart: Int
    /// The most words in an entry of `lines`.
    private let mostWords: Int
    /// Which three letters the entries begin with, see ``letters(_:)``.
    private var beginnings: [Bool]

    private init() {
        var parts: [String: Part] = [:]
        for row in EmbeddedLexicon.pageLabels.rowsOrNone { parts[row.fields[0]] = Part(rawValue: row.fields[1]) }
        var lines: [String: Line] = [:]
        for row in EmbeddedLexicon.pageLines.rowsOrNone { lines[row.fields[0]] = Line(rawValue: row.fields[1]) }
        self.parts = parts
        self.lines = lines
        longestPart = parts.keys.map(\.utf8.count).max() ?? 0
        mostWords = lines.keys.map { $0.split(separator: " ").count }.max() ?? 0
        beginnings = [Bool](repeating: false, count: 1 << 15)
        for entry in Array(parts.keys) + Array(lines.keys) { beginnings[Self.letters(Array(entry.utf8)[...])] = true }
    }

    /// Whether a line may begin with an entry, numbers before it left out; `false` for most, without folding them.
    func mayBegin(_ line: ArraySlice<UInt8>) -> Bool { beginnings[Self.letters(line)] }

    /// The first three letters of the first word, each as five bits, accents left out.
    private static func letters(_ text: ArraySlice<UInt8>) -> Int {
        var found = 0
        var count = 0
        var isAfterLead = false
        for byte in text {
            var letter = 0
            if byte.isASCIILetter {
                letter = Int(byte & 31)
            } else if isAfterLead {
                // The second byte of U+00C0 to U+00FF; the letter under the accent.
                letter = baseLetter(Unicode.Scalar(byte & 0x3F | 0xC0)).map { Int($0.value & 31) } ?? 0
            }
            isAfterLead = byte == 0xC3
            if letter == 0 {
                if count == 0 || isAfterLead { continue }
                break
            }
            found |= letter << (5 * count)
            count += 1
            if count == 3 { break }
        }
        return found
    }

    /// The part that a line announces: `2 commentaires`, `Commentaires (3)`, `Articles similaires :`.
    ///
    /// - Parameter line: folded.
    func part(_ line: String) -> Part? {
        guard line.utf8.count <= longestPart + 8 else { return nil }
        if let part = parts[line] { return part }
        guard line.utf8.contains(where: \.isASCIIDigit) else { return nil }
        let words = line.split(separator: " ").filter { !$0.utf8.allSatisfy(\.isASCIIDigit) }
        return parts[words.joined(separator: " ")]
    }

    /// What a line is that begins with one of the words: `par`, `mots clés`.
    ///
    /// - Parameter words: folded.
    func beginning(of words: [Substring]) -> Line? {
        var found: Line?
        for count in stride(from: min(mostWords, words.count), to: 0, by: -1) where found == nil {
            if let line = lines[words[..<count].joined(separator: " ")], line != .reading { found = line }
        }
        return found
    }

    /// Whether a line tells how long reading takes: a number stands beside the words.
    func isReading(_ words: [Substring]) -> Bool {
        guard words.contains(where: { $0.utf8.allSatisfy(\.isASCIIDigit) }) else { return false }
        for start in words.indices {
            for count in 1...max(1, mostWords) where start + count <= words.count {
                if lines[words[start..<(start + count)].joined(separator: " ")] == .reading { return true }
            }
        }
        return false
    }
}

/// The words of a text in lower case, without accents and punctuation, one space between two.
func foldedWords(of text: String) -> String {
    var words = ""
    var isSeparated = false
    for scalar in text.unicodeScalars {
        var letter = scalar
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: break
        case 0x41...0x5A: letter = Unicode.Scalar(UInt8(scalar.value | 0x20))
        case 0..<0x80:
            isSeparated = !words.isEmpty
            continue
        case _:
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                isSeparated = !words.isEmpty
                continue
            }
            // The letter under its accent: 0xC0 to 0xFF less the letters that have none.
            if let base = baseLetter(scalar) { letter = base }
        }
        if isSeparated { words.append(" ") }
        isSeparated = false
        words.unicodeScalars.append(letter)
    }
    return words
}

private func baseLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "à", "â", "ä", "À", "Â", "Ä": "a"
    case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": "e"
    case "î", "ï", "Î", "Ï": "i"
    case "ô", "ö", "Ô", "Ö": "o"
    case "ù", "û", "ü", "Ù", "Û", "Ü": "u"
    case "ç", "Ç": "c"
    case _: scalar.properties.lowercaseMapping.unicodeScalars.first
    }
}
