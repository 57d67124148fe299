import TextModel

/// Tells the format of a text: by the ending of the file's name, or else by the text itself.
///
/// A saved page named `.txt` or `.md` is HTML. Of the text at most the first 64 KB are looked at.
enum FormatDetection {
    private static let maximumCount = 1 << 16

    static func format(of utf8: [UInt8], fileName: String?) -> DocumentFormat {
        let named = fileName.flatMap(format(byEndingOf:))
        switch named {
        case .html?, .asciidoc?, .rst?: return named ?? .html
        case .markdown?, .text?:
            return FormatSigns.isPage(utf8) ? .html : named ?? .text
        case nil:
            return format(byContent: utf8)
        }
    }

    /// What the ending of a file's name says.
    static func format(byEndingOf path: String) -> DocumentFormat? {
        let name =
            path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last ?? path.utf8[...]
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch String(decoding: name[name.index(after: dot)...], as: UTF8.self).lowercased() {
        case "md", "markdown", "mdown", "mkd", "mdx": return .markdown
        case "html", "htm", "xhtml": return .html
        case "adoc", "asciidoc", "asc": return .asciidoc
        case "rst", "rest": return .rst
        case "txt", "text": return .text
        default: return nil
        }
    }

    private static func format(byContent utf8: [UInt8]) -> DocumentFormat {
        if FormatSigns.isPage(utf8) { return .html }
        let signs = FormatSigns(utf8, maximumCount)
        if signs.isHTML { return .html }
        if signs.isAsciiDoc { return .asciidoc }
        if signs.isReStructuredText { return .rst }
        return signs.isMarkdown ? .markdown : .text
    }
}
