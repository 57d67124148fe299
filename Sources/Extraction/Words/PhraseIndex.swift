import TextModel

/// Phrases of one or more words, found at a token of a text without regard to case and accents.
///
/// An entry's words are parted by spaces and after apostrophes, as the tokenizer parts them; in a text, any white space
/// may stand between two of them.
struct PhraseIndex<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let rest: [WordKey]
        let value: Value
    }

    private var entries: [WordKey: [Entry]] = [:]

    init(_ phrases: [(phrase: String, value: Value)]) {
        for (phrase, value) in phrases {
            let keys = Self.words(of: phrase).map { WordKey($0) }
            guard let first = keys.first else { continue }
            entries[first, default: []].append(Entry(rest: Array(keys.dropFirst()), value: value))
        }
        // The longest first.
        for key in Array(entries.keys) {
            entries[key]?.sort { $0.rest.count > $1.rest.count }
        }
    }

    /// The longest phrase that begins at a token.
    ///
    /// - Parameter end: where the phrase must end at the latest; a position in the text's tokens.
    /// - Returns: the value, and the position after the phrase's last token.
    func match(at token: Int, before end: Int, in text: ReportText) -> (value: Value, end: Int)? {
        guard token < end, let key = text.keys[token], let candidates = entries[key] else { return nil }
        for candidate in candidates {
            if let end = position(after: candidate.rest, from: token + 1, before: end, in: text) {
                return (candidate.value, end)
            }
        }
        return nil
    }

    private func position(after words: [WordKey], from token: Int, before end: Int, in text: ReportText) -> Int? {
        var position = token
        for word in words {
            while position < end, text.tokens[position].kind.isWhiteSpace { position += 1 }
            guard position < end, text.keys[position] == word else { return nil }
            position += 1
        }
        return position
    }

    /// The words of a phrase, parted at spaces and after apostrophes.
    static func words(of phrase: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in phrase {
            if character == " " {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            word.append(character)
            if character == "'" {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

extension PhraseIndex {
    /// The value of the longest phrase that begins a list of words.
    func value(at words: ArraySlice<WordKey>) -> Value? {
        guard let first = words.first, let candidates = entries[first] else { return nil }
        return candidates.first { words.dropFirst().starts(with: $0.rest) }?.value
    }

    /// Whether a phrase begins a list of words.
    func matches(_ words: ArraySlice<WordKey>) -> Bool {
        guard let first = words.first, let candidates = entries[first] else { return false }
        return candidates.contains { words.dropFirst().starts(with: $0.rest) }
    }
}
