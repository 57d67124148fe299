import Foundation
import Formats
import TestSupport
import TextModel

/// The naive text of HTML: no tag, no script, a space for each tag that is no inline one.
func plainText(ofHTML html: String) -> String {
    let unseen = #/(?is)<(script|style|title|textarea|button|noscript|svg)\b.*?</\1\s*>/#
    var text = html.replacing(unseen, with: " ")
    text = text.replacing(#/<!--(?s:.*?)-->/#, with: "")
    text = text.replacing(
        #/(?i)</?(?:a|abbr|b|i|em|strong|span|code|font|tt|sup|sub|u|s|del|kbd|q|cite)\b[^>]*>/#, with: "")
    text = text.replacing(#/<[^>]*>/#, with: " ")
    for (name, character) in [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&#39;", "'"), ("&laquo;", "«"),
        ("&raquo;", "»"), ("&amp;", "&"),
    ] { text = text.replacing(name, with: character) }
    return text
}

/// How often each word stands in a text.
func wordCounts(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) { counts[String(word), default: 0] += 1 }
    return counts
}

/// The F1 of words, each as often as it stands.
func wordScore(_ found: [String: Int], _ expected: [String: Int]) -> Double {
    let both = found.reduce(0) { $0 + min($1.value, expected[$1.key] ?? 0) }
    let all = found.values.reduce(0, +) + expected.values.reduce(0, +)
    return all == 0 ? 1 : 2 * Double(both) / Double(all)
}

extension Document {
    /// The words of all blocks, alternative texts of images aside.
    var visibleWords: [String: Int] {
        var counts: [String: Int] = [:]
        for block in blocks {
            if case .image = block.kind { continue }
            for (word, count) in wordCounts(self[block.text]) { counts[word, default: 0] += count }
            for span in spans(of: block) {
                guard case .image = span.kind else { continue }
                for (word, count) in wordCounts(self[span.range]) { counts[word, default: 0] -= count }
            }
        }
        return counts.filter { $0.value > 0 }
    }

    func texts(where isWanted: (Block.Kind) -> Bool) -> [String] {
        blocks.filter { isWanted($0.kind) }.map { self[$0.text] }
    }

    var headings: [String] { texts { if case .heading = $0 { true } else { false } } }
    var items: [String] { texts { if case .item = $0 { true } else { false } } }
}

/// A page of a blog engine: `{{title}}`, `{{author}}`, `{{date}}` and `{{body}}` are to be filled in.
struct PageTemplate: CustomStringConvertible, Sendable {
    let description: String
    private let text: String

    static let title = "Escapade à l’Octopode 2019"
    static let author = "Ysaline Quiévreux"
    static let date = "2019-10-12"

    func page(_ body: String) -> String {
        text.replacing("{{title}}", with: Self.title).replacing("{{author}}", with: Self.author)
            .replacing("{{date}}", with: Self.date).replacing("{{body}}", with: body)
    }

    /// Every template of the folder `Pages`, by name.
    static func all() throws -> [PageTemplate] {
        try files(in: "Pages").map { PageTemplate(description: $0.name, text: $0.text) }
    }

    /// The files of a folder of these tests, in order.
    static func files(in folder: String) throws -> [(name: String, text: String)] {
        let folder = Texts.package.appending(path: "Tests/FormatsTests/\(folder)")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }
            .sorted()
            .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    }
}
