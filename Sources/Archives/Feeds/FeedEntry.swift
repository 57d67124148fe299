import TextModel

/// What an entry of a feed says, while it is read.
struct FeedEntry {
    /// Where it begins.
    let line: Int
    /// Its number in the feed, counted from 1.
    let number: Int
    var id: String?
    var link: String?
    /// The id where it is an address.
    var guidLink: String?
    var title: String?
    var published: String?
    var otherDate: String?
    var content: Text?
    var summary: Text?
    var postType: String?
    var postStatus: String?
    var postPassword: String?
    var postDate: String?

    struct Text {
        var bytes: [UInt8]
        var format: DocumentFormat
        /// More bytes than allowed; the rest is not held.
        var isTooLarge = false

        var isBlank: Bool { !isTooLarge && bytes.allSatisfy { $0 <= 0x20 } }
    }

    init(line: Int, number: Int) {
        self.line = line
        self.number = number
    }

    /// Whether this is no post that the public can read: of an export of WordPress only posts and pages (`post`, `page`)
    /// that are published (`publish`) and ask for no password are read. Drafts, menus and attachments are passed over.
    var isUnpublished: Bool {
        guard let postType else { return false }
        return !["post", "page"].contains(postType) || postStatus != "publish" || postPassword?.isEmpty == false
    }

    /// The entry as a document: its full content, else its summary.
    func document(at place: InputPlace, of origin: Origin, options: InputOptions) throws(InputFailure)
        -> ArchivedDocument
    {
        let present = [content, summary].compactMap { $0 }.first { !$0.isBlank }
        guard var text = present else {
            throw InputFailure(
                .noContent, "the entry has neither content nor summary", hint: "read the page at its address instead")
        }
        guard !text.isTooLarge else { throw .tooLarge("the entry", limit: options.maximumDocumentBytes) }
        if postType != nil { text.bytes = WordPressParagraphs.marked(text.bytes) }
        // The local time of the blog, where RSS has another zone's.
        let date =
            [postDate, published, otherDate].lazy.map { ContainerDate($0) }
            .first { $0.day != nil || !$0.diagnostics.isEmpty } ?? ContainerDate(nil)
        return ArchivedDocument(
            text.bytes, id: id(in: origin), format: options.format ?? text.format, encoding: "utf-8",
            published: date.day, url: address, title: title, diagnostics: date.diagnostics, place: place)
    }

    private var address: String? { link ?? guidLink }

    func id(in origin: Origin) -> String { id ?? address ?? origin.id(ofPart: number) }
}
