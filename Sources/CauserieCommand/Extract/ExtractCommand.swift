import ArgumentParser
import Batch
import Causerie

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read reports and print a record of each: event, talks, speakers, lists, how they were received.",
        discussion: """
            One record a line (NDJSON), in the order of the inputs, the same bytes whatever the number of jobs. A report \
            that cannot be read is named on standard error (and in --errors) and never stops the others. Rather than \
            thousands of files name their folder, with --include: to read a command line takes time by the square of its \
            length.

              causerie extract report.md
              causerie extract --format pretty --published 2023-09-07 notes.txt
              causerie extract --from html < page.html | jq '.talks[].title'
              causerie extract content/posts --output reports.ndjson --errors errors.ndjson --resume
              causerie extract content/posts --format talks-csv > talks.csv
              causerie extract content/posts --format sqlite --output reports.sqlite

            Exit status:
              0    all documents have a record, or the reader closed the pipe
              2    the command line or the configuration is wrong
              3    some documents failed, the others have a record
              4    no document has a record
              5    the output could not be written; what was written whole stays in FILE.partial, for --resume
              130  stopped by SIGINT, after the documents in hand
              143  stopped by SIGTERM, after the documents in hand

            What a flag says can also stand in causerie.yaml, under the flag's name; see “causerie config”.
            """
    )

    @OptionGroup var options: ExtractOptions

    func run() throws {
        let runOptions = options.run.options
        try checkOutput()
        let inputs = options.input.inputs
        let analysis = ReportAnalysis(
            analyzer: try Analyzer(lexiconFolder: options.record.lexicons), flags: options.record,
            published: options.input.published)
        let started = WallClockTime.now
        let outcome: RunOutcome
        do throws(OutputFailure) {
            outcome = try ExtractRun(options, analysis).outcome()
        } catch {
            throw CommandFailure(error)
        }
        let failure = RunEnd(outcome, options: runOptions, inputs: inputs).failure
        if let path = runOptions.manifestPath {
            let manifest = Manifest(
                of: outcome, producer: analysis.analyzer.producer, inputs: inputs, options: runOptions,
                exitStatus: failure?.status.rawValue ?? 0, started: started)
            do throws(OutputFailure) { try manifest.write(to: path) } catch { throw CommandFailure(error) }
        }
        if let failure { throw failure }
    }

    private func checkOutput() throws(CommandFailure) {
        let format = options.record.format
        if options.run.output == nil, let needed = format.neededOutput {
            throw CommandFailure(
                .usage, "--format \(format.rawValue): standard output cannot hold it; name \(needed) with --output")
        }
        guard options.run.resume else { return }
        guard options.run.output != nil else {
            throw CommandFailure(.usage, "--resume: there is nothing to go on with; name the file with --output")
        }
        guard format.isResumable else {
            throw CommandFailure(
                .usage, "--resume: only records in NDJSON and in a database can be gone on with; leave --format out")
        }
    }
}
