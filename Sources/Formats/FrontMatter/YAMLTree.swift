import TextModel
import Yams

/// Reads YAML by libYAML, with the place of every value.
enum YAMLTree {
    case mapping([FrontMatterPair])
    /// A list or a scalar.
    case noMapping
    /// Nothing but comments.
    case empty
    /// No YAML, and where: the offset of a line.
    case invalid(line: Int, problem: String)

    /// - Precondition: ``isBounded(_:_:_:)``.
    init(_ utf8: [UInt8], _ start: Int, _ end: Int) {
        var places = YAMLPlaces(utf8, start, end)
        let text = String(decoding: utf8[start..<end], as: UTF8.self)
        do {
            // Without rules every scalar is a string: front matter's types are ours to tell, and the rules are regular
            // expressions that would run for each key.
            let root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
            switch root {
            case .mapping(let mapping)?:
                self = .mapping(Self.read(mapping, &places, depth: 0))
            case .scalar(let scalar)? where scalar.string.isEmpty: self = .empty
            case .scalar?, .sequence?, .alias?: self = .noMapping
            case nil: self = .empty
            }
        } catch let error as YamlError {
            let (line, problem) = Self.explain(error)
            self = .invalid(line: places.lineStart(line), problem: problem)
        } catch {
            self = .invalid(line: start, problem: "no YAML")
        }
    }

    /// Whether some bytes may be given to libYAML and Yams, whose composer recurses and shares what an alias names.
    ///
    /// At most 64 KB, 50 brackets in one another and 100 bytes of indentation (`- ` and `? ` included). Ten aliases at
    /// most: the tree that they unfold to is then at most 3^(10/3), about 40, times the text.
    static func isBounded(_ utf8: [UInt8], _ start: Int, _ end: Int) -> Bool {
        guard end - start <= 1 << 16 else { return false }
        var brackets = 0
        var aliases = 0
        var indentation = 0
        var isLeading = true
        for position in start..<end {
            let byte = utf8[position]
            switch byte {
            case 0x0A, 0x0D:
                indentation = 0
                isLeading = true
                continue
            case 0x5B, 0x7B: brackets += 1
            case 0x5D, 0x7D: brackets = max(0, brackets - 1)
            case 0x2A: if position + 1 < end, utf8[position + 1] > 0x20, utf8[position + 1] != 0x2A { aliases += 1 }
            default: break
            }
            if isLeading {
                indentation += 1
                isLeading = byte == 0x20 || byte == 0x09 || byte == 0x2D || byte == 0x3F || byte == 0x3A
            }
            if brackets > 50 || aliases > 10 || isLeading && indentation > 100 { return false }
        }
        return true
    }

    /// Only what metadata is read from is converted.
    private static func read(
        _ mapping: Node.Mapping, _ places: inout YAMLPlaces, depth: Int
    ) -> [FrontMatterPair] {
        var values: [FrontMatterPair] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key else { continue }
            let normalized = FrontMatterKey.normalized(name.string)
            let isRead =
                depth > 0 || FrontMatterKey(normalized) != nil || FrontMatterKey.transparent.contains(normalized)
            guard isRead, let node = read(value, &places, depth: depth + 1) else { continue }
            values.append(FrontMatterPair(name.string, node))
        }
        return values
    }

    private static func read(_ node: Node, _ places: inout YAMLPlaces, depth: Int) -> FrontMatterNode? {
        guard depth <= 4 else { return nil }
        switch node {
        case .scalar(let scalar): return places.scalar(scalar).map { .scalar($0) }
        case .sequence(let items): return .list(items.compactMap { read($0, &places, depth: depth + 1) })
        case .mapping(let mapping): return .mapping(read(mapping, &places, depth: depth))
        case .alias: return nil
        }
    }

    private static func explain(_ error: YamlError) -> (line: Int, problem: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark.line, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (context.mark.line, "the key “\(duplicates.first ?? "")” stands twice")
        case .reader(let problem, _, _, _): (1, problem)
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded: (1, "no YAML")
        }
    }
}

/// The way from libYAML's marks, lines and columns in Unicode scalars, to offsets.
///
/// libYAML knows the line ends of YAML 1.1: CR, LF, CRLF, U+0085, U+2028 and U+2029.
struct YAMLPlaces {
    private let utf8: [UInt8]
    private let end: Int
    private var lineStarts: [Int]
    /// The last place asked for: marks mostly come in the order of the text.
    private var last = (line: 0, column: 0, offset: 0)

    init(_ utf8: [UInt8], _ start: Int, _ end: Int) {
        self.utf8 = utf8
        self.end = end
        lineStarts = [start]
        var position = start
        while position < end {
            let length = Self.lineEnd(utf8, at: position, before: end)
            position += max(length, 1)
            if length > 0 { lineStarts.append(position) }
        }
        last.offset = start
    }

    /// The length of the line end at a position; 0 for none.
    private static func lineEnd(_ utf8: [UInt8], at position: Int, before end: Int) -> Int {
        switch utf8[position] {
        case 0x0A: return 1
        case 0x0D: return position + 1 < end && utf8[position + 1] == 0x0A ? 2 : 1
        case 0xC2: return position + 1 < end && utf8[position + 1] == 0x85 ? 2 : 0
        case 0xE2:
            let isSeparator = position + 2 < end && utf8[position + 1] == 0x80 && utf8[position + 2] | 1 == 0xA9
            return isSeparator ? 3 : 0
        default: return 0
        }
    }

    /// - Parameter line: counted from 1.
    func lineStart(_ line: Int) -> Int { lineStarts[min(max(line, 1), lineStarts.count) - 1] }

    private mutating func offset(_ mark: Mark) -> Int {
        let line = min(max(mark.line, 1), lineStarts.count) - 1
        let column = mark.column - 1
        var (reached, offset) = (0, lineStarts[line])
        if last.line == line, last.column <= column, last.offset >= offset {
            (reached, offset) = (last.column, last.offset)
        }
        while reached < column, offset < end {
            offset += 1
            while offset < end, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
            reached += 1
        }
        last = (line, reached, offset)
        return offset
    }

    /// A scalar with the place of its text; `nil` for an empty one.
    mutating func scalar(_ scalar: Node.Scalar) -> FrontMatterScalar? {
        guard let mark = scalar.mark, !scalar.string.isEmpty else { return nil }
        let start = afterProperties(offset(mark))
        let range: SourceRange
        switch scalar.style {
        case .singleQuoted, .doubleQuoted: range = quoted(start)
        case .literal, .folded: range = unquoted(scalar.string, from: afterLine(start))
        case .plain, .any: range = unquoted(scalar.string, from: start)
        }
        let isPlain = scalar.style == .plain || scalar.style == .any
        return FrontMatterScalar(text: scalar.string, range: range, isPlain: isPlain)
    }

    /// Past a tag and an anchor, in whatever order, which an event of libYAML begins with.
    private func afterProperties(_ start: Int) -> Int {
        var position = start
        while position < end, utf8[position] == 0x21 || utf8[position] == 0x26 {
            while position < end, utf8[position] > 0x20 { position += 1 }
            while position < end, utf8[position] <= 0x20 { position += 1 }
        }
        return position
    }

    private func afterLine(_ start: Int) -> Int {
        var position = start
        while position < end, utf8[position] != 0x0A, utf8[position] != 0x0D { position += 1 }
        return position
    }

    private func quoted(_ start: Int) -> SourceRange {
        guard start < end else { return SourceRange(end, end) }
        let quote = utf8[start]
        var position = start + 1
        while position < end {
            if quote == 0x22, utf8[position] == 0x5C {
                position += 1
            } else if utf8[position] == quote {
                guard quote == 0x27, position + 1 < end, utf8[position + 1] == quote else { break }
                position += 1
            }
            position += 1
        }
        return SourceRange(min(start + 1, end), max(min(position, end), min(start + 1, end)))
    }

    /// The place of a text that stands in the source but for its white space, which lines and indentation change.
    private func unquoted(_ text: String, from start: Int) -> SourceRange {
        func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
        // libYAML leaves a byte order mark out, wherever it stands.
        func skipSpace(_ position: Int) -> Int {
            var position = position
            while position < end {
                let isMark = position + 2 < end && utf8[position] == 0xEF && utf8[position + 1] == 0xBB
                guard isSpace(utf8[position]) || isMark && utf8[position + 2] == 0xBF else { break }
                position += isMark ? 3 : 1
            }
            return position
        }
        let first = skipSpace(start)
        var position = first
        var textEnd = first
        for byte in text.utf8 where !isSpace(byte) {
            // The space of the text may be a line end with indentation in the source. A mark in the text is found as it is.
            if position < end, utf8[position] != byte { position = skipSpace(position) }
            guard position < end, utf8[position] == byte else { break }
            position += 1
            textEnd = position
        }
        // What follows a line end outside ASCII is not found again; a character is not cut for it.
        while textEnd < end, utf8[textEnd] & 0xC0 == 0x80 { textEnd += 1 }
        return SourceRange(first, textEnd)
    }
}
