/// Simple lower case that keeps every offset: ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic letters whose cases
/// have the same length.
func lowercased(_ utf8: [UInt8]) -> [UInt8] {
    var result = utf8
    result.withUnsafeMutableBytes { bytes in
        var index = 0
        while index < bytes.count {
            let passed = lowerASCII(bytes, at: index)
            index += passed
            if passed == 8 || index >= bytes.count { continue }
            let byte = bytes[index]
            if byte < 0x80 {
                if byte >= 0x41, byte <= 0x5A { bytes[index] = byte | 0x20 }
                index += 1
            } else if byte == 0xC3, index + 1 < bytes.count {
                // À to Þ, without ×.
                let next = bytes[index + 1]
                if next <= 0x9E, next != 0x97 { bytes[index + 1] = next | 0x20 }
                index += 2
            } else if byte < 0xE0, index + 1 < bytes.count {
                let letter = String(decoding: bytes[index..<index + 2], as: UTF8.self).lowercased().utf8
                if letter.count == 2 { for (offset, byte) in letter.enumerated() { bytes[index + offset] = byte } }
                index += 2
            } else {
                index += byte < 0xF0 ? 3 : 4
            }
        }
    }
    return result
}

/// Writes up to eight bytes of ASCII in lower case, all in one step.
///
/// - Returns: how many; 0 near the end of the text.
private func lowerASCII(_ bytes: UnsafeMutableRawBufferPointer, at index: Int) -> Int {
    guard index + 8 <= bytes.count else { return 0 }
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let isASCII = ~word & highBits
    // The lowest byte beyond ASCII, and all above it, are left as they are: sums below carry upwards only.
    let count = (word & highBits).trailingZeroBitCount / 8
    let stretch: UInt64 = count == 8 ? ~0 : (1 << UInt64(count * 8)) - 1
    // From 0x41 on the first sum has its highest bit, from 0x5B on the second.
    let capitals = (word &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(word &+ 0x2525_2525_2525_2525) & isASCII & stretch
    if capitals != 0 {
        bytes.storeBytes(of: (word | capitals >> 2).littleEndian, toByteOffset: index, as: UInt64.self)
    }
    return count
}
