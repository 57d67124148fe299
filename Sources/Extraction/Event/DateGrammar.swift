import Lexicons
import TextModel

/// Finds the dates that a text writes, in one pass over its words.
///
/// Only what is clearly a date counts: `mars`, `mai` and `sept` alone are none, “en mars”, “2 mai”, “mars 2019” are.
public struct DateGrammar: Sendable {
    let vocabulary: EventVocabulary

    /// - Throws: ``LexiconError`` for a faulty word list.
    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        vocabulary = try EventVocabulary(lexicons)
    }

    init(_ vocabulary: EventVocabulary) { self.vocabulary = vocabulary }

    /// The dates of a text, in order; none overlaps another.
    public func expressions(in text: ReportText) -> [DateExpression] {
        expressions(in: EventWords(text, vocabulary: vocabulary))
    }

    /// The dates of a line that is no part of a document's text, such as a title; ranges are those of its UTF-8.
    public func expressions(inLine line: String) -> [DateExpression] {
        expressions(in: EventWords(line: line, vocabulary: vocabulary))
    }

    func expressions(in words: EventWords) -> [DateExpression] {
        var found: [DateExpression] = []
        var index = 0
        while index < words.count {
            guard mayOpen(words.words[index]) else {
                index += 1
                continue
            }
            if let (expression, end) = expression(at: index, in: words) {
                found.append(expression)
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    /// Whether a date may begin with a word, seen at once.
    private func mayOpen(_ word: EventWords.Word) -> Bool {
        switch word.kind {
        case .number, .date, .ordinal, .listMark, .hyphenatedWord: true
        case .word, .abbreviation, .elidedWord, .code: vocabulary.openDates[Int(word.facts)]
        case .space, .newline, .punctuation, .ellipsis, .encliticPronoun, .time, .unit, .url, .email, .handle,
            .hashtag, .emoticon, .emoji:
            false
        }
    }

    /// A date that begins with this word, and the position after it.
    private func expression(at index: Int, in words: EventWords) -> (DateExpression, end: Int)? {
        let word = words.words[index]
        switch word.kind {
        case .number, .date, .ordinal, .listMark:
            return DayReading(words, index).date ?? written(at: index, in: words)
        case .hyphenatedWord where word.facts == 0:
            // “4-5-6 mai”
            return DayReading(words, index).date
        case .word, .hyphenatedWord, .abbreviation, .elidedWord, .code:
            guard vocabulary.openDates[Int(word.facts)] else { return nil }
        case .space, .newline, .punctuation, .ellipsis, .encliticPronoun, .time, .unit, .url, .email, .handle,
            .hashtag, .emoticon, .emoji:
            return nil
        }
        let facts = words.facts(index)
        if facts.weekday > 0 { return DayReading(words, index).date ?? weekdays(at: index, in: words) }
        if facts.ordinal == 1 || facts.cardinal > 0, words.facts(index + 1).month > 0 {
            return DayReading(words, index).date
        }
        if facts.month > 0 { return month(at: index, in: words) }
        return relative(at: index, in: words)
    }

    private func make(
        _ value: DateExpression.Value, looking direction: DateExpression.Direction = .unstated, _ range: Range<Int>,
        _ words: EventWords
    ) -> (DateExpression, end: Int) {
        (DateExpression(value, direction, at: words.range(range)), range.upperBound)
    }

    // MARK: Numbers

    /// `06/09/2023`, `2023-09-06`; days come before months.
    private func written(at index: Int, in words: EventWords) -> (DateExpression, end: Int)? {
        guard words.kind(index) == .date else { return nil }
        let parts = DayReading.numbers(of: words, index)
        guard parts.count == 3 else { return nil }
        let day: DateExpression.Day
        if parts[0].digits == 4 {
            day = DateExpression.Day(parts[2].value, parts[1].value, parts[0].value)
        } else {
            guard parts[2].digits == 4 || parts[2].digits == 2, parts[0].digits <= 2 else { return nil }
            let year = parts[2].digits == 2 ? 2000 + parts[2].value : parts[2].value
            day = DateExpression.Day(parts[0].value, parts[1].value, year)
        }
        guard let year = day.year, CalendarDate(year: year, month: day.month, day: day.day) != nil else { return nil }
        return make(.days(day, through: day), index..<index + 1, words)
    }

    // MARK: Words

    private func weekdays(at index: Int, in words: EventWords) -> (DateExpression, end: Int)? {
        guard let first = Weekday(rawValue: Int(words.facts(index).weekday)) else { return nil }
        if let day = dayOfMonth(behind: index, in: words) {
            return make(.dayOfMonth(first, day), index..<index + 2, words)
        }
        var last = first
        var end = index + 1
        if words.has(end, .partOfDay) { end += 1 }
        if words.has(end, [.through, .also]) {
            // “le samedi et le dimanche”
            let place = words.has(end + 1, .definite) ? end + 2 : end + 1
            if let next = Weekday(rawValue: Int(words.facts(place).weekday)) {
                if let days = days(from: first, through: next, at: place, of: index, in: words) { return days }
                last = next
                end = place + 1
            }
        }
        let direction = direction(before: index, after: &end, in: words)
        return make(.weekdays(first, through: last), looking: direction, index..<end, words)
    }

    /// “jeudi 9 au matin”, “jeudi 9, …”; not “jeudi 9 conférences”.
    private func dayOfMonth(behind index: Int, in words: EventWords) -> Int? {
        guard words.kind(index + 1) == .number, let day = words.number(index + 1), (1...31).contains(day) else {
            return nil
        }
        let next = index + 2
        let isEnd =
            next >= words.count || words.isMark(next, ",") || words.isFullStop(next) || words.has(next, .partOfDay)
            || words.has(next, .to) && words.has(next + 1, .partOfDay)
        return isEnd ? day : nil
    }

    /// “vendredi au dimanche 30 juin”: the first day is known by the last.
    private func days(
        from first: Weekday, through last: Weekday, at place: Int, of start: Int, in words: EventWords
    ) -> (DateExpression, end: Int)? {
        guard let (expression, end) = DayReading(words, place).date,
            case .days(let day, let through) = expression.value, day == through, day.weekday == last
        else { return nil }
        let firstDay = day.day - (last.rawValue - first.rawValue + 7) % 7
        guard firstDay >= 1, firstDay < day.day else { return nil }
        let opening = DateExpression.Day(firstDay, day.month, day.year, weekday: first)
        return make(.days(opening, through: day), looking: expression.direction, start..<end, words)
    }

    /// A month without a day counts with a year, or after “en”, “début”, “au mois de”.
    private func month(at index: Int, in words: EventWords) -> (DateExpression, end: Int)? {
        let month = Int(words.facts(index).month)
        var end = index + 1
        if let year = words.year(end) {
            return make(.month(month, year: year), index..<end + 1, words)
        }
        let isMonthOf = words.has(index - 2, .month) || words.has(index - 1, .month)
        let isShort = words.facts(index).isShortMonth
        guard words.has(index - 1, .aboutAMonth) || isMonthOf, !isShort else { return nil }
        let direction = direction(before: index, after: &end, in: words)
        return make(.month(month, year: nil), looking: direction, index..<end, words)
    }

    private func relative(at index: Int, in words: EventWords) -> (DateExpression, end: Int)? {
        let roles = words.facts(index).roles
        if let first = offset(index, in: words) {
            // “hier et avant-hier”, “hier et aujourd'hui”
            if words.has(index + 1, .also), let second = offset(index + 2, in: words), first != second {
                let value = DateExpression.Value.offsets(min(first, second), through: max(first, second))
                return make(value, index..<index + 3, words)
            }
            // “Aujourd'hui hier (6 septembre)”: what is corrected does not count.
            if first == 0, words.has(index + 1, .yesterday) { return nil }
            return make(.offsets(first, through: first), index..<index + 1, words)
        }
        let isThis = words.has(index - 1, .this)
        if isThis, roles.contains(.partOfDay) { return make(.offsets(0, through: 0), index - 1..<index + 1, words) }
        if let days = daysAgo(at: index, in: words) {
            return make(.offsets(-days, through: -days), index - 4..<index + 1, words)
        }
        if let count = lastDays(at: index, in: words) { return make(.lastDays(count), index - 3..<index + 1, words) }
        guard !roles.isDisjoint(with: [.week, .weekend, .month]) else { return nil }
        var end = index + 1
        let direction = direction(before: index, after: &end, in: words)
        // “passé le week-end”
        let isSpent = roles.contains(.weekend) && words.has(index - 1, .definite) && words.has(index - 2, .attend)
        guard direction != .unstated || isSpent else { return nil }
        let value: DateExpression.Value =
            roles.contains(.weekend) ? .weekend : roles.contains(.week) ? .week : .monthOfPublication
        return make(value, looking: direction, index..<end, words)
    }

    /// -1 for “hier”.
    private func offset(_ index: Int, in words: EventWords) -> Int? {
        if words.has(index, .yesterday) { return -1 }
        if words.has(index, .beforeYesterday) { return -2 }
        return words.has(index, .today) ? 0 : nil
    }

    /// “il y a trois jours”: the 3 of the word “jours”.
    private func daysAgo(at index: Int, in words: EventWords) -> Int? {
        guard index >= 4, words.has(index, .day), words.has(index - 2, .has), words.has(index - 3, .there) else {
            return nil
        }
        let written = words.number(index - 1) ?? Int(words.facts(index - 1).cardinal)
        return (1...31).contains(written) ? written : nil
    }

    /// “ces deux derniers jours”: the 2 of the word “jours”. “Les deux derniers jours” may be those of anything.
    private func lastDays(at index: Int, in words: EventWords) -> Int? {
        guard index >= 3, words.has(index, .day), words.has(index - 1, .last), words.has(index - 3, .this) else {
            return nil
        }
        let written = words.number(index - 2) ?? Int(words.facts(index - 2).cardinal)
        return (2...5).contains(written) ? written : nil
    }

    /// “dernier” after, perhaps behind “soir” or “matin”; “ce” before.
    private func direction(before index: Int, after end: inout Int, in words: EventWords) -> DateExpression.Direction {
        if words.has(end, .partOfDay), words.has(end + 1, [.last, .next]) { end += 1 }
        if words.has(end, .last) {
            end += 1
            return .last
        }
        if words.has(end, .next) {
            end += 1
            return .next
        }
        return words.has(index - 1, .this) ? .this : .unstated
    }
}
