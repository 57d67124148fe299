import Testing
import TextModel

struct ByteHashTests {
    /// The values are those of its authors: http://www.isthe.com/chongo/src/fnv/test_fnv.c
    @Test(
        arguments: [
            ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
        ] as [(String, UInt64)])
    func theHashIsThatOfItsAuthors(text: String, value: UInt64) {
        #expect(ByteHash(text.utf8).value == value)
        var hash = ByteHash()
        for byte in text.utf8 { hash.add(byte) }
        #expect(hash.value == value)
    }
}
