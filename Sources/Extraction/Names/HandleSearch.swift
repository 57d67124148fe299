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
        for position in handles { resolve(position, index, &register, &rejections) }
        addLinkedPseudonyms(index, &register)
        addPseudonyms(index, &register)
        addNumberedPseudonyms(index, &register)
        addBracketedPseudonyms(index, &register)
    }

    /// `# Titre - zoem59`: a word in lower case with two digits or three behind it that ends a title after a dash.
    private func addNumberedPseudonyms(_ index: MentionStarts, _ register: inout PeopleRegister) {
        for passage in text.passages where passage.mayBeHeading {
            guard let last = passage.tokens.last(where: { !text.tokens[$0].kind.isWhiteSpace }),
                isNumbered(text.tokens[last].range), index.person(endingAt: text.tokens[last].range.end) == nil,
                let left = surroundings.neighbour(of: last, step: -1, in: passage), text.isDash(left),
                endsTitle(last, left, passage)
            else { continue }
            addPseudonym(text.tokens[last].range, &register)
        }
    }

    /// `- **Sauvegardes** (zoe_du_mini, …) : …`: a word of letters with digits or an underscore, first in the brackets behind
    /// what an item begins with in bold.
    private func addBracketedPseudonyms(_ index: MentionStarts, _ register: inout PeopleRegister) {
        for passage in text.passages {
            guard case .item = passage.block.kind,
                let mark = text.marks(in: passage.range).first(where: { $0.kind == .strong }),
                mark.range.start == passage.range.start
            else { continue }
            let open = text.nextWord(from: text.tokens(in: mark.range).upperBound, before: passage.tokens.upperBound)
            guard let open, text.sign(open) == UInt8(ascii: "("), open + 1 < passage.tokens.upperBound else { continue }
            let range = text.tokens[open + 1].range
            guard [.word, .code].contains(text.tokens[open + 1].kind), isMixed(range), index.person(exactlyAt: range) == nil else { continue }
            addPseudonym(range, &register)
        }
    }

    /// `zoem59`, `zoe_m`: letters, and digits but no year or an underscore between.
    private func isMixed(_ range: TextRange) -> Bool {
        let word = String(decoding: text.utf8[range.start..<range.end], as: UTF8.self)
        return word.utf8.count >= 4 && word.first?.isLetter == true && isPseudonym(word) && !isOrganisation(word)
    }

    private func addPseudonym(_ range: TextRange, _ register: inout PeopleRegister) {
        let name = text.visibleText(of: range)
        let mention = NameMention(range, .pseudonym, rule: "numbered_pseudonym")
        let form = PersonForm(given: [name.lowercased()], family: [])
        if let person = register.person(of: form) {
            register.addMention(mention, to: person)
        } else {
            _ = register.add(form, name: name, given: nil, family: nil, mention: mention)
        }
    }

    /// `zoem59`, but neither `java17` nor `conf2019`.
    private func isNumbered(_ range: TextRange) -> Bool {
        let word = text.utf8[range.start..<range.end]
        let letters = word.prefix { $0 >= 0x61 && $0 <= 0x7A }
        let digits = word.dropFirst(letters.count)
        guard letters.count >= 4, (2...3).contains(digits.count), digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return false
        }
        return !isOrganisation(String(decoding: letters, as: UTF8.self))
    }

    /// « Titre » par un certain *zoem*: a word in lower case that is set apart after words that name somebody.
    private func addPseudonyms(_ index: MentionStarts, _ register: inout PeopleRegister) {
        for mark in text.marks {
            guard mark.range.count >= 3, mark.range.count <= 32, mark.kind == .emphasis || mark.kind == .strong,
                !text.utf8[mark.range.start..<mark.range.end].contains(0x20),
                index.person(exactlyAt: mark.range) == nil,
                text.utf8[mark.range.start] >= 0x61, text.utf8[mark.range.start] <= 0x7A,
                let passage = text.passage(at: mark.range.start).map({ text.passages[$0] }),
                let first = passage.tokens.first(where: { text.tokens[$0].range.start >= mark.range.start }),
                let left = surroundings.neighbour(of: first, step: -1, in: passage),
                surroundings.entry(of: text.tokens[left]).classes.contains(.naming),
                let article = surroundings.neighbour(of: left, step: -1, in: passage),
                surroundings.entry(of: text.tokens[article]).classes.contains(.article),
                let agent = surroundings.neighbour(of: article, step: -1, in: passage),
                text.tokens[agent].range.count == 3, surroundings.entry(of: text.tokens[agent]).classes.contains(.agent)
            else { continue }
            let name = text.visibleText(of: mark.range)
            let form = PersonForm(given: [name.lowercased()], family: [])
            let mention = NameMention(mark.range, .pseudonym, rule: "after_certain")
            if let person = register.person(of: form) {
                register.addMention(mention, to: person)
            } else {
                _ = register.add(form, name: name, given: nil, family: nil, mention: mention)
            }
        }
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

    private func resolve(
        _ position: Int, _ index: MentionStarts, _ register: inout PeopleRegister, _ rejections: inout [Rejection]
    ) {
        let range = text.tokens[position].range
        let handle = text.visibleText(of: range)
        let mention = NameMention(range, .handle, rule: "handle")
        let account = Self.account(handle)
        if let person = register.person(handle: handle) ?? register.person(handle: "@" + account) {
            register.addMention(mention, to: person)
            return
        }
        guard let passageIndex = text.passage(at: range.start) else { return }
        let passage = text.passages[passageIndex]
        if case .embed = passage.block.kind, isInParentheses(position, passage),
            owner(beside: position, passage, index) == nil
        {
            // – Exemple (@exemple): the account of what is no person.
            rejections.append(Rejection(.name, range, rule: "handle_of_no_person"))
            return
        }
        if let person = owner(beside: position, passage, index) ?? register.person(spelledBy: account) {
            register.addHandle(handle, to: person)
            register.addMention(mention, to: person)
            return
        }
        guard isPersonal(position, range, account, passage, index), !isOrganisation(account) else {
            rejections.append(Rejection(.name, range, rule: "handle_of_no_person"))
            return
        }
        let person = register.add(
            PersonForm(given: [account.lowercased()], family: []), name: handle, given: nil, family: nil,
            mention: mention)
        register.addHandle(handle, to: person)
    }

    /// The name just before: Zoé Martin (@zoem), Zoé Martin, @zoem.
    private func owner(beside position: Int, _ passage: Passage, _ index: MentionStarts) -> Int? {
        guard var left = surroundings.neighbour(of: position, step: -1, in: passage) else { return nil }
        if text.utf8[text.tokens[left].range.start] == 0x28 || text.utf8[text.tokens[left].range.start] == 0x2C {
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
        guard let left = surroundings.neighbour(of: position, step: -1, in: passage) else {
            switch passage.block.kind {
            case .image, .caption: return true
            // - @zoem, dont je lis le blog; @zoem, assise derrière moi
            case .item, .paragraph: return isPseudonym(account) && isBeforeComma(position, passage)
            default: return false
            }
        }
        // @Entity after `avec` is an annotation of Java.
        guard let first = account.utf8.first, first >= 0x61, first <= 0x7A else { return false }
        let token = text.tokens[left]
        if token.kind == .punctuation {
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
    private func endsTitle(_ position: Int, _ left: Int, _ passage: Passage) -> Bool {
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

    private func isAfterQuotation(_ parenthesis: Int, _ passage: Passage) -> Bool {
        guard let before = surroundings.neighbour(of: parenthesis, step: -1, in: passage) else { return false }
        let start = text.tokens[before].range.start
        return text.utf8[start] == 0x22 || (text.utf8[start] == 0xC2 && text.utf8[start + 1] == 0xBB)
            || (text.utf8[start] == 0xE2 && text.utf8[start + 1] == 0x80 && text.utf8[start + 2] == 0x9D)
    }

    /// `zoe_m`, `zoem59`, but not `exemple2019`: a number that is no year, or an underscore, marks what people call
    /// themselves.
    private func isPseudonym(_ account: String) -> Bool {
        let digits = account.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.count
        return (digits > 0 && digits < 4) || (digits == 0 && account.utf8.contains(0x5F))
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

    /// `[zoem](https://twitter.com/zoem)`: a word that is the account's name.
    private func addLinkedPseudonyms(_ index: MentionStarts, _ register: inout PeopleRegister) {
        for mark in text.marks {
            guard mark.range.count >= 3, mark.range.count <= 32, case .link(let target) = mark.kind,
                !text.utf8[mark.range.start..<mark.range.end].contains(0x20),
                index.person(exactlyAt: mark.range) == nil,
                let account = surroundings.addresses.target(of: target).account
            else { continue }
            let written = text[mark.range]
            guard written.utf8.first != 0x40, NameKey.key(of: written) == NameKey.key(of: account),
                !isOrganisation(account),
                isBesidePerson(mark.range)
            else { continue }
            let mention = NameMention(mark.range, .pseudonym, rule: "linked_account")
            if let person = register.person(handle: "@" + account) {
                register.addMention(mention, to: person)
            } else {
                let person = register.add(
                    PersonForm(given: [account.lowercased()], family: []), name: text.visibleText(of: mark.range),
                    given: nil,
                    family: nil, mention: mention)
                register.addHandle("@" + account, to: person)
            }
        }
    }

    private func isBesidePerson(_ range: TextRange) -> Bool {
        guard let passageIndex = text.passage(at: range.start) else { return false }
        let passage = text.passages[passageIndex]
        guard let first = passage.tokens.first(where: { text.tokens[$0].range.start >= range.start }),
            let left = surroundings.neighbour(of: first, step: -1, in: passage)
        else { return false }
        let classes = surroundings.entry(of: text.tokens[left]).classes
        return !classes.isDisjoint(with: [.agent, .greeting, .coordination, .of])
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
