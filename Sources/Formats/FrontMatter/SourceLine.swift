/// A line of a text: CR, LF and CRLF end one.
struct SourceLine {
    let start: Int
    /// Before the line end.
    let end: Int
    /// After the line end.
    let next: Int

    init(_ utf8: [UInt8], at start: Int, before limit: Int) {
        self.start = start
        var end = start
        while end < limit, utf8[end] != 0x0A, utf8[end] != 0x0D { end += 1 }
        self.end = end
        guard end < limit else {
            next = end
            return
        }
        let isPair = utf8[end] == 0x0D && end + 1 < limit && utf8[end + 1] == 0x0A
        next = isPair ? end + 2 : end + 1
    }

    /// The first byte that is no space and no tab, or the end.
    func contentStart(_ utf8: [UInt8]) -> Int {
        var position = start
        while position < end, utf8[position] == 0x20 || utf8[position] == 0x09 { position += 1 }
        return position
    }

    /// Just past the last byte that is no space and no tab, or the start.
    func contentEnd(_ utf8: [UInt8]) -> Int {
        var position = end
        while position > start, utf8[position - 1] == 0x20 || utf8[position - 1] == 0x09 { position -= 1 }
        return position
    }

    /// Whether the line is three times a byte, and white space at most after it.
    func isFence(_ utf8: [UInt8], of byte: UInt8) -> Bool {
        end - start >= 3 && utf8[start] == byte && utf8[start + 1] == byte && utf8[start + 2] == byte
            && contentEnd(utf8) == start + 3
    }
}
