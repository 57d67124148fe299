import TextModel

/// Where the gold's headings stand: the same words may occur in prose before, so whole blocks come first.
struct HeadingPlaces {
    private(set) var places: [TextRange?] = []

    /// How well a place does for a heading.
    private enum Fit: Int, CaseIterable {
        case wholeBlock, lineStart, inside
    }

    init(of annotation: GoldAnnotation, in text: DocumentText) throws {
        var taken: Set<TextRange> = []
        var previous = 0
        for section in annotation.sections {
            let all = text.places(of: try text.quotation(section.heading))
            var chosen = ResolvedGold.occurrence(section.occurrence, of: all)
            let free = all.filter { !taken.contains($0) }
            for fit in Fit.allCases where chosen == nil {
                let fitting = free.filter { Self.fit(of: $0, in: text) == fit }
                chosen = fitting.first { $0.start >= previous } ?? fitting.first
            }
            if let chosen {
                taken.insert(chosen)
                previous = chosen.end
            }
            places.append(chosen)
        }
    }

    private static func fit(of place: TextRange, in text: DocumentText) -> Fit {
        guard place.end <= text.visibleEnd, let block = text.block(at: place.start) else { return .inside }
        let trimmed = text.trimmed(place)
        if text.trimmed(block.text) == trimmed { return .wholeBlock }
        if text.trimmed(block.text).start == trimmed.start { return .lineStart }
        return place.start > 0 && text.document.utf8[place.start - 1] == 0x0A ? .lineStart : .inside
    }
}
