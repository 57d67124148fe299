/// What a document says of itself outside its text: front matter, the head of a page, attributes, the file's name.
///
/// The shape is the same for every format; what is not said is `nil` or empty.
public struct Metadata: Equatable, Sendable {
    /// A value with its place; `nil` for what the file's name says.
    public struct Value: Equatable, Sendable {
        public var text: String
        public var range: SourceRange?

        public init(_ text: String, at range: SourceRange?) {
            self.text = text
            self.range = range
        }
    }

    /// A day with its place and the kind of place.
    public struct Dated: Equatable, Sendable {
        public var date: CalendarDate
        public var source: DateSource
        public var range: SourceRange?

        public init(_ date: CalendarDate, from source: DateSource, at range: SourceRange?) {
            self.date = date
            self.source = source
            self.range = range
        }
    }

    public var title: Value?
    public var authors: [Value] = []
    public var published: Dated?
    public var updated: Dated?
    public var url: Value?
    /// As declared, such as `fr` or `fr-FR`.
    public var language: Value?
    public var tags: [Value] = []
    /// The name of the blog or site.
    public var site: Value?
    /// The conference or meetup that the document is about.
    public var event: Value?
    /// Who gave the talk that the document is about.
    public var speakers: [Value] = []
    /// What the document says of itself in a sentence or two: its description, excerpt or teaser.
    public var summaries: [Value] = []

    public init() {}
}

/// Where a document's date comes from.
public enum DateSource: String, Sendable {
    case frontMatter = "front_matter"
    /// `<meta>` of a page.
    case meta
    /// JSON-LD in a page.
    case jsonLD = "json_ld"
    /// `<time>` of a page.
    case time
    /// An attribute or field of AsciiDoc or reStructuredText.
    case attribute
    /// `2023-09-07-cloud-alpes.md`.
    case fileName = "file_name"
    /// A line of the text itself, such as “Publié le 7 septembre 2023”.
    case text
    /// Given by the caller, and stronger than what the document says.
    case caller
}

/// A day of the Gregorian calendar, as written: no time zone is applied.
public struct CalendarDate: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// `nil` for a day that does not exist, or outside the years 1900 to 2199.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }
}

extension CalendarDate {
    /// The day in UTC; `nil` outside the years 1900 to 2199.
    ///
    /// Hinnant, “chrono-compatible low-level date algorithms”, civil_from_days.
    public init?(secondsSince1970 seconds: Int) {
        // Days since 1 March of the year 0, in which a leap day is the last of its year.
        let days = seconds / 86400 + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension CalendarDate: Comparable, CustomStringConvertible {
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// ISO 8601: `2023-09-07`.
    public var description: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(padded(month))-\(padded(day))"
    }
}
