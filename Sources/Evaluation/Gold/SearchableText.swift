import Normalization
import TextModel

/// A text in which quotations are looked up as a reader would: in matching form, runs of white space equal, and failing
/// that by letters, digits and pictures alone.
struct SearchableText: Sendable {
    /// Some bytes of the matching form, in order, each with its offset there.
    private struct Selection: Sendable {
        var utf8: [UInt8] = []
        var offsets: [UInt32] = []

        mutating func append(_ byte: UInt8, at offset: Int) {
            utf8.append(byte)
            offsets.append(UInt32(offset))
        }
    }

    private let matching: MatchingText
    private let spaced: Selection
    private let squeezed: Selection

    init(utf8: [UInt8], normalizer: MatchingNormalizer) throws {
        matching = try normalizer.normalize(utf8: utf8)
        spaced = Self.spaced(matching.utf8)
        squeezed = Self.squeezed(matching.utf8)
    }

    /// The places of a quotation, in offsets of the text that was given, in order; they may overlap each other.
    ///
    /// Places that cut a word count only where no other is.
    func places(of quotation: MatchingQuotation) -> [TextRange] {
        var found = Self.positions(of: quotation.spaced, in: spaced.utf8).map { range(of: $0, in: spaced) }
        if found.isEmpty, !quotation.squeezed.isEmpty {
            found = Self.positions(of: quotation.squeezed, in: squeezed.utf8).map { range(of: $0, in: squeezed) }
        }
        let whole = found.filter { !cutsWord(at: $0.start) && !cutsWord(at: $0.end) }
        return (whole.isEmpty ? found : whole).map { range in
            let place = matching.map.sourceRange(of: range)
            return TextRange(place.start, place.end)
        }
    }

    private func range(of position: Range<Int>, in selection: Selection) -> TextRange {
        let last = Int(selection.offsets[position.upperBound - 1])
        return TextRange(Int(selection.offsets[position.lowerBound]), last + 1)
    }

    private func cutsWord(at offset: Int) -> Bool {
        guard offset > 0, offset < matching.utf8.count else { return false }
        var before = offset - 1
        while before > 0, matching.utf8[before] & 0xC0 == 0x80 { before -= 1 }
        return Self.isWordPart(matching.utf8[before..<offset]) && Self.isWordPart(matching.utf8[offset...])
    }

    /// Whether the first character is a letter or digit.
    private static func isWordPart(_ utf8: ArraySlice<UInt8>) -> Bool {
        var decoder = UTF8()
        var bytes = utf8.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return false }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func positions(of needle: [UInt8], in text: [UInt8]) -> [Range<Int>] {
        guard let first = needle.first, needle.count <= text.count else { return [] }
        var found: [Range<Int>] = []
        for start in 0...(text.count - needle.count) where text[start] == first {
            if text[start..<start + needle.count].elementsEqual(needle) { found.append(start..<start + needle.count) }
        }
        return found
    }

    private static func spaced(_ utf8: [UInt8]) -> Selection {
        var selection = Selection()
        for (offset, byte) in utf8.enumerated() {
            if byte != 0x20 && byte != 0x0A {
                selection.append(byte, at: offset)
            } else if selection.utf8.last != 0x20 {
                selection.append(0x20, at: offset)
            }
        }
        return selection
    }

    private static func squeezed(_ utf8: [UInt8]) -> Selection {
        var selection = Selection()
        var offset = 0
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            let length = UTF8.width(scalar)
            if isKept(scalar) {
                for index in offset..<offset + length { selection.append(utf8[index], at: index) }
            }
            offset += length
        }
        return selection
    }

    /// Letters with their marks, digits and pictures: what survives any markup and typography.
    static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .otherSymbol:
            true
        default: false
        }
    }
}

/// A quotation in the forms that it is looked up and compared in.
struct MatchingQuotation: Hashable, Sendable {
    /// In matching form, white space outside taken off and within made one space.
    let spaced: [UInt8]
    /// Its letters, digits and pictures alone.
    let squeezed: [UInt8]

    init(_ text: String, normalizer: MatchingNormalizer) throws {
        let matching = try normalizer.normalize(utf8: Array(text.utf8)).utf8
        spaced = Array(matching.split { $0 == 0x20 || $0 == 0x0A }.joined(separator: [0x20]))
        var squeezed: [UInt8] = []
        for scalar in String(decoding: matching, as: UTF8.self).unicodeScalars where SearchableText.isKept(scalar) {
            squeezed += UTF8.encode(scalar).map(Array.init) ?? []
        }
        self.squeezed = squeezed
    }

    var isEmpty: Bool { spaced.isEmpty }
}
