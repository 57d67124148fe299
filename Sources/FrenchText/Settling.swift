import ICUText
import Lexicons
import TextModel

/// The matches that their neighbours or a word list settle: each is kept whole or cut.
extension TokenSink {
    mutating func settle(_ range: Range<Int>, _ settlement: RuleStatus.Settlement) {
        // A number may yet become the mark of a list item: see `addContextualMark`.
        defer { isAtLineStart = settlement == .newline || isAtLineStart && settlement == .number && range.count <= 2 }
        switch settlement {
        case .contextualMark: addContextualMark(range)
        case .newline: append(.newline, range)
        case .number: addNumber(range)
        case .withApostrophe: addWithApostrophe(range)
        case .hyphenated: addHyphenated(range)
        case .bracketed: addBracketed(range)
        case .bracketedStart: addBracketedStart(range)
        case .numberWithLetters: addNumberWithLetters(range)
        case .numberWithDegrees:
            let degree = text[range].lastIndex(of: 0xC2) ?? range.upperBound  // the first byte of °
            append(.number, range.lowerBound..<degree)
            append(.unit, degree..<range.upperBound)
        case .brokenGroups: addBrokenGroups(range)
        case .colonAndWord: addColonAndWord(range)
        case .address: append(isHostName(range) ? .url : .code, range)
        case .compound: addCompound(range)
        }
    }

    /// `qu'il` and `lorsqu'il` are cut behind the apostrophe; `aujourd'hui`, `prud'homme` and `quelqu'un` are not.
    private mutating func addWithApostrophe(_ range: Range<Int>) {
        var rest = range
        while let apostrophe = text[rest].firstIndex(of: UInt8(ascii: "'")), apostrophe - 2 >= rest.lowerBound,
            isSame((apostrophe - 2)..<apostrophe, "qu"), !isWholeWord(rest)
        {
            append(.elidedWord, rest.lowerBound..<(apostrophe + 1))
            rest = (apostrophe + 1)..<range.upperBound
        }
        guard !rest.isEmpty else { return }
        guard let apostrophe = text[rest].firstIndex(of: UInt8(ascii: "'")) else { return addCompound(rest) }
        if apostrophe + 1 == rest.upperBound {
            append(.word, rest.lowerBound..<apostrophe)
            append(.punctuation, apostrophe..<rest.upperBound)
        } else if text[rest].contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }) {
            append(.code, rest)
        } else {
            append(text[rest].contains(UInt8(ascii: "-")) ? .hyphenatedWord : .word, rest)
        }
    }

    /// Whether a word is one that looks as if it were to be cut and is not.
    private func isWholeWord(_ range: Range<Int>) -> Bool {
        range.count <= lexicon.longestWholeWord && lexicon.wholeWords.contains(string(range).lowercased())
    }

    /// `peut-être` stays whole, `peut-on` is a verb and its pronoun, `a-t-on` too: the treebanks of Universal
    /// Dependencies cut before the hyphen, and so `-t-on` is one token.
    private mutating func addHyphenated(_ range: Range<Int>) {
        let pronouns = enclitics(of: range)
        guard let first = pronouns.first, !isWholeWord(range) else {
            return append(.hyphenatedWord, range)
        }
        appendPiece(range.lowerBound..<first.lowerBound)
        for pronoun in pronouns {
            // Va-t'en holds a cut pronoun and a whole one.
            if let apostrophe = text[pronoun].firstIndex(of: UInt8(ascii: "'")) {
                append(.encliticPronoun, pronoun.lowerBound..<(apostrophe + 1))
                append(.word, (apostrophe + 1)..<pronoun.upperBound)
            } else {
                append(.encliticPronoun, pronoun)
            }
        }
    }

    /// The pronouns at the end of a hyphenated word, each with its hyphen and a linking `-t`; three at the most.
    private func enclitics(of range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var end = range.upperBound
        while found.count < 3, let hyphen = text[range.lowerBound..<end].lastIndex(of: UInt8(ascii: "-")) {
            let part = (hyphen + 1)..<end
            // Est-ce-que, typed with a hyphen too many.
            let isQue = found.isEmpty && isSame(part, "que") && isSame((hyphen - 2)..<hyphen, "ce")
            guard isQue || isPronoun(part, in: range) else { break }
            var start = hyphen
            if hyphen - range.lowerBound > 2, isSame((hyphen - 2)..<hyphen, "-t") { start = hyphen - 2 }
            found.append(start..<end)
            end = start
        }
        return found.reversed()
    }

    private func isPronoun(_ part: Range<Int>, in word: Range<Int>) -> Bool {
        // Longer than any: most hyphenated words end so, and need no look-up.
        guard part.count <= 5 else { return false }
        let written = string(part)
        let pronoun = written.lowercased()
        guard lexicon.enclitics.contains(pronoun) || pronoun == "t'en" || pronoun == "m'en" else { return false }
        // `Jean-Il` is a name; `DIT-IL` is not.
        return written == pronoun || !string(word).unicodeScalars.contains(where: CharacterProperties.isLowercase)
    }

    /// Whether a range holds these ASCII letters, in small letters or capitals.
    private func isSame(_ range: Range<Int>, _ letters: String) -> Bool {
        range.lowerBound >= 0 && text[range].elementsEqual(letters.utf8) { $0 | 0x20 == $1 | 0x20 }
    }

    /// `tou(te)s` and `content(e)`, but `main(args)` and `Titre(Nom)`.
    private mutating func addBracketed(_ range: Range<Int>) {
        guard let open = text[range].firstIndex(of: UInt8(ascii: "(")),
            let close = text[range].lastIndex(of: UInt8(ascii: ")"))
        else { return append(.word, range) }
        let ending = string((open + 1)..<close).lowercased()
        if lexicon.inclusiveEndings.contains(ending), open - range.lowerBound >= 3 { return append(.word, range) }
        append(.word, range.lowerBound..<open)
        append(.punctuation, open..<(open + 1))
        append(.word, (open + 1)..<close)
        append(.punctuation, close..<(close + 1))
        if close + 1 < range.upperBound { append(.word, (close + 1)..<range.upperBound) }
    }

    /// `(re)voir` and `(un)conférence`, but `(voir)ici` lacks a space.
    private mutating func addBracketedStart(_ range: Range<Int>) {
        guard let close = text[range].lastIndex(of: UInt8(ascii: ")")) else { return append(.word, range) }
        let isPrefix = close - range.lowerBound <= 4 && startsWithSmallLetter(string((close + 1)..<range.upperBound))
        if isPrefix { return append(.word, range) }
        append(.punctuation, range.lowerBound..<(range.lowerBound + 1))
        append(.word, (range.lowerBound + 1)..<close)
        append(.punctuation, close..<(close + 1))
        append(.word, (close + 1)..<range.upperBound)
    }

    /// `2e` is an ordinal, `12km` a number and its unit, `10ans` a number and a word, `3D` a name.
    mutating func addNumberWithLetters(_ range: Range<Int>) {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let lastDigit = text[range].lastIndex(where: digits.contains) ?? range.lowerBound
        let letters = (lastDigit + 1)..<range.upperBound
        let ending = string(letters)
        if lexicon.ordinalEndings.contains(ending.lowercased()) { return append(.ordinal, range) }
        let number = range.lowerBound..<letters.lowerBound
        let isWord = ending.utf8.count >= 3 && ending.unicodeScalars.allSatisfy(CharacterProperties.isLowercase)
        if lexicon.units.contains(ending) {
            addNumber(number)
            append(.unit, letters)
        } else if isWord || text[number].contains(UInt8(ascii: " ")) {
            addNumber(number)
            append(.word, letters)
        } else {
            append(.code, range)
        }
    }

    /// `12 3456` is two numbers: the digits after the last space are no group of three.
    private mutating func addBrokenGroups(_ range: Range<Int>) {
        guard let space = text[range].lastIndex(of: UInt8(ascii: " ")) else { return append(.number, range) }
        append(.number, range.lowerBound..<space)
        append(.space, space..<(space + 1))
        append(.number, (space + 1)..<range.upperBound)
    }

    /// `Note:Dans` is no emoticon.
    private mutating func addColonAndWord(_ range: Range<Int>) {
        let word = (range.lowerBound + 1)..<range.upperBound
        append(.punctuation, range.lowerBound..<(range.lowerBound + 1))
        append(text[range.upperBound - 1] == UInt8(ascii: "'") ? .elidedWord : .word, word)
    }
}
