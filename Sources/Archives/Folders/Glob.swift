/// A pattern of paths below a folder or archive.
///
/// `*` stands for any characters within a name, `?` for one, `[a-c]` for one of some and `[!a-c]` for one of the others,
/// `**` as a whole part for any number of folders. A pattern without a slash, but at its end, is one of names and holds at
/// every depth; another one is one of whole paths: `*.md` matches `posts/a.md`, `posts/*.md` does not match
/// `posts/2023/a.md`, `posts/**/*.md` matches both `posts/a.md` and `posts/2023/a.md`. Upper and lower case differ; the
/// two Unicode forms of an accented letter do not.
public struct Glob: Equatable, Sendable {
    private enum Part: Equatable, Sendable {
        case anyFolders
        case name([Element])
    }

    private enum Element: Equatable, Sendable {
        case anyCharacters
        case anyCharacter
        case character(Character)
        case oneOf([ClosedRange<Character>], inverted: Bool)
    }

    private let parts: [Part]

    public init(_ pattern: String) {
        let names = pattern.split(separator: "/", omittingEmptySubsequences: true)
        var parts = names.map { $0 == "**" ? Part.anyFolders : .name(Self.elements($0)) }
        let isAnchored = names.count > 1 || pattern.hasPrefix("/")
        if !isAnchored, !names.isEmpty { parts.insert(.anyFolders, at: 0) }
        self.parts = parts
    }

    /// - Parameter path: without a slash before it.
    public func matches(_ path: String) -> Bool {
        let names = path.split(separator: "/", omittingEmptySubsequences: true).map(Array.init)
        return Self.matches(
            parts, names, isAny: { $0 == .anyFolders },
            one: { part, name in
                guard case .name(let elements) = part else { return false }
                return Self.matches(elements, name)
            })
    }

    private static func matches(_ elements: [Element], _ name: [Character]) -> Bool {
        matches(
            elements, name, isAny: { $0 == .anyCharacters },
            one: { element, character in
                switch element {
                case .anyCharacters: false
                case .anyCharacter: true
                case .character(let own): own == character
                case .oneOf(let ranges, let inverted): ranges.contains { $0.contains(character) } != inverted
                }
            })
    }

    /// Matches a pattern with wild cards for any number of items. Only the last wild card passed ever has to take more:
    /// no exponential search.
    public static func matches<Wanted, Item>(
        _ pattern: [Wanted], _ items: [Item], isAny: (Wanted) -> Bool, one: (Wanted, Item) -> Bool
    ) -> Bool {
        var (position, index) = (0, 0)
        var retry: (position: Int, index: Int)?
        while index < items.count {
            if position < pattern.count, isAny(pattern[position]) {
                position += 1
                retry = (position, index)
            } else if position < pattern.count, one(pattern[position], items[index]) {
                position += 1
                index += 1
            } else if let last = retry {
                (position, index) = (last.position, last.index + 1)
                retry = (position, index)
            } else {
                return false
            }
        }
        return pattern[position...].allSatisfy(isAny)
    }

    private static func elements(_ name: Substring) -> [Element] {
        var elements: [Element] = []
        var rest = Array(name)[...]
        while let first = rest.popFirst() {
            switch first {
            case "*": if elements.last != .anyCharacters { elements.append(.anyCharacters) }
            case "?": elements.append(.anyCharacter)
            case "[":
                if let (element, end) = bracket(rest) {
                    elements.append(element)
                    rest = rest[end...]
                } else {
                    elements.append(.character(first))
                }
            default: elements.append(.character(first))
            }
        }
        return elements
    }

    /// What stands between brackets and the place behind them; `nil` where none closes.
    private static func bracket(_ text: ArraySlice<Character>) -> (Element, end: Int)? {
        var position = text.startIndex
        let inverted = text.first == "!" || text.first == "^"
        if inverted { position += 1 }
        var ranges: [ClosedRange<Character>] = []
        // A bracket that closes at once is one of the characters.
        while position < text.endIndex, text[position] != "]" || ranges.isEmpty {
            let low = text[position]
            if position + 2 < text.endIndex, text[position + 1] == "-", text[position + 2] != "]" {
                let high = text[position + 2]
                if low <= high { ranges.append(low...high) }
                position += 3
            } else {
                ranges.append(low...low)
                position += 1
            }
        }
        guard position < text.endIndex else { return nil }
        return (.oneOf(ranges, inverted: inverted), position + 1)
    }
}
