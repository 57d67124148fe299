/// Finds the next place of a byte sequence, asked for at positions that only grow, in time linear in the text.
struct ForwardSearch {
    private let needle: [UInt8]
    private var found = -1

    init(_ needle: StaticString) { self.needle = needle.withUTF8Buffer { Array($0) } }

    /// The first place at or after `position` that ends at or before `end`; `nil` if there is none.
    mutating func first(in bytes: [UInt8], from position: Int, before end: Int) -> Int? {
        if found < position { found = place(in: bytes, from: position) ?? Int.max }
        return found <= end - needle.count ? found : nil
    }

    private func place(in bytes: [UInt8], from position: Int) -> Int? {
        bytes.withUnsafeBytes { bytes in
            var index = position
            while let next = bytes.firstPlace(of: needle[0], from: index, before: bytes.count - needle.count + 1) {
                if bytes[next..<next + needle.count].elementsEqual(needle) { return next }
                index = next + 1
            }
            return nil
        }
    }
}

extension UnsafeRawBufferPointer {
    /// The first place of a byte between two positions, sought eight bytes at a time.
    func firstPlace(of byte: UInt8, from start: Int, before end: Int) -> Int? {
        let sought = UInt64(byte) &* 0x0101_0101_0101_0101
        var index = start
        while index + 8 <= end {
            // A byte that is equal becomes zero, and borrows from its highest bit.
            let difference = loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ sought
            if (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < end {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }
}
