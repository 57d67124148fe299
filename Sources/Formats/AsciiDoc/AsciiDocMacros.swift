import TextModel

// Addresses, cross references, images and other inline macros

extension AsciiDocInline {
    private enum Macro {
        /// - Parameter prefix: what the address begins with beside the target.
        case link(prefix: String)
        case reference
        case image
        case footnote
        case passthrough
        /// Keys, formulas: text as it is.
        case code
        case button
        case menu
        case hidden
    }

    private static let macros: [(name: StaticString, macro: Macro)] = [
        ("link:", .link(prefix: "")), ("mailto:", .link(prefix: "mailto:")), ("xref:", .reference),
        ("image:", .image), ("icon:", .hidden), ("footnote:", .footnote), ("footnoteref:", .footnote),
        ("pass:", .passthrough), ("kbd:", .code), ("btn:", .button), ("menu:", .menu), ("stem:", .code),
        ("latexmath:", .code), ("asciimath:", .code), ("anchor:", .hidden), ("indexterm:", .hidden),
    ]

    /// A bare address, an address with its text in brackets, or `name:target[text]`; at the start of a word.
    mutating func macro(at position: Int, before end: Int, _ active: Set<Ending>) -> Construct? {
        let isInLink = active.contains(.link)
        if source.scheme(at: position, before: end) != nil {
            return isInLink ? nil : address(at: position, before: end)
        }
        for (name, macro) in Self.macros where source.starts(name, at: position, before: end) {
            if isInLink {
                switch macro {
                case .link, .reference: return nil
                case .image, .footnote, .passthrough, .code, .button, .menu, .hidden: break
                }
            }
            return read(macro, from: position, target: position + name.utf8CodeUnitCount, before: end, active)
        }
        return nil
    }

    private mutating func read(
        _ macro: Macro, from start: Int, target: Int, before end: Int, _ active: Set<Ending>
    ) -> Construct? {
        var bracket = target
        let limit = min(end, target + BareLink.maximumCount)
        while bracket < limit, utf8[bracket] != 0x5B {
            // A path may have spaces in it; an address may not, nor may a macro go over the end of a line.
            let byte = utf8[bracket]
            if byte == 0x20, case .image = macro, bracket - target < 256 {
                bracket += 1
            } else if byte.isASCIIWhiteSpace || byte == 0x5D {
                return nil
            } else {
                bracket += 1
            }
        }
        guard bracket < limit, target == bracket || utf8[target] != 0x3A else { return nil }
        let name = address(target, bracket)
        switch macro {
        case .link(let prefix):
            guard target < bracket, let (text, after) = bracketText(at: bracket, before: end) else { return nil }
            return .link(
                target: prefix + name, text: text.isEmpty ? target..<bracket : text, isAddress: text.isEmpty, end: after
            )
        case .reference:
            guard target < bracket, let (text, after) = bracketText(at: bracket, before: end) else { return nil }
            let isFile = name.contains(".") || name.contains("#")
            return .link(
                target: isFile ? name : "#" + name, text: text.isEmpty ? target..<bracket : text,
                isAddress: text.isEmpty, end: after)
        case .image:
            guard target < bracket, let closing = closingBracket(from: bracket, before: end) else { return nil }
            let attributes = AsciiDocAttributes(source, bracket + 1..<closing)
            let alternative = attributes.named["alt"] ?? attributes.positional.first ?? closing..<closing
            return .image(target: name, alternative: alternative, end: closing + 1)
        case .footnote:
            guard !active.contains(.bracket), let closing = balancedBracket(from: bracket, before: end) else {
                return nil
            }
            return .span(.footnote(label: ""), bracket + 1..<closing, .bracket, end: closing + 1)
        case .passthrough:
            guard let closing = closingBracket(from: bracket, before: end) else { return nil }
            return .raw(bracket + 1..<closing, end: closing + 1)
        case .code:
            guard target == bracket, let closing = closingBracket(from: bracket, before: end) else { return nil }
            return .literal(.code, bracket + 1..<closing, end: closing + 1)
        case .button:
            guard target == bracket, let closing = closingBracket(from: bracket, before: end) else { return nil }
            return .literal(nil, bracket + 1..<closing, end: closing + 1)
        case .menu:
            // `menu:Fichier[Ouvrir]`: the macro's name alone is markup, the rest is read as text.
            guard target < bracket, closingBracket(from: bracket, before: end) != nil else { return nil }
            return .hidden(end: target)
        case .hidden:
            guard let closing = closingBracket(from: bracket, before: end) else { return nil }
            return .hidden(end: closing + 1)
        }
    }

    /// `https://exemple.fr[Texte]` or `https://exemple.fr`.
    private mutating func address(at start: Int, before end: Int) -> Construct? {
        var bracket = start
        let limit = min(end, start + BareLink.maximumCount)
        while bracket < limit, !utf8[bracket].isASCIIWhiteSpace, ![0x5B, 0x5D, 0x3C].contains(utf8[bracket]) {
            bracket += 1
        }
        if bracket < limit, utf8[bracket] == 0x5B, let (text, after) = bracketText(at: bracket, before: end) {
            return .link(
                target: address(start, bracket), text: text.isEmpty ? start..<bracket : text, isAddress: text.isEmpty,
                end: after)
        }
        guard let bare = source.bareAddressEnd(from: start, before: end, stops: { $0 == "[" || $0 == "]" }) else {
            return nil
        }
        return .link(target: address(start, bare), text: start..<bare, isAddress: true, end: bare)
    }

    /// `<<anchor,Texte>>`, or an address in angle brackets.
    mutating func angled(at position: Int, before end: Int) -> Construct? {
        if source.scheme(at: position + 1, before: end) != nil {
            let bare = source.bareAddressEnd(from: position + 1, before: end, stops: { $0 == "[" || $0 == "]" })
            guard let bare, bare < end, utf8[bare] == 0x3E else { return nil }
            return .link(target: address(position + 1, bare), text: position + 1..<bare, isAddress: true, end: bare + 1)
        }
        guard source.starts("<<", at: position, before: end),
            MarkupSource.isWord(
                source.scalar(at: position + (source.starts("<<#", at: position, before: end) ? 3 : 2), before: end))
        else { return nil }
        let utf8 = utf8
        guard
            let closing = find(
                .reference, from: position + 3, before: end - 1, { utf8[$0] == 0x3E && utf8[$0 + 1] == 0x3E })
        else { return nil }
        let comma = source.first(0x2C, from: position + 2, before: closing)
        let anchor = source.trimmed(position + 2, comma ?? closing)
        let text = comma.map { source.trimmed($0 + 1, closing) } ?? anchor
        let name = source.string(anchor.lowerBound, anchor.upperBound)
        let isFile = name.hasPrefix("#") || name.contains(".")
        return .link(
            target: isFile ? name : "#" + name, text: text.isEmpty ? anchor : text,
            isAddress: text.isEmpty || comma == nil, end: closing + 2)
    }

    /// The text of a link: without the attributes that may follow it, its quotes, and the `^` for a new window.
    private mutating func bracketText(at bracket: Int, before end: Int) -> (Range<Int>, end: Int)? {
        var closing = closingBracket(from: bracket, before: end)
        // An image as the text of a link ends with a bracket of its own.
        if let inner = closing, source.starts("image:", at: bracket + 1, before: inner), inner + 1 < end,
            utf8[inner + 1] == 0x5D
        {
            closing = inner + 1
        }
        guard let closing else { return nil }
        var text = source.trimmed(bracket + 1, closing)
        let hasAttributes =
            source.first(0x3D, from: text.lowerBound, before: text.upperBound) != nil
            && !source.starts("image:", at: text.lowerBound, before: text.upperBound)
        if hasAttributes {
            let attributes = AsciiDocAttributes(source, text)
            if !attributes.named.isEmpty {
                text = attributes.positional.first ?? text.upperBound..<text.upperBound
                // Text with a comma and no quotes: only what stands before the attributes is text.
                if attributes.positional.count > 1, let last = attributes.positional.last {
                    text = text.lowerBound..<max(text.upperBound, last.upperBound)
                }
            }
        }
        if let last = text.last, utf8[last] == 0x5E { text = text.lowerBound..<last }
        return (text, closing + 1)
    }

    /// The first bracket that no backslash escapes.
    private mutating func closingBracket(from bracket: Int, before end: Int) -> Int? {
        let utf8 = utf8
        return find(.bracket, from: bracket + 1, before: end) { utf8[$0] == 0x5D && utf8[$0 - 1] != 0x5C }
    }

    /// The bracket that closes the one at `bracket`, or else the first.
    private mutating func balancedBracket(from bracket: Int, before end: Int) -> Int? {
        let utf8 = utf8
        var depth = 1
        // The depth depends on where the search began, so what was found before does not hold.
        forgetFinds(of: .balanced)
        let balanced = find(.balanced, from: bracket + 1, before: min(end, bracket + 4096)) {
            if utf8[$0] == 0x5B { depth += 1 }
            if utf8[$0] == 0x5D { depth -= 1 }
            return depth == 0
        }
        return balanced ?? closingBracket(from: bracket, before: end)
    }

    /// The address in a stretch, with the attributes that the document declares put in and `++` left out.
    func address(_ start: Int, _ end: Int) -> String {
        var text = source.string(start, end)
        if text.hasPrefix("++"), text.hasSuffix("++"), text.count > 4 { text = String(text.dropFirst(2).dropLast(2)) }
        guard text.contains("{") else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let name = rest[rest.index(after: open)..<close]
            result += attributes[name.lowercased()] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
