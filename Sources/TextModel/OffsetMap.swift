/// The relation between a derived text and the source that it was made from.
///
/// The map is a list of runs in ascending order. A *verbatim* run has the same bytes on both sides. A *replaced* run is
/// one unit: source bytes that became other bytes (`’` and `'`), or none (markup, a soft hyphen). A text that was not
/// touched is one verbatim run. No text byte comes from nothing.
///
/// Laws, each tested on random maps: an untouched text maps every range to itself; both directions are monotone;
/// a text range is covered by the text of its source; an empty range stays empty.
public struct OffsetMap: Equatable, Sendable {
    /// Each run reaches to the start of the next one on both sides.
    private struct Run: Equatable {
        var text: UInt32
        var source: UInt32
        var isVerbatim: Bool
    }

    /// Always ends with a run of no length, which marks the end of both texts.
    private var runs: [Run]

    /// The number of runs, the end mark left out.
    public var runCount: Int { runs.count - 1 }
    /// The length of the derived text in bytes.
    public var textCount: Int { Int(runs[runs.count - 1].text) }
    /// The length of the source in bytes, what stands before the map's start included.
    public var sourceEnd: Int { Int(runs[runs.count - 1].source) }

    /// The map of a text that is the source from `start` on, byte for byte.
    public init(verbatim count: Int, sourceStart start: Int = 0) {
        var builder = Builder(sourceStart: start)
        builder.keep(count)
        self = builder.map
    }

    private init(runs: [Run]) { self.runs = runs }

    /// Whether the whole text stands in the source byte for byte.
    public var isVerbatim: Bool { runs.allSatisfy(\.isVerbatim) }

    /// The smallest source range that holds everything `range` was made from, markup at its edges left out.
    ///
    /// A range that cuts into a replaced unit gets the whole unit: either byte of the `oe` made from `œ` gives `œ`.
    /// An empty range gives the empty range where the text after it begins in the source.
    ///
    /// - Precondition: `range.end <= textCount`.
    public func sourceRange(of range: TextRange) -> SourceRange {
        precondition(range.end <= textCount, "the range \(range) lies beyond the text's \(textCount) bytes")
        let first = run(holdingTextByte: range.start)
        let start = Int(runs[first].source) + (runs[first].isVerbatim ? range.start - Int(runs[first].text) : 0)
        if range.isEmpty { return SourceRange(start, start) }
        // Most ranges lie within one run.
        let isWithin = first + 1 < runs.count && Int(runs[first + 1].text) >= range.end
        let last = isWithin ? first : run(holdingTextByte: range.end - 1)
        let end =
            runs[last].isVerbatim
            ? Int(runs[last].source) + range.end - Int(runs[last].text) : Int(runs[last + 1].source)
        return SourceRange(start, end)
    }

    /// The smallest text range that holds everything made from `range`; empty where that is nothing.
    ///
    /// What lies outside the map's source gives an empty range at the nearer end.
    public func textRange(of range: SourceRange) -> TextRange {
        let first = run(holdingSourceByte: range.start)
        let start = textOffset(of: range.start, in: first, isEnd: false)
        if range.isEmpty { return TextRange(start, start) }
        let last = run(holdingSourceByte: max(range.start, range.end - 1))
        return TextRange(start, max(start, textOffset(of: range.end, in: last, isEnd: true)))
    }

    /// The map from a text derived from this map's text straight to this map's source.
    ///
    /// - Parameter inner: maps the further text to this map's text, as if that were its source.
    public func composed(with inner: OffsetMap) -> OffsetMap {
        if isVerbatim && runs[0].source == 0 { return inner }
        var builder = Builder(sourceStart: Int(runs[0].source))
        func advance(to source: Int) {
            if source > builder.sourceEnd { builder.replace(source: source - builder.sourceEnd, text: 0) }
        }
        /// Pieces that share a unit of the source become one unit.
        func addUnit(_ source: SourceRange, text: Int) {
            let isShared = source.start < builder.sourceEnd
            advance(to: source.start)
            let rest = max(0, source.end - builder.sourceEnd)
            if isShared {
                builder.growUnit(source: rest, text: text)
            } else {
                builder.replace(source: rest, text: text)
            }
        }
        for (index, run) in inner.runs.dropLast().enumerated() {
            let next = inner.runs[index + 1]
            let middle = TextRange(Int(run.source), Int(next.source))
            if run.isVerbatim {
                forEachRun(in: middle) { source, textLength, isVerbatim in
                    if isVerbatim {
                        advance(to: source.start)
                        builder.keep(textLength)
                    } else {
                        addUnit(source, text: textLength)
                    }
                }
            } else if !middle.isEmpty {
                addUnit(sourceRange(of: middle), text: Int(next.text) - Int(run.text))
            }
        }
        advance(to: sourceEnd)
        return builder.map
    }

    /// The parts of the map's runs that lie in a text range; a replaced run that is cut comes with its whole source.
    private func forEachRun(
        in range: TextRange, _ body: (_ source: SourceRange, _ textLength: Int, _ isVerbatim: Bool) -> Void
    ) {
        var index = run(holdingTextByte: range.start)
        var position = range.start
        while position < range.end {
            let run = runs[index]
            let next = runs[index + 1]
            let end = min(range.end, Int(next.text))
            if end > position {
                if run.isVerbatim {
                    let source = Int(run.source) + position - Int(run.text)
                    body(SourceRange(source, source + end - position), end - position, true)
                } else {
                    body(SourceRange(Int(run.source), Int(next.source)), end - position, false)
                }
                position = end
            }
            index += 1
        }
    }

    /// The last run that starts at or before a text byte; of several that start there, the one with the byte in it.
    private func run(holdingTextByte offset: Int) -> Int {
        lastIndex { Int(runs[$0].text) <= offset }
    }

    /// The last run that starts at or before a source byte.
    private func run(holdingSourceByte offset: Int) -> Int {
        lastIndex { Int(runs[$0].source) <= offset }
    }

    /// Binary search for the last run that fulfils a condition which all earlier ones fulfil; the first if none does.
    private func lastIndex(where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return low
    }

    private func textOffset(of source: Int, in index: Int, isEnd: Bool) -> Int {
        let run = runs[index]
        let limit = index + 1 < runs.count ? Int(runs[index + 1].text) : Int(run.text)
        if run.isVerbatim { return min(limit, Int(run.text) + max(0, source - Int(run.source))) }
        return isEnd ? limit : Int(run.text)
    }
}

extension OffsetMap {
    /// Makes a map while a text is made, in one pass.
    public struct Builder: Sendable {
        private var runs: [Run] = []
        private var text: UInt32 = 0
        private var source: UInt32

        /// The source offset reached so far.
        public var sourceEnd: Int { Int(source) }
        /// The text offset reached so far.
        public var textEnd: Int { Int(text) }

        /// - Parameter sourceStart: the source offset of the text's first byte.
        public init(sourceStart: Int = 0) { source = UInt32(sourceStart) }

        /// The next `count` bytes of the source stand in the text as they are.
        public mutating func keep(_ count: Int) {
            guard count > 0 else { return }
            if runs.last?.isVerbatim != true { runs.append(Run(text: text, source: source, isVerbatim: true)) }
            text += UInt32(count)
            source += UInt32(count)
        }

        /// The next `sourceCount` bytes of the source became `textCount` bytes of text, as one unit.
        ///
        /// - Precondition: text does not come from nothing.
        public mutating func replace(source sourceCount: Int, text textCount: Int) {
            precondition(sourceCount > 0 || textCount == 0, "text comes from source bytes")
            guard sourceCount > 0 else { return }
            runs.append(Run(text: text, source: source, isVerbatim: false))
            text += UInt32(textCount)
            source += UInt32(sourceCount)
        }

        /// More source bytes and more text belong to the unit that was replaced last.
        ///
        /// - Precondition: the last thing said was a replacement.
        mutating func growUnit(source sourceCount: Int, text textCount: Int) {
            precondition(runs.last?.isVerbatim == false, "there is a unit to grow")
            text += UInt32(textCount)
            source += UInt32(sourceCount)
        }

        /// The map of what was said so far.
        public var map: OffsetMap {
            OffsetMap(runs: runs + [Run(text: text, source: source, isVerbatim: true)])
        }
    }
}
