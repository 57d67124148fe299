import TextModel

// Marked text, references, roles, footnotes and addresses

extension ReStructuredTextInline {
    mutating func construct(at position: Int, before end: Int) -> Construct? {
        switch utf8[position] {
        case 0x2A:
            let run = source.run(of: 0x2A, at: position, before: end)
            return run == 1
                ? marked(.emphasis, "*", .emphasis, at: position, before: end)
                : marked(.strong, "**", .strong, at: position, before: end)
        case 0x60:
            if source.starts("``", at: position, before: end) {
                return marked(.literal, "``", .code, at: position, before: end)
            }
            return interpreted(at: position, role: nil, before: end)
        case 0x7C: return substitution(at: position, before: end)
        case 0x5F:
            // `_`, then a backtick: an inline target, whose text is visible.
            guard source.starts("_`", at: position, before: end), mayStart(at: position, length: 2, before: end),
                let closing = closingBacktick(from: position + 1, before: end), mayEnd(at: closing + 1, before: end)
            else { return nil }
            return Construct(kind: .span(nil, position + 2..<closing, hasEscapes: true), end: closing + 1)
        case 0x5B: return footnote(at: position, before: end)
        default: return role(at: position, before: end)
        }
    }

    private mutating func marked(
        _ ending: Ending, _ mark: StaticString, _ kind: InlineSpan.Kind, at position: Int, before end: Int
    ) -> Construct? {
        let length = mark.utf8CodeUnitCount
        guard mayStart(at: position, length: length, before: end) else { return nil }
        let this = self
        let closing = find(ending, mark, from: position + length + 1, before: end) {
            this.mayEnd(at: $0 + length, before: end)
        }
        guard let closing else { return nil }
        return Construct(
            kind: .span(kind, position + length..<closing, hasEscapes: ending != .literal), end: closing + length)
    }

    /// The backtick that ends a text; what follows it may be `_`, `__` or `:role:`.
    private mutating func closingBacktick(from position: Int, before end: Int) -> Int? {
        let this = self
        return find(.backtick, "`", from: position + 2, before: end) {
            let suffix = this.suffixEnd(from: $0 + 1, before: end)
            return this.mayEnd(at: suffix, before: end)
        }
    }

    private func suffixEnd(from position: Int, before end: Int) -> Int {
        let marks = min(2, source.run(of: 0x5F, at: position, before: end))
        if marks > 0 { return position + marks }
        return roleEnd(at: position, before: end) ?? position
    }

    /// The end of `:role:` at a position.
    private func roleEnd(at position: Int, before end: Int) -> Int? {
        guard position < end, utf8[position] == 0x3A else { return nil }
        var index = position + 1
        let limit = min(end, position + 48)
        while index < limit,
            utf8[index].isASCIIAlphanumeric
                || index > position + 1
                    && [0x2D, 0x2E, 0x2B, 0x5F].contains(utf8[index])
                || utf8[index] == 0x3A && index + 1 < limit && utf8[index + 1].isASCIIAlphanumeric
        {
            index += 1
        }
        guard index < limit, index > position + 1, utf8[index] == 0x3A else { return nil }
        return index + 1
    }

    /// ``:role:`text` ``.
    private mutating func role(at position: Int, before end: Int) -> Construct? {
        guard let roleEnd = roleEnd(at: position, before: end), source.starts("`", at: roleEnd, before: end),
            mayStart(at: position, length: 1, before: end)
        else { return nil }
        return interpreted(at: roleEnd, role: position + 1..<roleEnd - 1, before: end)
    }

    /// A reference by a phrase, or text with a role.
    private mutating func interpreted(at position: Int, role: Range<Int>?, before end: Int) -> Construct? {
        guard role != nil || mayStart(at: position, length: 1, before: end), position + 2 < end,
            !utf8[position + 1].isASCIIWhiteSpace, let closing = closingBacktick(from: position, before: end)
        else { return nil }
        let text = position + 1..<closing
        let suffix = suffixEnd(from: closing + 1, before: end)
        if suffix > closing + 1, utf8[closing + 1] == 0x5F {
            return reference(text, isAnonymous: suffix == closing + 3, end: suffix)
        }
        let range = role ?? closing + 2..<max(closing + 2, suffix - 1)
        let name = role == nil && suffix == closing + 1 ? "" : source.string(range.lowerBound, range.upperBound)
        return Construct(kind: textWithRole(name, text), end: suffix)
    }

    /// Docutils' and Sphinx's roles; another role leaves its text, and an address or a label after it out.
    private func textWithRole(_ name: String, _ text: Range<Int>) -> Construct.Kind {
        switch name {
        case "", "emphasis", "title-reference", "title", "t": return .span(.emphasis, text, hasEscapes: true)
        case "strong": return .span(.strong, text, hasEscapes: true)
        case "code", "literal", "math", "samp", "kbd", "command", "file":
            return .span(.code, text, hasEscapes: false)
        case "raw-html", "html", "raw": return .hidden
        default:
            guard let angle = embeddedAngle(text) else { return .span(nil, text, hasEscapes: true) }
            return .span(nil, text.lowerBound..<source.trimmed(text.lowerBound, angle).upperBound, hasEscapes: true)
        }
    }

    /// Where ` <address>` begins at the end of a text; 0 characters of text before it are possible.
    private func embeddedAngle(_ text: Range<Int>) -> Int? {
        guard text.count > 2, utf8[text.upperBound - 1] == 0x3E else { return nil }
        var position = text.upperBound - 2
        while position > text.lowerBound, utf8[position] != 0x3C { position -= 1 }
        guard utf8[position] == 0x3C, position == text.lowerBound || utf8[position - 1].isASCIIWhiteSpace else {
            return nil
        }
        return position
    }

    private mutating func reference(_ text: Range<Int>, isAnonymous: Bool, end: Int) -> Construct {
        if let angle = embeddedAngle(text) {
            let inside = angle + 1..<text.upperBound - 1
            var address: String? = source.string(inside.lowerBound, inside.upperBound).filter { !$0.isWhitespace }
            if let name = address, name.hasSuffix("_"), !name.contains("://") {
                address = targets.address(String(name.dropLast()))
            } else if let mail = address, mail.contains("@"), !mail.contains(":") {
                address = "mailto:" + mail
            }
            let label = source.trimmed(text.lowerBound, angle)
            return Construct(
                kind: .span(address.map { .link(target: $0) }, label.isEmpty ? inside : label, hasEscapes: true),
                end: end)
        }
        let address = isAnonymous ? nextAnonymous() : targets.address(source.string(text.lowerBound, text.upperBound))
        return Construct(kind: .span(address.map { .link(target: $0) }, text, hasEscapes: true), end: end)
    }

    private mutating func nextAnonymous() -> String? {
        anonymousCount += 1
        return anonymousCount <= targets.anonymous.count ? targets.anonymous[anonymousCount - 1] : nil
    }

    /// `|name|`, which stands for what the document defines; without a definition it is left as written.
    private mutating func substitution(at position: Int, before end: Int) -> Construct? {
        guard mayStart(at: position, length: 1, before: end) else { return nil }
        let this = self
        let closing = find(.bar, "|", from: position + 2, before: end) {
            this.mayEnd(at: $0 + 1 + min(2, this.source.run(of: 0x5F, at: $0 + 1, before: end)), before: end)
        }
        guard let closing,
            let substitution = targets.substitutions[ReStructuredTextTargets.key(source.string(position + 1, closing))]
        else { return nil }
        return Construct(
            kind: .substitution(substitution),
            end: closing + 1 + min(2, source.run(of: 0x5F, at: closing + 1, before: end)))
    }

    /// `[1]_`, `[#note]_`, `[*]_`, `[Nom2013]_`.
    private func footnote(at position: Int, before end: Int) -> Construct? {
        guard mayStart(at: position, length: 1, before: end) else { return nil }
        let limit = min(end, position + 64)
        var closing = position + 1
        while closing < limit,
            utf8[closing].isASCIIAlphanumeric
                || [0x23, 0x2A, 0x2D, 0x2E, 0x5F].contains(utf8[closing])
        {
            closing += 1
        }
        guard closing > position + 1, source.starts("]_", at: closing, before: limit),
            mayEnd(at: closing + 2, before: end)
        else { return nil }
        return Construct(kind: .footnote(label: source.string(position + 1, closing)), end: closing + 2)
    }

    /// An address, or `Nom_` where the document has that target.
    mutating func word(at position: Int, before end: Int) -> Construct? {
        guard !source.isWord(before: position, from: origin) else { return nil }
        let bare = source.bareAddressEnd(from: position, before: end) { $0 == "`" || $0 == "\\" || $0 == "|" }
        if let bare {
            return Construct(
                kind: .span(.link(target: source.string(position, bare)), position..<bare, hasEscapes: false), end: bare
            )
        }
        let nameEnd = nameEnd(from: position, before: end)
        let marks = source.run(of: 0x5F, at: nameEnd, before: end)
        guard nameEnd > position, marks == 1 || marks == 2, mayEnd(at: nameEnd + marks, before: end),
            position == origin || mayStart(at: position, length: 0, before: end)
        else { return nil }
        let name = source.string(position, nameEnd)
        guard let address = marks == 2 ? nextAnonymous() : targets.address(name) else { return nil }
        return Construct(
            kind: .span(.link(target: address), position..<nameEnd, hasEscapes: false), end: nameEnd + marks)
    }

    /// The end of a simple name: letters and digits, joined by one of `-._+`.
    func nameEnd(from start: Int, before end: Int) -> Int {
        var position = start
        while position < end {
            if utf8[position] == 0x2D || utf8[position] == 0x2E || utf8[position] == 0x5F || utf8[position] == 0x2B {
                guard position > start, utf8[position + 1 < end ? position + 1 : position] != 0x5F,
                    source.isWord(at: position + 1, before: end)
                else { return position }
                position += 1
            } else if utf8[position] < 0x80 {
                guard utf8[position].isASCIIAlphanumeric else { return position }
                position += 1
            } else {
                guard source.isWord(at: position, before: end) else { return position }
                repeat { position += 1 } while position < end && utf8[position] & 0xC0 == 0x80
            }
        }
        return position
    }
}
