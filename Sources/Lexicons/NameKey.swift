/// The key under which the lists of names hold a word: lower case without accents, `Zoé` and `ZOE` give `zoe`.
public enum NameKey {
    /// Appends the key of a word in matching form. Letters of Latin-1 and Latin Extended-A lose their accents and
    /// strokes (`ø` gives `o`, `ł` gives `l`); others stay as they are.
    public static func append(_ word: ArraySlice<UInt8>, to key: inout [UInt8]) {
        word.withUnsafeBufferPointer { word in each(word) { key.append($0) } }
    }

    /// Writes the key, which is not longer than the word, and returns its length.
    static func write(_ word: UnsafeBufferPointer<UInt8>, to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var count = 0
        each(word) { byte in
            buffer[count] = byte
            count += 1
        }
        return count
    }

    @inline(__always)
    private static func each(_ word: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void) {
        var index = 0
        while index < word.count {
            let byte = word[index]
            if byte < 0x80 {
                body(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
                index += 1
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            let end = min(index + length, word.count)
            if length == 2, end == index + 2 {
                let scalar = UInt32(byte & 0x1F) << 6 | UInt32(word[index + 1] & 0x3F)
                if let letter = base(of: scalar) {
                    if letter != 0 { body(letter) }
                    index = end
                    continue
                }
            }
            for rest in word[index..<end] { body(rest) }
            index = end
        }
    }

    public static func key(of word: ArraySlice<UInt8>) -> [UInt8] {
        word.withUnsafeBufferPointer { key(of: $0) }
    }

    public static func key(of word: String) -> [UInt8] {
        var word = word
        return word.withUTF8 { key(of: $0) }
    }

    private static func key(of word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        Array(unsafeUninitializedCapacity: word.count) { buffer, count in count = write(word, to: buffer) }
    }

    /// The base letters of U+00C0 to U+017F; `·` stands for no letter.
    private static let letters = Array(
        ("aaaaaaaceeeeiiiidnooooo·ouuuuyþsaaaaaaaceeeeiiiidnooooo·ouuuuyþy"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllll"
            + "lnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").unicodeScalars.map { scalar in
                scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(0)
            })

    private static func base(of scalar: UInt32) -> UInt8? {
        // Combining marks after a letter with which they do not compose.
        if scalar >= 0x300, scalar < 0x370 { return 0 }
        guard scalar >= 0xC0, scalar <= 0x17F else { return nil }
        let letter = letters[Int(scalar - 0xC0)]
        return letter == 0 ? nil : letter
    }
}
