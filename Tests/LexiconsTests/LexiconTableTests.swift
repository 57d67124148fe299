import Lexicons
import Normalization
import Testing
import TextModel

struct LexiconTableTests {
    private static let header = "# source: us\n# licence: ours\n# columns: word\tkind\n"

    @Test func readsRowsWithTheirLines() throws {
        let table = try LexiconTable(file: "x.tsv", text: Self.header + "a\tb\n# a comment\nc\td\n")
        #expect(table.columns == ["word", "kind"])
        #expect(table.rows.map(\.line) == [4, 6])
        #expect(table.words == ["a", "c"])
    }

    @Test(arguments: [
        ("a\tb\n", 0, "# source"), (header + "a\n", 4, "1 fields"), (header + "a\tb\n\nc\td\n", 5, "empty"),
        (header + "a\tb\na\tc\n", 5, "line 4"), (header + "a\t\n", 4, "empty"),
    ])
    func aFaultNamesFileLineAndCure(text: String, line: Int, part: String) {
        #expect {
            try LexiconTable(file: "x.tsv", text: text)
        } throws: { error in
            guard let error = error as? LexiconError else { return false }
            return error.line == line && error.description.hasPrefix("x.tsv") && error.message.contains(part)
        }
    }

    @Test(arguments: EmbeddedLexicon.allCases) func everyEntryCanMatchItsOwnForm(list: EmbeddedLexicon) throws {
        let normalizer = try MatchingNormalizer()
        let table = try list.table()
        #expect(!table.rows.isEmpty)
        for row in table.rows {
            let form = try normalizer.normalize(SourceText(row.fields[0])).utf8
            #expect(form.elementsEqual(row.fields[0].utf8), "\(list.file):\(row.line): never matches, its form differs")
        }
    }

    @Test func anUnknownFollowerIsRefused() throws {
        let table = try LexiconTable(file: "x.tsv", text: Self.header + "cf\tnobody\n")
        #expect(throws: LexiconError.self) { try Abbreviations(table) }
    }

    @Test(arguments: [
        ("cf", Abbreviations.Follower.name), ("Cf", .name), ("etc", .anything), ("M", .name), ("art", .number),
        ("m", nil),
        ("maison", nil), ("", nil),
    ])
    func followersOfAbbreviations(word: String, follower: Abbreviations.Follower?) throws {
        let abbreviations = try Abbreviations(EmbeddedLexicon.abbreviations.table())
        #expect(abbreviations.follower(of: word) == follower)
        if follower != nil { #expect(abbreviations.mayContain(Array(word.utf8)[...])) }
    }
}
