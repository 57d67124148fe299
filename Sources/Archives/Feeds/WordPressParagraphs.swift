/// The paragraphs of a post as WordPress shows them.
///
/// In its database, and so in its exports, a post of the classic editor has no tags of paragraphs: an empty line ends one,
/// and a line end breaks the line. WordPress adds the tags when it prints the page (`wpautop`), and so does this, since
/// otherwise HTML would make one paragraph of a whole post. Lines that begin with the tag of a block stay as they are, and
/// so do posts of the block editor (`<!-- wp:paragraph -->`), byte for byte.
enum WordPressParagraphs {
    static func marked(_ html: [UInt8]) -> [UInt8] {
        let text = html[...]
        guard !contains(text, "<!-- wp:") else { return html }
        var writer = Writer()
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            writer.add(line.last == 0x0D ? line.dropLast() : line)
        }
        return writer.finished()
    }

    private static func contains(_ text: ArraySlice<UInt8>, _ part: StaticString) -> Bool {
        part.withUTF8Buffer { part in
            guard text.count >= part.count else { return false }
            return (text.startIndex...text.endIndex - part.count).contains { start in
                text[start] == part[0] && text[start..<start + part.count].elementsEqual(part)
            }
        }
    }

    private struct Writer {
        private enum State {
            /// Behind an empty line or a whole block.
            case between
            case paragraph
            /// Behind a line that began as a block and may go on: an item of a list in two lines.
            case block
            /// Within an element that keeps its line ends.
            case verbatim(name: String)
        }

        private var bytes: [UInt8] = []
        private var state = State.between

        mutating func finished() -> [UInt8] {
            closeParagraph()
            return bytes
        }

        mutating func add(_ line: ArraySlice<UInt8>) {
            let text = line.drop { $0 == 0x20 || $0 == 0x09 }
            if case .verbatim(let name) = state {
                bytes += line
                bytes.append(0x0A)
                if ends(name, in: line) { state = .between }
                return
            }
            guard !text.isEmpty else {
                closeParagraph()
                state = .between
                bytes.append(0x0A)
                return
            }
            if let name = blockName(text) ?? commentName(text) {
                closeParagraph()
                bytes += line
                bytes.append(0x0A)
                if Self.verbatimElements.contains(name), !ends(name, in: line) {
                    state = .verbatim(name: name)
                } else {
                    state = line.last == UInt8(ascii: ">") ? .between : .block
                }
                return
            }
            switch state {
            case .between:
                bytes += "<p>".utf8
                state = .paragraph
            case .paragraph: bytes += "<br />\n".utf8
            case .block, .verbatim: break
            }
            bytes += line
            if case .block = state { bytes.append(0x0A) }
            // The post has a tag of its own here.
            if case .paragraph = state, ends("p", in: line) {
                bytes.append(0x0A)
                state = .between
            }
        }

        private mutating func closeParagraph() {
            if case .paragraph = state { bytes += "</p>\n".utf8 }
        }

        private func ends(_ name: String, in line: ArraySlice<UInt8>) -> Bool {
            guard line.contains(UInt8(ascii: "<")) else { return false }
            let lowered = line.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            let tag = Array("</\(name)".utf8)
            return lowered.indices.contains { lowered[$0...].starts(with: tag) }
        }

        /// The name of the block whose tag, of start or end, a line begins with; `nil` for inline markup and text.
        private func blockName(_ line: ArraySlice<UInt8>) -> String? {
            guard line.first == UInt8(ascii: "<") else { return nil }
            var rest = line.dropFirst()
            if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
            let letters = rest.prefix { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
            let name = String(decoding: letters.prefix(16), as: UTF8.self).lowercased()
            return WordPressParagraphs.blocks.contains(name) ? name : nil
        }

        /// A line that is a comment, such as `<!--more-->`.
        private func commentName(_ line: ArraySlice<UInt8>) -> String? {
            line.starts(with: Array("<!--".utf8)) && line.suffix(3).elementsEqual("-->".utf8) ? "" : nil
        }

        private static let verbatimElements: Set = ["pre", "script", "style", "textarea"]
    }

    /// The elements that WordPress takes for blocks, and those whose text is none.
    private static let blocks: Set = [
        "table", "thead", "tfoot", "caption", "col", "colgroup", "tbody", "tr", "td", "th", "div", "dl", "dd", "dt",
        "ul",
        "ol", "li", "pre", "form", "map", "area", "blockquote", "address", "style", "p", "h1", "h2", "h3", "h4", "h5",
        "h6",
        "hr", "fieldset", "legend", "section", "article", "aside", "hgroup", "header", "footer", "nav", "figure",
        "figcaption", "details", "menu", "summary", "script", "textarea", "iframe",
    ]
}
