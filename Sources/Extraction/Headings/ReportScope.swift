import TextModel

/// Whether a report recounts one talk or several.
public enum ReportScope: Equatable, Sendable {
    case oneTalk
    case severalTalks

    init(
        of text: ReportText, outline: Outline, evidence: [HeadingTalkEvidence], findings: Findings,
        titleWords: PhraseIndex<Bool>
    ) {
        self = Self.decided(of: text, outline: outline, evidence: evidence, findings: findings, titleWords: titleWords)
    }

    private static func decided(
        of text: ReportText, outline: Outline, evidence: [HeadingTalkEvidence], findings: Findings,
        titleWords: PhraseIndex<Bool>
    ) -> ReportScope {
        let talkHeadings = evidence.filter { $0.points >= 2 && ($0.words == nil || $0.namesSpeakers) && !$0.isByline }
        if talkHeadings.count >= 2 || evidence.contains(where: { $0.words == .group }) { return .severalTalks }
        let title = ReportTitle(of: text, outline: outline)
        if title.names(anyOf: findings.people) { return .oneTalk }
        if title.holds(titleWords) { return .severalTalks }
        // Speakers who are attributed a talk together or in turn are one group.
        var groups: [Set<Int>] = []
        for attribution in findings.attributions where attribution.rule != .tells {
            let people = Set(attribution.speakers.map(\.person))
            if let index = groups.firstIndex(where: { !$0.isDisjoint(with: people) }) {
                groups[index].formUnion(people)
            } else {
                groups.append(people)
            }
        }
        if groups.count >= 3 { return .severalTalks }
        if title.isOnlyEvent(findings.event) { return .severalTalks }
        return groups.count <= 1 || talkHeadings.isEmpty ? .oneTalk : .severalTalks
    }
}

/// The title of a report, whether it stands in the text or only in the metadata.
struct ReportTitle {
    let words: [WordKey]
    let letters: [UInt8]

    init(of text: ReportText, outline: Outline) {
        let title: String
        if let metadata = text.document.metadata.title?.text {
            title = metadata
        } else if let passage = outline.titlePassage {
            title = text[text.passages[passage].range]
        } else {
            title = ""
        }
        letters = lowercased(Array(title.utf8))
        words = letters.split { $0 < 0x30 && $0 != UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }.map {
            WordKey(folded: $0)
        }
    }

    func holds(_ phrases: PhraseIndex<Bool>) -> Bool {
        words.indices.contains { phrases.matches(words[$0...]) }
    }

    /// Whether the full name of somebody stands in it.
    func names(anyOf people: [PersonFinding]) -> Bool {
        people.contains { person in
            let name = lowercased(Array(person.name.utf8))
            return name.contains(UInt8(ascii: " ")) && letters.firstRange(of: name) != nil
        }
    }

    /// Whether nothing but the event's name, a year and small words stand in it.
    func isOnlyEvent(_ event: EventFinding) -> Bool {
        guard let name = event.name else { return false }
        let eventWords = Set(
            lowercased(Array(name.utf8)).split(separator: UInt8(ascii: " ")).map { WordKey(folded: $0) })
        let rest = words.filter { !eventWords.contains($0) }
        return words.count > rest.count && rest.count <= 2
    }
}
