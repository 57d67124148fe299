import Lexicons
import TextModel

/// The small words that tell what stands beside them, as `small_words.tsv` has them.
struct SmallWords: Sendable {
    /// What a word may be; some are several things.
    struct Roles: OptionSet {
        let rawValue: UInt32

        /// “la”, “un”.
        static let article = Self(rawValue: 1 << 0)
        /// “ce”, “cette”.
        static let demonstrative = Self(rawValue: 1 << 1)
        /// “mon”, “son”.
        static let possessive = Self(rawValue: 1 << 2)
        /// “son”, “leur”: of somebody who is told of.
        static let theirs = Self(rawValue: 1 << 3)
        /// “je”, “nous”: the author speaks.
        static let author = Self(rawValue: 1 << 4)
        /// “je”, “on”: the author as a subject, alone or with others.
        static let subject = Self(rawValue: 1 << 5)
        /// “je”, “me”: the author alone.
        static let alone = Self(rawValue: 1 << 6)
        /// “il”, “elles”.
        static let third = Self(rawValue: 1 << 7)
        /// “autre”, “celui”: stands for a noun that was said before.
        static let pronoun = Self(rawValue: 1 << 8)
        /// “et”, “puis”: what joins two talks of one heading.
        static let pair = Self(rawValue: 1 << 9)
        /// “était”, “a”: of one talk, what is said of it follows.
        static let auxiliary = Self(rawValue: 1 << 10)
        /// “a”, “ont”, “est”, “sont”: before a participle.
        static let verb = Self(rawValue: 1 << 11)
        /// “est”, “étaient”: between two names of one thing.
        static let copula = Self(rawValue: 1 << 12)
        /// “de”, “d'”.
        static let of = Self(rawValue: 1 << 13)
        /// “du”, “des”.
        static let ofThe = Self(rawValue: 1 << 14)
        /// “chez”, “pour”: before where somebody belongs, beside “de”.
        static let belonging = Self(rawValue: 1 << 15)
        /// “dans”, “lors”: before a talk in which somebody says something.
        static let during = Self(rawValue: 1 << 16)

        fileprivate static let names: [String: Self] = [
            "article": article, "demonstrative": demonstrative, "possessive": possessive, "theirs": theirs,
            "author": author, "subject": subject, "alone": alone, "third": third, "pronoun": pronoun, "pair": pair,
            "auxiliary": auxiliary, "verb": verb, "copula": copula, "of": of, "of_the": ofThe,
            "belonging": belonging, "during": during,
        ]
    }

    private let table: SpellingTable

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        let table = try lexicons.table(.smallWords)
        var words: [(word: String, value: UInt32)] = []
        for row in table.rows {
            var roles: Roles = []
            for name in row.fields[1].split(separator: " ") {
                guard let role = Roles.names[String(name)] else {
                    let names = Roles.names.keys.sorted().joined(separator: ", ")
                    throw LexiconError(file: table.file, line: row.line, message: "“\(name)” is none of \(names)")
                }
                roles.formUnion(role)
            }
            words.append((row.fields[0], roles.rawValue))
        }
        self.table = SpellingTable(words)
    }

    /// Whether a word may be one of some things.
    func has(_ position: Int, _ roles: Roles, in text: ReportText) -> Bool {
        table.value(of: text.keys.spelling(position)).map { !roles.isDisjoint(with: Roles(rawValue: $0)) } ?? false
    }

    /// “la”, “un”.
    func isArticle(_ position: Int, in text: ReportText) -> Bool { has(position, .article, in: text) }

    /// “la”, “son”: what stands before who somebody is.
    func isDeterminer(_ position: Int, in text: ReportText) -> Bool {
        has(position, [.article, .possessive], in: text)
    }

    /// “je”, “nous”: the author speaks.
    func isAuthor(_ position: Int, in text: ReportText) -> Bool { has(position, .author, in: text) }

    /// “était”, “a”: of one talk, what is said of it follows.
    func isAuxiliary(_ position: Int, in text: ReportText) -> Bool { has(position, .auxiliary, in: text) }

    /// “et”, “puis”: what joins two talks of one heading.
    func joinsPair(_ position: Int, in text: ReportText) -> Bool { has(position, .pair, in: text) }
}
