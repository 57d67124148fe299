import TextModel

/// The block of YAML (`---`) or TOML (`+++`) at the head of a Markdown, HTML or AsciiDoc file of a static site.
///
/// It may stand behind a byte order mark and empty lines. YAML may end with `...`, and may do without its opening fence
/// if its lines leave no doubt (Hexo, Pelican). A thematic break before prose is none: what is between two fences counts
/// as front matter for its lines, not for its fences. Whatever a parser refuses is read line by line, with a diagnostic.
///
/// YAML 1.2, with libYAML's 1.1 where they differ; TOML 1.0.
struct FrontMatter {
    var metadata = Metadata()
    /// Where the text after the front matter begins; 0 where there is none (a byte order mark counts as text).
    var bodyStart = 0
    var diagnostics: [Diagnostic] = []

    init(_ utf8: [UInt8]) {
        guard let block = FrontMatterBlock(utf8) else { return }
        let entries =
            switch block.syntax {
            case .yaml: readYAML(utf8, block)
            case .toml: readTOML(utf8, block)
            }
        guard let entries else { return }
        bodyStart = block.bodyStart ?? 0
        var fields = FrontMatterFields(utf8)
        fields.fill(&metadata, from: entries)
        diagnostics += fields.diagnostics
    }

    /// The entries, or `nil` where the block is text after all.
    private mutating func readYAML(_ utf8: [UInt8], _ block: FrontMatterBlock) -> [FrontMatterEntry]? {
        guard block.bodyStart != nil else {
            let head = YAMLLines(utf8, block.contentStart, Self.headEnd(utf8, block))
            if Self.isMapping(head, block), head.proseCount == 0 { reportUnclosed(block) }
            return nil
        }
        let lines = YAMLLines(utf8, block.contentStart, block.contentEnd)
        if lines.isPlain {
            return Self.isMapping(lines, block) ? FrontMatterEntry.entries(of: lines.values) : nil
        }
        guard YAMLTree.isBounded(utf8, block.contentStart, block.contentEnd) else {
            guard Self.isMapping(lines, block) else { return nil }
            let range = SourceRange(block.contentStart, block.contentEnd)
            diagnostics.append(
                Diagnostic(
                    .boundExceeded, "The front matter is too long or too deep for a parser; it is read line by line.",
                    at: range))
            return FrontMatterEntry.entries(of: lines.values)
        }
        switch YAMLTree(utf8, block.contentStart, block.contentEnd) {
        case .mapping(let values):
            let entries = FrontMatterEntry.entries(of: values)
            return Self.isMapping(lines, block) || !entries.isEmpty && lines.keyCount == 0 ? entries : nil
        case .empty:
            // Comments, or headings of Markdown: `# Titre` between two thematic breaks is text.
            return Self.isBlank(utf8, block) ? [] : nil
        case .noMapping:
            guard Self.isCollection(lines, block) else { return nil }
            reportNoMapping(block)
            return []
        case .invalid(let line, let problem):
            guard Self.isMapping(lines, block) else { return nil }
            report("YAML", utf8, line, problem)
            return FrontMatterEntry.entries(of: lines.values)
        }
    }

    private mutating func readTOML(_ utf8: [UInt8], _ block: FrontMatterBlock) -> [FrontMatterEntry]? {
        let toml = TOMLValues(utf8, block.contentStart, block.contentEnd)
        guard toml.keyCount > 0 || Self.isBlank(utf8, block) else { return nil }
        guard block.bodyStart != nil else {
            reportUnclosed(block)
            return nil
        }
        if let fault = toml.fault { report("TOML", utf8, fault.offset, fault.problem) }
        return FrontMatterEntry.entries(of: toml.values)
    }
}

// What is front matter, and what is wrong with it

extension FrontMatter {
    /// Whether lines of YAML are those of a mapping, and not prose with a colon in it.
    ///
    /// A key that is known to generators is asked for, or one that only a machine writes; after an empty line, as it
    /// follows a thematic break, a known one. Prose in the first column may be what is left of a long value, but must not
    /// outnumber the keys.
    private static func isMapping(_ lines: YAMLLines, _ block: FrontMatterBlock) -> Bool {
        guard lines.keyCount > lines.proseCount else { return false }
        return lines.hasKnownKey || lines.hasIdentifier && !block.startsEmpty
    }

    /// Whether lines without a key can be front matter all the same: a list or a quoted text right after the fence. Any
    /// other text between two fences is read as text, for it would be lost otherwise.
    private static func isCollection(_ lines: YAMLLines, _ block: FrontMatterBlock) -> Bool {
        lines.keyCount == 0 && lines.proseCount == 0 && lines.collectionCount > 0 && !lines.hasEmptyLine
    }

    private static func isBlank(_ utf8: [UInt8], _ block: FrontMatterBlock) -> Bool {
        utf8[block.contentStart..<block.contentEnd].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }

    /// The end of the first lines without an empty one, which tell whether a fence without an end began front matter.
    private static func headEnd(_ utf8: [UInt8], _ block: FrontMatterBlock) -> Int {
        var position = block.contentStart
        while position < block.contentEnd {
            let line = SourceLine(utf8, at: position, before: block.contentEnd)
            if line.contentStart(utf8) == line.end { break }
            position = line.next
        }
        return position
    }

    private mutating func reportUnclosed(_ block: FrontMatterBlock) {
        let range = SourceRange(block.fenceStart, block.contentStart)
        diagnostics.append(
            Diagnostic(.frontMatterUnclosed, "Front matter begins here and never ends; it is read as text.", at: range))
    }

    private mutating func reportNoMapping(_ block: FrontMatterBlock) {
        let range = SourceRange(block.contentStart, block.contentEnd)
        diagnostics.append(
            Diagnostic(.frontMatterInvalid, "The front matter is no mapping of keys to values.", at: range))
    }

    /// - Parameter offset: in the line that is wrong.
    private mutating func report(_ syntax: String, _ utf8: [UInt8], _ offset: Int, _ problem: String) {
        var line = SourceLine(utf8, at: 0, before: utf8.count)
        var number = 1
        while line.next <= offset, line.next < utf8.count {
            line = SourceLine(utf8, at: line.next, before: utf8.count)
            number += 1
        }
        diagnostics.append(
            Diagnostic(
                .frontMatterInvalid,
                "Line \(number) is no \(syntax) (\(problem)); the front matter is read line by line.",
                at: SourceRange(line.start, line.end)))
    }
}
