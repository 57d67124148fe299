import TextModel

/// The text of a range with its character references decoded.
func decodedText(_ bytes: [UInt8], _ range: SourceRange) -> String {
    guard bytes.firstIndex(of: UInt8(ascii: "&"), from: range.start, before: range.end) != nil else {
        return bytes.string(range.start, range.end)
    }
    var text: [UInt8] = []
    appendDecoded(bytes, range, to: &text)
    return String(decoding: text, as: UTF8.self)
}

/// The text of a range with its character references decoded and every run of white space as one space; none at its
/// start and end.
func collapsedText(_ bytes: [UInt8], _ range: SourceRange) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    appendDecoded(bytes, range, to: &text)
    return collapsed(text)
}

/// A text with every run of white space as one space; none at its start and end.
func collapsed(_ text: [UInt8]) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(text.count)
    var isSeparated = false
    var position = 0
    while position < text.count {
        let byte = text[position]
        // White space outside ASCII begins with one of these bytes.
        let mayBeLong = byte == 0xC2 || (0xE1...0xE3).contains(byte)
        let (scalar, length) = mayBeLong ? text.scalarRead(at: position) : (Unicode.Scalar(byte), 1)
        if byte.isASCIIWhiteSpace || mayBeLong && scalar.isWhiteSpace {
            isSeparated = !words.isEmpty
        } else {
            if isSeparated { words.append(0x20) }
            isSeparated = false
            words.append(contentsOf: text[position..<(position + length)])
        }
        position += length
    }
    return String(decoding: words, as: UTF8.self)
}

/// Appends the text of a range with its character references decoded.
func appendDecoded(_ bytes: [UInt8], _ range: SourceRange, to text: inout [UInt8]) {
    var position = range.start
    while let ampersand = bytes.firstIndex(of: UInt8(ascii: "&"), from: position, before: range.end) {
        text.append(contentsOf: bytes[position..<ampersand])
        let reference = bytes[ampersand..<range.end].withUnsafeBufferPointer { CharacterReference($0) }
        if let reference { text += reference.bytes } else { text.append(UInt8(ascii: "&")) }
        position = ampersand + (reference?.count ?? 1)
    }
    text.append(contentsOf: bytes[position..<range.end])
}
