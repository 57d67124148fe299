import TextModel

extension DocumentScorer {
    mutating func scoreEvent() throws {
        let (expected, found) = (annotation.event, report.event)
        let place = report.event.evidence.first.flatMap { self.place($0) }
        func compareText(_ layer: Layer, _ expected: String?, _ found: String?) throws {
            compare(
                layer, expected: expected, found: found, isEqual: try expected.map(key) == found.map(key),
                rule: report.event.rule, at: place)
        }
        try compareText(.eventName, expected.name, found.name)
        try compareText(.eventEdition, expected.edition, found.edition)
        try compareText(.eventPlace, expected.place, found.place)
        var isWithin = false
        if let left = try expected.place.map(lenientKey), let right = try found.place.map(lenientKey) {
            isWithin = Self.contains(left, right) || Self.contains(right, left)
        }
        compare(
            .lenientEventPlace, expected: expected.place, found: found.place, isEqual: isWithin, notes: false)
        func compareDate(_ layer: Layer, _ expected: CalendarDate?, _ found: CalendarDate?) {
            compare(
                layer, expected: expected?.description, found: found?.description, isEqual: expected == found,
                rule: report.event.dateSource?.rawValue, at: place)
        }
        compareDate(.eventStart, expected.startDate, found.startDate)
        compareDate(.eventEnd, expected.endDate, found.endDate)
    }

    mutating func scoreMetadata() throws {
        let found = report.document
        compare(
            .documentTitle, expected: annotation.title, found: found.title,
            isEqual: try annotation.title.map(key) == found.title.map(key))
        // Several authors stand in one string in the gold.
        let author = found.authors.isEmpty ? nil : found.authors.joined(separator: ", ")
        var isAuthor = false
        if let expected = try annotation.author.map(lenientKey), let author {
            let authors = try found.authors.map(lenientKey)
            isAuthor = try lenientKey(author) == expected || authors == [expected]
            if authors.count > 1, !isAuthor {
                isAuthor = authors.allSatisfy { Self.contains(expected, $0) }
            }
        }
        compare(.documentAuthor, expected: annotation.author, found: author, isEqual: isAuthor)
        compare(
            .documentDate, expected: annotation.published?.description, found: found.published?.description,
            isEqual: annotation.published == found.published, rule: found.publishedSource)
    }

    private static func contains(_ text: String, _ part: String) -> Bool {
        guard !part.isEmpty else { return false }
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard part.count <= text.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
    }
}
