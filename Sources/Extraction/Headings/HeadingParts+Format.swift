import TextModel

/// What stands around a title: a word for its format, brackets, links, quotation marks.
extension HeadingParts {
    /// “[Notes de conf] Titre”, “[EN] Titre”: brackets before the title with one word, or at most four, one of them for a
    /// talk or a post.
    mutating func takeFirstBrackets() {
        guard let first = rest.first, text.sign(first) == UInt8(ascii: "["),
            let end = text.endOfBrackets(at: first, before: rest.upperBound),
            text.nextWord(from: end, before: rest.upperBound) != nil,
            case let count = (first..<end).count(where: { text.tokens[$0].kind.isWord }), count <= 4,
            count <= 1
                || (first..<end).contains(where: { position in
                    words.nouns.match(at: position, before: end, in: text) != nil
                        || words.readings.match(at: position, before: end, in: text) != nil
                })
        else { return }
        rest = end..<rest.upperBound
        trim()
    }

    /// “Keynote :”, “Table ronde - ”, “[Talk]”; a heading that is only such a label has no title.
    mutating func takeLabel() {
        guard let start = text.nextWord(from: rest.lowerBound, before: rest.upperBound) else { return }
        var position = start
        if let sign = text.sign(position), sign == UInt8(ascii: "[") || sign == UInt8(ascii: "(") { position += 1 }
        // An article before: “La keynote”.
        if words.smallWords.isArticle(position, in: text),
            let next = text.nextWord(from: position + 1, before: rest.upperBound)
        {
            position = next
        }
        guard let match = words.nouns.match(at: position, before: rest.upperBound, in: text) else {
            takeRemark()
            return
        }
        if kind == nil, match.value != .talk { kind = match.value }
        guard var next = text.nextWord(from: match.end, before: rest.upperBound) else {
            rest = rest.upperBound..<rest.upperBound
            return
        }
        let label = match.end
        // “Table ronde sur les tests” names a topic and no title.
        if let after = text.nextWord(from: label, before: rest.upperBound),
            ["sur", "autour", "à", "de", "d'", "about", "on"].contains(text.folded(text.tokens[after].range)),
            speakers.isEmpty || match.value != .talk,
            endOfQualifier(after) == nil
        {
            // “Présentation de Fanal” may be the title itself; “une présentation sur Fanal” is none.
            if position == start && match.value != .panel && match.value != .keynote { return }
            rest = rest.upperBound..<rest.upperBound
            return
        }
        // A qualifier: “Keynote d'ouverture :”, “Talk 2 :”.
        guard let after = text.nextWord(from: endOfQualifiers(next), before: rest.upperBound) else {
            rest = rest.upperBound..<rest.upperBound
            return
        }
        next = after
        // “Atelier, Titre”, not “Atelier bois, un an après”: a comma parts a label from a title with its capital.
        if text.sign(next) == UInt8(ascii: ","),
            let title = text.nextWord(from: next + 1, before: rest.upperBound), !text.startsWithCapitalOrDigit(title),
            !text.opensQuotation(title)
        {
            return
        }
        let isClosed = text.sign(next) == UInt8(ascii: "]") || text.sign(next) == UInt8(ascii: ")")
        if text.isSeparator(next) || isClosed || text.opensQuotation(next) {
            rest = (text.isSeparator(next) || isClosed ? next + 1 : next)..<rest.upperBound
            trim()
        } else if text.startsWithCapitalOrDigit(next),
            match.value == .keynote || isShouted(position..<match.end, in: next)
        {
            // “Keynote Des phares verts”, “TABLE RONDE Qui paie les phares ?”.
            rest = next..<rest.upperBound
        }
    }

    /// Without the full stop that parts a title from the rest of its item: “**Titre.** Un avis.”
    var withoutFullStop: HeadingParts {
        guard let title, let last = text.tokens(in: title).last, text.sign(last) == UInt8(ascii: "."),
            last > rest.lowerBound, text.tokens[last - 1].kind.isWord
        else { return self }
        var parts = self
        parts.title = TextRange(title.start, text.tokens[last].range.start)
        return parts
    }

    /// Whether a label stands in capitals before a title that does not.
    private func isShouted(_ label: Range<Int>, in title: Int) -> Bool {
        func isUpper(_ range: TextRange) -> Bool {
            range.count >= 2 && text[range].allSatisfy { !$0.isLowercase } && text[range].contains(where: \.isUppercase)
        }
        return label.allSatisfy { !text.tokens[$0].kind.isWord || isUpper(text.tokens[$0].range) }
            && !isUpper(text.range(of: title..<rest.upperBound))
    }

    /// “Retour sur notre intervention : Titre”: some words that end with one for a talk, and a colon.
    private mutating func takeRemark() {
        guard let colon = rest.first(where: { text.sign($0) == UInt8(ascii: ":") }) else { return }
        let before = (rest.lowerBound..<colon).filter { text.tokens[$0].kind.isWord }
        guard before.count <= 5, let noun = before.last,
            let match = words.nouns.match(at: noun, before: colon, in: text), match.end <= colon
        else { return }
        if match.value != .talk { kind = kind ?? match.value }
        rest = colon + 1..<rest.upperBound
        trim()
    }

    /// After the words and phrases from a position on that only tell which keynote or talk is meant.
    private func endOfQualifiers(_ start: Int) -> Int {
        var position = start
        while let next = text.nextWord(from: position, before: rest.upperBound), !text.isSeparator(next),
            let end = endOfQualifier(next)
        {
            position = end
        }
        return position
    }

    /// After a word or phrase that only tells which keynote or talk is meant.
    private func endOfQualifier(_ position: Int) -> Int? {
        let token = text.tokens[position]
        if token.kind == .number || token.kind == .ordinal || text.sign(position) == UInt8(ascii: "#") {
            return position + 1
        }
        return words.qualifiers.match(at: position, before: rest.upperBound, in: text)?.end
    }

    /// “Titre (keynote de fin)”, “Title (sponsored by Acme)”: brackets at the end that name a format or a sponsor.
    mutating func takeLastBrackets() {
        guard let last = rest.last, text.sign(last) == UInt8(ascii: ")"),
            let open = rest.last(where: { text.sign($0) == UInt8(ascii: "(") }), open > rest.lowerBound,
            let first = text.nextWord(from: open + 1, before: last)
        else { return }
        if let match = words.nouns.match(at: first, before: last, in: text) {
            if match.value != .talk { kind = kind ?? match.value }
        } else if words.titleAsides.match(at: first, before: last, in: text) == nil, !isLength(first..<last) {
            return
        }
        rest = rest.lowerBound..<open
        trim()
    }

    /// “20 min”, “45 minutes”: a number and a unit of time.
    private func isLength(_ tokens: Range<Int>) -> Bool {
        guard let number = tokens.first, text.tokens[number].kind == .number,
            let unit = text.nextWord(from: number + 1, before: tokens.upperBound)
        else { return false }
        return text.nextWord(from: unit + 1, before: tokens.upperBound) == nil
            && ["min", "mn", "minutes", "h", "heure", "heures"].contains(text.folded(text.tokens[unit].range))
    }

    /// “Titre (discussion”, “Titre (keynote d'ouverture”: what is left of brackets from which “lancée par X” is taken, two
    /// words in lower case at most, or a word for a format and what tells which.
    mutating func takeOpenBracket() {
        guard let open = rest.last(where: { text.sign($0) == UInt8(ascii: "(") }), open > rest.lowerBound,
            text.endOfBrackets(at: open, before: rest.upperBound) == nil,
            let first = text.nextWord(from: open + 1, before: rest.upperBound)
        else { return }
        let format = words.nouns.match(at: first, before: rest.upperBound, in: text)
        let isFormat =
            format.map { text.nextWord(from: endOfQualifiers($0.end), before: rest.upperBound) == nil } ?? false
        let isShort =
            !text.startsWithCapitalOrDigit(first)
            && (first..<rest.upperBound).count(where: { text.tokens[$0].kind.isWord }) <= 2
        guard isFormat || isShort else { return }
        if let format = format?.value, format != .talk { kind = kind ?? format }
        rest = rest.lowerBound..<open
        trim()
    }

    /// “Titre, REX”, “Titre, un atelier de deux heures”, “Titre - table ronde”: a word for a format that ends the title after
    /// a comma, a dash or a bar.
    mutating func takeLastLabel() {
        let signs = [",", ":", "|"].map { UInt8(ascii: $0) }
        guard
            let comma = rest.last(where: { position in
                text.sign(position).map(signs.contains) ?? false
                    || position > rest.lowerBound && text.isDash(position)
                        && text.tokens[position - 1].kind.isWhiteSpace
            }),
            let first = text.nextWord(from: comma + 1, before: rest.upperBound),
            case let isArticle = words.smallWords.isArticle(first, in: text),
            isArticle || text.sign(comma) != UInt8(ascii: ":"),
            let noun = isArticle ? text.nextWord(from: first + 1, before: rest.upperBound) : first,
            let match = words.nouns.match(at: noun, before: rest.upperBound, in: text), match.value != .other,
            text.nextWord(from: endOfQualifiers(match.end), before: rest.upperBound) == nil
        else { return }
        if match.value != .talk { kind = kind ?? match.value }
        rest = rest.lowerBound..<comma
        trim()
    }

    /// “Titre [slides](…)”: a link at the end that says what it leads to.
    mutating func takeLastLink() {
        guard let last = rest.last(where: { text.tokens[$0].kind.isWord }),
            words.linkLabels.match(at: last, before: rest.upperBound, in: text) != nil,
            let link = text.marks(in: text.tokens[last].range).first(where: \.isLink),
            text.token(at: link.range.start) > rest.lowerBound
        else { return }
        rest = rest.lowerBound..<text.token(at: link.range.start)
        trim()
    }

    mutating func takeQuotes() {
        trim()
        guard let first = rest.first, let last = rest.last, first < last,
            text.opensQuotation(first)
        else { return }
        let inner = (first + 1)..<rest.upperBound
        guard let closing = inner.first(where: { text.closesQuotation($0) }) else { return }
        let close = min(text.endOfQuotation(first, closed: closing), rest.upperBound)
        // A quotation that begins the title and ends before more of it is a part: “Les phares”, suite et fin.
        let after = text.nextWord(from: close + 1, before: rest.upperBound)
        let isWhole =
            after == nil || !speakers.isEmpty && isMostOfIt(inner.lowerBound..<close)
            || text.isSeparator(after ?? close)
                && text.nextWord(from: (after ?? close) + 1, before: rest.upperBound) == nil
            || text.sign(after ?? close) == UInt8(ascii: ".")
        guard isWhole else { return }
        isQuoted = true
        rest = first + 1..<close
    }

    /// Whether a quotation has three words, or half of what is left.
    private func isMostOfIt(_ inner: Range<Int>) -> Bool {
        inner.count(where: { text.tokens[$0].kind.isWord }) >= 3 || inner.count * 2 >= rest.count
    }

    /// “Et pour finir la journée …”.
    private var beginsWithOpener: Bool {
        guard var first = text.nextWord(from: rest.lowerBound, before: rest.upperBound) else { return false }
        if isJoining(first) { first = text.nextWord(from: first + 1, before: rest.upperBound) ?? first }
        return words.openers.match(at: first, before: rest.upperBound, in: text) != nil
    }

    /// “Ma préférée : « Titre »”: beside speakers, a quotation of three words that ends the rest is the title.
    mutating func takeLastQuotation() {
        guard !speakers.isEmpty || beginsWithOpener, let last = rest.last, text.closesQuotation(last),
            let open = text.startOfTitle(endingAt: last, from: rest.lowerBound), open > rest.lowerBound,
            (open..<last).count(where: { text.tokens[$0].kind.isWord }) >= 3
        else { return }
        isQuoted = true
        rest = open + 1..<last
    }
}
