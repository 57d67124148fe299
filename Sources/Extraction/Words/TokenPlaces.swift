import TextModel

/// Where the tokens of a text begin, for a look-up by offset that takes a few steps however long the text is.
struct TokenPlaces: Sendable {
    /// For each sixteen bytes of the text, the first token that begins there or later; the last is the count of tokens.
    private let firsts: [UInt32]
    private static let shift = 4

    /// - Parameter count: of the text's bytes.
    init(_ tokens: [Token], count: Int) {
        var firsts: [UInt32] = []
        firsts.reserveCapacity(count >> Self.shift + 2)
        for (position, token) in tokens.enumerated() {
            while firsts.count << Self.shift <= token.range.start { firsts.append(UInt32(position)) }
        }
        firsts.append(UInt32(tokens.count))
        self.firsts = firsts
    }

    /// The position of the first token that begins at an offset or after it; the count of tokens for none.
    @inline(__always)
    func firstToken(from offset: Int, in tokens: [Token]) -> Int {
        var position = Int(firsts[min(offset >> Self.shift, firsts.count - 1)])
        while position < tokens.count, tokens[position].range.start < offset { position += 1 }
        return position
    }
}
