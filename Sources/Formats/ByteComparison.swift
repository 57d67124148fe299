// Comparing bytes of a text with names in ASCII, in any case. The names are given in lower case.

/// Whether some bytes are a name.
func isEqual(_ bytes: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    var letter = name.utf8Start
    for byte in bytes {
        guard byte.lowercased == letter.pointee else { return false }
        letter += 1
    }
    return true
}

func hasSuffix(_ bytes: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    isEqual(bytes.suffix(name.utf8CodeUnitCount), name)
}

/// Whether a name stands somewhere in some bytes, as a word or as part of one.
func hasPart(_ bytes: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    var start = bytes.startIndex
    while start + count <= bytes.endIndex {
        if isEqual(bytes[start..<(start + count)], name) { return true }
        start += 1
    }
    return false
}

/// Whether one of the words between white space is a name.
func hasWord(_ bytes: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    guard bytes.count >= name.utf8CodeUnitCount else { return false }
    var start = bytes.startIndex
    for index in bytes.startIndex...bytes.endIndex where index == bytes.endIndex || bytes[index].isASCIIWhiteSpace {
        if isEqual(bytes[start..<index], name) { return true }
        start = index + 1
    }
    return false
}
