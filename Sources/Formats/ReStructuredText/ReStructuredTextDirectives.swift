import TextModel

// Explicit markup: directives, targets, footnotes, substitutions and comments

extension ReStructuredTextBlocks {
    /// A directive with its options and its content.
    private struct Directive {
        let name: String
        let argument: Range<Int>
        var options: [String: Range<Int>] = [:]
        /// The line after the options.
        var content: Int
    }

    mutating func readExplicit(_ index: Int, _ start: Int, _ limit: Int, _ indent: Int) -> Int {
        let line = lines[index]
        // A lone `..` before a blank line is an empty comment, which has nothing below it.
        if start == line.end, index + 1 == limit || lines[index + 1].isBlank { return index + 1 }
        let end = endOfIndented(after: index, limit, indent)
        let byte = start < line.end ? source.utf8[start] : 0
        if byte == 0x5F { return end }
        if byte == 0x7C, let bar = source.first(0x7C, from: start + 1, before: line.end), bar > start + 1 { return end }
        if byte == 0x5B, let closing = source.first(0x5D, from: start + 1, before: line.end),
            source.isSpace(at: closing + 1, before: line.end)
        {
            readMoved(index, to: source.trimmed(closing + 1, line.end).lowerBound, end, indent)
            return end
        }
        if let (name, argument) = syntax.directive(at: start, before: line.end) {
            readDirective(name, argument, index, end, indent)
            return end
        }
        if builder.blocks.isEmpty, let (name, after) = ReStructuredTextTargets.targetName(source, start, line.end) {
            note(name.lowercased(), after..<line.end)
        }
        return end
    }

    private mutating func readDirective(_ name: String, _ argument: Range<Int>, _ index: Int, _ end: Int, _ indent: Int)
    {
        var directive = Directive(name: name, argument: argument, content: index + 1)
        while directive.content < end, let field = syntax.field(lines[directive.content]) {
            let line = lines[directive.content]
            let next = min(end, endOfIndented(after: directive.content, end, line.indent))
            let key = source.string(field.name.lowerBound, field.name.upperBound)
            directive.options[key] = field.value.lowerBound..<max(field.value.lowerBound, lines[next - 1].end)
            directive.content = next
        }
        switch ReStructuredTextDirective(name) {
        case .image: image(directive, index)
        case .figure:
            image(directive, index)
            readFigure(directive, end, indent)
        case .code:
            let language = source.string(argument.lowerBound, argument.upperBound)
            var first = directive.content
            while first < end, lines[first].isBlank { first += 1 }
            code(first, end, language: language.isEmpty ? nil : language, from: lines[index].contentStart)
        case .content(let hasArgument): readContent(directive, index, end, indent, isArgumentText: !hasArgument)
        case .titled:
            title(argument, index)
            read(directive.content, end, indent: leastIndent(directive.content, end) ?? indent + 1)
        case .rubric: title(argument, index)
        case .quote:
            builder.openQuote()
            readContent(directive, index, end, indent, isArgumentText: true)
            builder.closeQuote()
        case .embed(let prefix):
            let target = source.string(argument.lowerBound, argument.upperBound)
            let isAddress = target.contains("://") || target.isEmpty
            builder.add(
                .embed(target: target.isEmpty ? nil : isAddress ? target : prefix + target),
                SourceRange(lines[index].contentStart, lines[end - 1].end))
        case .raw: readRaw(directive, index, end)
        case .metadata: note(name == "categories" ? "category" : name, argument)
        case .invisible: break
        case .skipped: _ = skipped("The directive \(name) is not read.", index, end)
        }
    }

    private mutating func image(_ directive: Directive, _ index: Int) {
        let target = source.string(directive.argument.lowerBound, directive.argument.upperBound)
        builder.begin(.image(target: target), at: lines[index].contentStart)
        if let alternative = directive.options["alt"] {
            builder.flowingText(alternative.lowerBound, alternative.upperBound)
        }
        builder.end(at: lines[directive.content - 1].end)
    }

    /// The first paragraph below a figure is its caption; an empty comment stands for none.
    private mutating func readFigure(_ directive: Directive, _ end: Int, _ indent: Int) {
        var first = directive.content
        while first < end, lines[first].isBlank { first += 1 }
        guard first < end else { return }
        let body = leastIndent(first, end) ?? indent + 1
        if syntax.explicitMarkup(lines[first]) == nil {
            var next = first + 1
            while next < end, !lines[next].isBlank { next += 1 }
            builder.begin(.caption, at: lines[first].contentStart)
            inline.write(lines[first].contentStart..<lines[next - 1].end, into: &builder)
            builder.end(at: lines[next - 1].end)
            first = next
        }
        read(first, end, indent: body)
    }

    /// The text of an admonition begins in the line of the directive, or below.
    private mutating func readContent(
        _ directive: Directive, _ index: Int, _ end: Int, _ indent: Int, isArgumentText: Bool
    ) {
        if isArgumentText, !directive.argument.isEmpty {
            // The options between the text and what follows are no text.
            for option in index + 1..<directive.content { lines[option].contentStart = lines[option].end }
            readMoved(index, to: directive.argument.lowerBound, end, indent)
        } else {
            read(directive.content, end, indent: leastIndent(directive.content, end) ?? indent + 1)
        }
    }

    private mutating func title(_ argument: Range<Int>, _ index: Int) {
        builder.begin(.heading(level: 6, mark: .blockTitle), at: lines[index].contentStart)
        inline.write(argument, into: &builder)
        builder.end(at: lines[index].end)
    }

    /// `.. raw:: html` is read as HTML in Markdown is; other raw markup is not.
    private mutating func readRaw(_ directive: Directive, _ index: Int, _ end: Int) {
        guard source.string(directive.argument.lowerBound, directive.argument.upperBound).hasPrefix("html") else {
            _ = skipped("Raw markup is not read.", index, end)
            return
        }
        HTMLFragment.read(source.utf8, from: lines[index].end, to: lines[end - 1].end, &builder)
    }
}

/// What a directive does to the text, for those of docutils, Sphinx, Pelican, Nikola and Tinkerer.
enum ReStructuredTextDirective {
    case image
    case figure
    case code
    /// The content is text; the argument is text too, or is not (the class of a container).
    case content(hasArgument: Bool)
    /// The argument is a title over the content.
    case titled
    case rubric
    case quote
    /// Something from elsewhere.
    ///
    /// - Parameter prefix: what makes an address of the argument.
    case embed(prefix: String)
    case raw
    /// Tinkerer's `.. author:: Nom`.
    case metadata
    case invisible
    case skipped

    init(_ name: String) {
        switch name {
        case "image", "thumbnail": self = .image
        case "figure": self = .figure
        case "code", "code-block", "sourcecode", "parsed-literal", "math", "prompt", "productionlist":
            self = .code
        case "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning", "seealso",
            "todo":
            self = .content(hasArgument: false)
        case "compound", "container", "class", "rst-class", "cssclass", "centered", "hlist", "only", "ifconfig",
            "versionadded", "versionchanged", "deprecated", "lead", "align-center":
            self = .content(hasArgument: name != "centered")
        case "admonition", "topic", "sidebar", "collapse", "details", "dropdown": self = .titled
        case "rubric": self = .rubric
        case "epigraph", "highlights", "pull-quote", "blockquote": self = .quote
        case "youtube": self = .embed(prefix: "https://www.youtube.com/embed/")
        case "vimeo": self = .embed(prefix: "https://player.vimeo.com/video/")
        case "dailymotion": self = .embed(prefix: "https://www.dailymotion.com/embed/video/")
        case "video", "audio", "media", "slides", "slideshare", "speakerdeck", "soundcloud", "gist", "tweet", "twitter",
            "iframe", "gallery":
            self = .embed(prefix: "")
        case "raw": self = .raw
        case "author", "tags", "title", "date": self = .metadata
        case "categories", "comments", "contents", "sectnum", "section-numbering", "meta", "default-role", "role",
            "target-notes", "header", "footer", "index", "more", "highlight", "toctree", "tabularcolumns",
            "currentmodule", "module":
            self = .invisible
        default: self = .skipped
        }
    }
}
