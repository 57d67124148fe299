import TextModel

/// The mentions of all people in reading order, to be asked for those of a range.
struct MentionIndex {
    struct Entry {
        let range: TextRange
        /// The position in ``Findings/people``.
        let person: Int
        let form: MentionForm
    }

    let entries: [Entry]

    init(_ people: [PersonFinding]) {
        entries = people.enumerated().flatMap { position, person in
            person.mentions.map { Entry(range: $0.range, person: position, form: $0.form) }
        }.sorted { $0.range < $1.range }
    }

    /// The mentions that begin within a range.
    func mentions(in range: TextRange) -> ArraySlice<Entry> {
        let first = firstEntry(from: range.start)
        return entries[first..<max(first, firstEntry(from: range.end))]
    }

    private func firstEntry(from offset: Int) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].range.start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
