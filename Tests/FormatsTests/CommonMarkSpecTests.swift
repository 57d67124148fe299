import Formats
import Foundation
import TestSupport
import Testing
import TextModel

/// The examples of CommonMark's specification, as cmark-gfm's own command reads them (Debian package `cmark-gfm`).
struct CommonMarkSpecTests {
    private static let spec = URL(fileURLWithPath: "/usr/share/doc/cmark-gfm/spec.txt.gz")

    /// The Markdown of each example; those of extensions that reports do not have are left out.
    private func examples() throws -> [String] {
        let spec = try output(of: "/bin/zcat", [Self.spec.path])
        var examples: [String] = []
        var lines: [Substring]?
        for line in spec.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("````````````````````````````````"), line.count > 32, lines == nil {
                lines = line.hasSuffix("example") || line.hasSuffix("example table") ? [] : nil
            } else if line == ".", let found = lines {
                examples.append(found.joined(separator: "\n").replacing("→", with: "\t") + "\n")
                lines = nil
            } else {
                lines?.append(line)
            }
        }
        return examples
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: spec.path)))
    func blocksAndTextsAreThoseOfCmark() throws {
        let examples = try examples()
        #expect(examples.count > 600)
        var compared = 0
        for example in examples {
            // A line before keeps an example from being taken for front matter.
            let text = "Avant.\n\n" + example
            let xml = try output(
                of: "/usr/bin/cmark-gfm", ["-t", "xml", "-e", "table", "-e", "footnotes"], input: Data(text.utf8))
            // What raw HTML means is a question that CommonMark leaves to the page.
            if xml.contains("<html_") { continue }
            // A table of one column is a framed paragraph here.
            if xml.contains("<table"), !xml.contains("</table_cell>\n      <table_cell") { continue }
            var tree = XMLBlocks()
            tree.read(xml)
            let document = try DocumentReader().read(SourceText(text), as: .markdown)
            #expect(isSound(document), "\(example)")
            #expect(!document.diagnostics.contains { $0.code == .markupUnclear }, "\(example)")
            #expect(plain(document) == tree.blocks, "\(example)")
            compared += 1
        }
        #expect(compared > 500)
    }

    /// Each block's kind, and its text without white space.
    private func plain(_ document: Document) -> [String] {
        document.blocks.compactMap { block in
            let text = document[block.text].filter { !$0.isWhitespace }
            if text.isEmpty, block.kind == .paragraph { return nil }
            let name =
                switch block.kind {
                case .heading(let level, _): "h\(level)"
                case .paragraph, .quote: "p"
                case .item: "item"
                case .code: "code"
                case .cell: "cell"
                case .image: "image"
                case .caption, .embed: "other"
                case .rule: "rule"
                }
            return String(repeating: ">", count: block.quoteDepth) + name + " " + text
        }
    }
}

/// cmark's tree as the lines of `plain`.
private struct XMLBlocks {
    private(set) var blocks: [String] = []
    private var quoteDepth = 0
    /// Whether the item that was begun has no text yet.
    private var isItemOpen = false
    private var kind: String?
    private var text = ""
    private var images = 0
    private var imageDepth = 0
    private var hasOther = false
    private var imageTexts: [String] = []
    /// How many images stand before the first other text.
    private var leadingImages: Int?
    private var isText = false

    private mutating func begin(_ name: String) {
        kind = name
        text = ""
        images = 0
        hasOther = false
        imageTexts = []
        leadingImages = nil
    }

    private mutating func add(_ name: String, _ text: String) {
        blocks.append(String(repeating: ">", count: quoteDepth) + name + " " + text.filter { !$0.isWhitespace })
    }

    private mutating func closeItem() {
        if isItemOpen { add("item", "") }
        isItemOpen = false
    }

    /// cmark writes no attribute with a `>` in it but as a reference.
    mutating func read(_ xml: String) {
        var rest = xml[...]
        while let tagStart = rest.firstIndex(of: "<"), let tagEnd = rest[tagStart...].firstIndex(of: ">") {
            let content = rest[..<tagStart]
            if isText { characters(content) }
            let tag = rest[rest.index(after: tagStart)..<tagEnd]
            rest = rest[rest.index(after: tagEnd)...]
            let isEnd = tag.hasPrefix("/")
            let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0 == "_" })
            let level = tag.range(of: "level=\"").map { String(tag[$0.upperBound...].prefix(1)) } ?? ""
            if !isEnd { start(name, level: level) }
            isText = !isEnd && !tag.hasSuffix("/") && ["text", "code", "code_block"].contains(name)
            if isEnd || tag.hasSuffix("/") { end(name) }
        }
    }

    private mutating func characters(_ text: Substring) {
        let text = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
        self.text += text
        if imageDepth == 0, leadingImages == nil, text.contains(where: { !$0.isWhitespace }) {
            leadingImages = imageTexts.count
        }
        if imageDepth > 0, !imageTexts.isEmpty { imageTexts[imageTexts.count - 1] += text }
    }

    private mutating func start(_ name: String, level: String) {
        switch name {
        case "block_quote":
            closeItem()
            quoteDepth += 1
        case "list": closeItem()
        case "item":
            closeItem()
            isItemOpen = true
        case "paragraph", "footnote_definition": begin("p")
        case "heading":
            closeItem()
            begin("h" + level)
        case "code_block":
            closeItem()
            begin("code")
        case "thematic_break":
            closeItem()
            add("rule", "")
        case "table_cell": begin("cell")
        case "image":
            images += 1
            imageDepth += 1
            if imageDepth == 1 { imageTexts.append("") }
        case "text", "code": if imageDepth == 0 { hasOther = true }
        case _: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "image": imageDepth -= 1
        case "block_quote":
            closeItem()
            quoteDepth -= 1
        case "item": closeItem()
        case "paragraph", "heading", "code_block", "table_cell":
            guard let kind else { return }
            let isImages = images > 0 && !hasOther && name != "table_cell"
            if isImages {
                closeItem()
                for text in imageTexts { add("image", text) }
            } else if isItemOpen {
                add("item", text)
                isItemOpen = false
            } else if kind == "p", quoteDepth == 0, let leadingImages {
                // An image before the text of a paragraph is a block of its own here.
                let alternatives = imageTexts.prefix(leadingImages).filter { !$0.isEmpty }
                for alternative in alternatives { add("image", alternative) }
                add(
                    kind,
                    String(text.trimmingCharacters(in: .whitespacesAndNewlines).dropFirst(alternatives.joined().count)))
            } else if !text.filter({ !$0.isWhitespace }).isEmpty || kind == "code" {
                add(kind, text)
            }
            self.kind = nil
        case _: break
        }
    }
}
