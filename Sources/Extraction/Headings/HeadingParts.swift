import TextModel

/// A heading, or the first line of an item, taken apart: title, speakers, format.
///
/// The speaker stands before or after the title, or both do: “Titre par X”, “Titre - X”, “Titre, X”, “X (Acme) : Titre”,
/// “Titre (X)”, “X | Titre”. What remains when speakers, numbers, times, formats and ornaments are taken off is the title.
struct HeadingParts {
    var title: TextRange?
    var speakers: [NameGroup.Member] = []
    /// The kind that a label such as “Keynote :” tells.
    var kind: TalkKind?
    private(set) var hasTime = false
    /// It says which part of the event it is: “Première partie : Titre”.
    private(set) var isNumberedPart = false
    /// It says on which day: “Lundi matin : Titre”.
    private(set) var isDay = false
    /// The author of the report gave the talk.
    var isByAuthor = false
    /// Two titles stand in it, each with its speakers: “Titre par X et autre titre par Y”.
    private(set) var hasSecondTalk = false
    /// The title stands in quotation marks.
    var isQuoted = false
    /// Nothing but names, what belongs to them, and “par”.
    var isByline = false
    /// The words that name who attended and wrote: “vu par Maud et Léo”.
    private(set) var reporters: TextRange?
    /// A byline that says so: “par X”, “Speaker : X”.
    private(set) var startsWithAgent = false

    /// Speakers without names, where none is named: “Titre, par deux étudiants”.
    var unnamed: SpeakerNouns.Phrase?

    let text: ReportText
    let words: TalkWords
    /// What is left of the heading, as positions in the text's tokens.
    var rest: Range<Int>

    init(of passage: Passage, in text: ReportText, mentions: PeopleIndex, words: TalkWords) {
        self.init(of: passage.tokens, in: text, mentions: mentions, words: words)
    }

    /// - Parameter companyWords: how many words after “X,” may be a company rather than a title.
    init(
        of tokens: Range<Int>, in text: ReportText, mentions: PeopleIndex, words: TalkWords, companyWords: Int = 3
    ) {
        self.init(withNamesOf: tokens, in: text, mentions: mentions, words: words, companyWords: companyWords)
        takeAuthor()
        takeUnnamed()
        takeFirstBrackets()
        takeLabel()
        takeLastBrackets()
        takeOpenBracket()
        takeLastLabel()
        takeLastLink()
        takeQuotes()
        takeLastQuotation()
        trim()
        // An address alone is no title.
        if rest.contains(where: { text.tokens[$0].kind.isWord }) { title = text.range(of: rest) }
    }

    /// The first half of the work: what stands around the names is taken off, and the names.
    init(
        withNamesOf tokens: Range<Int>, in text: ReportText, mentions: PeopleIndex, words: TalkWords, companyWords: Int
    ) {
        self.text = text
        self.words = words
        rest = tokens
        trim()
        takePictures()
        takeLead()
        takeReporters(mentions)
        var groups = NameGroup.groups(in: rest, of: text, mentions: mentions)
        takeReporters(of: &groups, mentions.reporters, companyWords: companyWords)
        takeAuthor(beside: groups.last)
        takeOthers(behind: groups.last)
        let cut = SpeakerCut(text: text, words: words, rest: rest, companyWords: companyWords)
        takeSpeakers(groups, cut)
        hasSecondTalk =
            groups.count >= 2 && speakers.count < groups.reduce(0, { $0 + $1.members.count })
            && groups.count(where: { cut.followsAgent($0) }) >= 2
    }

    // MARK: Edges

    /// Takes spaces, dashes, colons, bars and ornaments off both ends.
    mutating func trim() {
        while let first = rest.first,
            text.isSeparator(first) || text.tokens[first].kind == .emoji || text.tokens[first].kind == .listMark
        {
            rest = first + 1..<rest.upperBound
        }
        while let last = rest.last, text.isSeparator(last) || text.tokens[last].kind == .emoji {
            rest = rest.lowerBound..<last
        }
    }

    /// Takes the words of pictures off both ends.
    private mutating func takePictures() {
        for mark in text.marks(in: text.range(of: rest)) {
            guard case .image = mark.kind, !mark.range.isEmpty else { continue }
            let words = text.tokens(in: mark.range)
            if rest.lowerBound >= words.lowerBound {
                rest = min(max(rest.lowerBound, words.upperBound), rest.upperBound)..<rest.upperBound
            } else if rest.upperBound <= words.upperBound {
                rest = rest.lowerBound..<words.lowerBound
            }
            trim()
        }
    }

    /// “14h00 - 14h45 :”, “2.”, “1ère conférence :”.
    private mutating func takeLead() {
        let lead = HeadingLead(of: rest, in: text, words: words)
        hasTime = lead.hasTime
        isNumberedPart = lead.isPart
        isDay = lead.isDay
        kind = lead.kind
        rest = lead.end..<rest.upperBound
        trim()
    }

    // MARK: Speakers

    /// “Titre, vu par Maud & Léo”, “Titre (vu par Maud)”: nothing but names may follow.
    private mutating func takeReporters(_ mentions: PeopleIndex) {
        for position in rest {
            guard let match = words.reporters.match(at: position, before: rest.upperBound, in: text) else { continue }
            let tail = (match.end..<rest.upperBound).filter { text.tokens[$0].kind.isWord }
            let range = text.range(of: position..<rest.upperBound)
            guard (1...8).contains(tail.count), !mentions.mentions(in: range).isEmpty,
                tail.allSatisfy({ text.startsWithCapital(text.tokens[$0].range) || isJoining($0) })
            else { continue }
            reporters = range
            rest = rest.lowerBound..<position
            if let last = rest.last(where: { !text.tokens[$0].kind.isWhiteSpace }), text.sign(last) == UInt8(ascii: "(")
            {
                rest = rest.lowerBound..<last
            }
            trim()
            return
        }
    }

    func isJoining(_ position: Int) -> Bool { text.isWord(position, "et") || text.isWord(position, "and") }

    /// The last names of a heading, when they are those of its writers: “Titre – Maud”, with Maud the report's author.
    private mutating func takeReporters(of groups: inout [NameGroup], _ writers: Set<Int>, companyWords: Int) {
        // “Maud, gardienne”
        if let only = groups.first, groups.count == 1, only.members.allSatisfy({ writers.contains($0.person) }),
            text.nextWord(from: rest.lowerBound, before: rest.upperBound) == only.tokens.lowerBound,
            let comma = text.nextWord(from: only.tokens.upperBound, before: rest.upperBound),
            text.sign(comma) == UInt8(ascii: ","),
            (comma..<rest.upperBound).count(where: { text.tokens[$0].kind.isWord }) <= 4
        {
            reporters = only.range
            groups = []
            rest = rest.upperBound..<rest.upperBound
            return
        }
        while let last = groups.last, last.members.allSatisfy({ writers.contains($0.person) }) {
            groups.removeLast()
            let cut = SpeakerCut(text: text, words: words, rest: rest, companyWords: companyWords)
            guard let end = cut.end(before: last) else { continue }
            reporters = last.range
            rest = rest.lowerBound..<end
            trim()
        }
    }

    private mutating func takeSpeakers(_ groups: [NameGroup], _ speakerCut: SpeakerCut) {
        if let only = groups.first, groups.count == 1, isAuthorAnd(rest.lowerBound..<only.tokens.lowerBound),
            text.nextWord(from: only.tokens.upperBound, before: rest.upperBound) == nil
        {
            (speakers, isByAuthor, isByline) = (only.members, true, true)
            rest = rest.upperBound..<rest.upperBound
            return
        }
        if let only = groups.first, groups.count == 1, isOpener(rest.lowerBound..<only.tokens.lowerBound),
            text.nextWord(from: only.tokens.upperBound, before: rest.upperBound) == nil
        {
            speakers = only.members
            rest = rest.upperBound..<rest.upperBound
            return
        }
        // After the title; the last group may stand within a remark on the speaker.
        for group in groups.reversed() {
            guard let cut = speakerCut.end(before: group) else { continue }
            speakers = group.members
            isByline = isOnlyAgent(rest.lowerBound..<group.tokens.lowerBound)
            startsWithAgent =
                isByline && cut < group.tokens.lowerBound
                && text.nextWord(from: rest.lowerBound, before: group.tokens.lowerBound) != nil
            rest = rest.lowerBound..<(isByline ? rest.lowerBound : cut)
            trim()
            return
        }
        if let first = groups.first, let cut = speakerCut.start(after: first) {
            speakers = first.members
            rest = cut..<rest.upperBound
            trim()
            // “Maud Tessier, gardienne”, “Maud Tessier, musée de la Lampe”: what they do and where is no title.
            if let job = rest.first, !text.startsWithCapitalOrDigit(job),
                let comma = text.nextWord(from: first.tokens.upperBound, before: job),
                text.sign(comma) == UInt8(ascii: ","),
                words.jobs.match(at: job, before: rest.upperBound, in: text) != nil
                    || words.venues.match(at: job, before: rest.upperBound, in: text) != nil
            {
                rest = rest.upperBound..<rest.upperBound
            }
        }
    }

    /// Whether a stretch is empty or only “par”, “Speaker :” and the like.
    private func isOnlyAgent(_ tokens: Range<Int>) -> Bool {
        guard let start = tokens.first(where: { !text.isSeparator($0) && text.tokens[$0].kind != .emoji }) else {
            return true
        }
        guard
            let match = words.labels.match(at: start, before: tokens.upperBound, in: text)
                ?? words.agents.match(at: start, before: tokens.upperBound, in: text).map({ (true, $0.end) })
                ?? labelOfTalk(at: start, before: tokens.upperBound).map({ (true, $0) })
        else { return false }
        return (match.1..<tokens.upperBound).allSatisfy { text.isSeparator($0) || text.sign($0) == UInt8(ascii: "(") }
    }

    /// “Puis X”, “Pour finir, X et Y”: what passes to those who spoke next.
    private func isOpener(_ tokens: Range<Int>) -> Bool {
        guard let start = text.nextWord(from: tokens.lowerBound, before: tokens.upperBound),
            let opener = words.openers.match(at: start, before: tokens.upperBound, in: text), opener.value == .name
        else { return false }
        return (opener.end..<tokens.upperBound).allSatisfy(text.isSeparator)
    }

    /// After “Conférence animée par”, where a colon follows.
    private func labelOfTalk(at start: Int, before end: Int) -> Int? {
        guard let agent = words.endOfNounAndAgent(at: start, before: end, in: text),
            let colon = text.nextWord(from: agent, before: end), text.sign(colon) == UInt8(ascii: ":")
        else { return nil }
        return agent
    }
}
