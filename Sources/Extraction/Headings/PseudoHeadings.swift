import TextModel

/// Decides which unmarked lines do the work of headings.
///
/// Where a document marks its headings, only a line that looks like one by itself (bold, underlined, in capitals, a
/// time slot, a number) is one; elsewhere, a lone line over text that is longer.
struct PseudoHeadings {
    private let text: ReportText
    private let hasMarked: Bool

    init(_ text: ReportText) {
        self.text = text
        hasMarked = text.passages.filter { $0.block.kind.headingLevel != nil }.count >= 2
    }

    /// The evidence that makes a passage a heading; `nil` for one that is none.
    func look(of passage: Passage) -> HeadingEvidence? {
        guard let evidence = passage.block.candidate, case .paragraph = passage.block.kind,
            passage.block.quoteDepth == 0, passage.block.parent == nil, passage.range.count >= 2,
            passage.range.count <= 240, passage.index + 1 < text.passages.count
        else { return nil }
        let strong: HeadingEvidence = [.bold, .underlined, .capitals, .timeSlot, .numbered]
        let look = evidence.intersection(strong)
        if hasMarked {
            guard !look.isEmpty, !evidence.contains(.colon) || look.contains(.bold) || look.contains(.timeSlot) else {
                return nil
            }
            if look == .capitals || look == .numbered {
                return evidence.contains(.openEnd) && hasBody(passage) && passage.range.count <= 120 ? look : nil
            }
            return hasBody(passage) || evidence.contains(.blankBefore) ? look : nil
        }
        if evidence.contains(.colon), look.isEmpty { return nil }
        if !look.isEmpty, hasBody(passage) { return look }
        guard hasBody(passage), !readsAsSentence(passage) else { return nil }
        return look
    }

    /// Whether what follows is text that a heading could stand over: a list, or a paragraph that is no such line.
    private func hasBody(_ passage: Passage) -> Bool {
        var next = passage.index + 1
        while next < text.passages.count {
            let follower = text.passages[next]
            switch follower.block.kind {
            case .item, .quote, .code, .cell, .heading: return true
            case .paragraph:
                if follower.block.candidate == nil { return true }
                // A heading over a heading or byline, once.
                return next + 1 < text.passages.count && text.passages[next + 1].block.candidate == nil
                    && text.passages[next + 1].block.kind.isProse
            case .image, .caption, .embed, .rule: next += 1
            }
        }
        return false
    }

    /// Whether a line is a sentence of prose all the same: it begins with a small letter, or ends one.
    private func readsAsSentence(_ passage: Passage) -> Bool {
        guard let first = passage.tokens.first else { return true }
        let byte = text.utf8[text.tokens[first].range.start]
        if byte >= 0x61, byte <= 0x7A { return true }
        guard passage.sentences.count <= 2 else { return true }
        let last = text.utf8[passage.range.end - 1]
        if last == UInt8(ascii: ".") || last == UInt8(ascii: ";") || last == UInt8(ascii: ",") { return true }
        let opening = text.folded(text.tokens[first].range)
        return [
            "je", "j'", "on", "nous", "il", "elle", "ils", "elles", "c'", "ce", "ça", "si", "mais", "et", "donc",
            "pour",
        ]
        .contains(opening) && passage.block.candidate?.contains(.openEnd) == false
    }
}
