/// Letters of Latin-1 without their accents, for look-ups by bytes.
public enum LatinLetter {
    /// The lower-case letter without accent of U+00C0 to U+00FF, by the second byte of its UTF-8; 0 for one without.
    @inlinable
    public static func plain(ofSecondByte byte: UInt8) -> UInt8 {
        switch byte | 0x20 {
        case 0xA0...0xA5: UInt8(ascii: "a")
        case 0xA7: UInt8(ascii: "c")
        case 0xA8...0xAB: UInt8(ascii: "e")
        case 0xAC...0xAF: UInt8(ascii: "i")
        case 0xB1: UInt8(ascii: "n")
        case 0xB2...0xB6: UInt8(ascii: "o")
        case 0xB9...0xBC: UInt8(ascii: "u")
        case 0xBD, 0xBF: UInt8(ascii: "y")
        default: 0
        }
    }
}
