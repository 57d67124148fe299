#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A moment as a calendar has it, for people; durations are measured by a clock that nobody sets.
public struct WallClockTime: Sendable {
    private let seconds: time_t

    public static var now: WallClockTime { WallClockTime(seconds: time(nil)) }

    private init(seconds: time_t) { self.seconds = seconds }

    /// RFC 3339 in UTC, such as `2025-11-26T02:05:00Z`.
    var text: String {
        var seconds = seconds
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return "1970-01-01T00:00:00Z" }
        func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
            + "T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))Z"
    }
}
