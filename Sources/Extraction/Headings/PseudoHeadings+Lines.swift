import TextModel

/// Lines that stand alone in pasted text and are something else.
extension PseudoHeadings {
    /// “Set-Cookie: id=42; Secure”, “getParameters()”, “a => b”: signs that titles hardly have.
    func readsAsCode(_ passage: Passage) -> Bool {
        let bytes = text.utf8[passage.range.start..<passage.range.end]
        if [UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}")].contains(bytes.last)
            || bytes.starts(with: "![".utf8)
        {
            return true
        }
        if bytes.contains(UInt8(ascii: ";")), bytes.contains(UInt8(ascii: "=")) { return true }
        return zip(bytes, bytes.dropFirst()).contains { Self.codeSigns.contains(UInt16($0) << 8 | UInt16($1)) }
    }

    /// Two bytes each, the first above the second.
    private static let codeSigns = Set(
        ["()", "[]", ");", "=>", "({", "};", "={", "=\""].map { $0.utf8.reduce(0) { $0 << 8 | UInt16($1) } })

    /// “Maud Tessier - Photo : Zoé Martin”: who is on a picture, and who took it.
    func isCredit(_ passage: Passage) -> Bool {
        guard let last = mentions.mentions(in: passage.range).last, last.range.end == passage.range.end,
            last.range.start > passage.range.start
        else { return false }
        let before = passage.tokens.lowerBound..<text.token(at: last.range.start)
        return before.suffix(4).contains { text.isWord($0, "photo") || text.isWord($0, "photos") }
    }

    /// “« Rester petit mais penser grand »”: what somebody said, or a title without who gave the talk.
    func isWhollyQuoted(_ passage: Passage) -> Bool {
        guard let first = passage.tokens.first, text.opensQuotation(first),
            let last = passage.tokens.last(where: { !text.tokens[$0].kind.isWhiteSpace })
        else { return false }
        return last > first && text.closesQuotation(last)
    }

    /// “- 🙍 Maud Tessier et Zoé Martin”: an item that has nothing but names, and is none of a list of names.
    func isOnlyNames(_ item: Passage) -> Bool {
        let next = item.index + 1
        return hasOnlyNames(item) && !(next < text.passages.count && hasOnlyNames(text.passages[next]))
    }

    private func hasOnlyNames(_ item: Passage) -> Bool {
        guard item.block.kind.isItem,
            let group = NameGroup.groups(in: item.tokens, of: text, mentions: mentions).first,
            mentions.namesInFull(group.range)
        else { return false }
        return item.tokens.allSatisfy { !text.tokens[$0].kind.isWord || group.tokens.contains($0) }
    }

    /// A post of a social network, of which the next line tells the writer: “— Maud (@maud) 27 octobre 2016”, “- @maud, jeudi”.
    func isPost(_ passage: Passage) -> Bool {
        let next = text.passages[passage.index + 1]
        guard let first = next.tokens.first, next.range.count <= 120,
            text.isDash(first)
                || next.block.kind.isItem && text.tokens[first].kind == .handle && isQuoted(passage.tokens.lowerBound)
        else { return false }
        return next.tokens.contains { text.tokens[$0].kind == .handle }
    }

    /// “1er octobre 2018, Maud”, “Maud Tessier, 1er octobre 2018”: a day and who wrote; “1er octobre 2018 à 8 h 12”.
    func isDateline(_ passage: Passage) -> Bool {
        // “@maud, jeudi, 11 h 58” behind a post
        let written = passage.tokens.filter { text.tokens[$0].kind.isWord || text.tokens[$0].kind == .time }
        if let handle = written.first, text.tokens[handle].kind == .handle, (2...8).contains(written.count),
            let comma = text.nextWord(from: handle + 1, before: passage.tokens.upperBound),
            text.sign(comma) == UInt8(ascii: ","), words.namesDay(written[1], in: text)
        {
            return true
        }
        if let at = passage.tokens.first(where: { text.isWord($0, "à") }) {
            let time = at + 1..<passage.tokens.upperBound
            return words.isDay(passage.tokens.lowerBound..<at, in: text)
                && time.allSatisfy {
                    !text.tokens[$0].kind.isWord || text.tokens[$0].kind == .number || text.isWord($0, "h")
                }
        }
        guard let name = mentions.mentions(in: passage.range).first else { return false }
        let isFirst = name.range.start == passage.range.start
        let rest =
            isFirst
            ? TextRange(name.range.end, passage.range.end) : TextRange(passage.range.start, name.range.start)
        return words.isDay(text.tokens(in: rest), in: text)
    }
}

/// Lines that end with who gave the talk.
extension PseudoHeadings {
    /// “Titre par Maud Tessier.”, “Titre.” over a line of names: a title that ends with a full stop, in pasted text.
    func isClosedTitle(_ passage: Passage) -> Bool {
        guard text.document.format == .text, passage.sentences.count == 1, text.wordCount(passage.range) <= 34,
            text.startsWithCapital(passage.range) || isQuoted(passage.tokens.lowerBound),
            let stop = passage.tokens.last, text.sign(stop) == UInt8(ascii: "."), !isByline(passage)
        else { return false }
        if text.wordCount(passage.range) <= 12, isOverByline(passage) { return true }
        guard let group = NameGroup.groups(in: passage.tokens, of: text, mentions: mentions).last,
            group.range.end == text.tokens[stop].range.start, mentions.namesInFull(group.range),
            let agent = text.previousWord(before: group.tokens.lowerBound, from: passage.tokens.lowerBound),
            text.isWord(agent, "par")
        else { return false }
        let title = passage.tokens.lowerBound..<agent
        return text.wordCount(text.range(of: title)) >= 2
            && (isQuoted(title.lowerBound)
                || !title.contains { position in
                    talkWords.smallWords.has(
                        position, [.auxiliary, .verb, .copula, .author, .subject, .third], in: text)
                        || talkWords.verbs.match(at: position, before: agent, in: text) != nil
                })
    }

    /// “Titre - Maud Tessier”, “Titre (Maud Tessier)”: a full name ends the line, and a dash, a bar, a bracket or “par” parts
    /// it from a title.
    func endsWithSpeaker(_ passage: Passage) -> Bool {
        guard let name = mentions.mentions(in: passage.range).last, name.form == .full || name.form == .initials,
            ends(passage, behind: name.range.end)
        else { return false }
        let parts = HeadingParts(of: passage, in: text, mentions: mentions, words: talkWords)
        guard let title = parts.title, parts.speakers.contains(where: { $0.range == name.range }) else { return false }
        let between = text.tokens(in: TextRange(title.end, passage.range.end))
        // “Kotlin par Maud Tessier”
        if between.contains(where: { text.isWord($0, "par") }) { return true }
        return text.wordCount(title) >= 2
            && between.contains {
                text.isDash($0) || text.sign($0) == UInt8(ascii: "|") || text.sign($0) == UInt8(ascii: "(")
                    || talkWords.agents.match(at: $0, before: between.upperBound, in: text)?.value == .with
            }
    }

    /// “Repeindre un phare, Maud Tessier”, “Veiller, encore, Maud Tessier & Zoé Martin”
    func endsWithApposition(_ passage: Passage) -> Bool {
        guard let group = NameGroup.groups(in: passage.tokens, of: text, mentions: mentions).last,
            group.range.end == passage.range.end, mentions.namesInFull(group.range),
            let comma = text.previousWord(before: group.tokens.lowerBound, from: passage.tokens.lowerBound)
        else { return false }
        return text.sign(comma) == UInt8(ascii: ",")
            && text.wordCount(TextRange(passage.range.start, group.range.start)) >= 2
    }

    /// Whether a line ends at an offset, but for the bracket around a name or brackets behind it: “X (Acme)”.
    private func ends(_ line: Passage, behind end: Int) -> Bool {
        guard end < line.range.end else { return true }
        if end + 1 == line.range.end, text.utf8[end] == UInt8(ascii: ")") { return true }
        let next = text.nextWord(from: text.token(at: end - 1) + 1, before: line.tokens.upperBound)
        return next.flatMap { text.endOfBrackets(at: $0, before: line.tokens.upperBound) } == line.tokens.upperBound
    }
}
