/// How a run ended.
public struct RunOutcome: Equatable, Sendable {
    public var counts: RunCounts
    /// `nil` when the inputs were read to their end.
    public var stop: StopReason?
    public var outputFailure: OutputFailure?
    /// Where the records lie that a later run can go on with, when the output did not get its name.
    public var unfinishedPath: String?
    public var duration: Duration

    /// Whether every document of the inputs was met, and what was to be written of it is.
    public var isComplete: Bool { stop == nil && outputFailure == nil && counts.areBalanced }
}
