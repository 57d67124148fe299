import Lexicons
import TextModel

/// The word lists of the event stage, in one table, so that a token is looked up once.
struct EventVocabulary: Sendable {
    private let table: SpellingTable
    /// What ``index(of:in:)`` leads to; the first is that of a word of no list.
    let facts: [WordFacts]
    /// For each of them, whether a date may begin with such a word.
    let openDates: [Bool]
    let towns: SpellingTable
    /// `kotlin`: a title that has one may say what a talk was about.
    let technologies: SpellingTable
    /// “Lieu”, “quand”, before a colon, or a sign such as 📍.
    let labels: [[UInt8]: InfoLine.Kind]
    /// What names of events end with: `fest`, `camp`.
    let endings: [[UInt8]]
    /// Those that no common word ends with.
    let sureEndings: [[UInt8]]

    /// - Throws: ``LexiconError`` for a number or role that is none.
    init(_ lexicons: LexiconSet) throws(LexiconError) {
        var facts: [String: WordFacts] = [:]
        let months = try Self.numbers(lexicons.table(.months), 1...12)
        for (word, number, _) in months {
            facts[word, default: WordFacts()].month = number
            let isShort = months.contains {
                $0.number == number && $0.word.count > word.count && $0.word.hasPrefix(word)
            }
            facts[word]?.isShortMonth = isShort
            // “les 8 et 9 novembres” is often read.
            if word.count > 4 { facts[word + "s", default: WordFacts()].month = number }
        }
        for (word, number, _) in try Self.numbers(lexicons.table(.weekdays), 1...7) {
            facts[word, default: WordFacts()].weekday = number
        }
        for (word, number, kind) in try Self.numbers(lexicons.table(.numberWords), 1...99) {
            if kind == "ordinal" {
                facts[word, default: WordFacts()].ordinal = number
                // “les quatrièmes Rencontres”
                if number > 2 { facts[word + "s", default: WordFacts()].ordinal = number }
            } else {
                facts[word, default: WordFacts()].cardinal = number
            }
        }
        try Self.add(lexicons.table(.dateWords), WordRoles.dateMeanings, to: &facts)
        try Self.add(
            lexicons.table(.eventWords), WordRoles.eventRoles, naming: NamingRoles.eventRoles, to: &facts)
        try Self.add(
            lexicons.table(.otherDateWords), WordRoles.otherDateKinds, naming: NamingRoles.otherDateKinds,
            to: &facts)
        try Self.add(
            lexicons.table(.linkingWords), WordRoles.linkingRoles, naming: NamingRoles.linkingRoles, to: &facts)
        for row in try lexicons.table(.nameTitles).rows where row.fields[1] == "civility" {
            facts[row.fields[0], default: WordFacts()].naming.insert(.civility)
        }
        for (list, role) in [
            (EmbeddedLexicon.functionWords, WordRoles.function), (.venueWords, .venue),
        ] {
            for word in try lexicons.table(list).words { facts[word, default: WordFacts()].roles.insert(role) }
        }
        Self.addPlainForms(to: &facts)
        let sorted = facts.sorted { $0.key < $1.key }
        self.facts = [WordFacts()] + sorted.map(\.value)
        openDates = self.facts.map(\.opensDate)
        table = SpellingTable(sorted.enumerated().map { ($0.element.key, UInt32($0.offset + 1)) })
        sureEndings = sorted.filter { $0.value.roles.contains(.sureEnding) }.map { Array($0.key.utf8) }
        endings = sorted.filter { $0.value.roles.contains(.ending) }.map { Array($0.key.utf8) }
        towns = try Self.towns(lexicons)
        technologies = SpellingTable(try lexicons.words(.technologies))
        labels = try InfoLine.labels(lexicons.table(.eventLabels))
    }

    /// “Journees”, “fevrier”: texts without accents; not “organise” for “organisé”, which is another word.
    private static func addPlainForms(to facts: inout [String: WordFacts]) {
        // In order, since two words may be the same without accents.
        for word in facts.keys.sorted() where word.utf8.count > 5 && !word.hasSuffix("é") && !word.hasSuffix("és") {
            let plain = WordIndex.plain(word)
            if facts[plain] == nil { facts[plain] = facts[word] }
        }
    }

    private static func towns(_ lexicons: LexiconSet) throws(LexiconError) -> SpellingTable {
        var (bytes, ends) = try lexicons.words(.towns)
        // “au Havre”, “du Mans”: the article is part of the preposition.
        let article = Array("le ".utf8)
        var start = 0
        for end in ends {
            if bytes[start..<end].starts(with: article) {
                bytes.append(contentsOf: Array(bytes[(start + article.count)..<end]))
                ends.append(bytes.count)
            }
            start = end
        }
        return SpellingTable((bytes, ends))
    }

    /// A position in ``facts``; 0 for a word of no list.
    ///
    /// - Parameters:
    ///   - range: of lower-case text; a full stop at its end does not count.
    ///   - spelling: the key of the range as it is spelled.
    @inline(__always)
    func index(of range: TextRange, _ spelling: WordKey, in folded: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard range.count > 1, folded[range.end - 1] == 0x2E else { return table.value(of: spelling) ?? 0 }
        return table.value(of: WordKey(spelled: folded, TextRange(range.start, range.end - 1))) ?? 0
    }

    /// The rows of a list whose last column is a number, with the column before it.
    private static func numbers(
        _ table: LexiconTable, _ allowed: ClosedRange<UInt8>
    ) throws(LexiconError) -> [(word: String, number: UInt8, kind: String)] {
        var result: [(String, UInt8, String)] = []
        for row in table.rows {
            let last = row.fields.count - 1
            guard last > 0, let number = UInt8(row.fields[last]), allowed.contains(number) else {
                throw LexiconError(
                    file: table.file, line: row.line,
                    message: "no number from \(allowed.lowerBound) to \(allowed.upperBound) in the last column")
            }
            result.append((row.fields[0], number, row.fields[last - 1]))
        }
        return result
    }

    /// Adds a list whose second column names one role or several, with a space between.
    private static func add(
        _ table: LexiconTable, _ roles: [String: WordRoles], naming: [String: NamingRoles] = [:],
        to facts: inout [String: WordFacts]
    ) throws(LexiconError) {
        for row in table.rows {
            for name in row.fields[1].split(separator: " ") {
                if let role = naming[String(name)] {
                    facts[row.fields[0], default: WordFacts()].naming.insert(role)
                    continue
                }
                guard let role = roles[String(name)] else {
                    let names = (Array(roles.keys) + Array(naming.keys)).sorted().joined(separator: ", ")
                    throw LexiconError(file: table.file, line: row.line, message: "“\(name)” is none of \(names)")
                }
                facts[row.fields[0], default: WordFacts()].roles.insert(role)
            }
        }
    }
}
