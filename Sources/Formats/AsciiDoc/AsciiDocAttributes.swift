/// The inside of an attribute list: `source,java,subs="none"`, `Alt, width=50%, title="Title"`.
struct AsciiDocAttributes {
    /// By position; an empty range where nothing stands.
    private(set) var positional: [Range<Int>] = []
    private(set) var named: [String: Range<Int>] = [:]

    init() {}

    /// Quotes around a value are left out of its range.
    init(_ source: MarkupSource, _ inside: Range<Int>) {
        var position = inside.lowerBound
        while position <= inside.upperBound {
            let end = Self.end(of: position, in: source, before: inside.upperBound)
            let field = source.trimmed(position, end)
            if let equals = Self.equals(in: field, source) {
                let name = source.trimmed(field.lowerBound, equals)
                let value = Self.unquoted(source.trimmed(equals + 1, field.upperBound), source)
                named[source.string(name.lowerBound, name.upperBound)] = value
            } else {
                positional.append(Self.unquoted(field, source))
            }
            position = end + 1
        }
    }

    /// The first positional value without shorthand: `source` in `source%linenums`, nothing in `.lead` and `#anchor`.
    func style(_ source: MarkupSource) -> String {
        guard let first = positional.first else { return "" }
        var end = first.lowerBound
        while end < first.upperBound, ![0x23, 0x25, 0x2E].contains(source.utf8[end]) { end += 1 }
        return source.string(first.lowerBound, end)
    }

    /// Whether the first positional value or `options` names an option: `%hardbreaks`.
    func hasOption(_ option: String, _ source: MarkupSource) -> Bool {
        if let first = positional.first, !first.isEmpty {
            let parts = source.string(first.lowerBound, first.upperBound).split(
                separator: "%", omittingEmptySubsequences: false
            ).dropFirst()
            if parts.contains(where: { $0 == option || $0.hasPrefix(option + ".") }) { return true }
        }
        for name in ["options", "opts"] {
            guard let value = named[name] else { continue }
            if source.string(value.lowerBound, value.upperBound).split(separator: ",").contains(Substring(option)) {
                return true
            }
        }
        return false
    }

    /// The comma that ends the field, or the end; a quoted value hides its commas.
    private static func end(of start: Int, in source: MarkupSource, before end: Int) -> Int {
        var position = start
        var quote: UInt8?
        var mayQuote = true
        while position < end {
            let byte = source.utf8[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x2C {
                return position
            } else if mayQuote, byte == 0x22 || byte == 0x27,
                source.first(byte, from: position + 1, before: end) != nil
            {
                quote = byte
            }
            // A quote opens at the start of a field or of a value only: an apostrophe stands within words.
            if !byte.isASCIIWhiteSpace { mayQuote = byte == 0x3D }
            position += 1
        }
        return end
    }

    /// The `=` between a name and a value.
    private static func equals(in field: Range<Int>, _ source: MarkupSource) -> Int? {
        var position = field.lowerBound
        while position < field.upperBound {
            let byte = source.utf8[position]
            if byte == 0x3D { return position > field.lowerBound ? position : nil }
            guard byte.isASCIIAlphanumeric || byte == 0x2D || byte == 0x5F else { return nil }
            position += 1
        }
        return nil
    }

    private static func unquoted(_ range: Range<Int>, _ source: MarkupSource) -> Range<Int> {
        guard range.count >= 2 else { return range }
        let first = source.utf8[range.lowerBound]
        guard first == 0x22 || first == 0x27, source.utf8[range.upperBound - 1] == first else { return range }
        return range.lowerBound + 1..<range.upperBound - 1
    }
}
