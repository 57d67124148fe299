import TestSupport
import Testing
import TextModel

struct OffsetConverterTests {
    @Test(arguments: [
        ("é😀x", 2, 1, 1), ("é😀x", 6, 3, 2), ("é😀x", 7, 4, 3), ("\u{FEFF}a", 3, 1, 1), ("a\r\nb", 3, 3, 3),
        ("", 0, 0, 0),
    ])
    func convertsOneOffset(text: String, byte: Int, utf16: Int, scalar: Int) {
        let source = SourceText(text)
        #expect(OffsetConverter(source, unit: .utf8).offset(ofByte: byte) == byte)
        #expect(OffsetConverter(source, unit: .utf16).offset(ofByte: byte) == utf16)
        #expect(OffsetConverter(source, unit: .scalar).offset(ofByte: byte) == scalar)
    }

    @Test func agreesWithSwiftOnLongTexts() {
        var generator = SeededGenerator(seed: 7)
        let text = generator.text(pieces: 3000)
        let source = SourceText(text)
        let utf16 = OffsetConverter(source, unit: .utf16)
        let scalars = OffsetConverter(source, unit: .scalar)
        var (byte, unit, scalar) = (0, 0, 0)
        for character in text.unicodeScalars {
            #expect(utf16.offset(ofByte: byte) == unit)
            #expect(scalars.offset(ofByte: byte) == scalar)
            byte += character.utf8.count
            unit += character.utf16.count
            scalar += 1
        }
        #expect(utf16.offset(ofByte: byte) == text.utf16.count)
        #expect(scalars.offset(ofByte: byte) == text.unicodeScalars.count)
    }
}
