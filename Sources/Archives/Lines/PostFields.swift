import TextModel

/// What a line of NDJSON or a row of CSV says of a document.
struct PostFields {
    var id: String?
    var markdown: [UInt8]?
    var html: [UInt8]?
    var text: [UInt8]?
    var published: String?
    var url: String?
    var title: String?
    var extra: String?

    /// The content and its format: the first that is there and not empty, else one that is empty.
    private var content: (bytes: [UInt8], format: DocumentFormat)? {
        let candidates: [([UInt8]?, DocumentFormat)] = [(markdown, .markdown), (html, .html), (text, .text)]
        let present = candidates.compactMap { bytes, format in bytes.map { (bytes: $0, format: format) } }
        return present.first { !$0.bytes.isEmpty } ?? present.first
    }

    /// The document; its id is the field's, else the address, else the place.
    ///
    /// - Parameters:
    ///   - place: with the line.
    ///   - present: the names of all fields, for the message where there is no content.
    func document(
        at place: InputPlace, of origin: Origin, present: [String], options: InputOptions
    ) throws(InputFailure) -> ArchivedDocument {
        guard let content else {
            let names = options.fields
            throw InputFailure(
                .invalidFields, "none of the fields \(names.markdown), \(names.html) and \(names.text) is there",
                hint: "name the field of the text; there are: \(present.prefix(20).joined(separator: ", "))")
        }
        guard content.bytes.count <= options.maximumDocumentBytes else {
            throw .tooLarge("the document", limit: options.maximumDocumentBytes)
        }
        let date = ContainerDate(published)
        return ArchivedDocument(
            content.bytes, id: id ?? url ?? origin.id(ofPart: place.line ?? 0),
            format: options.format ?? content.format,
            encoding: "utf-8", published: date.day, url: url, title: title, extra: extra,
            diagnostics: date.diagnostics, place: place)
    }
}
