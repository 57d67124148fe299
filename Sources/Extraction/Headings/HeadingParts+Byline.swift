import TextModel

/// Lines of names under a heading.
extension HeadingParts {
    /// A line of names; `nil` for any other passage, which is not taken apart further than needed to see it.
    init?(bylineOf passage: Passage, in text: ReportText, mentions: PeopleIndex, words: TalkWords) {
        if Self.isPictureCredit(passage, in: text, words) { return nil }
        self.init(withNamesOf: passage.tokens, in: text, mentions: mentions, words: words, companyWords: 3)
        let first = firstLineOfNames(passage, mentions)
        let named = first.isEmpty ? row(in: passage, mentions) : first
        if !named.isEmpty { speakers = named }
        if isByline || !named.isEmpty {
            isByline = true
            return
        }
        // “*Maud Tessier et Zoé Martin, assurances Acme* — [vidéo](…)”, “🎤 Maud Tessier et Zoé Martin (Acme) | 45 min”
        guard passage.sentences.count <= 1, text.wordCount(passage.range) <= 16,
            let first = passage.tokens.first,
            let group = NameGroup.groups(in: passage.tokens, of: text, mentions: mentions).first,
            mentions.namesInFull(group.range),
            (first..<group.tokens.lowerBound).count(where: { text.tokens[$0].kind.isWord }) <= 1,
            text.tokens[first].kind == .emoji
                || text.marks(in: group.range).contains(where: {
                    $0.kind == .emphasis && $0.range.start - passage.range.start <= 6
                })
        else { return nil }
        speakers = group.members
        isByline = true
    }

    /// “Maud Tessier, Acme / Zoé Martin : géologue à Brest”: those whom a line of names has beside the ones found; behind a
    /// slash too where the line says more.
    private func row(in line: Passage, _ mentions: PeopleIndex) -> [NameGroup.Member] {
        let groups = NameGroup.groups(in: line.tokens, of: text, mentions: mentions)
        let apposed = ApposedNames(text: text, words: words)
        if isByline {
            let own = groups.firstIndex { $0.members.first?.range == speakers.first?.range }
            return own.map { groups[apposed.joined($0, in: groups)].flatMap(\.members) } ?? []
        }
        guard line.sentences.count <= 1, text.wordCount(line.range) <= 16,
            groups.first?.tokens.lowerBound == line.tokens.lowerBound
        else { return [] }
        let row = groups[apposed.joined(0, in: groups)]
        let isSlashed = row.dropFirst().allSatisfy { group in
            text.previousWord(before: group.tokens.lowerBound, from: line.tokens.lowerBound)
                .map { text.sign($0) == UInt8(ascii: "/") } ?? false
        }
        return row.count >= 2 && isSlashed && row.allSatisfy { mentions.namesInFull($0.range) }
            ? row.flatMap(\.members) : []
    }

    /// “🎙️ Maud Tessier / Zoé Martin”, and links in the lines behind it: an ornament and names are all that the first of
    /// several lines has.
    private func firstLineOfNames(_ passage: Passage, _ mentions: PeopleIndex) -> [NameGroup.Member] {
        let line = text.tokens(in: text.firstLine(of: passage))
        guard line.upperBound < passage.tokens.upperBound, let first = line.first, text.tokens[first].kind == .emoji
        else {
            return []
        }
        let groups = NameGroup.groups(in: line, of: text, mentions: mentions)
        let areAll = line.allSatisfy { position in
            !text.tokens[position].kind.isWord || isJoining(position)
                || groups.contains { $0.tokens.contains(position) }
        }
        return areAll ? groups.flatMap(\.members) : []
    }

    /// “[Maud Tessier](https://unsplash.com/photos/…)”: a name that leads to a picture is that of who took it.
    private static func isPictureCredit(_ passage: Passage, in text: ReportText, _ words: TalkWords) -> Bool {
        text.marks(in: passage.range).contains { mark in
            guard case .link(let target) = mark.kind, text.wordCount(mark.range) <= 3 else { return false }
            let address = Array(target.utf8)
            return words.pictureHosts.contains { address.holds($0) }
        }
    }
}
