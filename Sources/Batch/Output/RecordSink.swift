/// Where a run's records go.
///
/// Used by one worker at a time, in the order of the input.
public protocol RecordSink: SendableMetatype {
    /// What is written of one document.
    associatedtype Content: Sendable

    /// The records that an earlier run left, in a sink that goes on with one; called once, before anything is written.
    ///
    /// - Parameter stamp: of the records that this run writes, see `RecordHeader`.
    mutating func earlierRecords(stamp: [UInt8]) throws(OutputFailure) -> ResumeState

    mutating func write(_ content: Content) throws(OutputFailure)

    /// How many documents, of those written, are lost when the next write fails: those of a transaction in hand.
    var unsettledCount: Int { get }

    /// Ends the output of a run that wrote all that was asked for.
    ///
    /// - Parameter stale: of ``earlierRecords(stamp:)``, what this run replaced.
    mutating func finish(without stale: [Range<Int64>]) throws(OutputFailure)

    /// Ends the output of any other run, so that a later one can go on with it.
    mutating func suspend() throws(OutputFailure)

    /// Where the records lie until ``finish(without:)``, when that is not where they were asked for, or not for good;
    /// `nil` where nothing can be gone on with.
    var unfinishedPath: String? { get }
}
