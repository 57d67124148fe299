/// Reads rows of CSV (RFC 4180) one after the other.
///
/// A row may end with LF alone, and a quotation mark within a field that does not begin with one stands for itself; what
/// else breaks the RFC makes the row faulty, and the next row begins behind the next line end.
struct CSVReader {
    enum Row {
        case fields([[UInt8]])
        /// Something follows the quotation mark that closes a field.
        case textAfterQuote
        /// The last row ends within a quoted field.
        case unclosed
        /// Longer than the limit; it is passed over and not held.
        case tooLong
    }

    private let reader: ByteReader
    private let delimiter: UInt8
    private let limit: Int
    /// Where the row read last begins, counted from 1.
    private(set) var rowLine = 0
    private var nextLine = 1

    private static let quote = UInt8(ascii: "\"")

    /// - Parameter limit: the most bytes of all fields of a row.
    init(_ reader: ByteReader, delimiter: UInt8, limit: Int) {
        self.reader = reader
        self.delimiter = delimiter
        self.limit = limit
    }

    private enum State {
        case fieldStart
        case plain
        case quoted
        /// Behind a quotation mark in a quoted field: the field ends, or the mark is doubled.
        case quoteInQuoted
        /// In a faulty row, up to its line end.
        case faulty
    }

    /// The next row; `nil` at the end. Lines without anything are passed over.
    mutating func row() throws(InputFailure) -> Row? {
        rowLine = nextLine
        var fields: [[UInt8]] = []
        var field: [UInt8] = []
        var count = 0
        var state = State.fieldStart
        var isEmpty = true

        /// - Returns: the row when it is whole.
        func endOfLine() -> Row? {
            if field.last == 0x0D, state != .quoteInQuoted { field.removeLast() }
            if state == .faulty { return .textAfterQuote }
            if count > limit { return .tooLong }
            return .fields(fields + [field])
        }

        while let byte = try reader.next() {
            if byte == 0x0A { nextLine += 1 }
            if state != .quoted, byte == 0x0A {
                guard let row = endOfLine() else { continue }
                if case .fields(let fields) = row, fields == [[]], isEmpty {
                    // An empty line; a single field that is empty is written "".
                    rowLine = nextLine
                    (field, count, state) = ([], 0, .fieldStart)
                    continue
                }
                return row
            }
            if byte != 0x0D { isEmpty = false }
            switch (state, byte) {
            case (.faulty, _): continue
            case (.quoted, Self.quote):
                state = .quoteInQuoted
                continue
            case (.quoteInQuoted, Self.quote): state = .quoted
            case (.quoteInQuoted, 0x0D): continue
            case (.fieldStart, Self.quote):
                state = .quoted
                continue
            case (.fieldStart, delimiter), (.plain, delimiter), (.quoteInQuoted, delimiter):
                fields.append(field)
                field = []
                state = .fieldStart
                // A row of nothing but delimiters takes memory too.
                count += 32
                if count > limit { fields = [] }
                continue
            case (.quoteInQuoted, _):
                state = .faulty
                continue
            case (.fieldStart, _): state = .plain
            case (.plain, _), (.quoted, _): break
            }
            count += 1
            if count <= limit {
                field.append(byte)
            } else if !field.isEmpty || !fields.isEmpty {
                (field, fields) = ([], [])
            }
        }
        if state == .quoted { return count > limit ? .tooLong : .unclosed }
        if isEmpty { return nil }
        return endOfLine()
    }
}
