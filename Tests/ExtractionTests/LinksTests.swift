import Causerie
import Extraction
import Testing
import TextModel

struct LinksTests {
    // MARK: By target

    @Test(arguments: [
        ("https://youtu.be/abc", LinkKind.video), ("https://www.youtube.com/watch?v=abc", .video),
        ("https://m.youtube.com/watch?v=abc", .video), ("https://www.youtube.com/results?q=phare", .other),
        ("https://www.youtube.com/channel/abc", .social), ("https://vimeo.com/123", .video),
        ("https://www.dailymotion.com/video/x1", .video), ("https://www.infoq.com/fr/presentations/phare", .video),
        ("https://www.infoq.com/fr/articles/phare", .other), ("https://tube.exemple.org/w/abc", .video),
        ("https://exemple.org/films/phare.webm", .video), ("https://vimeo.com", .other),
        ("https://speakerdeck.com/zmartin/phares", .slides), ("https://speakerdeck.com", .other),
        ("https://fr.slideshare.net/zmartin/phares", .slides),
        ("https://docs.google.com/presentation/d/1", .slides), ("https://docs.google.com/document/d/1", .other),
        ("https://exemple.org/phares-slides.pdf", .slides), ("https://exemple.org/phares.pdf", .other),
        ("https://exemple.org/phares.pptx", .slides), ("https://slides.exemple.org", .slides),
        ("https://zmartin.github.io/slides-phares/", .slides), ("https://exemple.org/faire-des-slides-sobres", .other),
        ("https://github.com/zmartin/phares", .repository), ("https://github.com/zmartin", .social),
        ("https://github.com/features/actions", .other), ("https://github.com", .other),
        ("https://github.com/zmartin/phares/blob/main/slides.pdf", .slides),
        ("https://gitlab.exemple.org/zmartin/phares", .repository),
        ("https://twitter.com/zmartin", .social), ("https://x.com/zmartin?s=20", .social),
        ("http://twitter.com/#!/zmartin", .social), ("http://twitter.com/#!/search/phare", .other),
        ("https://twitter.com/zmartin/status/123", .other), ("https://twitter.com/hashtag/phare", .other),
        ("https://exemple.social/@zmartin", .social), ("https://exemple.social/@zmartin/123", .other),
        ("https://www.linkedin.com/in/zmartin", .social), ("https://www.linkedin.com/posts/zmartin-1", .other),
        ("https://exemple.org/talks/phares", .session), ("https://exemple.org/talks/", .other),
        ("https://exemple.org/programme/jour-1/phares", .session), ("https://exemple.org/programme", .other),
        ("https://exemple.org/programme#talk-12", .session), ("https://exemple.org/programme?lang=fr", .other),
        ("https://exemple.org/session?id=12", .session), ("https://exemple.org/agenda-2031/phares", .session),
        ("https://exemple.org/#/talk/12", .session), ("https://exemple.org/schedule/speakers/zmartin", .other),
        ("https://exemple.org/speakers/zmartin/talks/12", .session), ("/sessions/phares", .session),
        ("https://exemple.org/talks/actes.pdf", .other), ("https://exemple.org/sketchnotes/12.png", .sketchnote),
        ("https://fr.wikipedia.org/wiki/Phare", .other), ("https://exemple.org", .other),
    ])
    func theTargetTells(_ url: String, _ kind: LinkKind) throws {
        #expect(try links(in: "Voyez aussi [les phares bretons](\(url)).").map(\.kind) == [kind])
    }

    @Test(arguments: ["#haut", "mailto:zoe@exemple.org", "javascript:void(0)", ""])
    func whatIsNoPageIsNoLink(_ url: String) throws {
        #expect(try links(in: "Retour [en haut](\(url)).").isEmpty)
    }

    // MARK: By text

    @Test(arguments: [
        ("[Slides](U)", LinkKind.slides), ("[les slides de Maud](U)", .slides), ("[📺 Replay](U)", .video),
        ("Voici [son support](U).", .slides), ("Le [support client](U) suit.", .other),
        ("Le [support de Java 21](U) suit.", .other), ("[la vidéo](U)", .video), ("[les jeux vidéo](U)", .other),
        ("[Sketchnote de la session](U)", .sketchnote), ("[le dépôt](U)", .repository),
        ("[le code source](U)", .repository), ("[code de conduite](U)", .other), ("[code](U)", .repository),
        ("[le code du travail](U)", .other), ("[la fiche du talk](U)", .session),
        ("[les slides et la vidéo](U)", .other),
        ("[Pourquoi les grands orateurs jettent toujours leurs slides avant de parler](U)", .other),
        // The words around.
        ("Les slides sont disponibles [ici](U).", .slides), ("La vidéo est [à cette adresse](U).", .video),
        ("Slides : U", .slides), ("Slides : [Allumer un phare](U)", .slides),
        ("Il montre ses slides puis [un phare](U).", .other), ("Le replay : U", .video),
        ("Les slides et la vidéo sont [ici](U).", .other), ("Pas de vidéo, mais [un lien](U).", .other),
        ("Il y avait des slides. Plus de détails [ici](U).", .other),
        ("[Lien](U) vers la vidéo", .video), ("[Lien](U) que la vidéo donne", .other),
        // A label above.
        ("## Slides\n\nU\n", .slides), ("Le code source :\n\n- U\n", .repository),
        ("## Slides\n\nVoir [Maud](U).\n", .other),
    ])
    func theTextTells(_ source: String, _ kind: LinkKind) throws {
        let links = try links(in: source.replacing("U", with: "https://exemple.org/abc"))
        #expect(links.map(\.kind) == [kind])
    }

    @Test func severalLinksOfASentenceHaveTheirOwnWords() throws {
        let source = "Slides : [ici](U/1), vidéo : [là](U/2), [code](U/3)."
        let links = try links(in: source.replacing("U", with: "https://exemple.org"))
        #expect(links.map(\.kind) == [.slides, .video, .repository])
    }

    /// A firm address is what it is; another is what the text calls it.
    @Test(arguments: [
        ("[les slides](https://youtu.be/abc)", LinkKind.video),
        ("[les slides](https://github.com/zmartin/phares)", .slides),
        ("[le replay](https://exemple.org/talks/phares)", .video),
        ("[sketchnote](https://twitter.com/zmartin/status/12)", .sketchnote),
    ])
    func targetAgainstText(_ source: String, _ kind: LinkKind) throws {
        #expect(try links(in: source).map(\.kind) == [kind])
    }

    @Test func embedsAreLinksAndPicturesAreNone() throws {
        let source = """
            <iframe src="https://www.youtube.com/embed/abc"></iframe>

            ![Un phare](https://exemple.org/phare.png)

            [![Le film](https://exemple.org/vignette.png)](https://vimeo.com/12)
            """
        #expect(try links(in: source).map(\.url) == ["https://www.youtube.com/embed/abc", "https://vimeo.com/12"])
    }

    // MARK: Talk and person

    private static let report = """
        # Retour sur les Journées du Phare

        Le site : [les Journées](https://exemple.org/).

        ## [Allumer un phare](https://exemple.org/2031/allumer) – [Zoé Martin](https://twitter.com/zmartin)

        Zoé Martin a montré comment allumer un phare, avec ses [slides](https://exemple.org/a).
        Une session très claire, pleine d'exemples.

        ## Réparer un phare – Karim Haddad ([vidéo](https://exemple.org/b))

        Karim Haddad ([Mastodon](https://exemple.social/@khaddad), [GitHub](https://github.com/khaddad)) a réparé un
        phare devant nous. La [page du talk](https://exemple.org/c) donne la suite. Il suit
        [un autre talk](https://exemple.org/talks/autre).
        """

    @Test func linksBelongToTheirTalk() throws {
        let talks = try links(in: Self.report).map { "\($0.url.split(separator: "/").last ?? "") \($0.talk ?? -1)" }
        #expect(
            talks == [
                "exemple.org -1", "allumer 0", "zmartin 0", "a 0", "b 1", "@khaddad 1", "khaddad 1", "c 1", "autre 1",
            ])
    }

    /// The title in the heading leads to the page of the talk; another session that the text names does not.
    @Test func theTalksPage() throws {
        let findings = try findings(in: Self.report)
        #expect(findings.talks.map(\.url) == ["https://exemple.org/2031/allumer", "https://exemple.org/c"])
    }

    @Test func accountsBelongToTheirPerson() throws {
        let findings = try findings(in: Self.report)
        let people = findings.links.compactMap { link in link.person.map { "\(link.url): \(findings.people[$0].name)" }
        }
        #expect(
            people == [
                "https://twitter.com/zmartin: Zoé Martin", "https://exemple.social/@khaddad: Karim Haddad",
                "https://github.com/khaddad: Karim Haddad",
            ])
    }

    @Test(arguments: [
        "[Zoé Martin et Karim Haddad](https://exemple.org/equipe) sont là.",
        "Zoé Martin aime [le phare](https://exemple.social/@phare).",
    ])
    func noPersonIsGuessed(_ source: String) throws {
        #expect(try links(in: source).map(\.person) == [nil])
    }

    @Test func linksAreInReadingOrder() throws {
        let ranges = try links(in: Self.report).map(\.range)
        #expect(ranges == ranges.sorted())
    }

    // MARK: -

    private func links(in source: String) throws -> [LinkFinding] { try findings(in: source).links }

    private func findings(in source: String) throws -> Findings {
        let analyzer = try NamesTests.analyzer.get()
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        return analyzer.extractor.findings(in: try analyzer.reportText(of: read.document))
    }
}
