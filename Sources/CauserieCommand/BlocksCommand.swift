import ArgumentParser
import Causerie
import Formats
import TextModel

struct BlocksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blocks",
        abstract: "Print the blocks of a document: headings, paragraphs, items, each with its place.",
        discussion: """
            The format is told by the file's name, else by the text. Offsets are half-open, in bytes of UTF-8.

              causerie blocks report.md
              causerie blocks --from html --format ndjson < page.html
            """
    )

    @OptionGroup var options: InputOptions

    @Option(name: .customLong("from"), help: "The format of the document: markdown, html, asciidoc, rst or text.")
    var inputFormat: DocumentFormat?

    @Option(help: "tree for people, or ndjson with one block a line.")
    var format = BlockFormat.tree

    func run() throws {
        let read = try options.read { bytes in
            try Analyzer.document(
                of: bytes, encoding: options.encoding, format: inputFormat, fileName: options.input.path)
        }
        options.warn(of: read.source.diagnostics + read.document.diagnostics)
        let output = StandardOutput()
        BlockWriter(document: read.document, offsets: OffsetConverter(read.source, unit: options.offsetUnit))
            .write(format, to: output)
        try output.flush()
    }
}

extension DocumentFormat: ExpressibleByArgument {}

enum BlockFormat: String, ExpressibleByArgument, CaseIterable {
    case tree
    case ndjson
}
