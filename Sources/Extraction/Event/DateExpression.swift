import TextModel

/// A date as a text writes it, whole or partial, before the day of publication says what is missing.
///
/// “le 6 septembre 2023”, “les 8 et 9 juin”, “du 20 au 22 avril”, “jeudi dernier”, “hier”, “en septembre”.
public struct DateExpression: Equatable, Sendable {
    /// A day of a month, perhaps with its year and weekday.
    public struct Day: Equatable, Sendable {
        public var day: Int
        public var month: Int
        public var year: Int?
        public var weekday: Weekday?

        public init(_ day: Int, _ month: Int, _ year: Int? = nil, weekday: Weekday? = nil) {
            self.day = day
            self.month = month
            self.year = year
            self.weekday = weekday
        }
    }

    /// Which of several: “jeudi dernier”, “ce week-end”, “jeudi”.
    public enum Direction: Sendable {
        case last, this, next
        /// Not said; the nearest one before, since a report looks back.
        case unstated
    }

    public enum Value: Equatable, Sendable {
        /// One day, twice the same; or the first and the last of several.
        case days(Day, through: Day)
        case month(Int, year: Int?)
        case year(Int)
        /// So many days after the day of publication: “hier” is -1, “hier et avant-hier” -2 through -1.
        case offsets(Int, through: Int)
        case weekdays(Weekday, through: Weekday)
        /// “jeudi 9 au matin”: the nearest such day before tells the month.
        case dayOfMonth(Weekday, Int)
        /// “ces deux derniers jours”.
        case lastDays(Int)
        case weekend
        case week
        /// “le mois dernier”.
        case monthOfPublication
    }

    public var value: Value
    public var direction: Direction
    public var range: TextRange

    public init(_ value: Value, _ direction: Direction = .unstated, at range: TextRange) {
        self.value = value
        self.direction = direction
        self.range = range
    }
}
