import TextModel

/// Turns the entries of front matter into metadata.
struct FrontMatterFields {
    private(set) var diagnostics: [Diagnostic] = []
    private let utf8: [UInt8]

    init(_ utf8: [UInt8]) { self.utf8 = utf8 }

    /// What is empty, `null`, a switch (`published: false`) or serialised by PHP is left out.
    mutating func fill(_ metadata: inout Metadata, from entries: [FrontMatterEntry]) {
        func ranked(_ field: FrontMatterKey.Field) -> [FrontMatterEntry] {
            let found = entries.filter { $0.key.field == field }
            guard let first = found.first, found.contains(where: { $0.key.rank != first.key.rank }) else {
                return found
            }
            // Of two keys of one rank the first counts, so the order must stay.
            return found.enumerated()
                .sorted { ($0.element.key.rank, $0.offset) < ($1.element.key.rank, $1.offset) }.map(\.element)
        }
        metadata.title = first(in: ranked(.title), keepingSwitches: true)
        metadata.language = first(in: ranked(.language))
        metadata.site = first(in: ranked(.site))
        metadata.event = first(in: ranked(.event))
        metadata.speakers = distinct(ranked(.speaker).flatMap { $0.scalars.flatMap(authors) })
        metadata.summaries = distinct(
            ranked(.summary).flatMap { $0.scalars.filter(isText).compactMap(whole) })
        let addresses = ranked(.url).filter { !$0.isList }.compactMap { first(in: [$0]) }
        metadata.url = addresses.first { Self.isURL($0.text) }
        let byline = ranked(.author)
        // `author_username` is a handle of the same person.
        let isNamed = byline.contains { $0.key.rank == 0 && $0.scalars.contains(where: isText) }
        let named = isNamed ? byline.filter { $0.key.rank != 1 } : byline
        metadata.authors = distinct(named.flatMap { $0.scalars.flatMap(authors) })
        metadata.tags = distinct(
            ranked(.tag).flatMap { entry in entry.scalars.flatMap { tags($0, isItem: entry.isList) } })
        metadata.published = date(in: ranked(.published))
        metadata.updated = date(in: ranked(.updated))
    }

    private func first(in entries: [FrontMatterEntry], keepingSwitches: Bool = false) -> Metadata.Value? {
        for entry in entries {
            for scalar in entry.scalars where keepingSwitches ? !isNothing(scalar) : isText(scalar) {
                if let value = whole(scalar) { return value }
            }
        }
        return nil
    }

    /// The first date that can be read, by rank.
    private mutating func date(in entries: [FrontMatterEntry]) -> Metadata.Dated? {
        for entry in entries where !entry.isList {
            for scalar in entry.scalars where isText(scalar) {
                guard let value = whole(scalar) else { continue }
                if let day = MetadataDate.day(in: value.text) { return .init(day, from: .frontMatter, at: value.range) }
                diagnostics.append(.unreadableDate(value))
            }
        }
        return nil
    }

    /// An address or a path: `permalink: pretty` and `/:year/:title/` are instructions to Jekyll.
    private static func isURL(_ text: String) -> Bool {
        text.utf8.contains { $0 == 0x2F || $0 == 0x2E } && !text.utf8.contains { $0 <= 0x20 }
            && !text.hasPrefix(":") && !text.contains("/:")
    }

    // Scalars

    private func isNothing(_ scalar: FrontMatterScalar) -> Bool {
        scalar.isPlain && ["~", "null", "Null", "NULL"].contains(scalar.text) || isSerialised(scalar.text)
    }

    private func isText(_ scalar: FrontMatterScalar) -> Bool {
        !isNothing(scalar) && !(scalar.isPlain && ["true", "false"].contains(scalar.text.lowercased()))
    }

    /// PHP's `serialize`, which exporters copy out of WordPress: `a:2:{i:0;s:4:"Java";…}`, `s:4:"Java";`, `i:3;`.
    private func isSerialised(_ text: String) -> Bool {
        // Most texts are seen to be none without a copy.
        guard text.utf8.dropFirst().first == 0x3A else { return false }
        let bytes = Array(text.utf8.prefix(24))
        guard bytes.count >= 4, bytes[1] == 0x3A, let number = MetadataDate.number(bytes[2...]),
            number.end < bytes.count
        else { return false }
        switch bytes[0] {
        case 0x61, 0x4F, 0x73: return bytes[number.end] == 0x3A
        case 0x69, 0x62, 0x64: return bytes[number.end] == 0x3B
        default: return false
        }
    }

    private func whole(_ scalar: FrontMatterScalar) -> Metadata.Value? {
        let text = ScalarText(scalar, in: utf8)
        return text.part(0, text.bytes.count)
    }

    private func distinct(_ values: [Metadata.Value]) -> [Metadata.Value] {
        guard values.count > 1 else { return values }
        var seen: Set<String> = []
        return values.filter { seen.insert($0.text).inserted }
    }
}

// Lists in one scalar

extension FrontMatterFields {
    /// `Alice Martin, Bob Durand & Chloé Petit et David Roux`; an address in angle brackets is left out.
    private func authors(_ scalar: FrontMatterScalar) -> [Metadata.Value] {
        guard isText(scalar) else { return [] }
        let text = ScalarText(scalar, in: utf8)
        let bytes = text.bytes
        var parts: [Metadata.Value] = []
        var start = 0
        var position = 0
        var end: Int?
        func add() { if let part = text.part(start, min(end ?? position, position)) { parts.append(part) } }
        while position < bytes.count {
            let length = joint(bytes, position)
            if length > 0 {
                add()
                position += length
                (start, end) = (position, nil)
            } else {
                if bytes[position] == 0x3C, end == nil { end = position }
                position += 1
            }
        }
        add()
        return parts
    }

    /// The length of what parts two names at a position; 0 for nothing.
    private func joint(_ bytes: [UInt8], _ position: Int) -> Int {
        switch bytes[position] {
        case 0x2C, 0x3B: return 1
        case 0x26: return position > 0 && bytes[position - 1] == 0x20 ? 1 : 0
        case 0x20:
            for word in NameJoiners.embedded {
                let rest = bytes[(position + 1)...]
                if rest.starts(with: word), rest.dropFirst(word.count).first == 0x20 { return word.count + 1 }
            }
            return 0
        default: return 0
        }
    }

    /// - Parameter isItem: whether the scalar is an item of a list, in which a comma parts nothing.
    private func tags(_ scalar: FrontMatterScalar, isItem: Bool) -> [Metadata.Value] {
        guard isText(scalar) else { return [] }
        let text = ScalarText(scalar, in: utf8)
        let bytes = text.bytes
        var parts: [Metadata.Value] = []
        var start = 0
        for position in 0...bytes.count {
            guard position == bytes.count || bytes[position] == 0x2C && !isItem else { continue }
            var first = start
            while first < position, bytes[first] == 0x23 || bytes[first] == 0x20 { first += 1 }
            if let part = text.part(first, position) { parts.append(part) }
            start = position + 1
        }
        return parts
    }
}

/// A scalar's text with the way back to its source.
private struct ScalarText {
    let bytes: [UInt8]
    private let range: SourceRange
    /// Whether text and source are the same, without escapes, character references and folded lines.
    private let isVerbatim: Bool

    init(_ scalar: FrontMatterScalar, in utf8: [UInt8]) {
        bytes = Self.withoutReferences(Array(scalar.text.utf8))
        range = scalar.range
        isVerbatim = bytes.elementsEqual(utf8[range.start..<range.end])
    }

    /// `l&rsquo;Agile`, as exporters of blogs write titles and names, which go into pages as they are.
    private static func withoutReferences(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
        return bytes.withUnsafeBufferPointer { text in
            var plain: [UInt8] = []
            var position = 0
            while position < text.count {
                let rest = UnsafeBufferPointer(rebasing: text[position...])
                if let reference = CharacterReference(rest) {
                    plain += reference.bytes
                    position += reference.count
                } else {
                    plain.append(text[position])
                    position += 1
                }
            }
            return plain
        }
    }

    /// A part of the text, white space around it left out and lines in it joined; `nil` for an empty one.
    ///
    /// Where text and source differ, the place is that of the whole.
    func part(_ start: Int, _ end: Int) -> Metadata.Value? {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var (start, end) = (start, end)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while start < end, isSpace(bytes[end - 1]) { end -= 1 }
        guard start < end else { return nil }
        let place = isVerbatim ? SourceRange(range.start + start, range.start + end) : range
        let part = bytes[start..<end]
        guard part.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
            return Metadata.Value(String(decoding: part, as: UTF8.self), at: place)
        }
        let words = part.split(whereSeparator: isSpace).joined(separator: [0x20])
        return Metadata.Value(String(decoding: Array(words), as: UTF8.self), at: place)
    }
}
