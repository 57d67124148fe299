import Dispatch
import Logging

/// A run over many documents: some workers analyse, what they make is written in the order of the input, and a document
/// that fails stops no other.
///
/// The same inputs give the same bytes whatever the number of workers. Memory is bounded by ``RunOptions/window``.
public struct BatchRun: Sendable {
    private let options: RunOptions
    private let stamp: [UInt8]
    private let log: Logger
    private let messages: MessageStream

    /// - Parameters:
    ///   - stamp: of the records that `analyze` writes, see `RecordHeader`; for a run that goes on with an older one.
    ///   - messages: where progress is shown.
    public init(_ options: RunOptions, stamp: [UInt8], log: Logger, messages: MessageStream) {
        self.options = options
        self.stamp = stamp
        self.log = log
        self.messages = messages
    }

    /// Reads, analyses and writes all documents.
    ///
    /// - Parameters:
    ///   - sink: where the records go.
    ///   - control: ends the run from outside.
    ///   - analyze: called by ``RunOptions/jobs`` workers at once.
    /// - Throws: ``OutputFailure`` when the output cannot be begun. Later failures are in the outcome.
    public func run<Sink: RecordSink>(
        _ source: sending DocumentSource, into sink: sending Sink, control: RunControl = RunControl(),
        analyze: @escaping DocumentAnalysis<Sink.Content>
    ) throws(OutputFailure) -> RunOutcome {
        let start = ContinuousClock.now
        let resume = try sink.earlierRecords(stamp: stamp)
        if options.resumes { log.info("\(resume.count) records are there") }
        let workers = Workers<Sink>(
            queue: DocumentQueue(source, limit: options.limit, resume: resume),
            delivery: try Delivery(
                sink, options, log: log, meter: ProgressMeter(options.progress, messages, start: start)),
            control: control, window: options.window, timeout: options.timeout, analyze: analyze)
        // Threads of their own, since a worker that waits for its input would block the few threads that tasks share.
        let group = DispatchGroup()
        for number in 1...max(1, options.jobs) {
            DispatchQueue(label: "worker \(number)").async(group: group) { workers.work() }
        }
        group.notify(queue: DispatchQueue(label: "end")) { control.workersHaveEnded() }
        control.waitUntilOver()
        return workers.finish(since: start)
    }
}
