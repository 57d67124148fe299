/// How blog engines and themes name the parts of a page that are not the article, and the article itself.
///
/// The names are words of `class` and `id` attributes, split at everything that is not a letter or digit and compared
/// in lower case: `post-comments`, `postComments` and `comments_area` all hold `comments`.
struct PageFurniture: Sendable {
    /// An element that is never part of the article.
    var boilerplate: Set<String>
    /// An element that is not part of the article unless it holds most of the page.
    var likelyBoilerplate: Set<String>
    /// Names that override the two above in the same element: `post-with-sidebar`.
    var content: Set<String>
    /// Whole names of the element that holds an article's text.
    var articleBodies: Set<String>
    /// What the heading of a part after the article says, in matching form: `commentaires`, `articles similaires`.
    var closingHeadings: [String]

    static let standard = PageFurniture(
        boilerplate: [
            "comments", "comment", "commentaires", "commentlist", "disqus", "respond", "sidebar", "breadcrumb",
            "breadcrumbs", "sharedaddy", "sharing", "jp", "addtoany", "navbar", "pagination", "pager", "cookie",
            "cookies", "newsletter", "related", "similaires", "skip", "offcanvas", "webring", "giscus", "utterances",
            "webmentions", "pingbacks", "trackbacks", "blogroll", "noprint", "printfriendly",
        ],
        likelyBoilerplate: [
            "nav", "navigation", "menu", "footer", "header", "masthead", "banner", "byline", "meta", "metadata",
            "postmeta", "metas", "share", "social", "author", "auteur", "bio", "widget", "widgets", "tags", "tag",
            "taglist",
            "categories", "category", "aside", "ads", "advert", "promo", "subscribe", "recent", "popular", "archives",
            "search", "recherche", "toolbar", "subscription", "date", "dateline", "timestamp", "published", "copyright",
            "colophon", "legal", "login", "partage", "suivant", "precedent", "next", "prev", "previous", "reading",
            "readtime", "sr", "hidden", "toc", "infos", "info", "details", "crumbs", "feed", "rss", "language",
            "langues", "edit", "permalink", "likes", "reactions", "nofollow",
        ],
        content: [
            "content", "contenu", "article", "post", "entry", "body", "main", "text", "texte", "page", "wrapper",
            "container", "layout", "row", "grid", "col", "column", "columns", "has", "with", "site",
        ],
        articleBodies: [
            "entry-content", "post-content", "post-body", "article-content", "article-body", "articlebody", "e-content",
            "postcontent", "entrycontent", "entry-body", "post-text", "post-entry", "article-text", "blog-post-body",
            "post__content", "article__content", "article__body", "single-content", "td-post-content", "postbody",
            "entrytext", "storycontent", "post_content", "entry_content", "article-entry",
        ],
        closingHeadings: [
            "commentaire", "commentaires", "laisser un commentaire", "poster un commentaire", "ajouter un commentaire",
            "repondre", "leave a reply", "leave a comment", "comments", "comment", "articles similaires",
            "articles lies", "sur le meme sujet", "a lire aussi", "lire aussi", "vous aimerez aussi", "related posts",
            "partager", "partagez", "partager cet article", "partager cette publication", "share this", "reactions",
            "articles recents", "derniers articles", "dans la meme categorie", "navigation des articles",
            "navigation de l article", "a propos de l auteur", "abonnez vous", "recherche", "archives", "categories",
            "mots cles", "trackbacks", "retroliens", "inscription a la newsletter", "you may also like",
            "cela pourrait vous interesser", "plus d articles", "autres articles", "article precedent",
            "article suivant", "suivez moi", "suivez nous",
        ]
    )
}
