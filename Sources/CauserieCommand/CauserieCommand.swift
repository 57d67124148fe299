import ArgumentParser
import Causerie
import FrenchText
import ICUText
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The command `causerie`.
@main
struct CauserieCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "causerie",
        abstract: "Reads French reports of conference talks and says what is in them.",
        discussion: """
            Data goes to standard output, messages to standard error.

            Exit status: 0 all good, 1 a check failed, 2 the command line is wrong, 3 some documents failed, \
            4 nothing could be processed, 5 the output could not be written, 130 and 143 stopped by a signal.
            """,
        subcommands: [
            ExtractCommand.self, ConfigCommand.self, ExplainCommand.self, SchemaCommand.self, LexiconCommand.self,
            BlocksCommand.self,
            TokensCommand.self, EvaluateCommand.self, GoldFromBratCommand.self,
            RulesCommand.self, CueEvidenceCommand.self,
        ]
    )

    @Flag(name: .customLong("version"), help: "Print the versions of Causerie, ICU and Unicode, and how rules run.")
    var showsVersion = false

    func run() throws {
        guard showsVersion else { throw CleanExit.helpRequest(self) }
        let texts = try TextAnalyzer()
        let output = StandardOutput()
        output.write(
            """
            causerie \(Analyzer.version)
            ICU \(ICUVersion.library), Unicode \(ICUVersion.unicode)
            tokenizer rules: \(texts.rulesOrigin.rawValue), run by the \(texts.engine.rawValue) engine

            """)
        try output.flush()
    }

    static func main() {
        // A reader that has seen enough closes the pipe; the write then fails with EPIPE, which ends the run quietly.
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow (ulimit -f) is an output that cannot be written.
        signal(SIGXFSZ, SIG_IGN)
        do {
            let arguments = try CommandArguments(Array(CommandLine.arguments.dropFirst()))
            var command = try parseAsRoot(arguments.merged)
            try command.run()
        } catch let failure as CommandFailure {
            if !failure.description.isEmpty { Messages.complain(failure.description) }
            Self.exit(withStatus: failure.status.rawValue)
        } catch let error where exitCode(for: error) == .validationFailure {
            Messages.write(fullMessage(for: error) + "\n")
            Self.exit(withStatus: ExitStatus.usage.rawValue)
        } catch let error where exitCode(for: error) == .success {
            let output = StandardOutput()
            output.write(fullMessage(for: error) + "\n")
            Self.exit(withStatus: (try? output.flush()) == nil ? ExitStatus.outputFailed.rawValue : 0)
        } catch {
            Messages.complain(String(describing: error))
            Self.exit(withStatus: ExitStatus.nothingProcessed.rawValue)
        }
    }

    private static func exit(withStatus status: Int32) -> Never {
        #if canImport(Glibc)
            Glibc.exit(status)
        #else
            Darwin.exit(status)
        #endif
    }

}
