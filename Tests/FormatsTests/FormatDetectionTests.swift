import Formats
import TestSupport
import Testing
import TextModel

struct FormatDetectionTests {
    private func detected(_ text: String, _ fileName: String? = nil) throws -> DocumentFormat {
        try DocumentReader().read(SourceText(text), as: nil, fileName: fileName).format
    }

    @Test(
        arguments: [
            ("a.md", .markdown), ("a.markdown", .markdown), ("a.mdown", .markdown), ("a.mkd", .markdown),
            ("A.MDX", .markdown), ("a.html", .html), ("a.htm", .html), ("a.xhtml", .html), ("a.adoc", .asciidoc),
            ("a.asciidoc", .asciidoc), ("a.asc", .asciidoc), ("a.rst", .rst), ("a.rest", .rst), ("a.txt", .text),
            ("x/2031-03-07-a.b.text", .text), ("md", .text), ("a.md/b", .text), ("a.pdf", .text), ("", .text),
        ] as [(String, DocumentFormat)])
    func theNameTells(name: String, format: DocumentFormat) throws {
        #expect(try detected("Il pleut.", name) == format)
    }

    private static let page = "<!DOCTYPE html>\n<html><body><p>Il pleut.</p></body></html>"

    @Test(
        arguments: [
            ("a.txt", page, .html), ("a.md", page, .html), ("a.md", "\u{FEFF}\n<HTML lang=\"fr\">", .html),
            ("a.md", "<!-- x -->\n<html>", .html), ("a.rst", page, .rst),
            ("a.md", "Une page commence par <!DOCTYPE html>.", .markdown), ("a.txt", "<htmlien>", .text),
            ("a.md", "<p>Il pleut.</p>\n\n# Titre", .markdown),
        ] as [(String, String, DocumentFormat)])
    func aPageIsAPageWhateverItsName(name: String, text: String, format: DocumentFormat) throws {
        #expect(try detected(text, name) == format)
    }

    @Test(
        arguments: [
            (page, .html),
            ("<?xml version=\"1.0\"?>\n<html xmlns=\"x\"></html>", .html),
            ("<h2>Matin</h2>\n<p>Il pleut.</p>\n<p>Encore.</p>", .html),
            ("<p>Une page en HTML a un <title>.", .text),
            ("En HTML, <p> ouvre un paragraphe, <h1> un titre, <ul> et <li> une liste.", .text),
            ("= Une journée à Valbrume\n:author: Maud Tessier\n\nIl pleut.", .asciidoc),
            ("= Une journée\n\n== Matin\n\nIl pleut.", .asciidoc),
            (":doctitle: Une journée\n:revdate: 2031-03-07\n\nIl pleut.", .asciidoc),
            ("Intro\n\n== Matin\n\nIl pleut.\n\n== Soir", .asciidoc),
            ("= 4 au total", .text),
            ("2 + 2\n== 4 ?\nOui.", .text),
            (":calendar: Le 7 mars\n\nIl pleut.", .text),
            ("Une journée\n===========\n\n.. image:: salle.png\n\nIl pleut.", .rst),
            ("Une journée\n###########\n\n:date: 2031-03-07\n:tags: a\n\nSuite\n-----\n\nIl pleut.", .rst),
            ("Une journée\n===========\n\nVoir `la page <https://exemple.fr>`_.", .rst),
            ("Une journée\n===========\n\nIl pleut.", .text),
            ("---\ntitle: Une journée\n---\nIl pleut.", .markdown),
            ("+++\ntitle = \"Une journée\"\n+++\nIl pleut.", .markdown),
            ("# Une journée\n\nIl pleut.", .markdown),
            ("Il pleut.\n\n## Matin\n\n## Soir", .markdown),
            ("Voir [la page](https://exemple.fr).", .markdown),
            ("Un **mot** et un **autre**.", .markdown),
            ("```\nx\n```\nIl pleut.", .markdown),
            ("---\nIl pleut.\n---\nEncore.", .text),
            ("Une journée\n# un commentaire\nIl pleut.", .text),
            ("Une journée\n- un\n- deux\n\n1. trois\n2. quatre", .text),
            ("La note t[1] () et 2**10.", .text),
            ("", .text),
        ] as [(String, DocumentFormat)])
    func theTextTells(text: String, format: DocumentFormat) throws {
        #expect(try detected(text) == format)
    }

    @Test func onlyTheStartIsLookedAt() throws {
        let text = String(repeating: "Il pleut.\n", count: 7_000) + "[a](b) **c** **d**"
        #expect(try detected(text) == .text)
    }
}
