import Lexicons
import TextModel

/// The small words that tell what stands beside them, as `small_words.tsv` has them.
struct SmallWords: Sendable {
    private enum Role: String, CaseIterable {
        case article, possessive, author, pair, auxiliary

        var number: UInt16 {
            switch self {
            case .article: 1
            case .possessive: 2
            case .author: 3
            case .pair: 4
            case .auxiliary: 5
            }
        }
    }

    private let table: SpellingTable

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        let table = try lexicons.table(.smallWords)
        var words: [(word: String, value: UInt16)] = []
        for row in table.rows {
            guard let role = Role(rawValue: row.fields[1]) else {
                let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
                throw LexiconError(
                    file: table.file, line: row.line, message: "“\(row.fields[1])” is none of \(roles)")
            }
            words.append((row.fields[0], role.number))
        }
        self.table = SpellingTable(words)
    }

    private func role(_ position: Int, in text: ReportText) -> UInt16? {
        table.value(of: text.keys.spelling(position))
    }

    /// “la”, “un”.
    func isArticle(_ position: Int, in text: ReportText) -> Bool { role(position, in: text) == Role.article.number }

    /// “la”, “son”: what stands before who somebody is.
    func isDeterminer(_ position: Int, in text: ReportText) -> Bool {
        isArticle(position, in: text) || role(position, in: text) == Role.possessive.number
    }

    /// “je”, “nous”: the author speaks.
    func isAuthor(_ position: Int, in text: ReportText) -> Bool { role(position, in: text) == Role.author.number }

    /// “était”, “a”: of one talk, what is said of it follows.
    func isAuxiliary(_ position: Int, in text: ReportText) -> Bool { role(position, in: text) == Role.auxiliary.number }

    /// “et”, “puis”: what joins two talks of one heading.
    func joinsPair(_ position: Int, in text: ReportText) -> Bool { role(position, in: text) == Role.pair.number }
}
