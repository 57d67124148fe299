import TextModel

/// Finds the links of a report, says what each leads to, and ties it to its talk and person.
struct LinkSearch {
    private let text: ReportText
    private let places: LinkPlaces
    private let words: LinkWords
    private let owners: LinkOwners

    /// A link as it stands in its passage.
    private struct Candidate {
        let target: String
        let address: LinkAddress
        let range: TextRange
        /// The positions of its tokens.
        let tokens: Range<Int>
    }

    init(_ text: ReportText, _ findings: Findings, places: LinkPlaces, words: LinkWords) {
        self.text = text
        self.places = places
        self.words = words
        owners = LinkOwners(text, findings)
    }

    struct Result {
        /// In reading order.
        var links: [LinkFinding] = []
        /// The page of each talk that has one.
        var pages: [Int: String] = [:]
    }

    func run() -> Result {
        var result = Result()
        var next = 0
        var label: LinkKind?
        for passage in text.passages {
            // An empty link, on an image without words, may stand at the very end.
            let first = next
            while next < text.marks.count, text.marks[next].range.start <= passage.range.end { next += 1 }
            switch passage.block.kind {
            case .embed(let target): addEmbed(target, passage, label, &result)
            case .code, .rule: break
            case .heading, .paragraph, .item, .quote, .cell, .image, .caption:
                let candidates = candidates(first..<next)
                addLinks(candidates, passage, label, &result)
                label = self.label(after: passage, candidates, label)
            }
        }
        return result
    }

    private func candidates(_ marks: Range<Int>) -> [Candidate] {
        var candidates: [Candidate] = []
        for mark in text.marks[marks] {
            guard case .link(let target) = mark.kind, let address = LinkAddress(target) else { continue }
            candidates.append(
                Candidate(target: target, address: address, range: mark.range, tokens: text.tokens(in: mark.range)))
        }
        return candidates
    }

    /// A heading or a line with a colon is the label of links below it that stand alone.
    private func label(after passage: Passage, _ candidates: [Candidate], _ label: LinkKind?) -> LinkKind? {
        if candidates.count == 1, standsAlone(candidates[0].range, in: passage) { return label }
        guard candidates.isEmpty, !passage.range.isEmpty else { return nil }
        if case .heading = passage.block.kind {
            return owners.isTalkHeading(passage.index) ? nil : words.kind(label: passage, in: text)
        }
        return text.utf8[passage.range.end - 1] == UInt8(ascii: ":") ? words.kind(label: passage, in: text) : nil
    }

    private func standsAlone(_ link: TextRange, in passage: Passage) -> Bool {
        link.start - passage.range.start <= 4 && passage.range.end - link.end <= 2
    }

    // MARK: - Links of a passage

    private func addEmbed(_ target: String?, _ passage: Passage, _ label: LinkKind?, _ result: inout Result) {
        guard let target, let address = LinkAddress(target) else { return }
        // A post is no account, whatever its address.
        let kind = places.kind(of: address, isAccount: false)?.kind ?? label ?? .other
        result.links.append(
            LinkFinding(
                kind: kind, url: target, range: passage.range, talk: owners.talk(of: passage.range, in: passage.index)))
    }

    private func addLinks(_ candidates: [Candidate], _ passage: Passage, _ label: LinkKind?, _ result: inout Result) {
        guard !candidates.isEmpty else { return }
        let inHeading = owners.isTalkHeading(passage.index)
        /// The person of the link before, whose accounts may go on: “Zoé Martin ([X], [GitHub])”.
        var chain: (person: Int, end: Int)?
        var sentence = passage.sentences.lowerBound
        for (index, link) in candidates.enumerated() {
            while sentence + 1 < passage.sentences.upperBound,
                text.sentences[sentence + 1].range.start <= link.range.start
            {
                sentence += 1
            }
            let account = places.account(of: link.target)
            let titled = owners.talk(titledBy: link.range)
            let talk = titled ?? owners.talk(of: link.range, in: passage.index)
            let around = surroundings(of: index, in: candidates, passage, sentence: sentence)
            let named = name(
                of: link, around, isTitle: inHeading || titled != nil,
                label: standsAlone(link.range, in: passage) ? label : nil)
            let kind = kind(of: link, named: named, isAccount: account != nil, isTitle: titled != nil)
            var person = owners.person(in: link.range, account: account)
            if person == nil, kind == .social {
                person = owners.person(before: link.range.start)
                if person == nil, let chain, follows(link, chain.end) { person = chain.person }
            }
            chain = person.map { ($0, link.range.end) }
            result.links.append(
                LinkFinding(kind: kind, url: link.target, range: link.range, talk: talk, person: person))
            if kind == .session, inHeading || titled != nil || named == .session, let talk, result.pages[talk] == nil {
                result.pages[talk] = link.target
            }
        }
    }

    private func follows(_ link: Candidate, _ end: Int) -> Bool {
        link.range.start >= end && link.range.start - end <= 4
            && text.utf8[end..<link.range.start].allSatisfy(LinkOwners.joins)
    }

    /// The tokens of the sentence before and behind a link, as far as the next link.
    private func surroundings(
        of index: Int, in candidates: [Candidate], _ passage: Passage, sentence: Int
    ) -> (before: Range<Int>, after: Range<Int>) {
        let link = candidates[index]
        guard !passage.tokens.isEmpty else { return (0..<0, 0..<0) }
        let bounds =
            passage.sentences.isEmpty ? passage.tokens : text.tokens(in: text.sentences[sentence].range)
        // A link on an image without words has no token.
        let start = link.tokens.isEmpty ? text.token(at: max(0, link.range.start - 1)) + 1 : link.tokens.lowerBound
        let end = link.tokens.isEmpty ? start : link.tokens.upperBound
        let first = max(bounds.lowerBound, index > 0 ? candidates[index - 1].tokens.upperBound : 0)
        let last =
            index + 1 < candidates.count && !candidates[index + 1].tokens.isEmpty
            ? min(bounds.upperBound, candidates[index + 1].tokens.lowerBound) : bounds.upperBound
        return (min(first, start)..<start, end..<max(end, last))
    }

    // MARK: - Kinds

    /// What the text calls a link.
    private func name(
        of link: Candidate, _ around: (before: Range<Int>, after: Range<Int>), isTitle: Bool, label: LinkKind?
    ) -> LinkKind? {
        if let own = words.kind(named: link.tokens, in: text, isTitle: isTitle) { return own }
        let points = words.points(link.tokens, in: text)
        if let before = words.kind(before: around.before, in: text, points: points) { return before }
        if points, let after = words.kind(after: around.after, in: text) { return after }
        return label
    }

    private func kind(of link: Candidate, named: LinkKind?, isAccount: Bool, isTitle: Bool) -> LinkKind {
        let place = places.kind(of: link.address, isAccount: isAccount)
        if let place, place.isFirm { return place.kind }
        if let named { return named }
        // The title of a talk leads to its page, when nothing says otherwise.
        if isTitle, place == nil, !link.address.parts.isEmpty { return .session }
        return place?.kind ?? .other
    }
}
