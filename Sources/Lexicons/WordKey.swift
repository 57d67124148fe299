import TextModel

/// The key by which a word is looked up: a hash of its letters without case and accents.
///
/// Two words with one key are taken for one; among the words of all lists and of a million others no two met.
@frozen
public struct WordKey: Hashable, Sendable {
    public let bits: UInt64

    /// - Parameter folded: in lower case, accents kept.
    public init(folded: ArraySlice<UInt8>) {
        self = folded.withUnsafeBufferPointer { Self($0, TextRange(0, $0.count)) }
    }

    /// Of a word in whatever case.
    public init(_ word: String) { self.init(letters: word.utf8) }

    init(letters: some Sequence<UInt8>) {
        var hash = LetterHash()
        var isAfterLead = false
        for byte in letters {
            if isAfterLead {
                let letter = LatinLetter.plain(ofSecondByte: byte)
                if letter == 0 { hash.add(0xC3) }
                hash.add(letter != 0 ? letter : byte <= 0x9E && byte != 0x97 ? byte | 0x20 : byte)
                isAfterLead = false
            } else if byte == 0xC3 {
                isAfterLead = true
            } else {
                hash.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            }
        }
        self = hash.end()
    }

    /// - Parameter range: within `folded`.
    @inlinable
    public init(_ folded: UnsafeBufferPointer<UInt8>, _ range: TextRange) {
        self = Self(ascii: folded, range) ?? Self.plain(folded, range)
    }

    /// The key of a word of ASCII letters, by which it is looked up in all lists; `nil` for most other words.
    @inlinable @inline(__always)
    public init?(ascii folded: UnsafeBufferPointer<UInt8>, _ range: TextRange) {
        guard let bits = LetterHash.ascii(folded, range.start, range.end) else { return nil }
        self.init(bits: bits)
    }

    /// The key of a word as it is spelled, for lists whose words are told apart by their accents; that of a word without
    /// any is the same.
    ///
    /// - Parameter range: within `folded`, which is in lower case.
    @inlinable
    public init(spelled folded: UnsafeBufferPointer<UInt8>, _ range: TextRange) {
        self = Self(ascii: folded, range) ?? Self.spelled(folded, range)
    }

    /// The same for a word of a list.
    public init(spelled folded: ArraySlice<UInt8>) {
        self = folded.withUnsafeBufferPointer { Self(spelled: $0, TextRange(0, $0.count)) }
    }

    /// ``init(_:_:)`` and ``init(spelled:_:)`` of a word that has other letters than those of ASCII.
    public static func both(
        _ folded: UnsafeBufferPointer<UInt8>, _ range: TextRange
    ) -> (plain: Self, spelled: Self) { (plain(folded, range), spelled(folded, range)) }

    @usableFromInline
    static func plain(_ folded: UnsafeBufferPointer<UInt8>, _ range: TextRange) -> Self {
        var hash = LetterHash()
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
        return hash.end()
    }

    @usableFromInline
    static func spelled(_ folded: UnsafeBufferPointer<UInt8>, _ range: TextRange) -> Self {
        var hash = LetterHash()
        for index in range.start..<range.end { hash.add(folded[index]) }
        return hash.end()
    }

    /// The key of two words, one after the other.
    @inlinable
    public func followed(by next: Self) -> Self {
        Self(bits: ((bits &<< 23 | bits &>> 41) ^ next.bits) &* 0x9E37_79B9_7F4A_7C15)
    }

    @inlinable init(bits: UInt64) { self.bits = bits }

    /// The key of no word.
    @inlinable public static var none: Self { Self(bits: 0) }

    @inlinable public var isNone: Bool { bits == 0 }
}
