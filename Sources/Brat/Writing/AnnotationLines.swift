import JSON
import TextModel

/// The lines of an `.ann` file, numbered as they come.
///
/// Offsets are Unicode scalar values. Brat has no text with a line end or tab in it, so a range over several lines is
/// written as one annotation of several fragments, and its text as the fragments with a space between.
struct AnnotationLines {
    private(set) var text = ""
    private let source: SourceText
    private let offsets: OffsetConverter
    private var counts: [Character: Int] = [:]

    init(of source: SourceText) {
        self.source = source
        offsets = OffsetConverter(source, unit: .scalar)
    }

    private mutating func nextID(_ letter: Character) -> String {
        counts[letter, default: 0] += 1
        return "\(letter)\(counts[letter, default: 0])"
    }

    /// - Returns: the id; `nil` for a range without text, which brat cannot hold.
    mutating func add(_ type: BratType, _ range: SourceRange) -> String? {
        let fragments = fragments(of: range)
        guard !fragments.isEmpty else { return nil }
        let id = nextID("T")
        let places = fragments.map { "\(offsets.offset(ofByte: $0.start)) \(offsets.offset(ofByte: $0.end))" }
        text += "\(id)\t\(type.rawValue) \(places.joined(separator: ";"))\t"
        text += fragments.map { source[$0] }.joined(separator: " ") + "\n"
        return id
    }

    mutating func add(_ type: BratType, trigger: String, _ arguments: [(BratArgument, String)]) -> String {
        let id = nextID("E")
        text += "\(id)\t\(type.rawValue):\(trigger)"
        var numbers: [BratArgument: Int] = [:]
        for (role, target) in arguments {
            numbers[role, default: 0] += 1
            let number = numbers[role, default: 0]
            text += " \(role.rawValue)\(number == 1 ? "" : "\(number)"):\(target)"
        }
        text += "\n"
        return id
    }

    mutating func add(_ attribute: BratAttribute, _ value: String? = nil, on target: String) {
        text += "\(nextID("A"))\t\(attribute.name) \(target)\(value.map { " " + $0 } ?? "")\n"
    }

    mutating func addEquivalence(_ ids: [String]) {
        if ids.count > 1 { text += "*\tEquiv \(ids.joined(separator: " "))\n" }
    }

    /// A note in JSON, for what has no place in the text; nothing for no members.
    mutating func addNote(_ members: [JSONValue.Member], on target: String) {
        guard !members.isEmpty else { return }
        text += "\(nextID("#"))\tAnnotatorNotes \(target)\t\(JSONValue.object(members).text)\n"
    }

    private func fragments(of range: SourceRange) -> [SourceRange] {
        var fragments: [SourceRange] = []
        var start = range.start
        var position = range.start
        for scalar in source[range].unicodeScalars {
            // The part of a character that a range cuts decodes to a longer one.
            let next = min(position + UTF8.width(scalar), range.end)
            if Self.breaksLine(scalar) {
                if position > start { fragments.append(SourceRange(start, position)) }
                start = next
            }
            position = next
        }
        if position > start { fragments.append(SourceRange(start, position)) }
        return fragments.filter { range in source[range].contains { !$0.isWhitespace } }
    }

    /// Whether some reader of lines would end one here, or a field.
    private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        case _: false
        }
    }
}
