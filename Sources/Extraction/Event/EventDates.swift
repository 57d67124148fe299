import TextModel

/// The days of the event, chosen among the dates of title and text.
struct EventDates {
    var start: CalendarDate?
    var end: CalendarDate?
    var period: String?
    var source: EventDateSource?
    var evidence: [TextRange] = []
    var warnings: [FindingWarning] = []
    var rejections: [Rejection] = []
    /// Whether the days stand only in what the document says of itself in short.
    var isOfSummary = false

    /// A date with what speaks for its being the event's.
    private struct Candidate {
        var expression: DateExpression
        var resolution: DateResolution
        var score: Int
        var isDayHeading = false
        var opensPassage = false
        var isOpening = false
    }

    private let text: ReportText
    private let words: EventWords
    private let published: CalendarDate?
    private let year: Int?
    private let towns: SpellingTable
    /// The first words of the name's mentions, in order.
    private let mentions: [Int]
    private var lastSigns: Signs?

    init(
        _ text: ReportText, _ words: EventWords, title: EventWords?, summaries: EventSummaries, name: EventName?,
        grammar: DateGrammar
    ) {
        self.text = text
        self.words = words
        towns = grammar.vocabulary.towns
        published = text.metadata.published?.date ?? Self.bylineDate(in: text, words, grammar)
        year = name?.year
        mentions = name?.mentions.map(\.words.lowerBound) ?? []
        let inTitle = title.flatMap { titleCandidate($0, grammar) }
        let candidates = textCandidates(grammar)
        choose(inTitle, candidates)
        if start == nil,
            let found = summaries.days(grammar, published: published, year: year, where: { isPast($0) })
        {
            start = found.start
            end = found.end
            period = nil
            source = .frontMatter
            evidence = []
            isOfSummary = true
            widen(with: candidates)
        }
        if start == nil, let month = title.flatMap(monthInTitle) {
            period = month
            source = .title
            evidence = []
        }
        if start == nil, period == nil, let year {
            period = String(year)
            source = name?.editionRange == nil ? .title : .text
        }
    }

    // MARK: Title

    private func titleCandidate(_ title: EventWords, _ grammar: DateGrammar) -> DateResolution? {
        for expression in grammar.expressions(in: title) {
            guard case .days = expression.value,
                let resolution = DateResolution(expression, published: published, year: year), isPast(resolution)
            else { continue }
            return resolution
        }
        return nil
    }

    /// “X Octobre”, “X de mai”: in a title a month needs no preposition.
    private func monthInTitle(_ title: EventWords) -> String? {
        for index in 0..<title.count where title.facts(index).month > 0 && !title.facts(index).isShortMonth {
            let value = DateExpression.Value.month(Int(title.facts(index).month), year: title.year(index + 1))
            let expression = DateExpression(value, at: title.words[index].range)
            // “Un mars et ça repart” begins no date, nor does what a number or article opens.
            if title.has(index - 1, .article) { continue }
            if let found = DateResolution(expression, published: published, year: year), isPast(found) {
                return found.period
            }
        }
        return nil
    }

    // MARK: Text

    /// Whether a date is where the text says when it was published.
    private func isOfPublication(_ range: TextRange) -> Bool {
        guard let line = text.metadata.published?.range else { return false }
        let place = text.sourceRange(of: range)
        return line.start < place.end && place.start < line.end
    }

    private mutating func textCandidates(_ grammar: DateGrammar) -> [Candidate] {
        var candidates: [Candidate] = []
        var passage = 0
        var rank = 0
        for expression in grammar.expressions(in: words) where !isOfPublication(expression.range) {
            while passage + 1 < text.passages.count,
                text.passages[passage + 1].range.start <= expression.range.start
            {
                if text.passages[passage].range.count > 60 { rank += 1 }
                passage += 1
            }
            guard passage < text.passages.count, text.passages[passage].range.contains(expression.range) else {
                continue
            }
            guard let resolution = DateResolution(expression, published: published, year: year) else { continue }
            guard let candidate = judged(expression, resolution, in: text.passages[passage], rank: rank) else {
                rejections.append(Rejection(.date, expression.range, rule: "date_of_something_else"))
                continue
            }
            candidates.append(candidate)
        }
        return candidates
    }

    private mutating func judged(
        _ expression: DateExpression, _ resolution: DateResolution, in passage: Passage, rank: Int
    ) -> Candidate? {
        guard passage.block.quoteDepth == 0 || rank == 0, isPast(resolution) else { return nil }
        var candidate = Candidate(expression: expression, resolution: resolution, score: 0)
        switch passage.block.kind {
        case .code, .embed, .rule: return nil
        case .heading: candidate.isDayHeading = isMostOf(passage, expression)
        case .paragraph: candidate.isDayHeading = passage.block.candidate != nil && isMostOf(passage, expression)
        case .item, .quote, .cell, .image, .caption: break
        }
        let own = words.words(in: expression.range)
        candidate.opensPassage = opensSentence(own.lowerBound, words.words(in: passage.range))
        let sentence = signs(of: sentenceRange(of: expression, in: passage))
        guard !isOtherDate(own, in: sentence.words) else { return nil }
        var score = candidate.isDayHeading ? 2 : 0
        if sentence.isNamed {
            score += 3
        } else if isMentioned(in: words.words(in: passage.range)) {
            score += 1
        }
        candidate.isOpening = sentence.isOpening
        // “c'était samedi”
        let told = words.has(own.lowerBound - 1, .definite) ? own.lowerBound - 2 : own.lowerBound - 1
        if rank < 3, words.has(told, .copula), words.has(told - 1, .copula) { score += 3 }
        // “j'y étais samedi”
        if rank < 3, words.has(told, .attend), words.has(told - 1, .there) { score += 1 }
        // “Deux jours au soleil, les 29 et 30 juin.” as the first words.
        if rank == 0, sentence.words.lowerBound <= words.firstWord(from: passage.range.start) {
            score += sentence.isOfDays ? 2 : 1
        }
        if sentence.isOfPlace, rank < 3 { score += 1 }
        if rank < 2, opensSentence(own.lowerBound, sentence.words) { score += 1 }
        score += (sentence.isHeld ? 3 : 0) + (sentence.isAttended ? 2 : 0) + (sentence.isOfKind ? 1 : 0)
        // “Halle aux Grains, Sète, hier.” is no sentence either.
        let isLine =
            sentence.words.count <= own.count + 4 || sentence.isOfPiece && sentence.words.count <= own.count + 8
        let isAtEdge = own.lowerBound == sentence.words.lowerBound || sentence.isOfPiece
        if rank == 0, isAtEdge, isLine {
            // “Mardi 12 octobre, Paris.” opens a report; the day of publication may stand there too.
            if resolution.start == published { return nil }
            score += 3
        }
        score += rank < 3 ? 2 : rank < 8 ? 1 : rank > 20 ? -1 : 0
        switch expression.value {
        case .days(let first, _): score += first.weekday == nil ? 1 : 2
        case .month, .year, .week, .monthOfPublication: score -= 1
        case .offsets, .weekend, .lastDays: break
        case .weekdays: score -= expression.direction == .last ? 0 : rank == 0 ? 1 : 3
        }
        candidate.score = score
        return candidate
    }

    /// What the words of a sentence say of any date in it.
    private struct Signs {
        var range: TextRange
        var words: Range<Int>
        var isNamed = false
        var isHeld = false
        var isAttended = false
        var isOfKind = false
        var isOfDays = false
        var isOpening = false
        var isOfPlace = false
        /// A venue or town between commas: “Halle aux Grains, Sète, hier.”
        var isOfPiece = false
    }

    /// Kept from date to date, since a sentence may be as long as a text and hold as many dates.
    private mutating func signs(of range: TextRange) -> Signs {
        if let last = lastSigns, last.range == range { return last }
        var signs = Signs(range: range, words: words.words(in: range))
        signs.isNamed = isMentioned(in: signs.words)
        for index in signs.words {
            let roles = words.facts(index).roles
            signs.isHeld = signs.isHeld || words.isHolding(index)
            signs.isAttended = signs.isAttended || roles.contains(.attend) || words.isArrival(index)
            signs.isOfKind = signs.isOfKind || !roles.isDisjoint(with: [.kind, .evening])
            signs.isOfDays = signs.isOfDays || roles.contains(.day)
            signs.isOfPlace = signs.isOfPlace || isPlace(index, upTo: signs.words.upperBound)
            signs.isOfPiece = signs.isOfPiece || isPiece(index, in: signs.words)
            signs.isOpening = signs.isOpening || roles.contains(.open) && isAfterHave(index)
        }
        lastSigns = signs
        return signs
    }

    /// “à Sète”, “au théâtre”
    private func isPlace(_ index: Int, upTo limit: Int) -> Bool {
        guard words.has(index, [.to, .inside]) else { return false }
        let next = words.has(index + 1, .definite) ? index + 2 : index + 1
        guard next < limit else { return false }
        return words.has(next, .venue) || words.town(at: next, upTo: limit, in: towns) != nil
    }

    /// A town between two commas.
    private func isPiece(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard words.isMark(index, ","), index + 1 < sentence.upperBound,
            let end = words.town(at: index + 1, upTo: sentence.upperBound, in: towns)
        else { return false }
        return words.isMark(end, ",")
    }

    /// Whether only an article stands before a date in its sentence.
    private func opensSentence(_ index: Int, _ sentence: Range<Int>) -> Bool {
        index == sentence.lowerBound || index == sentence.lowerBound + 1 && words.has(sentence.lowerBound, .definite)
    }

    /// The day of publication where only a line of the text has it: “3 mai 2018, Ondine”.
    private static func bylineDate(in text: ReportText, _ words: EventWords, _ grammar: DateGrammar) -> CalendarDate? {
        let expressions = grammar.expressions(in: words)
        for passage in text.passages.prefix(4) where passage.range.count < 60 {
            guard let expression = expressions.first(where: { passage.range.contains($0.range) }),
                case .days(let first, let last) = expression.value, first.day == last.day, first.month == last.month,
                let year = last.year
            else { continue }
            let line = words.words(in: passage.range)
            let own = words.words(in: expression.range)
            let isFirst = own.lowerBound == line.lowerBound
            let isLast = own.upperBound == line.upperBound
            let isOfOther = line.contains {
                words.isHolding($0) || words.town(at: $0, upTo: line.upperBound, in: grammar.vocabulary.towns) != nil
            }
            guard line.count <= own.count + 5, isFirst || isLast, !isOfOther else { continue }
            return CalendarDate(year: year, month: first.month, day: first.day)
        }
        return nil
    }

    /// “a ouvert”, not “ouvert à tous”.
    private func isAfterHave(_ index: Int) -> Bool {
        words.has(index - 1, .function) || words.has(index - 2, .function)
    }

    /// A live report may come on the day; most come within a year and a half.
    private func isPast(_ resolution: DateResolution) -> Bool {
        guard let published else { return true }
        guard let start = resolution.start else {
            // `2022-09` is after `2022-05`, and `2023` after both.
            guard let period = resolution.period else { return false }
            let month = String(published.description.prefix(period.utf8.count))
            return period <= month && period >= String(published.year - 2)
        }
        // A year that only the day of publication gave may be the wrong one: “en juillet” told of the next July.
        // “X 2019” did not take place in 2018.
        if let year, let end = resolution.end, start.year != year, end.year != year { return false }
        let longest = resolution.isRelative && year == nil ? 240 : 550
        return start <= published && published.dayNumber - start.dayNumber < longest
    }

    private func isMostOf(_ passage: Passage, _ expression: DateExpression) -> Bool {
        passage.range.count <= expression.range.count + 40
    }

    private func isMentioned(in range: Range<Int>) -> Bool {
        let low = mentions.firstPosition { $0 >= range.lowerBound }
        return low < mentions.count && mentions[low] < range.upperBound
    }

    /// “rendez-vous le 3 mai”, “sorti le 5 juin”: a word just before or after that tells of something else.
    private func isOtherDate(_ own: Range<Int>, in sentence: Range<Int>) -> Bool {
        for back in 1...6 where own.lowerBound - back >= sentence.lowerBound {
            let index = own.lowerBound - back
            if words.isFullStop(index) { break }
            if words.has(index, .otherDate), !isOfKind(index) { return true }
        }
        for index in own.upperBound..<own.upperBound + 2 where sentence.contains(index) {
            if words.has(index, .otherDate), !isOfKind(index) { return true }
        }
        return false
    }

    /// “le rendez-vous des jardiniers”
    private func isOfKind(_ index: Int) -> Bool { words.has(index, .future) && !words.isOfFuture(index) }

    private func sentenceRange(of expression: DateExpression, in passage: Passage) -> TextRange {
        var low = passage.sentences.lowerBound
        var high = passage.sentences.upperBound
        while low < high {
            let middle = (low + high) / 2
            if text.sentences[middle].range.end <= expression.range.start { low = middle + 1 } else { high = middle }
        }
        return low < passage.sentences.upperBound ? text.sentences[low].range : passage.range
    }

    // MARK: Choice

    private mutating func choose(_ inTitle: DateResolution?, _ candidates: [Candidate]) {
        let whole = Self.withDaysInARow(candidates.filter { $0.resolution.start != nil })
        let best = whole.filter { $0.score >= 5 }.max {
            ($0.score, -$0.expression.range.start) < ($1.score, -$1.expression.range.start)
        }
        if let inTitle, let first = inTitle.start {
            start = first
            end = inTitle.end
            source = .title
            widen(with: whole)
            // “Ce soir” may have been written before the day of publication.
            if let best, !overlaps(best.resolution), best.score >= 6, !isByPublication(best.expression) {
                warnings.append(
                    FindingWarning(
                        .dateConflict, "The title and the text give different days of the event.",
                        at: best.expression.range))
            }
            return
        }
        guard let best else {
            choosePeriod(candidates)
            return
        }
        start = best.resolution.start
        end = best.isOpening ? nil : best.resolution.end
        source = best.resolution.isRelative ? .relative : .text
        evidence.append(best.expression.range)
        if !best.isOpening { widen(with: whole) }
        if best.resolution.contradictsWeekday {
            warnings.append(
                FindingWarning(
                    .dateConflict, "The weekday is not that of the day in the text.", at: best.expression.range))
        }
        for other in whole
        where other.score >= max(7, best.score - 1) && !overlaps(other.resolution) && !isByPublication(other.expression)
        {
            warnings.append(
                FindingWarning(
                    .dateConflict, "The text gives another day of the event too.", at: other.expression.range))
            break
        }
    }

    /// Headings “Jeudi 2 mai”, “Vendredi 3 mai” are those of the event's days, however far down they stand.
    private static func withDaysInARow(_ candidates: [Candidate]) -> [Candidate] {
        var days: Set<Int> = []
        for candidate in candidates where candidate.isDayHeading {
            if case .days = candidate.expression.value, let start = candidate.resolution.start {
                days.insert(start.dayNumber)
            }
        }
        return candidates.map { candidate in
            guard candidate.isDayHeading, let day = candidate.resolution.start?.dayNumber,
                days.contains(day + 1) || days.contains(day - 1)
            else { return candidate }
            var candidate = candidate
            candidate.score += 3
            return candidate
        }
    }

    private func isByPublication(_ expression: DateExpression) -> Bool {
        if case .offsets = expression.value { return true }
        return false
    }

    private func overlaps(_ other: DateResolution) -> Bool {
        guard let start, let otherStart = other.start else { return true }
        return start <= (other.end ?? otherStart) && otherStart <= (end ?? start)
    }

    /// Days that stand as headings of a report on several, if they are neighbours of what is known.
    private mutating func widen(with candidates: [Candidate]) {
        for candidate in candidates where candidate.isDayHeading {
            // “Ce que je change lundi” is no heading of a day.
            if case .weekdays = candidate.expression.value, !candidate.opensPassage { continue }
            guard let first = candidate.resolution.start, let last = candidate.resolution.end, let known = start,
                abs(first.dayNumber - known.dayNumber) <= 6
            else { continue }
            start = min(known, first)
            end = max(end ?? known, last)
            evidence.append(candidate.expression.range)
        }
    }

    private mutating func choosePeriod(_ candidates: [Candidate]) {
        let partial = candidates.filter { $0.resolution.period != nil && $0.score >= 5 }
        guard
            let best = partial.max(by: {
                ($0.score, -$0.expression.range.start) < ($1.score, -$1.expression.range.start)
            })
        else { return }
        period = best.resolution.period
        source = best.resolution.isRelative ? .relative : .text
        evidence.append(best.expression.range)
    }
}
