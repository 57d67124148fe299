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
                    let hasCapital = Self.differ(utf8, folded, token.range)
                    if let key = WordKey(ascii: folded, token.range) {
                        return Entry(key: key, spelling: key, hasCapital: hasCapital)
                    }
                    let (plain, spelled) = WordKey.both(folded, token.range)
                    return Entry(key: plain, spelling: spelled, hasCapital: hasCapital)
                }
            }
        }
    }

    /// Eight bytes at a time where there are as many, whatever they are.
    private static func differ(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ range: TextRange
    ) -> Bool {
        var start = range.start
        let (rawLeft, rawRight) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        while start < range.end, start + 8 <= left.count {
            let difference =
                UInt64(littleEndian: rawLeft.loadUnaligned(fromByteOffset: start, as: UInt64.self))
                ^ UInt64(littleEndian: rawRight.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            if difference != 0, difference.trailingZeroBitCount / 8 < range.end - start { return true }
            start += 8
        }
        while start < range.end {
            if left[start] != right[start] { return true }
            start += 1
        }
        return false
    }

    /// The look-up key of a token; ``WordKey/none`` for white space.
    subscript(token: Int) -> WordKey { entries[token].key }

    /// The key with accents, for a ``SpellingTable``.
    func spelling(_ token: Int) -> WordKey { entries[token].spelling }

    func hasCapital(_ token: Int) -> Bool { entries[token].hasCapital }
}
