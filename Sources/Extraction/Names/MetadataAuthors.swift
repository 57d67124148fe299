import Lexicons
import TextModel

/// The authors and speakers that a document's metadata names, as people.
struct MetadataAuthors {
    let text: ReportText
    let lexicon: NameLexicon
    /// Keys of words that stand after `chez` in the text.
    let employers: Set<[UInt8]>

    /// Adds each to the person whom the text names in the same way, or as somebody new.
    func add(to register: inout PeopleRegister) {
        for author in text.metadata.authors + text.metadata.speakers {
            guard let account = Self.name(author.text), !isOrganisation(account) else { continue }
            let name = signature(of: account) ?? account
            let person = add(name, to: &register)
            if name != account { register.addHandle(account, to: person) }
        }
    }

    /// The person of a name, the same as the text names or somebody new.
    private func add(_ name: String, to register: inout PeopleRegister) -> Int {
        let form = form(of: name)
        let words = name.split(separator: " ").map(String.init)
        func extend(_ known: Int) -> Int {
            register.extend(
                known, form, name: name, given: words.first, family: words.dropFirst().joined(separator: " "),
                mention: nil)
            return known
        }
        if let known = Self.person(form, name, in: &register) {
            if words.count > 1, !form.family.isEmpty { return extend(known) }
            if register.entries[known].form != form { register.addHandle(name, to: known) }
            return known
        }
        // The author Zoé Martin, and Zoé below the text
        if words.count > 1, let given = form.given.first, let known = onlyPerson(called: given, in: register) {
            return extend(known)
        }
        if words.count == 1, let known = person(withInitialsOf: name, in: register) {
            register.addHandle(name, to: known)
            return known
        }
        if words.count == 1, let known = person(ofLongerHandle: name, in: register) {
            register.rename(known, name)
            return known
        }
        let isPair = words.count > 1
        let isGiven = lexicon.entry(of: NameKey.key(of: name)).classes.contains(.given)
        return register.add(
            form, name: name, given: isPair ? words.first : isGiven ? name : nil,
            family: isPair ? words.dropFirst().joined(separator: " ") : nil, mention: nil)
    }

    /// Adds those whom a title outside the text names at its end and nobody else does: Le titre, par Zoé Martin.
    func addThoseOfTitle(to register: inout PeopleRegister) {
        let words = signatureOfTitle
        guard (1...4).contains(words.count), words.allSatisfy({ isPartOfName($0) }),
            let first = words.first, lexicon.entry(of: NameKey.key(of: first)).classes.contains(.given)
        else { return }
        let name = words.joined(separator: " ")
        let form = form(of: name)
        guard Self.person(form, name, in: &register) == nil, !isOrganisation(name) else { return }
        _ = register.add(
            form, name: name, given: first, family: words.count > 1 ? words.dropFirst().joined(separator: " ") : nil,
            mention: nil)
    }

    /// The words that end a title outside the text after `par`.
    private var signatureOfTitle: [String] {
        let words = (text.metadata.title?.text ?? "").unicodeScalars.split(whereSeparator: Self.isSpace).map {
            String($0)
        }
        guard let agent = words.lastIndex(where: { isAgent($0) }), agent > 0 else { return [] }
        return Array(words[(agent + 1)...])
    }

    /// Le titre, par Zoé Martin of the account `zoe.martin`: the name of the same letters that signs the title.
    private func signature(of account: String) -> String? {
        guard account.contains("."), !account.contains(" ") else { return nil }
        let name = signatureOfTitle.joined(separator: " ")
        return name.contains(" ") && Self.letters(name) == Self.letters(account) ? name : nil
    }

    /// `par`
    private func isAgent(_ word: String) -> Bool {
        word.utf8.count <= 3 && lexicon.entry(of: NameKey.key(of: word)).classes.contains(.agent)
    }

    private func isPartOfName(_ word: String) -> Bool {
        guard let first = word.first, first.isUppercase, word.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "'" })
        else { return false }
        return lexicon.entry(of: NameKey.key(of: word)).classes.isDisjoint(with: [.stop, .organisation, .employer])
    }

    /// The person of an author's name among those known.
    private static func person(_ form: PersonForm, _ name: String, in register: inout PeopleRegister) -> Int? {
        if let person = register.person(of: form) { return person }
        if form.family.isEmpty {
            if let given = form.given.first {
                let people = register.people(given: given)
                if people.count == 1 { return people.first }
            }
            return register.person(handle: name) ?? register.person(handle: "@" + name)
                ?? register.person(spelledBy: name)
        }
        return nil
    }

    /// The only one of a given name, of whom nothing else is known.
    private func onlyPerson(called given: String, in register: PeopleRegister) -> Int? {
        let people = register.people(given: given)
        guard people.count == 1, let person = people.first, register.entries[person].form.family.isEmpty,
            register.entries[person].mentions.contains(where: { $0.form == .given })
        else { return nil }
        return person
    }

    /// `@zoemontagne` of the author `zoemo`, known by the handle alone.
    private func person(ofLongerHandle account: String, in register: PeopleRegister) -> Int? {
        let key = NameKey.key(of: account)
        guard key.count >= 5 else { return nil }
        let found = register.entries.indices.filter { index in
            let entry = register.entries[index]
            return entry.name.utf8.first == 0x40
                && NameKey.key(of: String(entry.name.dropFirst())).starts(with: key)
        }
        return found.count == 1 ? found.first : nil
    }

    /// Among the authors who speak in turn, each line headed by a given name, and whom the title names after `par`, the
    /// only one whose initials an account of one word begins with: zmartin and “Zoé : …”.
    private func person(withInitialsOf account: String, in register: PeopleRegister) -> Int? {
        let accounts = text.metadata.authors.map { NameKey.key(of: $0.text) }
        let key = NameKey.key(of: account)
        guard key.count >= 5 else { return nil }
        let heads = register.entries.indices.filter { index in
            let entry = register.entries[index]
            guard entry.form.family.isEmpty else { return false }
            return entry.mentions.isEmpty || entry.mentions.contains { isHeadOfLine($0.range) }
        }
        func initials(_ person: Int) -> [UInt8] {
            register.entries[person].form.given.flatMap { $0.split(whereSeparator: { $0 == " " || $0 == "-" }) }
                .compactMap(\.utf8.first)
        }
        let found = heads.filter { person in
            let letters = initials(person)
            return key.starts(with: letters) && accounts.count { $0.starts(with: letters) } == 1
        }
        return found.count == 1 ? found.first : nil
    }

    /// Whether a mention begins its line and a colon or `>` follows.
    private func isHeadOfLine(_ range: TextRange) -> Bool {
        guard let index = text.passage(at: range.start), text.passages[index].range.start == range.start else {
            return false
        }
        var offset = range.end
        while offset < text.utf8.count, text.utf8[offset] == 0x20 { offset += 1 }
        return offset < text.utf8.count && (text.utf8[offset] == 0x3A || text.utf8[offset] == 0x3E)
    }

    private func form(of name: String) -> PersonForm {
        let words = name.split(separator: " ").map {
            String(decoding: NameKey.key(of: String($0)).map { $0 == 0x2D ? 0x20 : $0 }, as: UTF8.self)
        }
        return PersonForm(given: Array(words.prefix(1)), family: Array(words.dropFirst()))
    }

    /// The keys of the names and accounts by which the metadata names authors.
    static func keys(of authors: [String]) -> [[UInt8]] {
        authors.compactMap { name($0) }.map { accountKey(of: $0) }
    }

    /// Without the `@` of a handle.
    private static func accountKey(of name: String) -> [UInt8] {
        NameKey.key(of: name.utf8.first == 0x40 ? String(name.dropFirst()) : name)
    }

    /// Whether a person is one of some authors, by name or account.
    static func isAuthor(_ person: PersonFinding, _ authors: [[UInt8]]) -> Bool {
        guard !authors.isEmpty else { return false }
        return authors.contains(accountKey(of: person.name))
            || person.handles.contains { authors.contains(accountKey(of: $0)) }
    }

    /// The name without what sites add to it: `Zoé Martin - Exemple`, `Zoé Martin | Exemple`, `@zoe`.
    static func name(_ author: String) -> String? {
        if isPlain(author) { return author }
        var words: [Substring] = []
        for word in author.unicodeScalars.split(whereSeparator: isSpace).map(Substring.init) {
            if ["-", "–", "—", "|", "·", "("].contains(word) || word.hasPrefix("(") || word.hasPrefix("<") { break }
            words.append(word)
            if word.hasSuffix(",") { break }
        }
        var name = words.joined(separator: " ")
        while name.last == "," { name.removeLast() }
        return name.isEmpty || name.contains("@") && name.contains(".") ? nil : name
    }

    /// Whether an author's name is words of Latin letters and nothing else, as most are.
    private static func isPlain(_ author: String) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in author.utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0xC3: break
            case 0x80...0xBF: if last != 0xC3 { return false }
            case UInt8(ascii: " "), UInt8(ascii: "-"): if last < 0x41 { return false }
            default: return false
            }
            last = byte
        }
        return last >= 0x41
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? scalar.value == 0x20 || 0x09...0x0D ~= scalar.value : scalar.properties.isWhitespace
    }

    /// Whether the address of somebody's mail is made of a person's name: `zoe@`, `zoe.martin@`, `zmartin@`.
    static func isMail(_ address: String, of person: PersonFinding) -> Bool {
        guard let at = address.firstIndex(of: "@"), at > address.startIndex, address[at...].contains(".") else {
            return false
        }
        let account = letters(String(address[..<at]))
        let words = person.name.split(separator: " ").map { letters(String($0)) }
        guard words.count > 1, let given = words.first, let initial = given.first, account.count >= 3 else {
            return false
        }
        let family = Array(words.dropFirst().joined())
        return account == given || account == given + family || account == family + given
            || account == [initial] + family
    }

    private static func letters(_ name: String) -> [UInt8] {
        NameKey.key(of: name).filter { $0 >= 0x61 && $0 <= 0x7A }
    }

    /// One of several authors, or one with a capital, whose name is the domain that the text links to: a site rather than
    /// who writes there.
    private func isSiteOfLinks(_ name: String, _ key: [UInt8]) -> Bool {
        guard key.count >= 4, !name.contains(" "), name.first?.isUppercase == true || text.metadata.authors.count > 1,
            !lexicon.entry(of: key).classes.contains(.given)
        else { return false }
        let isImageOfSite = text.passages.contains { passage in
            guard case .image(let target) = passage.block.kind else { return false }
            return LinkTarget.domainName(of: target).elementsEqual(key)
        }
        return isImageOfSite
            || text.marks.contains { mark in
                let target =
                    switch mark.kind {
                    case .link(let target), .image(let target): target
                    default: ""
                    }
                return LinkTarget.domainName(of: target).elementsEqual(key)
            }
    }

    /// Le bureau de l'asso, Elles codent, Les Lyonnaises: an article and a word in lower case, or a pronoun or an
    /// article in the plural.
    private func isGroup(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard words.count > 1, let first = words.first else { return false }
        let classes = lexicon.entry(of: NameKey.key(of: String(first))).classes
        if classes.isSuperset(of: [.article, .frenchParticle]), first.utf8.count == 3, first.last == "s" {
            return true
        }
        let isLower = words[1].first?.isLowercase == true
        if isLower, words[1].count > 3, classes.contains(.frenchParticle) || classes.contains(.article) { return true }
        if classes.contains(.given) { return false }
        return first.count > 2 && first.last == "s" && classes.contains(.stop) && classes.isDisjoint(with: [.family])
    }

    /// A team, a site or a company: the site's own name, one that the text puts after `chez`, words that name one.
    private func isOrganisation(_ name: String) -> Bool {
        let key = NameKey.key(of: name)
        if let site = text.metadata.site, NameKey.key(of: site.text) == key { return true }
        if isSiteOfLinks(name, key) || isGroup(name) { return true }
        if employers.contains(key) { return true }
        return name.split(whereSeparator: { $0 == " " || $0 == "'" || $0 == "’" }).contains { word in
            let entry = lexicon.entry(of: NameKey.key(of: String(word)))
            // L'équipe Exemple, la société Exemple
            return !entry.classes.isDisjoint(with: [.organisation, .employer]) && !entry.classes.contains(.given)
        }
    }
}
