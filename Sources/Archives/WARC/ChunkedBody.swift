/// The chunked transfer coding of HTTP (RFC 9112, 7.1).
enum ChunkedBody {
    /// The chunks' data, without sizes, extensions and trailer; `nil` for bytes that do not begin with a chunk.
    ///
    /// - Throws: for a body that ends before its last chunk, or goes on with something else.
    static func joined(_ bytes: [UInt8]) throws(InputFailure) -> [UInt8]? {
        var data: [UInt8] = []
        var position = 0
        while let size = size(bytes, &position) {
            if size == 0 { return data }
            guard size <= bytes.count - position else { throw broken }
            data += bytes[position..<position + size]
            position += size
            if position < bytes.count, bytes[position] == 0x0D { position += 1 }
            if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        }
        if position == 0 { return nil }
        throw broken
    }

    private static let broken = InputFailure(
        .bodyUnreadable, "the chunks of the body end in the middle", hint: "crawl the page again")

    /// The size of the chunk that begins at a position, which goes on to its data; `nil` where no size stands.
    private static func size(_ bytes: [UInt8], _ position: inout Int) -> Int? {
        var size = 0
        var index = position
        while index < bytes.count, let digit = hexadecimal(bytes[index]) {
            guard size < 1 << 40 else { return nil }
            size = size << 4 | digit
            index += 1
        }
        guard index > position else { return nil }
        // Some servers pad the size with blanks; an extension begins with a semicolon.
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: ";") {
            while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        }
        if index < bytes.count, bytes[index] == 0x0D { index += 1 }
        guard index < bytes.count, bytes[index] == 0x0A else { return nil }
        position = index + 1
        return size
    }

    private static func hexadecimal(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte - 0x30)
        case 0x41...0x46: Int(byte - 0x41) + 10
        case 0x61...0x66: Int(byte - 0x61) + 10
        default: nil
        }
    }
}
