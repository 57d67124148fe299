/// What the name of a `<meta>` says that its content is: HTML's own names, Open Graph, Dublin Core, schema.org.
struct HTMLMetaName {
    enum Field { case site, title, author, published, updated, url, language, tag, keywords, summary }

    let field: Field
    /// Of several names for one field the lowest counts first.
    let rank: Int

    /// - Parameter name: the value of `property`, `name` or `itemprop`, in any case; `nil` for one that says nothing of
    ///   an article.
    init?(_ name: ArraySlice<UInt8>) {
        guard name.count <= Self.known.longest,
            let known = Self.known[name] ?? Self.known[name.map(\.lowercased)[...]]
        else { return nil }
        self = known
    }

    private init(_ field: Field, _ rank: Int) {
        self.field = field
        self.rank = rank
    }

    private static let known: WordTable<HTMLMetaName> = {
        let fields: [(Field, [String])] = [
            (.site, ["og:site_name", "application-name"]),
            (.title, ["og:title", "twitter:title", "dc.title"]),
            (.author, ["author", "article:author", "dc.creator"]),
            (
                .published,
                [
                    "article:published_time", "og:article:published_time", "datepublished", "dc.date",
                    "dc.date.issued", "dcterms.created", "date", "pubdate", "publish-date",
                ]
            ),
            (.updated, ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"]),
            (.url, ["og:url"]),
            (.language, ["og:locale", "language", "dc.language"]),
            (.tag, ["article:tag"]),
            (.keywords, ["keywords"]),
            (.summary, ["description", "og:description", "twitter:description", "dc.description"]),
        ]
        return WordTable(
            fields.flatMap { field, names in
                names.enumerated().map { (key: $0.element, value: HTMLMetaName(field, $0.offset)) }
            })
    }()
}
