import Archives
import ArgumentParser
import TextModel

/// The flags that say what to read, and how.
struct InputFlags: ParsableArguments {
    @Argument(
        help: """
            Reports, folders, feeds, archives, files of NDJSON or CSV; standard input when none is named, or for “-”.
            """, completion: .file())
    var paths: [String] = []

    /// What the configuration names for an empty command line.
    @Option(name: .customLong("inputs"), help: .hidden)
    var standardPaths: [String] = []

    @Option(
        name: .customLong("from"),
        help: """
            The format of the reports: markdown, html, asciidoc, rst or text; or what holds them: ndjson, csv, feed, \
            archive or warc. Told by name and content when not given.
            """)
    var inputFormat: InputFormat?

    @Option(help: "Of folders and archives read only files that match, such as “posts/**/*.md”; may be repeated.")
    var include: [String] = []

    @Option(help: "Leave out files and folders that match; may be repeated.")
    var exclude: [String] = []

    @Option(help: "The field of NDJSON, or column of CSV, with the id of a report.")
    var idField = FieldNames().id

    @Option(help: "The field with a report in plain text.")
    var textField = FieldNames().text

    @Option(help: "The field with a report in HTML.")
    var htmlField = FieldNames().html

    @Option(help: "The field with a report in Markdown.")
    var markdownField = FieldNames().markdown

    @Option(help: "The field with the day of publication.")
    var publishedField = FieldNames().published

    @Option(help: "The field with the address.")
    var urlField = FieldNames().url

    @Option(help: "The field with the title.")
    var titleField = FieldNames().title

    @Option(help: "What separates the columns of CSV, one character; told by the header when not given.")
    var delimiter: Delimiter?

    @Flag(help: "Carry all other fields through, under source.extra.")
    var extra = false

    @Option(help: "The encoding of reports that are not in UTF-8, such as iso-8859-15; guessed when not given.")
    var encoding: String?

    @Option(help: "The day of publication, such as 2023-09-07: stronger than what a report says of itself.")
    var published: CalendarDate?

    @Option(help: "A report of more bytes becomes a failure; units are k, M, G and KiB, MiB, GiB.")
    var maxBytes = ByteCount(bytes: Archives.InputOptions().maximumDocumentBytes)

    /// As the caller named them, `-` for standard input.
    var inputs: [String] {
        if !paths.isEmpty { return paths }
        return standardPaths.isEmpty ? ["-"] : standardPaths
    }

    var options: Archives.InputOptions {
        var options = Archives.InputOptions()
        options.include = include
        options.exclude = exclude
        options.container = inputFormat?.container
        options.format = inputFormat?.format
        options.fields.id = idField
        options.fields.text = textField
        options.fields.html = htmlField
        options.fields.markdown = markdownField
        options.fields.published = publishedField
        options.fields.url = urlField
        options.fields.title = titleField
        options.delimiter = delimiter?.byte
        options.carriesExtra = extra
        options.encoding = encoding
        options.maximumDocumentBytes = maxBytes.bytes
        return options
    }
}

/// What `--from` says: the format of the reports, or the kind of container that holds them.
enum InputFormat: ExpressibleByArgument, Equatable {
    case reports(DocumentFormat)
    case held(by: ContainerKind)

    init?(argument: String) {
        if let format = DocumentFormat(rawValue: argument) {
            self = .reports(format)
            return
        }
        switch ContainerKind(rawValue: argument) {
        case .document?, .folder?, nil: return nil
        case .ndjson?: self = .held(by: .ndjson)
        case .csv?: self = .held(by: .csv)
        case .feed?: self = .held(by: .feed)
        case .archive?: self = .held(by: .archive)
        case .warc?: self = .held(by: .warc)
        }
    }

    var format: DocumentFormat? { if case .reports(let format) = self { format } else { nil } }
    var container: ContainerKind? { if case .held(let container) = self { container } else { nil } }
    var name: String { format?.rawValue ?? container?.rawValue ?? "" }
}

/// One character of ASCII; `tab` for a tab.
struct Delimiter: ExpressibleByArgument {
    let byte: UInt8

    init?(argument: String) {
        let bytes = Array((argument == "tab" ? "\t" : argument).utf8)
        guard bytes.count == 1, bytes[0] < 0x80, bytes[0] != 0x0A, bytes[0] != 0x0D, bytes[0] != 0x22 else {
            return nil
        }
        byte = bytes[0]
    }

    var name: String { byte == 0x09 ? "tab" : String(Unicode.Scalar(byte)) }
}
