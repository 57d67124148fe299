import Lexicons

/// The names of months, of the embedded list.
struct MonthNames: Sendable {
    /// Read once. A list that is faulty has no entry, and a test reads a date of every month.
    static let embedded = MonthNames()

    private let months: [String: Int]
    /// In bytes; an accent of its own takes two more.
    private let longest: Int
    /// The letters that names begin with, as bits.
    private let initials: UInt32

    private init() {
        var months: [String: Int] = [:]
        for row in EmbeddedLexicon.months.rowsOrNone { months[row.fields[0]] = row.fields.last.flatMap { Int($0) } }
        self.months = months
        longest = (months.keys.map(\.utf8.count).max() ?? 0) + 2
        initials = months.keys.reduce(0) { $0 | 1 << UInt32(($1.utf8.first ?? 0) & 31) }
    }

    /// 1 to 12 for the name of a month in any case, composed or not; a full stop is not part of it.
    func month(_ name: String) -> Int? { months[name.lowercased()] }

    /// As UTF-8; most words are seen by their first letter to be none.
    func month(_ name: ArraySlice<UInt8>) -> Int? {
        guard let first = name.first, first.isASCIILetter, initials >> UInt32(first & 31) & 1 == 1,
            name.count <= longest
        else { return nil }
        return month(String(decoding: name, as: UTF8.self))
    }
}

/// The words between two names in a list of authors, of the embedded list.
enum NameJoiners {
    /// Read once, as ``MonthNames/embedded``. In lower case, as UTF-8.
    static let embedded: [[UInt8]] = EmbeddedLexicon.nameJoiners.rowsOrNone.map { Array($0.fields[0].utf8) }
}

extension EmbeddedLexicon {
    /// The rows of a list that is read by functions that never fail.
    var rowsOrNone: [LexiconTable.Row] { (try? table())?.rows ?? [] }
}
