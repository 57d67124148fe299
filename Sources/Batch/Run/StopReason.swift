/// Why a run ended before its inputs did.
public enum StopReason: Equatable, Sendable {
    /// ``RunOptions/limit`` is reached.
    case limit
    /// A document failed and ``RunOptions/stopsAtFirstFailure`` holds.
    case failure
    /// Nobody reads the output any more.
    case closedPipe
    case outputFailed
    /// SIGINT or SIGTERM.
    case signal(Int32)

    /// The word for the manifest.
    var name: StaticString {
        switch self {
        case .limit: "limit"
        case .failure: "failure"
        case .closedPipe: "closed_pipe"
        case .outputFailed: "output_failed"
        case .signal: "signal"
        }
    }

    /// Whether what was written is all that was asked for, so that the output gets its name.
    var leavesWholeOutput: Bool {
        switch self {
        case .limit: true
        case .failure, .closedPipe, .outputFailed, .signal: false
        }
    }
}
