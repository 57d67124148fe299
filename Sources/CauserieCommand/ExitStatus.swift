import ArgumentParser

/// The exit statuses of the command, the same for every subcommand.
enum ExitStatus: Int32 {
    /// A check or a floor failed.
    case checkFailed = 1
    /// The command line cannot be understood.
    case usage = 2
    /// Some of the documents could not be processed, and the others were.
    case someFailed = 3
    /// Nothing could be processed.
    case nothingProcessed = 4
    /// The output could not be written.
    case outputFailed = 5
    /// Stopped by SIGINT, as a shell would say it.
    case interrupted = 130
    /// Stopped by SIGTERM.
    case terminated = 143
}

/// A failure that ends the command, with what a person needs to mend it.
struct CommandFailure: Error, CustomStringConvertible {
    let status: ExitStatus
    /// One line: the input, what is wrong with it, and the cure; empty when all is said.
    let description: String

    init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}
