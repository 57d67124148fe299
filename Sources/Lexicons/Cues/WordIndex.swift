/// Words by number, looked up by a hash of their bytes: one pass over the word, no strings.
///
/// Words are compared without case and without the accents of Latin letters, since capitals and hasty writing lose
/// them: `TRES`, `très` and `tres` are one word. Two words are one when their 64-bit hashes are, which for the few
/// thousand words of a list does not happen by chance.
public struct WordIndex: Sendable {
    /// The number of a word that is not there.
    public static let unknown: UInt16 = 0

    /// Number 0 is unused.
    private var hashes: [UInt64] = [0]
    private var slots: [UInt16] = [UInt16](repeating: 0, count: 1 << 16)

    init() {}

    /// One more than the largest number.
    public var count: Int { hashes.count }

    /// The number of a word, which is added when it is not there; ``unknown`` when there is no room, after 32 767 words.
    mutating func insert(_ word: String) -> UInt16 {
        let hash = Array(word.utf8).withUnsafeBufferPointer { Self.hash(of: $0) }
        let slot = slot(of: hash)
        if slots[slot] != 0 || count > 32_767 { return slots[slot] }
        hashes.append(hash)
        slots[slot] = UInt16(hashes.count - 1)
        return slots[slot]
    }

    /// The number of a word, ``unknown`` when it is not there.
    public func number(of word: UnsafeBufferPointer<UInt8>) -> UInt16 { slots[slot(of: Self.hash(of: word))] }

    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(slots.count - 1))
        while slots[slot] != 0, hashes[Int(slots[slot])] != hash { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    /// Fowler, Noll and Vo's hash (FNV-1a) of the word without case and accents.
    private static func hash(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var index = 0
        while index < word.count {
            var byte = word[index]
            if byte == 0xC3, index + 1 < word.count {
                let letter = LatinLetter.plain(ofSecondByte: word[index + 1])
                if letter != 0 {
                    byte = letter
                    index += 1
                }
            } else if byte >= 0x41, byte <= 0x5A {
                byte |= 0x20
            }
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            index += 1
        }
        return hash
    }

    /// The word without case and accents.
    static func plain(_ word: String) -> String {
        var letters: [UInt8] = []
        var bytes = Array(word.utf8)[...]
        while let byte = bytes.popFirst() {
            if byte == 0xC3, let next = bytes.first, LatinLetter.plain(ofSecondByte: next) != 0 {
                letters.append(LatinLetter.plain(ofSecondByte: next))
                bytes.removeFirst()
            } else {
                letters.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
