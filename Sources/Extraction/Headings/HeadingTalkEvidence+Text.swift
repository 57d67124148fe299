import Lexicons
import TextModel

/// What a heading, or a passage under it, says of a talk.
extension HeadingTalkEvidence {
    /// “Talk 1”, “Deuxième présentation”: a heading that only numbers a talk.
    static func isNumberedTalk(_ heading: Range<Int>, in text: ReportText, words: TalkWords) -> Bool {
        guard let first = text.nextWord(from: heading.lowerBound, before: heading.upperBound),
            let lead = words.partLeads.match(at: first, before: heading.upperBound, in: text),
            text.nextWord(from: lead.end, before: heading.upperBound) == nil
        else { return false }
        return heading.contains { words.nouns.match(at: $0, before: heading.upperBound, in: text) != nil }
    }

    /// “Jour 2 : ateliers”, “Mardi soir : le repas”: the role of a heading that says on which day something was, and gives no
    /// title of three words.
    static func roleOfDay(
        _ parts: HeadingParts, _ heading: Range<Int>, in text: ReportText, words: SectionWords, alone: Bool
    ) -> (role: SectionRole, isWithin: Bool, isWhole: Bool)? {
        guard parts.isOfDay, parts.title.map({ text.wordCount($0) <= 2 }) ?? true else { return nil }
        return parts.title.flatMap { words.strongestRole(of: text.tokens(in: $0), in: text, alone: alone) }
            ?? words.strongestRole(of: heading, in: text, alone: alone)
    }

    /// The word with a capital that is all a marked heading has: “Anne-So” over what Anne-So saw.
    static func soleWord(of heading: Passage, in text: ReportText) -> Int? {
        guard heading.block.kind.headingLevel != nil, heading.tokens.count <= 3 else { return nil }
        let words = heading.tokens.filter { text.tokens[$0].kind.isWord }
        guard let word = words.first, words.count == 1, text.startsWithCapital(text.tokens[word].range) else {
            return nil
        }
        return word
    }

    /// The words with a capital in the passages before a heading.
    static func capitalized(before heading: Int, in text: ReportText) -> Set<WordKey> {
        let tokens = text.passages[..<heading].last.map { 0..<$0.tokens.upperBound } ?? 0..<0
        return Set(
            tokens.lazy.filter { text.tokens[$0].kind.isWord && text.startsWithCapital(text.tokens[$0].range) }
                .map { text.keys[$0] })
    }

    /// Whether a quotation of two words or more ends a heading.
    static func endsWithTitle(_ heading: Range<Int>, in text: ReportText) -> Bool {
        guard let last = heading.last(where: { !text.tokens[$0].kind.isWhiteSpace }), text.closesQuotation(last),
            let start = text.startOfTitle(endingAt: last, from: heading.lowerBound), start > heading.lowerBound
        else { return false }
        return (start..<last).count { text.tokens[$0].kind.isWord } >= 2
    }

    /// “Le sel six mois après -- Collectif des salines”
    static func isParted(_ heading: Range<Int>, in text: ReportText) -> Bool {
        heading.dropFirst().dropLast().contains { position in
            text.isDash(position) && text.tokens[position - 1].kind.isWhiteSpace
                && text.tokens[position + 1].kind.isWhiteSpace
        }
    }

    /// “L'autre conférence”: whether a sentence begins by passing to another talk.
    static func passesOn(_ sentence: Range<Int>, in text: ReportText, words: TalkWords) -> Bool {
        guard let first = text.nextWord(from: sentence.lowerBound, before: sentence.upperBound),
            let opener = words.openers.match(at: first, before: sentence.upperBound, in: text), opener.value == .noun,
            let noun = text.nextWord(from: opener.end, before: sentence.upperBound)
        else { return false }
        return words.oneTalk(at: noun, before: sentence.upperBound, in: text) != nil
    }

    /// The titles that a programme gives, by the positions of those who spoke: “- Titre (X)”.
    static func listedTitles(in text: ReportText, mentions: PeopleIndex, words: TalkWords) -> [Int: TextRange] {
        var titles: [Int: TextRange] = [:]
        for passage in text.passages where passage.block.kind.isItem {
            guard !mentions.mentions(in: passage.range).isEmpty, text.wordCount(passage.range) <= 30 else { continue }
            let parts = HeadingParts(
                of: passage.tokens, in: text, mentions: mentions, words: words, companyWords: 2)
            guard let title = parts.title, text.wordCount(title) >= 2 else { continue }
            for speaker in parts.speakers { titles[speaker.person] = title }
        }
        return titles
    }

    /// “Produire” over what those tell whose talks a programme before gives other titles: whether a paragraph begins with
    /// one of them, or says that one spoke.
    static func tellsListedTalk(
        _ passage: Passage, _ attributions: [Attribution], _ listed: [Int: TextRange], besides heading: TextRange,
        in text: ReportText, _ mentions: PeopleIndex
    ) -> Bool {
        guard !listed.isEmpty, !passage.block.kind.isItem else { return false }
        let first = mentions.mentions(in: passage.range).first { $0.range.start == passage.range.start }?.person
        let told = attributions.flatMap(\.speakers).map(\.person) + (first.map { [$0] } ?? [])
        return told.compactMap { listed[$0] }.contains {
            $0.end <= heading.start && !sharesWords($0, heading, in: text)
        }
    }

    /// “*Titre*, X : …”: whether an item begins with a title set apart and the name of who gave the talk.
    static func listsTalk(
        _ passage: Passage, in text: ReportText, mentions: PeopleIndex, words: TalkWords
    ) -> Bool {
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
    static func opensWithSomebody(
        _ passage: Passage, _ attributions: [Attribution], in text: ReportText
    ) -> Bool {
        attributions.contains { attribution in
            attribution.speakers.isEmpty && attribution.rule == .introduced && attribution.kind == nil
                && attribution.title == nil && attribution.sentence == passage.sentences.lowerBound
        }
    }

    /// Whether two stretches share a word of three letters or more.
    static func sharesWords(_ left: TextRange, _ right: TextRange, in text: ReportText) -> Bool {
        let words = Set(text.tokens(in: left).filter { text.tokens[$0].range.count >= 3 }.map { text.keys[$0] })
            .subtracting([.none])
        return text.tokens(in: right).contains { position in words.contains(text.keys[position]) }
    }

    /// “ce talk”, “cette présentation”, “la conférence”: a word for a talk in the singular.
    static func speaksOfTalk(_ tokens: Range<Int>, in text: ReportText, words: TalkWords) -> Bool {
        tokens.contains { words.oneTalk(at: $0, before: tokens.upperBound, in: text) != nil }
    }
}
