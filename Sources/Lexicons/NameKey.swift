/// The key under which the lists of names hold a word: lower case without accents, `Zoé` and `ZOE` give `zoe`.
public enum NameKey {
    /// Appends the key of a word in matching form. Letters of Latin-1, Latin Extended-A and
    /// Vietnamese lose their accents and strokes (`ø` gives `o`, `ễ` gives `e`); others stay as they are.
    public static func append(_ word: ArraySlice<UInt8>, to key: inout [UInt8]) {
        word.withUnsafeBufferPointer { word in each(word) { key.append($0) } }
    }

    /// The hash of the key of a word as written, under which tables hold it.
    static func hash(of word: UnsafeBufferPointer<UInt8>) -> WordKey {
        var hash = LetterHash()
        each(word) { hash.add($0) }
        return hash.end()
    }

    /// Adds the key of a word to a hash, with something in place of a hyphen.
    public static func add(_ word: ArraySlice<UInt8>, hyphen: UInt8, to hash: inout LetterHash) {
        word.withUnsafeBufferPointer { word in
            each(word) { hash.add($0 == UInt8(ascii: "-") ? hyphen : $0) }
        }
    }

    /// The hash of a key that is made already.
    static func hash(ofKey key: some Sequence<UInt8>) -> WordKey {
        var hash = LetterHash()
        for byte in key { hash.add(byte) }
        return hash.end()
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
            if length == 3, end == index + 3, byte == 0xE1, let letter = vietnamese(word[index + 1], word[index + 2]) {
                body(letter)
                index = end
                continue
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

    /// The key as a string.
    ///
    /// - Parameter hyphen: what stands for a hyphen.
    public static func string(of word: ArraySlice<UInt8>, hyphen: UInt8 = UInt8(ascii: "-")) -> String {
        word.withUnsafeBufferPointer { word in
            String(unsafeUninitializedCapacity: word.count) { buffer in
                let count = write(word, to: buffer)
                if hyphen != UInt8(ascii: "-") {
                    for index in 0..<count where buffer[index] == UInt8(ascii: "-") { buffer[index] = hyphen }
                }
                return count
            }
        }
    }

    private static func key(of word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        // In place of the word's own bytes, of which there are as many at least: a copy is made much faster than room.
        var key = Array(word)
        let count = key.withUnsafeMutableBufferPointer { write(word, to: $0) }
        key.removeLast(key.count - count)
        return key
    }

    /// The base letters of U+00C0 to U+017F; `·` stands for no letter.
    private static let letters = Array(
        ("aaaaaaaceeeeiiiidnooooo·ouuuuyþsaaaaaaaceeeeiiiidnooooo·ouuuuyþy"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllll"
            + "lnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").unicodeScalars.map { scalar in
                scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(0)
            })

    /// The base letter of U+1EA0 to U+1EF9, Vietnamese letters, by the second and third byte.
    private static func vietnamese(_ second: UInt8, _ third: UInt8) -> UInt8? {
        guard second == 0xBA || second == 0xBB else { return nil }
        switch (UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)) | 0x1000 {
        case 0x1EA0...0x1EB7: return 0x61
        case 0x1EB8...0x1EC7: return 0x65
        case 0x1EC8...0x1ECB: return 0x69
        case 0x1ECC...0x1EE3: return 0x6F
        case 0x1EE4...0x1EF1: return 0x75
        case 0x1EF2...0x1EF9: return 0x79
        default: return nil
        }
    }

    private static func base(of scalar: UInt32) -> UInt8? {
        // Combining marks after a letter with which they do not compose.
        if scalar >= 0x300, scalar < 0x370 { return 0 }
        switch scalar {
        case 0x1A0, 0x1A1: return 0x6F  // Ơ
        case 0x1AF, 0x1B0: return 0x75  // Ư
        case 0x218, 0x219: return 0x73  // Ș
        case 0x21A, 0x21B: return 0x74  // Ț
        default: break
        }
        guard scalar >= 0xC0, scalar <= 0x17F else { return nil }
        let letter = letters[Int(scalar - 0xC0)]
        return letter == 0 ? nil : letter
    }
}
