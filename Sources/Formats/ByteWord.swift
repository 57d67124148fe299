/// Eight bytes of a text, to look for a byte in all of them at once (SWAR, “SIMD within a register”).
///
/// An answer of “may hold” is to be followed by a look at each byte; “holds none” is certain.
struct ByteWord {
    private let bits: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// - Precondition: eight bytes stand from `offset` on.
    init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        bits = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// A high bit for each byte that is zero, and perhaps for bytes after the first of them.
    private static func zeros(_ bits: UInt64) -> UInt64 { (bits &- ones) & ~bits & highs }

    /// Whether one of the bytes may be this one.
    func mayHold(_ byte: UInt8) -> Bool { Self.zeros(bits ^ (Self.ones &* UInt64(byte))) != 0 }

    /// Whether one of the bytes may be this letter in either case.
    func mayHold(letter: UInt8) -> Bool {
        Self.zeros((bits | Self.ones &* 0x20) ^ (Self.ones &* UInt64(letter))) != 0
    }

    /// Whether there may be a tab or line end, or two blanks that touch.
    var mayHoldWhiteSpaceRun: Bool {
        let blanks = Self.zeros(bits ^ (Self.ones &* 0x20))
        // A byte below 0x20 has none of its upper three bits.
        let controls = Self.zeros(bits & (Self.ones &* 0xE0))
        return controls != 0 || blanks & (blanks >> 8) != 0
    }
}

/// Whether the same bytes stand at two places.
///
/// - Precondition: `count` bytes stand at both.
func areEqual(
    _ left: UnsafeRawBufferPointer, _ leftStart: Int, _ right: UnsafeRawBufferPointer, _ rightStart: Int, _ count: Int
)
    -> Bool
{
    var index = 0
    while index + 8 <= count {
        let first = left.loadUnaligned(fromByteOffset: leftStart + index, as: UInt64.self)
        guard first == right.loadUnaligned(fromByteOffset: rightStart + index, as: UInt64.self) else { return false }
        index += 8
    }
    while index < count {
        guard left[leftStart + index] == right[rightStart + index] else { return false }
        index += 1
    }
    return true
}

extension [UInt8] {
    /// The first place of a byte at or after `start`, eight bytes at a time; `nil` if there is none before `end`.
    func firstIndex(of byte: UInt8, from start: Int, before end: Int) -> Int? {
        withUnsafeBytes { bytes in
            var position = start
            while position < end {
                if position + 8 <= end, !ByteWord(bytes, at: position).mayHold(byte) {
                    position += 8
                    continue
                }
                let limit = Swift.min(end, position + 8)
                while position < limit {
                    if bytes[position] == byte { return position }
                    position += 1
                }
            }
            return nil
        }
    }
}
