import TextModel

/// What references lead to: the targets and substitutions that a document defines, anywhere in it.
struct ReStructuredTextTargets {
    enum Substitution {
        case text([UInt8])
        case image(target: String, alternative: [UInt8])
    }

    /// By ``key(_:)``; what another reference names is resolved.
    private var addresses: [String: String] = [:]
    private var aliases: [String: String] = [:]
    private(set) var anonymous: [String] = []
    private(set) var substitutions: [String: Substitution] = [:]

    init(_ syntax: ReStructuredTextSyntax, _ lines: [MarkupLine]) {
        /// Names without an address of their own: those right below lend them theirs.
        var chained: [String] = []
        for index in lines.indices {
            let line = lines[index]
            guard !line.isBlank else { continue }
            if let section = Self.section(syntax, lines, index) {
                let name = syntax.source.string(section.title.contentStart, section.title.end)
                addresses[Self.key(name)] = Self.fragment(name)
            }
            if let (name, address) = Self.target(syntax, lines, index) {
                guard let name else {
                    anonymous.append(address)
                    continue
                }
                if address.isEmpty {
                    chained.append(name)
                    addresses[Self.key(name)] = Self.fragment(name)
                    continue
                }
                for name in chained + [name] { define(name, address) }
            } else if let start = syntax.explicitMarkup(line), syntax.source.starts("|", at: start, before: line.end) {
                readSubstitution(syntax, lines, index, start)
            }
            chained.removeAll()
        }
    }

    /// The address of a name, or `nil` if the document has no such target.
    func address(_ name: String) -> String? {
        var key = Self.key(name)
        // Aliases may lead to one another, and in a circle.
        for _ in 0..<8 {
            if let address = addresses[key] { return address }
            guard let next = aliases[key] else { return nil }
            key = next
        }
        return nil
    }

    mutating func define(_ name: String, _ address: String) {
        if address.hasSuffix("_"), !address.contains("://") {
            aliases[Self.key(name)] = Self.key(address.dropLast().filter { $0 != "`" })
        } else {
            addresses[Self.key(name)] = address
        }
    }

    /// Docutils compares names without regard to case, white space as one space.
    static func key(_ name: some StringProtocol) -> String {
        // An editor that sets typographic apostrophes in the text may spare the names of targets, and the other way round.
        String(name.lowercased().map { Self.apostrophes.contains($0) ? "'" : $0 })
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What writers and editors put for `'`: U+2019, U+02BC and U+2018.
    private static let apostrophes: Set<Character> = ["’", "ʼ", "‘"]

    /// The address of a place in the document itself.
    static func fragment(_ name: String) -> String {
        "#" + key(name).split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }

    private static func section(
        _ syntax: ReStructuredTextSyntax, _ lines: [MarkupLine], _ index: Int
    ) -> ReStructuredTextSyntax.Section? {
        guard index == 0 || lines[index - 1].isBlank else { return nil }
        return syntax.section(at: index, in: lines, before: lines.count)
    }

    /// `.. _name: address`, `.. __: address` and `__ address`; the name is `nil` for an anonymous target.
    private static func target(
        _ syntax: ReStructuredTextSyntax, _ lines: [MarkupLine], _ index: Int
    ) -> (name: String?, address: String)? {
        let source = syntax.source
        let line = lines[index]
        if source.starts("__ ", at: line.contentStart, before: line.end) {
            return (nil, address(source, line.contentStart + 3, lines, index))
        }
        guard let start = syntax.explicitMarkup(line), source.starts("_", at: start, before: line.end) else {
            return nil
        }
        if source.starts("__:", at: start, before: line.end) {
            return (nil, address(source, start + 3, lines, index))
        }
        guard let (name, after) = targetName(source, start + 1, line.end) else { return nil }
        return (name, address(source, after, lines, index))
    }

    /// The name of a target, which may stand in backticks, and where the address begins.
    static func targetName(_ source: MarkupSource, _ start: Int, _ end: Int) -> (String, Int)? {
        var position = start
        if source.starts("`", at: start, before: end) {
            guard let closing = source.first(0x60, from: start + 1, before: end),
                source.starts(":", at: closing + 1, before: end)
            else { return nil }
            return (source.string(start + 1, closing), closing + 2)
        }
        while position < end {
            if source.utf8[position] == 0x3A, position + 1 == end || source.isSpace(at: position + 1, before: end) {
                guard position > start else { return nil }
                return (source.string(start, position).filter { $0 != "\\" }, position + 1)
            }
            position += source.utf8[position] == 0x5C ? 2 : 1
        }
        return nil
    }

    /// An address may go on in indented lines; white space in it does not count.
    private static func address(_ source: MarkupSource, _ start: Int, _ lines: [MarkupLine], _ index: Int) -> String {
        var text = source.string(min(start, lines[index].end), lines[index].end)
        var next = index + 1
        while next < lines.count, !lines[next].isBlank, lines[next].indent > lines[index].indent, next - index < 16 {
            text += source.string(lines[next].contentStart, lines[next].end)
            next += 1
        }
        return text.filter { !$0.isWhitespace }
    }

    /// `.. |name| replace:: text`, `.. |name| image:: address`.
    private mutating func readSubstitution(
        _ syntax: ReStructuredTextSyntax, _ lines: [MarkupLine], _ index: Int, _ start: Int
    ) {
        let source = syntax.source
        let line = lines[index]
        guard let bar = source.first(0x7C, from: start + 1, before: line.end),
            let directive = syntax.directive(at: source.trimmed(bar + 1, line.end).lowerBound, before: line.end)
        else { return }
        let argument = source.utf8[directive.argument]
        let name = Self.key(source.string(start + 1, bar))
        switch directive.name {
        case "replace": substitutions[name] = .text(Array(argument))
        case "image":
            var alternative: [UInt8] = []
            var next = index + 1
            while next < lines.count, let field = syntax.field(lines[next]), lines[next].indent > line.indent {
                if source.string(field.name.lowerBound, field.name.upperBound) == "alt" {
                    alternative = Array(source.utf8[field.value])
                }
                next += 1
            }
            substitutions[name] = .image(target: String(decoding: argument, as: UTF8.self), alternative: alternative)
        default: break
        }
    }
}
