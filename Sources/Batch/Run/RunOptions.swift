/// What a run is asked to do; see `causerie extract --help`.
public struct RunOptions: Sendable {
    /// How many documents are analysed at once; at least 1.
    public var jobs = 1
    /// After how many documents to stop, failed ones counted and skipped ones not; `nil` for all.
    public var limit: Int?
    /// Whether the first failure ends the run. What comes after it in the input is then neither written nor counted.
    public var stopsAtFirstFailure = false
    /// How long one document may take; looked at between the steps of its analysis.
    public var timeout = Duration.seconds(30)
    /// `nil` for standard output.
    public var outputPath: String?
    /// Whether records that an earlier run left under ``outputPath`` are kept and their documents skipped.
    public var resumes = false
    /// Where dead letters go, beside the log.
    public var errorsPath: String?
    public var manifestPath: String?
    public var progress = ProgressStyle.none

    public init() {}

    /// How many documents may be between reading and writing: those in hand, and as many that wait for a slower one
    /// before them. What they hold is the memory of the run.
    var window: Int { max(1, jobs) * 2 }
}

/// How a run tells how far it is, on standard error.
public enum ProgressStyle: String, Sendable, CaseIterable {
    /// One line that is written over and over, for a terminal.
    case line
    /// One JSON object a line, each second, for a program.
    case json
    case none
}
