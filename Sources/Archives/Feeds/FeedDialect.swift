/// The kinds of feeds that are read.
enum FeedDialect {
    /// RSS 2.0 and 0.9x, with the modules that blogs use; an export of WordPress (WXR) is one with fields of its own.
    case rss
    /// RFC 4287.
    case atom

    /// A member of an entry.
    enum Field {
        case id
        case link
        case title
        /// The day that the container says first, and what to take where it is missing.
        case published, otherDate
        case content, summary
        // Of WordPress.
        case postType, postStatus, postPassword, postDate
    }

    static let atomNamespace = "http://www.w3.org/2005/Atom"
    private static let contentNamespace = "http://purl.org/rss/1.0/modules/content/"
    private static let dublinCoreNamespace = "http://purl.org/dc/elements/1.1/"
    /// The version of WXR follows.
    private static let wordPressNamespace = "http://wordpress.org/export/"

    /// The kind of a document by its outermost element; `nil` for what is no such feed.
    init?(root: XMLEventReader.Element) {
        switch (root.name, root.namespace) {
        case ("rss", _): self = .rss
        case ("feed", Self.atomNamespace): self = .atom
        default: return nil
        }
    }

    /// Whether an element is an entry.
    func isEntry(_ element: XMLEventReader.Element, depth: Int) -> Bool {
        switch self {
        case .rss: element.name == "item" && element.namespace.isEmpty && depth == 2
        case .atom: element.name == "entry" && element.namespace == Self.atomNamespace && depth == 1
        }
    }

    /// What an element right below an entry says.
    func field(_ element: XMLEventReader.Element) -> Field? {
        switch self {
        case .rss: Self.rssField(element)
        case .atom: element.namespace == Self.atomNamespace ? Self.atomField(element.name) : nil
        }
    }

    private static func atomField(_ name: String) -> Field? {
        switch name {
        case "id": .id
        case "link": .link
        case "title": .title
        case "published": .published
        // Every entry has it, and many have no other date.
        case "updated": .otherDate
        case "content": .content
        case "summary": .summary
        default: nil
        }
    }

    private static func rssField(_ element: XMLEventReader.Element) -> Field? {
        switch (element.namespace, element.name) {
        case ("", "guid"): .id
        case ("", "link"): .link
        case ("", "title"): .title
        case ("", "pubDate"): .published
        case (dublinCoreNamespace, "date"): .otherDate
        case (contentNamespace, "encoded"): .content
        case ("", "description"): .summary
        case (let namespace, let name) where namespace.hasPrefix(wordPressNamespace):
            switch name {
            // `…/export/1.2/excerpt/`
            case "encoded": .summary
            case "post_type": .postType
            case "status": .postStatus
            case "post_password": .postPassword
            case "post_date": .postDate
            default: nil
            }
        default: nil
        }
    }
}
