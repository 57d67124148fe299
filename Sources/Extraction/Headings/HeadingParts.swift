import TextModel

/// A heading, or the first line of an item, taken apart: title, speakers, format.
///
/// The speaker stands before or after the title, or both do: “Titre par X”, “Titre - X”, “Titre, X”, “X (Acme) : Titre”,
/// “Titre (X)”, “X | Titre”. What remains when speakers, numbers, times, formats and ornaments are taken off is the title.
struct HeadingParts {
    private(set) var title: TextRange?
    private(set) var speakers: [NameGroup.Member] = []
    /// The kind that a label such as “Keynote :” tells.
    private(set) var kind: TalkKind?
    private(set) var hasTime = false
    /// The author of the report gave the talk.
    private(set) var isByAuthor = false
    /// Two titles stand in it, each with its speakers: “Titre par X et autre titre par Y”.
    private(set) var hasSecondTalk = false
    /// The title stands in quotation marks.
    private(set) var isQuoted = false
    /// Nothing but names, what belongs to them, and “par”.
    private(set) var isByline = false
    /// A byline that says so: “par X”, “Speaker : X”.
    private(set) var startsWithAgent = false

    private let text: ReportText
    private let words: TalkWords
    private let companyWords: Int
    /// What is left of the heading, as positions in the text's tokens.
    private var rest: Range<Int>

    init(of passage: Passage, in text: ReportText, mentions: PeopleIndex, words: TalkWords) {
        self.init(of: passage.tokens, in: text, mentions: mentions, words: words)
    }

    /// - Parameter companyWords: how many words after “X,” may be a company rather than a title.
    init(
        of tokens: Range<Int>, in text: ReportText, mentions: PeopleIndex, words: TalkWords, companyWords: Int = 3
    ) {
        self.text = text
        self.words = words
        self.companyWords = companyWords
        rest = tokens
        trim()
        takeLeadingNumberAndTime()
        let groups = NameGroup.groups(in: rest, of: text, mentions: mentions)
        takeSpeakers(groups.filter { !isAuthors($0) })
        hasSecondTalk =
            groups.count >= 2 && speakers.count < groups.reduce(0, { $0 + $1.members.count })
            && groups.count(where: { followsAgent($0) }) >= 2
        takeAuthor()
        takeLabel()
        takeLastBrackets()
        takeQuotes()
        takeLastQuotation()
        trim()
        if rest.isEmpty { title = nil } else { setTitle() }
    }

    private mutating func setTitle() {
        title = TextRange(text.tokens[rest.lowerBound].range.start, text.tokens[rest.upperBound - 1].range.end)
    }

    // MARK: Edges

    /// Takes spaces, dashes, colons, bars and ornaments off both ends.
    private mutating func trim() {
        while let first = rest.first,
            isSeparator(first) || text.tokens[first].kind == .emoji || text.tokens[first].kind == .listMark
        {
            rest = first + 1..<rest.upperBound
        }
        while let last = rest.last, isSeparator(last) || text.tokens[last].kind == .emoji {
            rest = rest.lowerBound..<last
        }
    }

    private func isSeparator(_ position: Int) -> Bool {
        let token = text.tokens[position]
        if token.kind.isWhiteSpace { return true }
        guard token.kind == .punctuation || token.kind == .listMark else { return false }
        return Self.separators.contains(text[token.range])
    }

    private static let separators: Set<String> = [
        "-", "–", "—", "|", ":", "/", ",", ";", "•", "·", "→", "->", "--", "---", "=>", "~", "*", "#", "©", "®", "™",
        "️",
    ]

    /// “14h00 - 14h45 :”, “2.”, “1ère conférence :”.
    private mutating func takeLeadingNumberAndTime() {
        var position = rest.lowerBound
        var end: Int?
        while position < rest.upperBound {
            let token = text.tokens[position]
            if isSeparator(position) {
                position += 1
                continue
            }
            if let time = endOfSpacedTime(position) {
                hasTime = true
                position = time
                end = time
                continue
            }
            switch token.kind {
            case .time: hasTime = true
            case .number where end == nil || hasTime:
                // A number stays when it counts something: “24 plugins”.
                guard hasTime || isFollowedByMark(position) else {
                    finish(end)
                    return
                }
            case .ordinal:
                guard let noun = text.nextWord(from: position + 1, before: rest.upperBound),
                    let match = words.nouns.match(at: noun, before: rest.upperBound, in: text),
                    let colon = text.nextWord(from: match.end, before: rest.upperBound), isColon(colon)
                else {
                    finish(end)
                    return
                }
                kind = match.value == .talk ? nil : match.value
                end = colon + 1
                position = colon + 1
                continue
            default:
                let word = text.folded(token.range)
                guard hasTime, ["à", "h", "de"].contains(word) else {
                    finish(end)
                    return
                }
            }
            position += 1
            end = position
        }
        finish(end)
    }

    /// After “8 h 45” or “9 h”.
    private func endOfSpacedTime(_ position: Int) -> Int? {
        guard text.tokens[position].kind == .number,
            let hour = text.nextWord(from: position + 1, before: rest.upperBound),
            text.folded(text.tokens[hour].range) == "h"
        else { return nil }
        if let minutes = text.nextWord(from: hour + 1, before: rest.upperBound), text.tokens[minutes].kind == .number,
            text.tokens[minutes].range.count == 2
        {
            return minutes + 1
        }
        return hour + 1
    }

    private mutating func finish(_ end: Int?) {
        if let end { rest = min(end, rest.upperBound)..<rest.upperBound }
        trim()
    }

    private func isFollowedByMark(_ position: Int) -> Bool {
        guard position + 1 < rest.upperBound else { return false }
        return [UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "/")].contains(text.sign(position + 1) ?? 0)
    }

    private func isColon(_ position: Int) -> Bool { text.sign(position) == UInt8(ascii: ":") }

    // MARK: Speakers

    private func followsAgent(_ group: NameGroup) -> Bool {
        var position = group.tokens.lowerBound - 1
        while position >= 0, text.tokens[position].kind.isWhiteSpace { position -= 1 }
        guard position >= 0 else { return false }
        return words.agents.match(at: position, before: group.tokens.lowerBound, in: text)?.value == .by
    }

    /// Whether a group is the authors of the report, who sign it and gave no talk that a heading names.
    private func isAuthors(_ group: NameGroup) -> Bool {
        let authors = text.metadata.authors
        guard !authors.isEmpty else { return false }
        let name = text[group.range].lowercased()
        return group.members.count == 1 && authors.contains { $0.text.lowercased() == name }
    }

    private mutating func takeSpeakers(_ groups: [NameGroup]) {
        // After the title; the last group may stand within a remark on the speaker.
        for group in groups.reversed() {
            guard let cut = endCut(before: group) else { continue }
            speakers = group.members
            isByline = isOnlyAgent(rest.lowerBound..<group.tokens.lowerBound)
            startsWithAgent =
                isByline && cut < group.tokens.lowerBound
                && text.nextWord(from: rest.lowerBound, before: group.tokens.lowerBound) != nil
            rest = rest.lowerBound..<(isByline ? rest.lowerBound : cut)
            trim()
            return
        }
        if let first = groups.first, let cut = startCut(after: first) {
            speakers = first.members
            rest = cut..<rest.upperBound
            trim()
        }
    }

    /// “Titre, par votre serviteur”.
    private mutating func takeAuthor() {
        guard speakers.isEmpty else { return }
        for position in rest {
            guard let agent = words.agents.match(at: position, before: rest.upperBound, in: text), agent.value == .by,
                let next = text.nextWord(from: agent.end, before: rest.upperBound),
                let author = words.author.match(at: next, before: rest.upperBound, in: text),
                text.nextWord(from: author.end, before: rest.upperBound).map(isSeparator) ?? true
            else { continue }
            isByAuthor = true
            rest = rest.lowerBound..<position
            trim()
            return
        }
    }

    /// Whether a stretch is empty or only “par”, “Speaker :” and the like.
    private func isOnlyAgent(_ tokens: Range<Int>) -> Bool {
        guard let start = tokens.first(where: { !isSeparator($0) && text.tokens[$0].kind != .emoji }) else {
            return true
        }
        guard
            let match = words.labels.match(at: start, before: tokens.upperBound, in: text)
                ?? words.agents.match(at: start, before: tokens.upperBound, in: text).map({ (true, $0.end) })
        else { return false }
        return (match.1..<tokens.upperBound).allSatisfy { isSeparator($0) || text.sign($0) == UInt8(ascii: "(") }
    }

    /// Where the title ends when a group of names ends the heading.
    private func endCut(before group: NameGroup) -> Int? {
        // Only what belongs to a name may follow: “(Acme)”, “[Acme]”, “, Acme”, “de chez Acme”, “🎤”.
        guard isNameTail(group.tokens.upperBound) || isApposition(group) else { return nil }
        var position = group.tokens.lowerBound - 1
        // An opening bracket: “Titre (X)”.
        while position >= rest.lowerBound, text.tokens[position].kind.isWhiteSpace { position -= 1 }
        if position < rest.lowerBound { return rest.lowerBound }
        if let sign = text.sign(position), [UInt8(ascii: "("), UInt8(ascii: "[")].contains(sign) { return position }
        if isSeparator(position) { return position }
        // “par”, “by”, “présenté par”, “avec”.
        for start in stride(from: max(rest.lowerBound, position - 4), through: position, by: 1) {
            if let match = words.agents.match(at: start, before: group.tokens.lowerBound, in: text),
                match.end == position + 1
            {
                return start
            }
        }
        let word = text.folded(text.tokens[position].range)
        // “Keynote de X”: what stands before is no title but a word for a talk.
        if word == "de" || word == "d'",
            let noun = text.nextWord(from: rest.lowerBound, before: position),
            let match = words.nouns.match(at: noun, before: position, in: text),
            text.nextWord(from: match.end, before: position) == nil
        {
            return position
        }
        // “« Titre » de X”.
        if word == "de" || word == "d'",
            let quote = (rest.lowerBound..<position).last(where: { !text.tokens[$0].kind.isWhiteSpace }),
            Self.closeQuotes.contains(text[text.tokens[quote].range]),
            text.startOfTitle(endingAt: quote, from: rest.lowerBound) != nil
        {
            return position
        }
        // A quoted title, or a name that is a link of its own, needs no separator.
        if text.startOfTitle(endingAt: position, from: rest.lowerBound) != nil { return position + 1 }
        return standsApart(group, after: position) ? position + 1 : nil
    }

    /// Whether a name ends the heading without any separator: “Un phare, combien d'ampoules ? Zoé Martin”.
    private func standsApart(_ group: NameGroup, after position: Int) -> Bool {
        guard group.members.allSatisfy({ isFull($0.range) }),
            (rest.lowerBound...position).count(where: { text.tokens[$0].kind.isWord }) >= 3
        else { return false }
        let sign = text[text.tokens[position].range]
        if ["?", "!", "…", "»", "”", "\"", ")"].contains(sign) { return true }
        guard text.tokens[position].kind.isWord, !startsWithCapital(text.tokens[position].range) else { return false }
        return words.nameLeads.match(at: position, before: group.tokens.lowerBound, in: text) == nil
    }

    private func isFull(_ range: TextRange) -> Bool {
        text.utf8[range.start..<range.end].contains(UInt8(ascii: " "))
    }

    /// “par X, développeuse chez Acme”, “– X, coach à Lyon”: who somebody is, in at most ten words, after a name that a
    /// word or mark sets apart from the title.
    private func isApposition(_ group: NameGroup) -> Bool {
        guard let next = text.nextWord(from: group.tokens.upperBound, before: rest.upperBound) else { return true }
        let tail = next..<rest.upperBound
        guard tail.count(where: { text.tokens[$0].kind.isWord }) <= 10 else { return false }
        if followsAgent(group) { return true }
        guard text.sign(next) == UInt8(ascii: ","), group.tokens.lowerBound > rest.lowerBound,
            let second = text.nextWord(from: next + 1, before: rest.upperBound)
        else { return false }
        // A capital begins what may be the title of the next talk or a list, a small letter what somebody does.
        return !startsWithCapital(text.tokens[second].range)
    }

    private func isNameTail(_ start: Int) -> Bool {
        var position = start
        var wordsAfterComma = 0
        var isAffiliation = false
        // What follows a name that begins the line may be the title.
        let wordsBeforeNames =
            text.nextWord(from: rest.lowerBound, before: start).map {
                $0 + 8 < start
                    || (rest.lowerBound..<start).contains { isSeparator($0) && !text.tokens[$0].kind.isWhiteSpace }
            } ?? false
        while position < rest.upperBound {
            let token = text.tokens[position]
            if token.kind.isWhiteSpace || token.kind == .emoji || isDecoration(position) {
                position += 1
                continue
            }
            if let end = text.endOfBrackets(at: position, before: rest.upperBound) {
                position = end
                continue
            }
            if let sign = text.sign(position), [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ".")].contains(sign)
            {
                position += 1
                continue
            }
            let word = text.folded(token.range)
            if !isAffiliation {
                guard [",", "de", "d'", "du", "from", "@", "-", "–", "chez", "/"].contains(word) else { return false }
                isAffiliation = true
                position += 1
                continue
            }
            // A company: one to four words, the first with a capital.
            if wordsAfterComma == 0, word != "chez", word != "la", word != "l'", word != "société", word != "équipe",
                !startsWithCapital(token.range)
            {
                return false
            }
            if token.kind.isWord { wordsAfterComma += 1 }
            if wordsAfterComma > (wordsBeforeNames ? 4 : companyWords) { return false }
            position += 1
        }
        return true
    }

    private func isDecoration(_ position: Int) -> Bool {
        let token = text.tokens[position]
        return token.kind == .emoticon || token.kind == .handle
    }

    private func startsWithCapital(_ range: TextRange) -> Bool {
        let byte = text.utf8[range.start]
        return byte != text.folded[range.start]
            || (range.count > 1 && text.utf8[range.start + 1] != text.folded[range.start + 1])
            || (byte >= 0x30 && byte <= 0x39)
    }

    /// Where the title begins when a group of names begins the heading.
    private func startCut(after group: NameGroup) -> Int? {
        var position = group.tokens.upperBound
        if let first = text.nextWord(from: rest.lowerBound, before: group.tokens.lowerBound) {
            // “[X] Titre”.
            guard isOpenBracket(first), text.nextWord(from: first + 1, before: group.tokens.lowerBound) == nil,
                let end = text.endOfBrackets(at: first, before: rest.upperBound)
            else { return nil }
            position = end
        }
        while position < rest.upperBound {
            let token = text.tokens[position]
            if token.kind.isWhiteSpace || token.kind == .emoji || isDecoration(position) {
                position += 1
                continue
            }
            if let end = text.endOfBrackets(at: position, before: rest.upperBound) {
                position = end
                continue
            }
            // “X, directrice de l'équipe Y : Titre”: what the person does, up to a stronger mark.
            if text.sign(position) == UInt8(ascii: ","),
                let next = text.nextWord(from: position + 1, before: rest.upperBound),
                !startsWithCapital(text.tokens[next].range), let cut = cutAfterApposition(from: next)
            {
                return cut
            }
            if isSeparator(position) { return position + 1 }
            // A quotation follows directly, or a title that begins with a capital.
            if Self.openQuotes.contains(text[token.range]) { return position }
            if let cut = cutAfterApposition(from: position), !startsWithCapital(token.range) { return cut }
            let words = (position..<rest.upperBound).count { text.tokens[$0].kind.isWord }
            let isBracketed =
                position > group.tokens.upperBound && isCloseBracket(position - 1)
                || position > 1 && text.tokens[position - 1].kind.isWhiteSpace && isCloseBracket(position - 2)
            return (words >= 3 || isBracketed) && token.kind.isWord && startsWithCapital(token.range) ? position : nil
        }
        return rest.upperBound
    }

    /// After the colon, dash or bar, or at the quotation, that follows at most ten words on who somebody is.
    private func cutAfterApposition(from start: Int) -> Int? {
        var position = start
        var count = 0
        while position < rest.upperBound, count <= 10 {
            let token = text.tokens[position]
            let sign = text[token.range]
            if [":", "–", "—", "|", "-"].contains(sign), count > 0 { return position + 1 }
            if Self.openQuotes.contains(sign), count > 0 { return position }
            if token.kind.isWord { count += 1 }
            position += 1
        }
        return nil
    }

    private func isOpenBracket(_ position: Int) -> Bool {
        text.sign(position) == UInt8(ascii: "[") || text.sign(position) == UInt8(ascii: "(")
    }

    private func isCloseBracket(_ position: Int) -> Bool {
        text.sign(position) == UInt8(ascii: "]") || text.sign(position) == UInt8(ascii: ")")
    }

    // MARK: Format and quotation marks

    private static let openQuotes: Set<String> = ["\"", "“", "«", "„"]
    private static let closeQuotes: Set<String> = ["\"", "”", "»", "“"]

    /// “Keynote :”, “Table ronde - ”, “[Talk]”; a heading that is only such a label has no title.
    private mutating func takeLabel() {
        guard let start = text.nextWord(from: rest.lowerBound, before: rest.upperBound) else { return }
        var position = start
        if let sign = text.sign(position), sign == UInt8(ascii: "[") || sign == UInt8(ascii: "(") { position += 1 }
        // An article before: “La keynote”.
        if ["la", "le", "l'", "les", "une", "un"].contains(text.folded(text.tokens[position].range)),
            let next = text.nextWord(from: position + 1, before: rest.upperBound)
        {
            position = next
        }
        guard let match = words.nouns.match(at: position, before: rest.upperBound, in: text) else { return }
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
        while !isSeparator(next), let end = endOfQualifier(next) {
            guard let after = text.nextWord(from: end, before: rest.upperBound) else {
                rest = rest.upperBound..<rest.upperBound
                return
            }
            next = after
        }
        let isClosed = text.sign(next) == UInt8(ascii: "]") || text.sign(next) == UInt8(ascii: ")")
        if isSeparator(next) || isClosed || Self.openQuotes.contains(text[text.tokens[next].range]) {
            rest = (isSeparator(next) || isClosed ? next + 1 : next)..<rest.upperBound
            trim()
        } else if match.value == .keynote, startsWithCapital(text.tokens[next].range) {
            // “Keynote Des phares verts”.
            rest = next..<rest.upperBound
        }
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
    private mutating func takeLastBrackets() {
        guard let last = rest.last, text.sign(last) == UInt8(ascii: ")"),
            let open = rest.last(where: { text.sign($0) == UInt8(ascii: "(") }), open > rest.lowerBound,
            let first = text.nextWord(from: open + 1, before: last)
        else { return }
        if let match = words.nouns.match(at: first, before: last, in: text) {
            if match.value != .talk { kind = kind ?? match.value }
        } else if words.sponsors.match(at: first, before: last, in: text) == nil {
            return
        }
        rest = rest.lowerBound..<open
        trim()
    }

    private mutating func takeQuotes() {
        trim()
        guard let first = rest.first, let last = rest.last, first < last,
            Self.openQuotes.contains(text[text.tokens[first].range])
        else { return }
        let inner = (first + 1)..<rest.upperBound
        guard let close = inner.first(where: { Self.closeQuotes.contains(text[text.tokens[$0].range]) }) else { return }
        // A quotation that begins the title and ends before more of it is a part: “Les phares”, suite et fin.
        let after = text.nextWord(from: close + 1, before: rest.upperBound)
        let isWhole =
            after == nil || !speakers.isEmpty
            || isSeparator(after ?? close) && text.nextWord(from: (after ?? close) + 1, before: rest.upperBound) == nil
            || text.sign(after ?? close) == UInt8(ascii: ".")
        guard isWhole else { return }
        isQuoted = true
        rest = first + 1..<close
    }

    /// “Ma préférée : « Titre »”: beside speakers, a quotation of three words that ends the rest is the title.
    private mutating func takeLastQuotation() {
        guard !speakers.isEmpty, let last = rest.last, Self.closeQuotes.contains(text[text.tokens[last].range]),
            let open = text.startOfTitle(endingAt: last, from: rest.lowerBound), open > rest.lowerBound,
            (open..<last).count(where: { text.tokens[$0].kind.isWord }) >= 3
        else { return }
        isQuoted = true
        rest = open + 1..<last
    }
}
