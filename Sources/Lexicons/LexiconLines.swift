import TextModel

/// The entries of a word list too long for ``LexiconTable``, read byte by byte under the same contract: three header
/// lines, as many fields as columns, none empty. That no entry stands twice is for the caller to see.
struct LexiconLines {
    let file: String
    let bytes: UnsafeBufferPointer<UInt8>

    /// Calls `body` for each entry, in order.
    ///
    /// - Throws: ``LexiconError`` with the line for a missing header, a wrong number of fields or an empty field.
    func forEach(_ body: (_ number: Int, _ fields: [Range<Int>]) throws(LexiconError) -> Void) throws(LexiconError) {
        var header: Set<String> = []
        var isComplete = false
        var columns = 0
        var fields: [Range<Int>] = []
        var number = 0
        var start = 0
        while start < bytes.count {
            number += 1
            if bytes[start] == 0x23 {
                let end = end(of: start)
                let line = String(decoding: bytes[start..<end], as: UTF8.self)
                for key in ["source", "licence", "columns"] where line.hasPrefix("# \(key): ") {
                    header.insert(key)
                    if key == "columns" { columns = line.split(separator: "\t").count }
                }
                start = end + 1
                continue
            }
            // The array of the line before serves again.
            var count = 0
            var field = start
            var index = start
            var isEnd = false
            while !isEnd {
                index = bytes.endOfField(from: index)
                let byte = index < bytes.count ? bytes[index] : 0x0A
                if byte == 0x0A || byte == 0x09 {
                    guard field < index else {
                        throw error(number, "an empty line or field; remove it or fill it in")
                    }
                    if count < fields.count { fields[count] = field..<index } else { fields.append(field..<index) }
                    count += 1
                    field = index + 1
                    isEnd = byte == 0x0A
                }
                index += 1
            }
            start = index
            if !isComplete {
                for key in ["source", "licence", "columns"] where !header.contains(key) {
                    throw error(0, "no line “# \(key): …” before the entries; add one")
                }
                isComplete = true
            }
            guard count == columns else {
                throw error(number, "\(count) fields where the header names \(columns) columns")
            }
            try body(number, fields)
        }
    }

    private func end(of line: Int) -> Int { bytes[line...].firstIndex(of: 0x0A) ?? bytes.count }

    /// A decimal number without sign; `nil` for anything else.
    func number(in field: Range<Int>) -> UInt64? {
        var value: UInt64 = 0
        for index in field {
            let byte = bytes[index]
            guard byte >= 0x30, byte <= 0x39, value < 1 << 48 else { return nil }
            value = value * 10 + UInt64(byte - 0x30)
        }
        return value
    }

    func word(in field: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[field]) }

    /// The key of a word that stands in the list as tables hold it.
    func key(of field: Range<Int>) -> WordKey {
        WordKey(spelled: bytes, TextRange(field.lowerBound, field.upperBound))
    }

    func error(_ line: Int, _ message: String) -> LexiconError {
        LexiconError(file: file, line: line, message: message)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The position of the first byte from a position on that is no more than a line end, as the tab is; the count for
    /// none. Eight bytes at a time.
    @inline(__always)
    func endOfField(from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits = ones << 7
        let raw = UnsafeRawBufferPointer(self)
        var index = start
        while index + 8 <= count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            // The lowest bit that is set is that of the first such byte; others above it may be set for nothing.
            let found = (word &- ones &* 0x0B) & ~word & highBits
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, self[index] > 0x0A { index += 1 }
        return index
    }
}
