import Decoding
import Formats
import Foundation
import TestSupport
import Testing
import TextModel

/// Laws of every document, on all texts there are and on texts made at random.
struct DocumentPropertyTests {
    private func format(of name: String) -> DocumentFormat? {
        switch name.split(separator: ".").last {
        case "md", "markdown": .markdown
        case "html": .html
        case "adoc": .asciidoc
        case "rst": .rst
        case "txt": .text
        case _: nil
        }
    }

    private func check(_ bytes: [UInt8], _ format: DocumentFormat?, _ name: String) throws {
        let source = try Decoder().decode(bytes)
        let document: Document
        do {
            document = try DocumentReader().read(source, as: format, fileName: name)
        } catch FormatError.binary {
            return
        }
        #expect(isSound(document), "\(name)")
        #expect(givesBackItsText(document, source), "\(name)")
    }

    /// Every letter of a block's text stands in its source, in order, or was decoded from it.
    private func givesBackItsText(_ document: Document, _ source: SourceText) -> Bool {
        for block in document.blocks {
            var position = block.text.start
            while position < block.text.end {
                let unit = TextRange(position, position + 1)
                let place = document.map.sourceRange(of: unit)
                guard block.source.contains(place) || isSpace(document.utf8[position]) else { return false }
                let isVerbatim = place.count == 1 && source.utf8[place.start] == document.utf8[position]
                // What is not a slice is white space, or comes from an escape or a reference.
                let first = source.utf8[place.start]
                let isDecoded = first == UInt8(ascii: "&") || first == UInt8(ascii: "\\") || first == UInt8(ascii: "{")
                guard isVerbatim || isDecoded || isSpace(document.utf8[position]) else { return false }
                position += 1
            }
        }
        return true
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    @Test func reports() throws {
        let reports = try Texts.corpus() + Texts.sharedReports()
        #expect(reports.count >= 8)
        for (name, bytes) in reports {
            try check(bytes, format(of: name), name)
            // Any text may be taken for any format.
            for other in DocumentFormat.allCases { try check(bytes, other, "\(name) as \(other)") }
        }
    }

    @Test func cmarkIsFollowedThroughAllReports() throws {
        for (name, bytes) in try Texts.corpus() + Texts.sharedReports() {
            let document = try DocumentReader().read(Decoder().decode(bytes), as: .markdown)
            #expect(!document.diagnostics.contains { $0.code == .markupUnclear }, "\(name)")
        }
    }

    /// `CAUSERIE_FUZZ` names how many texts to try, instead of a few thousand.
    private var rounds: Int {
        ProcessInfo.processInfo.environment["CAUSERIE_FUZZ"].flatMap(Int.init).map { $0 / 10 } ?? 3000
    }

    @Test(arguments: DocumentFormat.allCases) func randomTexts(_ format: DocumentFormat) throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<rounds {
            let text = random.markup(pieces: Int.random(in: 1...40, using: &random))
            try check(Array(text.utf8), format, text)
        }
    }

    @Test(arguments: DocumentFormat.allCases) func mutatedReports(_ format: DocumentFormat) throws {
        var random = SeededGenerator(seed: 5)
        let reports = try Texts.corpus().map(\.bytes)
        for _ in 0..<(rounds / 10) {
            guard var bytes = reports.randomElement(using: &random) else { continue }
            let start = Int.random(in: 0..<bytes.count, using: &random)
            bytes = Array(bytes[start..<min(bytes.count, start + 1500)])
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.insert(contentsOf: random.markup(pieces: 2).utf8, at: place)
                case _: bytes.removeSubrange(place..<min(bytes.count - 1, place + 5))
                }
                if bytes.isEmpty { bytes = [0x61] }
            }
            try check(bytes, format, String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Ten times the text takes hardly more than ten times as long, whatever it holds.
    @Test(
        arguments: [
            "[", ">", "> ", "<div>", "</div>", "- ", "*a [b](c) ", "*", "_a_ ", "`", "&amp;", "![", "|a", "<!--", "<a ",
            "{{< x",
            "{% ", "{:", "~~a", "\\", "# a\n", "- a\n", "> a\n", "<b>", "</b>", "<p>", "<li>", "<td>", "<h2>a", "&",
            "<", "=",
            "\n", "\r", "a\n-\n", "[a]: b\n", "[^1]", "[^1]: a\n", ":a:", "http://a ", "1. a\n", "* * ", "\t- a\n",
            "<table>",
            "<svg>", "<article>a", "**a** ", "<x y=\"", "**", "``a`", "|a|\n|-|\n", ". a\n", "== a\n", "a::\n", "+\n",
            "….", "10h30 ",
        ], [DocumentFormat.markdown, .html, .asciidoc, .rst, .text])
    func noTextIsReadInQuadraticTime(_ piece: String, _ format: DocumentFormat) throws {
        let factor = try growth(from: 10_000, to: 100_000, limit: 40) { size in
            let text = Array(repeating: piece, count: max(1, size / piece.utf8.count)).joined()
            _ = try DocumentReader().read(SourceText(text), as: format)
        }
        #expect(factor < 40)
    }
}

extension SeededGenerator {
    /// Text of pieces of markup of all formats.
    fileprivate mutating func markup(pieces count: Int) -> String {
        let pieces = [
            "mot ", "été", " ", "\n", "\n\n", "\r\n", "\n- ", "\n  - ", "\n1. ", "\n> ", "\n# ", "\n## ", "##Titre",
            "*", "**", "_",
            "`", "```\n", "~~", "[", "](u)", "](", ")", "![", "[a]: /u\n", "[^1]", "[^1]: ", "<b>", "</b>", "<div>",
            "</div>",
            "<p>", "<ul><li>", "</ul>", "<br>", "<table><tr><td>", "</td></table>", "<img src=a alt=\"b\">", "<!-- ",
            "-->",
            "<script>", "</script>", "<iframe src=x>", "</iframe>", "<blockquote class=\"tweet\">", "</blockquote>",
            "<video>",
            "&eacute;", "&#233;", "&amp", "\\*", "\\", "| a ", "|\n|---|---|\n", "\\|", "{{< x >}}", "{{< /x >}}",
            "{{<", "{% a %}",
            "{: .x }", "{.y}", "{{ z }}", "!!! note \"t\"\n    ", "*[A]: b\n", ":tada:", "https://a.fr", "---\n",
            "===\n", "\u{A0}",
            "\u{202F}", "😀", "\u{1}", "\u{2}", "\0", "== T\n", "----\n", "::\n\n  ", ".. image:: a\n", "`b`_",
            "* c\n** d\n", "+\n", "\t",
            "title: x\n", "+++\n", "<article>", "<h2>", "</h2>", "<nav>", "«", "<pre><code>", "</pre>", "10h30 - ",
            "\u{FEFF}",
        ]
        return (0..<count).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }
}
