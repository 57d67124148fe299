import TextModel

/// Where the gold's talks stand and how far they reach.
struct TalkPlaces {
    private(set) var talks: [ResolvedGold.Talk] = []

    init(of annotation: GoldAnnotation, headings: [TextRange?], in text: DocumentText) throws {
        try findStarts(of: annotation, headings: headings, in: text)
        findExtents(of: annotation, headings: headings, in: text)
    }

    private mutating func findStarts(
        of annotation: GoldAnnotation, headings: [TextRange?], in text: DocumentText
    ) throws {
        var headingsByText: [MatchingQuotation: [TextRange]] = [:]
        for (section, place) in zip(annotation.sections, headings) {
            guard let place else { continue }
            headingsByText[try text.quotation(section.heading), default: []].append(place)
        }
        var used: [MatchingQuotation: Int] = [:]
        for talk in annotation.talks {
            var found = ResolvedGold.Talk()
            if let heading = talk.heading {
                let quotation = try text.quotation(heading)
                let places = headingsByText[quotation] ?? []
                let number = used[quotation, default: 0]
                // Two talks under one heading both have it.
                found.heading = places.isEmpty ? nil : places[min(number, places.count - 1)]
                used[quotation] = number + 1
            }
            if let startsWith = talk.startsWith {
                let places = text.places(of: try text.quotation(startsWith))
                found.startsWith = places.first { $0.start >= found.heading?.end ?? 0 } ?? places.first
            }
            talks.append(found)
        }
    }

    private mutating func findExtents(of annotation: GoldAnnotation, headings: [TextRange?], in text: DocumentText) {
        let starts = talks.map { $0.startsWith?.start ?? $0.heading?.end }
        var limits = starts.compactMap { $0 } + [text.visibleEnd]
        for (section, place) in zip(annotation.sections, headings) where section.role != .topic {
            if let place { limits.append(place.start) }
        }
        limits.sort()
        for (index, start) in starts.enumerated() {
            // A quotation that stands only in the source, past the visible text, gives no extent.
            guard let start, start < text.visibleEnd, let end = limits.first(where: { $0 > start }) else { continue }
            talks[index].extent = TextRange(start, end)
        }
    }
}
