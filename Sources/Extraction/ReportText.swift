import Lexicons
import TextModel

/// A document as the stages read it: one text in matching form, with blocks, tokens, sentences and inline spans all in
/// its coordinates.
///
/// Every `TextRange` of this module is half-open, in UTF-8 bytes of ``utf8``.
///
/// An object, since what looks at a text keeps it, and a dozen arrays would be counted each time.
public final class ReportText: Sendable {
    public let document: Document
    /// The document's metadata in matching form, to be compared with the text.
    public let metadata: Metadata
    /// The analysis of the document's visible text; its map leads there, and ``sourceRange(of:)`` on to the source.
    public let analyzed: AnalyzedText
    /// The matching form in lower case, offset by offset: letters whose two cases differ in length stay as they are.
    public let folded: [UInt8]
    /// Of the tokens.
    let keys: WordKeys
    private let places: TokenPlaces
    /// The positions of the tokens that are quotation marks.
    let quotationMarks: [Int]
    /// One for each block of the document, in order.
    public let passages: [Passage]
    /// The document's inline spans, by start and then from the outside in.
    public let marks: [Mark]

    /// The matching form of the visible text; one line end between two blocks.
    public let utf8: [UInt8]
    public let tokens: [Token]
    public let sentences: [Sentence]

    /// - Parameters:
    ///   - analyzed: the analysis of `document.utf8`.
    ///   - metadata: the document's, in matching form.
    public init(document: Document, analyzed: AnalyzedText, metadata: Metadata) {
        self.document = document
        self.metadata = metadata
        self.analyzed = analyzed
        // Stored, since a look through two layers for each token has its cost.
        let (utf8, tokens, sentences) = (analyzed.matching.utf8, analyzed.tokens, analyzed.sentences)
        let folded = lowercased(utf8)
        (self.utf8, self.tokens, self.sentences, self.folded) = (utf8, tokens, sentences, folded)
        keys = WordKeys(of: tokens, in: utf8, folded: folded)
        places = TokenPlaces(tokens, count: utf8.count)
        quotationMarks = tokens.indices.filter {
            tokens[$0].kind == .punctuation && QuotationMark(tokens[$0], in: utf8) != nil
        }
        let map = analyzed.matching.map
        /// The matching map takes the document's text for its source.
        func matchingRange(_ range: TextRange) -> TextRange {
            map.textRange(of: SourceRange(range.start, range.end))
        }
        let marks = document.spans.map { Mark(kind: $0.kind, range: matchingRange($0.range)) }
        self.marks = marks
        var passages: [Passage] = []
        passages.reserveCapacity(document.blocks.count)
        var token = 0
        var sentence = 0
        var mark = 0
        for (index, block) in document.blocks.enumerated() {
            let range = matchingRange(block.text)
            while token < tokens.count, tokens[token].range.start < range.start { token += 1 }
            let firstToken = token
            while token < tokens.count, tokens[token].range.end <= range.end { token += 1 }
            while sentence < sentences.count, sentences[sentence].range.start < range.start { sentence += 1 }
            let firstSentence = sentence
            while sentence < sentences.count, sentences[sentence].range.end <= range.end { sentence += 1 }
            while mark < marks.count, marks[mark].range.start < range.start { mark += 1 }
            let firstMark = mark
            while mark < marks.count, marks[mark].range.start < range.end { mark += 1 }
            passages.append(
                Passage(
                    index: index, block: block, range: range, tokens: firstToken..<token,
                    sentences: firstSentence..<sentence, marks: firstMark..<mark))
        }
        self.passages = passages
    }

    /// The matching form of a range.
    public subscript(range: TextRange) -> String {
        String(decoding: utf8[range.start..<range.end], as: UTF8.self)
    }

    /// The range in lower case; accents stay.
    public func folded(_ range: TextRange) -> String {
        String(decoding: folded[range.start..<range.end], as: UTF8.self)
    }

    /// The text of a range as the document shows it, apostrophes and spaces as written.
    public func visibleText(of range: TextRange) -> String {
        let place = analyzed.matching.map.sourceRange(of: range)
        return document[TextRange(place.start, place.end)]
    }

    public func sourceRange(of range: TextRange) -> SourceRange {
        let place = analyzed.matching.map.sourceRange(of: range)
        return document.map.sourceRange(of: TextRange(place.start, place.end))
    }

    /// The range as a span of the record.
    public func span(_ range: TextRange) -> Report.Span {
        let place = analyzed.matching.map.sourceRange(of: range)
        let visible = TextRange(place.start, place.end)
        return Report.Span(document.map.sourceRange(of: visible), document[visible])
    }

    /// The position of the passage that holds an offset, or of the one before it.
    public func passage(at offset: Int) -> Int? {
        let low = passages.firstPosition { $0.range.start > offset }
        return low == 0 ? nil : low - 1
    }

    /// The marks that begin within a range, in order.
    public func marks(in range: TextRange) -> ArraySlice<Mark> {
        let first = firstMark(from: range.start)
        // A few as a rule, so the end is walked to.
        var end = first
        while end < marks.count, marks[end].range.start < range.end { end += 1 }
        return marks[first..<end]
    }

    /// The marks that begin at an offset or before it, in order.
    func marks(upTo offset: Int) -> ArraySlice<Mark> { marks[..<firstMark(from: offset + 1)] }

    private func firstMark(from offset: Int) -> Int {
        return marks.firstPosition { $0.range.start >= offset }
    }
}

/// A block with its text, tokens and sentences.
public struct Passage: Sendable {
    /// The block's position in the document.
    public let index: Int
    public let block: Block
    public let range: TextRange
    /// Positions in ``ReportText/tokens``.
    public let tokens: Range<Int>
    /// Positions in ``ReportText/sentences``.
    public let sentences: Range<Int>
    /// Positions in ``ReportText/marks`` of those that begin within the passage.
    public let marks: Range<Int>

    /// A paragraph, and not one of what somebody else said or wrote.
    var isUnquotedParagraph: Bool { block.kind == .paragraph && block.quoteDepth == 0 }
}

/// An inline span in the coordinates of the matching form.
public struct Mark: Equatable, Sendable {
    public let kind: InlineSpan.Kind
    public let range: TextRange

    var isLink: Bool {
        if case .link = kind { true } else { false }
    }
}

extension ReportText {
    /// The first line of a passage: a heading typed over its byline is one block in some formats.
    func firstLine(of passage: Passage) -> TextRange {
        guard let end = passage.tokens.first(where: { tokens[$0].kind == .newline }), end > passage.tokens.lowerBound
        else { return passage.range }
        return TextRange(passage.range.start, tokens[end - 1].range.end)
    }

    /// The position of the token that holds an offset.
    func token(at offset: Int) -> Int {
        max(0, places.firstToken(from: offset + 1, in: tokens) - 1)
    }

    /// The position of the first token that begins at an offset or after it.
    func firstToken(from offset: Int) -> Int { places.firstToken(from: offset, in: tokens) }

    /// The positions of the tokens of a range whose ends are those of tokens.
    func tokens(in range: TextRange) -> Range<Int> {
        if range.isEmpty { return 0..<0 }
        return token(at: range.start)..<token(at: range.end - 1) + 1
    }

    /// The range of a stretch of tokens that is not empty.
    func range(of tokens: Range<Int>) -> TextRange {
        TextRange(self.tokens[tokens.lowerBound].range.start, self.tokens[tokens.upperBound - 1].range.end)
    }

    /// How many words a range has whose ends are those of tokens.
    func wordCount(_ range: TextRange) -> Int { tokens(in: range).count { tokens[$0].kind.isWord } }

    /// The words of a stretch without case and signs.
    func wordKeys(in range: TextRange) -> [WordKey] { words(in: range).map { keys[$0] } }

    /// The positions of the words of a stretch.
    func words(in range: TextRange) -> [Int] { tokens(in: range).filter { tokens[$0].kind.isWord } }

    /// Whether a token ends in one `s`, as most plurals do: “sessions”, not “masterclass”.
    func endsInPlural(_ position: Int) -> Bool {
        let end = tokens[position].range.end
        return utf8[end - 1] == UInt8(ascii: "s") && !(end > 1 && utf8[end - 2] == UInt8(ascii: "s"))
    }

    /// Whether a range begins with a capital letter.
    func startsWithCapital(_ range: TextRange) -> Bool {
        utf8[range.start] != folded[range.start]
            || range.count > 1 && utf8[range.start + 1] != folded[range.start + 1]
    }

    /// The last token before a position that is no white space.
    func previousWord(before end: Int, from start: Int) -> Int? {
        var position = end - 1
        while position >= start, tokens[position].kind.isWhiteSpace { position -= 1 }
        return position >= start ? position : nil
    }

    /// The next token that is no white space.
    func nextWord(from position: Int, before end: Int) -> Int? {
        var position = position
        while position < end {
            if !tokens[position].kind.isWhiteSpace { return position }
            position += 1
        }
        return nil
    }

    /// The only byte of a token, or `nil` for a longer one.
    func sign(_ position: Int) -> UInt8? {
        let range = tokens[position].range
        return range.count == 1 ? utf8[range.start] : nil
    }

    /// After the bracket that closes the one at a position.
    func endOfBrackets(at position: Int, before end: Int) -> Int? {
        let close: UInt8
        switch sign(position) {
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        case UInt8(ascii: "["): close = UInt8(ascii: "]")
        default: return nil
        }
        var next = position + 1
        while next < min(end, position + 40) {
            if sign(next) == close { return next + 1 }
            next += 1
        }
        return nil
    }

    /// The quotation mark that a token is.
    func quotationMark(_ position: Int) -> QuotationMark? { QuotationMark(tokens[position], in: utf8) }

    /// The positions of the quotation marks among some tokens.
    func quotationMarks(in tokens: Range<Int>) -> ArraySlice<Int> {
        let first = quotationMarks.firstPosition { $0 >= tokens.lowerBound }
        return quotationMarks[first...].prefix { $0 < tokens.upperBound }
    }

    /// Whether a token is a word, in lower case.
    func isWord(_ position: Int, _ word: StaticString) -> Bool {
        let range = tokens[position].range
        guard range.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count where folded[range.start + offset] != word.utf8Start[offset] { return false }
        return true
    }

    /// In bytes.
    private static let longestTitle = 200

    /// Where a title begins that ends with a token: a quotation, or a link or emphasis of two words or more.
    func startOfTitle(endingAt position: Int, from start: Int) -> Int? {
        let last = tokens[position].range
        if let open = quotationMark(position)?.opening {
            var before = position - 1
            while before >= start {
                if quotationMark(before) == open { return before }
                before -= 1
            }
            return nil
        }
        // A title may end one sentence and begin in another: “Des phares ? Allumez tout !”.
        let reach = TextRange(max(0, min(tokens[start].range.start, last.end - Self.longestTitle)), last.end)
        for mark in marks(in: reach).reversed() where mark.range.end == last.end {
            switch mark.kind {
            case .link, .emphasis, .strong:
                // “un [bon article](…) de X” is no title.
                return mark.range.start < last.start && startsWithCapital(mark.range)
                    ? max(start, token(at: mark.range.start)) : nil
            case .code, .strikethrough, .image, .footnote, .emoji: continue
            }
        }
        return nil
    }
}

extension Block.Kind {
    /// Whether the block's text is sentences of the author.
    var isProse: Bool {
        switch self {
        case .heading, .paragraph, .item, .cell: true
        case .quote, .code, .image, .caption, .embed, .rule: false
        }
    }
}
