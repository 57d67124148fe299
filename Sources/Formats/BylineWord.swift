import Lexicons
import TextModel

/// A word of a line that may be a byline: what stands between white space, punctuation behind it left out.
struct BylineWord {
    enum Role: String {
        /// Names follow: `par`.
        case agent
        /// Within a name: `de`.
        case particle
        /// The day of the last change follows: `modifié`.
        case update
        /// Before a date or between two parts: `publié`, `le`.
        case passed
        /// Behind a date: what follows tells of the post alone: `dans Comptes-rendus`.
        case rest
    }

    /// Its place in the source.
    let range: SourceRange
    /// As a reader sees it, character references decoded.
    let text: [UInt8]
    /// What it does here; `nil` for a name or any other word.
    let role: Role?
    /// `|`, a dash, or nothing but punctuation that ends a part.
    let isSeparator: Bool
    /// `et` or `&`.
    let isJoiner: Bool
    /// Whether a comma or the like follows.
    let endsName: Bool

    var initial: Unicode.Scalar? { text.isEmpty ? nil : text.scalarRead(at: 0).scalar }

    private init(_ source: [UInt8], _ range: SourceRange) {
        var text: [UInt8] = []
        appendDecoded(source, range, to: &text)
        let count = text.count
        endsName = Self.trim(&text)
        // Where a character reference stands, the punctuation is not looked for in the source.
        let end = range.count == count ? range.start + text.count : range.end
        self.range = SourceRange(range.start, end)
        self.text = text
        let folded = FoldedWords(text)
        // “(par Maud Tessier)”
        let first = text.first == UInt8(ascii: "(") ? text.dropFirst().first : text.first
        let startsAsWord = first.map { $0 >= 0x80 || $0.isASCIIAlphanumeric } ?? false
        role = startsAsWord ? Self.roles[folded.utf8[...]] : nil
        isSeparator = folded.isEmpty && (text.isEmpty || Self.separators.contains(text))
        isJoiner = text == [UInt8(ascii: "&")] || startsAsWord && NameJoiners.embedded.contains(folded.utf8)
    }

    /// Takes punctuation away from the end of a word; `false` where there is none.
    private static func trim(_ text: inout [UInt8]) -> Bool {
        let count = text.count
        while let last = text.last {
            switch last {
            case UInt8(ascii: "."):
                // The full stop of an initial belongs to the name.
                let before = text.count - 1
                guard before == 0 || !text.scalarRead(before: before).scalar.isUppercaseLetter else {
                    return text.count < count
                }
            case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ")"): break
            default: return text.count < count
            }
            text.removeLast()
        }
        return count > 0
    }

    private static let separators: [[UInt8]] = ["|", "-", "–", "—", "·", "•", "/"].map { Array($0.utf8) }
}

extension BylineWord {
    /// The words of a stretch of a source.
    ///
    /// - Parameter most: one more is enough to see that there are too many.
    static func words(_ source: [UInt8], _ start: Int, _ end: Int, most: Int) -> [BylineWord] {
        var words: [BylineWord] = []
        var wordStart = start
        var position = start
        while position <= end, words.count <= most {
            let space = position < end ? spaceLength(source, position, end) : 1
            if space > 0 {
                if wordStart < position { words.append(BylineWord(source, SourceRange(wordStart, position))) }
                position += space
                wordStart = position
            } else {
                position += source.scalarRead(at: position).length
            }
        }
        return words
    }

    /// The length of white space at a place, also of a reference to it (`&nbsp;`); 0 for none.
    private static func spaceLength(_ source: [UInt8], _ position: Int, _ end: Int) -> Int {
        let (scalar, length) = source.scalarRead(at: position)
        if scalar.isWhiteSpace || scalar.isLineSpace { return length }
        guard scalar == "&" else { return 0 }
        let reference = source[position..<end].withUnsafeBufferPointer { CharacterReference($0) }
        guard let reference, reference.bytes.scalarRead(at: 0).scalar.isWhiteSpace else { return 0 }
        return reference.count
    }

    /// What opens a byline beside the title of a page, and the role of it. Read once. A list that is faulty has no
    /// entry, and tests read lines of every kind.
    static let openings: [(words: String, role: Role)] =
        EmbeddedLexicon.bylineWords.rowsOrNone.compactMap { row in
            row.fields[2] == "yes" ? Role(rawValue: row.fields[1]).map { (row.fields[0], $0) } : nil
        }

    /// Whether a line begins as bylines do: `Publié le`.
    static func opens(_ line: ArraySlice<UInt8>, as role: Role? = nil) -> Bool {
        let words = FoldedWords(Array(line)).utf8
        return openings.contains { opening in
            (role == nil || opening.role == role) && words.starts(with: opening.words.utf8)
                && words.dropFirst(opening.words.utf8.count).first == 0x20
        }
    }

    private static let roles = WordTable(
        EmbeddedLexicon.bylineWords.rowsOrNone.compactMap { row in
            Role(rawValue: row.fields[1]).map { (key: row.fields[0], value: $0) }
        })
}
