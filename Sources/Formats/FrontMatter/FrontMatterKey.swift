import TextModel

/// What a key of front matter says, whatever the generator calls it.
struct FrontMatterKey {
    enum Field {
        case title, author, published, updated, url, language, tag, site, event, speaker, summary
        /// A key that generators know and metadata has no place for.
        case other
    }

    let field: Field
    /// Of several keys for one field the lowest counts first; of an author's name and handle, only the name.
    let rank: Int

    /// The key of a path such as `title`, `lastModifiedAt`, `taxonomies.tags`; `nil` for one that no generator knows.
    ///
    /// - Parameter path: as ``normalized(_:)`` gives it, parents first, with a full stop between.
    init?(_ path: String) {
        guard let known = Self.known[path] else { return nil }
        self = known
    }

    private init(_ field: Field, _ rank: Int) {
        self.field = field
        self.rank = rank
    }

    /// Case, `-` and `_` do not count: `Last_Modified-at` is `lastmodifiedat`.
    static func normalized(_ key: some StringProtocol) -> String {
        let plain = key.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        if plain { return String(key) }
        return String(key.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " })
    }

    /// Under these keys the keys of a mapping are read as if they stood at the top: `params` of Hugo, `extra` of Zola.
    static let transparent: Set = ["params", "extra", "taxonomies"]
    /// Under these the keys of a mapping, or of each mapping in a list, are read behind their parent's: `author.name`.
    static let parents: Set = ["author", "authors"]

    /// The keys of Jekyll, Hugo, Hexo, Zola, Pelican, Eleventy, Gatsby and the exporters of WordPress.
    private static let known: [String: FrontMatterKey] = {
        // Names of one rank stand in one string.
        let fields: [(Field, [String])] = [
            (.title, ["title titre"]),
            (
                .author,
                [
                    "author authors author.name authors.name writer by auteur auteurs auteure auteures autrice autrices"
                        + " rédacteur rédactrice redacteur redactrice",
                    "authorname authorusername", "coauthors",
                ]
            ),
            (
                .published,
                [
                    "date", "publishdate", "published", "pubdate", "publishedat", "datepublished",
                    "postdate publication datepublication datedepublication publiéle publiele publié publie", "created",
                    "createdat",
                ]
            ),
            (.updated, ["updated lastmod lastmodifiedat lastmodified modified lastupdate updatedat datemodified"]),
            (.url, ["canonicalurl", "canonical", "url", "permalink", "link"]),
            (.language, ["lang language locale langue"]),
            (
                .tag,
                [
                    "tags tag étiquettes etiquettes", "keywords motsclés motscles motclé motscle",
                    "categories category catégories catégorie categorie",
                ]
            ),
            (.site, ["site sitename blog"]),
            (.event, ["conference conférence", "event évènement événement evenement"]),
            (.speaker, ["speaker speakers orateur orateurs intervenant intervenants intervenante intervenantes"]),
            (
                .summary,
                ["description", "excerpt summary subtitle abstract teaser lead résumé resume chapô chapo soustitre"]
            ),
            (
                .other,
                [
                    "layout draft slug type id image weight comments status cover coverimage aliases thumbnail template"
                        + " series toc video"
                ]
            ),
        ]
        var known: [String: FrontMatterKey] = [:]
        for (field, ranks) in fields {
            for (rank, names) in ranks.enumerated() {
                for name in names.split(separator: " ") { known[String(name)] = FrontMatterKey(field, rank) }
            }
        }
        return known
    }()
}

/// A value of front matter, as the syntaxes have them in common.
enum FrontMatterNode {
    case scalar(FrontMatterScalar)
    case list([FrontMatterNode])
    case mapping([FrontMatterPair])
}

/// A key of a mapping, as written, and its value.
struct FrontMatterPair {
    let key: String
    var value: FrontMatterNode

    init(_ key: String, _ value: FrontMatterNode) {
        self.key = key
        self.value = value
    }
}

/// A value that is no list and no mapping, with its place: quotes and white space around it are outside.
struct FrontMatterScalar: Equatable {
    /// Escapes and folded lines resolved.
    var text: String
    var range: SourceRange
    /// Whether it stands without quotes, so that `null` and `false` are no text.
    var isPlain: Bool
}

/// A known key and its values, in the order of the file.
struct FrontMatterEntry {
    let key: FrontMatterKey
    var scalars: [FrontMatterScalar]
    let isList: Bool

    /// The known keys of a mapping and of the mappings under them that are read.
    static func entries(of mapping: [FrontMatterPair]) -> [FrontMatterEntry] {
        var entries: [FrontMatterEntry] = []
        add(mapping, under: "", depth: 0, to: &entries)
        return entries
    }

    private static func add(
        _ mapping: [FrontMatterPair], under prefix: String, depth: Int,
        to entries: inout [FrontMatterEntry]
    ) {
        for pair in mapping {
            let path = prefix + FrontMatterKey.normalized(pair.key)
            let key = FrontMatterKey(path)
            switch pair.value {
            case .scalar(let scalar):
                if let key { entries.append(FrontMatterEntry(key: key, scalars: [scalar], isList: false)) }
            case .list(let items):
                var scalars: [FrontMatterScalar] = []
                for item in items {
                    switch item {
                    case .scalar(let scalar): scalars.append(scalar)
                    case .mapping(let mapping):
                        if FrontMatterKey.parents.contains(path), depth < 2 {
                            add(mapping, under: path + ".", depth: depth + 1, to: &entries)
                        }
                    case .list: break
                    }
                }
                if let key { entries.append(FrontMatterEntry(key: key, scalars: scalars, isList: true)) }
            case .mapping(let mapping):
                guard depth < 2 else { continue }
                if FrontMatterKey.transparent.contains(path) {
                    add(mapping, under: "", depth: depth + 1, to: &entries)
                } else if FrontMatterKey.parents.contains(path) {
                    add(mapping, under: path + ".", depth: depth + 1, to: &entries)
                }
            }
        }
    }
}
