import TextModel

extension DocumentScorer {
    mutating func scorePersons() throws {
        let goldKeys = try annotation.persons.map { try foldedKey($0.name) }
        let systemKeys = try report.persons.map { try foldedKey($0.name) }
        let common = Self.bag(goldKeys).reduce(0) { sum, entry in
            sum + min(entry.value, Self.bag(systemKeys)[entry.key] ?? 0)
        }
        count(.persons, matched: common, predicted: systemKeys.count, gold: goldKeys.count)
        for (person, key) in zip(annotation.persons, goldKeys) {
            let place = text.places(of: try self.key(person.name)).first
            let found = systemKeys.firstIndex(of: key).map { report.persons[$0] }
            note(
                found == nil ? .missed : .right, .persons, person.name, expected: Self.list(person.roles),
                found: found.map { Self.list($0.roles) }, at: place)
        }
        for (person, key) in zip(report.persons, systemKeys) where !goldKeys.contains(key) {
            let mention = person.mentions.first
            note(
                .spurious, .persons, person.name, found: Self.list(person.roles), at: place(mention?.span),
                rule: mention?.form.rawValue)
        }
        try scoreLenientPersons(goldKeys, systemKeys)
        scoreRoles(goldKeys, systemKeys)
    }

    private static func bag(_ keys: [String]) -> [String: Int] { Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +) }

    private static func list(_ roles: [PersonRole]) -> String { roles.map(\.rawValue).joined(separator: ", ") }

    /// One form of the system's may be any of the gold's, or the other way round.
    private mutating func scoreLenientPersons(_ goldKeys: [String], _ systemKeys: [String]) throws {
        let goldForms = try annotation.persons.map { Set(try ([$0.name] + $0.aliases).map(foldedKey)) }
        let systemForms = try report.persons.map {
            Set(try ([$0.name] + $0.handles + $0.mentions.map(\.span.text)).map(foldedKey))
        }
        let weights = goldKeys.indices.map { row in
            systemKeys.indices.map { column in
                if goldKeys[row] == systemKeys[column] { return 2.0 }
                let isForm =
                    goldForms[row].contains(systemKeys[column]) || systemForms[column].contains(goldKeys[row])
                return isForm ? 1.0 : 0
            }
        }
        count(
            .lenientPersons, matched: maximumWeightMatching(weights).count, predicted: systemKeys.count,
            gold: goldKeys.count)
    }

    private mutating func scoreRoles(_ goldKeys: [String], _ systemKeys: [String]) {
        var goldRoles: [String: Set<PersonRole>] = [:]
        for (key, person) in zip(goldKeys, annotation.persons) { goldRoles[key, default: []].formUnion(person.roles) }
        var systemRoles: [String: Set<PersonRole>] = [:]
        for (key, person) in zip(systemKeys, report.persons) { systemRoles[key, default: []].formUnion(person.roles) }
        count(
            .personRoles, matched: goldRoles.reduce(0) { $0 + $1.value.intersection(systemRoles[$1.key] ?? []).count },
            predicted: systemRoles.values.reduce(0) { $0 + $1.count },
            gold: goldRoles.values.reduce(0) { $0 + $1.count })
        for (key, person) in zip(goldKeys, annotation.persons) {
            guard let expected = goldRoles[key], let found = systemRoles[key], expected != found else { continue }
            note(
                .wrong, .personRoles, person.name,
                expected: Self.list(PersonRole.allCases.filter(expected.contains)),
                found: Self.list(PersonRole.allCases.filter(found.contains)))
        }
    }
}
