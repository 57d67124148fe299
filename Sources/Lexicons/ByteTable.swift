import TextModel

/// A hash table from words, given as bytes, to numbers: one pool of bytes instead of a `String` for each word, so that
/// a list of tens of thousands is ready in a few milliseconds and a look-up allocates nothing.
public struct ByteTable: Sendable {
    private struct Entry {
        var start: UInt32
        var count: UInt32
        var value: UInt64
    }

    private var pool: [UInt8] = []
    private var entries: [Entry] = []
    /// The position of an entry plus one, or 0, below the upper half of the word's hash, which tells most other words
    /// without a look at the entry; the count is a power of two.
    private var slots: [UInt64]

    /// - Parameter capacity: how many words are expected; more may follow.
    public init(capacity: Int = 0) {
        var count = 16
        while count < capacity * 2 { count *= 2 }
        slots = [UInt64](repeating: 0, count: count)
        entries.reserveCapacity(capacity)
        pool.reserveCapacity(capacity * 8)
    }

    /// - Parameter words: their values are their positions; of two that are equal the first counts.
    public init(_ words: some Collection<String>) {
        self.init(capacity: words.count)
        for (position, word) in words.enumerated() {
            if !holds(Array(word.utf8)[...]) { change(word) { $0 = UInt64(position) } }
        }
    }

    /// Changes the value of a word, 0 for one that is new.
    public mutating func change(_ word: String, _ change: (inout UInt64) -> Void) {
        var word = word
        word.withUTF8 { bytes in _ = update(bytes, change) }
    }

    public func holds(_ word: ArraySlice<UInt8>) -> Bool { value(of: word) != nil }

    /// The value of a word, or `nil`.
    public func value(of word: ArraySlice<UInt8>) -> UInt64? { word.withUnsafeBufferPointer { value(of: $0) } }

    /// The value of a word, or `nil`.
    func value(of word: UnsafeBufferPointer<UInt8>) -> UInt64? {
        let hash = Self.hash(word)
        guard let position = position(of: word, hash) else { return nil }
        return entries[position].value
    }

    /// Changes the value of a word, 0 for one that is new, and tells whether it was there. Words of more than 65,535
    /// bytes are left out.
    @discardableResult
    mutating func update(_ word: UnsafeBufferPointer<UInt8>, _ change: (inout UInt64) -> Void) -> Bool {
        let hash = Self.hash(word)
        if let position = position(of: word, hash) {
            change(&entries[position].value)
            return true
        }
        guard word.count <= Int(UInt16.max) else { return false }
        if (entries.count + 1) * 2 > slots.count { grow() }
        var entry = Entry(start: UInt32(pool.count), count: UInt32(word.count), value: 0)
        change(&entry.value)
        pool.append(contentsOf: word)
        entries.append(entry)
        place(entries.count - 1, hash)
        return false
    }

    private func position(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        let tag = hash & 0xFFFF_FFFF_0000_0000
        while slots[slot] != 0 {
            if slots[slot] & 0xFFFF_FFFF_0000_0000 == tag {
                let position = Int(slots[slot] & 0xFFFF_FFFF) - 1
                if holds(entries[position], word) { return position }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func holds(_ entry: Entry, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(entry.count) == word.count else { return false }
        let start = Int(entry.start)
        for index in 0..<word.count where pool[start + index] != word[index] { return false }
        return true
    }

    private mutating func place(_ position: Int, _ hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(position + 1)
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        for (position, entry) in entries.enumerated() {
            let start = Int(entry.start)
            let hash = pool[start..<start + Int(entry.count)].withUnsafeBufferPointer { Self.hash($0) }
            place(position, hash)
        }
    }

    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 { ByteHash(word).mixed }
}
