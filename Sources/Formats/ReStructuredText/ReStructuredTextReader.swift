import TextModel

/// Reads reStructuredText, as docutils does
/// ([specification](https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html)), with the directives and the
/// metadata of Sphinx, Pelican, Nikola and Tinkerer.
///
/// The document's title and the fields below it are metadata and no blocks. Where docutils reports an error and shows
/// the markup, the text is kept and the markup left out if the author's intent is plain. Tables, included files and
/// unknown directives are not read; each leaves a diagnostic.
enum ReStructuredTextReader {
    static func read(_ source: SourceText) -> Document {
        let markup = MarkupSource(utf8: source.utf8)
        let start = markup.starts("\u{FEFF}", at: 0, before: source.utf8.count) ? 3 : 0
        let lines = markup.lines(from: start)
        var blocks = ReStructuredTextBlocks(source: markup, lines: lines)
        blocks.read(0, lines.count, indent: 0)
        return blocks.builder.finish(.rst, metadata: blocks.metadata)
    }
}
