import TextModel

/// Those who attended and wrote, whom a heading may name as it names speakers: “Titre, vu par Maud”.
///
/// At least one report in twenty is by several hands and says in each heading who tells of the talk. A name is a
/// reporter's when the metadata gives it as an author's, when words such as “vu par” stand before it in a heading, when two
/// headings are given names and nothing else, or when three headings name it and the text under two of them says that
/// others gave the talk; then also those who are named in turn with it.
struct Reporters {
    let text: ReportText
    let words: TalkWords

    /// The positions in ``Findings/people`` of the reporters.
    ///
    /// - Parameter attributions: what the prose says of who gave which talk.
    func all(of people: [PersonFinding], attributions: [Attribution]) -> Set<Int> {
        let authors = MetadataAuthors.keys(of: text.metadata.authors.map { $0.text })
        var reporters = Set(people.indices.filter { MetadataAuthors.isAuthor(people[$0], authors) })
        let mentions = PeopleIndex(people)
        var named: [Int: [Set<Int>]] = [:]
        var givenNames: Set<Int> = []
        let told = Dictionary(grouping: attributions.filter { $0.rule != .tells }, by: \.passage)
        for passage in text.passages where passage.mayBeHeading && !mentions.mentions(in: passage.range).isEmpty {
            if let name = soleGivenName(of: passage, mentions) {
                givenNames.insert(name)
                continue
            }
            let parts = HeadingParts(of: passage, in: text, mentions: mentions, words: words)
            if let tail = parts.reporters {
                reporters.formUnion(mentions.mentions(in: tail).map(\.person))
            } else if !parts.isByline {
                let others = speakers(under: passage, told)
                for speaker in parts.speakers { named[speaker.person, default: []].append(others) }
            }
        }
        if givenNames.count >= 2 { reporters.formUnion(givenNames) }
        reporters.subtract(authorsAmongSpeakers(reporters, mentions))
        let contradicted = named.filter { person, others in
            !others.contains { $0.contains(person) } && others.contains { !$0.isEmpty }
        }
        // One who is named so often makes reporters of those who take turns with them.
        let isByTurns = contradicted.contains { $0.value.count >= 3 && $0.value.count { !$0.isEmpty } >= 2 }
        return isByTurns ? reporters.union(contradicted.keys) : reporters
    }

    /// “Titre par X” in a list or under headings of which two others name somebody who did not write: authors named so gave
    /// a talk, as colleagues do of whom a team's report tells.
    private func authorsAmongSpeakers(_ reporters: Set<Int>, _ mentions: PeopleIndex) -> Set<Int> {
        if reporters.isEmpty { return [] }
        var byLook: [Int: [Set<Int>]] = [:]
        for passage in text.passages where passage.block.kind.isItem || passage.block.kind.headingLevel != nil {
            guard !mentions.mentions(in: passage.range).isEmpty else { continue }
            let cut = SpeakerCut(text: text, words: words, rest: passage.tokens, companyWords: 2)
            let groups = NameGroup.groups(in: passage.tokens, of: text, mentions: mentions)
            guard let group = groups.first(where: cut.followsAgent) else { continue }
            byLook[passage.block.kind.headingLevel ?? 0, default: []].append(Set(group.members.map(\.person)))
        }
        return byLook.values.reduce(into: []) { found, lines in
            guard lines.count(where: { $0.isDisjoint(with: reporters) }) >= 2 else { return }
            for line in lines { found.formUnion(line.intersection(reporters)) }
        }
    }

    /// The person whose given name is all that a marked heading says, or with what they do: “Maud”, “Maud, gardienne” over
    /// what Maud saw. Speakers have their family names there.
    private func soleGivenName(of passage: Passage, _ mentions: PeopleIndex) -> Int? {
        guard passage.block.kind.headingLevel != nil, let name = mentions.mentions(in: passage.range).first,
            name.form == .given, name.range.start == passage.range.start
        else { return nil }
        let rest = text.wordCount(passage.range) - text.wordCount(name.range)
        if rest == 0 { return name.person }
        let isApposed =
            text.nextWord(from: text.token(at: name.range.end - 1) + 1, before: passage.tokens.upperBound)
            .map { text.sign($0) == UInt8(ascii: ",") } ?? false
        return isApposed && rest <= 4 && mentions.mentions(in: passage.range).count == 1 ? name.person : nil
    }

    /// Those who gave a talk by the text between a heading and the next.
    private func speakers(under heading: Passage, _ attributions: [Int: [Attribution]]) -> Set<Int> {
        var speakers: Set<Int> = []
        for passage in text.passages[(heading.index + 1)...] {
            if passage.mayBeHeading { break }
            for attribution in attributions[passage.index] ?? [] {
                speakers.formUnion(attribution.speakers.map(\.person))
            }
        }
        return speakers
    }
}
