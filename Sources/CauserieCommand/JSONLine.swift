/// Writes one JSON object on one line, its members in the order in which they are added (RFC 8259).
struct JSONLine {
    private var text = "{"

    mutating func add(_ key: String, _ value: String) {
        begin(key)
        Self.append(value, to: &text)
    }

    mutating func add(_ key: String, _ value: Int) {
        begin(key)
        text += String(value)
    }

    mutating func add(_ key: String, _ value: Double?) {
        begin(key)
        text += value.map { "\($0)" } ?? "null"
    }

    /// The finished line, with its line end.
    var line: String { text + "}\n" }

    private mutating func begin(_ key: String) {
        if text.utf8.count > 1 { text += "," }
        Self.append(key, to: &text)
        text += ":"
    }

    private static func append(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // JavaScript once took U+2028 and U+2029 for line ends, and so do some readers of lines.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
