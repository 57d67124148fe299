import ArgumentParser
import Batch
import Logging

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The flags that say how a run over many documents goes.
struct RunFlags: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: """
            Write to this file instead of standard output: to FILE.partial, which gets its name when all is written. A \
            database is opened in place, where a record of the same report is replaced; brat's folder is filled.
            """, completion: .file())
    var output: String?

    @Option(name: [.short, .long], help: "Documents to work on at once (default: as many as there are processors).")
    var jobs: PositiveNumber?

    @Option(help: "Write failures to this file, one JSON object a line.", completion: .file())
    var errors: String?

    @Option(help: "Write what the run did to this file, as JSON, when it is over.", completion: .file())
    var manifest: String?

    @Flag(help: "Go on with what an earlier run left in --output: documents with a record are skipped.")
    var resume = false

    @Option(help: "Stop after this many documents; those skipped do not count.")
    var limit: PositiveNumber?

    @Flag(help: "Stop at the first document that fails.")
    var failFast = false

    @Option(help: "A document that takes longer becomes a failure; looked at between steps. Units are ms, s, m, h.")
    var timeout = TimeLimit(seconds: 30)

    @Option(help: "Progress on standard error: line, json, none, or auto, which is line on a terminal.")
    var progress = ProgressChoice.auto

    @Flag(name: [.short, .long], help: "No progress, and no messages but errors.")
    var quiet = false

    @Option(help: "The least urgent messages to show: trace, debug, info, notice, warning, error or critical.")
    var logLevel = Logger.Level.warning

    var options: RunOptions {
        var options = RunOptions()
        options.jobs = min(jobs?.value ?? Self.processorCount, 1024)
        options.limit = limit?.value
        options.stopsAtFirstFailure = failFast
        options.timeout = timeout.duration
        options.outputPath = output
        options.resumes = resume
        options.errorsPath = errors
        options.manifestPath = manifest
        options.progress = progressStyle
        return options
    }

    func logger(_ messages: MessageStream) -> Logger {
        let level = quiet ? max(logLevel, .error) : logLevel
        return Logger(label: "causerie") { _ in MessageLogHandler(messages, level: level) }
    }

    static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    private var progressStyle: ProgressStyle {
        if quiet { return .none }
        switch progress {
        case .auto:
            // Records and progress would write over each other on one terminal.
            let isSeen = isatty(STDERR_FILENO) == 1 && (output != nil || isatty(STDOUT_FILENO) == 0)
            return isSeen ? .line : .none
        case .line: return .line
        case .json: return .json
        case .none: return .none
        }
    }
}

enum ProgressChoice: String, ExpressibleByArgument, CaseIterable { case auto, line, json, none }

extension Logger.Level: @retroactive ExpressibleByArgument {}
