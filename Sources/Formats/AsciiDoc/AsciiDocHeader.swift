import TextModel

/// The document's title, author line, revision line and attribute entries.
struct AsciiDocHeader {
    let syntax: AsciiDocSyntax
    let lines: [MarkupLine]
    var metadata: Metadata
    var diagnostics: [Diagnostic] = []
    /// What the document declares, header and body, by name in lower case.
    private(set) var attributes: [String: String] = [:]

    private var source: MarkupSource { syntax.source }

    init(syntax: AsciiDocSyntax, lines: [MarkupLine], metadata: Metadata) {
        self.syntax = syntax
        self.lines = lines
        self.metadata = metadata
    }

    /// Reads the header and returns the line where the body begins.
    ///
    /// Attribute entries and comments may stand before the title, blank lines between them included. After the title
    /// the header ends at the first blank line.
    mutating func read() -> Int {
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if line.isBlank {
                index += 1
            } else if let next = skip(index) {
                index = next
            } else if let next = readTitle(index) {
                return readLinesBelowTitle(next)
            } else {
                return index
            }
        }
        return index
    }

    /// The line after an attribute entry or a comment.
    private mutating func skip(_ index: Int) -> Int? {
        let line = lines[index]
        if syntax.isComment(line) { return index + 1 }
        if let entry = syntax.attributeEntry(line) { return declare(entry, at: index) }
        guard let delimiter = syntax.delimiter(line), delimiter.kind == .comment else { return nil }
        let closing = lines[(index + 1)...].firstIndex { syntax.delimiter($0) == delimiter }
        return closing.map { $0 + 1 }
    }

    private mutating func readTitle(_ index: Int) -> Int? {
        let line = lines[index]
        var next = index + 1
        var title = syntax.sectionTitle(line).flatMap { $0.level == 1 ? $0 : nil }
        if title == nil, next < lines.count, syntax.delimiter(line) == nil {
            title = syntax.underlinedTitle(line, under: lines[next]).flatMap { $0.level == 1 ? $0 : nil }
            next += 1
        }
        guard let text = title?.text else { return nil }
        // Asciidoctor: a title that was declared before counts.
        guard metadata.title == nil else { return next }
        // The visible text alone: a title may have emphasis or a link in it.
        var scratch = DocumentBuilder(source: source.utf8)
        var inline = AsciiDocInline(source: source)
        scratch.begin(.paragraph, at: text.lowerBound)
        inline.write(text, into: &scratch)
        let visible = scratch.finish(.asciidoc, metadata: Metadata())
        let name = visible.blocks.first.map { visible[$0.text] } ?? source.string(text.lowerBound, text.upperBound)
        metadata.title = Metadata.Value(name, at: SourceRange(text.lowerBound, text.upperBound))
        return next
    }

    private mutating func readLinesBelowTitle(_ first: Int) -> Int {
        var index = first
        var mayBeAuthor = true
        var mayBeRevision = true
        while index < lines.count, !lines[index].isBlank {
            if let next = skip(index) {
                index = next
            } else if mayBeAuthor, readAuthors(lines[index]) {
                mayBeAuthor = false
                index += 1
            } else if mayBeRevision, readRevision(lines[index]) {
                mayBeAuthor = false
                mayBeRevision = false
                index += 1
            } else {
                return index
            }
        }
        return index
    }

    /// `Prénom Nom <adresse>; Prénom Nom`. Asciidoctor takes any line for the author's; a line that is no name, of more
    /// than four words or with the marks of a sentence, is text to a reader and begins the body.
    private mutating func readAuthors(_ line: MarkupLine) -> Bool {
        guard line.indent == 0 else { return false }
        var authors: [Metadata.Value] = []
        var position = line.start
        while position <= line.end {
            let end = source.first(0x3B, from: position, before: line.end) ?? line.end
            guard let author = author(position, end) else { return false }
            authors.append(author)
            position = end + 1
        }
        if metadata.authors.isEmpty { metadata.authors = authors }
        return true
    }

    private func author(_ start: Int, _ end: Int) -> Metadata.Value? {
        var field = source.trimmed(start, end)
        if let angle = source.first(0x3C, from: field.lowerBound, before: field.upperBound) {
            guard source.utf8[field.upperBound - 1] == 0x3E else { return nil }
            field = source.trimmed(field.lowerBound, angle)
        }
        let words = source.utf8[field].split(separator: 0x20)
        guard (1...4).contains(words.count) else { return nil }
        for word in words {
            guard let scalar = source.scalar(at: word.startIndex, before: word.endIndex),
                scalar.properties.isAlphabetic,
                !word.contains(where: { [0x21, 0x2C, 0x3A, 0x3D, 0x3F, 0x5B, 0x5D, 0x2A, 0x60].contains($0) })
            else { return nil }
            // `Jean-P.` is a name, `arrivé.` at the end of the line a sentence.
            if word.endIndex == field.upperBound, word.last == 0x2E, word.count > 3 { return nil }
        }
        return source.value(field.lowerBound, field.upperBound)
    }

    /// `v1.2, 2023-09-07: remark`, `2023-09-07`. A line without a day or a version number is text.
    private mutating func readRevision(_ line: MarkupLine) -> Bool {
        guard line.indent == 0 else { return false }
        let first = source.utf8[line.start]
        let isVersion = first | 0x20 == 0x76 && line.count >= 2 && source.utf8[line.start + 1].isASCIIDigit
        var day = source.string(line.start, line.end)
        if isVersion, let comma = day.firstIndex(of: ",") { day.removeSubrange(...comma) }
        if let remark = day.firstRange(of: ": ") { day.removeSubrange(remark.lowerBound...) }
        if let date = MetadataDate.day(in: day.split(separator: " ").joined(separator: " ")),
            isVersion || first.isASCIIDigit
        {
            if metadata.published == nil {
                metadata.published = Metadata.Dated(date, from: .attribute, at: SourceRange(line.start, line.end))
            }
            return true
        }
        return isVersion
    }

    /// Notes an attribute entry, with the lines that ` \` continues, and returns the line after it.
    mutating func declare(_ entry: AsciiDocSyntax.AttributeEntry, at index: Int) -> Int {
        var next = index + 1
        var end = entry.value.upperBound
        var parts: [String] = []
        var part = entry.value
        while part.count >= 2, source.utf8[part.upperBound - 1] == 0x5C,
            source.utf8[part.upperBound - 2].isASCIIWhiteSpace, next < lines.count, !lines[next].isBlank
        {
            let text = source.trimmed(part.lowerBound, part.upperBound - 1)
            parts.append(source.string(text.lowerBound, text.upperBound))
            part = lines[next].contentStart..<lines[next].end
            end = part.upperBound
            next += 1
        }
        parts.append(source.string(part.lowerBound, part.upperBound))
        let name = source.string(entry.name.lowerBound, entry.name.upperBound).lowercased()
        if name.hasPrefix("!") || name.hasSuffix("!") {
            attributes[name.filter { $0 != "!" }] = nil
            return next
        }
        let text = parts.joined(separator: " ")
        attributes[name] = text
        guard !text.isEmpty else { return next }
        let range = SourceRange(entry.value.lowerBound, end)
        note(name, Metadata.Value(text, at: range))
        return next
    }

    /// JBake, Jekyll and HubPress put a prefix before the names that they read.
    private mutating func note(_ name: String, _ value: Metadata.Value) {
        var name = Substring(name)
        for prefix in ["jbake-", "page-", "hp-"] where name.hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
        switch name {
        case "doctitle", "title":
            if metadata.title == nil { metadata.title = value }
        case "author", "authors", "auteur", "auteurs", "autrice", "autrices":
            if metadata.authors.isEmpty { metadata.authors = split(value, at: 0x3B) }
        case "revdate", "date", "docdate", "published_at", "published-at":
            if metadata.published == nil { metadata.published = dated(value) }
        case "updated", "modified", "lastmod":
            if metadata.updated == nil { metadata.updated = dated(value) }
        case "keywords", "tags": metadata.tags += split(value, at: 0x2C)
        case "lang": if metadata.language == nil { metadata.language = value }
        case "description", "summary", "teaser", "excerpt", "abstract": metadata.summaries.append(value)
        default: break
        }
    }

    private mutating func dated(_ value: Metadata.Value) -> Metadata.Dated? {
        if let date = MetadataDate.day(in: value.text) {
            return Metadata.Dated(date, from: .attribute, at: value.range)
        }
        diagnostics.append(.unreadableDate(value))
        return nil
    }

    private func split(_ value: Metadata.Value, at separator: UInt8) -> [Metadata.Value] {
        guard let range = value.range else { return [value] }
        var values: [Metadata.Value] = []
        var position = range.start
        while position <= range.end {
            let end = source.first(separator, from: position, before: range.end) ?? range.end
            if let value = source.value(position, end) { values.append(value) }
            position = end + 1
        }
        return values
    }
}
