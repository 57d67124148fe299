import Archives
import Logging

/// The end of a run's way: puts what the workers made in order, writes it, counts it, and tells of it.
struct Delivery<Sink: RecordSink> {
    /// What became of a document.
    enum Result {
        case analyzed(AnalyzedDocument<Sink.Content>, InputPlace, bytes: Int)
        case failed(DeadLetter)
        case skipped(id: String?)
    }

    private var output: Sink
    private var deadLetters: DeadLetterFile?
    private var ordered = OrderedOutput<(Result, ReadingProgress)>()
    private var meter: ProgressMeter
    private let log: Logger
    private let stopsAtFirstFailure: Bool
    /// What may come after the last that counts.
    private var isOver = false
    private(set) var counts = RunCounts()
    /// Documents that were read and count for nothing, since the run was over before them.
    private(set) var dropped = 0
    private(set) var failure: OutputFailure?
    /// Of the documents that the output may still lose.
    private var unsettledBytes = 0

    init(_ output: sending Sink, _ options: RunOptions, log: Logger, meter: ProgressMeter)
        throws(OutputFailure)
    {
        deadLetters = try options.errorsPath.map { path throws(OutputFailure) in try DeadLetterFile(path) }
        self.output = output
        self.meter = meter
        self.log = log
        stopsAtFirstFailure = options.stopsAtFirstFailure
    }

    /// Takes what became of a document, and writes whatever is next in order by now.
    ///
    /// - Returns: how many documents are through.
    mutating func deliver(_ result: Result, of job: DocumentQueue.Job, _ control: RunControl) -> Int {
        ordered.add((result, job.progress), at: job.position)
        var count = 0
        while let (result, progress) = ordered.removeNext() {
            count += 1
            if isOver {
                dropped += 1
                continue
            }
            do throws(OutputFailure) {
                try settle(result, control)
            } catch {
                dropped += 1
                isOver = true
                takeBackUnsettled()
                if error != .closedPipe { failure = error }
                control.stop(error == .closedPipe ? .closedPipe : .outputFailed)
            }
            meter.update(counts, progress)
        }
        return count
    }

    private mutating func settle(_ result: Result, _ control: RunControl) throws(OutputFailure) {
        switch result {
        case .analyzed(let document, let place, let bytes):
            for warning in document.warnings { log.warning("\(place): \(warning)") }
            try output.write(document.content)
            counts.ok += 1
            counts.bytes += bytes
            unsettledBytes = output.unsettledCount == 0 ? 0 : unsettledBytes + bytes
        case .failed(let letter):
            // What stands in the file need not stand in a log that wants only what is urgent.
            log.log(level: deadLetters == nil ? .error : .warning, "\(letter)")
            try deadLetters?.write(letter)
            counts.failed += 1
            counts.failuresByCode[letter.code.name, default: 0] += 1
            if stopsAtFirstFailure {
                isOver = true
                control.stop(.failure)
            }
        case .skipped(let id):
            log.debug("\(id ?? ""): skipped, since its record is there")
            counts.skipped += 1
        }
    }

    /// Documents of a transaction that failed have no record; called once, since nothing is written afterwards.
    private mutating func takeBackUnsettled() {
        counts.ok -= output.unsettledCount
        dropped += output.unsettledCount
        counts.bytes -= unsettledBytes
    }

    /// Ends the output.
    ///
    /// - Parameter stale: of the records that were there before; `nil` to leave the output for a later run.
    /// - Returns: the name under which the records lie, when that is not the output's.
    mutating func finish(without stale: [Range<Int64>]?) -> String? {
        meter.finish(counts)
        if let stale, failure == nil {
            do throws(OutputFailure) {
                try output.finish(without: stale)
                return nil
            } catch {
                takeBackUnsettled()
                failure = error
            }
        }
        do throws(OutputFailure) { try output.suspend() } catch {
            if failure == nil {
                takeBackUnsettled()
                failure = error
            }
        }
        return output.unfinishedPath
    }
}
