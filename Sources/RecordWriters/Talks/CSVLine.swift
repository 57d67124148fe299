/// A line of CSV by RFC 4180: fields separated by commas, in quotes where needed, quotes doubled, CR LF at the end.
///
/// The standard has no null. Here a null is an empty field and an empty text is `""`, which most readers take alike and
/// DuckDB and PostgreSQL tell apart.
struct CSVLine {
    private(set) var bytes: [UInt8] = []

    init(_ cells: [Cell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .null: break
            case .integer(let number): bytes.append(contentsOf: String(number).utf8)
            case .text(let text): add(text)
            }
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    private mutating func add(_ text: String) {
        let isPlain = !text.isEmpty && !text.utf8.contains(where: Self.needsQuotes)
        guard !isPlain else { return bytes.append(contentsOf: text.utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
}
