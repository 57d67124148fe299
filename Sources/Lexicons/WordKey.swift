import TextModel

/// The key by which a word is looked up: a hash of its letters without case and accents.
///
/// Two words with one key are taken for one; among the words of all lists and of a million others no two met.
public struct WordKey: Hashable, Sendable {
    public let bits: UInt64

    /// - Parameter folded: in lower case, accents kept.
    public init(folded: ArraySlice<UInt8>) {
        self = folded.withUnsafeBufferPointer { Self($0, TextRange(0, $0.count)) }
    }

    /// Of a word in whatever case.
    public init(_ word: String) { self.init(letters: word.utf8) }

    init(letters: some Sequence<UInt8>) {
        var hash = ByteHash()
        var isAfterLead = false
        for byte in letters {
            if isAfterLead {
                let letter = LatinLetter.plain(ofSecondByte: byte)
                if letter == 0 { hash.add(0xC3 as UInt8) }
                hash.add(letter != 0 ? letter : byte <= 0x9E && byte != 0x97 ? byte | 0x20 : byte)
                isAfterLead = false
            } else if byte == 0xC3 {
                isAfterLead = true
            } else {
                hash.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            }
        }
        bits = hash.value
    }

    /// - Parameter range: within `folded`.
    @inlinable
    public init(_ folded: UnsafeBufferPointer<UInt8>, _ range: TextRange) {
        var hash = ByteHash()
        var index = range.start
        let end = range.end
        while index < end {
            var byte = folded[index]
            if byte == 0xC3, index + 1 < end {
                let letter = LatinLetter.plain(ofSecondByte: folded[index + 1])
                if letter != 0 {
                    byte = letter
                    index += 1
                }
            }
            hash.add(byte)
            index += 1
        }
        bits = hash.value
    }

    private init(bits: UInt64) { self.bits = bits }

    /// The key of no word.
    public static let none = Self(bits: 0)

    @inlinable public var isNone: Bool { bits == 0 }
}
