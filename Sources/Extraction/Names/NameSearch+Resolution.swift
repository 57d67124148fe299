import Lexicons
import TextModel

/// Who is who: full names make people, and the parts of names are then looked for among them.
extension NameSearch {
    // MARK: - Full names

    mutating func resolveFullNames() {
        var waiting: [Int] = []
        for (index, candidate) in candidates.enumerated() {
            switch candidate.kind {
            case .full, .reversed, .unknown:
                if candidate.isAccepted { resolve(candidate) } else { waiting.append(index) }
            case .given, .initials, .titled, .pseudonym, .single: continue
            }
        }
        for index in waiting {
            let candidate = candidates[index]
            let form = forms.form(of: candidate)
            if !candidate.isBarred, let person = register.person(of: form) {
                register.addMention(NameMention(candidate.range, .full, rule: "known_from_elsewhere"), to: person)
            } else {
                rejections.append(Rejection(.name, candidate.range, rule: candidate.rule))
            }
        }
    }

    private mutating func resolve(_ candidate: NameCandidate) {
        let form = forms.form(of: candidate)
        let mention = NameMention(candidate.range, .full, rule: candidate.rule)
        let (name, given, family) = forms.written(candidate)
        if let person = register.person(of: form) {
            register.extend(person, form, name: name, given: given, family: family, mention: mention)
            addNickname(of: candidate, to: person)
        } else {
            let person = register.add(form, name: name, given: given, family: family, mention: mention)
            addNickname(of: candidate, to: person)
        }
    }

    private mutating func addNickname(of candidate: NameCandidate, to person: Int) {
        guard let nickname = candidate.nickname else { return }
        let letters = text.utf8[nickname.start..<nickname.end].split { byte in
            byte == 0x20 || byte == 0x22 || byte == 0xC2 || byte == 0xAB || byte == 0xBB
        }
        let key = letters.map { String(decoding: NameKey.key(of: $0), as: UTF8.self) }.joined(separator: " ")
        if !key.isEmpty { register.addNickname(key, to: person) }
    }

    // MARK: - Parts of names

    mutating func resolveParts() {
        var ambiguous: Set<String> = []
        for candidate in candidates {
            switch candidate.kind {
            case .full, .reversed, .unknown: continue
            case .given, .single: resolveWord(candidate, &ambiguous)
            case .initials: resolveInitials(candidate)
            case .titled: resolveTitled(candidate)
            case .pseudonym: resolveOther(candidate, .pseudonym)
            }
        }
    }

    private mutating func resolveWord(_ candidate: NameCandidate, _ ambiguous: inout Set<String>) {
        guard !candidate.isBarred else { return reject(candidate) }
        let key = forms.unhyphenatedKey(candidate.words)
        let isGiven = candidate.kind == .given
        let isPlausible = candidate.rule != "before_thing" && candidate.score > -2
        var people = register.people(given: key)
        var form = MentionForm.given
        if people.isEmpty || !isPlausible {
            people = isPlausible ? register.people(family: key) : []
            form = .family
            if people.count > 1 { people = [] }
        }
        if people.isEmpty, !isGiven {
            people = register.people(nearlyGiven: key)
            form = .given
            if people.count > 1 { people = [] }
        }
        switch people.count {
        case 1:
            register.addMention(
                NameMention(candidate.range, form, rule: form == .given ? "known_given_name" : "known_family_name"),
                to: people[0])
        case 0:
            guard candidate.isAccepted else { return reject(candidate) }
            if isGiven, let person = personWithInitial(of: key, before: candidate.range) {
                register.addMention(NameMention(candidate.range, .given, rule: "known_initial"), to: person)
                return
            }
            if isGiven, let person = nearest(of: register.people(shortly: key), before: candidate.range) {
                register.addMention(NameMention(candidate.range, .given, rule: "short_given_name"), to: person)
                return
            }
            if isGiven, let person = nearest(of: register.people(nearlyGiven: key), before: candidate.range) {
                register.addMention(NameMention(candidate.range, .given, rule: "misspelt_given_name"), to: person)
                return
            }
            resolveOther(candidate, isGiven ? .given : .pseudonym)
        default:
            if let person = nearest(of: people, before: candidate.range) {
                register.addMention(NameMention(candidate.range, .given, rule: "given_name_in_section"), to: person)
            } else if ambiguous.insert(key).inserted {
                warnings.append(
                    FindingWarning(
                        .ambiguousName,
                        "“\(text.visibleText(of: candidate.range))” may be any of \(people.prefix(8).map { register.entries[$0].name }.joined(separator: ", "))",
                        at: candidate.range))
            }
        }
    }

    /// The only one of several people who has been named in full since the last heading.
    private func nearest(of people: [Int], before range: TextRange) -> Int? {
        let low = headings.firstPosition { $0 > range.start }
        let start = low == 0 ? 0 : headings[low - 1]
        guard people.count <= 16 else { return nil }
        var found: Int?
        for person in people where register.isNamedInFull(person, from: start, to: range.start) {
            guard found == nil else { return nil }
            found = person
        }
        return found
    }

    /// The only one whose given name has been told as this initial just before: Z. Exemple, and then Zoé.
    private func personWithInitial(of key: String, before range: TextRange) -> Int? {
        let people = register.entries.indices.suffix(64).filter { index in
            let entry = register.entries[index]
            return entry.form.given.count == 1 && entry.form.given[0].utf8.count == 2
                && entry.form.given[0].utf8.last == 0x2E && entry.form.given[0].utf8.first == key.utf8.first
                && entry.mentions.contains { $0.range.end <= range.start && range.start - $0.range.end < 800 }
        }
        return people.count == 1 ? people[0] : nil
    }

    private mutating func resolveInitials(_ candidate: NameCandidate) {
        guard !candidate.isBarred else { return reject(candidate) }
        let family = forms.key(candidate.words.lowerBound + candidate.givenCount..<candidate.words.upperBound)
        let initial = forms.key(candidate.words.lowerBound..<candidate.words.lowerBound + 1).utf8.first
        let people = register.people(family: family).filter {
            register.entries[$0].form.given.first?.utf8.first == initial
        }
        if people.count == 1 {
            register.addMention(NameMention(candidate.range, .initials, rule: "known_initials"), to: people[0])
        } else if candidate.isAccepted {
            resolveOther(candidate, .initials)
        } else {
            reject(candidate)
        }
    }

    private mutating func resolveTitled(_ candidate: NameCandidate) {
        guard !candidate.isBarred else { return reject(candidate) }
        var people = register.people(family: forms.key(candidate.words))
        // Mme B. Exemple, and then Mme Exemple
        if people.count > 1 { people.removeAll { register.entries[$0].form.given.isEmpty } }
        if people.count == 1 {
            register.addMention(NameMention(candidate.range, .family, rule: "known_family_name"), to: people[0])
        } else {
            resolveOther(candidate, .family)
        }
    }

    /// A person of whom no full name is known.
    private mutating func resolveOther(_ candidate: NameCandidate, _ form: MentionForm) {
        guard candidate.isAccepted else { return reject(candidate) }
        let written = forms.written(candidate).name
        // Somebody who is named no fuller anywhere is known by the title as well.
        let name = forms.titled(candidate) ?? written
        let key = forms.key(candidate.words)
        let mention = NameMention(candidate.range, form, rule: candidate.rule)
        var person = PersonForm(given: [forms.unhyphenatedKey(candidate.words)], family: [])
        if form == .family { person = PersonForm(given: [], family: [key]) }
        if form == .initials {
            let given = candidate.words.prefix(candidate.givenCount)
            let family = forms.key(given.upperBound..<candidate.words.upperBound)
            person = PersonForm(
                given: given.map { forms.key($0..<$0 + 1) }, family: family.split(separator: " ").map(String.init))
        }
        if let known = register.person(of: person) {
            register.addMention(mention, to: known)
        } else {
            _ = register.add(
                person, name: name, given: form == .given ? written : nil, family: form == .family ? written : nil,
                mention: mention)
        }
    }

    private mutating func reject(_ candidate: NameCandidate) {
        // A word of which nothing says that it is a name is no candidate.
        guard candidate.rule != "unknown_word" else { return }
        rejections.append(Rejection(.name, candidate.range, rule: candidate.rule))
    }
}
