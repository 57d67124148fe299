import TextModel

/// Lists of what a day or half a day held: “L'après-midi, deux salles :”.
extension TalkSearch {
    /// “L'après-midi, deux salles :” before items of which most say more than a sentence.
    func isAnnouncedByDay(_ list: Int, _ items: [Int]) -> Bool {
        guard items.count >= 3, let tokens = announcement(of: list),
            tokens.contains(where: { words.dayWords.match(at: $0, before: tokens.upperBound, in: text) != nil })
        else { return false }
        return items.count { text.passages[$0].sentences.count >= 2 } * 5 >= items.count * 3
    }

    /// “Compter les bancs. Une bénévole, qui …”, “Le gaz pour tous : un étudiant, …”: the title with which an item begins,
    /// where somebody without a name or a word for a talk follows it.
    func partsBeforeSomebody(_ item: Passage) -> HeadingParts? {
        guard
            let stop = item.tokens.first(where: {
                text.sign($0) == UInt8(ascii: ".") || text.sign($0) == UInt8(ascii: ":")
            }), let next = text.nextWord(from: stop + 1, before: item.tokens.upperBound)
        else { return nil }
        let rest = next..<min(next + 12, item.tokens.upperBound)
        let somebody = words.speakerNouns.phrases(in: rest, of: text).first
        guard
            words.oneTalk(behindArticle: next, before: rest.upperBound, in: text) != nil
                || somebody?.tokens.lowerBound == next && somebody?.kind == .person
        else { return nil }
        let parts = HeadingParts(of: item.tokens.lowerBound..<stop, in: text, mentions: mentions, words: words)
        return parts.title.map { (2...15).contains(text.wordCount($0)) && text.startsWithCapital($0) } ?? false
            ? parts : nil
    }
}
