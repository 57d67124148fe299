import TextModel

/// How tokens and sentence boundaries agree with a treebank's.
public struct TreebankEvaluation: Sendable {
    /// What the evaluated system finds in a text.
    public struct Segmentation: Sendable {
        /// Without white space.
        public var tokens: [(kind: TokenKind, range: SourceRange)]
        public var sentences: [SourceRange]

        public init(tokens: [(kind: TokenKind, range: SourceRange)], sentences: [SourceRange]) {
            self.tokens = tokens
            self.sentences = sentences
        }
    }

    /// A stretch of text that the two cut differently, as short as it can be.
    public struct Disagreement: Equatable, Sendable {
        public let sentence: String
        public let gold: [String]
        public let system: [String]
        /// What kind of difference: the system joins or cuts, and the kinds of its tokens.
        public let category: String
    }

    public private(set) var tokens = MatchCounts()
    public private(set) var disagreements: [Disagreement] = []
    /// A place where only one of the two ends a sentence, among the punctuated ones.
    public struct BoundaryError: Equatable, Sendable {
        /// Whether the gold ends a sentence there and the system does not; else it is the other way round.
        public let isMissed: Bool
        /// The text around, with `‖` at the place.
        public let context: String
    }

    public private(set) var boundaryErrors: [BoundaryError] = []
    /// Over the sentences that end in `. ! ? …` and closing marks, joined by spaces.
    public private(set) var punctuatedBoundaries = MatchCounts()
    /// Over all sentences, joined by spaces.
    public private(set) var allBoundaries = MatchCounts()
    public private(set) var sentenceCount = 0
    public private(set) var punctuatedCount = 0
    /// Sentences whose forms do not spell their text; they are left out of the tokens.
    public private(set) var misspelt: [String] = []

    /// Scores tokens by exact span on the raw text of each sentence, and sentence boundaries by the offset of each end.
    public init<Failure: Error>(
        of treebank: [ConlluSentence],
        by segment: (String) throws(Failure) -> Segmentation
    ) throws(Failure) {
        sentenceCount = treebank.count
        for sentence in treebank {
            guard let gold = Self.ranges(of: sentence.forms, in: sentence.text) else {
                misspelt.append(sentence.id)
                continue
            }
            let system = try segment(sentence.text).tokens
            tokens += MatchCounts(predicted: Set(system.map(\.range)), gold: Set(gold))
            disagreements += Self.disagreements(in: sentence, gold: gold, system: system)
        }
        let punctuated = treebank.map(\.text).filter(Self.isPunctuated)
        punctuatedCount = punctuated.count
        let joined = try Boundaries(of: punctuated, by: segment)
        punctuatedBoundaries = joined.counts
        boundaryErrors = joined.errors
        allBoundaries = try Boundaries(of: treebank.map(\.text), by: segment).counts
    }

    /// Ends in a full stop, an exclamation or question mark or an ellipsis, perhaps within closing marks.
    static func isPunctuated(_ text: String) -> Bool {
        let closing: Set<Character> = ["\"", "'", "’", "”", "»", ")", "]", " ", "\u{A0}", "\u{202F}"]
        guard let last = text.last(where: { !closing.contains($0) }) else { return false }
        return [".", "!", "?", "…"].contains(last)
    }

    /// The byte ranges of forms that follow each other in a text with nothing but spaces between; `nil` if they do not.
    static func ranges(of forms: [String], in text: String) -> [SourceRange]? {
        let utf8 = Array(text.utf8)
        var ranges: [SourceRange] = []
        var position = 0
        func skipSpaces() {
            while position < utf8.count {
                if utf8[position] == 0x20 || utf8[position] == 0x09 {
                    position += 1
                } else if utf8[position...].starts(with: [0xC2, 0xA0]) {
                    position += 2
                } else {
                    return
                }
            }
        }
        for form in forms {
            skipSpaces()
            let bytes = Array(form.utf8)
            guard utf8[position...].starts(with: bytes) else { return nil }
            ranges.append(SourceRange(position, position + bytes.count))
            position += bytes.count
        }
        skipSpaces()
        return position == utf8.count ? ranges : nil
    }

    private static func disagreements(
        in sentence: ConlluSentence,
        gold: [SourceRange],
        system: [(kind: TokenKind, range: SourceRange)]
    ) -> [Disagreement] {
        let utf8 = Array(sentence.text.utf8)
        func text(_ range: SourceRange) -> String { String(decoding: utf8[range.start..<range.end], as: UTF8.self) }
        var found: [Disagreement] = []
        var (goldIndex, systemIndex) = (0, 0)
        while goldIndex < gold.count || systemIndex < system.count {
            let (goldStart, systemStart) = (goldIndex, systemIndex)
            var goldEnd = 0
            var systemEnd = 0
            // Take tokens from the side that lags until both sides end at the same offset.
            repeat {
                if goldEnd <= systemEnd, goldIndex < gold.count {
                    goldEnd = gold[goldIndex].end
                    goldIndex += 1
                } else if systemIndex < system.count {
                    systemEnd = system[systemIndex].range.end
                    systemIndex += 1
                } else {
                    goldEnd = gold.last?.end ?? 0
                    goldIndex = gold.count
                    break
                }
            } while goldEnd != systemEnd
            let golds = gold[goldStart..<goldIndex]
            let systems = system[systemStart..<systemIndex]
            if golds.count == 1, systems.count == 1, golds.first == systems.first?.range { continue }
            let change = systems.count < golds.count ? "joins" : systems.count > golds.count ? "cuts" : "differs"
            found.append(
                Disagreement(
                    sentence: sentence.id,
                    gold: golds.map(text),
                    system: systems.map { text($0.range) },
                    category: change + " " + systems.map(\.kind.name).joined(separator: "+")
                ))
        }
        return found
    }
}

/// The sentence ends of a text made of known sentences, and those that a system finds.
private struct Boundaries {
    private let utf8: [UInt8]
    private let gold: Set<Int>
    private let predicted: Set<Int>

    init<Failure: Error>(
        of sentences: [String], by segment: (String) throws(Failure) -> TreebankEvaluation.Segmentation
    ) throws(Failure) {
        let text = sentences.joined(separator: " ")
        utf8 = Array(text.utf8)
        var gold: Set<Int> = []
        var length = 0
        for sentence in sentences {
            length += sentence.utf8.count
            gold.insert(length)
            length += 1
        }
        self.gold = gold
        predicted = Set(try segment(text).sentences.map(\.end))
    }

    var counts: MatchCounts { MatchCounts(predicted: predicted, gold: gold) }

    var errors: [TreebankEvaluation.BoundaryError] {
        gold.symmetricDifference(predicted).sorted().map { offset in
            let before = String(decoding: utf8[max(0, offset - 40)..<offset], as: UTF8.self)
            let after = String(decoding: utf8[offset..<min(utf8.count, offset + 30)], as: UTF8.self)
            return .init(isMissed: gold.contains(offset), context: before + "‖" + after)
        }
    }
}
