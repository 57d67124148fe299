import Foundation
import TestSupport
import Testing
import TextModel

/// Random and mutated byte strings through decoding, normalization, tokens and sentences: no trap, every law holds.
///
/// `CAUSERIE_FUZZ` sets how many; a million take about fifteen seconds.
struct FuzzTests {
    static let count = ProcessInfo.processInfo.environment["CAUSERIE_FUZZ"].flatMap { Int($0) } ?? 200_000

    @Test(arguments: 0..<4) func anyBytesGiveTokensAndSentences(worker: Int) throws {
        let layer = try TextLayer()
        var generator = SeededGenerator(seed: UInt64(worker) &* 77 &+ 5)
        let corpus = try Texts.corpus().map(\.bytes)
        for _ in 0..<(Self.count / 4) {
            var bytes: [UInt8]
            switch Int.random(in: 0..<3, using: &generator) {
            case 0:
                bytes = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                    .random(in: 0...255, using: &generator)
                }
            case 1: bytes = Array(generator.text(pieces: Int.random(in: 0...12, using: &generator)).utf8)
            default:
                let file = corpus.randomElement(using: &generator) ?? []
                let start = Int.random(in: 0..<max(1, file.count - 80), using: &generator)
                bytes = Array(file[start..<min(file.count, start + 80)])
                for _ in 0..<Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
                    bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
                }
            }
            if let broken = try brokenLaw(layer, bytes) {
                Issue.record("\(broken): \(bytes)")
                return
            }
        }
    }

    /// The first law that does not hold for a text; `nil` for none.
    private func brokenLaw(_ layer: TextLayer, _ bytes: [UInt8]) throws -> String? {
        let found = try layer.analyzer.text(of: bytes)
        let matching = found.analyzed.matching
        var end = 0
        var source: [UInt8] = []
        for token in found.analyzed.tokens {
            if token.range.isEmpty || token.range.start != end { return "tokens neither overlap nor leave a gap" }
            end = token.range.end
            let range = matching.map.sourceRange(of: token.range)
            // A token may cut a unit, such as the two letters of one ligature; the unit then belongs to both.
            let start = max(range.start, source.count)
            if range.start > source.count || range.end < source.count {
                return "neighbours are neighbours in the source"
            }
            source += found.source.utf8[start..<max(start, range.end)]
            if token.kind != .newline, matching.utf8[token.range.start..<token.range.end].contains(0x0A) {
                return "no token crosses a line end"
            }
            if String(validating: matching.utf8[token.range.start..<token.range.end], as: UTF8.self) == nil {
                return "no token cuts a character"
            }
        }
        if end != matching.utf8.count { return "every byte is in a token" }
        if !matching.utf8.isEmpty, source != found.source.utf8 { return "the tokens' slices are the source" }
        var last = 0
        for sentence in found.analyzed.sentences {
            if sentence.range.isEmpty || sentence.range.start < last { return "sentences are in order" }
            last = sentence.range.end
        }
        return nil
    }
}
