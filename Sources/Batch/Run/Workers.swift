import Archives
import Causerie
import Dispatch
import Synchronization

/// What the workers of a run share.
final class Workers<Sink: RecordSink>: Sendable {
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
