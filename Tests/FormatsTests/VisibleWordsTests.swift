import Decoding
import Formats
import Foundation
import TestSupport
import Testing
import TextModel

/// No visible word of a Markdown report is lost or doubled, against the page that cmark-gfm's command makes of it.
struct VisibleWordsTests {
    private static let command = "/usr/bin/cmark-gfm"

    /// What a page shows that is no text of the report, or the other way round, told by what stands in the source: the
    /// tags of blog engines, footnotes, abbreviations.
    private static let reasons = ["{{", "{%", "{:", "{.", "{#", "{lang", "[^", "\n[caption ", "*[", "\n!!! ", "]: {{"]

    private func page(of markdown: String) throws -> String {
        try output(
            of: Self.command, ["--unsafe", "-e", "table", "-e", "strikethrough"], input: Data(markdown.utf8))
    }

    /// The text between the tags, alternative texts included, scripts and styles not.
    private func text(of page: String) -> String {
        var text = ""
        var rest = page[...]
        while let tagStart = rest.firstIndex(of: "<") {
            text += rest[..<tagStart]
            let tag = rest[tagStart...]
            if tag.hasPrefix("<!--") {
                rest = tag.range(of: "-->").map { tag[$0.upperBound...] } ?? ""
                continue
            }
            guard let tagEnd = tag.firstIndex(of: ">") else { break }
            let name = tag.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" }.lowercased()
            if let alt = tag[..<tagEnd].range(of: "alt=\"") {
                text += " " + tag[alt.upperBound..<tagEnd].prefix { $0 != "\"" } + " "
            }
            rest = tag[tag.index(after: tagEnd)...]
            if !["a", "em", "strong", "b", "i", "code", "del", "sup", "span", "q", "u", "abbr"].contains(
                name.replacing("/", with: ""))
            {
                text += "\n"
            }
            if name == "script" || name == "style", let end = rest.range(of: "</\(name)>") {
                rest = rest[end.upperBound...]
            }
        }
        text += rest
        for (reference, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{A0}"), ("&mdash;", "—"), ("&hellip;", "…"),
            ("&rsquo;", "’"), ("&#39;", "'"), ("&amp;", "&"),
        ] { text = text.replacing(reference, with: character) }
        return text
    }

    private func words(_ text: String) -> [Substring: Int] {
        text.split { !$0.isLetter && !$0.isNumber }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private func withoutFrontMatter(_ text: String) -> String {
        for fence in ["---", "+++"] where text.hasPrefix(fence) {
            if let end = text.range(
                of: "\n\(NSRegularExpression.escapedPattern(for: fence))[ \t]*\r?\n", options: .regularExpression)
            {
                return String(text[end.upperBound...])
            }
        }
        // Pelican's has no fence.
        if text.hasPrefix("Title:"), let end = text.range(of: "\n\n") { return String(text[end.upperBound...]) }
        return text
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: command))) func noWordIsLostOrDoubled() throws {
        var compared = 0
        for (name, bytes) in try Texts.corpus() + Texts.sharedReports() {
            guard name.hasSuffix(".md") || name.hasSuffix(".markdown") else { continue }
            let body = withoutFrontMatter(String(decoding: bytes, as: UTF8.self))
            if Self.reasons.contains(where: body.contains) { continue }
            let expected = words(text(of: try page(of: body)))
            let document = try DocumentReader().read(SourceText(body), as: .markdown)
            let found = words(document.blocks.map { document[$0.text] }.joined(separator: "\n"))
            let total = expected.values.reduce(0, +)
            let shared = expected.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
            let lost = expected.filter { $0.value > found[$0.key] ?? 0 }.keys.sorted()
            let doubled = found.values.reduce(0, +) - shared
            #expect(Double(shared) >= 0.995 * Double(total), "\(name): lost \(lost)")
            #expect(Double(doubled) <= 0.005 * Double(total), "\(name): \(doubled) words too many")
            compared += 1
        }
        #expect(compared >= 3)
    }
}
