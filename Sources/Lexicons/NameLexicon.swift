import TextModel

/// The lists of names and of the words around them in one table, by their ``NameKey``.
public struct NameLexicon: Sendable {
    private var table: KeyTable
    /// The words around names again, in a table so small that it stays near the processor.
    private var surroundings: KeyTable
    /// By the hashes of their letters from the last to the first.
    private var endings = KeyTable(capacity: 128)
    private let lexicons: LexiconSet

    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        self = try .surroundings(lexicons)
        table = KeyTable(capacity: 130_000)
        try addSurroundings()
        try addGivenNames()
        try add(.givenNamesElsewhere) { _ in .given }
        try add(.familyNames) { _ in .family }
        try add(.familyNamesElsewhere) { _ in .family }
        try addEndings()
        try add(.technologies) { _ in .technology }
        try add(.givenNameHomographs, classes: ["word": .word, "technology": .technology, "place": .place])
    }

    private init(empty lexicons: LexiconSet) {
        self.lexicons = lexicons
        table = KeyTable(capacity: 2_000)
        surroundings = table
    }

    /// The words around names only, without the long lists of names.
    public static func surroundings(_ lexicons: LexiconSet = .embedded) throws(LexiconError) -> Self {
        var lexicon = Self(empty: lexicons)
        try lexicon.addSurroundings()
        lexicon.surroundings = lexicon.table
        return lexicon
    }

    private mutating func addSurroundings() throws(LexiconError) {
        try add(.nameParticles, classes: ["free": .freeParticle, "french": .frenchParticle])
        try add(.nameTitles, classes: ["civility": .civility, "epithet": .epithet])
        try add(.nameStops) { _ in .stop }
        try add(.organisationWords) { _ in .organisation }
        try add(.roleWords) { _ in .role }
        try add(
            .nameContexts,
            classes: [
                "agent": .agent, "greeting": .greeting, "coordination": .coordination, "employer": .employer,
                "verb": .verb, "eponym": .eponym, "thing": .thing, "us": [.verb, .us], "article": .article,
                "contracted": [.article, .of], "of": .of, "citation": .citation,
                "alias": .alias, "telling": [.verb, .telling], "label": .label, "encounter": .encounter,
                "naming": .naming, "toward": .toward, "presentation": .presentation, "oneself": .oneself,
                "herself": .herself,
            ])
    }

    /// What is known of a word; an empty entry for an unknown one.
    public func entry(of key: [UInt8]) -> NameEntry {
        table.value(of: NameKey.hash(ofKey: key)).map(NameEntry.init(packed:)) ?? NameEntry()
    }

    /// What is known of a word as written, without making its key; an empty entry for one of more than 40 bytes.
    public func entry(ofWord word: ArraySlice<UInt8>) -> NameEntry {
        guard word.count <= Self.longestWord else { return NameEntry() }
        return table.value(of: word.withUnsafeBufferPointer { NameKey.hash(of: $0) }).map(NameEntry.init(packed:))
            ?? NameEntry()
    }

    /// The same of a word within a text in lower case.
    public func entry(of word: TextRange, in folded: [UInt8]) -> NameEntry { entry(of: word, in: folded, table) }

    /// What a word says of a name beside it: ``entry(of:in:)`` without the lists of names.
    public func surroundings(of word: TextRange, in folded: [UInt8]) -> NameEntry.Classes {
        entry(of: word, in: folded, surroundings).classes
    }

    private func entry(of word: TextRange, in folded: [UInt8], _ table: KeyTable) -> NameEntry {
        guard word.count <= Self.longestWord else { return NameEntry() }
        let key = folded.withUnsafeBufferPointer { folded in
            WordKey(ascii: folded, word)
                ?? NameKey.hash(of: UnsafeBufferPointer(rebasing: folded[word.start..<word.end]))
        }
        return table.value(of: key).map(NameEntry.init(packed:)) ?? NameEntry()
    }

    /// In bytes.
    private static let longestWord = 40

    /// Whether a word joined by hyphens begins with `Saint` or `Sainte`, which names of places do.
    public func isSaint(_ word: ArraySlice<UInt8>) -> Bool {
        let first = word.prefix { $0 != 0x2D }
        return first.count < word.count && (first.count == 5 || first.count == 6)
            && entry(ofWord: first).classes.contains(.eponym)
    }

    /// What is known of words joined by hyphens, when each is a given name: as much as of the rarest.
    public func compoundEntry(of key: [UInt8]) -> NameEntry {
        var compound = NameEntry()
        for part in key.split(separator: 0x2D) {
            let entry = entry(of: Array(part))
            guard entry.classes.contains(.given) else { return NameEntry() }
            let isFirst = compound.classes.isEmpty
            compound.classes = .given
            compound.births = isFirst ? entry.births : min(compound.births, entry.births)
            compound.elsewhere = isFirst ? entry.elsewhere : min(compound.elsewhere, entry.elsewhere)
        }
        return compound
    }

    /// Whether a key's parts, cut at hyphens, may all stand in family names and one is a family name and nothing else.
    public func isCompoundFamilyName(_ key: [UInt8]) -> Bool {
        var isFamily = false
        for part in key.split(separator: 0x2D) {
            let classes = entry(of: Array(part)).classes
            guard part.count > 1, classes.isDisjoint(with: [.technology, .organisation, .stop, .role, .eponym]) else {
                return false
            }
            if classes.contains(.family), classes.isDisjoint(with: [.word, .place]) { isFamily = true }
        }
        return isFamily
    }

    private mutating func addGivenNames() throws(LexiconError) {
        try forEachLine(of: .givenNames) { lines, number, fields, table throws(LexiconError) in
            guard let births = lines.number(in: fields[1]), let elsewhere = lines.number(in: fields[2]) else {
                throw lines.error(number, "the counts must be whole numbers")
            }
            let packed =
                UInt64(NameEntry.Classes.given.rawValue) | UInt64(64 - births.leadingZeroBitCount) << 32
                | UInt64(64 - elsewhere.leadingZeroBitCount) << 40
            var stood = false
            table.change(lines.key(of: fields[0])) {
                stood = $0 & UInt64(NameEntry.Classes.given.rawValue) != 0
                $0 |= packed
            }
            if stood { throw lines.error(number, "the entry stands twice; remove one") }
        }
    }

    private mutating func addEndings() throws(LexiconError) {
        for row in try lexicons.table(.nameEndings).rows {
            guard let kind = NameEnding(row.fields[1]) else {
                throw LexiconError(
                    file: EmbeddedLexicon.nameEndings.file, line: row.line,
                    message: "“\(row.fields[1])” is none of family, thing, place")
            }
            endings.set(NameKey.hash(ofKey: row.fields[0].utf8.reversed()), kind.rawValue)
        }
    }

    /// What the longest known ending that leaves three letters tells of a word that no list holds, or `nil`.
    public func ending(of word: ArraySlice<UInt8>) -> NameEnding? {
        guard word.count >= 5, word.count <= 40 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { buffer in
            let count = word.withUnsafeBufferPointer { NameKey.write($0, to: buffer) }
            var longest: UInt64?
            var hash = LetterHash()
            for length in 1...9 where length <= count - 3 {
                hash.add(buffer[count - length])
                var ending = hash
                if let kind = endings.value(of: ending.end()) { longest = kind }
            }
            return longest.flatMap(NameEnding.init(rawValue:))
        }
    }

    private mutating func add(_ list: EmbeddedLexicon, classes: [String: NameEntry.Classes]) throws(LexiconError) {
        try add(list) { classes[$0] }
    }

    /// Adds a list; the second column, or the first where there is one only, tells the class.
    private mutating func add(
        _ list: EmbeddedLexicon, _ classOf: (String) -> NameEntry.Classes?
    ) throws(LexiconError) {
        var known: [[UInt8]: NameEntry.Classes] = [:]
        var whole: NameEntry.Classes?
        try forEachLine(of: list) { lines, number, fields, table throws(LexiconError) in
            let found: NameEntry.Classes
            if fields.count == 1, let whole {
                found = whole
            } else {
                let bytes = Array(lines.word(in: fields[fields.count - 1]))
                guard let named = known[bytes] ?? classOf(String(decoding: bytes, as: UTF8.self)) else {
                    throw lines.error(
                        number, "“\(String(decoding: bytes, as: UTF8.self))” is none of its column's values")
                }
                if fields.count == 1 { whole = named } else { known[bytes] = named }
                found = named
            }
            var repeated = false
            table.change(lines.key(of: fields[0])) {
                repeated = $0 & UInt64(found.rawValue) == UInt64(found.rawValue)
                $0 |= UInt64(found.rawValue)
            }
            if repeated { throw lines.error(number, "the entry stands twice; remove one") }
        }
    }

    private mutating func forEachLine(
        of list: EmbeddedLexicon,
        _ body: (LexiconLines, Int, [Range<Int>], inout KeyTable) throws(LexiconError) -> Void
    ) throws(LexiconError) {
        var table = KeyTable()
        swap(&table, &self.table)
        defer { swap(&table, &self.table) }
        try lexicons.withBytes(of: list) { bytes throws(LexiconError) in
            let lines = LexiconLines(file: list.file, bytes: bytes)
            try lines.forEach { number, fields throws(LexiconError) in try body(lines, number, fields, &table) }
        }
    }
}
