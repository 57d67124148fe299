/// The encoding that a page or an XML document declares in its first bytes, by its label.
///
/// `<meta charset="…">`, `<meta http-equiv="Content-Type" content="…; charset=…">` (HTML Living Standard, 13.2.3.2,
/// “prescan a byte stream to determine its encoding”) and `<?xml … encoding="…"?>` (XML 1.0, 4.3.3). Only a text that
/// begins with a `<` is looked into: a report may write of such declarations.
struct EncodingDeclaration {
    /// As written, `utf-16` aside: what could be read so far is no UTF-16, and the standard takes it for UTF-8.
    let label: String

    /// A declaration further on does not count.
    private static let limit = 1024

    /// `nil` for a text without a declaration.
    init?(_ bytes: [UInt8]) {
        var scanner = Scanner(bytes: Array(bytes.prefix(Self.limit)))
        guard let label = scanner.declaredLabel() else { return nil }
        self.label = label.hasPrefix("utf-16") ? "utf-8" : label == "x-user-defined" ? "windows-1252" : label
    }

    private struct Scanner {
        let bytes: [UInt8]
        private var position = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func declaredLabel() -> String? {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "<") else { return nil }
            if starts("<?xml"), let label = xmlEncoding() { return label }
            while position < bytes.count {
                if starts("<!--") {
                    // The two hyphens of `<!-->` are those of its end as well.
                    position += 2
                    skip(past: "-->")
                    continue
                } else if starts("<meta"), isSpaceOrSlash(position + 5) {
                    position += 5
                    if let label = metaEncoding() { return label }
                } else if starts("<"), isLetter(position + 1) || starts("</") && isLetter(position + 2) {
                    while position < bytes.count, !isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") {
                        position += 1
                    }
                    while attribute() != nil {}
                } else if starts("<!") || starts("</") || starts("<?") {
                    skip(past: ">")
                    continue
                }
                position += 1
            }
            return nil
        }

        /// The value of `encoding` before the declaration ends.
        private func xmlEncoding() -> String? {
            var inner = self
            inner.position += 5
            while let attribute = inner.attribute() {
                if attribute.name == "encoding" { return attribute.value }
            }
            return nil
        }

        private mutating func metaEncoding() -> String? {
            var isContentType = false
            var fromContent: String?
            var charset: String?
            while let attribute = attribute() {
                switch attribute.name {
                case "http-equiv": isContentType = isContentType || attribute.value == "content-type"
                case "content": fromContent = fromContent ?? Self.charset(in: attribute.value)
                case "charset": charset = charset ?? attribute.value
                case _: break
                }
            }
            return charset ?? (isContentType ? fromContent : nil)
        }

        /// `text/html; charset=iso-8859-15` (HTML Living Standard, 2.4.3).
        private static func charset(in content: String) -> String? {
            var rest = Array(content.utf8)[...]
            let name = Array("charset".utf8)
            while let start = rest.firstRange(of: name) {
                rest = rest[start.upperBound...].drop(while: isSpace)
                guard rest.first == UInt8(ascii: "=") else { continue }
                rest = rest.dropFirst().drop(while: isSpace)
                if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    rest = rest.dropFirst()
                    guard let end = rest.firstIndex(of: quote) else { return nil }
                    return String(decoding: rest[..<end], as: UTF8.self)
                }
                let label = rest.prefix { !isSpace($0) && $0 != UInt8(ascii: ";") }
                return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
            }
            return nil
        }

        /// The next attribute, in lower case; `nil` at the end of the tag.
        private mutating func attribute() -> (name: String, value: String)? {
            while position < bytes.count, isSpaceOrSlash(position) { position += 1 }
            guard position < bytes.count, bytes[position] != UInt8(ascii: ">") else { return nil }
            let nameStart = position
            while position < bytes.count, !isSpaceOrSlash(position), bytes[position] != UInt8(ascii: ">"),
                bytes[position] != UInt8(ascii: "=") || position == nameStart
            {
                position += 1
            }
            let name = text(nameStart, position)
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return (name, "") }
            position += 1
            skipSpace()
            guard position < bytes.count else { return nil }
            let quote = bytes[position]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                position += 1
                let start = position
                while position < bytes.count, bytes[position] != quote { position += 1 }
                // A value that the first bytes cut off is none.
                guard position < bytes.count else { return nil }
                position += 1
                return (name, text(start, position - 1))
            }
            let start = position
            while position < bytes.count, !isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") {
                position += 1
            }
            return (name, text(start, position))
        }

        private func text(_ start: Int, _ end: Int) -> String {
            String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
        }

        /// - Parameter text: in lower case; letters match in any case.
        private func starts(_ text: StaticString) -> Bool {
            guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
            return text.withUTF8Buffer { text in
                text.indices.allSatisfy { index in
                    let byte = bytes[position + index]
                    return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == text[index]
                }
            }
        }

        private mutating func skip(past text: StaticString) {
            while position < bytes.count, !starts(text) { position += 1 }
            position += text.utf8CodeUnitCount
            if position > bytes.count { position = bytes.count }
        }

        private mutating func skipSpace() {
            while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        }

        private func isSpaceOrSlash(_ index: Int) -> Bool {
            index < bytes.count && (isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/"))
        }

        private func isLetter(_ index: Int) -> Bool {
            index < bytes.count && (0x61...0x7A).contains(bytes[index] | 0x20)
        }
    }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
