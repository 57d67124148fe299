import JSON
import TextModel

/// What came of one item of the gold or of a system's record.
public struct Outcome: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// In both.
        case right
        /// In the gold alone.
        case missed
        /// In the system's record alone.
        case spurious
        /// In both, with another value.
        case wrong
    }

    public let document: String
    public let kind: Kind
    public let layer: Layer
    /// What it is about, as the gold has it, or as the system has it where it is spurious.
    public let text: String
    /// What the gold says of it, beside the text.
    public let expected: String?
    /// What the system says of it.
    public let found: String?
    /// In bytes of the decoded source.
    public let span: SourceRange?
    /// The rule that the system names.
    public let rule: String?

    public var isMistake: Bool { kind != .right }

    /// One object for a line of NDJSON.
    public var json: JSONValue {
        .object([
            "document": .string(document), "kind": .string(kind.rawValue), "layer": .string(layer.rawValue),
            "text": .string(text), "expected": .string(expected), "found": .string(found),
            "span": span.map { .object(["start": .number($0.start), "end": .number($0.end)]) } ?? .null,
            "rule": .string(rule),
        ])
    }
}

extension Outcome: Comparable {
    /// By document, then in the order of the layers, then by place.
    public static func < (left: Self, right: Self) -> Bool { left.key < right.key }

    private var key: (String, Int, Int, String, String) {
        (document, Layer.position(of: layer), span?.start ?? .max, kind.rawValue, text + (found ?? ""))
    }
}

extension Layer {
    private static let positions = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// The position in `allCases`.
    static func position(of layer: Layer) -> Int { positions[layer] ?? 0 }
}
