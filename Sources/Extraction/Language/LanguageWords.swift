import Lexicons
import TextModel

/// Tells by its small words whether a text is French.
struct LanguageWords: Sendable {
    /// The language of each word, by the word's bytes in one number.
    private let languages: [UInt64: UInt8]
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
        self.languages = languages
    }

    /// A warning on a text of some length that is written in another language.
    func warning(on text: ReportText) -> FindingWarning? {
        var counts = [Int](repeating: 0, count: names.count)
        var words = 0
        for passage in text.passages where words < Self.sampleCount && passage.block.kind.isProse {
            for token in text.tokens[passage.tokens] where token.kind == .word || token.kind == .elidedWord {
                words += 1
                guard let key = Self.key(text.folded[token.range.start..<token.range.end]),
                    let language = languages[key]
                else { continue }
                counts[Int(language)] += 1
            }
        }
        guard words >= Self.leastCount else { return nil }
        let french = counts[0]
        let foreign = counts.indices.dropFirst().max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
        if foreign > 0, counts[foreign] > french {
            return FindingWarning(
                .languageNotFrench, "The text reads as “\(names[foreign])”, not as French; little of it is understood.")
        }
        guard french * 100 < words else { return nil }
        return FindingWarning(.languageNotFrench, "The text does not read as French; little of it is understood.")
    }

    /// A word of at most eight bytes as a number.
    private static func key(_ word: ArraySlice<UInt8>) -> UInt64? {
        guard word.count <= 8 else { return nil }
        return word.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
