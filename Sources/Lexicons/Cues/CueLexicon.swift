import TextModel

/// The expressions by which reports evaluate, ready to be looked up word by word.
public struct CueLexicon: Sendable {
    /// An entry and the place of the word by which it was found.
    public struct Candidate: Sendable {
        /// A position in ``CueLexicon/entries``.
        public let entry: Int
        /// A position in the entry's pattern.
        public let element: Int
    }

    public let entries: [CueEntry]
    /// One for each entry.
    public let patterns: [CuePattern]
    public let words: WordIndex
    /// By word number.
    public private(set) var classes: [CueWordClasses]
    private let firstCandidates: [Int32]
    private let allCandidates: [Candidate]

    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        try self.init(
            cues: lexicons.table(.evaluationCues), words: lexicons.table(.cueWords),
            forms: lexicons.table(.cueForms))
    }

    /// - Parameters:
    ///   - cues: `entry kind polarity strength targets needs`; see ``CuePattern`` for the first column.
    ///   - words: `word classes`, the classes separated by commas.
    ///   - forms: `word forms conditional`, forms separated by spaces, `-` for no conditional.
    /// - Throws: ``LexiconError`` with file and line for anything that could not match.
    public init(cues: LexiconTable, words: LexiconTable, forms: LexiconTable) throws(LexiconError) {
        var listed: [String: (forms: [String], conditional: [String])] = [:]
        for row in forms.rows {
            guard row.fields.count == 3 else {
                throw LexiconError(file: forms.file, line: row.line, message: "three columns are needed")
            }
            let forms = row.fields[1].split(separator: " ").map { FrenchForms.plain(String($0)) }
            let conditional =
                row.fields[2] == "-" ? [] : row.fields[2].split(separator: " ").map { FrenchForms.plain(String($0)) }
            listed[FrenchForms.plain(row.fields[0])] = ([FrenchForms.plain(row.fields[0])] + forms, conditional)
        }
        var reader = CuePatternReader(words: WordIndex(), listed: listed)
        let classes = try Self.classes(words, &reader.words)
        var entries: [CueEntry] = []
        var patterns: [CuePattern] = []
        for row in cues.rows {
            let kind = row.fields.count > 1 ? CueEntry.Kind(rawValue: row.fields[1]) : nil
            let pattern = try reader.read(row.fields[0], kind: kind ?? .phrase, file: cues.file, line: row.line)
            func holds(_ wanted: CueWordClass) -> Bool {
                let wanted = CueWordClasses(wanted)
                return pattern.elements.contains { element in
                    guard !element.isContext, !element.isOptional else { return false }
                    switch element.kind {
                    case .words(let numbers):
                        return numbers.allSatisfy { Int($0) < classes.count && classes[Int($0)].contains(wanted) }
                    case .wordClass(let wordClass): return wordClass.contains(wanted)
                    case .gap: return false
                    }
                }
            }
            entries.append(
                try CueEntry(
                    row, file: cues.file, holdsNegation: holds(.negator), holdsConditional: holds(.conditional)))
            patterns.append(pattern)
        }
        self.entries = entries
        self.patterns = patterns
        self.words = reader.words
        self.classes = classes + [CueWordClasses](repeating: [], count: max(0, reader.words.count - classes.count))
        for (entry, pattern) in zip(entries, patterns) where entry.kind == .adjective {
            guard case .words(let numbers) = pattern.elements[pattern.anchor].kind else { continue }
            for number in numbers { self.classes[Int(number)].insert(CueWordClasses(.quality)) }
        }
        var byWord = [[Candidate]](repeating: [], count: reader.words.count)
        for (entry, pattern) in patterns.enumerated() {
            guard case .words(let numbers) = pattern.elements[pattern.anchor].kind else { continue }
            for number in numbers { byWord[Int(number)].append(Candidate(entry: entry, element: pattern.anchor)) }
        }
        var first: [Int32] = []
        var all: [Candidate] = []
        for candidates in byWord {
            first.append(Int32(all.count))
            all += candidates
        }
        firstCandidates = first + [Int32(all.count)]
        allCandidates = all
    }

    /// The entries to try at a word.
    public func candidates(at word: UInt16) -> ArraySlice<Candidate> {
        allCandidates[Int(firstCandidates[Int(word)])..<Int(firstCandidates[Int(word) + 1])]
    }

    private static func classes(_ table: LexiconTable, _ words: inout WordIndex) throws(LexiconError)
        -> [CueWordClasses]
    {
        var classes: [CueWordClasses] = [[]]
        for row in table.rows {
            guard row.fields.count == 2 else {
                throw LexiconError(file: table.file, line: row.line, message: "two columns are needed")
            }
            var set: CueWordClasses = []
            var takesPlural = false
            for name in row.fields[1].split(separator: ",") {
                guard let wordClass = CueWordClass(rawValue: String(name)) else {
                    let names = CueWordClass.allCases.map(\.rawValue).joined(separator: ", ")
                    throw LexiconError(
                        file: table.file, line: row.line, message: "“\(name)” is none of \(names)")
                }
                switch wordClass {
                case .talk, .event, .topic, .valued: takesPlural = true
                default: break
                }
                set.insert(CueWordClasses(wordClass))
            }
            for form in takesPlural ? FrenchForms.noun(row.fields[0]) : [row.fields[0]] {
                let number = Int(words.insert(form))
                if number >= classes.count {
                    classes += [CueWordClasses](repeating: [], count: number + 1 - classes.count)
                }
                classes[number].formUnion(set)
                if takesPlural, set.contains(CueWordClasses(.talk)), form != FrenchForms.plain(row.fields[0]) {
                    classes[number].insert(CueWordClasses(.plural))
                }
            }
        }
        return classes
    }
}
