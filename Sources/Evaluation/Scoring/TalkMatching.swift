import TextModel

/// Which talk of the gold is which of the system's.
struct TalkPairs {
    /// By the position of the gold's talk; `listed` ones are among them.
    var systemOfGold: [Int: Int] = [:]
    /// By the position of the system's talk.
    var goldOfSystem: [Int: Int] = [:]
}

extension DocumentScorer {
    /// How near two talks begin, in bytes, to be held for one: about a line.
    private static let nearStart = 80
    /// How like two titles are, by their words, to be those of one talk.
    private static let likeTitle = 0.6

    private struct Side {
        var heading: TextRange?
        var start: Int?
        var extent: TextRange?
        var titleWords: [String: Int]
        var speakers: Set<String>
    }

    /// The matching of talks: two may be one when they have one heading, like titles, a near start, or half of their
    /// extent together (a near start alone must share something), and of all such pairings the one counts that agrees most.
    ///
    /// What the system only lists is no talk that it recounts, and takes no part.
    func talkPairs() throws -> TalkPairs {
        var pairs = TalkPairs()
        let goldSides = try annotation.talks.indices.map(goldSide)
        let headings = Dictionary(report.sections.map { ($0.id, $0.heading) }) { first, _ in first }
        let systemSides = try report.talks.map { try systemSide($0, headings: headings) }
        func order(_ sides: [Side], _ indices: [Int]) -> [Int] {
            indices.sorted { left, right in
                let (first, second) = (sides[left], sides[right])
                return (first.start ?? first.heading?.start ?? .max, first.speakers.sorted().joined(), left)
                    < (second.start ?? second.heading?.start ?? .max, second.speakers.sorted().joined(), right)
            }
        }
        let rows = order(goldSides, Array(goldSides.indices))
        let columns = order(systemSides, systemSides.indices.filter { report.talks[$0].attendance != .listed })
        let weights = rows.map { row in columns.map { Self.weight(goldSides[row], systemSides[$0]) } }
        for (row, column) in maximumWeightMatching(weights) {
            pairs.systemOfGold[rows[row]] = columns[column]
            pairs.goldOfSystem[columns[column]] = rows[row]
        }
        return pairs
    }

    private func goldSide(_ index: Int) throws -> Side {
        let (talk, place) = (annotation.talks[index], gold.talks[index])
        return Side(
            heading: place.heading.map(text.trimmed), start: place.startsWith?.start, extent: place.extent,
            titleWords: try words(talk.title), speakers: Set(try talk.speakers.map(foldedKey)))
    }

    private func systemSide(_ talk: Report.Talk, headings: [String: Report.Span]) throws -> Side {
        let body = talk.body.flatMap { text.place(of: $0) }
        return Side(
            heading: talk.sectionID.flatMap { place(headings[$0]) }.map(text.trimmed), start: body?.start, extent: body,
            titleWords: try words(talk.title), speakers: Set(try talk.speakers.compactMap(\.name).map(foldedKey)))
    }

    /// 0 for two talks that cannot be one.
    private static func weight(_ gold: Side, _ system: Side) -> Double {
        let sharesHeading = gold.heading != nil && gold.heading == system.heading
        let title = likeness(gold.titleWords, system.titleWords)
        var extent = 0.0
        if let first = gold.extent, let second = system.extent {
            let shared = first.sharedCount(with: second)
            extent = Double(shared) / Double(first.count + second.count - shared)
        }
        var isNear = false
        if let first = gold.start, let second = system.start {
            // Short talks follow each other within a line: near is not enough where they share nothing.
            isNear = abs(first - second) <= nearStart && (extent > 0 || gold.extent == nil || system.extent == nil)
        }
        guard sharesHeading || title >= likeTitle || extent >= 0.5 || isNear else { return 0 }
        let speakers = gold.speakers.intersection(system.speakers).count
        // The heading is the strongest sign, speakers only part talks that are alike in all else.
        return (sharesHeading ? 4 : 0) + 3 * title + 2 * extent + (isNear ? 1 : 0) + 0.1 * Double(min(1, speakers))
    }

    /// Dice's coefficient of two bags of words.
    private static func likeness(_ left: [String: Int], _ right: [String: Int]) -> Double {
        let total = left.values.reduce(0, +) + right.values.reduce(0, +)
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        let shared = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
        return 2 * Double(shared) / Double(total)
    }

    private func words(_ text: String?) throws -> [String: Int] {
        guard let text else { return [:] }
        let words = try foldedKey(text).unicodeScalars.split { !SearchableText.isKept($0) }.map(String.init)
        return Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    }
}
