import TextModel

/// Lines of names under a heading.
extension HeadingParts {
    /// A line of names; `nil` for any other passage, which is not taken apart further than needed to see it.
    init?(bylineOf passage: Passage, in text: ReportText, mentions: PeopleIndex, words: TalkWords) {
        self.init(withNamesOf: passage.tokens, in: text, mentions: mentions, words: words, companyWords: 3)
        if isPictureCredit(passage) { return nil }
        let row = rowOfNames(passage, mentions)
        if !row.isEmpty {
            speakers = row
            isByline = true
            return
        }
        if isByline {
            takeApposed(to: passage.tokens, mentions)
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

    /// “Maud Tessier, Acme / Zoé Martin : géologue à Brest”: full names that begin a line or follow a slash in it.
    private func rowOfNames(_ line: Passage, _ mentions: PeopleIndex) -> [NameGroup.Member] {
        let first = firstLineOfNames(line, mentions)
        if !first.isEmpty { return first }
        guard line.sentences.count <= 1, text.wordCount(line.range) <= 16 else { return [] }
        let groups = NameGroup.groups(in: line.tokens, of: text, mentions: mentions).filter { group in
            mentions.namesInFull(group.range)
                && text.previousWord(before: group.tokens.lowerBound, from: line.tokens.lowerBound)
                    .map { text.sign($0) == UInt8(ascii: "/") } ?? true
        }
        return groups.count >= 2 && groups[0].tokens.lowerBound == line.tokens.lowerBound
            ? groups.flatMap(\.members) : []
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
    private func isPictureCredit(_ passage: Passage) -> Bool {
        text.marks(in: passage.range).contains { mark in
            guard case .link(let address) = mark.kind, text.wordCount(mark.range) <= 3 else { return false }
            return words.pictureHosts.contains { Array(address.utf8).holds($0) }
        }
    }

    /// “Maud Tessier, Acme / Zoé Martin, Acme”: those whom a line of names has beside the ones found.
    private mutating func takeApposed(to line: Range<Int>, _ mentions: PeopleIndex) {
        let groups = NameGroup.groups(in: line, of: text, mentions: mentions)
        guard let own = groups.firstIndex(where: { $0.members.first?.range == speakers.first?.range }) else { return }
        speakers = groups[ApposedNames(text: text, words: words).joined(own, in: groups)].flatMap(\.members)
    }
}
