import Lexicons
import TextModel

/// Words that are told apart by their accents, `à` from `a`: found by their ``WordKey``, then compared byte by byte.
struct SpellingTable: Sendable {
    private struct Entry: Sendable {
        let start: Int32
        let end: Int32
        let value: UInt16
        /// The position of another word with this key, -1 for none.
        var next: Int32 = -1
    }

    /// Positions in `entries`.
    private var table: KeyTable
    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private var longest = 0

    /// - Parameter words: in lower case; of two that are equal the first counts.
    init(_ words: [(word: String, value: UInt16)]) {
        table = KeyTable(capacity: words.count)
        entries.reserveCapacity(words.count)
        for (word, value) in words {
            let start = bytes.count
            bytes.append(contentsOf: word.utf8)
            add(start..<bytes.count, value)
        }
    }

    /// - Parameter words: each ends where the next one begins; the value of all is 1.
    init(_ words: (bytes: [UInt8], ends: [Int])) {
        table = KeyTable(capacity: words.ends.count)
        entries.reserveCapacity(words.ends.count)
        bytes = words.bytes
        var start = 0
        for end in words.ends {
            add(start..<end, 1)
            start = end
        }
    }

    /// The word stands in `bytes`.
    private mutating func add(_ word: Range<Int>, _ value: UInt16) {
        guard !word.isEmpty else { return }
        longest = max(longest, word.count)
        let key = WordKey(folded: bytes[word])
        var entry = Entry(start: Int32(word.lowerBound), end: Int32(word.upperBound), value: value)
        if let first = table.value(of: key) {
            entry.next = entries[Int(first)].next
            entries[Int(first)].next = Int32(entries.count)
        } else {
            table.set(key, UInt32(entries.count))
        }
        entries.append(entry)
    }

    /// - Parameters:
    ///   - range: within `folded`, which is in lower case.
    ///   - key: that of the range.
    func value(of range: TextRange, _ key: WordKey, in folded: [UInt8]) -> UInt16? {
        guard let first = table.value(of: key) else { return nil }
        var position = Int(first)
        while position >= 0 {
            let entry = entries[position]
            if Int(entry.end - entry.start) == range.count, matches(entry, range, in: folded) { return entry.value }
            position = Int(entry.next)
        }
        return nil
    }

    /// Whether a stretch of text is one of the words.
    func contains(_ range: TextRange, in folded: [UInt8]) -> Bool {
        guard !range.isEmpty, range.count <= longest else { return false }
        let key = folded.withUnsafeBufferPointer { WordKey($0, range) }
        return value(of: range, key, in: folded) != nil
    }

    private func matches(_ entry: Entry, _ range: TextRange, in folded: [UInt8]) -> Bool {
        for offset in 0..<range.count where bytes[Int(entry.start) + offset] != folded[range.start + offset] {
            return false
        }
        return true
    }
}
