import TextModel

/// Words by number, looked up by their ``WordKey``: no strings, and one key of a token for all lists.
///
/// Words are compared without case and without the accents of Latin letters, since capitals and hasty writing lose
/// them: `TRES`, `très` and `tres` are one word.
public struct WordIndex: Sendable {
    /// The number of a word that is not there.
    @inlinable public static var unknown: UInt16 { 0 }

    @usableFromInline var table = KeyTable(capacity: 1 << 13)

    init() {}

    /// One more than the largest number; number 0 is unused.
    public var count: Int { table.count + 1 }

    /// The number of a word, which is added when it is not there; ``unknown`` when there is no room, after 32 767 words.
    mutating func insert(_ word: some Sequence<UInt8>) -> UInt16 {
        insert(WordKey(letters: word))
    }

    /// Adds forms of a word, and their numbers to others.
    mutating func insert(_ forms: FrenchForms.Group, to numbers: inout [UInt16]) {
        var stem = LetterHash()
        for letter in forms.stem { stem.add(letter) }
        for ending in forms.endings {
            var hash = stem
            for letter in ending { hash.add(letter) }
            numbers.append(insert(hash.end()))
        }
    }

    private mutating func insert(_ key: WordKey) -> UInt16 {
        let known = number(of: key)
        if known != Self.unknown || count > 32_767 { return known }
        let number = count
        table.set(key, UInt64(number))
        return UInt16(number)
    }

    /// The number of a word and what else was noted of it, both at once: a table as large as this one is seldom near the
    /// processor.
    @inlinable
    public func reading(of key: WordKey) -> (number: UInt16, note: UInt64) {
        let value = table.value(of: key) ?? UInt64(Self.unknown)
        return (UInt16(truncatingIfNeeded: value), value &>> 16)
    }

    /// Notes something of each word by its number, in 48 bits.
    mutating func note(_ note: (UInt16) -> UInt64) {
        table.changeAll { $0 = UInt64(UInt16(truncatingIfNeeded: $0)) | note(UInt16(truncatingIfNeeded: $0)) << 16 }
    }

    /// The number of a word, ``unknown`` when it is not there.
    @inlinable
    public func number(of key: WordKey) -> UInt16 {
        UInt16(truncatingIfNeeded: table.value(of: key) ?? UInt64(Self.unknown))
    }

    /// The word without case and accents.
    public static func plain(_ word: String) -> String {
        var letters: [UInt8] = []
        letters.reserveCapacity(word.utf8.count)
        var isAfterLead = false
        for byte in word.utf8 {
            let letter = isAfterLead ? LatinLetter.plain(ofSecondByte: byte) : 0
            if letter != 0 {
                letters[letters.count - 1] = letter
            } else {
                letters.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            }
            isAfterLead = byte == 0xC3
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
