import Lexicons
import TextModel

/// What every stage asks of each token of a text, made once: its key for all look-ups, and whether it has a capital.
struct WordKeys: Sendable {
    private let keys: [WordKey]
    private let capitals: [Bool]

    /// - Parameter folded: the text in lower case, byte by byte.
    init(of tokens: [Token], in utf8: [UInt8], folded: [UInt8]) {
        var keys: [WordKey] = []
        var capitals: [Bool] = []
        keys.reserveCapacity(tokens.count)
        capitals.reserveCapacity(tokens.count)
        utf8.withUnsafeBufferPointer { utf8 in
            folded.withUnsafeBufferPointer { folded in
                for token in tokens {
                    guard !token.kind.isWhiteSpace else {
                        keys.append(.none)
                        capitals.append(false)
                        continue
                    }
                    keys.append(WordKey(folded, token.range))
                    var isSame = true
                    for offset in token.range.start..<token.range.end where utf8[offset] != folded[offset] {
                        isSame = false
                        break
                    }
                    capitals.append(!isSame)
                }
            }
        }
        self.keys = keys
        self.capitals = capitals
    }

    /// The look-up key of a token; ``WordKey/none`` for white space.
    subscript(token: Int) -> WordKey { keys[token] }

    func hasCapital(_ token: Int) -> Bool { capitals[token] }
}
