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
    struct Candidate {
        var expression: DateExpression
        var resolution: DateResolution
        var score: Int
        var isDayHeading = false
        var opensPassage = false
        var isOpening = false
        /// Whether less is asked of it where no other day is told: a day other than that of publication, and a weekday only
        /// in the first paragraph.
        var mayStandAlone = false
    }

    let text: ReportText
    let words: EventWords
    let published: CalendarDate?
    let year: Int?
    let towns: SpellingTable
    /// The first words of the name's mentions, in order.
    let mentions: [Int]
    var lastSigns: Signs?

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

    // MARK: Publication

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

    /// A live report may come on the day; most come within a year and a half.
    func isPast(_ resolution: DateResolution) -> Bool {
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

    // MARK: Choice

    private mutating func choose(_ inTitle: DateResolution?, _ candidates: [Candidate]) {
        let whole = Self.withDaysInARow(candidates.filter { $0.resolution.start != nil })
        let best = Self.likeliest(5, among: whole) ?? Self.likeliest(4, among: whole.filter(\.mayStandAlone))
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

    /// The candidate that most speaks for, the first of equals; `nil` where nothing reaches the least score.
    private static func likeliest(_ least: Int, among candidates: [Candidate]) -> Candidate? {
        candidates.filter { $0.score >= least }.max {
            ($0.score, -$0.expression.range.start) < ($1.score, -$1.expression.range.start)
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
        var latest: CalendarDate?
        for candidate in candidates where candidate.isDayHeading {
            if case .weekdays = candidate.expression.value {
                // “Ce que je change lundi” is no heading of a day.
                guard candidate.opensPassage else { continue }
                // “Samedi” under “Vendredi” is not the Saturday before it.
                if let latest, let first = candidate.resolution.start, first < latest { continue }
            }
            latest = candidate.resolution.start ?? latest
            guard let first = candidate.resolution.start, let last = candidate.resolution.end, let known = start,
                abs(first.dayNumber - known.dayNumber) <= 6
            else { continue }
            start = min(known, first)
            end = max(end ?? known, last)
            evidence.append(candidate.expression.range)
        }
    }

    private mutating func choosePeriod(_ candidates: [Candidate]) {
        guard let best = Self.likeliest(5, among: candidates.filter { $0.resolution.period != nil }) else { return }
        period = best.resolution.period
        source = best.resolution.isRelative ? .relative : .text
        evidence.append(best.expression.range)
    }
}
