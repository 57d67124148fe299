/// What follows the text of a link or image: `(address "title")`, `[label]`, or nothing (CommonMark 0.29, 6.5).
///
/// cmark says that there is a link, so that only its end is to be found.
struct LinkTail {
    /// Where the tail ends; where it would begin, for a shortcut reference.
    private(set) var end: Int
    /// Where an address stands, with its angle brackets if it has any.
    private(set) var address: (start: Int, end: Int)?

    /// - Parameter position: just after the `]`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        end = position
        guard position < bytes.count else { return }
        if bytes[position] == UInt8(ascii: "("), readInline(bytes, position) { return }
        if bytes[position] == UInt8(ascii: "["), let end = Self.labelEnd(bytes, position) { self.end = end }
    }

    private mutating func readInline(_ bytes: UnsafeBufferPointer<UInt8>, _ opening: Int) -> Bool {
        let start = Self.skipSpaces(bytes, opening + 1)
        guard let addressEnd = Self.addressEnd(bytes, start) else { return false }
        var position = Self.skipSpaces(bytes, addressEnd)
        if position > addressEnd, let titleEnd = Self.titleEnd(bytes, position) {
            position = Self.skipSpaces(bytes, titleEnd)
        }
        guard position < bytes.count, bytes[position] == UInt8(ascii: ")") else { return false }
        address = (start, addressEnd)
        end = position + 1
        return true
    }

    private static func addressEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var position = start
        if position < bytes.count, bytes[position] == UInt8(ascii: "<") {
            position += 1
            while position < bytes.count {
                switch bytes[position] {
                case UInt8(ascii: ">"): return position + 1
                case UInt8(ascii: "\\"): position += 2
                case 0x0A, 0x0D, UInt8(ascii: "<"): return nil
                case _: position += 1
                }
            }
            return nil
        }
        var depth = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1].isASCIIPunctuation {
                position += 2
                continue
            }
            if byte == UInt8(ascii: "(") {
                depth += 1
                if depth > 32 { return nil }
            } else if byte == UInt8(ascii: ")") {
                if depth == 0 { break }
                depth -= 1
            } else if byte.isASCIIWhiteSpace {
                if position == start { return nil }
                break
            }
            position += 1
        }
        return position < bytes.count ? position : nil
    }

    private static func titleEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        let closing: UInt8
        switch bytes[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = bytes[start]
        case UInt8(ascii: "("): closing = UInt8(ascii: ")")
        case _: return nil
        }
        var position = start + 1
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\\") {
                position += 2
                continue
            }
            if bytes[position] == closing { return position + 1 }
            position += 1
        }
        return nil
    }

    /// The end of `[label]`; at most 1,000 bytes, without a bracket that is not escaped.
    private static func labelEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var position = start + 1
        while position < bytes.count, position - start <= 1001 {
            switch bytes[position] {
            case UInt8(ascii: "]"): return position + 1
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "\\"): position += 2
            case _: position += 1
            }
        }
        return nil
    }

    private static func skipSpaces(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var position = start
        while position < bytes.count, bytes[position].isASCIIWhiteSpace { position += 1 }
        return position
    }
}
