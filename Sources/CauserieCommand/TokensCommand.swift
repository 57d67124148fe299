import ArgumentParser
import Causerie
import TextModel

struct TokensCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract: "Print the tokens of a text, each with its kind and place.",
        discussion: """
            The text is read as it is, markup included. Every byte of it belongs to one token; offsets are half-open.

              causerie tokens report.txt
              echo "L’été, dit-il." | causerie tokens --format ndjson
            """
    )

    @Argument(help: "A text file; standard input when none is named, or for “-”.", completion: .file())
    var path: String?

    @Option(help: "table for people, ndjson with one token a line, or conllu (Universal Dependencies) by sentence.")
    var format = TokenFormat.table

    @Option(help: "What offsets count: utf8 (bytes), utf16 (code units) or scalar (Unicode scalar values).")
    var offsetUnit = OffsetUnit.utf8

    @Option(help: "The encoding of a text that is not in UTF-8, such as iso-8859-15; guessed when not given.")
    var encoding: String?

    func run() throws {
        let input = Input(path)
        let bytes = try input.read()
        let text: Analyzer.Text
        do {
            text = try Analyzer().text(of: bytes, encoding: encoding)
        } catch {
            throw CommandFailure(.nothingProcessed, "\(input.name): \(error)")
        }
        for diagnostic in text.source.diagnostics {
            Messages.warn("\(input.name): \(diagnostic.message)")
        }
        let output = StandardOutput()
        TokenWriter(text: text, offsets: OffsetConverter(text.source, unit: offsetUnit)).write(format, to: output)
        try output.flush()
    }
}

extension OffsetUnit: ExpressibleByArgument {}

enum TokenFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case ndjson
    case conllu
}
