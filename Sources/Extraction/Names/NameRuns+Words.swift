import Lexicons
import TextModel

/// What a word is to a run of words with capitals.
extension NameRuns {
    /// `nil` for a word that is no part of a name: one in lower case that is no particle within a run.
    func shape(of token: Token, inRun: Bool) -> NameWord.Shape? {
        let start = token.range.start
        let end = token.range.end
        guard text.isCapital(at: start, before: end) else {
            return inRun && end - start <= 5 && (token.kind == .word || token.kind == .elidedWord) ? .particle : nil
        }
        switch token.kind {
        case .abbreviation:
            // `M.` and `Mme` are titles; `J.` and `J.-P.` initials.
            return .initial
        case .elidedWord: return .particle
        case .code: return .mixed
        default: break
        }
        var capitals = 0
        var index = start
        while index < end {
            let byte = text.utf8[index]
            if byte < 0x80 {
                if byte >= 0x61, byte <= 0x7A {
                    // GCloud, IBMer, but not McKenty.
                    return capitals >= 2 && index == start + capitals ? .mixed : .capitalized
                }
                if byte >= 0x30, byte <= 0x39 { return .mixed }
                if byte >= 0x41, byte <= 0x5A { capitals += 1 }
                index += 1
            } else {
                let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                if index + 1 < end, !text.isCapital(at: index, before: end) { return .capitalized }
                capitals += 1
                index += length
            }
        }
        return capitals >= 2 ? .capitals : .capitalized
    }

    /// `par zoé martin`: two words in lower case after `par` in a short line, one a frequent given name and one a name,
    /// both nothing else.
    func isNameInLowerCase(_ position: Int, after lastWord: Int?, in passage: Passage) -> Bool {
        let token = text.tokens[position]
        guard token.kind == .word, let lastWord, position == lastWord + 2, position + 2 < passage.tokens.upperBound,
            token.range.count >= 3, text.tokens[position + 1].kind == .space, text.tokens[position + 2].kind == .word,
            text.utf8[token.range.start] == text.folded[token.range.start]
        else { return false }
        let agent = text.tokens[lastWord]
        guard agent.range.count <= 5,
            lexicon.surroundings(of: agent.range, in: text.folded).contains(.agent)
        else { return false }
        let family = text.tokens[position + 2].range
        guard family.count >= 4, text.utf8[family.start] == text.folded[family.start] else { return false }
        let given = lexicon.entry(of: token.range, in: text.folded)
        let name = lexicon.entry(of: family, in: text.folded)
        return given.classes == .given && given.births >= 2048 && (name.classes == .given || name.classes == .family)
    }

    /// `Egli-Martin`: a capital begins each part, and of one the lists know that it is a family name and nothing else.
    func isCompoundFamilyName(_ token: Token) -> Bool {
        var start = token.range.start
        for offset in token.range.start + 1..<token.range.end where text.utf8[offset] == 0x2D {
            guard offset + 1 < token.range.end, text.utf8[start] != text.folded[start] || text.utf8[start] >= 0x80
            else {
                return false
            }
            start = offset + 1
        }
        guard text.utf8[start] != text.folded[start] || text.utf8[start] >= 0x80 else { return false }
        return lexicon.isCompoundFamilyName(NameKey.key(of: text.utf8[token.range.start..<token.range.end]))
    }

    /// Whether a word has a letter of Latin that French does not write: `å`, `ø`, `ł`, `ñ`.
    func hasForeignLetter(_ word: ArraySlice<UInt8>) -> Bool {
        var index = word.startIndex
        while index + 1 < word.endIndex {
            let byte = word[index]
            index += 1
            switch byte {
            case 0xC3:
                // à â ç è é ê ë î ï ô ù û ü ÿ, and the capitals 32 below
                let letter = word[index] | 0x20
                if ![0xA0, 0xA2, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB, 0xAE, 0xAF, 0xB4, 0xB9, 0xBB, 0xBC, 0xBF].contains(
                    letter)
                {
                    return true
                }
            // œ
            case 0xC4, 0xC5: if word[index] & 0xFE != 0x92 { return true }
            default: break
            }
        }
        return false
    }

    /// The last token of `Martin-Kerc'hoas`, which is three: the tokenizer cuts at an apostrophe behind a hyphen.
    func endOfBretonName(at position: Int, in passage: Passage) -> Int? {
        guard text.tokens[position].kind == .hyphenatedWord, position + 2 < passage.tokens.upperBound,
            text.sign(position + 1) == UInt8(ascii: "'"), text.tokens[position + 2].kind == .word
        else { return nil }
        let (first, last) = (text.tokens[position].range, text.tokens[position + 2].range)
        guard first.end + 1 == last.start, text.folded[first.end - 1] == UInt8(ascii: "c"),
            text.folded[last.start] == UInt8(ascii: "h"), text.isCapital(at: first.start, before: first.end)
        else { return nil }
        return position + 2
    }

    func isAlias(_ token: Token) -> Bool {
        lexicon.surroundings(of: token.range, in: text.folded).contains(.alias)
    }

    func hasInnerCapital(_ token: Token) -> Bool {
        let start = token.range.start
        guard token.range.count > 3 else { return false }
        for index in start + 2..<token.range.end where text.utf8[index] < 0x80 && text.utf8[index] != text.folded[index]
        {
            return true
        }
        return false
    }

    func isEmployer(_ token: Token) -> Bool {
        guard token.range.count <= 12 else { return false }
        return lexicon.surroundings(of: token.range, in: text.folded).contains(.employer)
    }

    func isTitleCased(_ passage: Passage) -> Bool {
        var long = 0
        var capitals = 0
        for token in text.tokens[passage.tokens] where token.range.count > 3 {
            switch token.kind {
            case .word, .hyphenatedWord:
                long += 1
                if text.isCapital(at: token.range.start, before: token.range.end) { capitals += 1 }
            default: continue
            }
        }
        return long >= 5 && capitals * 10 > long * 7
    }
}
