import JSON

/// The members of an object, taken one by one, so that a wrong type, a missing key and an unknown one are named.
struct JSONFields {
    /// Where the object stands: `talks[2]`, counted from 1; empty for the outermost.
    let path: String
    private var members: [String: JSONValue] = [:]
    private var order: [String] = []
    /// Whether a key that is missing counts as `null`.
    private let allowsMissing: Bool

    init(_ value: JSONValue, at path: String, allowsMissing: Bool = false) throws(JSONFieldError) {
        guard case .object(let all) = value else {
            throw JSONFieldError(field: path.isEmpty ? "the whole" : path, message: "\(value.kindName), not an object")
        }
        self.path = path
        self.allowsMissing = allowsMissing
        for member in all {
            members[member.key] = member.value
            order.append(member.key)
        }
    }

    func name(of key: String) -> String { path.isEmpty ? key : path + "." + key }

    func failure(_ key: String, _ message: String) -> JSONFieldError {
        JSONFieldError(field: name(of: key), message: message)
    }

    private mutating func take(_ key: String) throws(JSONFieldError) -> JSONValue {
        if let value = members.removeValue(forKey: key) { return value }
        if allowsMissing { return .null }
        throw failure(key, "missing")
    }

    /// The value, or `null` where the key is missing.
    mutating func value(_ key: String) -> JSONValue { members.removeValue(forKey: key) ?? .null }

    mutating func optionalString(_ key: String) throws(JSONFieldError) -> String? {
        switch try take(key) {
        case .null: return nil
        case .string(let text): return text
        case let value: throw failure(key, "\(value.kindName), not a string")
        }
    }

    mutating func string(_ key: String) throws(JSONFieldError) -> String {
        guard let text = try optionalString(key) else { throw failure(key, "null, not a string") }
        return text
    }

    mutating func optionalInteger(_ key: String) throws(JSONFieldError) -> Int? {
        switch try take(key) {
        case .null: return nil
        case .number(let number):
            guard let integer = Int(exactly: number), integer >= 0, integer < 1 << 32 else {
                throw failure(key, "\(number), not a whole number from 0 to 2^32")
            }
            return integer
        case let value: throw failure(key, "\(value.kindName), not a number")
        }
    }

    mutating func integer(_ key: String) throws(JSONFieldError) -> Int {
        guard let integer = try optionalInteger(key) else { throw failure(key, "null, not a number") }
        return integer
    }

    mutating func bool(_ key: String) throws(JSONFieldError) -> Bool {
        switch try take(key) {
        case .bool(let value): return value
        case .null where allowsMissing: return false
        case let value: throw failure(key, "\(value.kindName), not a truth value")
        }
    }

    /// - Parameter cases: the type, whose raw values are those allowed.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ cases: Choice.Type, default standard: Choice? = nil
    ) throws(JSONFieldError) -> Choice where Choice.RawValue == String {
        guard let text = try optionalString(key) else {
            if let standard { return standard }
            throw failure(key, "null, not one of \(Self.list(cases))")
        }
        guard let choice = Choice(rawValue: text) else {
            throw failure(key, "“\(text)” is none of \(Self.list(cases))")
        }
        return choice
    }

    private static func list<Choice: RawRepresentable & CaseIterable>(_ cases: Choice.Type) -> String
    where Choice.RawValue == String { cases.allCases.map(\.rawValue).joined(separator: ", ") }

    /// The elements with their names, `key[1]` for the first.
    mutating func elements(_ key: String) throws(JSONFieldError) -> [(name: String, value: JSONValue)] {
        switch try take(key) {
        case .array(let elements):
            return elements.enumerated().map { ("\(name(of: key))[\($0.offset + 1)]", $0.element) }
        case .null where allowsMissing: return []
        case let value: throw failure(key, "\(value.kindName), not a list")
        }
    }

    /// The members of an object whose keys are free.
    mutating func members(_ key: String) throws(JSONFieldError) -> [JSONValue.Member] {
        switch try take(key) {
        case .object(let members): return members
        case let value: throw failure(key, "\(value.kindName), not an object")
        }
    }

    mutating func strings(_ key: String) throws(JSONFieldError) -> [String] {
        var strings: [String] = []
        for (name, value) in try elements(key) {
            guard case .string(let text) = value else {
                throw JSONFieldError(field: name, message: "\(value.kindName), not a string")
            }
            strings.append(text)
        }
        return strings
    }

    /// The keys that nobody asked for, in the order of the text.
    var unread: [String] { order.filter { members[$0] != nil }.map(name(of:)) }

    /// - Throws: for keys that nobody asked for.
    func finish() throws(JSONFieldError) {
        guard let key = unread.first else { return }
        throw JSONFieldError(field: key, message: "no such key in this format")
    }
}

/// A value of JSON that is not what the format asks for.
public struct JSONFieldError: Error, Equatable, CustomStringConvertible {
    /// Such as `talks[2].kind`, counted from 1.
    public let field: String
    public let message: String

    public var description: String { "\(field): \(message)" }
}
