import TextModel

/// Reads AsciiDoc, as Asciidoctor does ([language documentation](https://docs.asciidoctor.org/asciidoc/latest/)).
///
/// Where authors write what Asciidoctor takes for running text and a reader does not, the reader's view counts: a list,
/// a section title or an image may follow a paragraph without a blank line. The document's title is metadata and no
/// block. What depends on a conversion is left as written: attribute references, `--`, `(C)`. Tables and included files
/// are not read; both leave a diagnostic.
enum AsciiDocReader {
    static func read(_ source: SourceText) -> Document {
        let frontMatter = FrontMatter(source.utf8)
        let markup = MarkupSource(utf8: source.utf8)
        var start = frontMatter.bodyStart
        if start == 0, markup.starts("\u{FEFF}", at: 0, before: source.utf8.count) { start = 3 }

        let syntax = AsciiDocSyntax(source: markup)
        let lines = markup.lines(from: start)
        var header = AsciiDocHeader(syntax: syntax, lines: lines, metadata: frontMatter.metadata)
        let first = header.read()
        var blocks = AsciiDocBlocks(syntax: syntax, lines: lines, header: header)
        blocks.builder.diagnostics = frontMatter.diagnostics
        blocks.read(first, lines.count)
        blocks.builder.diagnostics += blocks.header.diagnostics
        return blocks.builder.finish(.asciidoc, metadata: blocks.header.metadata)
    }
}
