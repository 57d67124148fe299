import Lexicons
import TextModel

/// The names that an event may have by the title, the metadata and the text, with what speaks for each.
struct NameCandidates {
    struct Candidate {
        /// Where it stands first in the title; its form counts before the text's.
        var title: NamePhrase?
        /// Where the text has it, in order; the edition and the form come from there when the title has none.
        var mentions: [NamePhrase] = []
        /// What the title says for it.
        var titleScore = 0
        /// Whether the title says that it is an event: “Retour sur X”, “X 2019”, “X, jour 2”.
        var isEventInTitle = false
        /// Whether it is all that the title says.
        var isWholeTitle = false
        /// Whether the title and the text both have it with small words within.
        var hasSmallWords = false
        /// The best of what each kind of context says.
        var contexts = NameContexts()
        var hasEventWord = false
        /// “Meetup #3 : …” says what the event is, and not which.
        var isKindAlone = false
        var isLinkedToOwnSite = false
        var isTag = false
        var partKeys: Set<UInt64> = []
        var order: Int

        /// The best context counts in full, the others by half.
        var textScore: Int {
            let best = contexts.best
            return min(best + (contexts.sum - best) / 2, 9)
        }
    }

    private(set) var candidates: [UInt64: Candidate] = [:]
    let titleWords: EventWords?
    let words: EventWords
    let towns: SpellingTable
    let technologies: SpellingTable
    /// What title and text both have, small words within it.
    let repeated: RepeatedNames?

    init(_ text: ReportText, _ words: EventWords, title: EventWords?, vocabulary: EventVocabulary) {
        self.words = words
        towns = vocabulary.towns
        technologies = vocabulary.technologies
        titleWords = title
        let towns = vocabulary.towns
        repeated = title.map { RepeatedNames($0, in: words, towns: towns) }
        if let title { readTitle(title, text.metadata.tags) }
        readText(text)
        readTags(text.metadata.tags)
    }

    /// - Parameter words: those of which the phrase is some.
    mutating func update(_ phrase: NamePhrase, of words: EventWords, _ change: (inout Candidate) -> Void) {
        let order = candidates.count
        change(&candidates[phrase.key, default: Candidate(partKeys: Set(words.partKeys(of: phrase)), order: order)])
    }

    private func knows(_ phrase: NamePhrase) -> Bool { candidates.index(forKey: phrase.key) != nil }

    // MARK: Text

    private mutating func readText(_ text: ReportText) {
        var rank = 0
        for passage in text.passages {
            switch passage.block.kind {
            case .code, .rule, .embed: continue
            case .heading, .paragraph, .item, .quote, .cell, .image, .caption: break
            }
            let range = words.words(in: passage.range)
            guard !range.isEmpty else { continue }
            // Later passages count names and tell little more of them.
            readPassage(range, rank: rank, in: text)
            if range.count > 12 { rank += 1 }
        }
    }

    private mutating func readPassage(_ range: Range<Int>, rank: Int, in text: ReportText) {
        var index = range.lowerBound
        while index < range.upperBound {
            let kind = words.words[index].kind
            if kind == .punctuation, rank < 3, let quoted = quotedName(at: index, in: range) {
                index = quoted.end
                update(quoted, of: words) {
                    $0.mentions.append(quoted)
                    $0.contexts.named = 4
                }
                continue
            }
            guard kind != .punctuation, words.mayOpenName(index) || kind == .number,
                let phrase = phrase(at: index, upTo: range.upperBound, in: text)
            else {
                index += 1
                continue
            }
            index = max(phrase.end, index + 1)
            // Far from the start only names already met are worth a place.
            let known = candidates.index(forKey: phrase.key)
            if rank > 12, known == nil, !words.has(phrase.words.upperBound - 1, .country) { continue }
            if words.isTown(phrase, towns) || isVenue(phrase) { continue }
            var found = contexts(of: phrase, in: range, rank: rank)
            if found.isEmpty, isOpening(phrase, in: range), known == nil { continue }
            if phrase.edition != nil { found.year = rank < 4 ? 2 : 1 }
            let isLinked =
                known.map { candidates.values[$0].isLinkedToOwnSite } == true || isLinkedToOwnSite(phrase, in: text)
            let hasEventWord = words.hasEventWord(phrase)
            update(phrase, of: words) {
                $0.mentions.append(phrase)
                $0.contexts.merge(found)
                $0.isLinkedToOwnSite = $0.isLinkedToOwnSite || isLinked
                $0.hasEventWord = $0.hasEventWord || hasEventWord
            }
        }
    }

    /// The name that begins here, as long as the title has it.
    private func phrase(at index: Int, upTo limit: Int, in text: ReportText) -> NamePhrase? {
        if let place = repeated?.place(at: index), place.upperBound <= limit {
            // “Camp botanique” in the title, “au Camp botanique des Trois Rives” in the text
            if words.isCapitalHead(index), let long = words.namePhrase(at: index, upTo: limit, towns: towns),
                long.words.upperBound > place.upperBound, words.has(place.upperBound, .of)
            {
                return long
            }
            // “SèveConf” in the title, “SèveConf France” in the text
            if words.has(place.upperBound, .country), words.startsWithCapital(place.upperBound),
                place.upperBound < limit, words.isJoined(place.upperBound)
            {
                return words.name(place.lowerBound..<place.upperBound + 1, upTo: limit)
            }
            return words.name(place, upTo: limit)
        }
        guard words.mayOpenName(index) else { return nil }
        if let linked = linkedName(at: index, upTo: limit, in: text) { return linked }
        if let emphasized = emphasizedName(at: index, upTo: limit, in: text) { return emphasized }
        if words.has(index - 1, [.article, .preposition]), let head = words.headBeforeEdition(index, upTo: limit) {
            return head
        }
        guard let phrase = words.namePhrase(at: index, upTo: limit, towns: towns), !isPartOfEmphasized(phrase, in: text)
        else { return nil }
        let next = phrase.words.upperBound
        guard next < limit, words.has(next, [.frenchLink, .titleLink]) else { return phrase }
        if let whole = words.withTown(phrase, upTo: limit, towns: towns, technologies: technologies) { return whole }
        if let long = words.namePhrase(at: index, upTo: limit, towns: towns, links: .any, allowsTown: true),
            knows(long)
        {
            return long
        }
        return nounWithComplement(phrase, upTo: limit) ?? phrase
    }

    /// “je suis allée à Toiles du Sud”: behind a noun in full small words go on, where what stands around tells an event.
    private func nounWithComplement(_ phrase: NamePhrase, upTo limit: Int) -> NamePhrase? {
        let first = phrase.words.lowerBound
        let next = phrase.words.upperBound
        guard phrase.words.count == 1, !words.hasInnerCapital(first), !words.hasEventEnding(first),
            !words.has(next, .pair), !words.has(next, .inside),
            let long = words.namePhrase(at: first, upTo: limit, towns: towns, links: .any),
            contexts(of: long, in: first..<limit, rank: 0).best >= 3 || isAttended(first)
        else { return nil }
        return long
    }

    /// “allée à”, “participé aux”
    private func isAttended(_ first: Int) -> Bool {
        words.has(first - 1, .to) && (words.has(first - 2, .attend) || words.has(first - 3, .attend))
            || words.has(first - 2, .to) && words.has(first - 1, .definite) && words.has(first - 3, .attend)
    }

    /// “[Toiles du Sud](https://toilesdusud.example)”: a link to the event's own site has the whole name for its text, as
    /// has one that a noun of events opens: “la [Journée bois durable](https://example.org)”.
    private func linkedName(at index: Int, upTo limit: Int, in text: ReportText) -> NamePhrase? {
        let start = words.words[index].range.start
        for mark in text.marks(in: TextRange(start, start + 1)) where mark.isLink && mark.range.count < 60 {
            guard case .link(let target) = mark.kind else { continue }
            var end = words.firstWord(from: mark.range.end)
            if end > index, words.year(end - 1) != nil { end -= 1 }
            guard end > index + 1, end <= min(limit, index + 9),
                (index..<end).contains(where: { !words.isNameWord($0) }),
                Self.host(of: target, holds: words.folded[start..<words.words[end - 1].range.end])
                    || words.isHead(index) && mark.range.start == start
                        && words.has(index - 1, [.article, .preposition])
                        && !(index..<end).contains(where: { words.isSeparator($0) })
            else { continue }
            return words.name(index..<end, upTo: limit)
        }
        return nil
    }

    /// “à l'Université des Alpes”
    private func isVenue(_ phrase: NamePhrase) -> Bool {
        let first = phrase.words.lowerBound
        return words.has(first, .venue) && words.isPlacePreposition(first - 1) && phrase.edition == nil
            && !knows(phrase)
    }

    /// A single plain word that begins a sentence may owe its capital to that.
    private func isOpening(_ phrase: NamePhrase, in range: Range<Int>) -> Bool {
        let first = phrase.words.lowerBound
        guard phrase.words.count == 1, !words.hasInnerCapital(first) else { return false }
        guard first > range.lowerBound else { return true }
        return words.isFullStop(first - 1) || words.isMark(first - 1, ":") || words.kind(first - 1) == .listMark
    }

    /// Whether the phrase is a link whose host is the name: `https://www.dotscale.eu` under “dotScale”.
    private func isLinkedToOwnSite(_ phrase: NamePhrase, in text: ReportText) -> Bool {
        // The link may begin before the name, as in “[la conférence X]”.
        let sought = TextRange(max(0, phrase.range.start - 30), phrase.range.start + 1)
        for mark in text.marks(in: sought) where mark.range.end >= phrase.range.end && mark.range.count < 80 {
            guard case .link(let target) = mark.kind else { continue }
            if Self.host(of: target, holds: words.folded[phrase.range.start..<phrase.range.end]) { return true }
        }
        return false
    }

    static func host(of target: String, holds name: ArraySlice<UInt8>) -> Bool {
        let letters = name.filter { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
        guard letters.count >= 3 else { return false }
        let bytes = Array(target.utf8)
        guard let scheme = bytes.indices.first(where: { bytes[$0...].starts(with: "://".utf8) }) else { return false }
        let host = bytes[(scheme + 3)...].prefix { $0 != 0x2F && $0 != 0x3F }
        let plain = host.filter { $0 != 0x2D && $0 != 0x2E }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        guard plain.count >= letters.count else { return false }
        return (0...plain.count - letters.count).contains { plain[$0...].starts(with: letters) }
    }

    // MARK: Tags

    private mutating func readTags(_ tags: [Metadata.Value]) {
        for tag in tags {
            var hash = ByteHash()
            for byte in lowercased(Array(tag.text.utf8)) where byte >= 0x80 || isLetterOrDigit(byte) { hash.add(byte) }
            candidates[hash.mixed]?.isTag = true
        }
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39
    }
}
