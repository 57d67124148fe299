/// Words by number, looked up by their bytes: one hash, no strings.
///
/// Words are compared without case and without the accents of Latin letters, since capitals and hasty writing lose
/// them: `TRES`, `très` and `tres` are one word.
public struct WordIndex: Sendable {
    /// The number of a word that is not there.
    public static let unknown: UInt16 = 0

    private var bytes: [UInt8] = []
    /// Where each word ends in `bytes`; number 0 is unused.
    private var ends: [UInt32] = [0]
    private var slots: [UInt16] = [UInt16](repeating: 0, count: 1 << 15)

    init() {}

    /// One more than the largest number.
    public var count: Int { ends.count }

    /// The number of a word, which is added when it is not there and there is room; at most 16 383 words are held.
    mutating func insert(_ word: String) -> UInt16 {
        let key = Self.key(of: Array(word.utf8))
        let slot = key.withUnsafeBufferPointer { self.slot(of: $0) }
        if slots[slot] != 0 || count > 16_383 { return slots[slot] }
        bytes.append(contentsOf: key)
        ends.append(UInt32(bytes.count))
        slots[slot] = UInt16(ends.count - 1)
        return slots[slot]
    }

    /// The number of a word already written in lower case, ``unknown`` when it is not there.
    ///
    /// - Parameter buffer: room for the word without accents, kept by the caller so that none is made per word.
    public func number(of word: UnsafeBufferPointer<UInt8>, buffer: inout [UInt8]) -> UInt16 {
        buffer.removeAll(keepingCapacity: true)
        Self.appendKey(of: word, to: &buffer)
        return buffer.withUnsafeBufferPointer { slots[slot(of: $0)] }
    }

    private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        var slot = Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(slots.count - 1))
        while slots[slot] != 0, !holds(Int(slots[slot]), key) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private func holds(_ number: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(ends[number - 1])
        guard Int(ends[number]) - start == key.count else { return false }
        for offset in key.indices where bytes[start + offset] != key[offset] { return false }
        return true
    }

    static func key(of word: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        word.withUnsafeBufferPointer { appendKey(of: $0, to: &key) }
        return key
    }

    private static func appendKey(of word: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
        var index = 0
        while index < word.count {
            let byte = word[index]
            if byte == 0xC3, index + 1 < word.count, let letter = letters[Int(word[index + 1] & 0x3F)] {
                key.append(letter)
                index += 2
            } else {
                key.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
                index += 1
            }
        }
    }

    /// U+00C0 to U+00FF without their accents, in lower case.
    private static let letters: [UInt8?] = {
        let row = Array("aaaaaa.ceeeeiiii.nooooo..uuuuy..".utf8).map { $0 == 0x2E ? nil : $0 }
        return row + row
    }()
}
