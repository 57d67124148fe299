import Lexicons
import TextModel

/// What people call themselves where nothing tells a name: words set apart, accounts without their sign.
extension HandleSearch {
    /// `# Titre - zoem59`: a word in lower case with two digits or three behind it that ends a title after a dash.
    func addNumberedPseudonyms(_ index: MentionStarts, _ register: inout PeopleRegister) {
        for passage in text.passages where passage.mayBeHeading {
            guard let last = passage.tokens.last(where: { !text.tokens[$0].kind.isWhiteSpace }),
                isNumbered(text.tokens[last].range), index.person(endingAt: text.tokens[last].range.end) == nil,
                let left = surroundings.neighbour(of: last, step: -1, in: passage), text.isDash(left),
                endsTitle(last, left, passage)
            else { continue }
            addPseudonym(text.tokens[last].range, rule: "numbered_pseudonym", to: &register)
        }
    }

    /// `- **Sauvegardes** (zoe_du_mini, …) : …`: a word of letters with digits or an underscore, first in the brackets behind
    /// what an item begins with in bold.
    func addBracketedPseudonyms(_ index: MentionStarts, _ register: inout PeopleRegister) {
        for passage in text.passages {
            guard case .item = passage.block.kind,
                let mark = text.marks(in: passage.range).first(where: { $0.kind == .strong }),
                mark.range.start == passage.range.start
            else { continue }
            let open = text.nextWord(from: text.tokens(in: mark.range).upperBound, before: passage.tokens.upperBound)
            guard let open, text.sign(open) == UInt8(ascii: "("), open + 1 < passage.tokens.upperBound else { continue }
            let range = text.tokens[open + 1].range
            guard [.word, .code].contains(text.tokens[open + 1].kind), isMixed(range),
                index.person(exactlyAt: range) == nil
            else { continue }
            addPseudonym(range, rule: "numbered_pseudonym", to: &register)
        }
    }

    /// `zoem59`, `zoe_m`: letters, and digits but no year or an underscore between.
    private func isMixed(_ range: TextRange) -> Bool {
        let word = String(decoding: text.utf8[range.start..<range.end], as: UTF8.self)
        let letters = word.prefix { $0.isLetter }
        return word.utf8.count >= 4 && !letters.isEmpty && isPseudonym(word) && !isOrganisation(word)
            && (letters.count == word.count || !isOrganisation(String(letters)))
    }

    private func addPseudonym(_ range: TextRange, rule: String, to register: inout PeopleRegister) {
        let name = text.visibleText(of: range)
        let mention = NameMention(range, .pseudonym, rule: rule)
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
    func addPseudonyms(_ index: MentionStarts, _ register: inout PeopleRegister) {
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
            addPseudonym(mark.range, rule: "after_certain", to: &register)
        }
    }

    /// `zoe_m`, `zoem59`, but not `exemple2019`: a number that is no year, or an underscore, marks what people call
    /// themselves.
    func isPseudonym(_ account: String) -> Bool {
        let digits = account.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.count
        return (digits > 0 && digits < 4) || (digits == 0 && account.utf8.contains(0x5F))
    }

    /// `[zoem](https://twitter.com/zoem)`: a word that is the account's name.
    func addLinkedPseudonyms(_ index: MentionStarts, _ register: inout PeopleRegister) {
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
}
