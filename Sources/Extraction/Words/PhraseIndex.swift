import Lexicons
import TextModel

/// Phrases of one or more words, found at a token of a text without regard to case and accents.
///
/// An entry's words are parted by spaces and after apostrophes, as the tokenizer parts them; in a text, any white space
/// may stand between two of them.
struct PhraseIndex<Value: Sendable>: Sendable {
    /// A phrase of two words or more; those after the second stand in `rest`.
    private struct Entry: Sendable {
        let rest: Range<Int32>
        let value: Value
    }

    /// By the words that begin phrases: the position plus one in ``single`` of the value of the word alone, or 0, and
    /// whether longer phrases begin with the word.
    private var firsts: KeyTable
    private static var goesOn: UInt64 { 1 << 32 }
    private var single: [Value] = []
    /// The positions in ``groups`` of the first two words of longer phrases: many begin with “je” or “le”, and are not to
    /// be gone through at each.
    private var pairs = KeyTable()
    /// Where the entries stand that begin with two words.
    private var groups: [Range<Int32>] = []
    /// Of those with the same first two words the longest first.
    private var entries: [Entry] = []
    private var rest: [WordKey] = []

    /// - Parameters:
    ///   - phrases: of two that are equal the first counts.
    ///   - whole: words in lower case that the tokenizer does not part at their apostrophe (quelqu'un).
    init(_ phrases: [(phrase: String, value: Value)], whole: Set<[UInt8]> = []) {
        firsts = KeyTable(capacity: phrases.count)
        var longer: [(pair: WordKey, entry: Entry)] = []
        for (phrase, value) in phrases {
            let words = Self.words(of: phrase, whole: whole)
            guard let first = words.first else { continue }
            if words.count == 1 {
                firsts.change(first) { known in
                    guard known & ~Self.goesOn == 0 else { return }
                    single.append(value)
                    known |= UInt64(single.count)
                }
            } else {
                firsts.change(first) { $0 |= Self.goesOn }
                let begin = Int32(rest.count)
                rest += words.dropFirst(2)
                let entry = Entry(rest: begin..<Int32(rest.count), value: value)
                longer.append((first.followed(by: words[1]), entry))
            }
        }
        longer.sort { left, right in
            (left.pair.bits, -left.entry.rest.count, left.entry.rest.lowerBound)
                < (right.pair.bits, -right.entry.rest.count, right.entry.rest.lowerBound)
        }
        pairs = KeyTable(capacity: longer.count)
        entries = longer.map(\.entry)
        var start = 0
        for next in longer.indices.dropFirst() where longer[next].pair != longer[start].pair {
            addGroup(longer[start].pair, start..<next)
            start = next
        }
        if start < longer.count { addGroup(longer[start].pair, start..<longer.count) }
    }

    private mutating func addGroup(_ pair: WordKey, _ entries: Range<Int>) {
        pairs.set(pair, UInt64(groups.count))
        groups.append(Int32(entries.lowerBound)..<Int32(entries.upperBound))
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
        guard !key.isNone, let first = firsts.value(of: key) else { return nil }
        return match(key, first, at: token, before: end, in: text)
    }

    private func match(
        _ key: WordKey, _ first: UInt64, at token: Int, before end: Int, in text: ReportText
    ) -> (value: Value, end: Int)? {
        if first & Self.goesOn != 0 {
            var next = token + 1
            while next < end, text.keys[next].isNone { next += 1 }
            if next < end, let group = pairs.value(of: key.followed(by: text.keys[next])) {
                for candidate in groups[Int(group)] {
                    let entry = entries[Int(candidate)]
                    if let end = position(after: entry.rest, from: next + 1, before: end, in: text) {
                        return (entry.value, end)
                    }
                }
            }
        }
        return valueAlone(first).map { ($0, token + 1) }
    }

    /// The value of a word that is a phrase by itself.
    private func valueAlone(_ first: UInt64) -> Value? {
        let position = Int(first & ~Self.goesOn)
        return position == 0 ? nil : single[position - 1]
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
    func value(at words: ArraySlice<WordKey>) -> Value? { longest(at: words)?.value }

    /// Whether a phrase begins a list of words.
    func matches(_ words: ArraySlice<WordKey>) -> Bool { longest(at: words) != nil }

    /// How many words the longest phrase has that begins a list of words.
    func length(at words: ArraySlice<WordKey>) -> Int? { longest(at: words)?.length }

    private func longest(at words: ArraySlice<WordKey>) -> (value: Value, length: Int)? {
        guard let key = words.first, let first = firsts.value(of: key) else { return nil }
        if first & Self.goesOn != 0, let second = words.dropFirst().first,
            let group = pairs.value(of: key.followed(by: second))
        {
            for candidate in groups[Int(group)] {
                let entry = entries[Int(candidate)]
                let range = Int(entry.rest.lowerBound)..<Int(entry.rest.upperBound)
                if words.dropFirst(2).starts(with: rest[range]) { return (entry.value, range.count + 2) }
            }
        }
        return valueAlone(first).map { ($0, 1) }
    }
}
