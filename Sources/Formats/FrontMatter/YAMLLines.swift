import TextModel

/// Reads the lines of YAML that front matter mostly is: `key: value`, `- item` and `[a, b]`.
///
/// ``isPlain`` says whether that is all there is and YAML 1.2 gives the same values; then no parser need run. Otherwise
/// the values are what can be made out in YAML that its parser refuses (`title: Devoxx : le retour`).
struct YAMLLines {
    private(set) var values: [FrontMatterPair] = []
    /// Whether YAML has no other reading of any line.
    private(set) var isPlain = true
    /// Lines with a key in the first column.
    private(set) var keyCount = 0
    /// Lines in the first column that are no key, item, comment or bracket.
    private(set) var proseCount = 0
    /// Whether a key is known to generators.
    private(set) var hasKnownKey = false
    private(set) var hasIdentifier = false
    /// Lines that begin as a list, a flow collection or a quoted scalar would, without a key.
    private(set) var collectionCount = 0
    private(set) var hasEmptyLine = false

    private let utf8: [UInt8]
    private var open = Open.none
    private var keys: Set<String> = []

    private enum Open {
        case none
        /// A key without a value so far.
        case empty
        /// The items of a list, with their indentation.
        case list(indentation: Int)
        /// A value on the line of its key.
        case value
        /// `|` or `>`; the text is indented by more than its key.
        case block
    }

    init(_ utf8: [UInt8], _ start: Int, _ end: Int) {
        self.utf8 = utf8
        var position = start
        while position < end {
            let line = SourceLine(utf8, at: position, before: end)
            read(line)
            position = line.next
        }
        if keyCount == 0 { isPlain = false }
    }

    private mutating func read(_ line: SourceLine) {
        let first = line.contentStart(utf8)
        guard first < line.end else {
            hasEmptyLine = true
            return
        }
        let indentation = first - line.start
        if utf8[line.start..<first].contains(0x09) { isPlain = false }
        if indentation > 0, case .block = open {
            extend(over: line, from: first)
        } else if utf8[first] == 0x23 {
            if YAMLScalars(utf8, line).hasUnclearByte(first, line.end) { isPlain = false }
        } else if isItem(first, line) {
            readItem(line, from: first, indentation: indentation)
        } else if indentation == 0, let key = MappingLine(utf8, line) {
            readKey(key, line)
        } else if indentation > 0 {
            isPlain = false
            readIndented(line, from: first)
        } else {
            isPlain = false
            switch utf8[first] {
            case 0x22, 0x27, 0x5B, 0x7B: collectionCount += 1
            case 0x5D, 0x7D: break
            default: proseCount += 1
            }
        }
    }

    private func isItem(_ first: Int, _ line: SourceLine) -> Bool {
        utf8[first] == 0x2D && (first + 1 == line.end || utf8[first + 1] == 0x20 || utf8[first + 1] == 0x09)
    }

    private mutating func readKey(_ key: MappingLine, _ line: SourceLine) {
        keyCount += 1
        hasKnownKey = hasKnownKey || key.known != nil
        hasIdentifier = hasIdentifier || key.isIdentifier
        if !key.isPlain || !key.key.utf8.allSatisfy({ $0 < 0x80 }) || !keys.insert(key.key).inserted { isPlain = false }
        var scalars = YAMLScalars(utf8, line)
        let value = scalars.value(from: key.valueStart)
        isPlain = isPlain && scalars.isPlain
        switch value {
        case nil where scalars.isBlockHeader: open = .block
        case nil: open = .empty
        case .some: open = .value
        }
        values.append(FrontMatterPair(key.key, value ?? .list([])))
    }

    private mutating func readItem(_ line: SourceLine, from first: Int, indentation: Int) {
        switch open {
        case .empty: open = .list(indentation: indentation)
        case .list(let open) where open == indentation: break
        case .none:
            isPlain = false
            collectionCount += 1
        case .list, .value, .block: isPlain = false
        }
        guard case .list = open else { return }
        var scalars = YAMLScalars(utf8, line)
        if let pair = MappingLine(utf8, line, from: min(scalars.skipSpaces(from: first + 1), line.end)) {
            isPlain = false
            add(pair, line)
            return
        }
        let value = scalars.value(from: first + 1)
        isPlain = isPlain && scalars.isPlain && value != nil
        if let value { append(value) }
    }

    /// A line that is part of the value above it: a key of a mapping, or more of a text.
    private mutating func readIndented(_ line: SourceLine, from first: Int) {
        switch open {
        case .empty, .list:
            if let pair = MappingLine(utf8, line, from: first) { add(pair, line) }
        case .value: extend(over: line, from: first)
        case .block, .none: break
        }
    }

    /// A key of a mapping under the last key, or in its list: several mappings are told apart only by what is in them.
    private mutating func add(_ pair: MappingLine, _ line: SourceLine) {
        var scalars = YAMLScalars(utf8, line)
        guard let value = scalars.value(from: pair.valueStart) else { return }
        append(.mapping([FrontMatterPair(pair.key, value)]))
    }

    private mutating func append(_ node: FrontMatterNode) {
        guard let last = values.indices.last, case .list(var items) = values[last].value else { return }
        // The list is taken out, so that it is not copied for each item.
        values[last].value = .list([])
        items.append(node)
        values[last].value = .list(items)
    }

    /// More lines of the last value.
    private mutating func extend(over line: SourceLine, from first: Int) {
        isPlain = false
        guard let last = values.indices.last else { return }
        let end = line.contentEnd(utf8)
        let more = String(decoding: utf8[first..<end], as: UTF8.self)
        switch values[last].value {
        case .scalar(var scalar):
            values[last].value = .list([])
            scalar.text += " " + more
            scalar.range = SourceRange(scalar.range.start, end)
            values[last].value = .scalar(scalar)
        case .list(let items) where items.isEmpty:
            values[last].value = .scalar(FrontMatterScalar(text: more, range: SourceRange(first, end), isPlain: false))
        case .list, .mapping: break
        }
    }
}
