import Lexicons
import Testing

struct NameLexiconTests {
    private static let lexicon = Result { try NameLexicon() }

    private static let keysCases: [(String, String)] = [
        ("Zoé", "zoe"), ("ÉTIENNE", "etienne"), ("Łukasz", "lukasz"), ("Søren", "soren"), ("Ž", "z"), ("D'", "d'"),
        ("Jean-Loup", "jean-loup"), ("Юрий", "Юрий"), ("", ""),
    ]

    @Test(arguments: keysCases)
    func keys(_ word: String, _ key: String) {
        #expect(String(decoding: NameKey.key(of: word), as: UTF8.self) == key)
    }

    private static let classesCases: [(String, NameEntry.Classes)] = [
        ("Zoé", .given), ("Castaing", .family), ("Django", .technology), ("rose", .word),
        ("Florence", .place),
        ("van", .freeParticle), ("Mme", .civility), ("PAR", .agent), ("loi", .eponym), ("du", [.article, .of]),
    ]

    @Test(arguments: classesCases)
    func classes(_ word: String, _ classes: NameEntry.Classes) throws {
        let lexicon = try Self.lexicon.get()
        #expect(lexicon.entry(of: NameKey.key(of: word)).classes.isSuperset(of: classes))
        #expect(lexicon.entry(ofWord: Array(word.utf8)[...]) == lexicon.entry(of: NameKey.key(of: word)))
    }

    @Test func countsAreRoundedDown() throws {
        let entry = try Self.lexicon.get().entry(of: NameKey.key(of: "Zoé"))
        #expect(entry.births > 10_000 && entry.births & (entry.births - 1) == 0)
    }

    @Test func compounds() throws {
        let lexicon = try Self.lexicon.get()
        #expect(lexicon.compoundEntry(of: NameKey.key(of: "Anne-Zoé")).classes == .given)
        #expect(lexicon.compoundEntry(of: NameKey.key(of: "porte-clés")) == NameEntry())
    }

    @Test func unknownWords() throws {
        let lexicon = try Self.lexicon.get()
        #expect(lexicon.entry(of: NameKey.key(of: "Xhyra")) == NameEntry())
        #expect(lexicon.entry(ofWord: [UInt8](repeating: 0x61, count: 100)[...]) == NameEntry())
        #expect(lexicon.entry(of: []) == NameEntry())
    }
}
