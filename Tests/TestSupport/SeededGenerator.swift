/// SplitMix64: the same numbers for the same seed, so that a random test that fails can be run again.
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// Text of pieces that the text layer treats in different ways.
    public mutating func text(pieces count: Int) -> String {
        let pieces = [
            "a", "é", "e\u{301}", "L’", "qu'", "-t-il", "œ", "Œ", "…", "...", ". ", "\n", "\r\n", "\u{A0}", " ",
            "\u{202F}",
            "12", "1 234,5", "3e", "24h", "«", "»", "\"", "(", ")", "-", "–", "#", "@", "/", ":", ":D", "http://a.fr/",
            "😀",
            "👩‍💻", "🇫🇷", "\u{200B}", "\u{AD}", "\u{FEFF}", "\u{301}", "\u{327}", "\0", "漢字", "ไทย", "한",
            "\u{1100}\u{1161}",
            "M.", "etc.", "Node.js", "_", "*", "·e·s", "\u{1D160}", "Ω", "\u{2126}", "½", "²", "\t", "x", "Il", "!",
            "?",
        ]
        return (0..<count).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }
}
