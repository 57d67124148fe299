import Testing
import TextModel

struct ByteRangeTests {
    @Test func neighboursDoNotOverlapAndEmptyRangesHoldNothing() {
        #expect(!SourceRange(0, 3).overlaps(SourceRange(3, 5)))
        #expect(SourceRange(0, 4).overlaps(SourceRange(3, 5)))
        #expect(!SourceRange(0, 4).overlaps(SourceRange(2, 2)))
        #expect(SourceRange(0, 4).contains(SourceRange(0, 4)))
        #expect(!SourceRange(0, 4).contains(SourceRange(3, 5)))
        #expect(!SourceRange(0, 4).contains(SourceRange(2, 2)))
        #expect(SourceRange(2, 2).isEmpty)
    }

    @Test func theOrderIsThatOfReading() {
        #expect(
            [TextRange(2, 3), TextRange(0, 4), TextRange(0, 2)].sorted().map(\.description) == [
                "0..<2", "0..<4", "2..<3",
            ])
    }

    @Test func aSliceOfTheSourceGivesItsText() {
        #expect(SourceText("L’été")[SourceRange(4, 9)] == "été")
        #expect(SourceText("é")[SourceRange(1, 2)] == "\u{FFFD}")
    }
}
