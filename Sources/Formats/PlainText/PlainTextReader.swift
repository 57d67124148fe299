import TextModel

enum PlainTextReader {
    static func read(_ source: SourceText) -> Document {
        var builder = DocumentBuilder(source: source.utf8)
        builder.text(0, source.utf8.count)
        return builder.finish(.text, metadata: Metadata())
    }
}
