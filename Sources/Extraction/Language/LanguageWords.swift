import Lexicons
import TextModel

/// Tells by its small words whether a text is French.
struct LanguageWords: Sendable {
    /// Positions in `names`.
    private let languages: SpellingTable
    private let names: [String]

    /// As many words are enough to tell.
    private static let sampleCount = 2_000
    /// Fewer tell nothing.
    private static let leastCount = 40

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        let table = try lexicons.table(.languageWords)
        var names = ["fr"]
        var languages: [(word: String, value: UInt32)] = []
        for row in table.rows {
            let name = row.fields[1]
            if !names.contains(name) { names.append(name) }
            languages.append((row.fields[0], UInt32(truncatingIfNeeded: names.firstIndex(of: name) ?? 0)))
        }
        self.names = names
        self.languages = SpellingTable(languages)
    }

    /// A warning on a text of some length that is written in another language.
    func warning(on text: ReportText) -> FindingWarning? {
        var counts = [Int](repeating: 0, count: names.count)
        var count = 0
        for passage in text.passages where count < Self.sampleCount && passage.block.kind.isProse {
            for position in passage.tokens {
                let token = text.tokens[position]
                guard token.kind == .word || token.kind == .elidedWord else { continue }
                count += 1
                if let language = languages.value(of: text.keys.spelling(position)) {
                    counts[Int(language)] += 1
                }
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
}
