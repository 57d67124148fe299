import Lexicons
import TextModel

/// What a heading, or a passage under it, says of a talk.
extension HeadingEvidenceReader {
    /// “Jour 2 : ateliers”, “Mardi soir : le repas”: the role of a heading that says on which day something was, and gives no
    /// title of three words.
    func roleOfDay(
        _ parts: HeadingParts, _ heading: Range<Int>, alone: Bool
    ) -> (role: SectionRole, isWithin: Bool, isWhole: Bool)? {
        guard parts.isDay, parts.title.map({ text.wordCount($0) <= 2 }) ?? true else { return nil }
        return parts.title.flatMap { sectionWords.strongestRole(of: text.tokens(in: $0), in: text, alone: alone) }
            ?? sectionWords.strongestRole(of: heading, in: text, alone: alone)
    }

    /// The word with a capital that is all a marked heading has: “Anne-So” over what Anne-So saw.
    func soleWord(of heading: Passage) -> Int? {
        guard heading.block.kind.headingLevel != nil, heading.tokens.count <= 3 else { return nil }
        let words = heading.tokens.filter { text.tokens[$0].kind.isWord }
        guard let word = words.first, words.count == 1, text.startsWithCapital(text.tokens[word].range) else {
            return nil
        }
        return word
    }

    /// The words with a capital in the passages before a heading.
    func capitalized(before heading: Int) -> Set<WordKey> {
        let tokens = text.passages[..<heading].last.map { 0..<$0.tokens.upperBound } ?? 0..<0
        return Set(
            tokens.lazy.filter { text.tokens[$0].kind.isWord && text.startsWithCapital(text.tokens[$0].range) }
                .map { text.keys[$0] })
    }

    /// Whether a quotation of two words or more ends a heading.
    func endsWithTitle(_ heading: Range<Int>) -> Bool {
        guard let last = heading.last(where: { !text.tokens[$0].kind.isWhiteSpace }), text.closesQuotation(last),
            let start = text.startOfTitle(endingAt: last, from: heading.lowerBound), start > heading.lowerBound
        else { return false }
        return (start..<last).count { text.tokens[$0].kind.isWord } >= 2
    }

    /// “Retour Phares 2018”, “Les Phares – 10e édition”: the name of the event, and one word beside it at most.
    func isEvent(_ heading: Range<Int>) -> Bool {
        let range = text.range(of: heading)
        let first = eventMentions.firstPosition { $0.end > range.start }
        let names = eventMentions[first...].prefix { $0.start < range.end }.filter(text.startsWithCapital)
        let others = heading.filter { position in
            text.tokens[position].kind == .word && !words.smallWords.isArticle(position, in: text)
                && !names.contains { $0.overlaps(text.tokens[position].range) }
        }
        return !names.isEmpty && others.count <= 1
    }

    /// “L'autre conférence”: whether a sentence begins by passing to another talk.
    func passesOn(_ sentence: Range<Int>) -> Bool {
        guard let first = text.nextWord(from: sentence.lowerBound, before: sentence.upperBound),
            let opener = words.openers.match(at: first, before: sentence.upperBound, in: text), opener.value == .noun,
            let noun = text.nextWord(from: opener.end, before: sentence.upperBound)
        else { return false }
        return words.oneTalk(at: noun, before: sentence.upperBound, in: text) != nil
    }

    /// “Produire” over what those tell whose talks a programme before gives other titles: whether a paragraph begins with
    /// one of them, or says that one spoke.
    func tellsListedTalk(
        _ passage: Passage, _ attributions: [Attribution], besides heading: TextRange
    ) -> Bool {
        guard !listed.isEmpty, !passage.block.kind.isItem else { return false }
        let first = mentions.mentions(in: passage.range).first { $0.range.start == passage.range.start }?.person
        let told = attributions.flatMap(\.speakers).map(\.person) + (first.map { [$0] } ?? [])
        return told.compactMap { listed[$0] }.contains {
            $0.end <= heading.start && !sharesWords($0, heading)
        }
    }

    /// “*Titre*, X : …”: whether an item begins with a title set apart and the name of who gave the talk.
    func listsTalk(_ passage: Passage) -> Bool {
        let beginsWithTitle = ItemHead.beginsWithTitle(passage, in: text)
        // “Maud Tessier, « Titre »”
        let beginsWithName = mentions.mentions(in: passage.range).first.map {
            $0.range.start == passage.range.start && mentions.namesInFull($0.range)
        }
        guard beginsWithTitle || beginsWithName ?? false else { return false }
        return ItemHead.candidates(of: passage, in: text, mentions: mentions, words: words).contains { head in
            let parts = HeadingParts(of: head, in: text, mentions: mentions, words: words, companyWords: 2)
            return (!parts.speakers.isEmpty || parts.unnamed != nil) && (beginsWithTitle || parts.isQuoted)
                && parts.title.map { (2...18).contains(text.wordCount($0)) } ?? false
        }
    }

    /// “Deux étudiantes ont présenté …”: whether a paragraph opens with people without names who gave a talk.
    func opensWithSomebody(_ passage: Passage, _ attributions: [Attribution]) -> Bool {
        attributions.contains { attribution in
            attribution.speakers.isEmpty && attribution.rule == .introduced && attribution.kind == nil
                && attribution.title == nil && attribution.sentence == passage.sentences.lowerBound
        }
    }

    /// Whether two stretches share a word of three letters or more.
    func sharesWords(_ left: TextRange, _ right: TextRange) -> Bool {
        let words = Set(text.tokens(in: left).filter { text.tokens[$0].range.count >= 3 }.map { text.keys[$0] })
            .subtracting([.none])
        return text.tokens(in: right).contains { position in words.contains(text.keys[position]) }
    }
}
