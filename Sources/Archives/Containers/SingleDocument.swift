/// A file that is a document.
final class SingleDocument: ItemSource {
    private var reader: ByteReader?
    private let origin: Origin
    private let options: InputOptions

    init(_ reader: ByteReader, _ origin: Origin, options: InputOptions) {
        self.reader = reader
        self.origin = origin
        self.options = options
    }

    func next() -> InputItem? {
        guard let reader else { return nil }
        self.reader = nil
        do throws(InputFailure) {
            guard let bytes = try reader.rest(limit: options.maximumDocumentBytes) else {
                throw .tooLarge("the document", limit: options.maximumDocumentBytes)
            }
            return .document(
                ArchivedDocument(
                    bytes, id: origin.name, fileName: origin.fileName, format: options.format,
                    encoding: options.encoding, place: origin.place))
        } catch {
            return .refused(error.refused(at: origin.place, id: origin.name))
        }
    }
}
