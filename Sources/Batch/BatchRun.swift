import Archives
import Causerie
import Dispatch
import Logging
import Synchronization

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
        // Threads of their own, since a worker that waits for its input would block the tasks' few threads.
        let group = DispatchGroup()
        for number in 1...max(1, options.jobs) {
            DispatchQueue(label: "worker \(number)").async(group: group) { workers.work() }
        }
        group.notify(queue: DispatchQueue(label: "end")) { control.workersHaveEnded() }
        control.waitUntilOver()
        return workers.finish(since: start)
    }
}

/// What the workers of a run share.
private final class Workers<Sink: RecordSink>: Sendable {
    private let queue: Mutex<DocumentQueue>
    private let delivery: Mutex<Delivery<Sink>>
    private let control: RunControl
    /// One for each document that may be between reading and writing.
    private let permits = DispatchSemaphore(value: 0)
    private let timeout: Duration
    private let analyze: DocumentAnalysis<Sink.Content>

    init(
        queue: sending DocumentQueue, delivery: consuming sending Delivery<Sink>, control: RunControl,
        window: Int, timeout: Duration, analyze: @escaping DocumentAnalysis<Sink.Content>
    ) {
        self.queue = Mutex(queue)
        self.delivery = Mutex(delivery)
        self.control = control
        self.timeout = timeout
        self.analyze = analyze
        for _ in 0..<window { permits.signal() }
    }

    /// One worker, until there is no work.
    ///
    /// The locks are held while the input or the output blocks; a finished record is written even while all other
    /// workers wait for a slow input.
    func work() {
        while true {
            permits.wait()
            guard let job = queue.withLock({ $0.next(control) }) else {
                permits.signal()
                return
            }
            let result = result(of: job.work)
            let count = delivery.withLock { $0.deliver(result, of: job, control) }
            for _ in 0..<count { permits.signal() }
            control.finish(count)
        }
    }

    private func result(of work: DocumentQueue.Work) -> Delivery<Sink>.Result {
        switch work {
        case .fail(let letter): return .failed(letter)
        case .skip(let id): return .skipped(id: id)
        case .analyze(let input, let place):
            let end = ContinuousClock.now + timeout
            do throws(DeadLetter) {
                return .analyzed(
                    try analyze(input, place) { ContinuousClock.now > end }, place, bytes: input.bytes.count)
            } catch {
                return .failed(error)
            }
        }
    }

    /// To be called when the run is over.
    func finish(since start: ContinuousClock.Instant) -> RunOutcome {
        let stop = control.reason
        // A worker that was left behind holds the queue; then the output is not finished anyway.
        let isWhole = stop?.leavesWholeOutput ?? true
        let stale = isWhole ? queue.withLock { $0.stale } : nil
        return delivery.withLock { delivery in
            let unfinishedPath = delivery.finish(without: stale)
            var counts = delivery.counts
            counts.documents = control.admitted - delivery.dropped
            return RunOutcome(
                counts: counts, stop: stop, outputFailure: delivery.failure, unfinishedPath: unfinishedPath,
                duration: ContinuousClock.now - start)
        }
    }
}
