import Lexicons

/// Values by words, looked up by the bytes of a text, so that no string is made of each word of it.
struct WordTable<Value: Sendable>: Sendable {
    private let words: ByteTable
    private let values: [Value]
    /// In bytes, of the words.
    let longest: Int

    /// - Parameter entries: of two with one key, the first counts.
    init(_ entries: some Sequence<(key: String, value: Value)>) {
        let entries = Array(entries)
        words = ByteTable(entries.map(\.key))
        values = entries.map(\.value)
        longest = entries.map(\.key.utf8.count).max() ?? 0
    }

    subscript(word: ArraySlice<UInt8>) -> Value? {
        guard word.count <= longest else { return nil }
        return words.value(of: word).map { values[Int($0)] }
    }
}
