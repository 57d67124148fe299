import Lexicons
import TextModel

/// The forms and the spelling of candidates.
struct NameForms {
    let text: ReportText
    let words: [NameWord]

    /// The words' keys with spaces between.
    func key(_ range: Range<Int>) -> String {
        if range.count == 1, let word = range.first {
            let written = words[word].range
            return String(decoding: NameKey.key(of: text.utf8[written.start..<written.end]), as: UTF8.self)
        }
        var key: [UInt8] = []
        for index in range {
            if !key.isEmpty { key.append(0x20) }
            NameKey.append(text.utf8[words[index].range.start..<words[index].range.end], to: &key)
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// The key with spaces for hyphens, as names are registered.
    func unhyphenatedKey(_ range: Range<Int>) -> String {
        String(decoding: key(range).utf8.map { $0 == 0x2D ? 0x20 : $0 }, as: UTF8.self)
    }

    func form(of candidate: NameCandidate) -> PersonForm {
        var parts: [String] = []
        parts.reserveCapacity(candidate.words.count + 1)
        for index in candidate.words { parts.append(part(words[index].range)) }
        if let family = candidate.family { parts.append(part(family)) }
        if candidate.kind == .reversed {
            let cut = parts.count - candidate.givenCount
            return PersonForm(given: Array(parts[cut...]), family: Array(parts[..<cut]), isGivenKnown: true)
        }
        let cut = min(max(candidate.givenCount, 1), parts.count - 1)
        return PersonForm(
            given: Array(parts[..<cut]), family: Array(parts[cut...]),
            isGivenKnown: words[candidate.words.lowerBound].givenStrength >= 2)
    }

    /// A word's key with spaces for hyphens: Jean-Marc is Jean Marc.
    private func part(_ range: TextRange) -> String {
        var key = NameKey.key(of: text.utf8[range.start..<range.end])
        for index in key.indices where key[index] == 0x2D { key[index] = 0x20 }
        return String(decoding: key, as: UTF8.self)
    }

    /// The name as written, and its parts where they are known.
    func written(_ candidate: NameCandidate) -> (name: String, given: String?, family: String?) {
        if let family = candidate.family {
            let given = spaced(TextRange(candidate.range.start, candidate.nickname?.start ?? family.start))
            return (spaced(candidate.range), given, spaced(family))
        }
        let name = spaced(candidate.range)
        guard candidate.words.count > 1 else { return (name, nil, nil) }
        switch candidate.kind {
        case .full, .unknown:
            let cut = candidate.words.lowerBound + min(max(candidate.givenCount, 1), candidate.words.count - 1)
            return (
                name, spaced(TextRange(candidate.range.start, words[cut - 1].range.end)),
                spaced(TextRange(words[cut].range.start, candidate.range.end))
            )
        case .reversed:
            let cut = candidate.words.upperBound - candidate.givenCount
            return (
                name, spaced(TextRange(words[cut].range.start, candidate.range.end)),
                spaced(TextRange(candidate.range.start, words[cut - 1].range.end))
            )
        case .given, .initials, .titled, .pseudonym, .single: return (name, nil, nil)
        }
    }

    /// The text as written, line ends and runs of spaces as one space, none at the edges.
    private func spaced(_ range: TextRange) -> String {
        let visible = text.visibleText(of: range)
        var wasSpace = true
        var isPlain = true
        for byte in visible.utf8 {
            let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
            if isSpace, wasSpace || byte != 0x20 { isPlain = false }
            // What spaces that do not break begin with.
            if byte == 0xC2 || byte == 0xE2 { isPlain = false }
            wasSpace = isSpace
        }
        if isPlain, !wasSpace { return visible }
        return visible.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
