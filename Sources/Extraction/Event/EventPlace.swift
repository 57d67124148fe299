import TextModel

/// Where the event took place: a venue with its own name, else a town, as the text writes it.
struct EventPlace {
    private(set) var place: String?
    private(set) var range: TextRange?

    /// How well a phrase names a place.
    enum Form: Int {
        case town = 1
        /// “sur le site de X” and the like behind a town.
        case townAndVenue = 3
        /// With a word that opens names of venues.
        case venue = 4
        /// Only capitals, right behind “se déroulait à”.
        case bare = 0
    }

    /// A phrase that may name the place.
    struct Found {
        var range: Range<Int>
        var form: Form
        /// What the words right around it say.
        var bonus = 0

        init(_ range: Range<Int>, _ form: Form, bonus: Int = 0) {
            self.range = range
            self.form = form
            self.bonus = bonus
        }
    }

    let words: EventWords
    let towns: SpellingTable
    private var best = 0
    /// That of the title, or the best so far; a venue that has it in its name is the event's.
    private var knownTown: [UInt8] = []

    init(_ text: ReportText, _ words: EventWords, title: EventWords?, name: EventName?, vocabulary: EventVocabulary) {
        self.words = words
        towns = vocabulary.towns
        if let title, let found = Self.townInTitle(title, towns) {
            place = String(decoding: title.utf8[found.start..<found.end], as: UTF8.self)
            best = 8
            knownTown = Array(title.folded[found.start..<found.end])
        }
        var mentions = [Bool](repeating: false, count: words.count + 1)
        for mention in name?.mentions ?? [] {
            for index in mention.words { mentions[index] = true }
        }
        var rank = 0
        for passage in text.passages {
            // Further down only a school or the like to which people went counts.
            if rank > 8, best > 0 || rank > 20 { break }
            switch passage.block.kind {
            case .code, .rule, .embed, .image: continue
            case .heading, .paragraph, .item, .quote, .cell, .caption: break
            }
            let lines = InfoLine.lines(of: words, words.words(in: passage.range), vocabulary.labels)
            if let line = lines.first(where: { $0.kind == .place }) {
                (range, place, best) = (words.range(line.value), nil, Self.sure)
                break
            }
            for index in passage.sentences {
                read(words.words(in: text.sentences[index].range), rank: rank, mentions: mentions)
            }
            if passage.range.count > 60 { rank += 1 }
        }
    }

    /// What a line gives as the place outright outdoes all that sentences tell.
    private static let sure = 100

    /// The roles of words that say that something took place, or that the author went there.
    private static let telling: WordRoles = [
        .hold, .future, .reflexiveHold, .attend, .kind, .arrival, .copula, .back, .going,
    ]

    /// So does a line of place and day but for one.
    private static let ofHead = 20

    /// The place that a line gives, such as a description in front matter.
    init(_ line: EventWords, name: EventName?, vocabulary: EventVocabulary) {
        words = line
        towns = vocabulary.towns
        var mentions = [Bool](repeating: false, count: line.count + 1)
        for mention in name?.plainMentions(in: line) ?? [] {
            for index in mention.words { mentions[index] = true }
        }
        read(0..<line.count, rank: 0, mentions: mentions)
        if let range { place = String(decoding: line.utf8[range.start..<range.end], as: UTF8.self) }
    }

    /// “X 2019 à Lyon”, “le X de Lille”.
    private static func townInTitle(_ title: EventWords, _ towns: SpellingTable) -> TextRange? {
        for index in 2..<max(title.count, 2)
        where title.isPlacePreposition(index - 1) || title.has(index - 1, .of) || title.isSeparator(index - 1) {
            guard let end = title.town(at: index, upTo: title.count, in: towns) else { continue }
            // “X – Sète 2024”
            let isBeforeYear = title.year(end) != nil && (end + 1 >= title.count || title.isSeparator(end + 1))
            if title.isSeparator(index - 1), end < title.count, !title.isSeparator(end), !isBeforeYear { continue }
            // “à Paris Web”: the town opens a name.
            if title.isNameWord(end) { continue }
            return title.range(index..<end)
        }
        return nil
    }

    private mutating func read(_ sentence: Range<Int>, rank: Int, mentions: [Bool]) {
        guard sentence.count < 200 else { return }
        var isNamed = false
        var isHeld = false
        var isAttended = false
        var isOfWay = false
        var isDated = false
        var isTold = false
        for index in sentence {
            isNamed = isNamed || mentions[index]
            guard words.isListed(index) else { continue }
            let facts = words.facts(index)
            let mayBeDay = facts.weekday > 0 || facts.month > 0
            // Most words of the lists say nothing here.
            guard mayBeDay || !facts.roles.isDisjoint(with: Self.telling) else { continue }
            isHeld = isHeld || words.isHolding(index)
            isAttended =
                isAttended || words.has(index, [.attend, .kind]) || words.isArrival(index) || isCount(index)
            isDated = isDated || facts.weekday > 0 || facts.month > 0 && words.number(index - 1) != nil
            isTold = isTold || words.has(index, .copula) && words.has(index - 1, .copula)
            isOfWay = isOfWay || words.has(index, [.back, .going])
        }
        let context =
            (rank < 3 ? 2 : rank < 6 ? 1 : 0) + (isNamed ? 2 : 0) + (isHeld ? 3 : 0) + (isAttended ? 1 : 0)
            + (rank < 2 && isDated && (isTold || opensWithDays(sentence)) ? 2 : 0)
        let opensWithDate = opensWithDate(sentence)
        if rank < 2, best < Self.ofHead, let found = placeOfHead(sentence, mentions) {
            best = Self.ofHead
            range = words.range(found)
            place = nil
            return
        }
        guard context >= (opensWithDate ? 2 : 3) || isOfWay || rank < 3 && (isTold || opensWithDays(sentence)) else {
            return
        }
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let found =
                candidate(at: index, in: sentence, mentions)
                ?? (rank < 3 && isNamed ? townOfKind(at: index, in: sentence, mentions) : nil)
                ?? (rank == 0 ? venueOfTown(at: index, in: sentence, mentions) : nil)
            guard let found else {
                index += 1
                continue
            }
            let end = endOfWholePlace(found.range, sentence.upperBound, mentions)
            let whole = words.range(found.range.lowerBound..<end)
            index = max(end, index + 1)
            guard context + found.bonus >= (opensWithDate ? 2 : found.form == .venue ? 3 : 4) else { continue }
            // “au théâtre du Phare, à Sète” says more than “à Sète” in the title.
            let score =
                context + found.bonus + found.form.rawValue + (hasKnownTown(whole) ? 4 : 0)
                + (end > found.range.upperBound ? 3 : 0)
            if score > best, !isElsewhere(found.range.lowerBound, in: sentence) {
                best = score
                range = whole
                place = nil
                if found.form == .town { knownTown = Array(words.folded[whole.start..<whole.end]) }
            }
        }
    }

    private func hasKnownTown(_ range: TextRange) -> Bool {
        guard let first = knownTown.first, range.count > knownTown.count else { return false }
        return (range.start...range.end - knownTown.count).contains {
            words.folded[$0] == first && words.folded[$0..<$0 + knownTown.count].elementsEqual(knownTown)
        }
    }

    /// “Deux jours à Sète”
    private func opensWithDays(_ sentence: Range<Int>) -> Bool {
        sentence.count > 3 && words.isCountedDay(sentence.lowerBound + 1)
    }

    /// “Samedi 3 mai, …”, “Les 3 et 4 mai, …”
    private func opensWithDate(_ sentence: Range<Int>) -> Bool {
        words.facts(sentence.lowerBound).weekday > 0
            || sentence.prefix(5).contains { words.facts($0).month > 0 && words.number($0 - 1) != nil }
    }

    /// “qui aura lieu à Genève”: another event, or the next one.
    private func isElsewhere(_ index: Int, in sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 16)..<index).contains { words.isOfFuture($0) }
    }
}
