import TextModel

/// The town among a report's tags.
struct TownTags {
    private let tags: [(value: Metadata.Value, folded: [UInt8])]

    init(_ text: ReportText, _ vocabulary: EventVocabulary) {
        tags = text.metadata.tags.compactMap { tag in
            let folded = lowercased(Array(tag.text.utf8)).map { $0 == 0x2D ? 0x20 : $0 }
            let hyphenated = folded.map { $0 == 0x20 ? 0x2D : $0 }
            let isTown = [folded, hyphenated].contains {
                vocabulary.towns.contains(TextRange(0, $0.count), in: $0)
            }
            return isTown ? (tag, folded) : nil
        }
    }

    /// The only town among the tags, as the event's name or the text writes it: the name ends with it, or the text has
    /// it behind “à”. Words of technology are towns as well, and “X Web” is not held in X.
    func town(of name: String?, _ words: EventWords) -> (name: String, value: Metadata.Value)? {
        guard tags.count == 1, let (value, town) = tags.first else { return nil }
        if let name {
            let folded = lowercased(Array(name.utf8)).map { $0 == 0x2D ? 0x20 : $0 }
            if folded.starts(with: town) { return nil }
            if folded.count > town.count, folded[folded.count - town.count - 1] == 0x20,
                folded.suffix(town.count).elementsEqual(town)
            {
                return (String(decoding: Array(name.utf8).suffix(town.count), as: UTF8.self), value)
            }
        }
        for index in 1..<max(words.count, 1) where words.has(index - 1, .at) && words.startsWithCapital(index) {
            let start = words.words[index].range.start
            let end = start + town.count
            guard end <= words.folded.count,
                zip(words.folded[start..<end], town).allSatisfy({ $0 == $1 || $0 == 0x2D && $1 == 0x20 }),
                words.words[words.firstWord(from: end) - 1].range.end == end
            else { continue }
            return (String(decoding: words.utf8[start..<end], as: UTF8.self), value)
        }
        return nil
    }
}
