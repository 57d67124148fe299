import Lexicons
import TextModel

/// All runs of words with capitals of a text, code left out; the first pass, over every token.
struct NameRuns {
    private(set) var words: [NameWord] = []
    private(set) var runs: [NameRun] = []
    /// Keys of words that follow `chez` and the like somewhere in the text.
    private(set) var employers: Set<[UInt8]> = []
    /// Positions of the tokens that are handles.
    private(set) var handles: [Int] = []
    /// Positions of the tokens that say that another name follows (aka).
    private(set) var aliases: [Int] = []

    private let text: ReportText
    private let lexicon: NameLexicon
    /// Where the edges of links, emphasis and code stand that part two words; a position in ``edges``.
    private var edges: [Int] = []

    init(_ text: ReportText, lexicon: NameLexicon) {
        self.text = text
        self.lexicon = lexicon
        for passage in text.passages {
            switch passage.block.kind {
            case .code, .rule: continue
            case .heading, .paragraph, .item, .quote, .cell, .image, .caption, .embed: scan(passage)
            }
        }
    }

    private mutating func scan(_ passage: Passage) {
        var code: [TextRange] = []
        edges.removeAll(keepingCapacity: true)
        for mark in text.marks[passage.marks] {
            switch mark.kind {
            case .code: code.append(mark.range)
            case .link, .emphasis, .strong, .strikethrough, .image: break
            case .footnote, .emoji: continue
            }
            edges.append(mark.range.start)
            edges.append(mark.range.end)
        }
        edges.sort()
        let isHeading = passage.mayBeHeading
        let isTitleCased = isHeading && isTitleCased(passage)
        var edge = 0
        var codeIndex = 0
        var sentence = passage.sentences.lowerBound
        var lastWordEnd = passage.range.start
        var first = words.count
        var startsSentence = false
        var lastEnd = -1
        let isShort = passage.range.count <= 120
        /// The end of the tokens of a name that stands in lower case.
        var lowercaseEnd = 0
        /// The last word before the token at hand.
        var lastWord: Int?

        func close(_ words: inout [NameWord], _ runs: inout [NameRun]) {
            while words.count > first, words[words.count - 1].shape == .particle { words.removeLast() }
            if words.count > first {
                runs.append(
                    NameRun(
                        words: first..<words.count, passage: passage.index, startsSentence: startsSentence,
                        isTitleCased: isTitleCased, isHeading: isHeading))
            }
            first = words.count
            lastEnd = -1
        }

        let (tokens, keys) = (text.tokens, text.keys)
        var next = passage.tokens.lowerBound
        while next < passage.tokens.upperBound {
            // Outside a run, and a line that may name somebody in lower case, only a capital matters.
            if !isShort, words.count == first {
                let plain = next
                while next < passage.tokens.upperBound,
                    tokens[next].kind == .space || tokens[next].kind == .word && !keys.hasCapital(next)
                {
                    next += 1
                }
                if let last = (plain..<next).last(where: { tokens[$0].kind == .word }) {
                    lastWordEnd = tokens[last].range.end
                    lastWord = last
                }
                if next == passage.tokens.upperBound { break }
            }
            var position = next
            var token = tokens[position]
            next += 1
            if let last = endOfBretonName(at: position, in: passage) {
                token = Token(token.kind, TextRange(token.range.start, tokens[last].range.end))
                position = last
                next = last + 1
            }
            switch token.kind {
            case .space: continue
            case .newline:
                if words.count - first != 1 { close(&words, &runs) }
                continue
            case .handle:
                // `@supports` in code is no account.
                if !code.contains(where: { $0.start <= token.range.start && token.range.end <= $0.end }) {
                    handles.append(position)
                }
                close(&words, &runs)
                lastWordEnd = token.range.end
                continue
            case .word, .hyphenatedWord, .abbreviation, .elidedWord, .code: break
            case .punctuation, .ellipsis, .listMark, .emoticon, .emoji:
                close(&words, &runs)
                continue
            case .encliticPronoun, .number, .ordinal, .time, .date, .unit, .url, .email, .hashtag:
                close(&words, &runs)
                lastWordEnd = token.range.end
                continue
            }
            let start = token.range.start
            while codeIndex < code.count, code[codeIndex].end <= start { codeIndex += 1 }
            let isCode = codeIndex < code.count && code[codeIndex].start <= start
            defer {
                lastWordEnd = token.range.end
                lastWord = position
            }
            let isLowercaseName = isShort && !isCode && isNameInLowerCase(position, after: lastWord, in: passage)
            if isLowercaseName { lowercaseEnd = position + 3 }
            let isForced = isLowercaseName || (position < lowercaseEnd && position == lowercaseEnd - 1)
            guard !isCode, let shape = isForced ? .capitalized : shape(of: token, inRun: words.count > first) else {
                if lastEnd >= 0, !isCode, token.range.count <= 6, isAlias(token) { aliases.append(position) }
                close(&words, &runs)
                continue
            }
            var parted = false
            while edge < edges.count, edges[edge] <= start {
                if lastEnd >= 0, edges[edge] >= lastEnd { parted = true }
                edge += 1
            }
            if parted { close(&words, &runs) }
            if words.count == first {
                if shape == .particle { continue }
                while sentence < passage.sentences.upperBound, text.sentences[sentence].range.end <= start {
                    sentence += 1
                }
                startsSentence =
                    sentence < passage.sentences.upperBound && text.sentences[sentence].range.start >= lastWordEnd
            }
            let wordEnd = shape == .initial ? token.range.end - 1 : token.range.end
            // Made where it is asked for, since most words need no more than their entry.
            var word: ArraySlice<UInt8> { text.utf8[start..<wordEnd] }
            var entry = lexicon.entry(of: TextRange(start, wordEnd), in: text.folded)
            if token.kind == .hyphenatedWord, !entry.classes.contains(.given) {
                let compound = lexicon.compoundEntry(of: NameKey.key(of: word))
                // Saint-Étienne is a town, a church or a street.
                if compound.classes.contains(.given), !lexicon.isSaint(word) { entry = compound }
                if isCompoundFamilyName(token) { entry.classes.insert(.family) }
            }
            // Loïs is not `lois`.
            if entry.classes.isSuperset(of: [.given, .eponym]), word.contains(where: { $0 >= 0x80 }) {
                entry.classes.remove(.eponym)
            }
            // Pål is not `pal`: no word of French or English has the letter.
            if entry.classes.isSuperset(of: [.given, .word]), hasForeignLetter(word) { entry.classes.remove(.word) }
            // Lê is no article.
            if shape == .capitalized, entry.classes.contains(.frenchParticle), word.contains(where: { $0 >= 0x80 }) {
                entry.classes = .family
            }
            if entry == NameEntry(), shape == .capitalized || shape == .capitals, lexicon.endsLikeFamilyName(word) {
                entry.classes = .family
            }
            if shape == .particle, entry.classes.isDisjoint(with: [.freeParticle, .frenchParticle]) {
                if entry.classes.contains(.alias) { aliases.append(position) }
                close(&words, &runs)
                continue
            }
            if let lastWord, words.count == first, isEmployer(text.tokens[lastWord]), position - lastWord <= 2 {
                employers.insert(NameKey.key(of: word))
            }
            words.append(
                NameWord(
                    token: position, range: token.range, shape: shape, entry: entry,
                    isCamelCase: shape == .capitalized && token.kind == .word && hasInnerCapital(token),
                    endsLikeThing: shape == .capitalized && entry == NameEntry() && lexicon.endsLikeThing(word)))
            lastEnd = token.range.end
        }
        close(&words, &runs)
    }

    /// `nil` for a word that is no part of a name: one in lower case that is no particle within a run.
    private func shape(of token: Token, inRun: Bool) -> NameWord.Shape? {
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
    private func isNameInLowerCase(_ position: Int, after lastWord: Int?, in passage: Passage) -> Bool {
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
    private func isCompoundFamilyName(_ token: Token) -> Bool {
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
    private func hasForeignLetter(_ word: ArraySlice<UInt8>) -> Bool {
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
    private func endOfBretonName(at position: Int, in passage: Passage) -> Int? {
        guard text.tokens[position].kind == .hyphenatedWord, position + 2 < passage.tokens.upperBound,
            text.sign(position + 1) == UInt8(ascii: "'"), text.tokens[position + 2].kind == .word
        else { return nil }
        let (first, last) = (text.tokens[position].range, text.tokens[position + 2].range)
        guard first.end + 1 == last.start, text.folded[first.end - 1] == UInt8(ascii: "c"),
            text.folded[last.start] == UInt8(ascii: "h"), text.isCapital(at: first.start, before: first.end)
        else { return nil }
        return position + 2
    }

    private func isAlias(_ token: Token) -> Bool {
        lexicon.surroundings(of: token.range, in: text.folded).contains(.alias)
    }

    private func hasInnerCapital(_ token: Token) -> Bool {
        let start = token.range.start
        guard token.range.count > 3 else { return false }
        for index in start + 2..<token.range.end where text.utf8[index] < 0x80 && text.utf8[index] != text.folded[index]
        {
            return true
        }
        return false
    }

    private func isEmployer(_ token: Token) -> Bool {
        guard token.range.count <= 12 else { return false }
        return lexicon.surroundings(of: token.range, in: text.folded).contains(.employer)
    }

    private func isTitleCased(_ passage: Passage) -> Bool {
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
