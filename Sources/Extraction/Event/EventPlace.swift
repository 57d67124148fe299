import TextModel

/// Where the event took place: a venue with its own name, else a town, as the text writes it.
struct EventPlace {
    private(set) var place: String?
    private(set) var range: TextRange?

    /// How well a phrase names a place.
    private enum Form: Int {
        case town = 1
        /// “sur le site de X” and the like behind a town.
        case townAndVenue = 3
        /// With a word that opens names of venues.
        case venue = 4
        /// Only capitals, right behind “se déroulait à”.
        case bare = 0
    }

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
        var mentions = [Bool](repeating: false, count: words.count + 1)
        for mention in name?.mentions ?? [] {
            for index in mention.words { mentions[index] = true }
        }
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
        for index in 2..<max(title.count, 2)
        where title.isPlacePreposition(index - 1) || title.has(index - 1, .of) || title.isSeparator(index - 1) {
            guard let end = title.town(at: index, upTo: title.count, in: towns) else { continue }
            if title.isSeparator(index - 1), end < title.count, !title.isSeparator(end) { continue }
            // “à Paris Web”: the town opens a name.
            if title.isNameWord(end) { continue }
            return title.range(index..<end)
        }
        return nil
    }

    private mutating func read(_ sentence: Range<Int>, rank: Int, mentions: [Bool]) {
        guard sentence.count < 200 else { return }
        let isNamed = sentence.contains { mentions[$0] }
        let isHeld = sentence.contains { words.isHolding($0) }
        let isAttended = sentence.contains { words.has($0, [.attend, .kind]) }
        let context =
            (rank < 3 ? 2 : rank < 6 ? 1 : 0) + (isNamed ? 2 : 0) + (isHeld ? 3 : 0) + (isAttended ? 1 : 0)
        guard context >= 4 else { return }
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard let (found, form) = candidate(at: index, in: sentence, mentions) else {
                index += 1
                continue
            }
            index = max(found.upperBound, index + 1)
            let score = context + form.rawValue
            if score > best, !isElsewhere(found.lowerBound, in: sentence) {
                best = score
                range = words.range(found)
                place = nil
            }
        }
    }

    /// “qui aura lieu à Genève”: another event, or the next one.
    private func isElsewhere(_ index: Int, in sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 16)..<index).contains { words.has($0, .future) }
    }

    /// A place behind a preposition.
    private func candidate(
        at index: Int, in sentence: Range<Int>, _ mentions: [Bool]
    ) -> (Range<Int>, Form)? {
        let limit = sentence.upperBound
        guard words.has(index, [.to, .inside, .region]) else { return nil }
        var start = index + 1
        // The article of “La Rochelle” is part of the town.
        if words.has(index, [.at, .region]), let end = words.town(at: start, upTo: limit, in: towns) {
            guard !mentions[start], !mentions[end] || words.kind(end) == .punctuation else {
                return nil
            }
            if let venueEnd = endOfSite(from: end, limit, mentions) { return (start..<venueEnd, .townAndVenue) }
            if !words.isNameWord(end) { return (start..<end, .town) }
            // “à Lille Grand Palais”
            guard isHeld(before: index, in: sentence) else { return nil }
            return venueName(from: start, limit, mentions).map { ($0, .bare) }
        }
        guard !words.has(index, .region) else { return nil }
        if words.has(start, .definite) { start += 1 }
        start = behindRoom(start)
        guard start < limit, !mentions[start] else { return nil }
        let isVenue = words.has(start, .venue)
        guard isVenue || words.isNameWord(start), let found = venueName(from: start, limit, mentions) else {
            return nil
        }
        if isVenue { return (found, .venue) }
        let isRoom = start > index + 2
        return words.has(index, .to) && isHeld(before: index, in: sentence) || isRoom ? (found, .bare) : nil
    }

    /// “se tenait au”, “organisé par l'X à”, “avait lieu le 12 mai dernier à”.
    private func isHeld(before index: Int, in sentence: Range<Int>) -> Bool {
        var index = index - 1
        while index >= sentence.lowerBound, isOfDate(index) { index -= 1 }
        return (max(sentence.lowerBound, index - 4)..<index + 1).contains { words.isHolding($0) }
    }

    private func isOfDate(_ index: Int) -> Bool {
        let facts = words.facts(index)
        let isNumber = [.number, .date, .ordinal].contains(words.kind(index))
        return isNumber || facts.month > 0 || facts.weekday > 0
            || words.has(index, [.yesterday, .beforeYesterday, .today, .last, .also, .through, .definite])
    }

    /// “dans les locaux de l'X”: the position of X.
    private func behindRoom(_ start: Int) -> Int {
        guard words.has(start, .room), words.has(start + 1, .of) else { return start }
        let next = words.has(start + 2, .definite) ? start + 3 : start + 2
        return words.isNameWord(next) ? next : start
    }

    /// “sur le site de X”, “dans les locaux de X”, “au X” right behind a town: the position after it.
    private func endOfSite(from index: Int, _ limit: Int, _ mentions: [Bool]) -> Int? {
        guard words.has(index, [.inside, .to]), index + 1 < limit else { return nil }
        var start = index + 1
        let last = words.has(index, .inside) ? index + 5 : index + 2
        while start < limit, start < last, !words.startsWithCapital(start) { start += 1 }
        guard start < limit, words.isNameWord(start), !mentions[start] else { return nil }
        return venueName(from: start, limit, mentions)?.upperBound
    }

    /// “INSA Lyon”, “Théâtre des Variétés”, “centre de congrès de Lyon”: to the last word with a capital.
    private func venueName(from start: Int, _ limit: Int, _ mentions: [Bool]) -> Range<Int>? {
        var end = start
        var lastCapital: Int?
        while end < limit, end < start + 10 {
            if mentions[end] { return nil }
            let isCapital = words.startsWithCapital(end) || words.hasInnerCapital(end)
            let isNumber = words.number(end) != nil && words.year(end) == nil
            if isCapital || isNumber && (lastCapital == end - 1 || words.has(end - 1, .venue)) {
                if words.facts(end).weekday > 0 || words.facts(end).month > 0 { break }
                lastCapital = end
            } else if words.has(end, .frenchLink) {
                // “la Grande Crypte de Paris et …”: links only count between words of the name.
            } else if !words.has(end, [.venue, .part, .kind]) || words.kind(end) == .punctuation {
                break
            }
            end += 1
        }
        return lastCapital.map { start..<$0 + 1 }
    }
}
