import TextModel

extension DocumentScorer {
    /// Headings match by place, punctuation at the edges left out, else by text.
    mutating func scoreHeadings() throws {
        let system = report.sections.sorted { $0.heading.range < $1.heading.range }
        let order = annotation.sections.indices.sorted {
            (gold.headings[$0]?.start ?? .max, $0) < (gold.headings[$1]?.start ?? .max, $1)
        }
        let systemPlaces = system.map { place($0.heading).map(text.trimmed) }
        let systemKeys = try system.map { try key($0.heading.text).squeezed }
        let goldKeys = try order.map { try key(annotation.sections[$0].heading).squeezed }
        let weights = order.indices.map { row in
            let goldPlace = gold.headings[order[row]].map(text.trimmed)
            return system.indices.map { column in
                if let goldPlace, goldPlace == systemPlaces[column] { return 3.0 }
                return !goldKeys[row].isEmpty && goldKeys[row] == systemKeys[column] ? 1.0 : 0
            }
        }
        let pairs = maximumWeightMatching(weights)
        let foundRows = Set(pairs.map(\.row))
        let foundColumns = Set(pairs.map(\.column))
        let titleKey = try annotation.title.map { try key($0).squeezed }
        // A heading that repeats the report's title may be annotated or left out.
        let isIgnored = system.indices.map { !foundColumns.contains($0) && systemKeys[$0] == titleKey }
        let counted = system.indices.filter { !isIgnored[$0] }
        count(.headings, matched: pairs.count, predicted: counted.count, gold: order.count)
        count(
            .talkHeadings,
            matched: pairs.count {
                annotation.sections[order[$0.row]].role == .talk && system[$0.column].role == .talk
            },
            predicted: counted.count { system[$0].role == .talk },
            gold: annotation.sections.count { $0.role == .talk })
        for (row, column) in pairs {
            let (expected, found) = (annotation.sections[order[row]], system[column])
            count(.headingRoles, isRight: expected.role == found.role)
            note(
                expected.role == found.role ? .right : .wrong, .headingRoles, expected.heading,
                expected: expected.role.rawValue, found: found.role.rawValue,
                at: gold.headings[order[row]], rule: found.rule)
        }
        for row in order.indices where !foundRows.contains(row) {
            let section = annotation.sections[order[row]]
            note(.missed, .headings, section.heading, expected: section.role.rawValue, at: gold.headings[order[row]])
        }
        for column in counted where !foundColumns.contains(column) {
            let section = system[column]
            note(
                .spurious, .headings, section.heading.text, found: section.role.rawValue, at: place(section.heading),
                rule: section.rule)
        }
    }
}
