import Lexicons
import TextModel

/// What every stage asks of each token of a text, made once: its keys for all look-ups, and whether it has a capital.
struct WordKeys: Sendable {
    private struct Entry: Sendable {
        var key = WordKey.none
        var spelling = WordKey.none
        var hasCapital = false
    }

    private let entries: [Entry]

    /// - Parameter folded: the text in lower case, byte by byte.
    init(of tokens: [Token], in utf8: [UInt8], folded: [UInt8]) {
        entries = utf8.withUnsafeBufferPointer { utf8 in
            folded.withUnsafeBufferPointer { folded in
                tokens.map { token in
                    guard !token.kind.isWhiteSpace else { return Entry() }
                    let range = token.range
                    let hasCapital = !range.isEqual(in: utf8, folded)
                    if let key = WordKey(ascii: folded, range) {
                        return Entry(key: key, spelling: key, hasCapital: hasCapital)
                    }
                    return Entry(
                        key: WordKey(folded, range), spelling: WordKey(spelled: folded, range), hasCapital: hasCapital)
                }
            }
        }
    }

    /// The look-up key of a token; ``WordKey/none`` for white space.
    subscript(token: Int) -> WordKey { entries[token].key }

    /// The key with accents, for a ``SpellingTable``.
    func spelling(_ token: Int) -> WordKey { entries[token].spelling }

    func hasCapital(_ token: Int) -> Bool { entries[token].hasCapital }
}

extension TextRange {
    fileprivate func isEqual(in left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        for offset in start..<end where left[offset] != right[offset] { return false }
        return true
    }
}
