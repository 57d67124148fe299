enum ByteOrder {
    case little
    case big
}

/// UTF-16 to UTF-8. Lone surrogates and an odd last byte become U+FFFD.
func decodeUTF16(_ bytes: [UInt8], _ order: ByteOrder) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
        let first = UInt16(bytes[index])
        let second = UInt16(bytes[index + 1])
        units.append(order == .little ? second << 8 | first : first << 8 | second)
    }
    if bytes.count % 2 == 1 { units.append(0xFFFD) }
    return transcode(units)
}

/// UTF-16 units to UTF-8, lone surrogates to U+FFFD.
func transcode(_ units: [UInt16]) -> [UInt8] {
    Array(String(decoding: units, as: UTF16.self).utf8)
}

/// The byte order of UTF-16 without a mark, by the zero bytes that French has beside each of its letters.
///
/// Looks at the first 4 KiB. At least eight units are asked for, nine in ten of them with a zero byte on one side and
/// hardly any on the other, so that text with a few NUL characters stays what it is.
func byteOrderByZeroBytes(_ bytes: [UInt8]) -> ByteOrder? {
    let sample = min(bytes.count, 4096) / 2 * 2
    guard sample >= 16 else { return nil }
    var zeros = (even: 0, odd: 0)
    for index in stride(from: 0, to: sample, by: 2) {
        if bytes[index] == 0 { zeros.even += 1 }
        if bytes[index + 1] == 0 { zeros.odd += 1 }
    }
    let units = sample / 2
    if zeros.odd * 10 >= units * 9, zeros.even * 10 < units { return .little }
    if zeros.even * 10 >= units * 9, zeros.odd * 10 < units { return .big }
    return nil
}
