import TextModel

/// A hash that tells word lists apart and guards against nothing, so it may be fast: eight bytes in one step.
struct LexiconDigest {
    private var hash = ByteHash()

    mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    /// The count goes in too, so that bytes cannot move from one list to the next.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var offset = 0
        while offset + 8 <= bytes.count {
            mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        for byte in bytes[offset...] { mix(UInt64(byte)) }
        mix(UInt64(bytes.count))
    }

    /// A multiplication carries upwards only, hence the shift.
    private mutating func mix(_ word: UInt64) {
        hash.add(word)
        hash.value ^= hash.value &>> 32
    }

    var hexadecimal: String {
        let digits = String(hash.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
