import TestSupport
import Testing
import TextModel

struct OffsetMapTests {
    /// A random map, with verbatim runs, replaced units and removed source.
    static func random(_ generator: inout SeededGenerator, sourceStart: Int = 0) -> OffsetMap {
        var builder = OffsetMap.Builder(sourceStart: sourceStart)
        for _ in 0..<Int.random(in: 0...12, using: &generator) {
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: builder.keep(Int.random(in: 0...6, using: &generator))
            case 1:
                builder.replace(
                    source: Int.random(in: 1...4, using: &generator), text: Int.random(in: 1...4, using: &generator))
            default: builder.replace(source: Int.random(in: 1...4, using: &generator), text: 0)
            }
        }
        return builder.map
    }

    static func range(upTo end: Int, _ generator: inout SeededGenerator) -> (Int, Int) {
        let ends = [Int.random(in: 0...end, using: &generator), Int.random(in: 0...end, using: &generator)].sorted()
        return (ends[0], ends[1])
    }

    @Test func anUntouchedTextIsOneRunAndMapsEveryRangeToItself() {
        let map = OffsetMap(verbatim: 10, sourceStart: 5)
        #expect(map.runCount == 1)
        #expect(map.isVerbatim)
        #expect(map.sourceRange(of: TextRange(2, 4)) == SourceRange(7, 9))
        #expect(map.textRange(of: SourceRange(7, 9)) == TextRange(2, 4))
        #expect(OffsetMap(verbatim: 0).sourceRange(of: TextRange(0, 0)) == SourceRange(0, 0))
    }

    @Test func aRangeThatCutsAUnitGetsTheWholeUnit() {
        // c’œur -> c'oeur
        var builder = OffsetMap.Builder()
        builder.keep(1)
        builder.replace(source: 3, text: 1)
        builder.replace(source: 2, text: 2)
        builder.keep(2)
        let map = builder.map
        #expect(map.sourceRange(of: TextRange(1, 2)) == SourceRange(1, 4))
        #expect(map.sourceRange(of: TextRange(2, 3)) == SourceRange(4, 6))
        #expect(map.sourceRange(of: TextRange(3, 4)) == SourceRange(4, 6))
        #expect(map.sourceRange(of: TextRange(4, 6)) == SourceRange(6, 8))
        #expect(map.textRange(of: SourceRange(2, 3)) == TextRange(1, 2))
        #expect(map.textRange(of: SourceRange(6, 8)) == TextRange(4, 6))
    }

    @Test func removedSourceAtTheEdgesIsLeftOut() {
        // **gras** -> gras
        var builder = OffsetMap.Builder()
        builder.replace(source: 2, text: 0)
        builder.keep(4)
        builder.replace(source: 2, text: 0)
        let map = builder.map
        #expect(map.sourceRange(of: TextRange(0, 4)) == SourceRange(2, 6))
        #expect(map.textRange(of: SourceRange(0, 2)).isEmpty)
        #expect(map.textRange(of: SourceRange(0, 8)) == TextRange(0, 4))
    }

    @Test(arguments: 0..<40) func lawsHold(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<250 {
            let map = Self.random(&generator, sourceStart: Int.random(in: 0...5, using: &generator))
            let (a, b) = Self.range(upTo: map.textCount, &generator)
            let (c, d) = Self.range(upTo: map.textCount, &generator)
            let range = TextRange(a, b)
            let source = map.sourceRange(of: range)
            // An empty range stays empty, and no other becomes so.
            #expect(source.isEmpty == range.isEmpty)
            // The round trip covers the original.
            let back = map.textRange(of: source)
            if !range.isEmpty { #expect(back.start <= a && b <= back.end) }
            // Monotone, both ways.
            if !range.isEmpty, c < d, a <= c, b <= d {
                let other = map.sourceRange(of: TextRange(c, d))
                #expect(source.start <= other.start && source.end <= other.end)
            }
            let (e, f) = Self.range(upTo: map.sourceEnd + 2, &generator)
            let (g, h) = Self.range(upTo: map.sourceEnd + 2, &generator)
            if e < f, g < h, e <= g, f <= h {
                let left = map.textRange(of: SourceRange(e, f))
                let right = map.textRange(of: SourceRange(g, h))
                #expect(left.start <= right.start && left.end <= right.end)
            }
        }
    }

    @Test(arguments: 0..<40) func aComposedMapDoesBothSteps(seed: UInt64) {
        var generator = SeededGenerator(seed: 1000 + seed)
        for _ in 0..<100 {
            let outer = Self.random(&generator)
            // A map whose source is the outer map's text.
            var builder = OffsetMap.Builder()
            while builder.sourceEnd < outer.textCount {
                let count = Int.random(in: 1...min(4, outer.textCount - builder.sourceEnd), using: &generator)
                if Bool.random(using: &generator) {
                    builder.keep(count)
                } else {
                    builder.replace(source: count, text: Int.random(in: 1...3, using: &generator))
                }
            }
            let inner = builder.map
            let composed = outer.composed(with: inner)
            #expect(composed.textCount == inner.textCount)
            #expect(composed.sourceEnd == outer.sourceEnd)
            let (a, b) = Self.range(upTo: inner.textCount, &generator)
            guard a < b else { continue }
            let middle = inner.sourceRange(of: TextRange(a, b))
            let expected = outer.sourceRange(of: TextRange(middle.start, middle.end))
            let found = composed.sourceRange(of: TextRange(a, b))
            #expect(found.start <= expected.start && expected.end <= found.end)
        }
    }
}
