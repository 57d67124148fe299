/// Writes one JSON object on one line, its members in the order in which they are added (RFC 8259).
struct JSONLine {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    mutating func add(_ key: StaticString, _ value: String) { add(key, utf8: Array(value.utf8)[...]) }

    /// - Parameter value: valid UTF-8.
    mutating func add(_ key: StaticString, utf8 value: ArraySlice<UInt8>) {
        begin(key)
        append(value)
    }

    mutating func add(_ key: StaticString, _ value: Int) {
        begin(key)
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func add(_ key: StaticString, _ value: Bool) {
        begin(key)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    mutating func add(_ key: StaticString, _ values: [String]) {
        addList(key, values) { line, value in line.append(Array(value.utf8)[...]) }
    }

    mutating func add(_ key: StaticString, _ objects: [JSONLine]) {
        addList(key, objects) { line, object in line.bytes.append(contentsOf: object.bytes + [UInt8(ascii: "}")]) }
    }

    private mutating func addList<Element>(
        _ key: StaticString, _ elements: [Element], _ append: (inout JSONLine, Element) -> Void
    ) {
        begin(key)
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func append(_ value: ArraySlice<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0x00..<0x20, 0x7F:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(Self.hexDigits[Int(byte >> 4)])
                bytes.append(Self.hexDigits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The finished line, with its line end.
    var line: [UInt8] { bytes + [UInt8(ascii: "}"), 0x0A] }

    private static let hexDigits = Array("0123456789abcdef".utf8)

    private mutating func begin(_ key: StaticString) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }
}
