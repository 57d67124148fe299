import TextModel

/// A line that says who wrote a text and when: `Par Maud Tessier le 7 septembre 2023`, `Publié le 12/10/2023`.
///
/// Every word of the line must have its place in that, up to a separator behind the date; so `Le 7 septembre 2023 a eu
/// lieu …` is none.
struct Byline {
    private(set) var authors: [Metadata.Value] = []
    private(set) var published: Metadata.Dated?
    private(set) var updated: Metadata.Dated?

    /// A line with more words is a sentence.
    private static let maximumWords = 24

    private struct Word {
        var start: Int
        var end: Int
        /// What the word does here; `nil` for a name or any other word.
        var role: BylineWord?
        var isSeparator: Bool
        /// `et` or `&`.
        var isJoiner: Bool
        /// A comma or the like follows.
        var endsName: Bool
    }

    /// `nil` where the range is no byline.
    init?(_ source: [UInt8], _ start: Int, _ end: Int) {
        let words = Self.words(source, start, end)
        guard !words.isEmpty, words.count <= Self.maximumWords else { return nil }
        var index = 0
        var isUpdate = false
        while index < words.count {
            let word = words[index]
            if let date = FrenchDate(source, at: word.start, end: end) {
                let dated = Metadata.Dated(date.date, from: .text, at: SourceRange(word.start, date.end))
                if isUpdate { updated = updated ?? dated } else { published = published ?? dated }
                isUpdate = false
                while index < words.count, words[index].start < date.end { index += 1 }
                continue
            }
            index += 1
            switch word.role {
            case .agent: guard takeAuthors(source, words, &index) else { return nil }
            case .update: isUpdate = true
            case .passed, .particle: break
            case nil:
                if word.isSeparator {
                    // What follows a separator, such as a time to read, is of no interest.
                    if isFound, index < words.count, !Self.isExpected(words[index], source, end) { return }
                } else if !isFound || !(0x30...0x39).contains(source[word.start]) {
                    // Behind the day only the time of day may follow.
                    return nil
                }
            }
        }
        guard isFound else { return nil }
    }

    private var isFound: Bool { !authors.isEmpty || published != nil || updated != nil }

    private static func isExpected(_ word: Word, _ source: [UInt8], _ end: Int) -> Bool {
        word.role != nil || FrenchDate(source, at: word.start, end: end) != nil
    }

    /// Names up to a word that cannot be part of one; `false` where there is no name.
    private mutating func takeAuthors(_ source: [UInt8], _ words: [Word], _ index: inout Int) -> Bool {
        let first = index
        var nameStart: Int?
        var nameEnd = 0
        func close(_ authors: inout [Metadata.Value]) {
            guard let start = nameStart else { return }
            authors.append(Metadata.Value(source.string(start, nameEnd), at: SourceRange(start, nameEnd)))
            nameStart = nil
        }
        while index < words.count {
            let word = words[index]
            let initial = source.scalarRead(at: word.start).scalar
            // A pen name may be in lower case, if it stands alone.
            let isPenName =
                index == first
                && (index + 1 == words.count || words[index + 1].role == .passed || word.endsName)
            if word.isSeparator || initial.isDigit { break }
            if word.isJoiner {
                close(&authors)
            } else if initial.isUppercaseLetter || initial == "@" || isPenName
                || nameStart != nil && word.role == .particle
            {
                nameStart = nameStart ?? word.start
                nameEnd = word.end
                if word.endsName { close(&authors) }
            } else {
                break
            }
            index += 1
            if index - first > 12 { return false }
        }
        close(&authors)
        return !authors.isEmpty
    }

    private static func words(_ source: [UInt8], _ start: Int, _ end: Int) -> [Word] {
        var words: [Word] = []
        var position = start
        while position < end, words.count <= maximumWords {
            let (scalar, length) = source.scalarRead(at: position)
            if scalar.isLineSpace {
                position += length
                continue
            }
            let wordStart = position
            while position < end {
                let (scalar, length) = source.scalarRead(at: position)
                if scalar.isLineSpace { break }
                position += length
            }
            var wordEnd = position
            var endsName = false
            while wordEnd > wordStart {
                let (scalar, length) = source.scalarRead(before: wordEnd)
                if scalar == "." {
                    // The full stop of an initial belongs to the name.
                    if wordEnd - length > wordStart,
                        source.scalarRead(before: wordEnd - length).scalar.isUppercaseLetter
                    {
                        break
                    }
                } else if scalar != ",", scalar != ":", scalar != ";" {
                    break
                }
                endsName = true
                wordEnd -= length
            }
            let folded = FoldedWord.folded(source, wordStart, wordEnd)
            let isJoiner = folded == "&" || NameJoiners.embedded.contains(Array(folded.utf8))
            words.append(
                Word(
                    start: wordStart, end: wordEnd, role: BylineWord.embedded[folded],
                    isSeparator: ["", "|", "-", "–", "—", "·", "•", "/"].contains(folded), isJoiner: isJoiner,
                    endsName: endsName))
        }
        return words
    }
}

/// Words of a byline without accents and capitals.
private enum FoldedWord {
    static func folded(_ source: [UInt8], _ start: Int, _ end: Int) -> String {
        var word = ""
        var position = start
        while position < end {
            let (scalar, length) = source.scalarRead(at: position)
            position += length
            switch scalar {
            case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
            case "à", "â", "À", "Â": word.append("a")
            case "é", "è", "ê", "É", "È", "Ê": word.append("e")
            case "û", "ù", "Û", "Ù": word.append("u")
            case "\u{300}", "\u{301}", "\u{302}": break
            default: word.unicodeScalars.append(scalar)
            }
        }
        return word
    }
}
