import ICUText
import Testing

struct CharsetTests {
    @Test func convertsANamedCharset() throws {
        let converter = try CharsetConverter("iso-8859-15")
        #expect(String(decoding: try converter.decode([0xBD, 0xA4, 0xE9].span), as: UTF16.self) == "œ€é")
        #expect(try converter.decode([UInt8]().span).isEmpty)
    }

    @Test func anUnknownCharsetIsAnErrorWithItsName() {
        #expect {
            _ = try CharsetConverter("klingon-1")
        } throws: { error in
            String(describing: error).contains("klingon-1") && String(describing: error).contains("U_FILE_ACCESS_ERROR")
        }
    }

    @Test func foldsCaseInFull() throws {
        #expect(try caseFolded("ÉTÉ Straße") == "été strasse")
    }

    @Test func versionsAreThoseOfTheLibrary() {
        #expect(ICUVersion.library.numbers[0] >= 70)
        #expect(ICUVersion.unicode.description.contains("."))
    }
}
