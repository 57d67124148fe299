import RecordWriters

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Shows how far a run is, now and then.
struct ProgressMeter {
    private let style: ProgressStyle
    private let messages: MessageStream
    private let start: ContinuousClock.Instant
    private var next: ContinuousClock.Instant
    private var reading = ReadingProgress()

    init(_ style: ProgressStyle, _ messages: MessageStream, start: ContinuousClock.Instant) {
        self.style = style
        self.messages = messages
        self.start = start
        next = start + Self.interval(style)
    }

    /// To be called after every document.
    mutating func update(_ counts: RunCounts, _ reading: ReadingProgress) {
        self.reading = reading
        guard style != .none else { return }
        let now = ContinuousClock.now
        guard now >= next else { return }
        next = now + Self.interval(style)
        show(ProgressReport(counts, reading, elapsed: now - start, isFinal: false))
    }

    /// The last word: for a program the final figures, for a person nothing that stays.
    func finish(_ counts: RunCounts) {
        switch style {
        case .line: messages.show(status: "")
        case .json: show(ProgressReport(counts, reading, elapsed: ContinuousClock.now - start, isFinal: true))
        case .none: break
        }
    }

    private func show(_ report: ProgressReport) {
        switch style {
        case .line: messages.show(status: String(report.line.prefix(Self.terminalWidth - 1)))
        case .json: messages.write(report.json)
        case .none: break
        }
    }

    private static func interval(_ style: ProgressStyle) -> Duration {
        style == .json ? .seconds(1) : .milliseconds(200)
    }

    /// 80 where the terminal does not tell.
    private static var terminalWidth: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 80 }
        return Int(size.ws_col)
    }
}
