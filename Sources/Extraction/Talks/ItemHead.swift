import TextModel

/// The parts of an item that may name a talk: the link or emphasis that it begins with, what stands before a colon, its
/// first sentence.
enum ItemHead {
    static func candidates(
        of passage: Passage, in text: ReportText, mentions: PeopleIndex, words: TalkWords
    ) -> [Range<Int>] {
        var heads: [Range<Int>] = []
        let tokens = passage.tokens
        if let mark = leadingMark(of: passage, in: text) {
            heads.append(mark)
            heads.append(withBrackets(mark, of: passage, in: text, mentions: mentions, words: words))
        }
        if let named = bracketedNames(in: tokens, of: text, mentions: mentions) { heads.append(named) }
        if let named = partedNames(in: tokens, of: text, mentions: mentions) { heads.append(named) }
        for position in tokens where position > tokens.lowerBound && text.sign(position) == UInt8(ascii: ":") {
            heads.append(tokens.lowerBound..<position)
        }
        // “Titre par X, une belle présentation”.
        let cut = SpeakerCut(text: text, words: words, rest: tokens, companyWords: 2)
        if let group = NameGroup.groups(in: tokens, of: text, mentions: mentions).first(where: cut.followsAgent) {
            heads.append(tokens.lowerBound..<group.tokens.upperBound)
        }
        if let first = passage.sentences.first {
            heads.append(text.tokens(in: text.sentences[first].range))
            // “Titre. Maud Tessier. Un avis.”
            if passage.sentences.count >= 2, isName(text.sentences[first + 1].range, in: text, mentions: mentions) {
                heads.append(tokens.lowerBound..<text.tokens(in: text.sentences[first + 1].range).upperBound)
            }
        }
        if let line = tokens.first(where: { text.tokens[$0].kind == .newline }) {
            heads.append(tokens.lowerBound..<line)
        }
        return heads
    }

    /// “Titre (Maud Tessier) – un avis”: up to the first brackets, when they begin with a full name and a dash follows.
    private static func bracketedNames(
        in tokens: Range<Int>, of text: ReportText, mentions: PeopleIndex
    ) -> Range<Int>? {
        guard let open = tokens.first(where: { text.sign($0) == UInt8(ascii: "(") }), open > tokens.lowerBound,
            let end = text.endOfBrackets(at: open, before: tokens.upperBound),
            let dash = text.nextWord(from: end, before: tokens.upperBound), text.isDash(dash),
            let name = mentions.mentions(in: text.range(of: open..<end)).first, mentions.namesInFull(name.range),
            text.nextWord(from: open + 1, before: end) == text.token(at: name.range.start)
        else { return nil }
        return tokens.lowerBound..<end
    }

    /// “Titre - Maud Tessier - un avis”, “Titre / Maud Tessier / un avis”: up to the first names, when they are in full and
    /// the same mark stands on both sides.
    private static func partedNames(
        in tokens: Range<Int>, of text: ReportText, mentions: PeopleIndex
    ) -> Range<Int>? {
        guard let group = NameGroup.groups(in: tokens, of: text, mentions: mentions).first,
            mentions.namesInFull(group.range),
            let before = text.previousWord(before: group.tokens.lowerBound, from: tokens.lowerBound),
            let after = text.nextWord(from: group.tokens.upperBound, before: tokens.upperBound),
            text.isDash(before) || text.sign(before) == UInt8(ascii: "/"),
            text[text.tokens[before].range] == text[text.tokens[after].range]
        else { return nil }
        return tokens.lowerBound..<group.tokens.upperBound
    }

    /// “**Titre** (atelier, Maud Tessier)”: what a passage begins with, and the brackets behind it that say who spoke.
    static func withBrackets(
        _ head: Range<Int>, of passage: Passage, in text: ReportText, mentions: PeopleIndex, words: TalkWords
    ) -> Range<Int> {
        guard let open = text.nextWord(from: head.upperBound, before: passage.tokens.upperBound) else { return head }
        if text.isDash(open), let end = endOfNames(behind: open, of: passage, in: text, mentions: mentions) {
            return head.lowerBound..<end
        }
        guard text.sign(open) == UInt8(ascii: "("),
            let end = text.endOfBrackets(at: open, before: passage.tokens.upperBound)
        else { return head }
        let saysWho =
            mentions.namesInFull(text.range(of: open..<end))
            || words.speakerNouns.phrases(in: open..<end, of: text).contains { $0.kind == .person }
        return saysWho ? head.lowerBound..<end : head
    }

    /// “**Titre** – *Maud Tessier* : un avis”: after the full names behind a dash that end with the line, its sentence or
    /// before a colon.
    private static func endOfNames(
        behind dash: Int, of passage: Passage, in text: ReportText, mentions: PeopleIndex
    ) -> Int? {
        guard let first = text.nextWord(from: dash + 1, before: passage.tokens.upperBound),
            let group = NameGroup.groups(in: first..<passage.tokens.upperBound, of: text, mentions: mentions).first,
            group.tokens.lowerBound == first, group.members.allSatisfy({ mentions.namesInFull($0.range) })
        else { return nil }
        guard let next = text.nextWord(from: group.tokens.upperBound, before: passage.tokens.upperBound) else {
            return group.tokens.upperBound
        }
        let ends = [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ",")]
        return ends.contains(text.sign(next) ?? 0) ? group.tokens.upperBound : nil
    }

    /// Whether a sentence is no more than a full name.
    private static func isName(_ sentence: TextRange, in text: ReportText, mentions: PeopleIndex) -> Bool {
        guard let name = mentions.mentions(in: sentence).first, mentions.namesInFull(name.range) else { return false }
        return text.wordCount(sentence) == text.wordCount(name.range)
    }

    /// Whether an item begins with a link, emphasis or a quotation, and says more.
    static func beginsWithTitle(_ passage: Passage, in text: ReportText) -> Bool {
        guard let first = passage.tokens.first else { return false }
        return text.opensQuotation(first) || leadingMark(of: passage, in: text) != nil
    }

    /// The tokens up to the end of the mark with which an item begins, when more follows it.
    static func leadingMark(of passage: Passage, in text: ReportText) -> Range<Int>? {
        guard let mark = text.leadingMark(of: passage), passage.range.end > mark.range.end else { return nil }
        return passage.tokens.lowerBound..<text.tokens(in: mark.range).upperBound
    }
}

extension ReportText {
    /// The mark with which a passage begins, behind a sign or two at most.
    func leadingMark(of passage: Passage) -> Mark? {
        marks(in: passage.range).first.flatMap { mark in
            let isClose = mark.range.start - passage.range.start <= 4
            // “🦀 **Titre**”
            let isBehindPicture =
                mark.range.start - passage.range.start <= 12
                && tokens(in: TextRange(passage.range.start, max(passage.range.start, mark.range.start)))
                    .allSatisfy { tokens[$0].kind.isWhiteSpace || tokens[$0].kind == .emoji }
            return isClose || isBehindPicture ? mark : nil
        }
    }
}

extension ReportText {
    /// The names in bold with which a passage begins, where nothing else is in bold there, and the first is a full name.
    func leadingNames(of passage: Passage, _ mentions: PeopleIndex) -> NameGroup? {
        guard let mark = leadingMark(of: passage), mark.kind == .strong, mark.range.end < passage.range.end,
            let group = NameGroup.groups(in: tokens(in: mark.range), of: self, mentions: mentions).first,
            let first = group.members.first, mentions.namesInFull(first.range),
            wordCount(mark.range) == wordCount(group.range)
        else { return nil }
        return group
    }
}

extension Block.Kind {
    var isItem: Bool {
        if case .item = self { return true }
        return false
    }

    var isCell: Bool {
        if case .cell = self { true } else { false }
    }
}
