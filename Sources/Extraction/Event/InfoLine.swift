import Lexicons
import TextModel

/// A line that gives the place or the days of the event outright: “Lieu : salle des Voiles, Sète”, “📅 12 mars 2024”,
/// “Où ? À Sète”.
struct InfoLine {
    enum Kind: String {
        case place, date
    }

    var kind: Kind
    /// What stands behind the label, without marks at its end, as positions of the text's words.
    var value: Range<Int>

    /// A longer line is a sentence.
    private static let maximumLength = 140

    static func labels(_ table: LexiconTable) throws(LexiconError) -> [[UInt8]: Kind] {
        var labels: [[UInt8]: Kind] = [:]
        for row in table.rows {
            guard let kind = Kind(rawValue: row.fields[1]) else {
                throw LexiconError(file: table.file, line: row.line, message: "“\(row.fields[1])” is no kind of label")
            }
            labels[Array(row.fields[0].utf8)] = kind
        }
        return labels
    }

    /// The lines of a passage that open with a label.
    static func lines(of words: EventWords, _ passage: Range<Int>, _ labels: [[UInt8]: Kind]) -> [InfoLine] {
        var found: [InfoLine] = []
        var start = passage.lowerBound
        while start < passage.upperBound {
            var end = start + 1
            while end < passage.upperBound, !isLineEnd(end, words) { end += 1 }
            var index = start
            while index < end, let (kind, first) = label(at: index, upTo: end, words, labels) {
                // “📅 3 mai 📍 Sète”
                let next = (first..<end).first { label(at: $0, upTo: end, words, labels) != nil } ?? end
                if let value = value(first..<next, words) { found.append(InfoLine(kind: kind, value: value)) }
                index = next
            }
            start = end
        }
        return found
    }

    private static func isLineEnd(_ index: Int, _ words: EventWords) -> Bool {
        words.utf8[words.words[index - 1].range.end..<words.words[index].range.start].contains(0x0A)
    }

    /// The kind of the label here, and the position after it and its mark.
    private static func label(
        at index: Int, upTo end: Int, _ words: EventWords, _ labels: [[UInt8]: Kind]
    ) -> (Kind, first: Int)? {
        let range = words.words[index].range
        guard range.count <= 10 else { return nil }
        if words.kind(index) == .emoji {
            let kind = labels.first { words.folded[range.start..<range.end].starts(with: $0.key) }?.value
            // “📅 Date : 3 mai”
            return kind.map { ($0, label(at: index + 1, upTo: end, words, labels)?.first ?? index + 1) }
        }
        guard index + 2 < end, words.startsWithCapital(index) || words.kind(index - 1) == .listMark,
            words.isMark(index + 1, ":") || words.isMark(index + 1, "?"),
            let kind = labels[Array(words.folded[range.start..<range.end])]
        else { return nil }
        return (kind, index + 2)
    }

    private static func value(_ line: Range<Int>, _ words: EventWords) -> Range<Int>? {
        var (start, end) = (line.lowerBound, line.upperBound)
        while start < end, words.isSeparator(start) { start += 1 }
        // A line that a space ends, as in “Où : Sète Combien : 80”, leaves no mark in the text.
        end = (start..<end).first { $0 > start && words.isMark($0 + 1, ":") && words.startsWithCapital($0) } ?? end
        // “Où ? À Sète”
        if start + 1 < end, words.isPlacePreposition(start) { start += words.has(start + 1, .definite) ? 2 : 1 }
        while end > start, words.isSeparator(end - 1), !words.isMark(end - 1, ")") { end -= 1 }
        guard end > start, words.kind(start) != .url, words.range(start..<end).count <= maximumLength else {
            return nil
        }
        return start..<end
    }
}
