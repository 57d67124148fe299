/// The hash FNV-1a of 64 bits, of Fowler, Noll and Vo: fast for words, and no guard against a forger.
@frozen public struct ByteHash: Sendable {
    /// The hash so far, as its authors define it.
    public var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inlinable public init() {}

    @inlinable public init(_ bytes: some Sequence<UInt8>) {
        self.init()
        for byte in bytes { add(byte) }
    }

    @inlinable public mutating func add(_ byte: UInt8) { add(UInt64(byte)) }

    /// Adds eight bytes in one step, which makes another hash than one by one.
    @inlinable public mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x100_0000_01B3 }

    /// The hash for tables, which choose a slot by the low bits.
    @inlinable public var mixed: UInt64 { value ^ (value >> 29) }
}
