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

    @Argument(help: "A document; standard input when none is named, or for “-”.", completion: .file())
    var path: String?

    @Option(name: .customLong("from"), help: "The format of the document: markdown, html, asciidoc, rst or text.")
    var inputFormat: DocumentFormat?

    @Option(help: "tree for people, or ndjson with one block a line.")
    var format = BlockFormat.tree

    @Option(help: "What offsets count: utf8 (bytes), utf16 (code units) or scalar (Unicode scalar values).")
    var offsetUnit = OffsetUnit.utf8

    @Option(help: "The encoding of a document that is not in UTF-8, such as iso-8859-15; guessed when not given.")
    var encoding: String?

    func run() throws {
        let input = Input(path)
        let bytes = try input.read()
        let read: Analyzer.ReadDocument
        do {
            read = try Analyzer.document(of: bytes, encoding: encoding, format: inputFormat, fileName: input.path)
        } catch {
            throw CommandFailure(.nothingProcessed, "\(input.name): \(error)")
        }
        for diagnostic in read.source.diagnostics + read.document.diagnostics {
            let place = diagnostic.range.map { "byte \($0.start): " } ?? ""
            Messages.warn("\(input.name): \(place)\(diagnostic.message)")
        }
        let output = StandardOutput()
        BlockWriter(document: read.document, offsets: OffsetConverter(read.source, unit: offsetUnit))
            .write(format, to: output)
        try output.flush()
    }
}

extension DocumentFormat: ExpressibleByArgument {}

enum BlockFormat: String, ExpressibleByArgument, CaseIterable {
    case tree
    case ndjson
}
