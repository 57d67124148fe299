import TextModel

/// The days that a date in a text means, given the day on which the text was published.
public struct DateResolution: Equatable, Sendable {
    public var start: CalendarDate?
    public var end: CalendarDate?
    /// `2023-09` or `2023`, when less than a day is known.
    public var period: String?
    /// Whether the day of publication, or a known year, was needed.
    public var isRelative = true
    /// Whether the text gives a weekday that the day does not have.
    public var contradictsWeekday = false

    /// - Parameters:
    ///   - published: the day by which relative dates and years left out are settled.
    ///   - year: the year of what the text is about, if the text says it elsewhere; it settles years left out.
    /// - Returns: `nil` when nothing is known without the day of publication, or for a day that does not exist.
    public init?(_ expression: DateExpression, published: CalendarDate?, year: Int? = nil) {
        switch expression.value {
        case .days(let first, let last):
            guard setDays(first, last, expression.direction, published, year) else { return nil }
        case .month(let month, let written):
            guard let year = written ?? Self.year(of: month, expression.direction, published, year) else { return nil }
            period = Self.period(year, month)
            isRelative = written == nil
        case .year(let year):
            period = String(year)
            isRelative = false
        case .offsets(let first, let last):
            guard let from = published?.adding(days: first), let through = published?.adding(days: last) else {
                return nil
            }
            start = from
            end = through
        case .weekdays(let first, let last):
            guard let published, expression.direction != .next, let end = published.previous(last) else { return nil }
            start = first == last ? end : end.previous(first)
            self.end = end
        case .dayOfMonth(let weekday, let day):
            guard let found = Self.lastDay(day, weekday, before: published) else { return nil }
            start = found
            end = found
        case .lastDays(let count):
            guard let published, let days = Self.lastDays(count, before: published) else { return nil }
            start = days.start
            end = days.end
        case .weekend:
            guard let published, expression.direction != .next else { return nil }
            // On a Saturday or Sunday “ce week-end” is the present one.
            let saturday = published.adding(days: 1)?.previous(.saturday)
            let isNow = published.weekday == .saturday || published.weekday == .sunday
            start = isNow && expression.direction == .last ? saturday?.previous(.saturday) : saturday
            end = start?.adding(days: 1)
        case .week:
            guard let published, expression.direction != .next else { return nil }
            let back = expression.direction == .this ? 0 : -7
            // The week's first and last day tell whether it lies in one month.
            guard let monday = published.adding(days: back + 1 - published.weekday.rawValue),
                let sunday = monday.adding(days: 6)
            else { return nil }
            period = monday.month == sunday.month ? Self.period(monday.year, monday.month) : String(monday.year)
        case .monthOfPublication:
            guard let published, expression.direction != .next else { return nil }
            let isLast = expression.direction == .last
            let day = isLast ? published.adding(days: -published.day) : published
            guard let day else { return nil }
            period = Self.period(day.year, day.month)
        }
    }

    /// The last such day of some month that is such a weekday too; older than some weeks it would have its month.
    private static func lastDay(_ day: Int, _ weekday: Weekday, before published: CalendarDate?) -> CalendarDate? {
        for back in 0..<45 {
            guard let found = published?.adding(days: -back) else { return nil }
            if found.day == day, found.weekday == weekday { return found }
        }
        return nil
    }

    /// The last days up to the day of publication, or to the one before.
    ///
    /// Which of the two is not said; it is known where one of them has a Saturday or Sunday and the other has none.
    private static func lastDays(_ count: Int, before published: CalendarDate) -> (
        start: CalendarDate, end: CalendarDate
    )? {
        let found = [0, -1].compactMap { last -> (start: CalendarDate, end: CalendarDate)? in
            guard let end = published.adding(days: last), let start = end.adding(days: 1 - count) else { return nil }
            let isOfWork = (0..<count).allSatisfy { day in
                start.adding(days: day).map { $0.weekday != .saturday && $0.weekday != .sunday } ?? false
            }
            return isOfWork ? (start, end) : nil
        }
        return found.count == 1 ? found.first : nil
    }

    private mutating func setDays(
        _ first: DateExpression.Day, _ last: DateExpression.Day, _ direction: DateExpression.Direction,
        _ published: CalendarDate?, _ year: Int?
    ) -> Bool {
        isRelative = last.year == nil
        let found: (start: CalendarDate, end: CalendarDate)?
        if let written = last.year ?? first.year {
            found = Self.days(first, last, endingIn: written)
        } else {
            found = Self.nearest(first, last, direction, published, year)
        }
        guard let found else { return false }
        start = found.start
        end = found.end
        let pairs = [(first.weekday, found.start), (last.weekday, found.end)]
        contradictsWeekday = pairs.contains { weekday, day in weekday.map { $0 != day.weekday } ?? false }
        return true
    }

    /// The years are tried from the likeliest on; a weekday in the text decides between those at hand.
    private static func nearest(
        _ first: DateExpression.Day, _ last: DateExpression.Day, _ direction: DateExpression.Direction,
        _ published: CalendarDate?, _ year: Int?
    ) -> (start: CalendarDate, end: CalendarDate)? {
        var years: [Int] = []
        if let published {
            if direction == .next {
                years = [published.year, published.year + 1]
            } else {
                years = [published.year, published.year - 1, published.year - 2]
            }
        }
        var candidates = years.compactMap { days(first, last, endingIn: $0) }
        if let published {
            // A report may be written between the days of its event.
            candidates.removeAll { direction == .next ? $0.end < published : $0.start > published }
        }
        if let year, let known = days(first, last, endingIn: year) { candidates.insert(known, at: 0) }
        let fitting = candidates.first { candidate in
            first.weekday.map { $0 == candidate.start.weekday } ?? last.weekday.map { $0 == candidate.end.weekday }
                ?? true
        }
        return fitting ?? candidates.first
    }

    /// - Parameter year: that of the last day.
    private static func days(
        _ first: DateExpression.Day, _ last: DateExpression.Day, endingIn year: Int
    ) -> (start: CalendarDate, end: CalendarDate)? {
        let startYear = first.year ?? (first.month > last.month ? year - 1 : year)
        guard let start = CalendarDate(year: startYear, month: first.month, day: first.day),
            let end = CalendarDate(year: year, month: last.month, day: last.day), start <= end
        else { return nil }
        return (start, end)
    }

    private static func year(
        of month: Int, _ direction: DateExpression.Direction, _ published: CalendarDate?, _ year: Int?
    ) -> Int? {
        guard let published else { return year }
        if direction == .next { return month >= published.month ? published.year : published.year + 1 }
        return year ?? (month <= published.month ? published.year : published.year - 1)
    }

    private static func period(_ year: Int, _ month: Int) -> String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}
