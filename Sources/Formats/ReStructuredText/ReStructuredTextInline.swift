import TextModel

/// Reads the inline markup of a stretch of reStructuredText and tells its visible text. Markup does not nest.
///
/// The recognition rules are docutils': start strings stand after white space or opening punctuation and before a
/// visible character, end strings the other way round, and a backslash makes any character text.
struct ReStructuredTextInline {
    let source: MarkupSource
    let targets: ReStructuredTextTargets
    /// How many anonymous references there were.
    var anonymousCount = 0
    private(set) var origin = 0
    /// The text in which no end of a kind stands, from where the search began on.
    private var failures: [Ending: Int] = [:]

    enum Ending { case emphasis, strong, literal, backtick, bar }

    var utf8: [UInt8] { source.utf8 }

    init(source: MarkupSource, targets: ReStructuredTextTargets) {
        self.source = source
        self.targets = targets
    }

    /// Tells a text into the block that is open.
    mutating func write(_ text: Range<Int>, into builder: inout DocumentBuilder) {
        failures.removeAll(keepingCapacity: true)
        origin = text.lowerBound
        let end = text.upperBound
        var told = origin
        var position = origin
        while position < end {
            let byte = utf8[position]
            switch byte {
            case 0x5C:
                builder.flowingText(told, position)
                // Before white space, backslash and white space are nothing; at the end it is text.
                if position + 1 == end {
                    told = position
                } else {
                    told = utf8[position + 1].isASCIIWhiteSpace ? position + 2 : position + 1
                }
                position = min(end, position + 2)
            case 0x2A, 0x60, 0x7C, 0x5F, 0x5B, 0x3A:
                if let construct = construct(at: position, before: end) {
                    builder.flowingText(told, position)
                    tell(construct, from: position, &builder)
                    position = construct.end
                    told = position
                } else {
                    // The same character again belongs to the same start string.
                    position += source.run(of: byte, at: position, before: end)
                }
            case _ where byte >= 0x80 || byte.isASCIIAlphanumeric:
                if let construct = word(at: position, before: end) {
                    builder.flowingText(told, position)
                    tell(construct, from: position, &builder)
                    position = construct.end
                    told = position
                } else {
                    position = max(nameEnd(from: position, before: end), position + 1)
                }
            default: position += 1
            }
        }
        builder.flowingText(min(told, end), end)
    }

    struct Construct {
        enum Kind {
            case span(InlineSpan.Kind?, Range<Int>, hasEscapes: Bool)
            case substitution(ReStructuredTextTargets.Substitution)
            case footnote(label: String)
            case hidden
        }
        let kind: Kind
        let end: Int
    }

    private func tell(_ construct: Construct, from start: Int, _ builder: inout DocumentBuilder) {
        switch construct.kind {
        case .hidden: break
        case .footnote(let label): builder.addFootnote(label)
        case .span(let kind, let text, let hasEscapes):
            if let kind { builder.openSpan(kind) }
            hasEscapes ? escapedText(text, &builder) : builder.flowingText(text.lowerBound, text.upperBound)
            if let kind { builder.closeSpan(kind) }
        case .substitution(.text(let text)): builder.text(start, construct.end, standingFor: text)
        case .substitution(.image(let target, let alternative)):
            builder.openSpan(.image(target: target))
            builder.text(start, construct.end, standingFor: alternative)
            builder.closeSpan(.image(target: target))
        }
    }

    private func escapedText(_ text: Range<Int>, _ builder: inout DocumentBuilder) {
        var told = text.lowerBound
        var position = told
        while position + 1 < text.upperBound {
            if utf8[position] == 0x5C {
                builder.flowingText(told, position)
                told = utf8[position + 1].isASCIIWhiteSpace ? position + 2 : position + 1
                position += 1
            }
            position += 1
        }
        builder.flowingText(min(told, text.upperBound), text.upperBound)
    }
}

// Where markup starts and ends

extension ReStructuredTextInline {
    /// Whether a start string of some length may stand at a position.
    func mayStart(at position: Int, length: Int, before end: Int) -> Bool {
        let after = position + length
        guard after < end, !utf8[after].isASCIIWhiteSpace else { return false }
        guard let before = source.scalar(before: position, from: origin) else { return true }
        if before.value < 0x80 {
            let byte = UInt8(before.value)
            if byte.isASCIIWhiteSpace { return true }
            // Quoted markup characters, such as `"*"`, are text.
            switch byte {
            case 0x27, 0x22: return utf8[after] != byte
            case 0x28: return utf8[after] != 0x29
            case 0x5B: return utf8[after] != 0x5D
            case 0x7B: return utf8[after] != 0x7D
            case 0x3C: return utf8[after] != 0x3E
            case 0x2D, 0x2F, 0x3A: return true
            default: return false
            }
        }
        // An apostrophe that Unicode has among the letters: “dʼ`Exemple`_”.
        if before == "ʼ" { return true }
        switch before.properties.generalCategory {
        case .openPunctuation, .initialPunctuation, .finalPunctuation, .dashPunctuation, .otherPunctuation,
            .spaceSeparator:
            return true
        default: return false
        }
    }

    /// Whether an end string may stand before a position.
    func mayEnd(at position: Int, before end: Int) -> Bool {
        guard let after = source.scalar(at: position, before: end) else { return true }
        if after.value < 0x80 {
            let byte = UInt8(after.value)
            return byte.isASCIIWhiteSpace || "'\")]}>-/:.,;!?\\".utf8.contains(byte)
        }
        switch after.properties.generalCategory {
        case .closePunctuation, .initialPunctuation, .finalPunctuation, .dashPunctuation, .otherPunctuation,
            .spaceSeparator:
            return true
        default: return false
        }
    }

    /// The first end string of a kind, unless it is known that none follows.
    mutating func find(
        _ kind: Ending, _ mark: StaticString, from start: Int, before end: Int, _ isEnd: (Int) -> Bool
    ) -> Int? {
        if let failure = failures[kind], failure <= start { return nil }
        var position = start
        while position < end {
            if kind != .literal, utf8[position] == 0x5C {
                position += 2
                continue
            }
            if source.starts(mark, at: position, before: end), !utf8[position - 1].isASCIIWhiteSpace,
                isEnd(position)
            {
                return position
            }
            position += 1
        }
        failures[kind] = start
        return nil
    }
}
