import TextModel

/// Reads the day out of a date as people and programs write it.
///
/// The day is the one that is written: neither a time nor a time zone moves it.
enum MetadataDate {
    /// The day that a text names; `nil` for no day, or for one that does not exist.
    ///
    /// ISO 8601 (`2023-09-07T10:00:00Z`, `20230907`), also with `/` or `.` and without leading zeros; `07/09/2023`, day
    /// first unless the second number can be no month; RFC 5322 (`Thu, 07 Sep 2023 10:00:00 +0200`) and what `date`
    /// prints; `7 septembre 2023`, `September 7, 2023`; seconds since 1970 in ten digits, as the day in UTC. Words before
    /// the day (`Publié le jeudi`) are passed over.
    static func day(in text: String) -> CalendarDate? { day(in: Array(text.utf8)[...]) }

    /// The day that a text names, see ``day(in:)-(String)``.
    ///
    /// - Parameter utf8: valid UTF-8.
    static func day(in utf8: ArraySlice<UInt8>) -> CalendarDate? {
        // Most texts have no number and need no copy.
        guard utf8.contains(where: \.isASCIIDigit) else { return nil }
        let bytes = spaced(utf8)
        guard let first = bytes.firstIndex(where: \.isASCIIDigit) else { return nil }
        // Only words, and marks between words, may stand before the number that a date of numbers begins with.
        let isLed = bytes[..<first].contains { !isLetter($0) && $0 != 0x20 && $0 != 0x2C && $0 != 0x2E && $0 != 0x09 }
        if !isLed, first == 0 || !isLetter(bytes[first - 1]) {
            let numbers = bytes[first...]
            if let found = ISODay(numbers), endsDay(bytes, found.end) { return found.day }
            if let found = dayFirst(numbers), endsDay(bytes, found.end) { return found.day }
            if let day = seconds(numbers) { return day }
        }
        return named(bytes)
    }

    /// The first bytes of a text, its spaces as blanks: those that do not break, as French typography has them, as well.
    private static func spaced(_ utf8: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(utf8.count, longest))
        var position = utf8.startIndex
        while position < utf8.endIndex, bytes.count < longest {
            let length = utf8[position].isASCIIWhiteSpace ? 1 : longSpaceLength(utf8[position...].prefix(3))
            bytes.append(length > 0 ? 0x20 : utf8[position])
            position += max(1, length)
        }
        return bytes
    }

    /// The length of white space outside ASCII that some bytes begin with; 0 for none.
    private static func longSpaceLength(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let first = bytes.first, first == 0xC2 || (0xE1...0xE3).contains(first) else { return 0 }
        let (scalar, length) = Array(bytes).scalarRead(at: 0)
        return scalar.isWhiteSpace ? length : 0
    }

    /// A date of numbers, year first, at the start of some bytes: `2023-09-07`, `2023/9/7`, `2023_09_07`, `20230907`.
    ///
    /// The end is just past it; what follows is the caller's to judge, but it is no digit.
    static func ISODay(_ bytes: ArraySlice<UInt8>) -> (day: CalendarDate, end: Int)? {
        guard let year = number(bytes) else { return nil }
        if year.digits == 8 {
            let day = CalendarDate(year: year.value / 10000, month: year.value / 100 % 100, day: year.value % 100)
            return day.map { ($0, year.end) }
        }
        guard year.digits == 4, year.end < bytes.endIndex, isSeparator(bytes[year.end]) || bytes[year.end] == 0x5F,
            let month = number(bytes[(year.end + 1)...]), month.digits <= 2,
            month.end < bytes.endIndex, bytes[month.end] == bytes[year.end],
            let day = number(bytes[(month.end + 1)...]), day.digits <= 2
        else { return nil }
        return CalendarDate(year: year.value, month: month.value, day: day.value).map { ($0, day.end) }
    }

    /// Dates are short; more of a text is not looked at.
    private static let longest = 128

    private static func dayFirst(_ bytes: ArraySlice<UInt8>) -> (day: CalendarDate, end: Int)? {
        guard let first = number(bytes), first.digits <= 2, first.end < bytes.endIndex, isSeparator(bytes[first.end]),
            let second = number(bytes[(first.end + 1)...]), second.digits <= 2,
            second.end < bytes.endIndex, bytes[second.end] == bytes[first.end],
            let year = number(bytes[(second.end + 1)...]), year.digits == 4
        else { return nil }
        let (day, month) = second.value > 12 ? (second.value, first.value) : (first.value, second.value)
        return CalendarDate(year: year.value, month: month, day: day).map { ($0, year.end) }
    }

    /// Unix time, with a fraction or not.
    private static func seconds(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
        guard let number = number(bytes), number.digits == 10 else { return nil }
        let rest = bytes[number.end...]
        guard rest.isEmpty || rest.first == 0x2E && rest.dropFirst().allSatisfy(\.isASCIIDigit) else { return nil }
        return CalendarDate(secondsSince1970: number.value)
    }

    /// Whether a date of numbers may end at a place: before a time, a space or a mark, not before a letter or `-3`.
    private static func endsDay(_ bytes: [UInt8], _ end: Int) -> Bool {
        guard end < bytes.count else { return true }
        let byte = bytes[end]
        if byte == 0x54 || byte == 0x74 { return end + 1 < bytes.count && bytes[end + 1].isASCIIDigit }
        return !isLetter(byte) && !byte.isASCIIDigit && !(isSeparator(byte) && end + 1 < bytes.count)
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
    /// `-`, `/` or `.`.
    private static func isSeparator(_ byte: UInt8) -> Bool { (0x2D...0x2F).contains(byte) }

    /// The number that some bytes begin with: `nil` without a digit or with more than ten.
    static func number(_ bytes: ArraySlice<UInt8>) -> (value: Int, digits: Int, end: Int)? {
        var value = 0
        var end = bytes.startIndex
        while end < bytes.endIndex, bytes[end].isASCIIDigit {
            guard end - bytes.startIndex < 10 else { return nil }
            value = value * 10 + Int(bytes[end] - 0x30)
            end += 1
        }
        return end == bytes.startIndex ? nil : (value, end - bytes.startIndex, end)
    }
}

// Dates with the name of a month

extension MetadataDate {
    private struct Part {
        var number: Int?
        var digits = 0
        var month: Int?
        /// A `+` or `-` stands before it: a time zone is no year.
        var isSigned = false
        /// A `:` stands before or after it.
        var isTime = false
    }

    /// The first month of a text with a day beside it, and the year after them.
    private static func named(_ bytes: [UInt8]) -> CalendarDate? {
        let parts = parts(of: bytes)
        func day(_ index: Int) -> Int? {
            guard parts.indices.contains(index), let number = parts[index].number, parts[index].digits <= 2,
                !parts[index].isTime
            else { return nil }
            return number
        }
        for (index, part) in parts.enumerated() {
            guard let month = part.month else { continue }
            // “7-8 septembre” are two days.
            let before = day(index - 2) == nil ? day(index - 1) : nil
            guard let found = before ?? day(index + 1) else { continue }
            let rest = parts[(index + (before == nil ? 2 : 1))...]
            let year = rest.first { $0.digits == 4 && !$0.isSigned && !$0.isTime }?.number
            if let year, let date = CalendarDate(year: year, month: month, day: found) { return date }
        }
        return nil
    }

    /// Numbers and words. Letters right after a number (`1er`, `7th`) are left out.
    private static func parts(of bytes: [UInt8]) -> [Part] {
        var parts: [Part] = []
        var index = 0
        while index < bytes.count {
            let start = index
            var part = Part()
            if let number = number(bytes[index...]) {
                index = number.end
                part.number = number.value
                part.digits = number.digits
                let before = start > 0 ? bytes[start - 1] : 0x20
                let after = index < bytes.count ? bytes[index] : 0x20
                part.isTime = before == 0x3A || after == 0x3A
                part.isSigned = before == 0x2B || before == 0x2D && start > 1 && bytes[start - 2] == 0x20
                while index < bytes.count, isLetter(bytes[index]) { index += 1 }
            } else if isLetter(bytes[index]) {
                while index < bytes.count, isLetter(bytes[index]) { index += 1 }
                part.month = MonthNames.embedded.month(bytes[start..<index])
            } else {
                index += 1
                while index < bytes.count, bytes[index - 1].isASCIIDigit, bytes[index].isASCIIDigit { index += 1 }
                continue
            }
            parts.append(part)
        }
        return parts
    }
}

extension Diagnostic {
    /// A date that is no day, quoted up to a line's length.
    static func unreadableDate(_ value: Metadata.Value) -> Diagnostic {
        Diagnostic(
            .dateUnreadable,
            "The date “\(value.text.prefix(60))” cannot be read; write it as 2023-09-07 or 7 septembre 2023.",
            at: value.range)
    }
}
