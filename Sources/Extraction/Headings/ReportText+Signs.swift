import TextModel

/// What a token is in a title: a sign that parts or quotes, or a word that begins as names do.
extension ReportText {
    /// Whether a token only parts what stands around it: a space, a dash, a colon, a bar, an ornament.
    func isSeparator(_ position: Int) -> Bool {
        let token = tokens[position]
        if token.kind.isWhiteSpace { return true }
        guard token.kind == .punctuation || token.kind == .listMark else { return false }
        return Self.separators.contains(bytes(of: position))
    }

    private static let separators = codes(
        of: "-", "–", "—", "|", ":", "/", ",", ";", "•", "·", "→", "->", "--", "---", "=>", "~", "*", "#", "©", "®",
        "™",
        "\u{FE0F}")

    func isDash(_ position: Int) -> Bool { Self.dashes.contains(bytes(of: position)) }

    private static let dashes = codes(of: "-", "–", "—", "--")

    /// “Le sel six mois après -- Collectif des salines”: whether a dash with spaces around stands within a line.
    func isParted(_ line: Range<Int>) -> Bool {
        line.dropFirst().dropLast().contains { position in
            isDash(position) && tokens[position - 1].kind.isWhiteSpace && tokens[position + 1].kind.isWhiteSpace
        }
    }

    func opensQuotation(_ position: Int) -> Bool { Self.opening.contains(bytes(of: position)) }

    /// German quotations end with `“`.
    func closesQuotation(_ position: Int) -> Bool { Self.closing.contains(bytes(of: position)) }

    /// Where a quotation ends: with the link that it fills or that fills it, which may have quotation marks within, else
    /// where it is closed first.
    func endOfQuotation(_ opening: Int, closed closing: Int) -> Int {
        let start = TextRange(tokens[opening].range.start, tokens[opening].range.end + 1)
        guard let link = marks(in: start).first(where: \.isLink),
            let last = tokens(in: link.range).last, last >= closing
        else { return closing }
        let end = link.range.start >= tokens[opening].range.end ? last + 1 : last
        return end < tokens.count && closesQuotation(end) ? end : closing
    }

    private static let opening = codes(of: "\"", "“", "«", "„")
    private static let closing = codes(of: "\"", "”", "»", "“")

    /// Whether a token is a colon, a dash or a bar, which part a title from who speaks.
    func isStrongMark(_ position: Int) -> Bool { Self.strongMarks.contains(bytes(of: position)) }

    /// Whether a token is an arrow, by which the author says what came of something.
    func isArrow(_ position: Int) -> Bool { Self.arrows.contains(bytes(of: position)) }

    private static let arrows = codes(of: "->", "=>")

    private static let strongMarks = codes(of: ":", "–", "—", "|", "-")

    /// The bytes of a token of at most three as one number, so that signs are compared without a string of each; 0 for
    /// a longer one.
    private func bytes(of position: Int) -> UInt32 {
        let range = tokens[position].range
        guard range.count <= 3 else { return 0 }
        var code: UInt32 = 0
        for offset in range.start..<range.end { code = code << 8 | UInt32(utf8[offset]) }
        return code
    }

    private static func codes(of signs: String...) -> [UInt32] {
        signs.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
    }

    /// Whether a token begins as names and titles do.
    func startsWithCapitalOrDigit(_ position: Int) -> Bool {
        let range = tokens[position].range
        return startsWithCapital(range) || (0x30...0x39).contains(utf8[range.start])
    }

    /// “> Mon avis : …”: whether a passage begins with one of some labels and a colon.
    func opens(_ passage: Passage, with labels: PhraseIndex<Bool>) -> Bool {
        let end = passage.tokens.upperBound
        guard let first = nextWord(from: passage.tokens.lowerBound, before: end),
            let label = labels.match(at: first, before: end, in: self),
            let colon = nextWord(from: label.end, before: end)
        else { return false }
        return sign(colon) == UInt8(ascii: ":")
    }
}
