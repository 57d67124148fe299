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

    /// A word of a pattern, what stands for words, or a gap of up to three.
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
        /// A bit for each of the words, as in ``CueNeighbor``: most other words have none of them.
        @usableFromInline let bits: UInt64
    }

    public let entries: [CueEntry]
    /// With the classes of each word as its note.
    public let words: WordIndex
    /// By word number.
    public let classes: [CueWordClasses]
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
        var classes = try Self.classes(words, &reader.words)
        var meanings = Meanings(file: cues.file)
        var entries: [CueEntry] = []
        var patterns: [CuePattern] = []
        entries.reserveCapacity(cues.rows.count)
        patterns.reserveCapacity(cues.rows.count)
        try cues.withBytes { bytes throws(LexiconError) in
            for row in cues.rows {
                func failure(_ message: String) -> LexiconError {
                    LexiconError(file: cues.file, line: row.line, message: message)
                }
                guard row.fields.count == 7 else { throw failure("seven columns are needed: see the file's header") }
                let meaning = try meanings.meaning(of: row, in: bytes)
                let pattern = try reader.read(row.fields.range(0), in: bytes, kind: meaning.kind, failure)
                guard let weight = Int(row.fields[6]) else { throw failure("“\(row.fields[6])” is no whole number") }
                let holding = Holding(elements: reader.elements[pattern.elements], reader.numbers, classes)
                // « trop|peu (pas) clair » blames whichever of its words is there.
                let mayHoldNegation =
                    meaning.kind == .phrase && meaning.polarity == .negative && holding.mayHold(.negator)
                entries.append(
                    CueEntry(
                        row.fields[0], meaning, weight: weight,
                        holdsNegation: mayHoldNegation || holding.holds(.negator),
                        holdsConditional: holding.holds(.conditional)))
                patterns.append(pattern)
            }
        }
        self.entries = entries
        classes += [CueWordClasses](repeating: [], count: max(0, reader.words.count - classes.count))
        try Self.add(technologies, to: &reader.words, &classes)
        for (entry, pattern) in zip(entries, patterns) where entry.kind == .adjective {
            let wordClass: CueWordClass = entry.polarity == .positive ? .praise : .blame
            for place in reader.elements[pattern.anchor].numbers {
                classes[Int(reader.numbers[Int(place)])].formUnion(
                    [CueWordClasses(.quality), CueWordClasses(wordClass)])
            }
        }
        self.classes = classes
        reader.words.note { classes[Int($0)].rawValue }
        self.words = reader.words
        elements = reader.elements
        numbers = reader.numbers
        firstElements = patterns.map { Int32($0.elements.lowerBound) } + [Int32(elements.count)]
        (firstCandidates, candidates) = Self.candidates(patterns, elements, numbers, wordCount: reader.words.count)
    }

    /// The candidates of all words, and where those of each word begin.
    private static func candidates(
        _ patterns: [CuePattern], _ elements: [Element], _ numbers: [UInt16], wordCount: Int
    ) -> (firsts: [Int32], all: [Candidate]) {
        // How many candidates each word has, then where they begin.
        var firsts = [Int32](repeating: 0, count: wordCount + 1)
        for pattern in patterns {
            for place in elements[pattern.anchor].numbers { firsts[Int(numbers[Int(place)]) + 1] += 1 }
        }
        for word in 1..<firsts.count { firsts[word] += firsts[word - 1] }
        var next = firsts
        var all = [Candidate](
            repeating: Candidate(entryNumber: 0, elementNumber: 0, preceding: .any, following: .any),
            count: Int(firsts[firsts.count - 1]))
        for (entry, pattern) in patterns.enumerated() {
            let before = elements[pattern.elements.lowerBound..<pattern.anchor]
            let candidate = Candidate(
                entryNumber: Int32(entry), elementNumber: Int32(pattern.anchor),
                preceding: CueNeighbor(of: before.reversed()),
                following: CueNeighbor(of: elements[pattern.anchor + 1..<pattern.elements.upperBound]))
            for place in elements[pattern.anchor].numbers {
                let word = Int(numbers[Int(place)])
                all[Int(next[word])] = candidate
                next[word] += 1
            }
        }
        return (firsts, all)
    }

    private static func add(
        _ technologies: LexiconTable?, to words: inout WordIndex, _ classes: inout [CueWordClasses]
    ) throws(LexiconError) {
        let known = words.count
        try technologies?.withBytes { bytes throws(LexiconError) in
            for row in technologies?.rows ?? [] where row.fields.range(0).count >= shortestTechnology {
                guard Int(words.insert(bytes[row.fields.range(0)])) >= known else { continue }
                classes += [CueWordClasses](
                    repeating: CueWordClasses(.technology), count: words.count - classes.count)
            }
        }
    }

    /// What the columns of entries say that differ little.
    private struct Meanings {
        let file: String
        private var positions = KeyTable(capacity: 512)
        private var all: [CueEntry.Meaning] = []

        init(file: String) { self.file = file }

        mutating func meaning(
            of row: LexiconTable.Row, in bytes: UnsafeBufferPointer<UInt8>
        ) throws(LexiconError) -> CueEntry.Meaning {
            let columns = TextRange(row.fields.range(1).lowerBound, row.fields.range(5).upperBound)
            let key = WordKey(spelled: bytes, columns)
            if let known = positions.value(of: key) { return all[Int(known)] }
            let meaning = try CueEntry.Meaning(row, file: file)
            positions.set(key, UInt64(all.count))
            all.append(meaning)
            return meaning
        }
    }

    /// What classes of words a pattern holds outside its context.
    private struct Holding {
        let elements: ArraySlice<Element>
        let numbers: [UInt16]
        let classes: [CueWordClasses]

        init(elements: ArraySlice<Element>, _ numbers: [UInt16], _ classes: [CueWordClasses]) {
            (self.elements, self.numbers, self.classes) = (elements, numbers, classes)
        }

        private func has(_ place: Int32, _ wanted: CueWordClasses) -> Bool {
            let word = Int(numbers[Int(place)])
            return word < classes.count && classes[word].contains(wanted)
        }

        /// Whether one of a class has to be there.
        func holds(_ wanted: CueWordClass) -> Bool {
            let wanted = CueWordClasses(wanted)
            return elements.contains { element in
                guard !element.isContext, !element.isOptional else { return false }
                switch element.kind {
                case .words: return element.numbers.allSatisfy { has($0, wanted) }
                case .wordClass: return element.classes.contains(wanted)
                case .gap: return false
                }
            }
        }

        /// Whether one of a class may be there.
        func mayHold(_ wanted: CueWordClass) -> Bool {
            let wanted = CueWordClasses(wanted)
            return elements.contains { element in
                !element.isContext && element.kind == .words && element.numbers.contains { has($0, wanted) }
            }
        }
    }

    /// Cut at an ASCII character; by bytes, since looking for characters takes much longer.
    static func parts(of field: String, _ separator: Unicode.Scalar) -> [String] {
        field.utf8.split(separator: UInt8(truncatingIfNeeded: separator.value)).map { String(Substring($0)) }
    }

    /// Shorter names (C, Go, R) are too often something else.
    private static let shortestTechnology = 3

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
        guard element.bits & CueNeighbor.bit(of: word) != 0 else { return false }
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
            for form in takesPlural ? FrenchForms.noun(row.fields[0]).words : [row.fields[0]] {
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
