import Normalization
import TextModel

/// A document as the scorer sees it: its visible text, and the way from the source's offsets to it.
///
/// A *place* is a range of the visible text; what stands only in the source, such as front matter, is numbered on from
/// the visible text's end. So two ranges that differ in markup alone are one place, and every piece has a place.
public struct DocumentText: Sendable {
    public let source: SourceText
    public let document: Document
    let normalizer: MatchingNormalizer
    private let visible: SearchableText
    private let raw: SearchableText

    /// - Throws: when ICU runs out of memory.
    public init(source: SourceText, document: Document, normalizer: MatchingNormalizer) throws {
        self.source = source
        self.document = document
        self.normalizer = normalizer
        visible = try SearchableText(utf8: document.utf8, normalizer: normalizer)
        raw = try SearchableText(utf8: source.utf8, normalizer: normalizer)
    }

    /// The end of the visible text.
    public var visibleEnd: Int { document.utf8.count }

    /// The place of a source range; `nil` for an empty one and for one that passes the source's end.
    public func place(of range: SourceRange) -> TextRange? {
        guard !range.isEmpty, range.end <= source.utf8.count else { return nil }
        let text = document.map.textRange(of: range)
        if !text.isEmpty { return tight(text) }
        return TextRange(visibleEnd + range.start, visibleEnd + range.end)
    }

    /// The source range of a place.
    public func sourceRange(of place: TextRange) -> SourceRange {
        if place.start >= visibleEnd, !place.isEmpty {
            return SourceRange(place.start - visibleEnd, place.end - visibleEnd)
        }
        return document.map.sourceRange(of: visiblePart(of: place))
    }

    /// The text at a place.
    public func text(at place: TextRange) -> String {
        place.start >= visibleEnd && !place.isEmpty
            ? source[sourceRange(of: place)] : document[visiblePart(of: place)]
    }

    private func visiblePart(of place: TextRange) -> TextRange {
        TextRange(min(place.start, visibleEnd), min(place.end, visibleEnd))
    }

    /// The places of a quotation: in the visible text, or failing that in the source.
    ///
    /// - Throws: when ICU runs out of memory.
    func places(of quotation: MatchingQuotation) -> [TextRange] {
        let places = visible.places(of: quotation)
        if !places.isEmpty { return places }
        // Metadata may be written with character references; its place is that of the whole value.
        let metadata = [document.metadata.title].compactMap(\.self) + document.metadata.authors
        for value in metadata {
            guard let range = value.range, let place = place(of: range),
                let text = try? SearchableText(utf8: Array(value.text.utf8), normalizer: normalizer),
                !text.places(of: quotation).isEmpty
            else { continue }
            return [place]
        }
        return raw.places(of: quotation).compactMap { place(of: SourceRange($0.start, $0.end)) }
    }

    func quotation(_ text: String) throws -> MatchingQuotation { try MatchingQuotation(text, normalizer: normalizer) }

    /// The range without white space at its edges.
    private func tight(_ range: TextRange) -> TextRange { trimmed(range) { $0 == 0x20 || (0x09...0x0D).contains($0) } }

    /// The place without ASCII punctuation and white space at its edges; as it is when there is nothing else.
    func trimmed(_ place: TextRange) -> TextRange {
        guard place.end <= visibleEnd else { return place }
        let trimmed = trimmed(place) { byte in
            byte < 0x80 && !(Unicode.Scalar(byte).properties.isAlphabetic || (0x30...0x39).contains(byte))
        }
        return trimmed.isEmpty ? place : trimmed
    }

    private func trimmed(_ range: TextRange, where isOutside: (UInt8) -> Bool) -> TextRange {
        var (start, end) = (range.start, range.end)
        while start < end, isOutside(document.utf8[start]) { start += 1 }
        while start < end, isOutside(document.utf8[end - 1]) { end -= 1 }
        return TextRange(start, end)
    }

    /// The block that holds an offset of the visible text.
    func block(at offset: Int) -> Block? {
        var low = 0
        var high = document.blocks.count
        while low < high {
            let middle = (low + high) / 2
            if document.blocks[middle].text.start <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : document.blocks[low - 1]
    }
}
