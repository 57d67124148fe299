/// Writes JSON (RFC 8259) into one buffer, members in the order in which they are added.
///
/// Commas, quotes and escapes are its own; that objects and arrays are closed, and that every member has a key before
/// its value, is the caller's.
public struct JSONWriter: Sendable {
    /// The text so far.
    public var bytes: [UInt8] { output.bytes }
    private var output = ByteBuffer()
    /// Spaces for each level of nesting; `nil` puts everything on one line.
    private let indentation: Int?
    private var depth = 0
    /// Whether a value stands before the place of the next one.
    private var followsValue = false
    private var followsKey = false

    public init(indentation: Int? = nil) { self.indentation = indentation }

    /// Makes room for a text of some length, which is then written without moving it.
    mutating func reserveCapacity(_ byteCount: Int) { output.reserveCapacity(byteCount) }

    /// Forgets the text and keeps its memory.
    public mutating func removeAll() {
        output.removeAll()
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
        output.append(UInt8(ascii: "\""))
        output.append(key)
        output.append(UInt8(ascii: "\""))
        endKey()
    }

    /// - Parameter key: escaped, with a comma before it, its quotes and a colon.
    mutating func key(quoted key: [UInt8]) {
        key.withUnsafeBufferPointer { key in
            if indentation != nil {
                separate()
                output.append(UnsafeBufferPointer(rebasing: key[1...]))
                output.append(UInt8(ascii: " "))
            } else {
                output.append(UnsafeBufferPointer(rebasing: key[(followsValue ? 0 : 1)...]))
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
        if value < 0 { output.append(UInt8(ascii: "-")) }
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
            output.append(UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// A number that is rounded to some decimals; `null` for one that JSON has no form of.
    public mutating func add(_ value: Double, decimals: Int) {
        guard value.isFinite else { return addNull() }
        var factor = 1.0
        for _ in 0..<decimals { factor *= 10 }
        beginValue()
        var text = "\((value * factor).rounded() / factor)"
        text.withUTF8 { output.append($0) }
    }

    public mutating func add(_ value: Bool) {
        beginValue()
        output.append(value ? "true" : "false")
    }

    public mutating func addNull() {
        beginValue()
        output.append("null")
    }

    /// The line end after the outermost value.
    public mutating func endLine() {
        output.append(0x0A)
        followsValue = false
    }

    // MARK: - Layout

    private mutating func begin(_ bracket: UInt8) {
        beginValue()
        output.append(bracket)
        depth += 1
        followsValue = false
    }

    private mutating func end(_ bracket: UInt8) {
        depth -= 1
        if followsValue { breakLine() }
        output.append(bracket)
        followsValue = true
    }

    private mutating func beginValue() {
        if followsKey { followsKey = false } else { separate() }
        followsValue = true
    }

    private mutating func endKey() {
        output.append(UInt8(ascii: ":"))
        if indentation != nil { output.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    private mutating func separate() {
        if followsValue { output.append(UInt8(ascii: ",")) }
        if depth > 0 { breakLine() }
    }

    private mutating func breakLine() {
        guard let indentation else { return }
        output.append(0x0A)
        for _ in 0..<indentation * depth { output.append(UInt8(ascii: " ")) }
    }

    // MARK: - Strings

    /// Copies stretches without escapes as they are.
    private mutating func add(utf8 value: UnsafeBufferPointer<UInt8>) {
        beginValue()
        output.append(UInt8(ascii: "\""))
        var start = 0
        while let place = Self.firstEscape(in: value, from: start) {
            output.append(UnsafeBufferPointer(rebasing: value[start..<place.lowerBound]))
            escape(value[place])
            start = place.upperBound
        }
        output.append(UnsafeBufferPointer(rebasing: value[start...]))
        output.append(UInt8(ascii: "\""))
    }

    /// Eight bytes at a time where none needs an escape.
    private static func firstEscape(in value: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits = ones &* 0x80
        let raw = UnsafeRawBufferPointer(value)
        var index = start
        while index < value.count {
            let end = min(index + 8, value.count)
            if index + 8 <= value.count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                // A byte's high bit is set where it is less than 0x20, or nothing after the exclusive or; one after such
                // a byte may be too.
                let controls = (word &- ones &* 0x20) & ~word
                let quotes = word ^ ones &* 0x22
                let backslashes = word ^ ones &* 0x5C
                let deletes = word ^ ones &* 0x7F
                // 0xC2 and 0xE2, which begin line ends.
                let leads = (word | ones &* 0x20) ^ ones &* 0xE2
                let found =
                    controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
                    | (deletes &- ones) & ~deletes | (leads &- ones) & ~leads
                if found & highBits == 0 {
                    index = end
                    continue
                }
            }
            while index < end {
                let length = lengthOfEscaped(in: value, at: index)
                if length > 0 { return index..<index + length }
                index += 1
            }
        }
        return nil
    }

    /// How many bytes become an escape; 0 for what stays as it is.
    ///
    /// U+0085, U+2028 and U+2029 need none in JSON, but there are readers that end a line at them.
    private static func lengthOfEscaped(in value: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch value[index] {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: 1
        case 0xC2: value[index...].starts(with: [0xC2, 0x85]) ? 2 : 0
        case 0xE2:
            value[index...].starts(with: [0xE2, 0x80, 0xA8]) || value[index...].starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
        case _: 0
        }
    }

    private mutating func escape(_ character: Slice<UnsafeBufferPointer<UInt8>>) {
        let last = character[character.endIndex - 1]
        output.append(UInt8(ascii: "\\"))
        switch last {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(last)
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0xA8, 0xA9: output.append(last == 0xA8 ? "u2028" : "u2029")
        case _:
            output.append("u00")
            output.append(Self.hexDigit(last >> 4))
            output.append(Self.hexDigit(last & 15))
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
