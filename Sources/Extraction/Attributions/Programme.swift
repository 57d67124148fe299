import Lexicons
import TextModel

/// A talk that an item of a list, or a row of a table, gives with its title and who spoke.
public struct ListedTalk: Equatable, Sendable {
    public var title: TextRange
    public var speakers: [Attribution.Speaker]
    /// Its list is within no other.
    public var isOutermost: Bool
}

/// What lists say of talks, and where prose speaks of them by their titles.
struct Programme {
    let text: ReportText
    let mentions: PeopleIndex
    let words: TalkWords

    /// “- Titre (X)”, “- X, Titre”, “- « Titre », de X”: items that give a title of two words or more and who spoke.
    func talks(attributions: [Attribution]) -> [ListedTalk] {
        let byPassage = Dictionary(grouping: attributions, by: \.passage)
        return text.passages.lazy.filter { $0.block.kind.isItem }.compactMap { talk(of: $0, byPassage[$0.index] ?? []) }
            + talksOfTables()
    }

    /// The rows of tables of which one cell has a title and another only names, or the cells that have both, as those of a
    /// grid of hours and rooms do: two at least of a table.
    private func talksOfTables() -> [ListedTalk] {
        var rows: [[Int]: [Passage]] = [:]
        for passage in text.passages {
            guard case .cell(let cell) = passage.block.kind, !cell.isHeader else { continue }
            rows[[cell.table, cell.row], default: []].append(passage)
        }
        let talks = rows.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { place, cells in
            let own = talk(ofRow: cells).map { [$0] } ?? cells.compactMap { talk(of: $0, []) }
            return own.map { (table: place[0], talk: $0) }
        }
        let counts = Dictionary(grouping: talks, by: \.table).mapValues(\.count)
        return talks.filter { counts[$0.table] ?? 0 >= 2 }.map(\.talk)
    }

    private func talk(ofRow cells: [Passage]) -> ListedTalk? {
        let groups = cells.map { cell in
            NameGroup.groups(in: cell.tokens, of: text, mentions: mentions).first { $0.range == cell.range }
        }
        guard let who = groups.firstIndex(where: { $0 != nil }), let speakers = groups[who]?.members else { return nil }
        let titles = cells.indices.lazy.filter { groups[$0] == nil }.compactMap { index in
            HeadingParts(of: cells[index].tokens, in: text, mentions: mentions, words: words).title
        }.filter { text.wordCount($0) >= 2 && mentions.mentions(in: $0).isEmpty }
        return titles.max { text.wordCount($0) < text.wordCount($1) }.map { title in
            ListedTalk(
                title: title, speakers: speakers.map { .init(person: $0.person, range: $0.range) }, isOutermost: true)
        }
    }

    private func talk(of item: Passage, _ attributions: [Attribution]) -> ListedTalk? {
        guard !mentions.mentions(in: item.range).isEmpty, text.wordCount(item.range) <= 30 else { return nil }
        let parts = HeadingParts(of: item.tokens, in: text, mentions: mentions, words: words, companyWords: 2)
        if let title = parts.title, !parts.speakers.isEmpty {
            guard text.wordCount(title) >= 2 else { return nil }
            return ListedTalk(
                title: title, speakers: parts.speakers.map { .init(person: $0.person, range: $0.range) },
                isOutermost: item.block.parent == nil)
        }
        guard let own = attributions.first(where: { $0.rule == .by }),
            let title = QuotedTitle(text: text, mentions: mentions, words: words).find(
                in: item.tokens, of: item, near: own.range),
            text.wordCount(title) >= 2
        else { return nil }
        return ListedTalk(title: title, speakers: own.speakers, isOutermost: false)
    }

    /// What is said of who gave talks, and where paragraphs have the title of a listed talk, word for word and without
    /// quotation marks.
    ///
    /// - Parameter attributions: in reading order, as is what is returned.
    func attributions(_ attributions: [Attribution], withTitlesOf talks: [ListedTalk]) -> [Attribution] {
        let listed = Dictionary(grouping: talks.filter { text.wordCount($0.title) >= Self.fewestWords }) {
            Array(text.wordKeys(in: $0.title).prefix(Self.fewestWords))
        }
        if listed.isEmpty { return attributions }
        var all = attributions
        var bySentence = Dictionary(grouping: all.indices) { all[$0].sentence }
        for passage in text.passages where passage.block.kind == .paragraph && passage.block.candidate == nil {
            for (talk, title) in occurrences(of: listed, in: passage) {
                guard let sentence = passage.sentences.first(where: { text.sentences[$0].range.overlaps(title) }) else {
                    continue
                }
                let people = talk.speakers.map(\.person)
                if let place = bySentence[sentence]?.first(where: { place in
                    all[place].speakers.contains { people.contains($0.person) }
                }) {
                    all[place].title = title
                } else {
                    bySentence[sentence, default: []].append(all.count)
                    all.append(
                        Attribution(
                            speakers: talk.speakers, sentence: sentence, passage: passage.index, range: title,
                            rule: .programme, title: title))
                }
            }
        }
        return all.sorted { ($0.sentence, $0.range) < ($1.sentence, $1.range) }
    }

    /// In words: what is shorter may be said of anything.
    private static let fewestWords = 3

    private func occurrences(
        of listed: [[WordKey]: [ListedTalk]], in passage: Passage
    ) -> [(talk: ListedTalk, title: TextRange)] {
        let positions = text.words(in: passage.range)
        var found: [(talk: ListedTalk, title: TextRange)] = []
        var place = 0
        while place + Self.fewestWords <= positions.count {
            let first = positions[place..<place + Self.fewestWords].map { text.keys[$0] }
            let rest = positions[place...]
            if let talks = listed[first], text.startsWithCapitalOrDigit(positions[place]),
                let talk = talks.first(where: {
                    rest.lazy.map { text.keys[$0] }.starts(with: text.wordKeys(in: $0.title))
                })
            {
                let count = text.wordCount(talk.title)
                let last = positions[place + count - 1]
                found.append((talk, text.range(of: positions[place]..<end(of: talk.title, lastWord: last))))
                place += count
            } else {
                place += 1
            }
        }
        return found
    }

    /// Where a title ends whose last word is at a position: behind the mark that the list has there, as in “Titre ?”.
    private func end(of title: TextRange, lastWord: Int) -> Int {
        guard let mark = text.tokens(in: title).last, !text.tokens[mark].kind.isWord, let sign = text.sign(mark),
            let next = text.nextWord(from: lastWord + 1, before: text.tokens.count), text.sign(next) == sign
        else { return lastWord + 1 }
        return next + 1
    }
}
