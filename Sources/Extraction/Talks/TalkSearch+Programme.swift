import Lexicons
import TextModel

/// Lists of talks that are told elsewhere in the report.
extension TalkSearch {
    /// Drops the items of a programme that repeat what is told elsewhere; titles and speakers that only they give are kept.
    mutating func dropListed() {
        let told = toldTalks
        let bareItems = drafts.indices.map(bareItem)
        let accounts = untitledAccounts(besides: bareItems)
        var dropped: Set<Int> = []
        for index in drafts.indices where drafts[index].origin == .item {
            if let account = keys(ofItem: index).lazy.compactMap({ told[$0] }).first {
                if drafts[account].parts?.speakers.isEmpty == true, let listed = drafts[index].parts?.speakers {
                    drafts[account].listedSpeakers = listed
                }
                dropped.insert(index)
            } else if let item = bareItems[index], let account = accounts[item.people], account.isOnly,
                drafts[account.draft].listedTitle == nil
            {
                drafts[account.draft].listedTitle = item.title
                dropped.insert(index)
            }
        }
        for (people, account) in accounts where account.isOnly && drafts[account.draft].listedTitle == nil {
            drafts[account.draft].listedTitle = titleOfTable(for: people, before: drafts[account.draft])
        }
        drafts = drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
    }

    /// The title that a table before a talk gives for those who gave it.
    private func titleOfTable(for people: Set<Int>, before draft: TalkDraft) -> TextRange? {
        let titles = people.map { listedTitles[$0] }
        guard let title = titles.first ?? nil, titles.allSatisfy({ $0 == title }),
            title.end <= draft.position(in: text), let passage = text.passage(at: title.start),
            text.passages[passage].block.kind.isCell
        else { return nil }
        return title
    }

    /// Adds the talks of a list. Who gave one that is told there gives no other where prose speaks of it again.
    mutating func append(_ items: [TalkDraft], announcedBefore list: Int) {
        let first = drafts.count
        drafts += items
        setKind(from: first, announcedBefore: list)
        for index in first..<drafts.count where bareItem(index) == nil {
            let attributed = drafts[index].attribution?.speakers.map(\.person) ?? []
            known.formUnion(drafts[index].parts?.speakers.map(\.person) ?? attributed)
        }
    }

    /// Gives the talks of a list the kind that the sentence before it tells.
    mutating func setKind(from first: Int, announcedBefore list: Int) {
        let kind = announcedKind(of: list)
        for index in first..<drafts.count { drafts[index].announcedKind = kind }
    }

    /// “On a fini par les ateliers :” before a list: the kind that the plural tells of its items.
    private func announcedKind(of list: Int) -> TalkKind? {
        guard let tokens = announcement(of: list) else { return nil }
        let kinds = tokens.compactMap { words.severalTalks(at: $0, before: tokens.upperBound, in: text)?.value }
        return kinds.last.flatMap { [.talk, .demo, .other].contains($0) ? nil : $0 }
    }

    /// “Changement d'échelle avec Maud Tessier et Karim Haddad, qui ont monté …”, “Mme Tessier défend …”: names in full, or
    /// with a title of civility, that begin a paragraph, at most four words before them, are those of a talk that a
    /// programme before lists.
    func accountOfListed(in index: Int) -> Attribution? {
        let passage = text.passages[index]
        guard passage.block.kind == .paragraph, let sentence = passage.sentences.first else { return nil }
        return accountOfListed(in: passage.tokens, sentence: sentence, of: passage)
    }

    /// “… C'était drôle. À côté, Maud Tessier montait un phare”: the sentences within a paragraph that begin so, with names
    /// of those who gave no talk that is told before.
    func accountsOfListed(within index: Int) -> [Attribution] {
        let passage = text.passages[index]
        guard !listedTitles.isEmpty, passage.block.kind == .paragraph else { return [] }
        return passage.sentences.dropFirst().compactMap { sentence in
            let tokens = text.tokens(in: text.sentences[sentence].range)
            let account = accountOfListed(in: tokens, sentence: sentence, of: passage)
            return account.flatMap { known.isDisjoint(with: $0.speakers.map(\.person)) ? $0 : nil }
        }
    }

    /// - Parameter tokens: of the paragraph or of the sentence, which names somebody within its first words.
    private func accountOfListed(in tokens: Range<Int>, sentence: Int, of passage: Passage) -> Attribution? {
        guard !listedTitles.isEmpty,
            let group = NameGroup.groups(in: tokens, of: text, mentions: mentions).first,
            mentions.namesInFull(group.range) || isCivil(group, in: passage),
            (tokens.lowerBound..<group.tokens.lowerBound).count(where: { text.tokens[$0].kind.isWord }) <= 4,
            // “À midi j'ai croisé Maud Tessier”
            !(tokens.lowerBound..<group.tokens.lowerBound).contains(where: {
                words.meetings.match(at: $0, before: tokens.upperBound, in: text) != nil
            })
        else { return nil }
        let titles = group.members.map { listedTitles[$0.person] }
        guard let title = titles.first ?? nil, titles.allSatisfy({ $0 == title }), title.end < passage.range.start
        else {
            return nil
        }
        return Attribution(
            speakers: group.members.map { .init(person: $0.person, range: $0.range) }, sentence: sentence,
            passage: passage.index, range: group.range, rule: .introduced)
    }

    /// “Mme Tessier défend …”: whether a paragraph begins with a title of civility and a name.
    private func isCivil(_ group: NameGroup, in passage: Passage) -> Bool {
        group.range.start == passage.range.start && group.members.first?.range.start != group.range.start
    }

    /// The talks with headings by the words of their titles, and by all words of the heading: “Table ronde de clôture” has
    /// no title beside its format. Those of which prose gives the title.
    private var toldTalks: [[WordKey]: Int] {
        var told: [[WordKey]: Int] = [:]
        for index in drafts.indices where drafts[index].origin == .attribution {
            if let title = drafts[index].attribution?.title { told[text.wordKeys(in: title)] = index }
        }
        for index in drafts.indices where drafts[index].origin == .heading {
            if let title = drafts[index].parts?.title { told[text.wordKeys(in: title)] = index }
            if let section = drafts[index].section { told[text.wordKeys(in: findings.sections[section].range)] = index }
        }
        return told
    }

    private func keys(ofItem index: Int) -> [[WordKey]] {
        let draft = drafts[index]
        let whole = draft.passages.count == 1 ? text.passages[draft.passages.lowerBound].range : nil
        return [draft.parts?.title, whole].compactMap { $0.map(text.wordKeys) }
    }

    /// “Maud Tessier a montré …”: the talks that prose or a list tells of without a title, by all who gave them, and
    /// whether it is the only one of theirs.
    private func untitledAccounts(besides bareItems: [BareItem?]) -> [Set<Int>: (draft: Int, isOnly: Bool)] {
        var accounts: [Set<Int>: (draft: Int, isOnly: Bool)] = [:]
        for index in drafts.indices {
            let draft = drafts[index]
            guard draft.origin == .attribution || draft.origin == .item && draft.parts == nil,
                let attribution = draft.attribution, attribution.title == nil,
                draft.origin == .attribution || bareItems[index] == nil
            else { continue }
            let people = Set(attribution.speakers.map(\.person))
            accounts[people] = (accounts[people]?.draft ?? index, accounts[people] == nil)
        }
        return accounts
    }

    private typealias BareItem = (title: TextRange, people: Set<Int>)

    /// “- Titre (Maud Tessier)”, “- « Titre », de Maud Tessier”: the title of an item that says no more than that, and who
    /// gave the talk.
    private func bareItem(_ index: Int) -> BareItem? {
        let item = drafts[index]
        let attributed = item.attribution?.speakers ?? []
        let speakers = item.parts?.speakers.map { ($0.person, $0.range) } ?? attributed.map { ($0.person, $0.range) }
        guard item.passages.count == 1, !speakers.isEmpty,
            let title = item.parts?.title ?? item.attribution.flatMap(title),
            text.startsWithCapitalOrDigit(text.token(at: title.start))
        else { return nil }
        let told = speakers.reduce(text.wordCount(title)) { $0 + text.wordCount($1.1) }
        let isBare = text.wordCount(text.passages[item.passages.lowerBound].range) <= told + 4
        return isBare ? (title, Set(speakers.map(\.0))) : nil
    }
}
