import TextModel

/// Reads days of a month from their first word on: “jeudi 12 et vendredi 13 octobre 2017”, “12-14 mai”, “31 mai au 2 juin”.
struct DayReading {
    /// The date and the position after it; `nil` when no month follows the days.
    private(set) var date: (DateExpression, end: Int)?

    private let words: EventWords
    private var index: Int

    init(_ words: EventWords, _ start: Int) {
        self.words = words
        index = start
        date = read(from: start)
    }

    private mutating func read(from start: Int) -> (DateExpression, end: Int)? {
        guard var first = days() else { return nil }
        var last = first.last
        guard let month = month(after: last.isWord) else { return nil }
        first.first.month = month
        last.month = month
        last.year = year()
        // “31 mai au 2 juin 2018”, “jeudi 30 juin et vendredi 1er juillet”
        let mark = index
        if isJoint(index) {
            index += 1
            if let next = days(), let nextMonth = self.month(after: next.last.isWord) {
                first.first.year = last.year
                last = next.last
                last.month = nextMonth
                last.year = year()
            } else {
                index = mark
            }
        }
        var direction = DateExpression.Direction.unstated
        if words.has(index, .last) { direction = .last } else if words.has(index, .next) { direction = .next }
        if direction != .unstated { index += 1 }
        guard let from = first.first.asDay, let through = last.asDay else { return nil }
        let range = words.range(start..<index)
        return (DateExpression(.days(from, through: through), direction, at: range), index)
    }

    /// A day while its month is not known yet.
    private struct Reading {
        var day: Int
        var month = 0
        var year: Int?
        var weekday: Weekday?
        /// Written in letters, so that only a whole month name may follow.
        var isWord: Bool

        /// A list of days that goes back, or past the month's end, is none.
        var asDay: DateExpression.Day? {
            guard (1...31).contains(day), (1...12).contains(month) else { return nil }
            return DateExpression.Day(day, month, year, weekday: weekday)
        }
    }

    /// One day or several, each perhaps after its weekday.
    private mutating func days() -> (first: Reading, last: Reading)? {
        guard let first = dayGroup() else { return nil }
        var last = first.last
        while isJoint(index) {
            let mark = index
            index += 1
            guard let next = dayGroup(), next.first.day > last.day else {
                index = mark
                break
            }
            last = next.last
        }
        return (first.first, last)
    }

    /// `jeudi 12`, `1er`, `12-14`, `12/13/14`.
    private mutating func dayGroup() -> (first: Reading, last: Reading)? {
        let start = index
        if words.has(index, .definite) { index += 1 }
        var weekday: Weekday?
        if let named = Weekday(rawValue: Int(words.facts(index).weekday)) {
            weekday = named
            index += 1
            // “mardi soir 12 avril”, “jeudi, 12 avril”, “jeudi le 12 avril”
            if words.has(index, .partOfDay) || words.has(index, .definite) || words.isMark(index, ",") { index += 1 }
        }
        let facts = words.facts(index)
        if facts.ordinal == 1 || facts.cardinal > 0 {
            index += 1
            let reading = Reading(
                day: max(Int(facts.ordinal), Int(facts.cardinal)), weekday: weekday, isWord: true)
            return (reading, reading)
        }
        guard let kind = words.kind(index),
            [.number, .date, .ordinal, .listMark, .hyphenatedWord].contains(kind)
        else {
            index = start
            return nil
        }
        let numbers = Self.numbers(of: words, index)
        let isAscending = zip(numbers, numbers.dropFirst()).allSatisfy { $0.value < $1.value }
        guard let first = numbers.first, let last = numbers.last, isAscending,
            numbers.allSatisfy({ $0.digits <= 2 && (1...31).contains($0.value) })
        else {
            index = start
            return nil
        }
        index += 1
        let isOne = numbers.count == 1
        return (
            Reading(day: first.value, weekday: weekday, isWord: false),
            Reading(day: last.value, weekday: isOne ? weekday : nil, isWord: false)
        )
    }

    /// `et`, `au`, `,`, `-`, `/`, `&` between two days.
    private func isJoint(_ index: Int) -> Bool {
        if words.has(index, [.through, .also]) { return true }
        guard words.kind(index) == .punctuation else { return false }
        let range = words.words[index].range
        // A dash has three bytes: U+2013, U+2014.
        let isDash = range.count == 3 && words.utf8[range.start] == 0xE2 && words.utf8[range.start + 1] == 0x80
        return words.isMark(index, ",") || words.isMark(index, "-") || words.isMark(index, "/") || isDash
    }

    /// - Parameter isWord: “sept” after a day in letters is no month.
    private mutating func month(after isWord: Bool) -> Int? {
        let facts = words.facts(index)
        guard facts.month > 0 else { return nil }
        let range = words.words[index].range
        let isAbbreviated = words.folded[range.end - 1] == 0x2E
        let isShort = facts.isShortMonth && !isAbbreviated
        // “12 sept conférences”: without a full stop, only a year or the end of the phrase makes it a month.
        if isShort, words.year(index + 1) == nil, let next = words.kind(index + 1), next == .word { return nil }
        if isWord, isShort { return nil }
        index += 1
        return Int(facts.month)
    }

    private mutating func year() -> Int? {
        let isAfterComma = words.isMark(index, ",") && words.year(index + 1) != nil
        guard let year = words.year(isAfterComma ? index + 1 : index) else { return nil }
        index += isAfterComma ? 2 : 1
        return year
    }

    /// The numbers of one token: one of `12`, two of `12-14`, three of `06/09/2023`, one of `1er`.
    static func numbers(of words: EventWords, _ index: Int) -> [(value: Int, digits: Int)] {
        guard words.words.indices.contains(index) else { return [] }
        let range = words.words[index].range
        guard range.count <= 12 else { return [] }
        var result: [(value: Int, digits: Int)] = []
        var isInNumber = false
        let isHyphenated = words.words[index].kind == .hyphenatedWord
        for offset in range.start..<range.end {
            let byte = words.utf8[offset]
            guard byte >= 0x30, byte <= 0x39 else {
                // The letters of `1er` end it; a decimal point makes it no day.
                if byte == 0x2C || byte == 0x20 || isHyphenated && byte != 0x2D { return [] }
                isInNumber = false
                continue
            }
            if isInNumber, let last = result.popLast() {
                result.append((last.value * 10 + Int(byte - 0x30), last.digits + 1))
            } else {
                result.append((Int(byte - 0x30), 1))
            }
            isInNumber = true
        }
        // Only the first of the month is an ordinal.
        if words.words[index].kind == .ordinal, result.first?.value != 1 { return [] }
        return result
    }
}
