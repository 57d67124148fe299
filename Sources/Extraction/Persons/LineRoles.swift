import Lexicons
import TextModel

/// Roles by the line in which a name stands: a byline under the title, a line of names under the heading of a talk, lines
/// that several authors begin in turn.
struct LineRoles {
    let text: ReportText
    let words: PersonRoleWords
    let index: PeopleIndex

    func assign(_ findings: inout Findings) {
        let isAnonymous = text.metadata.authors.isEmpty
        if isAnonymous { assignByline(&findings) }
        if isAnonymous { assignIntroduced(&findings) }
        if isAnonymous, !findings.people.contains(where: { $0.roles.contains(.author) }),
            let author = index.signature(of: text)
        {
            findings.people[author].roles.insert(.author)
        }
        assignTellers(&findings)
        assignUnderHeadings(&findings)
        assignItems(&findings)
        dropHosts(&findings)
        if findings.reporters.isEmpty, !findings.people.contains(where: { $0.roles.contains(.author) }) {
            assignTurns(&findings)
        }
    }

    /// A short line near the top with a name and a date, which nothing else follows.
    private func assignByline(_ findings: inout Findings) {
        for passage in text.passages.prefix(4) {
            guard case .paragraph = passage.block.kind, passage.range.count <= 100 else { continue }
            let mentions = index.mentions(in: passage.range)
            guard let mention = mentions.first, mentions.count == 1, passage.sentences.count <= 1,
                text.tokens[passage.tokens].contains(where: { $0.kind == .date || isYear($0) }),
                mention.range.end + 2 >= passage.range.end || mention.range.start - passage.range.start <= 4
                    || isAfterBy(mention.range.start, passage)
            else { continue }
            findings.people[mention.person].roles.insert(.author)
            let isSpeakerHereOnly = findings.talks.contains { talk in
                talk.speakers.contains { $0.person == mention.person && $0.range == mention.range }
            }
            if isSpeakerHereOnly { findings.people[mention.person].roles.remove(.speaker) }
            return
        }
    }

    /// 12 mai, par Zoé Martin, cartographe
    private func isAfterBy(_ offset: Int, _ passage: Passage) -> Bool {
        guard let first = passage.tokens.first, [.date, .number, .ordinal].contains(text.tokens[first].kind) else {
            return false
        }
        let before = text.previousWord(before: text.firstToken(from: offset), from: passage.tokens.lowerBound)
        return before.map { text.isWord($0, "par") } ?? false
    }

    /// Moi c'est Zoé: who says so wrote the text, and so does a name alone in a line near the top with a date in the next.
    private func assignIntroduced(_ findings: inout Findings) {
        for person in findings.people.indices
        where findings.people[person].mentions.contains(where: { $0.rule == "introduces_oneself" }) {
            findings.people[person].roles.insert(.author)
        }
        for position in text.passages.indices.prefix(4).dropFirst() where position + 1 < text.passages.count {
            let next = text.passages[position + 1]
            guard let mention = index.mentions(in: text.passages[position].range).first,
                mention.range == text.passages[position].range, next.range.count <= 60,
                text.tokens[next.tokens].contains(where: { $0.kind == .date || isYear($0) })
            else { continue }
            findings.people[mention.person].roles.insert(.author)
            return
        }
    }

    /// An item, a short line or the bold start of a paragraph that ends with names after `par` or a dash behind three
    /// words and more names the speakers of a talk.
    private func assignItems(_ findings: inout Findings) {
        for passage in text.passages {
            switch passage.block.kind {
            case .item: if passage.range.count > 200 { continue }
            case .paragraph:
                assignHead(of: passage, &findings)
                continue
            default: continue
            }
            let mentions = Array(index.mentions(in: passage.range))
            if let head = mentions.first, head.range.start == passage.range.start, head.form == .full,
                isBeforeSubject(head.range.end, passage), !findings.reporters.contains(head.person)
            {
                // - Zoé Martin sur les tests
                findings.people[head.person].roles.insert(.speaker)
            }
            guard let last = mentions.last, last.form == .full || last.form == .initials,
                endsItem(last.range.end, passage)
            else { continue }
            var first = mentions.count - 1
            while first > 0, isJoin(from: mentions[first - 1].range.end, to: mentions[first].range.start) { first -= 1 }
            guard isAfterTitle(mentions[first].range.start, passage) else { continue }
            for mention in mentions[first...]
            where !findings.reporters.contains(mention.person)
                && findings.people[mention.person].roles.isDisjoint(with: [.author, .organizer, .host])
            {
                findings.people[mention.person].roles.insert(.speaker)
            }
        }
    }

    /// **Titre, par Zoé Martin.** On y apprend…
    private func assignHead(of passage: Passage, _ findings: inout Findings) {
        let head = text.marks[passage.marks].first { $0.kind == .strong && $0.range.start == passage.range.start }
        guard let range = head?.range ?? (isLine(passage) ? passage.range : nil), range.count <= 200 else {
            return
        }
        let mentions = Array(index.mentions(in: range))
        guard let last = mentions.last, last.form == .full || last.form == .initials, last.range.end <= range.end,
            !text.utf8[last.range.end..<range.end].contains(where: { ![0x20, 0x2E].contains($0) })
        else { return }
        var first = mentions.count - 1
        while first > 0, isJoin(from: mentions[first - 1].range.end, to: mentions[first].range.start) { first -= 1 }
        guard isAfterTitle(mentions[first].range.start, passage, byOnly: true) else { return }
        for mention in mentions[first...]
        where !findings.reporters.contains(mention.person)
            && findings.people[mention.person].roles.isDisjoint(with: [.author])
        {
            findings.people[mention.person].roles.insert(.speaker)
        }
    }

    /// Whether a passage is short and no full stop ends it.
    private func isLine(_ passage: Passage) -> Bool {
        (1...120).contains(passage.range.count) && text.utf8[passage.range.end - 1] != 0x2E
    }

    /// Whether `sur` follows.
    private func isBeforeSubject(_ offset: Int, _ passage: Passage) -> Bool {
        let next = text.tokens[text.firstToken(from: offset)..<passage.tokens.upperBound].first {
            !$0.kind.isWhiteSpace
        }
        guard let next, next.kind == .word else { return false }
        return words.kind(ofFolded: text.folded[next.range.start..<next.range.end]) == .about
    }

    /// Whether nothing or an organisation in parentheses follows.
    private func endsItem(_ offset: Int, _ passage: Passage) -> Bool {
        var offset = offset
        while offset < passage.range.end, [0x20, 0x2E, 0x3B, 0x2C, 0x2A, 0x5F].contains(text.utf8[offset]) {
            offset += 1
        }
        if offset == passage.range.end { return true }
        return text.utf8[offset] == 0x28 && passage.range.end - offset <= 40
            && [0x29, 0x2E, 0x3B].contains(text.utf8[passage.range.end - 1])
    }

    /// Whether a comma, a slash or a short word stands between two names.
    private func isJoin(from start: Int, to end: Int) -> Bool {
        guard end > start, end - start <= 5 else { return false }
        return !text.utf8[start..<end].contains { [0x2E, 0x3A, 0x28, 0x2D].contains($0) }
    }

    /// Whether `par`, or a dash, stands before a name, and three words or more before that.
    private func isAfterTitle(_ offset: Int, _ passage: Passage, byOnly: Bool = false) -> Bool {
        let before = text.tokens[passage.tokens.lowerBound..<text.firstToken(from: offset)]
        guard let last = before.last(where: { !$0.kind.isWhiteSpace }) else { return false }
        let count = before.count { token in
            switch token.kind {
            case .word, .hyphenatedWord, .elidedWord, .number: true
            default: false
            }
        }
        switch last.kind {
        case .word:
            return count >= 4 && words.kind(ofFolded: text.folded[last.range.start..<last.range.end]) == .by
        case .punctuation where !byOnly:
            let byte = text.utf8[last.range.start]
            let isDash = byte == 0x2D || (byte == 0xE2 && text.utf8[last.range.start + 1] == 0x80)
            let isComma = byte == 0x2C && last.range.start > 0 && isTitleEnd(last.range.start)
            return count >= 3 && (isDash || isComma)
        default: return false
        }
    }

    /// Whether italics, a link or quotation marks end before an offset.
    private func isTitleEnd(_ offset: Int) -> Bool {
        if text.utf8[offset - 1] == 0x22 || (text.utf8[offset - 1] == 0xBB && offset > 1) { return true }
        return text.marks(in: TextRange(max(0, offset - 160), offset)).contains { $0.range.end == offset }
    }

    private func isYear(_ token: Token) -> Bool {
        guard token.kind == .number, token.range.count == 4 else { return false }
        let first = text.utf8[token.range.start]
        return first == 0x31 || first == 0x32
    }

    /// A short paragraph right under the heading of a talk, which a name begins and in which little follows.
    private func assignUnderHeadings(_ findings: inout Findings) {
        for section in findings.sections where section.role == .talk {
            let position = section.passage + 1
            guard position < text.passages.count else { continue }
            let passage = text.passages[position]
            guard case .paragraph = passage.block.kind, passage.range.count <= 80, let last = passage.tokens.last,
                text.utf8[text.tokens[last].range.start] != 0x2E
            else { continue }
            let mentions = index.mentions(in: passage.range)
            guard let first = mentions.first, first.range.start - passage.range.start <= 8 else { continue }
            // A signature, or a byline
            let isByline = text.tokens[passage.tokens].contains { $0.kind == .date || isYear($0) }
            let tellers = tellers(in: passage)
            for mention in mentions
            where !isByline && !tellers.contains(mention.person) && !findings.reporters.contains(mention.person)
                && !findings.people[mention.person].roles.contains(.author)
            {
                findings.people[mention.person].roles.insert(.speaker)
            }
        }
    }

    /// Zoé Martin — vu par Léo: in two lines and more under headings, who tells of the talks wrote the report.
    private func assignTellers(_ findings: inout Findings) {
        var lines: [Int: Int] = [:]
        for section in findings.sections where section.passage + 1 < text.passages.count {
            for person in tellers(in: text.passages[section.passage + 1]) { lines[person, default: 0] += 1 }
        }
        for (person, count) in lines where count >= 2 { findings.people[person].roles.insert(.author) }
    }

    /// Those named behind a dash, a participle and `par` in a short paragraph, and those joined to them.
    private func tellers(in passage: Passage) -> [Int] {
        guard case .paragraph = passage.block.kind, passage.range.count <= 120 else { return [] }
        var found: [Int] = []
        var end: Int?
        for mention in index.mentions(in: passage.range) {
            let isJoined = end.map { isJoin(from: $0, to: mention.range.start) } ?? false
            if isJoined || isTold(mention.range.start, passage) {
                found.append(mention.person)
                end = mention.range.end
            }
        }
        return found
    }

    /// Whether a dash, a participle and `par` stand before a name.
    private func isTold(_ offset: Int, _ passage: Passage) -> Bool {
        let start = passage.tokens.lowerBound
        guard let agent = text.previousWord(before: text.firstToken(from: offset), from: start),
            text.isWord(agent, "par"), let participle = text.previousWord(before: agent, from: start),
            text.tokens[participle].kind == .word, let dash = text.previousWord(before: participle, from: start),
            text.tokens[dash].kind == .punctuation
        else { return false }
        return [0x2D, 0xE2].contains(text.utf8[text.tokens[dash].range.start])
    }

    /// Who hosts the only panel in which they are named as a speaker does not speak.
    private func dropHosts(_ findings: inout Findings) {
        for person in findings.people.indices
        where findings.people[person].roles.isSuperset(of: [.host, .speaker]) {
            let talks = findings.talks.filter { talk in talk.speakers.contains { $0.person == person } }
            if talks.count == 1, talks[0].kind == .panel { findings.people[person].roles.remove(.speaker) }
        }
    }

    /// Zoé : … and Léo : … in turn, each twice and more, in a report by nobody else: they wrote it.
    private func assignTurns(_ findings: inout Findings) {
        var turns: [Int: Int] = [:]
        for passage in text.passages {
            guard case .paragraph = passage.block.kind, let mention = index.mentions(in: passage.range).first,
                mention.range.start == passage.range.start, mention.form == .given
            else { continue }
            let next = text.tokens[text.firstToken(from: mention.range.end)...].first { !$0.kind.isWhiteSpace }
            guard let next, text.utf8[next.range.start] == 0x3A else { continue }
            turns[mention.person, default: 0] += 1
        }
        let authors = turns.filter { $0.value >= 2 }.keys
        guard authors.count >= 2 else { return }
        for person in authors where findings.people[person].roles.isDisjoint(with: [.speaker, .host]) {
            findings.people[person].roles.insert(.author)
        }
    }
}
