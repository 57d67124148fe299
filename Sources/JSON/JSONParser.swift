extension JSONValue {
    /// How deep lists and objects may stand in each other; Causerie's own formats need six.
    public static let maximumDepth = 64

    /// Reads a text of JSON (RFC 8259); a byte order mark before it is allowed, a key that comes twice is not.
    ///
    /// - Throws: ``JSONSyntaxError`` with the line.
    public init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
        var parser = JSONParser(bytes)
        self = try parser.document()
    }
}

/// A member of an object, and how it is written.
public struct JSONSourceMember: Sendable {
    public let key: String
    public let value: JSONValue
    /// From the quotation mark of the key to the end of the value, byte for byte; valid UTF-8.
    public let text: ArraySlice<UInt8>
}

extension JSONSourceMember {
    /// Reads a text of JSON that is one object, as ``JSONValue/init(parsing:)`` does.
    ///
    /// - Throws: ``JSONSyntaxError``, also for a value that is no object.
    public static func all(in bytes: [UInt8]) throws(JSONSyntaxError) -> [Self] {
        var parser = JSONParser(bytes)
        return try parser.documentMembers()
    }
}

/// A text that is no JSON.
public struct JSONSyntaxError: Error, Equatable, CustomStringConvertible {
    /// Counted from 1.
    public let line: Int
    public let message: String

    public var description: String { "line \(line): \(message)" }
}

private struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw failure("something follows the value") }
        return value
    }

    mutating func documentMembers() throws(JSONSyntaxError) -> [JSONSourceMember] {
        skipSpace()
        guard next == UInt8(ascii: "{") else { throw failure("an object should begin here, with “{”") }
        let bytes = bytes
        var members: [JSONSourceMember] = []
        try eachMember(depth: 0) { member, range in
            members.append(JSONSourceMember(key: member.key, value: member.value, text: bytes[range]))
        }
        skipSpace()
        guard position == bytes.count else { throw failure("something follows the object") }
        return members
    }

    private func failure(_ message: String) -> JSONSyntaxError {
        let line = bytes[..<min(position, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        return JSONSyntaxError(line: line, message: message)
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        guard depth <= JSONValue.maximumDepth else {
            throw failure("values stand in each other more than \(JSONValue.maximumDepth) deep")
        }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return .object(try members(depth: depth))
        case UInt8(ascii: "["): return .array(try elements(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"): return .number(try number())
        case nil: throw failure("the text ends where a value should stand")
        case _?: throw failure("no value begins here")
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        let isThere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
        guard isThere else { throw failure("no value begins here; is it meant as \(word)?") }
        position += word.utf8CodeUnitCount
        return value
    }

    private mutating func elements(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
        position += 1
        skipSpace()
        if take("]") { return [] }
        var elements: [JSONValue] = []
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if take("]") { return elements }
            guard take(",") else { throw failure("a list goes on with “,” or ends with “]”") }
        }
    }

    private mutating func members(depth: Int) throws(JSONSyntaxError) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        try eachMember(depth: depth) { member, _ in members.append(member) }
        return members
    }

    private mutating func eachMember(
        depth: Int, _ body: (_ member: JSONValue.Member, _ place: Range<Int>) -> Void
    ) throws(JSONSyntaxError) {
        position += 1
        skipSpace()
        if take("}") { return }
        var keys: Set<String> = []
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else {
                throw failure("a member of an object begins with its key in quotes")
            }
            let start = position
            let key = try string()
            guard keys.insert(key).inserted else { throw failure("the key “\(key)” comes twice in one object") }
            skipSpace()
            guard take(":") else { throw failure("“:” is missing after the key “\(key)”") }
            let value = try value(depth: depth + 1)
            body(JSONValue.Member(key, value), start..<position)
            skipSpace()
            if take("}") { return }
            guard take(",") else { throw failure("an object goes on with “,” or ends with “}”") }
        }
    }

    private mutating func number() throws(JSONSyntaxError) -> Double {
        let start = position
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
        func skipDigits() throws(JSONSyntaxError) {
            guard isDigit(next) else { throw failure("a digit is missing in a number") }
            while isDigit(next) { position += 1 }
        }
        _ = take("-")
        if take("0") {
            if isDigit(next) { throw failure("a number does not begin with 0") }
        } else {
            try skipDigits()
        }
        if take(".") { try skipDigits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try skipDigits()
        }
        guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)), number.isFinite else {
            throw failure("a number is too large")
        }
        return number
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        position += 1
        var content: [UInt8] = []
        while true {
            let start = position
            while position < bytes.count, !Self.isSpecial(bytes[position]) { position += 1 }
            content += bytes[start..<position]
            guard let byte = next else { throw failure("a string does not end") }
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw failure("a string is no valid UTF-8")
                }
                return text
            case UInt8(ascii: "\\"): content += String(try escaped()).utf8
            default: throw failure("a control character stands in a string; is its closing quote missing?")
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x5C || byte < 0x20 }

    private mutating func escaped() throws(JSONSyntaxError) -> Unicode.Scalar {
        guard let byte = next else { throw failure("a string does not end") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let unit = try hexadecimal()
            if let scalar = Unicode.Scalar(unit) { return scalar }
            if unit < 0xDC00, take("\\"), take("u") {
                let low = try hexadecimal()
                if (0xDC00...0xDFFF).contains(low),
                    let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
                {
                    return scalar
                }
            }
            throw failure("\\u stands for half a character")
        default: throw failure("no such escape: \\\(Unicode.Scalar(byte))")
        }
    }

    private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
        guard position + 4 <= bytes.count,
            bytes[position..<position + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }),
            let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw failure("\\u takes four hexadecimal digits") }
        position += 4
        return unit
    }
}
