import TextModel

// Marked text: *strong*, _emphasis_, `code`, #mark#, ^super^, ~sub~, +as written+, "`quotes`"

extension AsciiDocInline {
    /// Text between one mark or two. Asciidoctor: two marks count anywhere; one mark opens where no word character,
    /// `;`, `:` or `}` stands before it and no white space after, and closes where no white space stands before it and
    /// no word character after.
    ///
    /// Asciidoctor keeps a backtick after an apostrophe as it is; French elides (``l'`attribut` ``), so here it opens.
    mutating func formatted(at position: Int, role: Substring?, before end: Int, _ active: Set<Ending>) -> Construct? {
        let byte = utf8[position]
        let kind: InlineSpan.Kind?
        switch byte {
        case 0x2A: kind = .strong
        case 0x5F: kind = .emphasis
        case 0x60: kind = .code
        default: kind = role?.contains("line-through") == true ? .strikethrough : nil
        }
        let utf8 = utf8
        if position + 4 < end, utf8[position + 1] == byte, !active.contains(.unconstrained(byte)),
            let closing = find(
                .unconstrained(byte), from: position + 3, before: end - 1,
                { utf8[$0] == byte && utf8[$0 + 1] == byte })
        {
            return .span(kind, position + 2..<closing, .unconstrained(byte), end: closing + 2)
        }
        guard !active.contains(.constrained(byte)),
            let closing = constrainedEnd(from: position, before: end, role == nil)
        else { return nil }
        return .span(kind, position + 1..<closing, .constrained(byte), end: closing + 1)
    }

    private mutating func constrainedEnd(from position: Int, before end: Int, _ looksBack: Bool) -> Int? {
        let byte = utf8[position]
        guard position + 2 < end, !utf8[position + 1].isASCIIWhiteSpace,
            !looksBack || mayOpenConstrained(at: position)
        else { return nil }
        let (utf8, source) = (utf8, source)
        return find(.constrained(byte), from: position + 2, before: end) {
            utf8[$0] == byte && !utf8[$0 - 1].isASCIIWhiteSpace && !source.isWord(at: $0 + 1, before: end)
        }
    }

    private func mayOpenConstrained(at position: Int) -> Bool {
        guard position > origin else { return true }
        let before = utf8[position - 1]
        return before != 0x3B && before != 0x3A && before != 0x7D && !source.isWord(before: position, from: origin)
    }

    /// `^2^` and `~2~`: no white space between the marks.
    func script(at position: Int, before end: Int) -> Construct? {
        let byte = utf8[position]
        var closing = position + 1
        let limit = min(end, position + 256)
        while closing < limit, utf8[closing] != byte, !utf8[closing].isASCIIWhiteSpace { closing += 1 }
        guard closing < limit, utf8[closing] == byte, closing > position + 1 else { return nil }
        return .literal(nil, position + 1..<closing, end: closing + 1)
    }

    /// ` +` at the end of a line is a line break. `+text+` and `++text++` have no further markup, `+++text+++` is HTML.
    ///
    /// Unlike Asciidoctor, two marks do not open after a word: `C++` is a name.
    mutating func passedThrough(at position: Int, before end: Int) -> Construct? {
        let isLineEnd = position + 1 == textEnd || utf8[position + 1] == 0x0A || utf8[position + 1] == 0x0D
        if isLineEnd, position > origin, utf8[position - 1] == 0x20 { return .lineBreak(end: position + 1) }
        guard mayOpenConstrained(at: position) else { return nil }
        let utf8 = utf8
        let run = source.run(of: 0x2B, at: position, before: end)
        if run == 3 {
            let closing = find(.raw, from: position + 4, before: end - 2) {
                utf8[$0] == 0x2B && utf8[$0 + 1] == 0x2B && utf8[$0 + 2] == 0x2B
            }
            if let closing { return .raw(position + 3..<closing, end: closing + 3) }
        }
        if run == 2 {
            let closing = find(.unconstrained(0x2B), from: position + 3, before: end - 1) {
                utf8[$0] == 0x2B && utf8[$0 + 1] == 0x2B
            }
            if let closing { return .literal(nil, position + 2..<closing, end: closing + 2) }
        }
        guard run == 1, let closing = constrainedEnd(from: position, before: end, true) else { return nil }
        return .literal(nil, position + 1..<closing, end: closing + 1)
    }

    /// ``"`text`"`` and ``'`text`'``: the quotes are visible, the backticks are not.
    mutating func curvedQuote(at position: Int, before end: Int, _ active: Set<Ending>) -> Construct? {
        let byte = utf8[position]
        guard position + 4 < end, utf8[position + 1] == 0x60, !utf8[position + 2].isASCIIWhiteSpace,
            !active.contains(.curved(byte)), mayOpenConstrained(at: position)
        else { return nil }
        let (utf8, source) = (utf8, source)
        let closing = find(.curved(byte), from: position + 3, before: end - 1) {
            utf8[$0] == 0x60 && utf8[$0 + 1] == byte && !utf8[$0 - 1].isASCIIWhiteSpace
                && !source.isWord(at: $0 + 2, before: end)
        }
        guard let closing else { return nil }
        return .quoted(position + 2..<closing, .curved(byte), end: closing + 2)
    }

    /// `[[anchor]]`, and `[.role]` before marked text.
    mutating func bracketed(at position: Int, before end: Int, _ active: Set<Ending>) -> Construct? {
        let utf8 = utf8
        if position + 1 < end, utf8[position + 1] == 0x5B {
            let first = source.scalar(
                at: position + (source.starts("[[[", at: position, before: end) ? 3 : 2), before: end)
            guard MarkupSource.isWord(first) || first == ":" else { return nil }
            let limit = min(end, position + 512)
            guard
                let closing = find(
                    .anchor, from: position + 2, before: limit - 1, { utf8[$0] == 0x5D && utf8[$0 + 1] == 0x5D })
            else { return nil }
            let isBibliography =
                closing + 2 < end && utf8[closing + 2] == 0x5D && first != nil && utf8[position + 2] == 0x5B
            return .hidden(end: closing + (isBibliography ? 3 : 2))
        }
        // A role is short; without a bound, a text of brackets would be read again from each.
        guard mayOpenConstrained(at: position) else { return nil }
        let limit = min(end, position + 128)
        guard let bracket = source.first(0x5D, from: position + 1, before: limit), bracket > position + 1,
            bracket + 1 < end, [0x2A, 0x5F, 0x60, 0x23].contains(utf8[bracket + 1])
        else { return nil }
        let role = source.string(position + 1, bracket)
        return formatted(at: bracket + 1, role: role[...], before: end, active)
    }

    /// `((term))` is visible, `(((term)))` is for the index alone.
    mutating func indexTerm(at position: Int, before end: Int, _ active: Set<Ending>) -> Construct? {
        guard source.starts("((", at: position, before: end) else { return nil }
        let utf8 = utf8
        if source.starts("(((", at: position, before: end) {
            let closing = find(.hiddenIndex, from: position + 3, before: end - 2) {
                utf8[$0] == 0x29 && utf8[$0 + 1] == 0x29 && utf8[$0 + 2] == 0x29
            }
            return closing.map { .hidden(end: $0 + 3) }
        }
        guard !active.contains(.index) else { return nil }
        let closing = find(.index, from: position + 3, before: end - 1) { utf8[$0] == 0x29 && utf8[$0 + 1] == 0x29 }
        return closing.map { .span(nil, position + 2..<$0, .index, end: $0 + 2) }
    }
}

// One character for a name

extension AsciiDocInline {
    /// Asciidoctor's attributes for single characters, such as `{nbsp}`; other references are left as written.
    func characterAttribute(at position: Int, before end: Int) -> Construct? {
        let limit = min(end, position + 20)
        guard let closing = source.first(0x7D, from: position, before: limit) else { return nil }
        let name = source.string(position + 1, closing)
        if name == "empty" || name == "blank" { return .hidden(end: closing + 1) }
        guard attributes[name] == nil, let text = Self.characters[name] else { return nil }
        return .replaced(Array(text.utf8), end: closing + 1)
    }

    /// `&#8217;`, `&#x2019;`, and the names that XML and Asciidoctor have.
    func characterReference(at position: Int, before end: Int) -> Construct? {
        let limit = min(end, position + 12)
        guard let closing = source.first(0x3B, from: position, before: limit) else { return nil }
        let name = source.string(position + 1, closing)
        if let text = Self.references[name] { return .replaced(Array(text.utf8), end: closing + 1) }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let value = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10),
            value > 0,
            let scalar = Unicode.Scalar(value)
        else { return nil }
        return .replaced(Array(String(scalar).utf8), end: closing + 1)
    }

    private static let characters = [
        "sp": " ", "nbsp": "\u{A0}", "zwsp": "\u{200B}", "wj": "\u{2060}", "apos": "'", "quot": "\"",
        "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}", "rdquo": "\u{201D}", "deg": "\u{B0}",
        "plus": "+", "brvbar": "\u{A6}", "vbar": "|", "amp": "&", "lt": "<", "gt": ">", "startsb": "[", "endsb": "]",
        "caret": "^", "asterisk": "*", "tilde": "~", "backslash": "\\", "backtick": "`", "two-colons": "::",
        "two-semicolons": ";;", "cpp": "C++", "cxx": "C++", "pp": "++",
    ]

    private static let references = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "hellip": "\u{2026}",
        "rsquo": "\u{2019}", "lsquo": "\u{2018}", "ldquo": "\u{201C}", "rdquo": "\u{201D}", "laquo": "\u{AB}",
        "raquo": "\u{BB}", "ndash": "\u{2013}", "mdash": "\u{2014}", "euro": "\u{20AC}", "rarr": "\u{2192}",
    ]
}
