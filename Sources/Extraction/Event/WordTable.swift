import TextModel

/// Words looked up by their bytes, so that no token becomes a `String` first.
struct WordTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        var start: Int
        var end: Int
        var value: Value
    }

    /// Positions in `entries` plus one; 0 is free. At most half of them are taken.
    private var slots: [UInt32]
    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private var longest = 0
    /// Which first and last bytes occur together, by their low five bits: most words need no hash.
    private var ends = [Bool](repeating: false, count: 1024)

    init(_ words: [(word: String, value: Value)]) {
        var size = 16
        while size < words.count * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        entries.reserveCapacity(words.count)
        for (word, value) in words {
            let start = bytes.count
            bytes.append(contentsOf: word.utf8)
            add(start..<bytes.count, value)
        }
    }

    /// The word stands in `bytes`.
    private mutating func add(_ word: Range<Int>, _ value: Value) {
        guard !word.isEmpty else { return }
        longest = max(longest, word.count)
        ends[Self.ends(bytes[word.lowerBound], bytes[word.upperBound - 1])] = true
        var hash = WordHash()
        for index in word { hash.add(bytes[index]) }
        var slot = Int(truncatingIfNeeded: hash.value) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        entries.append(Entry(start: word.lowerBound, end: word.upperBound, value: value))
        slots[slot] = UInt32(entries.count)
    }

    /// - Parameter range: within `utf8`, which is in the case of the table's words.
    func value(of range: TextRange, in utf8: [UInt8]) -> Value? {
        guard !range.isEmpty, range.count <= longest, ends[Self.ends(utf8[range.start], utf8[range.end - 1])] else {
            return nil
        }
        var hash = WordHash()
        for index in range.start..<range.end { hash.add(utf8[index]) }
        var slot = Int(truncatingIfNeeded: hash.value) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.end - entry.start == range.count, matches(entry, range, in: utf8) { return entry.value }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private static func ends(_ first: UInt8, _ last: UInt8) -> Int { Int(first & 31) << 5 | Int(last & 31) }

    private func matches(_ entry: Entry, _ range: TextRange, in utf8: [UInt8]) -> Bool {
        for offset in 0..<range.count where bytes[entry.start + offset] != utf8[range.start + offset] { return false }
        return true
    }
}

/// FNV-1a with a last mix, since tables take the low bits.
struct WordHash: Sendable {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    init() {}

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }

    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

    var value: UInt64 { state ^ (state >> 29) }
}

extension WordTable where Value == Bool {
    /// A set of words, each of which ends where the next one begins.
    init(_ words: (bytes: [UInt8], ends: [Int])) {
        self.init([])
        bytes = words.bytes
        var size = 16
        while size < words.ends.count * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        entries.reserveCapacity(words.ends.count)
        var start = 0
        for end in words.ends {
            add(start..<end, true)
            start = end
        }
    }
}
