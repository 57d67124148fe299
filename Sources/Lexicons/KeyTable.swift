/// Numbers by the keys of words: what all stages look their tokens up in, whose keys are made once for a text.
///
/// An open hash table of which at most three quarters are taken. Before it stands a filter of bits, which most keys that
/// are not there fail in one step: a wrong guess of the processor, at each slot that is taken, costs more than a look-up.
public struct KeyTable: Sendable {
    @usableFromInline
    struct Slot: Sendable {
        @usableFromInline var key: UInt64 = 0
        @usableFromInline var value: UInt64 = 0

        init() {}
    }

    @usableFromInline var slots: [Slot]
    /// A bit for each key, eight bits for each slot.
    @usableFromInline var filter: [UInt8]
    /// How many keys there are.
    public private(set) var count = 0

    /// - Parameter capacity: how many keys are expected; more may follow.
    public init(capacity: Int = 0) {
        var size = 16
        while size * 3 < capacity * 4 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        filter = [UInt8](repeating: 0, count: size)
    }

    /// The number of a key, `nil` for one that is not there.
    @inlinable @inline(__always)
    public func value(of key: WordKey) -> UInt64? {
        let isThere = filter.withUnsafeBufferPointer { filter in
            filter[Self.filterByte(key.bits, filter.count)] & Self.filterBit(key.bits) != 0
        }
        guard isThere else { return nil }
        return slots.withUnsafeBufferPointer { slots in
            let mask = slots.count &- 1
            var slot = Self.start(key.bits) & mask
            while slots[slot].key != 0 {
                if slots[slot].key == key.bits { return slots[slot].value }
                slot = (slot &+ 1) & mask
            }
            return nil
        }
    }

    /// Gives a key its number, in place of the one that it had.
    public mutating func set(_ key: WordKey, _ value: UInt64) { change(key) { $0 = value } }

    /// Changes the number of a key, 0 for one that is new.
    public mutating func change(_ key: WordKey, _ change: (inout UInt64) -> Void) {
        guard !key.isNone else { return }
        if (count + 1) * 4 > slots.count * 3 { grow() }
        let mask = slots.count - 1
        var slot = Self.start(key.bits) & mask
        while slots[slot].key != 0, slots[slot].key != key.bits { slot = (slot + 1) & mask }
        if slots[slot].key == 0 {
            slots[slot].key = key.bits
            filter[Self.filterByte(key.bits, filter.count)] |= Self.filterBit(key.bits)
            count += 1
        }
        change(&slots[slot].value)
    }

    /// Changes all numbers.
    mutating func changeAll(_ change: (inout UInt64) -> Void) {
        for slot in slots.indices where slots[slot].key != 0 { change(&slots[slot].value) }
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        filter = [UInt8](repeating: 0, count: slots.count)
        let mask = slots.count - 1
        for entry in old where entry.key != 0 {
            filter[Self.filterByte(entry.key, filter.count)] |= Self.filterBit(entry.key)
            var slot = Self.start(entry.key) & mask
            while slots[slot].key != 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }

    /// The low bits of the hash know little of a word's first letters.
    @inlinable
    static func start(_ bits: UInt64) -> Int { Int(truncatingIfNeeded: bits ^ (bits &>> 29)) }

    /// Of the high bits, which choose no slot.
    @inlinable
    static func filterByte(_ bits: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: bits &>> 40) & (count &- 1)
    }

    @inlinable
    static func filterBit(_ bits: UInt64) -> UInt8 { 1 &<< UInt8(truncatingIfNeeded: (bits &>> 37) & 7) }
}
