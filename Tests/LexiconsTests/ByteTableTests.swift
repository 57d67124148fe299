import Lexicons
import Testing

struct ByteTableTests {
    @Test func wordsHaveTheirPositionsAndTheFirstOfTwoCounts() {
        let table = ByteTable(["a", "à", "exemple.fr", "a"])
        for (position, word) in ["a", "à", "exemple.fr"].enumerated() {
            #expect(table.value(of: Array(word.utf8)[...]) == UInt64(position), "\(word)")
        }
        #expect(!table.holds(Array("A".utf8)[...]))
        #expect(!table.holds([]))
    }

    @Test func valuesAreChangedInPlace() {
        var table = ByteTable()
        for number in 0..<1_000 { table.change("w\(number % 100)") { $0 += 1 } }
        #expect((0..<100).allSatisfy { table.value(of: Array("w\($0)".utf8)[...]) == 10 })
    }
}
