import TextModel

// Delimited blocks and block macros

extension AsciiDocBlocks {
    mutating func readDelimited(_ delimiter: AsciiDocSyntax.Delimiter, _ index: Int, _ limit: Int) -> Int {
        var end = limit
        if let closing = closings[index], closing < limit {
            end = closing
        } else {
            builder.diagnostics.append(
                Diagnostic(
                    .markupTruncated, "A delimited block is not closed; it runs to the end.",
                    at: SourceRange(lines[index].start, lines[index].end)))
        }
        let last = lines[min(end, limit - 1)]
        let range = SourceRange(lines[index].start, last.end)
        let next = min(end + 1, limit)
        switch delimiter.kind {
        case .comment: return next
        case .table: skipped("A table is not read.", range)
        case .passthrough: readPassthrough(index + 1, end)
        case .listing, .literal:
            if pending.style != "comment" { code(index + 1, end, range, language: pending.language) }
        case .fence:
            let named = source.trimmed(lines[index].start + 3, lines[index].end)
            let language = source.string(named.lowerBound, named.upperBound).drop(while: { $0 == "," || $0 == " " })
            code(index + 1, end, range, language: language.isEmpty ? pending.language : String(language))
        case .quote:
            builder.openQuote()
            if pending.style == "verse" { verse(index + 1, end, range) } else { nested(index, end) }
            builder.closeQuote()
        case .open:
            switch pending.style {
            case "source", "listing", "literal": code(index + 1, end, range, language: pending.language)
            case "pass": readPassthrough(index + 1, end)
            case "comment": return next
            case "quote", "verse":
                builder.openQuote()
                nested(index, end)
                builder.closeQuote()
            default: nested(index, end)
            }
        case .example, .sidebar: nested(index, end)
        }
        return next
    }

    private mutating func nested(_ index: Int, _ end: Int) {
        guard depth < Self.maximumDepth else {
            let range = SourceRange(lines[index].start, lines[max(index, end - 1)].end)
            builder.diagnostics.append(Diagnostic(.boundExceeded, "Blocks nest too deep.", at: range))
            if index + 1 < end {
                builder.beginParagraph(at: lines[index + 1].start)
                builder.flowingText(lines[index + 1].start, lines[end - 1].end)
                builder.end(at: lines[end - 1].end)
            }
            return
        }
        depth += 1
        read(index + 1, end)
        depth -= 1
    }

    private mutating func code(_ first: Int, _ end: Int, _ range: SourceRange, language: String?) {
        builder.begin(.code(language: language), at: range.start)
        if first < end { builder.text(lines[first].start, lines[end - 1].end) }
        builder.end(at: range.end)
    }

    private mutating func verse(_ first: Int, _ end: Int, _ range: SourceRange) {
        builder.beginParagraph(at: range.start)
        if first < end { inline.write(lines[first].start..<lines[end - 1].end, flow: .verse, into: &builder) }
        builder.end(at: range.end)
    }

    /// Raw HTML is read as in Markdown.
    private mutating func readPassthrough(_ first: Int, _ end: Int) {
        guard first < end else { return }
        HTMLFragment.read(source.utf8, from: lines[first].start, to: lines[end - 1].end, &builder)
    }

    /// `image::`, `video::`, `audio::` and the macros of extensions, which show something from elsewhere.
    mutating func readMacro(_ macro: AsciiDocSyntax.BlockMacro, _ line: MarkupLine) {
        let attributes = AsciiDocAttributes(source, macro.attributes)
        let target = inline.address(macro.target.lowerBound, macro.target.upperBound)
        switch source.string(macro.name.lowerBound, macro.name.upperBound) {
        case "image":
            let alternative = attributes.named["alt"] ?? attributes.positional.first
            let title = attributes.named["title"]
            builder.begin(.image(target: target), at: line.start)
            // Text is told in source order, so the block ends where the title within it begins.
            if let alternative, !alternative.isEmpty { inline.write(alternative, into: &builder) }
            builder.end(at: title.map { min($0.lowerBound, line.end) } ?? line.end)
            guard let title, !title.isEmpty, title.lowerBound >= builder.sourceEnd else { return }
            builder.begin(.caption, at: title.lowerBound)
            inline.write(title, into: &builder)
            builder.end(at: line.end)
        case "video":
            let service = attributes.style(source)
            let address =
                switch service {
                case "youtube": "https://www.youtube.com/embed/" + target
                case "vimeo": "https://player.vimeo.com/video/" + target
                default: target
                }
            builder.add(.embed(target: address), SourceRange(line.start, line.end))
        case "youtube":
            builder.add(
                .embed(target: "https://www.youtube.com/embed/" + target), SourceRange(line.start, line.end))
        default: builder.add(.embed(target: target.isEmpty ? nil : target), SourceRange(line.start, line.end))
        }
    }
}
