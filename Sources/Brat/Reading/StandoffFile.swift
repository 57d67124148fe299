/// The annotations of an `.ann` file of brat, by id; kinds that no gold needs (relations, normalizations) are passed
/// over.
struct StandoffFile {
    struct Entity {
        var type: String
        /// The first and the last offset of all fragments, in Unicode scalar values.
        var start: Int
        var end: Int
    }

    struct Event {
        var type: String
        var trigger: String
        var arguments: [(role: String, target: String)]
        /// Where it stands in the file.
        var line: Int
    }

    private(set) var entities: [String: Entity] = [:]
    private(set) var events: [String: Event] = [:]
    /// By what they stand on, each with its value; empty for one that is there or not.
    private(set) var attributes: [String: [String: String]] = [:]
    /// By what they stand on, the texts of a person's notes.
    private(set) var notes: [String: [(text: String, line: Int)]] = [:]
    private(set) var equivalences: [[String]] = []

    /// - Throws: ``BratError`` for a line that is none of brat's.
    init(parsing text: String) throws(BratError) {
        // By scalars: CR LF would be one character.
        for (index, scalars) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            var line = String(String.UnicodeScalarView(scalars))
            if line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
            guard !line.isEmpty else { continue }
            try add(line, index + 1)
        }
    }

    private mutating func add(_ line: String, _ number: Int) throws(BratError) {
        let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard fields.count >= 2, let letter = fields[0].first else {
            throw BratError(line: number, message: "no tab after the id")
        }
        let words = fields[1].split(separator: " ").map(String.init)
        switch letter {
        case "T": entities[fields[0]] = try Self.entity(fields[1], number)
        case "E":
            let pairs = words.map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
            guard let first = pairs.first, pairs.allSatisfy({ $0.count == 2 }) else {
                throw BratError(line: number, message: "an event is “E1<tab>Type:T1 Role:T2 …”")
            }
            let arguments = pairs.dropFirst().map { pair in
                (role: String(pair[0].reversed().drop { $0.isNumber }.reversed()), target: pair[1])
            }
            events[fields[0]] = Event(type: first[0], trigger: first[1], arguments: arguments, line: number)
        case "A", "M":
            guard words.count == 2 || words.count == 3 else {
                throw BratError(line: number, message: "an attribute is “A1<tab>Name T1” or “A1<tab>Name T1 value”")
            }
            attributes[words[1], default: [:]][words[0]] = words.count == 3 ? words[2] : ""
        case "#":
            guard words.count == 2 else {
                throw BratError(line: number, message: "a note is “#1<tab>AnnotatorNotes T1<tab>text”")
            }
            if fields.count == 3 { notes[words[1], default: []].append((fields[2], number)) }
        case "*": if words.first == "Equiv" { equivalences.append(Array(words.dropFirst())) }
        case "R", "N": break
        case _: throw BratError(line: number, message: "“\(fields[0])” is no id of an annotation")
        }
    }

    private static func entity(_ field: String, _ number: Int) throws(BratError) -> Entity {
        let parts = field.split(separator: " ", maxSplits: 1).map(String.init)
        let offsets = parts.count == 2 ? parts[1].split { $0 == " " || $0 == ";" }.map { Int($0) } : []
        guard let start = offsets.first ?? nil, let end = offsets.last ?? nil, !offsets.contains(nil), start < end,
            start >= 0
        else {
            throw BratError(line: number, message: "a text annotation is “T1<tab>Type start end<tab>text”")
        }
        return Entity(type: parts[0], start: start, end: end)
    }
}

/// What is wrong with an `.ann` file.
public struct BratError: Error, Equatable, CustomStringConvertible {
    /// Counted from 1; `nil` for what is wrong with an annotation as a whole.
    public let line: Int?
    public let message: String

    public var description: String { line.map { "line \($0): \(message)" } ?? message }
}
