import TextModel

/// The expressions by which reports evaluate, ready to be looked up word by word.
public struct CueLexicon: Sendable {
    /// An entry and the place of the word by which it was found.
    public struct Candidate: Sendable {
        /// A position in ``CueLexicon/entries``.
        @usableFromInline let entryNumber: Int32
        /// A position in ``CueLexicon/elements``.
        @usableFromInline let elementNumber: Int32
        /// What may stand right before it and right after it: most candidates are none, and this tells most of them.
        public let preceding: CueNeighbor
        public let following: CueNeighbor

        /// A position in ``CueLexicon/entries``.
        @inlinable public var entry: Int { Int(entryNumber) }
        /// A position in ``CueLexicon/elements``.
        @inlinable public var element: Int { Int(elementNumber) }
    }

    /// A word of a pattern, in a form that is cheap to copy.
    public struct Element: Sendable {
        public enum Kind: Sendable { case words, wordClass, gap }

        public let kind: Kind
        public let isOptional: Bool
        /// Has to be there, outside the cue.
        public let isContext: Bool
        /// For a class of words.
        public let classes: CueWordClasses
        /// Where the words' numbers stand.
        @usableFromInline let numbers: Range<Int32>
    }

    public let entries: [CueEntry]
    /// With the classes of each word as its note.
    public private(set) var words: WordIndex
    /// By word number.
    public private(set) var classes: [CueWordClasses]
    public let elements: [Element]
    @usableFromInline let numbers: [UInt16]
    /// Where the elements of each entry begin.
    @usableFromInline let firstElements: [Int32]
    @usableFromInline let firstCandidates: [Int32]
    public let candidates: [Candidate]

    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        try self.init(
            cues: lexicons.table(.evaluationCues), words: lexicons.table(.cueWords),
            forms: lexicons.table(.cueForms), technologies: lexicons.table(.technologies))
    }

    /// - Parameters:
    ///   - cues: `entry kind polarity strength targets needs`; see ``CuePattern`` for the first column.
    ///   - words: `word classes`, the classes separated by commas.
    ///   - forms: `word forms conditional`, forms separated by spaces, `-` for no conditional.
    ///   - technologies: `name`; one that is also a word of the other lists is no name here.
    /// - Throws: ``LexiconError`` with file and line for anything that could not match.
    public init(
        cues: LexiconTable, words: LexiconTable, forms: LexiconTable, technologies: LexiconTable? = nil
    ) throws(LexiconError) {
        var reader = try CuePatternReader(words: WordIndex(), forms: forms)
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
            // « trop|peu (pas) clair » blames whichever of its words is there.
            let mayHoldNegation =
                kind == .phrase && row.fields[2] == Polarity.negative.rawValue
                && pattern.elements.contains { element in
                    guard !element.isContext, case .words(let numbers) = element.kind else { return false }
                    return numbers.contains {
                        Int($0) < classes.count && classes[Int($0)].contains(CueWordClasses(.negator))
                    }
                }
            entries.append(
                try CueEntry(
                    row, file: cues.file, holdsNegation: mayHoldNegation || holds(.negator),
                    holdsConditional: holds(.conditional)))
            patterns.append(pattern)
        }
        self.entries = entries
        self.classes = classes + [CueWordClasses](repeating: [], count: max(0, reader.words.count - classes.count))
        let known = reader.words.count
        for row in technologies?.rows ?? [] where row.fields[0].utf8.count >= Self.shortestTechnology {
            guard Int(reader.words.insert(row.fields[0].utf8)) >= known else { continue }
            self.classes += [CueWordClasses](
                repeating: CueWordClasses(.technology), count: reader.words.count - self.classes.count)
        }
        self.words = reader.words
        for (entry, pattern) in zip(entries, patterns) where entry.kind == .adjective {
            guard case .words(let numbers) = pattern.elements[pattern.anchor].kind else { continue }
            let wordClass: CueWordClass = entry.polarity == .positive ? .praise : .blame
            for number in numbers {
                self.classes[Int(number)].formUnion([CueWordClasses(.quality), CueWordClasses(wordClass)])
            }
        }
        let noted = self.classes
        self.words.note { noted[Int($0)].rawValue }
        var elements: [Element] = []
        var numbers: [UInt16] = []
        var firstElements: [Int32] = []
        // How many candidates each word has, then where they begin.
        var first = [Int32](repeating: 0, count: reader.words.count + 1)
        for pattern in patterns {
            guard case .words(let anchors) = pattern.elements[pattern.anchor].kind else { continue }
            for number in anchors { first[Int(number) + 1] += 1 }
        }
        for word in 1..<first.count { first[word] += first[word - 1] }
        var next = first
        var candidates = [Candidate](
            repeating: Candidate(entryNumber: 0, elementNumber: 0, preceding: .any, following: .any),
            count: Int(first[first.count - 1]))
        for (entry, pattern) in patterns.enumerated() {
            firstElements.append(Int32(elements.count))
            if case .words(let anchors) = pattern.elements[pattern.anchor].kind {
                let candidate = Candidate(
                    entryNumber: Int32(entry), elementNumber: Int32(elements.count + pattern.anchor),
                    preceding: CueNeighbor(of: pattern.elements[..<pattern.anchor].reversed()),
                    following: CueNeighbor(of: pattern.elements[(pattern.anchor + 1)...]))
                for number in anchors {
                    candidates[Int(next[Int(number)])] = candidate
                    next[Int(number)] += 1
                }
            }
            elements += pattern.elements.map { Self.element($0, &numbers) }
        }
        self.elements = elements
        self.numbers = numbers
        self.firstElements = firstElements + [Int32(elements.count)]
        firstCandidates = first
        self.candidates = candidates
    }

    /// Cut at an ASCII character; by bytes, since looking for characters takes much longer.
    static func parts(of field: String, _ separator: Unicode.Scalar) -> [String] {
        field.utf8.split(separator: UInt8(truncatingIfNeeded: separator.value)).map { String(Substring($0)) }
    }

    /// Shorter names (C, Go, R) are too often something else.
    private static let shortestTechnology = 3

    private static func element(_ element: CuePattern.Element, _ numbers: inout [UInt16]) -> Element {
        let start = Int32(numbers.count)
        var kind = Element.Kind.gap
        var classes: CueWordClasses = []
        switch element.kind {
        case .words(let words):
            kind = .words
            numbers += words
        case .wordClass(let wordClass):
            kind = .wordClass
            classes = wordClass
        case .gap: break
        }
        return Element(
            kind: kind, isOptional: element.isOptional, isContext: element.isContext, classes: classes,
            numbers: start..<Int32(numbers.count))
    }

    /// The positions of the candidates to try at a word.
    @inlinable
    public func candidates(at word: UInt16) -> Range<Int> {
        Int(firstCandidates[Int(word)])..<Int(firstCandidates[Int(word) + 1])
    }

    /// The positions of an entry's elements.
    @inlinable
    public func elements(of entry: Int) -> Range<Int> {
        Int(firstElements[entry])..<Int(firstElements[entry + 1])
    }

    /// Whether a word is one of an element's.
    @inlinable
    public func holds(_ element: Element, _ word: UInt16) -> Bool {
        // In order, and a verb has dozens of forms.
        var low = Int(element.numbers.lowerBound)
        let end = Int(element.numbers.upperBound)
        var high = end
        while low < high {
            let middle = (low &+ high) >> 1
            if numbers[middle] < word { low = middle &+ 1 } else { high = middle }
        }
        return low < end && numbers[low] == word
    }

    static func classes(_ table: LexiconTable, _ words: inout WordIndex) throws(LexiconError)
        -> [CueWordClasses]
    {
        var classes: [CueWordClasses] = [[]]
        for row in table.rows {
            guard row.fields.count == 2 else {
                throw LexiconError(file: table.file, line: row.line, message: "two columns are needed")
            }
            var set: CueWordClasses = []
            var takesPlural = false
            for name in Self.parts(of: row.fields[1], ",") {
                guard let wordClass = CueWordClass(rawValue: name) else {
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
                let number = Int(words.insert(form.utf8))
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
