import Batch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a run's end means for whoever started it: the exit status, and what to say.
struct RunEnd {
    /// `nil` when all is well.
    let failure: CommandFailure?

    init(_ outcome: RunOutcome, options: RunOptions, inputs: [String]) {
        let counts = outcome.counts
        let rest = outcome.unfinishedPath.map { "; the records so far are in \($0), go on with --resume" } ?? ""
        if let error = outcome.outputFailure {
            failure = CommandFailure(.outputFailed, error.description + rest)
        } else if case .signal(let number)? = outcome.stop {
            failure = CommandFailure(
                number == SIGINT ? .interrupted : .terminated,
                "stopped after \(counts.ok + counts.failed + counts.skipped) documents\(rest)")
        } else if !counts.areBalanced {
            failure = CommandFailure(
                .checkFailed,
                "\(counts.documents) documents were read and \(counts.ok + counts.failed + counts.skipped) accounted "
                    + "for; this is a fault of causerie, please report it")
        } else if counts.failed == 0 || outcome.stop == .closedPipe {
            failure = nil
        } else {
            let hasRecords = counts.ok + counts.skipped > 0
            // Of one document all is said.
            let isSingle = counts.documents == 1 && inputs.count == 1 && options.errorsPath == nil
            let place = options.errorsPath.map { "; see \($0)" } ?? ""
            failure = CommandFailure(
                hasRecords ? .someFailed : .nothingProcessed,
                isSingle ? "" : "\(counts.failed) of \(counts.documents) documents failed\(place)\(rest)")
        }
    }
}

extension CommandFailure {
    init(_ failure: OutputFailure) {
        switch failure {
        case .isFolder, .notResumable, .other(_, _, isUsage: true): self.init(.usage, failure.description)
        case .closedPipe, .failed, .inUse, .other: self.init(.outputFailed, failure.description)
        }
    }
}
