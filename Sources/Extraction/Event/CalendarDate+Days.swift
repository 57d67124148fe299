import TextModel

/// A day of the week; the raw value is that of ISO 8601.
public enum Weekday: Int, Sendable, CaseIterable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

extension CalendarDate {
    /// Days since 1 March of the year 0, by which days are counted and compared.
    ///
    /// The months are counted from March, so that the leap day is the last of its year.
    var dayNumber: Int {
        let shifted = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (monthFromMarch * 153 + 2) / 5 + day - 1
    }

    public var weekday: Weekday {
        // Day numbers that seven divides are Wednesdays, such as 6 September 2023.
        Weekday(rawValue: (dayNumber + 2) % 7 + 1) ?? .monday
    }

    /// The day that comes so many days later, or earlier; `nil` outside the calendar's years.
    public func adding(days: Int) -> CalendarDate? {
        let target = dayNumber + days
        var year = target * 400 / 146_097
        func start(_ year: Int) -> Int { year * 365 + year / 4 - year / 100 + year / 400 }
        while start(year + 1) <= target { year += 1 }
        while start(year) > target { year -= 1 }
        let dayOfYear = target - start(year)
        let monthFromMarch = (dayOfYear * 5 + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return CalendarDate(
            year: month > 2 ? year : year + 1, month: month, day: dayOfYear - (monthFromMarch * 153 + 2) / 5 + 1)
    }

    /// The latest such weekday before this day, never the day itself.
    func previous(_ weekday: Weekday) -> CalendarDate? {
        let back = (self.weekday.rawValue - weekday.rawValue + 6) % 7 + 1
        return adding(days: -back)
    }
}
