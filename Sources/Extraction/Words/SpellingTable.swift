import Lexicons
import TextModel

/// Words that are told apart by their accents, `à` from `a`.
struct SpellingTable: Sendable {
    private var table: KeyTable
    private var longest = 0

    /// - Parameter words: in lower case; of two that are equal the first counts.
    init(_ words: [(word: String, value: UInt32)]) {
        table = KeyTable(capacity: words.count)
        for (word, value) in words { add(Array(word.utf8)[...], value) }
    }

    /// - Parameter words: each ends where the next one begins; the value of all is 1.
    init(_ words: (bytes: [UInt8], ends: [Int])) {
        table = KeyTable(capacity: words.ends.count)
        var start = 0
        for end in words.ends {
            add(words.bytes[start..<end], 1)
            start = end
        }
    }

    private mutating func add(_ word: ArraySlice<UInt8>, _ value: UInt32) {
        let key = WordKey(spelled: word)
        guard !word.isEmpty, table.value(of: key) == nil else { return }
        longest = max(longest, word.count)
        table.set(key, UInt64(value))
    }

    /// - Parameter spelling: of a word with its accents, see ``WordKeys/spelling(_:)``.
    @inline(__always)
    func value(of spelling: WordKey) -> UInt32? { table.value(of: spelling).map { UInt32(truncatingIfNeeded: $0) } }

    /// Whether a stretch of lower-case text is one of the words.
    func contains(_ range: TextRange, in folded: [UInt8]) -> Bool {
        guard !range.isEmpty, range.count <= longest else { return false }
        return folded.withUnsafeBufferPointer { table.value(of: WordKey(spelled: $0, range)) } != nil
    }
}
