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
        for author in text.document.metadata.authors + text.document.metadata.speakers {
            guard let name = Self.name(author.text), !isOrganisation(name) else { continue }
            let form = form(of: name)
            let words = name.split(separator: " ").map(String.init)
            if let known = Self.person(form, name, in: register) {
                if words.count > 1, !form.family.isEmpty {
                    register.extend(
                        known, form, name: name, given: words.first, family: words.dropFirst().joined(separator: " "),
                        mention: nil)
                } else if register.entries[known].form != form {
                    register.addHandle(name, to: known)
                }
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
    private static func person(_ form: PersonForm, _ name: String, in register: PeopleRegister) -> Int? {
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

    private func form(of name: String) -> PersonForm {
        let words = name.split(separator: " ").map {
            String(decoding: NameKey.key(of: String($0)).map { $0 == 0x2D ? 0x20 : $0 }, as: UTF8.self)
        }
        return PersonForm(given: Array(words.prefix(1)), family: Array(words.dropFirst()))
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
        if let site = text.document.metadata.site, NameKey.key(of: site.text) == key { return true }
        if employers.contains(key) { return true }
        return name.split(separator: " ").contains { word in
            let entry = lexicon.entry(of: NameKey.key(of: String(word)))
            return entry.classes.contains(.organisation) && !entry.classes.contains(.given)
        }
    }
}
