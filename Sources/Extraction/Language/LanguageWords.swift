import Lexicons
import TextModel

/// Tells by its small words whether a text is French.
struct LanguageWords: Sendable {
    /// The words, each with its bytes in one number, where a hash puts them; 0 is free. At most a quarter is taken.
    private let words: [UInt64]
    /// Of the words, place by place.
    private let languages: [UInt8]
    private let names: [String]

    /// As many words are enough to tell.
    private static let sampleCount = 2_000
    /// Fewer tell nothing.
    private static let leastCount = 40

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        let table = try lexicons.table(.languageWords)
        var names = ["fr"]
        var languages: [UInt64: UInt8] = [:]
        for row in table.rows {
            guard let key = Self.key(Array(row.fields[0].utf8)[...]) else {
                throw LexiconError(
                    file: table.file, line: row.line,
                    message: "“\(row.fields[0])” is longer than eight bytes; remove it")
            }
            if !names.contains(row.fields[1]) { names.append(row.fields[1]) }
            languages[key] = names.firstIndex(of: row.fields[1]).map(UInt8.init(truncatingIfNeeded:))
        }
        self.names = names
        var size = 64
        while size < languages.count * 4 { size *= 2 }
        var words = [UInt64](repeating: 0, count: size)
        var places = [UInt8](repeating: 0, count: size)
        for (word, language) in languages {
            let place = Self.place(of: word, in: words)
            words[place] = word
            places[place] = language
        }
        self.words = words
        self.languages = places
    }

    /// The place of a word, or the free one where it would stand.
    private static func place(of word: UInt64, in words: [UInt64]) -> Int {
        let hash = word &* 0x9E37_79B9_7F4A_7C15
        var place = Int(truncatingIfNeeded: hash >> 32) & (words.count - 1)
        while words[place] != word, words[place] != 0 { place = (place + 1) & (words.count - 1) }
        return place
    }

    /// A warning on a text of some length that is written in another language.
    func warning(on text: ReportText) -> FindingWarning? {
        var counts = [Int](repeating: 0, count: names.count)
        var count = 0
        for passage in text.passages where count < Self.sampleCount && passage.block.kind.isProse {
            for token in text.tokens[passage.tokens] where token.kind == .word || token.kind == .elidedWord {
                count += 1
                guard let key = Self.key(text.folded[token.range.start..<token.range.end]), key != 0 else { continue }
                let place = Self.place(of: key, in: words)
                if words[place] == key { counts[Int(languages[place])] += 1 }
            }
        }
        guard count >= Self.leastCount else { return nil }
        let french = counts[0]
        let foreign = counts.indices.dropFirst().max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
        if foreign > 0, counts[foreign] > french {
            return FindingWarning(
                .languageNotFrench, "The text reads as “\(names[foreign])”, not as French; little of it is understood.")
        }
        guard french * 100 < count else { return nil }
        return FindingWarning(.languageNotFrench, "The text does not read as French; little of it is understood.")
    }

    /// A word of at most eight bytes as a number.
    private static func key(_ word: ArraySlice<UInt8>) -> UInt64? {
        guard word.count <= 8 else { return nil }
        return word.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
