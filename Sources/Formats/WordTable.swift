/// Values by words, looked up by the bytes of a text, so that no string is made of each word of it.
struct WordTable<Value: Sendable>: Sendable {
    private var keys: [[UInt8]] = []
    private var values: [Value] = []
    /// The positions of the keys by their hash, one more than they are; 0 where the place is free.
    private var places: [Int]
    private let mask: Int
    /// In bytes, of the keys.
    private(set) var longest = 0

    /// - Parameter entries: of two with one key, the first counts.
    init(_ entries: some Sequence<(key: String, value: Value)>) {
        let entries = Array(entries)
        var size = 16
        while size < entries.count * 3 { size *= 2 }
        places = [Int](repeating: 0, count: size)
        mask = size - 1
        for entry in entries { add(Array(entry.key.utf8), entry.value) }
    }

    private mutating func add(_ key: [UInt8], _ value: Value) {
        var place = Self.hash(key[...]) & mask
        while places[place] != 0 {
            if keys[places[place] - 1] == key { return }
            place = (place + 1) & mask
        }
        keys.append(key)
        values.append(value)
        places[place] = keys.count
        longest = max(longest, key.count)
    }

    subscript(word: ArraySlice<UInt8>) -> Value? {
        guard word.count <= longest else { return nil }
        var place = Self.hash(word) & mask
        while places[place] != 0 {
            let key = keys[places[place] - 1]
            if key.count == word.count, key.elementsEqual(word) { return values[places[place] - 1] }
            place = (place + 1) & mask
        }
        return nil
    }

    /// FNV-1a, its upper bits mixed into the lower ones, which choose the place.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
