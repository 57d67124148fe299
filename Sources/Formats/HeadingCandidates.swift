import TextModel

/// Marks the blocks that are no headings by their markup and may do the work of one.
///
/// A candidate is a short block that does not end or run as sentences do, and has something to stand over. Evidence of
/// its own (bold over all of it, an underline, a number, a time) makes one where length alone would not.
enum HeadingCandidates {
    static func mark(_ document: inout Document) {
        let surroundings = Surroundings(document)
        for index in document.blocks.indices {
            document.blocks[index].candidate = evidence(index, document, surroundings)
        }
    }

    private static func evidence(
        _ index: Int, _ document: Document, _ surroundings: Surroundings
    ) -> HeadingEvidence? {
        let block = document.blocks[index]
        let isItem: Bool
        switch block.kind {
        case .paragraph: isItem = false
        case .item: isItem = true
        case .heading, .quote, .code, .cell, .image, .caption, .embed, .rule: return nil
        }
        guard block.quoteDepth == 0, !block.text.isEmpty else { return nil }
        let count = letterCount(block.text, in: document, upTo: LineShape.maximumCount)
        guard count <= LineShape.maximumCount, !surroundings.saysByline(block) else { return nil }
        if block.candidate == nil, isPlain(block, count, index, document, surroundings) { return nil }
        let shape = LineShape(document.utf8, block.text)
        guard shape.hasLetters, shape.words > 0 else { return nil }
        var evidence = block.candidate ?? []
        evidence.formUnion(inner(block, shape, document))
        evidence.formUnion(outer(index, document))
        if evidence.contains(.underlined) { return evidence }
        // A heading stands over something.
        guard index + 1 < document.blocks.count else { return nil }
        let isCandidate =
            isItem
            ? itemStands(block, before: document.blocks[index + 1], evidence, shape, document, surroundings)
            : lineStands(block, evidence, shape, document, surroundings)
        return isCandidate ? evidence : nil
    }

    /// How many characters a text has, so that apostrophes and accents of any form count alike; no further than needed
    /// to see that it is more than a limit.
    private static func letterCount(_ text: TextRange, in document: Document, upTo limit: Int) -> Int {
        document.utf8.withUnsafeBytes { utf8 in
            var count = 0
            var position = text.start
            // Eight bytes at a time.
            while position + 8 <= text.end, count <= limit {
                count += letterCount(utf8.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                position += 8
            }
            while position < text.end, count <= limit {
                // Bytes that go on with a character, and combining marks (U+0300 to U+036F), count as none.
                if utf8[position] & 0xC0 != 0x80, utf8[position] & 0xFE != 0xCC { count += 1 }
                position += 1
            }
            return count
        }
    }

    /// How many of eight bytes begin a letter: the highest bit of the others is put where they stand, and counted.
    private static func letterCount(_ bytes: UInt64) -> Int {
        let high: UInt64 = 0x8080_8080_8080_8080
        let continuing = bytes & ~(bytes << 1) & high
        // 0xCC and 0xCD become zero, which alone has no bit after the sum.
        let marks = (bytes | 0x0101_0101_0101_0101) ^ 0xCDCD_CDCD_CDCD_CDCD
        let isMark = ~((marks & ~high) &+ ~high | marks | ~high)
        return 8 - (continuing | isMark).nonzeroBitCount
    }

    /// Whether a block is seen at once to be none. Most are, and the evidence costs more.
    ///
    /// - Parameter count: of its characters.
    private static func isPlain(
        _ block: Block, _ count: Int, _ index: Int, _ document: Document, _ surroundings: Surroundings
    ) -> Bool {
        if case .item(let item) = block.kind, index + 1 < document.blocks.count,
            case .item(let next) = document.blocks[index + 1].kind, next.list == item.list || next.depth <= item.depth
        {
            return true
        }
        let text = block.text
        guard text.count > 12 else { return false }
        let spans = document.spans(of: block)
        if spans.contains(where: \.kind.isStrong) { return false }
        if count > plainCount { return true }
        guard beginsWithWord(document.utf8, text) else { return false }
        // Only a link over all of it makes a heading of a line that begins so.
        if case .paragraph = block.kind, surroundings.isMarkedUp,
            !spans.contains(where: { $0.kind.isLink && $0.range.start <= text.start })
        {
            return true
        }
        let utf8 = document.utf8
        return utf8[text.end - 1] == UInt8(ascii: ".") && utf8[text.end - 2].isASCIILetter
            && utf8[text.end - 3] != 0x20
    }

    /// Whether a text begins with a word and neither with a number, a time, an ornament nor capitals. A letter or a
    /// Roman number stands before punctuation or a dash (`a)`, `iv.`).
    private static func beginsWithWord(_ utf8: [UInt8], _ text: TextRange) -> Bool {
        var position = text.start
        var hasSmall = false
        while position < text.end, utf8[position].isASCIILetter {
            if utf8[position] >= 0x61 { hasSmall = true }
            position += 1
        }
        let count = position - text.start
        guard count > 0, hasSmall, position + 1 < text.end else { return false }
        // The bytes of a longer character: an accent or a typographic apostrophe.
        return count >= 4 || utf8[position] >= 0x80 || utf8[position] == 0x20 && utf8[position + 1].isASCIILetter
            || utf8[position] == UInt8(ascii: "'")
    }

    /// In bytes; more than 200 scalars of French, the longest that stands without bold.
    private static let plainCount = 320

    /// What the text itself shows.
    private static func inner(_ block: Block, _ shape: LineShape, _ document: Document) -> HeadingEvidence {
        var evidence: HeadingEvidence = []
        if shape.isCapitals { evidence.insert(.capitals) }
        if shape.isNumbered { evidence.insert(.numbered) }
        if shape.hasTime { evidence.insert(.timeSlot) }
        if shape.hasOrnament { evidence.insert(.ornament) }
        switch shape.end {
        case .open: evidence.insert(.openEnd)
        case .colon: evidence.insert([.openEnd, .colon])
        case .fullStop, .ellipsis, .mark, .comma: break
        }
        let spans = document.spans(of: block)
        // Spans within spans do no harm: what counts is what none of them covers.
        let strong = spans.filter(\.kind.isStrong)
        let links = spans.filter(\.kind.isLink)
        if links.count == 1, covers(links, block, document) { evidence.insert(.linked) }
        if let first = strong.first, first.range.start <= shape.textStart {
            // A title in bold may be followed by a link to its slides, or in its line by its speaker in italics.
            let isOneLine = !document.utf8[block.text.start..<block.text.end].contains(0x0A)
            let beside = isOneLine ? links + spans.filter(\.kind.isEmphasis) : links
            if covers(strong + beside, block, document) { evidence.insert(.bold) }
        }
        return evidence
    }

    /// Whether no letter or digit of the block stands outside the spans.
    private static func covers(_ spans: [InlineSpan], _ block: Block, _ document: Document) -> Bool {
        var position = block.text.start
        var ranges = spans.map(\.range).sorted()[...]
        while position < block.text.end {
            if let range = ranges.first, range.start <= position {
                position = max(position, range.end)
                ranges.removeFirst()
                continue
            }
            let (scalar, length) = document.utf8.scalarRead(at: position)
            if scalar.isLetter || scalar.isDigit { return false }
            position += length
        }
        return true
    }

    /// What stands after it.
    private static func outer(_ index: Int, _ document: Document) -> HeadingEvidence {
        guard index + 1 < document.blocks.count else { return [] }
        let next = document.blocks[index + 1]
        switch next.kind {
        case .paragraph, .quote:
            let count = letterCount(document.blocks[index].text, in: document, upTo: LineShape.maximumCount)
            return letterCount(next.text, in: document, upTo: count) > count ? .beforeParagraph : []
        case .item: return .beforeList
        case .heading, .code, .cell, .image, .caption, .embed, .rule: return []
        }
    }

    /// Whether a paragraph may be a heading. Lengths are in scalars, with room for the longest titles of talks.
    private static func lineStands(
        _ block: Block, _ evidence: HeadingEvidence, _ shape: LineShape, _ document: Document,
        _ surroundings: Surroundings
    ) -> Bool {
        if evidence.contains(.bold) { return shape.scalars <= 300 }
        let isSetOff = !evidence.isDisjoint(with: [.numbered, .timeSlot, .capitals])
        let standsOver = !evidence.isDisjoint(with: [.beforeParagraph, .beforeList])
        // Among marked headings a bare line is a caption more often than a title, and so is a line within an item.
        if surroundings.isMarkedUp || block.parent != nil, !isSetOff, !(evidence.contains(.linked) && standsOver),
            !isBoldFirst(block, shape, document)
        {
            return false
        }
        // A line in lower case goes on a sentence, but for names (`par Maud Tessier`) and the short titles of notes.
        if shape.beginsLowercase, shape.capitalizedWords * 2 < shape.words {
            guard evidence.contains(.openEnd), standsOver, shape.scalars <= 40 else { return false }
        }
        if surroundings.isRepeated(block, in: document) || hasAddress(block, document) { return false }
        switch shape.end {
        case .open: return shape.scalars <= (shape.innerSentences == 0 ? 200 : 160) && shape.innerSentences <= 1
        case .mark: return shape.scalars <= 150 && shape.innerSentences <= 1
        case .ellipsis, .colon: return shape.scalars <= 80 && shape.innerSentences == 0
        case .fullStop: return shape.scalars <= 200 && shape.innerSentences == 0 && (isSetOff || shape.isQuoted)
        case .comma: return false
        }
    }

    private static func hasAddress(_ block: Block, _ document: Document) -> Bool {
        BareLink.first(in: document.utf8, from: block.text.start, to: block.text.end) != nil
    }

    /// A title in bold with its speaker after it: most of the line is strong, from its start on.
    private static func isBoldFirst(_ block: Block, _ shape: LineShape, _ document: Document) -> Bool {
        let first = document.spans(of: block).first(where: \.kind.isStrong)
        guard let first, first.range.start <= shape.textStart else { return false }
        return first.range.count * 2 >= block.text.count
    }

    /// Whether an item may be a heading: what it introduces is no further item of its list, and it is alone in the list
    /// or begins with a time or is bold.
    private static func itemStands(
        _ block: Block, before next: Block, _ evidence: HeadingEvidence, _ shape: LineShape, _ document: Document,
        _ surroundings: Surroundings
    ) -> Bool {
        guard case .item(let item) = block.kind, shape.scalars <= 150, shape.innerSentences == 0,
            !hasAddress(block, document)
        else { return false }
        let isSetOff = !evidence.isDisjoint(with: [.timeSlot, .bold])
        switch next.kind {
        case .item(let other): guard isSetOff, other.list != item.list, other.depth > item.depth else { return false }
        case .paragraph, .quote, .code, .image, .embed:
            guard isSetOff || item.depth == 1 && surroundings.isAlone(item) && evidence.contains(.beforeParagraph)
            else { return false }
        case .heading, .cell, .caption, .rule: return false
        }
        switch shape.end {
        case .open, .mark, .colon: return true
        case .fullStop, .ellipsis, .comma: return evidence.contains(.bold)
        }
    }
}

extension InlineSpan.Kind {
    fileprivate var isLink: Bool { if case .link = self { true } else { false } }
    fileprivate var isStrong: Bool { if case .strong = self { true } else { false } }
    fileprivate var isEmphasis: Bool { if case .emphasis = self { true } else { false } }
}

/// What the whole document says, told once for all blocks.
private struct Surroundings {
    /// By hash: two lines of one hash at worst are no candidates.
    private var repeated: Set<UInt64>
    private var items: [Int: Int] = [:]
    private let byline: [SourceRange]
    let isMarkedUp: Bool

    /// A line that stands in the text this often is the caption of a link, such as “Voir la vidéo”.
    private static let frequent = 3
    /// So many marked headings, and the writer marks headings.
    private static let marked = 3
    /// Longer lists of authors are no line of the text.
    private static let maximumAuthors = 8

    init(_ document: Document) {
        var counts: [UInt64: Int] = [:]
        var headings = 0
        for block in document.blocks {
            switch block.kind {
            case .paragraph:
                if let hash = Self.hash(block, in: document) { counts[hash, default: 0] += 1 }
            case .heading: headings += 1
            case .item(let item): items[item.list, default: 0] += 1
            case .quote, .code, .cell, .image, .caption, .embed, .rule: break
            }
        }
        repeated = Set(counts.lazy.filter { $0.value >= Self.frequent }.map(\.key))
        // Lines under some titles of a plain text part it; others may stand without.
        isMarkedUp = headings >= Self.marked && document.format != .text
        let metadata = document.metadata
        let dates = [metadata.published, metadata.updated].compactMap { $0?.source == .text ? $0?.range : nil }
        byline = metadata.authors.prefix(Self.maximumAuthors).compactMap(\.range) + dates
    }

    func isRepeated(_ block: Block, in document: Document) -> Bool {
        Self.hash(block, in: document).map(repeated.contains) ?? false
    }

    /// `nil` for a line that is too long for a caption.
    private static func hash(_ block: Block, in document: Document) -> UInt64? {
        guard block.text.count <= 120 else { return nil }
        return ByteHash(document.utf8[block.text.start..<block.text.end]).value
    }

    func isAlone(_ item: ListItem) -> Bool { items[item.list] == 1 }

    /// Whether the metadata's author or day was read in the block.
    func saysByline(_ block: Block) -> Bool { byline.contains { block.source.contains($0) } }
}
