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

    let text: ReportText
    let lexicon: NameLexicon
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
            let ending = entry == NameEntry() ? lexicon.ending(of: word) : nil
            if ending == .family, shape == .capitalized || shape == .capitals { entry.classes = .family }
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
                    endsLikeThing: shape == .capitalized && ending == .thing, endsLikePlace: ending == .place))
            lastEnd = token.range.end
        }
        close(&words, &runs)
    }
}
