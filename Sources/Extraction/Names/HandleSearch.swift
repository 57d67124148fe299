import Lexicons
import TextModel

/// Handles, and accounts that links lead to: whose they are, or a person of whom nothing else is known.
struct HandleSearch {
    let text: ReportText
    let lexicon: NameLexicon
    let surroundings: NameSurroundings

    mutating func run(over handles: [Int], _ register: inout PeopleRegister, _ rejections: inout [Rejection]) {
        let index = MentionStarts(register)
        attachLinkedAccounts(index, &register)
        let named = register.entries.count
        var left: [Int] = []
        for position in handles where !resolve(position, index, &register, areNames: false) { left.append(position) }
        // Where handles name people, every other one does.
        let areNames = register.entries.count - named >= Self.manyHandles
        for position in left where !resolve(position, index, &register, areNames: areNames) {
            rejections.append(Rejection(.name, text.tokens[position].range, rule: "handle_of_no_person"))
        }
        addLinkedPseudonyms(index, &register)
        addPseudonyms(index, &register)
        addNumberedPseudonyms(index, &register)
        addBracketedPseudonyms(index, &register)
    }

    /// `[Zoé Martin](https://twitter.com/zoem)` tells Zoé's handle.
    private func attachLinkedAccounts(_ index: MentionStarts, _ register: inout PeopleRegister) {
        for mark in text.marks {
            guard case .link(let target) = mark.kind, let person = index.person(exactlyAt: mark.range),
                let account = surroundings.addresses.target(of: target).account
            else { continue }
            register.addHandle("@" + account, to: person)
        }
    }

    /// So many people whom nothing but a handle names show how a report names people.
    private static let manyHandles = 3

    /// Adds a mention of whom a handle names, if it names a person.
    ///
    /// - Parameter areNames: whether handles in the prose of the report name people.
    private func resolve(
        _ position: Int, _ index: MentionStarts, _ register: inout PeopleRegister, areNames: Bool
    ) -> Bool {
        let range = text.tokens[position].range
        let handle = text.visibleText(of: range)
        let mention = NameMention(range, .handle, rule: "handle")
        let account = Self.account(handle)
        if let person = register.person(handle: handle) ?? register.person(handle: "@" + account) {
            register.addMention(mention, to: person)
            return true
        }
        guard let passageIndex = text.passage(at: range.start) else { return false }
        let passage = text.passages[passageIndex]
        if case .embed = passage.block.kind, isInParentheses(position, passage),
            owner(beside: position, passage, index) == nil
        {
            // – Exemple (@exemple): the account of what is no person.
            return false
        }
        if let person = owner(beside: position, passage, index) ?? register.person(spelledBy: account) {
            register.addHandle(handle, to: person)
            register.addMention(mention, to: person)
            return true
        }
        guard
            isPersonal(position, range, account, passage, index)
                || areNames && passage.isUnquotedParagraph,
            !isOrganisation(account)
        else { return false }
        let person = register.add(
            PersonForm(given: [account.lowercased()], family: []), name: handle, given: nil, family: nil,
            mention: mention)
        register.addHandle(handle, to: person)
        return true
    }

    /// The name just before: Zoé Martin (@zoem), Zoé Martin, @zoem, Zoé Martin – @zoem.
    private func owner(beside position: Int, _ passage: Passage, _ index: MentionStarts) -> Int? {
        guard var left = surroundings.neighbour(of: position, step: -1, in: passage) else { return nil }
        let mark = text.utf8[text.tokens[left].range.start]
        if mark == 0x28 || mark == 0x2C || text.isDash(left) {
            guard let before = surroundings.neighbour(of: left, step: -1, in: passage) else { return nil }
            left = before
        }
        return index.person(endingAt: text.tokens[left].range.end)
    }

    private func isPersonal(
        _ position: Int, _ range: TextRange, _ account: String, _ passage: Passage, _ index: MentionStarts
    ) -> Bool {
        if let link = surroundings.link(around: range) {
            let target = surroundings.addresses.target(of: link.target)
            return (target.account ?? target.poster)?.lowercased() == account.lowercased()
        }
        if case .embed = passage.block.kind { return true }
        let isSubject = isBeforeVerb(position, passage)
        guard let left = surroundings.neighbour(of: position, step: -1, in: passage) else {
            switch passage.block.kind {
            case .image, .caption: return true
            // - @zoem, dont je lis le blog; @zoem, assise derrière moi
            case .item, .paragraph: return isPseudonym(account) && (isBeforeComma(position, passage) || isSubject)
            default: return false
            }
        }
        // @Entity after `avec` is an annotation of Java.
        guard let first = account.utf8.first, first >= 0x61, first <= 0x7A else { return false }
        let token = text.tokens[left]
        if token.kind == .punctuation {
            if isSubject, isPseudonym(account) { return true }
            switch text.utf8[token.range.start] {
            // « Titre » (@zoem)
            case 0x28: return isAfterQuotation(left, passage) || passage.mayBeHeading && isBeforeEnd(position, passage)
            case 0x2E, 0x21, 0x3F: return isPseudonym(account) && isBeforeComma(position, passage)
            // Titre — @zoem
            default: return passage.mayBeHeading && text.isDash(left) && endsTitle(position, left, passage)
            }
        }
        let classes = surroundings.entry(of: token).classes
        if !classes.isDisjoint(with: [.agent, .greeting, .encounter]) { return true }
        // Zoé Martin et @zoem
        if classes.contains(.coordination), let before = surroundings.neighbour(of: left, step: -1, in: passage),
            index.person(endingAt: text.tokens[before].range.end) != nil
        {
            return true
        }
        // l'atelier de @zoem, but not le compte du @exemple
        return classes.contains(.of) && !classes.contains(.article) && token.kind != .hyphenatedWord
            && surroundings.classes(before: left, passage).isDisjoint(with: [.thing, .employer])
    }

    /// Whether a parenthesis that closes is all that follows in the line.
    private func isBeforeEnd(_ position: Int, _ passage: Passage) -> Bool {
        guard let right = surroundings.neighbour(of: position, step: 1, in: passage) else { return false }
        return text.utf8[text.tokens[right].range.start] == 0x29
            && surroundings.neighbour(of: right, step: 1, in: passage) == nil
    }

    /// Whether a title of two words stands before the mark at `left` and nothing after the handle, or only brackets.
    func endsTitle(_ position: Int, _ left: Int, _ passage: Passage) -> Bool {
        guard (passage.tokens.lowerBound..<left).count(where: { text.tokens[$0].kind.isWord }) >= 2 else {
            return false
        }
        guard let right = surroundings.neighbour(of: position, step: 1, in: passage) else { return true }
        return text.endOfBrackets(at: right, before: passage.tokens.upperBound) != nil
    }

    private func isBeforeComma(_ position: Int, _ passage: Passage) -> Bool {
        guard let right = surroundings.neighbour(of: position, step: 1, in: passage) else { return false }
        return text.utf8[text.tokens[right].range.start] == 0x2C
    }

    /// “@zoem a ouvert”: what only the subject of a sentence stands before.
    private func isBeforeVerb(_ position: Int, _ passage: Passage) -> Bool {
        guard let right = surroundings.neighbour(of: position, step: 1, in: passage) else { return false }
        return surroundings.entry(of: text.tokens[right]).classes.contains(.verb)
    }

    private func isAfterQuotation(_ parenthesis: Int, _ passage: Passage) -> Bool {
        guard let before = surroundings.neighbour(of: parenthesis, step: -1, in: passage) else { return false }
        let start = text.tokens[before].range.start
        return text.utf8[start] == 0x22 || (text.utf8[start] == 0xC2 && text.utf8[start + 1] == 0xBB)
            || (text.utf8[start] == 0xE2 && text.utf8[start + 1] == 0x80 && text.utf8[start + 2] == 0x9D)
    }

    private func isInParentheses(_ position: Int, _ passage: Passage) -> Bool {
        guard let left = surroundings.neighbour(of: position, step: -1, in: passage) else { return false }
        return text.utf8[text.tokens[left].range.start] == 0x28
    }

    /// `@ParisJUG`, `@clever_cloud`: the parts of the name tell.
    func isOrganisation(_ account: String) -> Bool {
        var parts: [[UInt8]] = [NameKey.key(of: account)]
        var part: [UInt8] = []
        var wasLower = false
        for byte in account.utf8 {
            let isUpper = byte >= 0x41 && byte <= 0x5A
            if byte == 0x5F || byte == 0x2D || (isUpper && wasLower) {
                parts.append(NameKey.key(of: part[...]))
                part = []
            }
            wasLower = !isUpper
            if byte != 0x5F, byte != 0x2D { part.append(byte) }
        }
        if parts.count > 1 { parts.append(NameKey.key(of: part[...])) }
        // exempleconf, parisjug, cyclejs
        let whole = parts[0]
        for count in 2...5 where whole.count >= count + 3 { parts.append(Array(whole.suffix(count))) }
        let isMadeOfWords = account.utf8.contains(0x5F)
        return parts.contains { part in
            let classes = lexicon.entry(of: part).classes
            // zoe_du_mini: of the short words that somebody strings together none is a product or a town.
            if isMadeOfWords, part.count < 5 { return classes.contains(.organisation) && part.count > 1 }
            return !classes.isDisjoint(with: [.organisation, .technology, .place]) && part.count > 1
        }
    }

    /// A handle without `@` and server.
    static func account(_ handle: String) -> String {
        String(handle.dropFirst().prefix { $0 != "@" })
    }
}

/// Where mentions start and end, to find whose name stands beside a place.
struct MentionStarts {
    private var byEnd: [Int: Int] = [:]
    private var byRange: [TextRange: Int] = [:]

    init(_ register: PeopleRegister) {
        for (person, entry) in register.entries.enumerated() {
            for mention in entry.mentions {
                byEnd[mention.range.end] = person
                byRange[mention.range] = person
            }
        }
    }

    func person(endingAt offset: Int) -> Int? { byEnd[offset] }

    func person(exactlyAt range: TextRange) -> Int? { byRange[range] }
}
