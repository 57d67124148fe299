import Lexicons
import TextModel

/// Phrases of one or more words, found at a token of a text without regard to case and accents.
///
/// An entry's words are parted by spaces and after apostrophes, as the tokenizer parts them; in a text, any white space
/// may stand between two of them.
struct PhraseIndex<Value: Sendable>: Sendable {
    /// The words after the first stand in `rest`.
    private struct Entry: Sendable {
        let rest: Range<Int32>
        let value: Value
    }

    /// The positions in ``groups`` of the words that begin phrases.
    private var firsts: KeyTable
    /// Where the entries stand that begin with one word.
    private var groups: [Range<Int32>] = []
    /// By their first words, and of those with one first word the longest first.
    private var entries: [Entry] = []
    private var rest: [WordKey] = []

    /// - Parameter whole: words in lower case that the tokenizer does not part at their apostrophe (quelqu'un).
    init(_ phrases: [(phrase: String, value: Value)], whole: Set<[UInt8]> = []) {
        var all: [(words: [WordKey], value: Value)] = []
        all.reserveCapacity(phrases.count)
        var positions: [WordKey: [Int]] = [:]
        var firsts: [WordKey] = []
        for (phrase, value) in phrases {
            let words = Self.words(of: phrase, whole: whole)
            guard let first = words.first else { continue }
            if positions[first] == nil { firsts.append(first) }
            positions[first, default: []].append(all.count)
            all.append((words, value))
        }
        self.firsts = KeyTable(capacity: firsts.count)
        groups.reserveCapacity(firsts.count)
        entries.reserveCapacity(all.count)
        for first in firsts {
            let start = Int32(entries.count)
            for position in (positions[first] ?? []).sorted(by: { all[$0].words.count > all[$1].words.count }) {
                let begin = Int32(rest.count)
                rest += all[position].words.dropFirst()
                entries.append(Entry(rest: begin..<Int32(rest.count), value: all[position].value))
            }
            self.firsts.set(first, UInt64(groups.count))
            groups.append(start..<Int32(entries.count))
        }
    }

    /// The longest phrase that begins at a token.
    ///
    /// - Parameter end: where the phrase must end at the latest; a position in the text's tokens.
    /// - Returns: the value, and the position after the phrase's last token.
    @inline(__always)
    func match(at token: Int, before end: Int, in text: ReportText) -> (value: Value, end: Int)? {
        guard token < end else { return nil }
        let key = text.keys[token]
        // Every second token is white space.
        guard !key.isNone, let group = firsts.value(of: key) else { return nil }
        return match(group, at: token, before: end, in: text)
    }

    private func match(
        _ group: UInt64, at token: Int, before end: Int, in text: ReportText
    ) -> (value: Value, end: Int)? {
        for candidate in groups[Int(group)] {
            let entry = entries[Int(candidate)]
            if let end = position(after: entry.rest, from: token + 1, before: end, in: text) {
                return (entry.value, end)
            }
        }
        return nil
    }

    private func position(after words: Range<Int32>, from token: Int, before end: Int, in text: ReportText) -> Int? {
        var position = token
        for word in words {
            while position < end, text.keys[position].isNone { position += 1 }
            guard position < end, text.keys[position] == rest[Int(word)] else { return nil }
            position += 1
        }
        return position
    }

    /// The keys of a phrase's words, which are parted at spaces and after apostrophes.
    ///
    /// - Parameter whole: words in lower case that are not parted.
    static func words(of phrase: String, whole: Set<[UInt8]> = []) -> [WordKey] {
        let bytes = lowercased(Array(phrase.utf8))
        guard !whole.isEmpty, bytes.contains(0x27) else { return words(of: bytes) }
        return bytes.split(separator: 0x20).flatMap { word in
            whole.contains(Array(word)) ? [WordKey(folded: word)] : words(of: Array(word))
        }
    }

    /// - Parameter bytes: in lower case.
    static func words(of bytes: [UInt8]) -> [WordKey] {
        var words: [WordKey] = []
        var start = 0
        for index in 0...bytes.count {
            let isEnd = index == bytes.count || bytes[index] == 0x20
            let end = !isEnd && bytes[index] == 0x27 ? index + 1 : index
            guard isEnd || end > index else { continue }
            if end > start { words.append(WordKey(folded: bytes[start..<end])) }
            start = isEnd ? index + 1 : end
        }
        return words
    }
}

extension PhraseIndex {
    /// The value of the longest phrase that begins a list of words.
    func value(at words: ArraySlice<WordKey>) -> Value? {
        guard let first = words.first, let group = firsts.value(of: first) else { return nil }
        for candidate in groups[Int(group)] where begins(words.dropFirst(), entries[Int(candidate)]) {
            return entries[Int(candidate)].value
        }
        return nil
    }

    /// Whether a phrase begins a list of words.
    func matches(_ words: ArraySlice<WordKey>) -> Bool { value(at: words) != nil }

    /// How many words the longest phrase has that begins a list of words.
    func length(at words: ArraySlice<WordKey>) -> Int? {
        guard let first = words.first, let group = firsts.value(of: first) else { return nil }
        for candidate in groups[Int(group)] where begins(words.dropFirst(), entries[Int(candidate)]) {
            return entries[Int(candidate)].rest.count + 1
        }
        return nil
    }

    private func begins(_ words: ArraySlice<WordKey>, _ entry: Entry) -> Bool {
        words.starts(with: rest[Int(entry.rest.lowerBound)..<Int(entry.rest.upperBound)])
    }
}
