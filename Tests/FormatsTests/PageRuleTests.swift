import Formats
import TestSupport
import Testing
import TextModel

/// Each rule that leaves something out of a page, and beside it what the rule must not touch.
struct PageRuleTests {
    private static let prose = [
        "La marée descendait quand nous sommes arrivés au phare, et la salle était déjà pleine à craquer.",
        "Le premier exposé portait sur les balises, leur usure et le peu de soin que l'on met à les décrire.",
        "Après la pause, deux voisines de table ont raconté leur migration sans cacher ce qui avait raté.",
    ].map { "<p>\($0)</p>" }

    private static let text = prose.joined()

    /// The words `oui` of a page must show, the words `non` must not.
    private func check(_ body: String, head: String = "", _ comment: Comment? = nil) throws {
        let page = "<html><head><title>Le phare</title>\(head)</head><body>\(body)</body></html>"
        let document = try DocumentReader().read(SourceText(page), as: .html)
        let words = document.visibleWords
        #expect(words["non"] == nil, comment)
        #expect(words["oui"] == wordCounts(plainText(ofHTML: page))["oui"], comment)
        #expect(words["balises"] == 1, comment)
        #expect(isSound(document))
    }

    @Test(arguments: [
        "<div class=\"post-comments\"><p>Un avis non retenu, mais long et plein de détails sur le goûter.</p></div>\(text)",
        "<div class=postMeta>non</div>\(text)",
        "<div class=\"wrap has-sidebar no-comments\">\(text)<p>oui</p></div><div class=sidebar>non</div>",
        "<div>\(text)<div class=info><p>Le détail qui suit, oui, appartient au récit tout entier.</p></div><p>oui</p></div>",
        "<div>\(text)</div><div class=info><p>Le détail qui suit, non, n'appartient pas au récit.</p></div>",
        "<div class=outline-2>\(text)</div><div class=outline-2><p>Une suite, oui, sous le même nom de classe.</p></div>",
        "<div class=promo-x>\(prose[0])</div><div class=promo-x>\(prose[1])</div><div class=promo-x>\(prose[2])oui</div>",
        "<div role=complementary>non</div><div role=main>\(text)<p>oui</p></div><div role=contentinfo>non</div>",
        "<div hidden>non</div><div style=\"color: red; display: none\">non</div>\(text)",
        "<article>\(text)<section><header><h2>oui</h2></header>\(prose[0])</section><footer>non</footer></article>",
        "<article>\(text)<blockquote><p>Le vent se lève.</p><footer>oui</footer></blockquote>\(prose[2])</article>",
    ])
    func names(_ body: String) throws { try check(body) }

    @Test(arguments: [
        "<div>\(text)<h2>2 commentaires</h2><p>non</p></div>",
        "<div>\(text)<p>Commentaires (2)</p><div>non</div></div><div>non</div>",
        "<div>\(text)<h3>3 commentaires sur « Le phare »</h3><p>non</p></div>",
        "<div>\(text)<h2>E\u{301}crire un commentaire</h2><p>non</p></div>",
        "<div>\(text)<h2>Commentaires de la salle</h2><p>oui</p></div>",
        "<div>\(text)<h2>Articles similaires :</h2><p>non</p></div>",
        "<div>\(text)<h2>Articles de presse</h2><p>oui</p></div>",
        "<div>\(text)<h2>Archives</h2><ul><li><a href=a>non</a></li><li><a href=b>non</a></li></ul></div>",
        "<div>\(text)<h2>Archives</h2><p>Les archives du phare, oui, ont occupé tout un atelier, et le public en "
            + "redemandait encore à la fermeture des portes du musée.</p></div>",
    ])
    func partsThatALineAnnounces(_ body: String) throws { try check(body) }

    @Test(arguments: [
        "<div><h1>Le phare</h1><p>Par Jeanne Le Bihan, non</p><p>3 min de lecture</p>\(text)</div>",
        "<div><h1>Le phare</h1><p>non</p><p><time datetime=2019-05-03>non</time></p>\(text)</div>",
        "<div><p>non</p><h1>Le phare</h1>\(text)</div>",
        "<div><h1>Le phare</h1><p>Le 3 mai 2019, oui, nous voilà partis dès l'aube vers la pointe.</p>\(text)</div>",
        "<div><h1>Le phare</h1><p>Par tous les temps, oui, la pointe se visite et se raconte.</p>\(text)</div>",
        "<div><h1>Le phare</h1><p>oui</p>\(text)</div>",
        "<div><h1>Le phare</h1><h2>oui</h2><p>Par oui</p>\(text)</div>",
        "<div><h2>Le port, oui</h2>\(text)<h2>oui</h2>\(prose[0])</div>",
    ])
    func beforeTheText(_ body: String) throws { try check(body) }

    @Test func aSpeakerIsNoAuthor() throws {
        let head = "<meta name=author content=\"Jeanne Le Bihan\">"
        try check("<div><h1>Le phare</h1><p>Par Jeanne Le Bihan non</p>\(Self.text)</div>", head: head)
        try check("<div><h1>Le phare</h1><p>Par Yann Kerdoncuff oui</p>\(Self.text)</div>", head: head)
    }

    @Test(arguments: [
        "<div>\(text)<p>Étiquettes : <a href=a>non</a>, <a href=b>non</a></p></div>",
        "<div>\(text)<p><a href=a>← non</a> <a href=b>non →</a></p></div>",
        "<div>\(text)<p>E\u{301}tiquettes : <a href=a>non</a>, <a href=b>non</a></p></div>",
        "<div>\(text)<p>À lire aussi : <a href=a>non</a></p>\(prose[0])</div>",
        "<div>\(text)<p>À lire aussi le roman de la gardienne, oui, que je recommande.</p>\(prose[0])</div>",
        "<div>\(text)<p>Voir <a href=a>la vidéo, oui</a></p></div>",
        "<div>\(text)<ul><li><a href=a>oui</a></li><li><a href=b>oui</a></li></ul></div>",
        "<h1>Le phare</h1>\(text)<hr><p>non <a href=a>non</a></p>",
        "<h1>Le phare</h1>\(text)<hr><p>oui, et la suite demain.</p>",
        "<div>\(text)<h2>Le port <a href=\"#port\">#</a></h2><p>oui</p></div>",
    ])
    func afterTheText(_ body: String) throws { try check(body) }

    @Test(arguments: [
        // Parts of one report under one title.
        "<h1>Le phare</h1><article>\(text)</article><article><h2><a href=a>oui</a></h2>\(prose[0])\(prose[1])\(prose[2])</article>"
            .replacing("balises, leur", with: "bouées, leur", maxReplacements: 2).replacing(
                "bouées, leur", with: "balises, leur", maxReplacements: 1),
        // Two posts, each with a link to itself.
        "<div class=post><h2><a href=a>Le phare</a></h2>\(text)</div><div class=post><h2><a href=b>non</a></h2>\(prose[0])\(prose[2])\(prose[2])</div>",
        // The text in two boxes of one kind, and in two of which the first begins it.
        "<div><h1>Le phare</h1><div class=bloc>\(text)</div><div class=bloc><p>oui, et ce n'est pas tout : le soir venu, la fanfare du port a joué sur la digue.</p></div></div>",
        "<div><h1>Le phare</h1><div class=chapo><p>Un chapeau qui compte, oui, car il annonce tout le récit, et même un peu plus que le récit.</p></div><div class=a>\(text)\(text.replacing("balises", with: "bouées"))</div></div>",
        "<div><h1>Le phare</h1><div class=a>\(text)</div><div class=b><h3><a href=a>non</a></h3><p>Un autre récit, non moins long, sur une autre pointe.</p></div></div>",
        "<table><tr><td>non</td></tr><tr><td><a href=a>non</a></td><td>\(text)<p>oui</p></td></tr></table>",
    ])
    func theElementOfTheArticle(_ body: String) throws { try check(body) }

    @Test(
        arguments: [
            ("<p>Par Jean-Marc de La Tour, le 3 mai 2019</p>", "Jean-Marc de La Tour", "2019-05-03"),
            (
                "<p>Publié le <b>3 mai 2019</b> par <a href=a>Léa Roy</a> dans <a href=b>Mer</a></p>", "Léa Roy",
                "2019-05-03"
            ),
            ("<div class=meta>Date : 2019-05-03</div>", nil, "2019-05-03"),
            ("<div itemprop=author itemscope>Plume <b itemprop=name>Léa Roy</b></div>", "Léa Roy", nil),
            ("<span class=vcard><span class=fn>Léa Roy</span></span>", "Léa Roy", nil),
            ("<abbr class=published title=2019-05-03T10:00>ce matin</abbr>", nil, "2019-05-03"),
            ("<p>Publié le 3 mai 2019 (par&nbsp;: Léa&nbsp;Roy)</p>", "Léa Roy", "2019-05-03"),
            ("<p>Auteur(s) : Léa Roy, Cahiers</p>", "Léa Roy", nil),
            ("<p>Par ici la sortie</p>", nil, nil), ("<p>Partager par courriel</p>", nil, nil),
        ] as [(String, String?, String?)])
    func bylines(_ line: String, _ author: String?, _ day: String?) throws {
        let page = "<html><head><title>Le phare</title></head><body><h1>Le phare</h1>\(line)\(Self.text)</body></html>"
        let metadata = try DocumentReader().read(SourceText(page), as: .html).metadata
        #expect(metadata.authors.map(\.text) == (author.map { [$0] } ?? []))
        #expect(metadata.published?.date.description == day)
        if let place = metadata.authors.first?.range, let author {
            #expect(SourceText(page)[place].hasPrefix(author.prefix(3)))
        }
    }

    @Test func aBylineOfTwo() throws {
        let page = """
            <html><head><title>Le phare</title></head><body><h1>Le phare</h1><p>Par Léa Roy et Yann Kerdoncuff dans
            Mer</p>\(Self.text)</body></html>
            """
        let metadata = try DocumentReader().read(SourceText(page), as: .html).metadata
        #expect(metadata.authors.map(\.text) == ["Léa Roy", "Yann Kerdoncuff"])
    }

    @Test func aDateThatIsNoneIsReported() throws {
        let head = "<meta property=\"article:published_time\" content=\"hier\"><title>Le phare</title>"
        let source = SourceText("<html><head>\(head)</head><body>\(Self.text)</body></html>")
        let document = try DocumentReader().read(source, as: .html)
        #expect(document.diagnostics.map(\.code) == [.dateUnreadable])
        #expect(document.diagnostics.first?.range.map { source[$0] } == "hier")
    }

    /// A title that is no heading, after the name of the site; a title twice, the second in the post.
    @Test(arguments: [
        "<p>Cahiers</p><p>Le phare de la pointe</p><p>3 min de lecture</p>",
        "<h1>Cahiers</h1><h2>Le phare de la pointe</h2><div class=post><h3><a href=a>Le phare de la pointe</a></h3>",
    ])
    func theTitleIsNoBlock(_ heading: String) throws {
        let page = """
            <html><head><title>Cahiers – Le phare de la pointe</title></head><body>\(heading)<div>\(Self.text)</div></body>
            </html>
            """
        let document = try DocumentReader().read(SourceText(page), as: .html)
        #expect(document.metadata.title?.text == "Le phare de la pointe")
        #expect(document.blocks.count == Self.prose.count)
    }

    @Test func theTextMayBeginWithTheTitle() throws {
        try check("<article><h1>Le phare</h1><h2>Le phare</h2>\(Self.text)<p>oui</p></article>")
        let page = "<title>Le phare</title><article><h1>Le phare</h1><h2>Le phare</h2>\(Self.text)</article>"
        #expect(try DocumentReader().read(SourceText(page), as: .html).headings == ["Le phare"])
    }

    @Test(arguments: [("<p>Un mot</p><p cla", true), ("<p>Un mot</p></di", true), ("<p>Un mot</p> 1 < 2", false)])
    func aPageThatIsCutSaysSo(_ text: String, _ isCut: Bool) throws {
        let document = try DocumentReader().read(SourceText(text), as: .html)
        #expect(document.diagnostics.map(\.code) == (isCut ? [.markupTruncated] : []))
        #expect(document.blocks.first.map { document[$0.text] } == "Un mot")
    }

    /// An id made of a heading's words may hold those of furniture, a class does not.
    @Test func theIdOfAHeadingSaysNothing() throws {
        let page = """
            <html><body><div><h2 id="comment-reparer-un-phare">Comment réparer un phare</h2>\(Self.text)
            <h2 class="comments-title">Comment réparer un port</h2></div></body></html>
            """
        let document = try DocumentReader().read(SourceText(page), as: .html)
        #expect(document.headings == ["Comment réparer un phare"])
    }

    @Test func theTitleIsTheHeadingThatSaysMostOfIt() throws {
        let page = """
            <html><head><title>Les cahiers : Le phare, jour 1</title></head><body><h1>Les cahiers</h1>
            <h2>Le phare, jour 1</h2>\(Self.text)<h3>Jour 1</h3>\(Self.prose[0])</body></html>
            """
        let document = try DocumentReader().read(SourceText(page), as: .html)
        #expect(document.metadata.title?.text == "Le phare, jour 1")
        #expect(document.headings == ["Jour 1"])
    }
}
