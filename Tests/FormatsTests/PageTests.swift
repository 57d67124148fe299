import Formats
import Foundation
import TestSupport
import Testing
import TextModel

/// Whole pages: the article shows, all of it, and nothing else.
struct PageTests {
    private func document(_ html: String) throws -> Document {
        let document = try DocumentReader().read(SourceText(html), as: .html)
        #expect(isSound(document))
        return document
    }

    /// The body on a page of nothing else.
    private func alone(_ body: String) throws -> Document {
        try document("<html><body><div itemprop=\"articleBody\">\(body)</div></body></html>")
    }

    @Test(arguments: try PageTemplate.all()) func theArticleOfAPage(template: PageTemplate) throws {
        let furniture = wordCounts(plainText(ofHTML: template.page("")))
        #expect(furniture["zibeline"] != nil)
        let bodies = try PageTemplate.files(in: "Bodies")
        #expect(bodies.count >= 3)
        for (name, body) in bodies {
            let expected = wordCounts(plainText(ofHTML: body))
            #expect(expected.values.reduce(0, +) > 300)
            let page = try document(template.page(body))
            let found = page.visibleWords
            #expect(wordScore(found, expected) >= 0.97, "\(name)")
            #expect(found.keys.filter { furniture[$0] != nil && expected[$0] == nil }.sorted() == [], "\(name)")
            let body = try alone(body)
            #expect(page.headings == body.headings, "\(name)")
            #expect(page.items == body.items, "\(name)")
            #expect(page.metadata.title?.text == PageTemplate.title)
            #expect(page.metadata.authors.map(\.text) == [PageTemplate.author])
            #expect(page.metadata.published?.date.description == PageTemplate.date)
        }
    }

    /// Pages may be read by several threads at once.
    @Test func pagesSideBySide() async throws {
        let bodies = try PageTemplate.files(in: "Bodies").map(\.1)
        let pages = try PageTemplate.all().flatMap { template in bodies.map(template.page) }
        let reader = DocumentReader()
        let alone = try pages.map { try reader.read(SourceText($0), as: .html) }
        let together = try await withThrowingTaskGroup(of: (Int, Document).self) { group in
            for (index, page) in pages.enumerated() {
                group.addTask { (index, try reader.read(SourceText(page), as: .html)) }
            }
            return try await group.reduce(into: [Int: Document]()) { $0[$1.0] = $1.1 }
        }
        #expect(pages.indices.map { together[$0] } == alone)
    }

    /// Third-party reports in every template.
    @Test(.enabled(if: SharedBodies.canBeRead), arguments: try PageTemplate.all())
    func sharedReports(template: PageTemplate) throws {
        let bodies = try SharedBodies.all.get()
        #expect(bodies.count > 100)
        var sum = 0.0
        for (name, body) in bodies {
            let page = try document(template.page(body))
            let score = wordScore(page.visibleWords, wordCounts(plainText(ofHTML: body)))
            #expect(score >= 0.97, "\(name)")
            sum += score
        }
        #expect(sum / Double(bodies.count) >= 0.99)
    }
}

/// The Markdown reports of the shared folder as HTML, by the command `cmark-gfm`.
private enum SharedBodies {
    private static let command = "/usr/bin/cmark-gfm"

    static var canBeRead: Bool { Texts.shared != nil && FileManager.default.isExecutableFile(atPath: command) }

    static let all = Result {
        try Texts.sharedReports().filter { $0.name.hasSuffix(".md") || $0.name.hasSuffix(".markdown") }
            .map { ($0.name, try html(withoutFrontMatter(String(decoding: $0.bytes, as: UTF8.self)))) }
    }

    private static func withoutFrontMatter(_ text: String) -> String {
        text.replacing(#/^\u{FEFF}?(---|\+\+\+)[ \t]*\r?\n(?s:.*?)\r?\n\1[ \t]*\r?\n/#, with: "", maxReplacements: 1)
            .replacing(#/\{\{[<%](?s:.*?)[%>]\}\}|\{%(?s:.*?)%\}/#, with: "")
    }

    private static func html(_ markdown: String) throws -> String {
        try output(of: command, ["--unsafe", "-e", "table"], input: Data(markdown.utf8))
    }
}
