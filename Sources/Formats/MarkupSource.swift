import TextModel

/// A line of a lightweight markup language.
struct MarkupLine: Equatable {
    /// Where the line begins.
    var start: Int
    /// Where its first character stands that is no white space; equal to ``end`` in a blank line.
    var contentStart: Int
    /// Just past its last character that is no white space.
    var end: Int
    /// The column of ``contentStart``, from 0, with a tab stop every 8 columns.
    var indent: Int

    var isBlank: Bool { contentStart == end }
    var count: Int { end - contentStart }
}

/// The bytes of a source, with the questions that readers of lightweight markup ask of them.
///
/// Offsets are bytes from the start of the source. No question reads further than the `end` it is given.
struct MarkupSource {
    let utf8: [UInt8]

    /// The lines from an offset on; the last one may lack its line end.
    func lines(from start: Int) -> [MarkupLine] {
        var lines: [MarkupLine] = []
        var position = start
        while position < utf8.count {
            var line = MarkupLine(start: position, contentStart: position, end: position, indent: 0)
            var hasContent = false
            while position < utf8.count, utf8[position] != 0x0A, utf8[position] != 0x0D {
                let byte = utf8[position]
                position += 1
                if byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C {
                    if !hasContent { line.indent = byte == 0x09 ? (line.indent / 8 + 1) * 8 : line.indent + 1 }
                } else {
                    if !hasContent { line.contentStart = position - 1 }
                    hasContent = true
                    line.end = position
                }
            }
            if !hasContent { line.contentStart = line.end }
            if position + 1 < utf8.count, utf8[position] == 0x0D, utf8[position + 1] == 0x0A { position += 1 }
            position += 1
            lines.append(line)
        }
        return lines
    }

    func string(_ start: Int, _ end: Int) -> String { utf8.string(start, max(start, end)) }

    /// A trimmed stretch as a value of metadata; `nil` when nothing is left.
    func value(_ start: Int, _ end: Int) -> Metadata.Value? {
        let range = trimmed(start, end)
        return range.isEmpty
            ? nil
            : Metadata.Value(
                string(range.lowerBound, range.upperBound), at: SourceRange(range.lowerBound, range.upperBound))
    }

    func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
        var start = start
        var end = max(start, end)
        while start < end, utf8[start].isASCIIWhiteSpace { start += 1 }
        while start < end, utf8[end - 1].isASCIIWhiteSpace { end -= 1 }
        return start..<end
    }

    func starts(_ prefix: StaticString, at position: Int, before end: Int) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard position + count <= end else { return false }
        return prefix.withUTF8Buffer { prefix in
            for index in 0..<count where utf8[position + index] != prefix[index] { return false }
            return true
        }
    }

    /// How often a byte stands from a position on.
    func run(of byte: UInt8, at position: Int, before end: Int) -> Int {
        var index = position
        while index < end, utf8[index] == byte { index += 1 }
        return index - position
    }

    /// The position of a byte, or `nil`.
    func first(_ byte: UInt8, from start: Int, before end: Int) -> Int? {
        var position = start
        while position < end {
            if utf8[position] == byte { return position }
            position += 1
        }
        return nil
    }

    func isSpace(at position: Int, before end: Int) -> Bool { position < end && utf8[position].isASCIIWhiteSpace }

    /// The character that begins at a position, or `nil` at the end.
    func scalar(at position: Int, before end: Int) -> Unicode.Scalar? {
        position < end ? utf8.scalarRead(at: position).scalar : nil
    }

    /// The character that ends at a position, or `nil` at the start.
    func scalar(before position: Int, from start: Int) -> Unicode.Scalar? {
        position > start ? utf8.scalarRead(before: position).scalar : nil
    }

    /// A letter, a digit or `_`, of any script.
    static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        if scalar.value < 0x80 { return UInt8(scalar.value).isASCIIAlphanumeric || scalar == "_" }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    func isWord(at position: Int, before end: Int) -> Bool { Self.isWord(scalar(at: position, before: end)) }
    func isWord(before position: Int, from start: Int) -> Bool { Self.isWord(scalar(before: position, from: start)) }

    /// The number of characters.
    func characterCount(_ start: Int, _ end: Int) -> Int {
        utf8[start..<end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
}

// Addresses in running text

extension MarkupSource {
    /// The length of `https://` or another scheme that a bare address may have, or `nil`.
    func scheme(at position: Int, before end: Int) -> Int? {
        if starts("http://", at: position, before: end) { return 7 }
        if starts("https://", at: position, before: end) { return 8 }
        if starts("ftp://", at: position, before: end) { return 6 }
        if starts("irc://", at: position, before: end) { return 6 }
        return nil
    }

    /// The end of an address with a scheme that stands bare in a sentence, see ``BareLink``; `nil` when there is none.
    ///
    /// - Parameter stops: what ends the address in the format at hand, beside characters outside ASCII that are no part
    ///   of a word.
    func bareAddressEnd(from start: Int, before end: Int, stops: (Unicode.Scalar) -> Bool) -> Int? {
        guard let scheme = scheme(at: start, before: end) else { return nil }
        return BareLink.addressEnd(in: utf8, from: start + scheme, before: end) {
            stops($0) || !$0.isASCII && !Self.isWord($0)
        }
    }
}
