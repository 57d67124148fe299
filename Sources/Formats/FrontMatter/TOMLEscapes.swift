/// The escapes in a basic string of TOML 1.0: `\n`, `\"`, `\u00E9`, and a line end that is left out.
enum TOMLEscapes {
    /// The text of a string, its quotes left out; `nil` for an escape that TOML does not know.
    static func resolved(_ bytes: ArraySlice<UInt8>) -> String? {
        var text: [UInt8] = []
        var position = bytes.startIndex
        while position < bytes.endIndex {
            guard bytes[position] == 0x5C else {
                text.append(bytes[position])
                position += 1
                continue
            }
            position += 1
            guard position < bytes.endIndex else { return nil }
            switch bytes[position] {
            case 0x22, 0x5C: text.append(bytes[position])
            case 0x62: text.append(0x08)
            case 0x74: text.append(0x09)
            case 0x6E: text.append(0x0A)
            case 0x66: text.append(0x0C)
            case 0x72: text.append(0x0D)
            case 0x75, 0x55:
                let digits = bytes[(position + 1)...].prefix(bytes[position] == 0x75 ? 4 : 8)
                guard let scalar = scalar(digits) else { return nil }
                text += Array(String(scalar).utf8)
                position += digits.count
            case 0x20, 0x09, 0x0A, 0x0D:
                while position + 1 < bytes.endIndex, isSpace(bytes[position + 1]) { position += 1 }
            default: return nil
            }
            position += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func scalar(_ digits: ArraySlice<UInt8>) -> Character? {
        let isHexadecimal = digits.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }
        guard digits.count == 4 || digits.count == 8, isHexadecimal,
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        return Unicode.Scalar(value).map(Character.init)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
