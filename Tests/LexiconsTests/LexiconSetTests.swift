import Lexicons
import Testing

struct LexiconSetTests {
    private let header = "# source: s\n# licence: l\n# columns: unit\n"

    private func set(_ list: EmbeddedLexicon, _ text: String) throws(LexiconError) -> LexiconSet {
        var set = LexiconSet.embedded
        try set.change(list, by: Array(text.utf8), file: "my/\(list.file)")
        return set
    }

    @Test func entriesAreAddedAndTheOthersStay() throws {
        let changed = try set(.units, header + "parsec\n").table(.units)
        let original = try EmbeddedLexicon.units.table()
        #expect(changed.words == original.words.union(["parsec"]))
        let months = try set(.units, header + "parsec\n").table(.months)
        let originalMonths = try EmbeddedLexicon.months.table()
        #expect(months == originalMonths)
    }

    @Test func anEntryThatStandsAlreadyIsReplaced() throws {
        let original = try EmbeddedLexicon.abbreviations.table()
        let word = original.rows[0].fields[0]
        let changed = try set(
            .abbreviations,
            "# source: s\n# licence: l\n# columns: \(original.columns.joined(separator: "\t"))\n\(word)\tnumber\n"
        ).table(.abbreviations)
        #expect(changed.rows.count == original.rows.count)
        #expect(changed.rows.filter { $0.fields[0] == word }.map { Array($0.fields) } == [[word, "number"]])
    }

    @Test func otherListsHaveAnotherDigest() throws {
        #expect(LexiconSet.embedded.digest == LexiconSet().digest)
        #expect(LexiconSet.embedded.digest.count == 16)
        let digests = [
            LexiconSet.embedded.digest, try set(.units, header + "a\n").digest, try set(.units, header + "b\n").digest,
        ]
        #expect(Set(digests).count == 3)
    }

    @Test(arguments: [
        (EmbeddedLexicon.units, "# source: s\n# licence: l\n# columns: other\na\n", 0, "columns"),
        (.units, "# licence: l\n# columns: unit\na\n", 0, "source"),
        (.units, "# source: s\n# licence: l\n# columns: unit\na\na\n", 5, "line 4"),
        (.units, "# source: s\n# licence: l\n# columns: unit\na\n\nb\n", 5, "empty"),
        (.pageFurniture, "# source: s\n# licence: l\n# columns: word\tkind\na\tb\n", 0, "cannot be changed"),
    ])
    func aFaultyFileIsNamedWithItsLine(_ list: EmbeddedLexicon, _ text: String, _ line: Int, _ message: String) {
        let error = #expect(throws: LexiconError.self) { try set(list, text) }
        #expect(error?.file == "my/\(list.file)" && error?.line == line)
        #expect(error?.message.contains(message) == true)
    }

    @Test func aFaultThatAReaderFindsLeadsToTheCallersFile() throws {
        let lists = try set(.abbreviations, "# source: s\n# licence: l\n# columns: word\tfollowed_by\nzz\tnobody\n")
        let fault = #expect(throws: LexiconError.self) { try TokenizerLexicon(lists) }
        let located = lists.located(try #require(fault))
        #expect(located.file == "my/abbreviations.tsv" && located.line == 4)
    }
}

struct LexiconCheckTests {
    @Test(arguments: EmbeddedLexicon.allCases) func everyEntryOfTheEmbeddedListsCanMatch(_ list: EmbeddedLexicon) throws
    {
        #expect(try LexiconCheck().faults(of: list, in: .embedded).map(\.description) == [])
    }

    @Test(arguments: [
        ("œil", "oeil"), ("d’eau", "d'eau"), ("e\u{301}t", "é"), (" a", "edges"), ("a\u{A0}b", "a b"), ("…", "..."),
    ])
    func anEntryThatCannotMatchIsAFault(_ entry: String, _ cure: String) throws {
        var set = LexiconSet.embedded
        try set.change(
            .enclitics, by: Array("# source: s\n# licence: l\n# columns: \(columns(.enclitics))\nok\n\(entry)\n".utf8),
            file: "f")
        let faults = try LexiconCheck().faults(of: .enclitics, in: set)
        #expect(faults.map(\.file) == ["f"] && faults.map(\.line) == [5])
        #expect(faults.first?.message.contains(cure) == true)
    }

    @Test func capitalsAreAFaultWhereCaseIsFolded() throws {
        var set = LexiconSet.embedded
        for list in [EmbeddedLexicon.enclitics, .units] {
            try set.change(
                list, by: Array("# source: s\n# licence: l\n# columns: \(columns(list))\nKx\n".utf8), file: list.file)
        }
        #expect(try LexiconCheck().faults(of: .enclitics, in: set).count == 1)
        #expect(try LexiconCheck().faults(of: .units, in: set).isEmpty)
    }

    private func columns(_ list: EmbeddedLexicon) throws -> String {
        try list.table().columns.joined(separator: "\t")
    }
}
