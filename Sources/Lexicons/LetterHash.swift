/// The hash behind a ``WordKey``: letters are taken eight at a time, so that most words take one step.
///
/// Words of up to eight letters never share one.
@frozen
public struct LetterHash: Sendable {
    @usableFromInline var value: UInt64 = 0xCBF2_9CE4_8422_2325
    /// The letters since the last step, the first lowest.
    @usableFromInline var letters: UInt64 = 0
    @usableFromInline var shift: UInt64 = 0

    @inlinable public init() {}

    @inlinable
    public mutating func add(_ letter: UInt8) {
        letters |= UInt64(letter) &<< shift
        shift &+= 8
        if shift == 64 {
            step(letters)
            letters = 0
            shift = 0
        }
    }

    /// Adds eight letters, or the last of a word with zeros behind them.
    @inlinable
    mutating func step(_ letters: UInt64) {
        value = (value ^ letters) &* 0x9E37_79B9_7F4A_7C15
        value ^= value &>> 32
    }

    /// The key of the letters so far; none may be added after it.
    @inlinable
    public mutating func end() -> WordKey {
        if shift > 0 { step(letters) }
        return WordKey(bits: value)
    }

    /// The hash of a stretch of ASCII letters; `nil` for one that has others, or that ends within the last seven bytes.
    @inlinable @inline(__always)
    static func ascii(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64? {
        guard end &+ 8 <= bytes.count else { return nil }
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = LetterHash()
        var index = start
        while index < end {
            var letters = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let rest = end &- index
            if rest < 8 { letters &= (1 &<< UInt64(rest &* 8)) &- 1 }
            if letters & 0x8080_8080_8080_8080 != 0 { return nil }
            hash.step(letters)
            index &+= 8
        }
        return hash.value
    }
}
