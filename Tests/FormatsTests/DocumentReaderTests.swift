import Formats
import TestSupport
import Testing
import TextModel

struct DocumentReaderTests {
    @Test func aBinaryFileIsRefused() {
        #expect(throws: FormatError.binary(offset: 1)) { try DocumentReader().read(SourceText("a\u{0}b")) }
    }
}
