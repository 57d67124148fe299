import ICUText
import TextModel

extension MatchingNormalizer {
    /// Writes the matching form and its map: long stretches are copied whole, and the last changed unit is held back
    /// until it is known what joins it.
    struct Writer {
        /// A unit whose text differs from its source, or may yet.
        private struct Unit {
            var start: Int
            var text: [UInt8]
            var composes = false
            var joined = 0
        }

        /// No more than this many characters are composed as one unit, so that a long run of combining marks takes
        /// linear time. Real text needs 4 at most; UAX #15 (Stream-Safe Text Format) allows 30.
        private static let longestUnit = 128

        private let source: [UInt8]
        private let nfc: CharacterNormalizer
        private var output: [UInt8] = []
        private var map = OffsetMap.Builder()
        /// What has been read of the source and is neither written nor held in `unit`: `copyStart..<position`, verbatim.
        private var copyStart = 0
        private var unit: Unit?
        /// The source offset just after the last character handed over.
        private(set) var position = 0

        init(source: [UInt8], nfc: CharacterNormalizer) {
            self.source = source
            self.nfc = nfc
            output.reserveCapacity(source.count)
        }

        /// The source range becomes `text`; nothing at all joins the unit before it.
        mutating func replace(_ range: Range<Int>, with text: [UInt8]) throws(ICUError) {
            if text.isEmpty {
                try holdLastUnit(before: range.lowerBound)
            } else if unit?.text.isEmpty == true, range.lowerBound == copyStart {
                // Characters without width at the start of the text belong to its first unit.
                unit?.text = text
            } else {
                try copy(upTo: range.lowerBound)
                unit = Unit(start: range.lowerBound, text: text)
            }
            advance(to: range.upperBound)
        }

        /// The source range is a character that may combine with the one before it.
        mutating func compose(_ range: Range<Int>) throws(ICUError) {
            try holdLastUnit(before: range.lowerBound)
            if let joined = unit?.joined, joined >= Self.longestUnit {
                try copy(upTo: range.lowerBound)
                unit = Unit(start: range.lowerBound, text: [])
            }
            unit?.text.append(contentsOf: source[range])
            unit?.composes = true
            unit?.joined += 1
            advance(to: range.upperBound)
        }

        mutating func finish() throws(ICUError) -> MatchingText {
            try copy(upTo: source.count)
            try writeUnit(endingAt: source.count)
            return MatchingText(utf8: output, map: map.map)
        }

        private mutating func advance(to end: Int) {
            position = end
            copyStart = end
        }

        /// Makes the last character before `index` the unit held back, or an empty one at the start of the text.
        private mutating func holdLastUnit(before index: Int) throws(ICUError) {
            if unit != nil, copyStart == index { return }
            var start = index
            if start > copyStart {
                repeat { start -= 1 } while start > copyStart && source[start] & 0xC0 == 0x80
            }
            if unit?.text.isEmpty == true, start == copyStart {
                // The first character after those without width at the start of the text.
                unit?.text = Array(source[start..<index])
                return
            }
            try copy(upTo: start)
            unit = Unit(start: start, text: Array(source[start..<index]))
        }

        /// Writes the unit held back and then the source as it is up to `index`.
        private mutating func copy(upTo index: Int) throws(ICUError) {
            if index > copyStart, unit?.text.isEmpty == true {
                // The first character after those without width at the start of the text.
                var end = copyStart + 1
                while end < index, source[end] & 0xC0 == 0x80 { end += 1 }
                unit?.text = Array(source[copyStart..<end])
                copyStart = end
            }
            try writeUnit(endingAt: copyStart)
            guard index > copyStart else { return }
            output.append(contentsOf: source[copyStart..<index])
            map.keep(index - copyStart)
            copyStart = index
        }

        private mutating func writeUnit(endingAt end: Int) throws(ICUError) {
            guard let held = unit else { return }
            unit = nil
            let text =
                held.composes
                ? Array(try nfc.normalize(String(decoding: held.text, as: UTF8.self)).utf8) : held.text
            output.append(contentsOf: text)
            map.replace(source: end - held.start, text: text.count)
        }
    }
}
