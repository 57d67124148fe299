import ArgumentParser

/// A length of time as a person writes it: `30`, `30s`, `500ms`, `2m`.
struct TimeLimit: ExpressibleByArgument, Equatable {
    let milliseconds: Int

    init(seconds: Int) { milliseconds = seconds * 1000 }

    /// More than nothing and at most a year; seconds without a unit.
    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        let units = ["": 1000, "s": 1000, "ms": 1, "m": 60_000, "min": 60_000, "h": 3_600_000]
        guard let number = Int(digits), let unit = units[String(argument.dropFirst(digits.count))],
            (1...31_536_000_000 / unit).contains(number)
        else { return nil }
        milliseconds = number * unit
    }

    var duration: Duration { .milliseconds(milliseconds) }

    var defaultValueDescription: String {
        milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    }
}

/// A whole number from 1 to a million million.
struct PositiveNumber: ExpressibleByArgument, Equatable {
    let value: Int

    init(_ value: Int) { self.value = value }

    init?(argument: String) {
        guard let value = Int(argument), (1...1_000_000_000_000).contains(value) else { return nil }
        self.value = value
    }

    var defaultValueDescription: String { "\(value)" }
}
