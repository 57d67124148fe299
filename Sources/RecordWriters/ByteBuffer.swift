/// Bytes that are written piece by piece: a record has thousands of short ones, and of each an `Array` asks more than the
/// copy takes.
struct ByteBuffer: Sendable {
    /// Longer than what is written.
    private var storage: [UInt8] = []
    private var count = 0

    /// What is written so far.
    var bytes: [UInt8] { Array(storage[..<count]) }

    mutating func removeAll() { count = 0 }

    mutating func reserveCapacity(_ capacity: Int) {
        guard capacity > storage.count else { return }
        var longer = [UInt8](repeating: 0, count: capacity)
        longer.replaceSubrange(..<count, with: storage[..<count])
        storage = longer
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == storage.count { makeRoom(for: 1) }
        storage[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
        if bytes.count > storage.count - count { makeRoom(for: bytes.count) }
        let end = count
        storage.withUnsafeMutableBytes { target in
            target.baseAddress?.advanced(by: end).copyMemory(from: source, byteCount: bytes.count)
        }
        count += bytes.count
    }

    mutating func append(_ text: StaticString) { text.withUTF8Buffer { append($0) } }

    private mutating func makeRoom(for more: Int) { reserveCapacity(max(2 * storage.count, count + more, 256)) }
}
