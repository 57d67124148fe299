/// The fields of a header as HTTP (RFC 9112, 5) and WARC have them: a name, a colon, a value.
struct HeaderFields {
    private var values: [String: String] = [:]
    private var last: String?

    /// Takes a line, which goes on with the field before if it begins with a space. A line without a colon says nothing.
    mutating func add(_ line: some Collection<UInt8>) {
        if let first = line.first, first == 0x20 || first == 0x09 {
            if let last { values[last, default: ""] += " " + Self.trimmed(line) }
            return
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
        let name = Self.trimmed(line[..<colon]).lowercased()
        let value = Self.trimmed(line[line.index(after: colon)...])
        last = name
        // Two fields of one name are one with a list.
        values[name] = values[name].map { "\($0), \(value)" } ?? value
    }

    /// - Parameter name: in lower case.
    subscript(name: String) -> String? { values[name] }

    private static func trimmed(_ bytes: some Collection<UInt8>) -> String {
        var part = Array(bytes)[...]
        while let byte = part.first, byte <= 0x20 { part.removeFirst() }
        while let byte = part.last, byte <= 0x20 { part.removeLast() }
        return String(bytesInAnyEncoding: part)
    }
}
