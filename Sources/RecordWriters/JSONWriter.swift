/// Writes JSON (RFC 8259) into one buffer, members in the order in which they are added.
///
/// Commas, quotes and escapes are its own; that objects and arrays are closed, and that every member has a key before
/// its value, is the caller's.
public struct JSONWriter: Sendable {
    /// The text so far.
    public private(set) var bytes: [UInt8] = []
    /// Spaces for each level of nesting; `nil` puts everything on one line.
    private let indentation: Int?
    private var depth = 0
    /// Whether a value stands before the place of the next one.
    private var followsValue = false
    private var followsKey = false

    public init(indentation: Int? = nil) { self.indentation = indentation }

    /// Makes room for a text of some length, which is then written without moving it.
    mutating func reserveCapacity(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }

    /// Forgets the text and keeps its memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        followsValue = false
        followsKey = false
        depth = 0
    }

    public mutating func beginObject() { begin(UInt8(ascii: "{")) }
    public mutating func endObject() { end(UInt8(ascii: "}")) }
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// - Parameter key: needs no escape.
    public mutating func key(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        endKey()
    }

    /// - Parameter key: escaped, with a comma before it, its quotes and a colon.
    mutating func key(quoted key: [UInt8]) {
        key.withUnsafeBufferPointer { key in
            if indentation != nil {
                separate()
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: key[1...]))
                bytes.append(UInt8(ascii: " "))
            } else {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: key[(followsValue ? 0 : 1)...]))
            }
        }
        followsKey = true
    }

    public mutating func add(_ value: String) {
        var value = value
        value.withUTF8 { add(utf8: $0) }
    }

    /// - Parameter value: valid UTF-8.
    public mutating func add(utf8 value: ArraySlice<UInt8>) { value.withUnsafeBufferPointer { add(utf8: $0) } }

    public mutating func add(_ value: Int) {
        beginValue()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        addDigits(of: value.magnitude)
    }

    private mutating func addDigits(of value: UInt) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            var rest = value
            repeat {
                start -= 1
                digits[start] = 0x30 + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// A number that is rounded to some decimals; `null` for one that JSON has no form of.
    public mutating func add(_ value: Double, decimals: Int) {
        guard value.isFinite else { return addNull() }
        var factor = 1.0
        for _ in 0..<decimals { factor *= 10 }
        beginValue()
        bytes.append(contentsOf: "\((value * factor).rounded() / factor)".utf8)
    }

    public mutating func add(_ value: Bool) {
        beginValue()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    public mutating func addNull() {
        beginValue()
        bytes.append(contentsOf: "null".utf8)
    }

    /// The line end after the outermost value.
    public mutating func endLine() {
        bytes.append(0x0A)
        followsValue = false
    }

    // MARK: - Layout

    private mutating func begin(_ bracket: UInt8) {
        beginValue()
        bytes.append(bracket)
        depth += 1
        followsValue = false
    }

    private mutating func end(_ bracket: UInt8) {
        depth -= 1
        if followsValue { breakLine() }
        bytes.append(bracket)
        followsValue = true
    }

    private mutating func beginValue() {
        if followsKey { followsKey = false } else { separate() }
        followsValue = true
    }

    private mutating func endKey() {
        bytes.append(UInt8(ascii: ":"))
        if indentation != nil { bytes.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    private mutating func separate() {
        if followsValue { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { breakLine() }
    }

    private mutating func breakLine() {
        guard let indentation else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * depth))
    }

    // MARK: - Strings

    /// Copies stretches without escapes as they are.
    private mutating func add(utf8 value: UnsafeBufferPointer<UInt8>) {
        beginValue()
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        while let index = Self.firstEscape(in: value, from: start) {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[start..<index]))
            escape(value[index])
            start = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[start...]))
        bytes.append(UInt8(ascii: "\""))
    }

    /// Eight bytes at a time where none needs an escape.
    private static func firstEscape(in value: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits = ones &* 0x80
        let raw = UnsafeRawBufferPointer(value)
        var index = start
        while index + 8 <= value.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // A byte's high bit is set where it is less than 0x20, or nothing after the exclusive or; one after such a
            // byte may be too.
            let controls = (word &- ones &* 0x20) & ~word
            let quotes = word ^ ones &* 0x22
            let backslashes = word ^ ones &* 0x5C
            let deletes = word ^ ones &* 0x7F
            let found =
                controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
                | (deletes &- ones) & ~deletes
            if found & highBits != 0 { break }
            index += 8
        }
        return value[index...].firstIndex(where: needsEscape)
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case _:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(Self.hexDigit(byte >> 4))
            bytes.append(Self.hexDigit(byte & 15))
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
