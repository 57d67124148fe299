import TextModel

/// Where the event took place: a venue with its own name, else a town, as the text writes it.
struct EventPlace {
    private(set) var place: String?
    private(set) var range: TextRange?

    private let words: EventWords
    private let towns: WordTable<Bool>
    private var best = 0

    init(_ text: ReportText, _ words: EventWords, title: EventWords?, name: EventName?, vocabulary: EventVocabulary) {
        self.words = words
        towns = vocabulary.towns
        if let title, let found = Self.townInTitle(title, towns) {
            place = String(decoding: title.utf8[found.start..<found.end], as: UTF8.self)
            best = 8
        }
        let mentions = Set(name?.mentions.flatMap { Array($0.words) } ?? [])
        var rank = 0
        for passage in text.passages {
            if rank > 8 { break }
            switch passage.block.kind {
            case .code, .rule, .embed, .image: continue
            case .heading, .paragraph, .item, .quote, .cell, .caption: break
            }
            for index in passage.sentences {
                read(words.words(in: text.sentences[index].range), rank: rank, mentions: mentions)
            }
            if passage.range.count > 60 { rank += 1 }
        }
    }

    /// “X 2019 à Lyon”, “le X de Lille”.
    private static func townInTitle(_ title: EventWords, _ towns: WordTable<Bool>) -> TextRange? {
        for index in 1..<max(title.count, 1)
        where title.isPlacePreposition(index - 1) || title.isWord(index - 1, "de") || title.isWord(index - 1, "d'") {
            if let end = title.town(at: index, upTo: title.count, in: towns), index > 1 {
                // “à Paris Web”: the town opens a name.
                if title.isNameWord(end) { continue }
                return title.range(index..<end)
            }
        }
        return nil
    }

    private mutating func read(_ sentence: Range<Int>, rank: Int, mentions: Set<Int>) {
        guard sentence.count < 200 else { return }
        var context = rank < 3 ? 2 : rank < 6 ? 1 : 0
        var isNamed = false
        var isHeld = false
        for index in sentence {
            if mentions.contains(index) { isNamed = true }
            if words.has(index, .hold) { isHeld = true }
        }
        let isAttended = sentence.contains { words.has($0, [.attend, .kind]) }
        context += (isNamed ? 2 : 0) + (isHeld ? 3 : 0) + (isAttended ? 1 : 0)
        guard context >= 4 else { return }
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard let (found, bonus, end) = candidate(at: index, in: sentence, mentions) else {
                index += 1
                continue
            }
            if context + bonus > best {
                best = context + bonus
                range = words.range(found)
                place = nil
            }
            index = end
        }
    }

    /// A place behind a preposition, its bonus, and the position after it.
    private func candidate(
        at index: Int, in sentence: Range<Int>, _ mentions: Set<Int>
    ) -> (Range<Int>, bonus: Int, end: Int)? {
        let limit = sentence.upperBound
        guard
            words.isPlacePreposition(index) || words.isWord(index, "dans") || words.isWord(index, "en")
                || words.isWord(index, "sur")
        else { return nil }
        var start = index + 1
        let isTo = words.isWord(index, "à")
        if isTo || words.isWord(index, "dans") || words.isWord(index, "sur"),
            words.isWord(start, "l'") || words.isWord(start, "la") || words.isWord(start, "le")
                || words.isWord(start, "les")
        {
            start += 1
        }
        guard start < limit, !mentions.contains(start) else { return nil }
        if start == index + 1 || words.isWord(index, "en"), let end = words.town(at: start, upTo: limit, in: towns) {
            guard isTo || words.isWord(index, "en"), !mentions.contains(end) || words.kind(end) == .punctuation else {
                return nil
            }
            // “à Lille sur le site d'X”
            if let (venue, _, after) = venue(at: end, in: limit) { return (start..<venue.upperBound, 2, after) }
            return (start..<end, isTo ? 1 : 0, end)
        }
        guard words.has(start, .venue) || words.isNameWord(start) else { return nil }
        return venueName(from: start, limit, mentions).map { ($0, words.has(start, .venue) ? 2 : 0, $0.upperBound) }
    }

    /// “sur le site de X”, “dans les locaux de X” right behind a town.
    private func venue(at index: Int, in limit: Int) -> (Range<Int>, bonus: Int, end: Int)? {
        guard words.isWord(index, "sur") || words.isWord(index, "dans"), index + 3 < limit else { return nil }
        var end = index + 1
        while end < limit, end < index + 5, !words.startsWithCapital(end) { end += 1 }
        guard end < limit, words.isNameWord(end) else { return nil }
        while end < limit, words.isNameWord(end) { end += 1 }
        return (index..<end, 0, end)
    }

    /// “INSA Lyon”, “Théâtre des Variétés”, “centre de congrès de Lyon”: to the last word with a capital.
    private func venueName(from start: Int, _ limit: Int, _ mentions: Set<Int>) -> Range<Int>? {
        var end = start
        var lastCapital: Int?
        while end < limit, end < start + 10 {
            let isCapital = words.startsWithCapital(end) || words.hasInnerCapital(end)
            if mentions.contains(end) { return nil }
            if isCapital {
                lastCapital = end
            } else if words.number(end) != nil, lastCapital == end - 1 || words.has(end - 1, .venue) {
                lastCapital = end
            } else if !(words.isArticle(end) || words.has(end, [.venue, .part, .kind])) {
                break
            }
            if words.kind(end) == .punctuation { break }
            end += 1
        }
        guard let lastCapital, words.has(start, .venue) || lastCapital >= start else { return nil }
        return start..<lastCapital + 1
    }
}

extension EventWords {
    fileprivate func isArticle(_ index: Int) -> Bool {
        for word in ["de", "du", "des", "d'", "la", "le", "les", "l'"] as [StaticString] where isWord(index, word) {
            return true
        }
        return false
    }
}
