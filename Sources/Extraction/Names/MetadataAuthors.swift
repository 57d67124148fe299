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
            guard let name = Self.name(author.text), !isOrganisation(name) else { continue }
            let form = form(of: name)
            let words = name.split(separator: " ").map(String.init)
            if let known = Self.person(form, name, in: &register) {
                if words.count > 1, !form.family.isEmpty {
                    register.extend(
                        known, form, name: name, given: words.first, family: words.dropFirst().joined(separator: " "),
                        mention: nil)
                } else if register.entries[known].form != form {
                    register.addHandle(name, to: known)
                }
                continue
            }
            if words.count == 1, let person = person(withInitialsOf: name, in: register) {
                register.addHandle(name, to: person)
                continue
            }
            let isPair = words.count > 1
            let isGiven = lexicon.entry(of: NameKey.key(of: name)).classes.contains(.given)
            _ = register.add(
                form, name: name, given: isPair ? words.first : isGiven ? name : nil,
                family: isPair ? words.dropFirst().joined(separator: " ") : nil, mention: nil)
        }
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

    /// Among the authors who speak in turn, each line headed by a given name, the only one whose initials an account of
    /// one word begins with: zmartin and “Zoé : …”.
    private func person(withInitialsOf account: String, in register: PeopleRegister) -> Int? {
        let accounts = text.metadata.authors.map { NameKey.key(of: $0.text) }
        let key = NameKey.key(of: account)
        guard accounts.count > 1, key.count >= 5 else { return nil }
        let heads = register.entries.indices.filter { index in
            register.entries[index].form.family.isEmpty
                && register.entries[index].mentions.contains { isHeadOfLine($0.range) }
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

    /// Whether the metadata names a person as an author, by name or account.
    static func isAuthor(_ person: PersonFinding, in text: ReportText) -> Bool {
        text.metadata.authors.contains { names($0.text, person) }
    }

    /// Whether an author's name or account is a person's.
    static func names(_ author: String, _ person: PersonFinding) -> Bool {
        guard let name = Self.name(author) else { return false }
        func key(_ name: String) -> [UInt8] { NameKey.key(of: name.first == "@" ? String(name.dropFirst()) : name) }
        let own = key(name)
        return ([person.name] + person.handles).contains { key($0) == own }
    }

    /// The name without what sites add to it: `Zoé Martin - Exemple`, `Zoé Martin | Exemple`, `@zoe`.
    static func name(_ author: String) -> String? {
        var words: [Substring] = []
        for word in author.split(whereSeparator: \.isWhitespace) {
            if ["-", "–", "—", "|", "·", "("].contains(word) || word.hasPrefix("(") || word.hasPrefix("<") { break }
            words.append(word)
            if word.hasSuffix(",") { break }
        }
        var name = words.joined(separator: " ")
        while name.last == "," { name.removeLast() }
        return name.isEmpty || name.contains("@") && name.contains(".") ? nil : name
    }

    /// A team, a site or a company: the site's own name, one that the text puts after `chez`, words that name one.
    private func isOrganisation(_ name: String) -> Bool {
        let key = NameKey.key(of: name)
        if let site = text.metadata.site, NameKey.key(of: site.text) == key { return true }
        if employers.contains(key) { return true }
        return name.split(whereSeparator: { $0 == " " || $0 == "'" || $0 == "’" }).contains { word in
            let entry = lexicon.entry(of: NameKey.key(of: String(word)))
            // L'équipe Exemple, la société Exemple
            return !entry.classes.isDisjoint(with: [.organisation, .employer]) && !entry.classes.contains(.given)
        }
    }
}
