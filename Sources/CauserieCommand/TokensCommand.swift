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

    @OptionGroup var options: InputOptions

    @Option(help: "table for people, ndjson with one token a line, or conllu (Universal Dependencies) by sentence.")
    var format = TokenFormat.table

    func run() throws {
        let text = try options.read { try Analyzer().text(of: $0, encoding: options.encoding) }
        options.warn(of: text.source.diagnostics)
        let output = StandardOutput()
        TokenWriter(text: text, offsets: OffsetConverter(text.source, unit: options.offsetUnit))
            .write(format, to: output)
        try output.flush()
    }
}

enum TokenFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case ndjson
    case conllu
}
