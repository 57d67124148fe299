import Lexicons
import Testing

struct KeyTableTests {
    @Test(arguments: [["été", "ÉTÉ", "ete", "Eté"], ["garçon", "GARCON"], ["l'"]])
    func caseAndAccentsMakeNoOtherKey(spellings: [String]) {
        #expect(Set(spellings.map { WordKey($0) }).count == 1)
    }

    @Test(arguments: [("été", "étés"), ("de", "des"), ("œuvre", "oeuvre"), ("l'", "l")])
    func otherLettersDo(left: String, right: String) { #expect(WordKey(left) != WordKey(right)) }

    @Test func textInLowerCaseHasTheKeyOfItsWord() {
        for word in ["déjà", "très", "noël", "ø", "12e", "日本"] {
            #expect(WordKey(folded: Array(word.utf8)[...]) == WordKey(word), "\(word)")
        }
    }

    @Test func everyKeyKeepsItsNumberWhileTheTableGrows() {
        var table = KeyTable()
        for number in 0..<5_000 { table.set(WordKey("mot\(number)"), UInt64(number)) }
        table.set(WordKey("mot7"), 70)
        #expect(table.count == 5_000)
        for number in 0..<5_000 where number != 7 {
            #expect(table.value(of: WordKey("mot\(number)")) == UInt64(number))
        }
        #expect(table.value(of: WordKey("MOT7")) == 70)
        #expect(table.value(of: WordKey("mot5000")) == nil)
    }

    @Test func noWordHasNoNumber() {
        var table = KeyTable()
        table.set(.none, 1)
        #expect(table.value(of: .none) == nil)
        #expect(table.count == 0)
    }
}
