import TextModel

/// The event's name with its edition, chosen among the candidates, and where the text has it.
struct EventName {
    var name: String
    var edition: String?
    /// The year among the edition, if it is one.
    var year: Int?
    var rule: String
    /// Every place where the text has the name or a shorter form of it.
    var mentions: [NamePhrase]
    var editionRange: TextRange?
    var isInTitle: Bool

    /// - Returns: `nil` when nothing speaks clearly enough for any name.
    init?(_ found: NameCandidates, published: CalendarDate?) {
        let candidates = found.candidates
        var shorterForms: Set<UInt64> = []
        for candidate in candidates.values where candidate.titleScore > 2 {
            shorterForms.formUnion(candidate.partKeys)
        }
        let titleCount = found.repeated?.isTitleInText == true ? found.titleWords?.count ?? 0 : 0
        var best: (key: UInt64, candidate: NameCandidates.Candidate, score: Int)?
        for (key, candidate) in candidates {
            if candidate.titleScore == 0, shorterForms.contains(key) { continue }
            if Self.isDescription(candidate, of: found) { continue }
            if Self.isTool(candidate, of: found) { continue }
            let score = Self.score(candidate, among: candidates, titleCount: titleCount)
            if let current = best {
                if score < current.score { continue }
                if score == current.score, candidate.order >= current.candidate.order { continue }
            }
            best = (key, candidate, score)
        }
        guard let best, best.score >= 4 else { return nil }
        let candidate = best.candidate
        let shorter = candidate.partKeys.compactMap { candidates[$0] }
        let longer = candidates.values.filter { $0.partKeys.contains(best.key) }
        mentions = candidate.mentions + shorter.flatMap(\.mentions) + longer.flatMap(\.mentions)
        mentions.sort { $0.range < $1.range }
        isInTitle = candidate.titleScore > 0
        let isStronger = candidate.titleScore > 0 || candidate.mentions.isEmpty
        if isStronger, let written = candidate.title, let words = found.titleWords {
            let whole =
                Self.wholeName(best.key, written, candidate, found) ?? Self.nameWithCountry(best.key, written, found)
            if let whole {
                name = String(decoding: found.words.utf8[whole.range.start..<whole.range.end], as: UTF8.self)
            } else {
                var range =
                    Self.withSharedComplement(written, of: words, candidate, found)
                    ?? (Self.shortened(written, candidate, candidates, words, found.towns) ?? written).range
                if let noun = Self.noun(of: written, candidate, in: words, found.words) {
                    range = TextRange(words.words[noun].range.start, range.end)
                }
                name = String(decoding: words.utf8[range.start..<range.end], as: UTF8.self)
            }
            rule = candidate.textScore > 0 ? "title_and_text" : "title"
        } else if let first = candidate.mentions.first {
            let range = Self.withComplement(candidate.mentions, found) ?? first.range
            name = String(decoding: found.words.utf8[range.start..<range.end], as: UTF8.self)
            rule = "text"
        } else {
            return nil
        }
        if let whole = Self.explained(candidate, found) { name = whole }
        addPlainMentions(found.words)
        readEdition(candidate, found, published)
    }

    /// Adds where the text has the name in whatever case, or with small words that the reading of names breaks at.
    private mutating func addPlainMentions(_ words: EventWords) {
        let known = Set(mentions.map { $0.range.start })
        let added = plainMentions(in: words, but: known)
        guard !added.isEmpty else { return }
        mentions = (mentions + added).sorted { $0.range < $1.range }
    }

    /// Where a text or a line has the name in whatever case.
    func plainMentions(in words: EventWords, but known: Set<Int> = []) -> [NamePhrase] {
        let sought = lowercased(Array(name.utf8))
        guard let first = sought.first, let last = sought.last, sought.count > 3 else { return [] }
        var added: [NamePhrase] = []
        for index in 0..<words.count where words.folded[words.words[index].range.start] == first {
            let start = words.words[index].range.start
            guard words.folded.count - start >= sought.count, words.folded[start + sought.count - 1] == last,
                !known.contains(start), words.folded[start..<start + sought.count].elementsEqual(sought)
            else { continue }
            let end = words.firstWord(from: start + sought.count)
            guard end > index, words.words[end - 1].range.end == start + sought.count,
                let phrase = words.singleName(index..<end)
            else { continue }
            added.append(phrase)
        }
        return added
    }

    /// Takes the spelling that is found most often, the first of those found as often: “ng-europe” for one “Ng-europe”
    /// that opens a sentence.
    mutating func respell(title: EventWords?, in texts: [EventWords]) {
        var found: [(spelling: String, count: Int)] = []
        for words in [title].compactMap({ $0 }) + texts {
            for mention in plainMentions(in: words) {
                let first = mention.words.lowerBound
                let isOpening = first == 0 && words !== title || words.isFullStop(first - 1)
                if isOpening, words.startsWithCapital(first), !words.hasInnerCapital(first) { continue }
                // A noun that opens the name is written small as what the event is.
                let isNoun = words.has(first, [.kind, .evening, .head, .capitalHead])
                if isNoun, !words.startsWithCapital(first), name.first?.isUppercase == true { continue }
                let spelling = String(decoding: words.utf8[mention.range.start..<mention.range.end], as: UTF8.self)
                if let place = found.firstIndex(where: { $0.spelling == spelling }) {
                    found[place].count += 1
                } else {
                    found.append((spelling, 1))
                }
            }
        }
        let own = found.first { $0.spelling == name }?.count ?? 0
        let most = found.map(\.count).max() ?? 0
        guard most > own, let usual = found.first(where: { $0.count == most }), isRespelling(usual.spelling) else {
            return
        }
        name = usual.spelling
    }

    /// Whether another case is more than all capitals left out: of a name of several words one without any is careless.
    private func isRespelling(_ other: String) -> Bool {
        other.utf8.count == name.utf8.count && (other != other.lowercased() || !name.contains(" "))
    }

    /// What speaks for a candidate, all in all; 0 for one that nothing says to be an event.
    static func score(
        _ candidate: NameCandidates.Candidate, among all: [UInt64: NameCandidates.Candidate], titleCount: Int
    ) -> Int {
        var text = candidate.textScore
        var mentions = candidate.mentions.count
        var isLinked = candidate.isLinkedToOwnSite
        var isTag = candidate.isTag
        // The text may use a shorter form of what the title has in full.
        for part in candidate.partKeys {
            guard candidate.titleScore > 0, let shorter = all[part] else { continue }
            text = max(text, shorter.textScore - 1)
            mentions += shorter.mentions.count
            isLinked = isLinked || shorter.isLinkedToOwnSite
            isTag = isTag || shorter.isTag
        }
        // A title that is the text's first line is no second mention.
        let isRecounted =
            candidate.isWholeTitle
            && (candidate.mentions.contains { $0.words.lowerBound >= titleCount }
                || mentions > candidate.mentions.count)
        // “Arbres et oiseaux” twice may be a talk or a topic.
        let isTold = !candidate.hasSmallWords || text >= 2 || isLinked
        let isEvent = candidate.isEventInTitle || candidate.hasEventWord || text >= 3 || isRecounted && isTold
        guard isEvent else { return 0 }
        // “Library of Congress”: a word of names alone tells no event, unless it comes again and again.
        if candidate.titleScore == 0, text == 0, !isLinked, !isTag, mentions < 4 { return 0 }
        // 1 for two mentions, 2 for four, 3 for eight and more.
        let repeated = mentions >= 8 ? 3 : mentions >= 4 ? 2 : mentions >= 2 ? 1 : 0
        let score =
            candidate.titleScore + text + repeated + (isLinked ? 3 : 0) + (isTag ? 2 : 0)
            + (candidate.hasEventWord ? 3 : 0)
        return candidate.isKindAlone ? min(score, 4) : score
    }

    /// “dotX Paris 2017” where the text only says “dotX”: the town is the place.
    private static func shortened(
        _ title: NamePhrase, _ candidate: NameCandidates.Candidate,
        _ all: [UInt64: NameCandidates.Candidate], _ words: EventWords, _ towns: SpellingTable
    ) -> NamePhrase? {
        guard candidate.mentions.isEmpty, let short = words.withoutTown(title, towns),
            let shorter = all[short.key], shorter.mentions.count >= 2 || shorter.contexts.edition >= 4
        else { return nil }
        return short
    }

    /// What front matter calls the event, apart from a year behind it; the text only says where it is mentioned.
    init?(_ metadata: EventWords, _ found: NameCandidates) {
        guard metadata.count > 0, metadata.count < 12 else { return nil }
        let last = metadata.count - 1
        let named = metadata.count > 1 && metadata.year(last) != nil ? 0..<last : 0..<last + 1
        let range = metadata.range(named)
        name = String(decoding: metadata.utf8[range.start..<range.end], as: UTF8.self)
        rule = "front_matter"
        isInTitle = false
        let keys = metadata.singleName(named).map { [$0.key] + metadata.partKeys(of: $0) } ?? []
        mentions = keys.flatMap { found.candidates[$0]?.mentions ?? [] }.sorted { $0.range < $1.range }
        guard named.upperBound == last else { return }
        year = metadata.year(last)
        edition = year.map { String($0) }
    }
}
