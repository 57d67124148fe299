import CCmarkGFM
import TextModel

/// Reads CommonMark with GitHub's tables and footnotes by cmark-gfm, and what blog engines add to it.
///
/// cmark finds the blocks and what is emphasis, a link or code; where each of them stands is found here, by walking its
/// result along the source. Strikethrough is read here as well: cmark's extensions for it and for bare addresses write
/// tables shared by all threads while they parse, and are never attached.
enum MarkdownReader {
    static func read(_ source: SourceText) -> Document {
        let frontMatter = FrontMatter(source.utf8)
        var start = frontMatter.bodyStart
        if start == 0, source.utf8.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        let prepared = MarkdownPreparation(source.utf8, from: start)
        var blocks = MarkdownBlocks(
            prepared,
            builder: DocumentBuilder(
                source: source.utf8, diagnostics: frontMatter.diagnostics + prepared.diagnostics))
        withTree(of: prepared.bytes, from: start) { blocks.read($0) }
        return blocks.finish(.markdown, metadata: frontMatter.metadata)
    }

    /// Registering the extensions writes shared tables, so it is done once and before the first parse.
    private static let isRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    private static func withTree(of bytes: [UInt8], from start: Int, _ body: (UnsafeMutablePointer<cmark_node>) -> Void)
    {
        guard isRegistered, let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES) else { return }
        defer { cmark_parser_free(parser) }
        if let tables = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, tables) }
        bytes.withUnsafeBytes { bytes in
            if start < bytes.count, let base = bytes.baseAddress {
                cmark_parser_feed(
                    parser, (base + start).assumingMemoryBound(to: CChar.self), bytes.count - start)
            }
        }
        guard let root = cmark_parser_finish(parser) else { return }
        defer { cmark_node_free(root) }
        body(root)
    }
}

typealias MarkdownNode = UnsafeMutablePointer<cmark_node>

extension UnsafeMutablePointer<cmark_node> {
    var type: cmark_node_type { cmark_node_type(UInt32(pointee.type)) }

    /// The children, in order.
    var children: MarkdownChildren { MarkdownChildren(following: pointee.first_child) }
}

struct MarkdownChildren: Sequence, IteratorProtocol {
    fileprivate var following: MarkdownNode?

    mutating func next() -> MarkdownNode? {
        let node = following
        following = node?.pointee.next
        return node
    }
}
