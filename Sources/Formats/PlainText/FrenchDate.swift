import TextModel

/// A day as French texts write it: `7 septembre 2023`, `1er sept. 2023`, `07/09/2023`, `7.9.23`, and `2023-09-07`.
struct FrenchDate {
    let date: CalendarDate
    /// Just past its last byte.
    let end: Int

    /// The date that begins at an offset, or `nil`. Numbers are day first; a month is written in full or abbreviated, with or
    /// without accents and a full stop.
    init?(_ source: [UInt8], at start: Int, end limit: Int) {
        var reader = Reader(source: source, position: start, limit: limit)
        guard let first = reader.number() else { return nil }
        if first.digits == 4 {
            guard reader.take("-") || reader.take("/"), let month = reader.number(), month.digits <= 2,
                reader.take("-") || reader.take("/"), let day = reader.number(), day.digits <= 2,
                let date = CalendarDate(year: first.value, month: month.value, day: day.value)
            else { return nil }
            self.date = date
            self.end = reader.position
            return
        }
        guard first.digits <= 2 else { return nil }
        for separator in ["/", ".", "-"] as [Unicode.Scalar] {
            var numeric = reader
            guard numeric.take(separator), let month = numeric.number(), month.digits <= 2, numeric.take(separator),
                let year = numeric.number(), year.digits == 4 || year.digits == 2,
                let date = CalendarDate(
                    year: year.digits == 2 ? 2000 + year.value : year.value, month: month.value, day: first.value)
            else { continue }
            self.date = date
            self.end = numeric.position
            return
        }
        if first.value == 1, reader.take("e") { guard reader.take("r") else { return nil } }
        reader.skipSpaces()
        guard let month = MonthNames.embedded.month(reader.letters()) else { return nil }
        _ = reader.take(".")
        reader.skipSpaces()
        guard let year = reader.number(), year.digits == 4,
            let date = CalendarDate(year: year.value, month: month, day: first.value)
        else { return nil }
        self.date = date
        self.end = reader.position
    }

    private struct Reader {
        let source: [UInt8]
        var position: Int
        let limit: Int

        mutating func number() -> (value: Int, digits: Int)? {
            let start = position
            var value = 0
            while position < limit, (0x30...0x39).contains(source[position]), position - start < 5 {
                value = value * 10 + Int(source[position] - 0x30)
                position += 1
            }
            return position > start ? (value, position - start) : nil
        }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard position < limit, source[position] == UInt8(truncatingIfNeeded: character.value) else { return false }
            position += 1
            return true
        }

        mutating func skipSpaces() {
            while position < limit {
                let (scalar, length) = source.scalarRead(at: position)
                guard scalar.isLineSpace else { return }
                position += length
            }
        }

        mutating func letters() -> String {
            let start = position
            while position < limit, position - start < 16 {
                let (scalar, length) = source.scalarRead(at: position)
                guard scalar.isLetter || (0x300...0x302).contains(scalar.value) else { break }
                position += length
            }
            return source.string(start, min(position, limit))
        }
    }
}
