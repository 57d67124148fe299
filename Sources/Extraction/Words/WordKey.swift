import Lexicons
import TextModel

/// The key by which a word is looked up: a hash of its letters without case and accents.
///
/// Two words with one key are taken for one; among the words of all lists and of a million others no two met.
struct WordKey: Hashable, Sendable {
    let bits: UInt64

    /// - Parameter folded: in lower case, accents kept.
    init(folded: ArraySlice<UInt8>) {
        self = folded.withUnsafeBufferPointer { Self($0, TextRange(0, $0.count)) }
    }

    /// - Parameter range: within `folded`.
    init(_ folded: UnsafeBufferPointer<UInt8>, _ range: TextRange) {
        var hash = Self.start
        var index = range.start
        while index < range.end {
            var byte = folded[index]
            if byte == 0xC3, index + 1 < range.end {
                let letter = LatinLetter.plain(ofSecondByte: folded[index + 1])
                if letter != 0 {
                    byte = letter
                    index += 1
                }
            }
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            index += 1
        }
        bits = hash
    }

    private init(bits: UInt64) { self.bits = bits }

    /// The key of no word.
    static let none = Self(bits: 0)

    /// FNV-1a, 64 bits.
    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ word: String) { self.init(folded: lowercased(Array(word.utf8))[...]) }
}
