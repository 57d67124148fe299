import ArgumentParser
import TextModel

/// What a command over one document reads, and how it tells places in it.
struct InputOptions: ParsableArguments {
    @Argument(help: "The file; standard input when none is named, or for “-”.", completion: .file())
    var path: String?

    @Option(help: "What offsets count: utf8 (bytes), utf16 (code units) or scalar (Unicode scalar values).")
    var offsetUnit = OffsetUnit.utf8

    @Option(help: "The encoding of a text that is not in UTF-8, such as iso-8859-15; guessed when not given.")
    var encoding: String?

    var input: Input { Input(path) }

    /// What is made of the input's bytes.
    ///
    /// - Throws: ``CommandFailure`` with ``ExitStatus/nothingProcessed``, naming the input, also for what `analyze` throws.
    func read<Result>(_ analyze: (_ bytes: [UInt8]) throws -> Result) throws(CommandFailure) -> Result {
        let bytes = try input.read()
        do {
            return try analyze(bytes)
        } catch {
            throw CommandFailure(.nothingProcessed, "\(input.name): \(error)")
        }
    }

    /// Warns of what was wrong with the input, with its place.
    func warn(of diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            let place = diagnostic.range.map { "byte \($0.start): " } ?? ""
            Messages.warn("\(input.name): \(place)\(diagnostic.message)")
        }
    }
}

extension OffsetUnit: ExpressibleByArgument {}
