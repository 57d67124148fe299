import TextModel

/// The day of publication as a container writes it.
///
/// ISO 8601 and RFC 3339 (`2023-09-07T10:00:00+02:00`, `2023-09-07 10:00:00`, `20230907`), RFC 822 with the years of
/// RFC 2822 (`Thu, 07 Sep 2023 10:00:00 +0200`, `7 Sep 23`), day first with slashes (`07/09/2023`), and seconds since 1970
/// in nine or ten digits, as the day in UTC. Otherwise the day is the one that is written: no time zone moves it. That
/// the month comes first is never supposed.
struct ContainerDate {
    let day: CalendarDate?
    /// Says what cannot be read.
    let diagnostics: [Diagnostic]

    /// - Parameter text: `nil` and nothing but spaces are no date, and nothing to complain of. Nor is the date of zeros
    ///   that WordPress gives to what is not published.
    init(_ text: String?) {
        let bytes = (text.map { Array($0.utf8) } ?? [])[...]
        let trimmed = bytes.drop { $0 <= 0x20 }
        guard !trimmed.isEmpty, !trimmed.starts(with: Array("0000-00-00".utf8)) else {
            (day, diagnostics) = (nil, [])
            return
        }
        day = Self.day(in: trimmed)
        diagnostics =
            day == nil
            ? [
                Diagnostic(
                    .dateUnreadable,
                    "The date “\(text.map { $0.prefix(60) } ?? "")” of the container cannot be read; write it as 2023-09-07."
                )
            ] : []
    }

    private static func day(in text: ArraySlice<UInt8>) -> CalendarDate? {
        let parts = Self.parts(of: text)
        guard let first = parts.first else { return nil }
        guard case .number(let number, let digits) = first else { return named(parts.dropFirst()) }
        if digits == 8, parts.count == 1 || text.count > 8 && text[text.startIndex + 8] == UInt8(ascii: "T") {
            return CalendarDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
        }
        if digits == 9 || digits == 10 { return CalendarDate(secondsSince1970: number) }
        if digits == 4, case .number(let month, 1...2)? = parts.dropFirst().first,
            case .number(let day, 1...2)? = parts.dropFirst(2).first
        {
            return CalendarDate(year: number, month: month, day: day)
        }
        if digits <= 2, case .number(let month, 1...2)? = parts.dropFirst().first,
            case .number(let year, 4)? = parts.dropFirst(2).first
        {
            return CalendarDate(year: year, month: month, day: number)
        }
        return named(parts[...])
    }

    /// A day, the name of its month and the year at the start.
    private static func named(_ parts: ArraySlice<Part>) -> CalendarDate? {
        let parts = Array(parts.prefix(3))
        guard parts.count == 3, case .number(let day, 1...2) = parts[0], case .word(let word) = parts[1],
            case .number(let year, let digits) = parts[2], digits <= 4,
            let month = months.firstIndex(of: String(word.prefix(3)))
        else { return nil }
        // RFC 2822, 4.3: two digits below 50 are of this century, and three digits count from 1900.
        let whole = digits == 4 ? year : year + (digits == 2 && year < 50 ? 2000 : 1900)
        return CalendarDate(year: whole, month: month + 1, day: day)
    }

    /// The names that RFC 822 prescribes, whatever the language of the feed.
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private enum Part {
        case number(Int, digits: Int)
        case word(String)
    }

    /// The numbers and words at the start, at most four.
    private static func parts(of text: ArraySlice<UInt8>) -> [Part] {
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        var parts: [Part] = []
        var rest = text.prefix(64)
        while let byte = rest.first, parts.count < 4 {
            if isDigit(byte) {
                let digits = rest.prefix(while: isDigit)
                // A number of more digits is no part of a date.
                guard digits.count <= 10 else { return [] }
                parts.append(.number(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits: digits.count))
                rest = rest[digits.endIndex...]
            } else if isLetter(byte) {
                let letters = rest.prefix(while: isLetter)
                parts.append(.word(String(decoding: letters, as: UTF8.self).lowercased()))
                rest = rest[letters.endIndex...]
            } else {
                rest = rest.dropFirst()
            }
        }
        return parts
    }
}
