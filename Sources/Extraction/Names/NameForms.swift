import Lexicons
import TextModel

/// The forms and the spelling of candidates.
struct NameForms {
    let text: ReportText
    let words: [NameWord]

    /// The words' keys with spaces between.
    func key(_ range: Range<Int>) -> String { key(range, hyphen: UInt8(ascii: "-")) }

    private func key(_ range: Range<Int>, hyphen: UInt8) -> String {
        if range.count == 1, let word = range.first { return key(words[word].range, hyphen: hyphen) }
        return range.map { key(words[$0].range, hyphen: hyphen) }.joined(separator: " ")
    }

    private func key(_ word: TextRange, hyphen: UInt8) -> String {
        NameKey.string(of: text.utf8[word.start..<word.end], hyphen: hyphen)
    }

    /// The hash of the key, for what is only compared.
    ///
    /// - Parameter hyphen: what stands for a hyphen.
    func hash(_ range: Range<Int>, hyphen: UInt8 = UInt8(ascii: "-")) -> WordKey {
        var hash = LetterHash()
        for index in range {
            if index > range.lowerBound { hash.add(UInt8(ascii: " ")) }
            NameKey.add(text.utf8[words[index].range.start..<words[index].range.end], hyphen: hyphen, to: &hash)
        }
        return hash.end()
    }

    /// The key with spaces for hyphens, as names are registered.
    func unhyphenatedKey(_ range: Range<Int>) -> String { key(range, hyphen: UInt8(ascii: " ")) }

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
    private func part(_ range: TextRange) -> String { key(range, hyphen: UInt8(ascii: " ")) }

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

    /// A name of one word, or a family name, with the title of civility of one person before it, as written: `Mme Martin`,
    /// but not `MM. Martin`.
    func titled(_ candidate: NameCandidate) -> String? {
        let position = candidate.words.lowerBound - 1
        guard candidate.kind == .titled || candidate.kind == .given, position >= 0, words[position].has(.civility),
            words[position].range.end <= candidate.range.start, candidate.range.start - words[position].range.end <= 3
        else { return nil }
        let letters = text.folded[words[position].range.start..<words[position].range.end].filter { $0 != 0x2E }
        let isOfSeveral =
            letters.starts(with: "mm".utf8) && letters.count != 3 || letters.count > 3 && letters.last == 0x73
        return isOfSeveral ? nil : spaced(TextRange(words[position].range.start, candidate.range.end))
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
