import TextModel

extension GoldAnnotation {
    /// The annotation with an `occurrence` wherever ``ResolvedGold`` would look for a quotation elsewhere than where it
    /// was taken from; those that it has are dropped.
    ///
    /// - Parameters:
    ///   - sections: where each heading stands, in the order of the annotation.
    ///   - lists: where the first item of each list stands.
    ///   - cues: where each cue stands.
    /// - Throws: when ICU runs out of memory.
    public func numbered(
        sections: [SourceRange], lists: [SourceRange], cues: [SourceRange], in text: DocumentText
    ) throws -> GoldAnnotation {
        var numbered = self
        for index in numbered.sections.indices { numbered.sections[index].occurrence = nil }
        for index in numbered.lists.indices { numbered.lists[index].occurrence = nil }
        for index in numbered.cues.indices { numbered.cues[index].occurrence = nil }
        // Headings first, since they bound the accounts of talks, in which cues are counted.
        try numbered.number(sections, \.sections, \.occurrence, \.headings, in: text) { section, _ in
            text.places(of: try text.quotation(section.heading))
        }
        try numbered.number(lists, \.lists, \.occurrence, \.firstItems, in: text) { list, _ in
            text.places(of: try text.quotation(list.firstItem))
        }
        try numbered.number(cues, \.cues, \.occurrence, \.cues, in: text) { cue, gold in
            ResolvedGold.places(text.places(of: try text.quotation(cue.quote)), within: cue.talk, of: gold.talks)
        }
        return numbered
    }

    /// Numbers quotations of one kind until all are found where they stand.
    ///
    /// - Parameter candidates: the places among which an `occurrence` chooses.
    private mutating func number<Quotation>(
        _ ranges: [SourceRange], _ quotations: WritableKeyPath<Self, [Quotation]>,
        _ occurrence: WritableKeyPath<Quotation, Int?>, _ found: KeyPath<ResolvedGold, [TextRange?]>,
        in text: DocumentText, candidates: (Quotation, ResolvedGold) throws -> [TextRange]
    ) throws {
        let places = ranges.map(text.place(of:))
        // A number moves the quotations after it to other places, which may need one then.
        var isChanged = true
        while isChanged {
            isChanged = false
            let gold = try ResolvedGold(self, in: text)
            for (index, (place, found)) in zip(places, gold[keyPath: found]).enumerated() {
                let quotation = self[keyPath: quotations][index]
                guard let place, quotation[keyPath: occurrence] == nil, found != place else { continue }
                let candidates = try candidates(quotation, gold)
                guard
                    let position = candidates.firstIndex(of: place)
                        ?? candidates.firstIndex(where: { $0.overlaps(place) }),
                    candidates[position] != found
                else { continue }
                self[keyPath: quotations][index][keyPath: occurrence] = position + 1
                isChanged = true
                break
            }
        }
    }
}

extension ResolvedGold {
    fileprivate var firstItems: [TextRange?] { lists.map(\.firstItem) }
}
